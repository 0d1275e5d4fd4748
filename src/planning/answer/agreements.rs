//! What is said of the partnership, its contracts, and what they make the area eligible for.

use super::super::contracts::YearLine;
use super::super::eligibility::{AreaEligibility, YearEligibility};
use super::super::partnership::{Binding, PartnershipLine};
use super::super::transformation::Transformation;
use super::Speaker;
use crate::calendar::{Date, FinancialYear};
use crate::money::Money;
use crate::plan::in_words;

impl Speaker<'_> {
    pub(super) fn partnership(&self, line: &PartnershipLine) -> String {
        let target = self.plan.scheme.target;
        match line.binding {
            Binding::Own => format!(
                "As a forum, partners decide together, and what they agree binds each to its own {target} only. What the rules hang on the system's stays as it is."
            ),
            Binding::Both => format!(
                "As an implementation partnership, each partner answers for its own {target} and for the system's."
            ),
            Binding::System => format!(
                "As one integrated system under one budget, the partners answer for the system's {target} together. What the rules hang on each one's own stays as it is."
            ),
        }
    }

    pub(super) fn contracts(&self, line: &YearLine) -> String {
        let year = line.year;
        match self.amount(line.overstated) {
            None => format!(
                "It is not known yet how well the contracts of {year} agree; needs {}.",
                self.needs(line.overstated)
            ),
            Some(Money::ZERO) if self.agrees(year) => {
                format!("In {year} both sides of every contract count the same money.")
            }
            Some(Money::ZERO) => format!(
                "In {year} the sides' contracts differ, and the differences come to nothing together."
            ),
            Some(amount) => {
                let (more, than, better) = if amount.is_negative() {
                    ("commissioners count", "providers", "worse")
                } else {
                    ("providers count", "commissioners", "better")
                };
                format!(
                    "In {year} {more} {} more in contracts than {than} do, so that the system's position looks {better} than it is by as much.",
                    amount.in_words(self.plan.unit)
                )
            }
        }
    }

    /// Whether no contract of the year differs, and no side knows one alone.
    fn agrees(&self, year: FinancialYear) -> bool {
        let mut own = self.contracts.iter().filter(|one| one.year == year);
        own.all(|one| match one.mismatch {
            Some(mismatch) => self.amount(mismatch) == Some(Money::ZERO),
            None => {
                let alone = one.provider_amount.or(one.commissioner_amount);
                alone.and_then(|amount| self.amount(amount)) == Some(Money::ZERO)
            }
        })
    }

    pub(super) fn eligibility(&self, line: &AreaEligibility) -> String {
        let area = self.area();
        let days = line
            .deadline
            .map_or_else(String::new, |day| days(day, line.days_to_go));
        match self.outcome(line.eligible) {
            Some(true) => format!(
                "{area} may take on a system control total: all the contracts entered were agreed in time, and they are within its resources.{days}"
            ),
            Some(false) => {
                let reasons: Vec<String> = line
                    .years
                    .iter()
                    .flat_map(|year| self.reasons(year))
                    .collect();
                let reasons: Vec<&str> = reasons.iter().map(String::as_str).collect();
                format!(
                    "{area} may not take on a system control total: {}.{days}",
                    in_words(reasons)
                )
            }
            None => format!(
                "It is not known yet whether {} may take on a system control total; needs {}.{days}",
                self.area_or("the area"),
                self.needs(line.eligible)
            ),
        }
    }

    fn reasons(&self, year: &YearEligibility) -> Vec<String> {
        let tests = [
            (year.agreed, "not every contract was agreed in time"),
            (
                year.commissioners_within,
                "commissioners' contracts are more than the resources",
            ),
            (
                year.providers_within,
                "providers' contracts are more than the resources",
            ),
        ];
        let missed = tests
            .into_iter()
            .filter(|(test, _)| self.outcome(*test) == Some(false));
        missed
            .map(|(_, words)| format!("for {} {words}", year.year))
            .collect()
    }

    pub(super) fn transformation(&self, line: &Transformation) -> String {
        let area = self.area();
        match self.outcome(line.eligible) {
            Some(true) => format!(
                "{area} meets what transformation funding asks{}.{}",
                self.open_bids(line),
                self.ended_bids(line)
            ),
            Some(false) => {
                let missed = line
                    .conditions
                    .iter()
                    .filter(|one| self.outcome(one.met) == Some(false));
                let missed: Vec<&str> = missed.map(|one| one.name).collect();
                let asked = self.amount(line.asked).map_or_else(String::new, |amount| {
                    format!(" of {}", amount.in_words(self.plan.unit))
                });
                let bids = if line.has_bids() {
                    format!(", so that none of its bids{asked} can be considered")
                } else {
                    String::new()
                };
                format!(
                    "{area} does not meet what transformation funding asks{bids}. Not met: {}.",
                    in_words(missed)
                )
            }
            None => format!(
                "It is not known yet whether {} meets what transformation funding asks; needs {}.",
                self.area_or("the area"),
                self.needs(line.eligible)
            ),
        }
    }

    /// The bids of the pots that have money, where there are any.
    fn open_bids(&self, line: &Transformation) -> String {
        let mut pots = line.pots.iter();
        if !pots.any(|pot| !pot.has_ended && !pot.bids.is_empty()) {
            return String::new();
        }
        let open = self.amount(line.open).map_or_else(String::new, |amount| {
            format!(" of {}", amount.in_words(self.plan.unit))
        });
        format!(": its bids{open} can be considered; no money is promised")
    }

    fn ended_bids(&self, line: &Transformation) -> String {
        let ended = line.pots.iter();
        let ended = ended.filter(|pot| pot.has_ended && !pot.bids.is_empty());
        let ended: Vec<&str> = ended.map(|pot| pot.name).collect();
        if ended.is_empty() {
            return String::new();
        }
        let year = self.plan.year();
        format!(" No money is left in {year} for: {}.", in_words(ended))
    }
}

/// How far off the deadline is.
fn days(deadline: Date, to_go: Option<i32>) -> String {
    let deadline = deadline.in_words();
    match to_go {
        None => String::new(),
        Some(0) => format!(" Today, {deadline}, is the last day for contracts."),
        Some(1) => format!(" One day to go until {deadline}."),
        Some(-1) => format!(" The deadline, {deadline}, was yesterday."),
        Some(days) if days > 0 => format!(" {days} days to go until {deadline}."),
        Some(days) => format!(
            " The deadline, {deadline}, was {} days ago.",
            days.saturating_neg()
        ),
    }
}
