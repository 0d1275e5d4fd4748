//! What became of each bid, and why.

use super::best_bids::Candidate;
use super::candidates::Costed;
use super::search::{all_needs, bit};
use super::{CapitalChoice, CapitalYear};
use crate::money::{Money, Rate};
use crate::plan::CapitalStatus;
use crate::planning::desk::Desk;
use crate::working::Figure;
use serde::Serialize;

/// What became of a bid, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum CapitalOutcome {
    /// In: it has to be done.
    MustDo,
    /// In: it is approved already.
    Approved,
    /// In: it is needed by another that has to be in.
    Needed,
    /// In: it belongs to the best choice.
    Chosen,
    /// In the best choice found, where that is not shown to be the best.
    Found,
    /// Not in the best choice found, where that is not shown to be the best.
    NotFound,
    /// Out: there is no room for it beside better ones.
    NoRoom,
    /// Out: it is more than a whole year's envelope.
    TooLarge,
    /// Out: one that it needs is out.
    NeedsOther,
    /// Out: it is worth nothing.
    NoWorth,
    /// Out: withdrawn.
    Withdrawn,
    /// Nothing is chosen, since no choice is possible.
    NoChoice,
    /// Not known: a figure is missing.
    NotKnown,
}

impl CapitalOutcome {
    /// Whether it is in.
    #[must_use]
    pub const fn is_in(self) -> bool {
        matches!(
            self,
            Self::MustDo | Self::Approved | Self::Needed | Self::Chosen | Self::Found
        )
    }
}

impl Desk<'_> {
    pub(super) fn outcomes(
        &self,
        bids: &[Costed<'_>],
        weighed: &[Candidate],
        (choice, is_in): (CapitalChoice, Option<&[bool]>),
        envelopes: &[Figure],
    ) -> Vec<CapitalOutcome> {
        let without_choice = match choice {
            CapitalChoice::NotKnown => CapitalOutcome::NotKnown,
            _ => CapitalOutcome::NoChoice,
        };
        let is_best = choice == CapitalChoice::Best;
        let chosen = |place: usize| is_in.is_some_and(|all| all.get(place) == Some(&true));
        let mut outcomes = Vec::with_capacity(bids.len());
        for (place, costed) in bids.iter().enumerate() {
            outcomes.push(match () {
                () if !costed.is_live() => CapitalOutcome::Withdrawn,
                () if is_in.is_none() => without_choice,
                () if costed.bid.status == CapitalStatus::Approved => CapitalOutcome::Approved,
                () if costed.bid.must_do => CapitalOutcome::MustDo,
                () if chosen(place) && is_needed(place, weighed) => CapitalOutcome::Needed,
                () if chosen(place) && is_best => CapitalOutcome::Chosen,
                () if chosen(place) => CapitalOutcome::Found,
                () => match self.why_out(costed, weighed.get(place), &chosen, envelopes) {
                    CapitalOutcome::TooLarge => CapitalOutcome::TooLarge,
                    _ if !is_best => CapitalOutcome::NotFound,
                    why => why,
                },
            });
        }
        outcomes
    }

    fn why_out(
        &self,
        costed: &Costed<'_>,
        weighed: Option<&Candidate>,
        chosen: &dyn Fn(usize) -> bool,
        envelopes: &[Figure],
    ) -> CapitalOutcome {
        let amount = |figure: Figure| self.work.amount(figure);
        let mut years = costed.amounts.iter().zip(envelopes);
        let is_too_large = years.any(|(asked, envelope)| {
            let both = asked.and_then(amount).zip(amount(*envelope));
            both.is_some_and(|(asked, envelope)| asked > envelope)
        });
        // One that is not withdrawn and out for certain needs one that is not in the plan.
        let has_its_needs =
            |one: &Candidate| !one.is_out && one.needs.iter().all(|need| chosen(*need));
        if costed.bid.score == Some(Rate::ZERO) {
            CapitalOutcome::NoWorth
        } else if is_too_large {
            CapitalOutcome::TooLarge
        } else if !weighed.is_some_and(has_its_needs) {
            CapitalOutcome::NeedsOther
        } else {
            CapitalOutcome::NoRoom
        }
    }

    /// By how much a bid asks for more than is left, or than there is at all, in the
    /// first year in which it does.
    pub(super) fn why_with_figures(
        &self,
        costed: &Costed<'_>,
        outcome: CapitalOutcome,
        years: &[CapitalYear],
    ) -> Option<String> {
        let is_too_large = outcome == CapitalOutcome::TooLarge;
        if !is_too_large && !matches!(outcome, CapitalOutcome::NoRoom | CapitalOutcome::NotFound) {
            return None;
        }
        years.iter().enumerate().find_map(|(place, year)| {
            let there_is = if is_too_large {
                Some(year.envelope)
            } else {
                year.left
            };
            let asked = self.work.amount(costed.amount_of(place)?)?;
            let more = asked.minus(self.work.amount(there_is?)?);
            (asked > Money::ZERO && more > Money::ZERO).then(|| {
                let unit = self.plan.unit;
                format!(
                    "It asks for {} in {}, {} more than {}.",
                    asked.in_words(unit),
                    year.year,
                    more.in_words(unit),
                    if is_too_large {
                        "the year’s whole envelope"
                    } else {
                        "is left beside those that are in"
                    }
                )
            })
        })
    }
}

/// Whether one that has to be in can't be without it, directly or by way of others.
fn is_needed(place: usize, weighed: &[Candidate]) -> bool {
    let mut all = weighed.iter().enumerate();
    all.any(|(other, one)| one.is_in && all_needs(weighed, other) & bit(place) != 0)
}
