//! What is said of the partnership, its contracts, and what they make the area eligible for.

use super::super::contracts::{ContractLine, YearLine};
use super::super::eligibility::{AreaEligibility, YearEligibility};
use super::super::partnership::{Binding, PartnershipLine};
use super::super::transformation::Transformation;
use super::Speaker;
use crate::calendar::{Date, FinancialYear};
use crate::money::Money;
use crate::plan::{in_words, years_in_words};
use crate::working::{Figure, Test};

const LOOKS_BETTER: &str = ", so that the system's position looks better than it is by as much";
const LOOKS_WORSE: &str = ", so that the system's position looks worse than it is by as much";

/// How well a year's contracts agree, in words before and after the year, and what
/// follows from it.
#[derive(PartialEq)]
struct Agreement {
    before: &'static str,
    after: String,
    follows: &'static str,
}

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

    /// Years that are alike are told together, and what follows is told once; nothing is
    /// said without contracts.
    pub(super) fn contracts(&self) -> Option<String> {
        let mut told: Vec<(Agreement, Vec<FinancialYear>)> = Vec::new();
        for line in self.years.iter().filter(|line| self.has_contracts(line)) {
            let agreement = self.agreement(line);
            match told.iter_mut().find(|(other, _)| *other == agreement) {
                Some((_, years)) => years.push(line.year),
                None => told.push((agreement, vec![line.year])),
            }
        }
        let mut last = "";
        let told = told.into_iter().map(|(one, years)| {
            let each = if years.len() > 1 { "each of " } else { "" };
            let years = years_in_words(years.into_iter());
            let follows = if one.follows == last { "" } else { one.follows };
            last = one.follows;
            format!("{} {each}{years} {}{follows}.", one.before, one.after)
        });
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// Whether a year has contracts, or one that was left out may be its own.
    fn has_contracts(&self, line: &YearLine) -> bool {
        let planning = self.plan.planning.as_deref();
        let mut unread = planning.into_iter().flat_map(|one| &one.unread);
        line.contracts > 0 || unread.any(|one| one.is_contract && one.may_be_of(line.year))
    }

    /// How well a year's contracts agree.
    fn agreement(&self, line: &YearLine) -> Agreement {
        let (before, after, follows) = match self.amount(line.overstated) {
            None => (
                "It is not known yet how well the contracts of",
                format!("agree; needs {}", self.needs(line.overstated)),
                "",
            ),
            Some(Money::ZERO) if self.agrees(line.year) => (
                "In",
                "both sides of every contract count the same money".to_owned(),
                "",
            ),
            Some(Money::ZERO) => (
                "In",
                "the sides' contracts differ, and the differences come to nothing together"
                    .to_owned(),
                "",
            ),
            Some(amount) => {
                let (more, than, follows) = if amount.is_negative() {
                    ("commissioners", "providers", LOOKS_WORSE)
                } else {
                    ("providers", "commissioners", LOOKS_BETTER)
                };
                let amount = amount.in_words(self.plan.unit);
                let after = format!("{more} count {amount} more in contracts than {than} do");
                ("In", after, follows)
            }
        };
        Agreement {
            before,
            after,
            follows,
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
                "{area} may take on a system control total: all the contracts entered for {} were agreed in time, and they are within its resources.{days}",
                years_in_words(line.years.iter().map(|one| one.year))
            ),
            Some(false) => format!(
                "{area} may not take on a system control total: {}.{days}",
                self.reasons(&line.years).join(", and ")
            ),
            None => format!(
                "It is not known yet whether {} may take on a system control total; needs {}.{days}",
                self.area_or("the area"),
                self.needs(line.eligible)
            ),
        }
    }

    /// What is missed, each reason once for all years.
    fn reasons(&self, years: &[YearEligibility]) -> Vec<String> {
        let commissioners = self.over("commissioners'", years, |year, line| {
            (year.commissioners_within, line.left_of_commissioners)
        });
        let providers = self.over("providers'", years, |year, line| {
            (year.providers_within, line.left_of_providers)
        });
        let reasons = [self.not_agreed(years), commissioners, providers];
        reasons.into_iter().flatten().collect()
    }

    /// The contracts that were not agreed in time: by name where they are few.
    fn not_agreed(&self, years: &[YearEligibility]) -> Option<String> {
        let all = self.contracts.iter();
        let late: Vec<&ContractLine> = all
            .filter(|one| one.agreed.and_then(|test| self.outcome(test)) == Some(false))
            .collect();
        let (subject, names) = match late.as_slice() {
            [] => return None,
            [one] => ("the contract of ", vec![with_year(one)]),
            [one, other] if one.pair() == other.pair() => (
                "the contracts of ",
                vec![with_year(one), other.year.to_string()],
            ),
            [one, other] => ("the contracts of ", vec![with_year(one), with_year(other)]),
            _ => ("", counted_by_year(years, &late)),
        };
        let were = if late.len() == 1 { "was" } else { "were" };
        let names = names.iter().map(String::as_str).collect();
        Some(format!(
            "{subject}{} {were} not agreed in time",
            in_words(names)
        ))
    }

    /// In which years a side's contracts are more than the resources, and by how much
    /// where that is known.
    fn over(
        &self,
        whose: &str,
        years: &[YearEligibility],
        held: fn(&YearEligibility, &YearLine) -> (Test, Figure),
    ) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        for own in years {
            let line = self.years.iter().find(|line| line.year == own.year);
            let Some((within, left)) = line.map(|line| held(own, line)) else {
                continue;
            };
            if self.outcome(within) == Some(false) {
                let by = self.amount(left).map_or_else(String::new, |left| {
                    format!("{} ", left.in_words(self.plan.unit))
                });
                let than = if parts.is_empty() {
                    " than the resources"
                } else {
                    ""
                };
                parts.push(format!("{by}more{than} for {}", own.year));
            }
        }
        let words = in_words(parts.iter().map(String::as_str).collect());
        (!parts.is_empty()).then(|| format!("{whose} contracts are {words}"))
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

fn with_year(contract: &ContractLine) -> String {
    format!("{} for {}", contract.pair(), contract.year)
}

/// How many contracts there are of each year that has any.
fn counted_by_year(years: &[YearEligibility], contracts: &[&ContractLine]) -> Vec<String> {
    let mut parts = Vec::with_capacity(years.len());
    for YearEligibility { year, .. } in years {
        let own = contracts.iter().filter(|one| one.year == *year).count();
        let noun = match own {
            0 => continue,
            _ if !parts.is_empty() => "",
            1 => " contract",
            _ => " contracts",
        };
        parts.push(format!("{own}{noun} for {year}"));
    }
    parts
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
