//! Where cuts land: what of them other organisations bear, so that it is not saved.

use super::desk::Desk;
use super::envelope::ProgrammeLine;
use crate::money::Rate;
use crate::plan::Programme;
use crate::scheme::readings;
use crate::working::Figure;
use serde::Serialize;

/// What of a cut, or of all cuts, lands on another organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PassedOn {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The amount that it bears: a cost, above nothing.
    pub amount: Figure,
}

/// The name of what is saved of a cut: after every code, so that of equal remainders it
/// has none of the pennies.
const SAVED: &str = "\u{10FFFF}";

impl Desk<'_> {
    /// The slices of a cut that land on others, in whole pennies, so that they are never
    /// more than the cut together.
    pub(super) fn passed_on(&self, programme: &Programme, cut: Figure) -> Vec<PassedOn> {
        let rules = [&readings::PASSED_ON];
        let own = programme.passed_on.iter();
        let mut shares: Vec<(&str, Rate)> =
            own.map(|(code, share)| (code.as_str(), *share)).collect();
        let all = shares
            .iter()
            .fold(Rate::ZERO, |all, (_, one)| all.and(*one));
        shares.push((SAVED, all.complement()));
        let codes = programme.passed_on.iter().enumerate();
        let slice = |(place, (code, _)): (usize, &(String, Rate))| PassedOn {
            code: code.clone(),
            name: self.name_of(code),
            amount: self
                .work
                .slice("Lands on it".into(), &rules, cut, (&shares, place)),
        };
        codes.map(slice).collect()
    }

    /// What each organisation bears of all cuts, in the order of the plan.
    pub(super) fn bearers(&self, programmes: &[ProgrammeLine]) -> Vec<PassedOn> {
        let mut bearers = Vec::new();
        for organisation in &self.plan.organisations {
            let rules = [&readings::PASSED_ON];
            let mut sum = self.work.begin_sum("Lands on it in all".into(), &rules);
            let mut bears = false;
            for line in programmes {
                let own = line.passed_on.iter();
                for part in own.filter(|part| part.code == organisation.code) {
                    sum.add_named(&line.name, part.amount);
                    bears = true;
                }
            }
            if bears {
                bearers.push(PassedOn {
                    code: organisation.code.clone(),
                    name: organisation.name.clone(),
                    amount: sum.done(),
                });
            }
        }
        bearers
    }
}

/// What lands on all of them together.
pub(super) fn passed_on(desk: &Desk<'_>, bearers: &[PassedOn]) -> Figure {
    let rules = [&readings::PASSED_ON];
    let mut sum = desk.work.begin_sum("Lands on others".into(), &rules);
    for bearer in bearers {
        sum.add_named(&bearer.name, bearer.amount);
    }
    sum.done()
}
