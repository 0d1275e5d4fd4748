//! An organisation that several plans have: what share of it each counts, and what a reader
//! should know of it.

use super::files::Read;
use crate::money::{Money, Rate, Unit};
use crate::order::distinct;
use crate::plan::{Organisation, in_words};

/// An organisation as it stands in each plan that has it, with the name of the plan's file.
struct Shared<'a> {
    code: &'a str,
    parts: Vec<(&'a str, &'a Organisation)>,
}

impl<'a> Shared<'a> {
    fn of(read: &'a [Read], code: &'a str) -> Self {
        let part = |one: &'a Read| {
            let mut own = one.plan.organisations.iter();
            let found = own.find(|organisation| organisation.code == code)?;
            Some((one.file.as_str(), found))
        };
        Self {
            code,
            parts: read.iter().filter_map(part).collect(),
        }
    }

    /// How much of it is counted.
    fn share(&self) -> Rate {
        let shares = self.parts.iter().map(|(_, part)| share(part));
        shares.fold(Rate::ZERO, Rate::and)
    }

    /// Each part in words, with its file.
    fn each(&self, words: &dyn Fn(&Organisation) -> String) -> String {
        let parts = self.parts.iter();
        let parts: Vec<String> = parts
            .map(|(file, part)| format!("{} in {file}", words(part)))
            .collect();
        in_words(parts.iter().map(String::as_str).collect())
    }

    fn shares(&self) -> String {
        self.each(&|part| share(part).percentage())
    }

    /// That a part of it is in no plan.
    fn rest(&self) -> Option<String> {
        let share = self.share();
        (share < Rate::ONE).then(|| {
            format!(
                "Only {} of {} is counted: {}.",
                share.percentage(),
                self.code,
                self.shares()
            )
        })
    }

    /// That the plans share out different amounts.
    fn difference(&self, unit: Unit) -> Option<String> {
        let issued = |part: &Organisation| part.control_total.amount;
        let mut known = self.parts.iter().filter_map(|(_, part)| issued(part));
        let first = known.next()?;
        known.any(|other: Money| other != first).then(|| {
            let amount = |amount: Money| format!("{} ({})", amount.entered(unit), unit.symbol());
            format!(
                "The plans do not agree on the whole of {}, of which each counts its share: {}.",
                self.code,
                self.each(&|part| issued(part).map_or_else(|| "not known".to_owned(), amount))
            )
        })
    }
}

/// The share of an organisation that its plan counts.
fn share(organisation: &Organisation) -> Rate {
    organisation.share.flatten().unwrap_or(Rate::ONE)
}

/// Why an organisation can't be counted beside the plans that are: they and it would count
/// more than the whole.
pub(super) fn counted_already(counted: &[Read], organisation: &Organisation) -> Option<String> {
    let code = &organisation.code;
    let shared = Shared::of(counted, code);
    let (file, _) = shared.parts.first()?;
    if shared.share().and(share(organisation)) <= Rate::ONE {
        return None;
    }
    let mut all = shared.parts.iter().map(|(_, part)| *part);
    Some(
        if organisation.share.is_some() && all.all(|part| part.share.is_some()) {
            format!(
                "The shares of {code} are more than the whole together: {} here, and {}. Correct them, or take it out of one of the plans.",
                share(organisation).percentage(),
                shared.shares()
            )
        } else {
            format!(
                "{code} is counted in {file} already. Take it out of one of the two, or say in each what share of it is its own."
            )
        },
    )
}

/// What a reader should know of the organisations that are counted by their shares.
pub(super) fn remarks(read: &[Read], unit: Unit) -> Vec<String> {
    let all = read.iter().flat_map(|one| &one.plan.organisations);
    let shared = all.filter(|one| one.share.is_some());
    let codes = distinct(shared.map(|one| one.code.as_str()).collect());
    let mut remarks = Vec::new();
    for code in codes {
        let shared = Shared::of(read, code);
        remarks.extend(shared.rest());
        remarks.extend(shared.difference(unit));
    }
    remarks
}
