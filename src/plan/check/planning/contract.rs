//! The contract register.

use super::super::super::checked::{Contract, ContractStatus, KnownTo};
use super::super::super::document::ContractDocument;
use super::super::super::entry::Entry;
use super::super::super::place::Place;
use super::super::amounts::money_not_negative;
use super::super::text;
use super::{Desk, day, each};
use crate::calendar::Date;
use crate::scheme::Side;

/// The most contracts of a plan: every pair of a large area for several years.
const MOST_CONTRACTS: usize = 2_000;

impl Desk<'_> {
    /// The contracts, each pair once in a year.
    pub(super) fn contracts(
        &self,
        documents: &[ContractDocument<'_>],
        place: &Place<'_>,
    ) -> Vec<Contract> {
        let all = each(documents, MOST_CONTRACTS, place, &|one, place, index| {
            self.contract(one, place, index)
        });
        let mut contracts: Vec<Contract> = Vec::with_capacity(all.len());
        for contract in all {
            let same = |other: &Contract| {
                (other.year, &other.commissioner, &other.provider)
                    == (contract.year, &contract.commissioner, &contract.provider)
            };
            if contracts.iter().any(same) {
                place.item(contract.place).error(
                    "repeated_contract",
                    format!(
                        "There are two contracts between {} and {} in {}; the first is used.",
                        contract.commissioner, contract.provider, contract.year
                    ),
                    "Put them together.",
                );
            } else {
                contracts.push(contract);
            }
        }
        contracts
    }

    fn contract(
        &self,
        document: &ContractDocument<'_>,
        place: &Place<'_>,
        index: usize,
    ) -> Option<Contract> {
        let year = self.round_year(&document.year, &place.at("year"));
        let commissioner = self.of_side(
            &document.commissioner,
            Side::Commissioner,
            &place.at("commissioner"),
        );
        let provider = self.of_side(&document.provider, Side::Provider, &place.at("provider"));
        let amount = |entry, at: &str| money_not_negative(entry, self.unit, &place.at(at));
        let commissioner_amount = amount(&document.commissioner_amount, "commissioner_amount");
        let provider_amount = amount(&document.provider_amount, "provider_amount");
        let agreed_on = day(&document.agreed_on, &place.at("agreed_on"));
        text(&document.note, &place.at("note"));
        known_to_one(document, place);
        if agreed_on.is_some()
            && document
                .status
                .is_some_and(|one| one != ContractStatus::Agreed)
        {
            place.at("agreed_on").warning(
                "date_without_agreement",
                "This contract has a day on which it was agreed, and is not agreed.",
                "Correct its status, or take the day out. Until then it counts as not agreed.",
            );
        }
        Some(Contract {
            place: index,
            year: year?,
            commissioner: commissioner?,
            provider: provider?,
            known_to: document.known_to,
            commissioner_amount,
            provider_amount,
            status: document.status,
            agreed_on,
        })
    }
}

/// A figure of the side that does not know the contract is named: it counts for nothing.
fn known_to_one(document: &ContractDocument<'_>, place: &Place<'_>) {
    let (entry, field): (&Entry<'_>, &str) = match document.known_to {
        KnownTo::Both => return,
        KnownTo::Commissioner => (&document.provider_amount, "provider_amount"),
        KnownTo::Provider => (&document.commissioner_amount, "commissioner_amount"),
    };
    if !entry.is_blank() {
        place.at(field).warning(
            "side_does_not_know_it",
            "This contract is not known to this side, so that its figure does not count.",
            "Say that both know of it, or take the figure out.",
        );
    }
}

/// What was agreed after today is named: it is a slip, or a hope.
pub(super) fn not_after(today: Option<Date>, contracts: &[Contract], place: &Place<'_>) {
    let Some(today) = today else {
        return;
    };
    for contract in contracts {
        if contract.agreed_on.is_some_and(|day| day > today) {
            place.item(contract.place).at("agreed_on").warning(
                "agreed_after_today",
                "This day is after today.",
                "Correct it, or today's date. Until then the contract does not count as agreed.",
            );
        }
    }
}
