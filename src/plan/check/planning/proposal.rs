//! Proposed changes: a change that is not a saving has several ends, and a risk is not
//! moved without saying who bears it.

use super::super::super::checked::{Proposal, ProposalKind};
use super::super::super::document::ProposalDocument;
use super::super::super::place::Place;
use super::super::amounts::money;
use super::super::text;
use super::{Desk, named};
use crate::money::Money;

impl Desk<'_> {
    /// A change; nothing for one whose ends are not all there.
    pub(super) fn proposal(
        &self,
        document: &ProposalDocument<'_>,
        place: &Place<'_>,
        index: usize,
    ) -> Option<Proposal> {
        text(&document.note, &place.at("note"));
        let outside = (!document.outside.is_blank())
            .then(|| money(&document.outside, self.unit, &place.at("outside")));
        let proposal = Proposal {
            place: index,
            name: named(&document.name, "Proposal", &place.at("name")),
            kind: document.kind,
            effects: self.effects(&document.effects, &place.at("effects")),
            outside,
        };
        self.has_all_ends(&proposal, &place.at("effects"))
            .then_some(proposal)
    }

    fn has_all_ends(&self, proposal: &Proposal, place: &Place<'_>) -> bool {
        let ends = proposal.effects.len();
        match proposal.kind {
            ProposalKind::Saving => {
                if ends == 0 {
                    place.error(
                        "no_ends",
                        "It is not said whose position this changes.",
                        "Enter its effect on each organisation it touches.",
                    );
                } else if ends == 1 && proposal.outside.is_none() {
                    place.warning(
                        "one_end",
                        "Only one organisation is named: all of it counts as saved.",
                        "Name the others whose costs or income it touches, with 0 where it does not change them.",
                    );
                }
                ends > 0
            }
            ProposalKind::ContractChange if ends < 2 => {
                place.error(
                    "one_end",
                    "A contract has two ends, and here are not both.",
                    "Enter what the change does to the one that pays and to the one that is paid. Until then it is left out.",
                );
                false
            }
            ProposalKind::ContractChange => true,
            ProposalKind::Flex => self.flex_is_neutral(proposal, place),
            ProposalKind::RiskTransfer => self.risk_has_a_bearer(proposal, place),
        }
    }

    fn flex_is_neutral(&self, proposal: &Proposal, place: &Place<'_>) -> bool {
        let Some(sum) = sum(proposal) else {
            return true;
        };
        let is_neutral = sum == Money::ZERO && proposal.effects.len() > 1;
        if !is_neutral {
            place.error(
                "flex_not_neutral",
                format!(
                    "The moves add to {}, so the system's total would change by it.",
                    sum.entered(self.unit)
                ),
                "A flex moves control totals between organisations: make the moves add to nothing. Until then it is left out.",
            );
        }
        is_neutral
    }

    /// What is taken off some has to be borne by others, inside or outside.
    fn risk_has_a_bearer(&self, proposal: &Proposal, place: &Place<'_>) -> bool {
        let outside = match proposal.outside {
            None => Money::ZERO,
            Some(None) => return true,
            Some(Some(amount)) => amount,
        };
        let Some(sum) = sum(proposal) else {
            return true;
        };
        let unborne = sum.plus(outside);
        let is_borne = unborne <= Money::ZERO && !proposal.effects.is_empty();
        if !is_borne {
            place.error(
                "risk_without_bearer",
                if proposal.effects.is_empty() {
                    "It is not said who is relieved of the risk, and who bears it now.".to_owned()
                } else {
                    format!(
                        "{} of the risk is taken off somebody, and nobody bears it.",
                        unborne.entered(self.unit)
                    )
                },
                "A risk can't be moved without saying who bears it now: enter it for them as a negative amount. Until then it is left out.",
            );
        }
        is_borne
    }
}

/// The effects inside together; nothing where one is not known.
fn sum(proposal: &Proposal) -> Option<Money> {
    proposal.effects.iter().map(|(_, amount)| *amount).sum()
}
