//! Planning rounds: what an area has to decide in one, by when, and what hangs on it.

#[cfg(feature = "rule-texts")]
use super::Chapter;
use super::rule::Rule;
use crate::calendar::{Date, FinancialYear};

/// The rules of a planning round.
#[derive(Debug)]
pub struct Round {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The first year that is planned in it.
    pub from: FinancialYear,
    /// The last one.
    pub until: FinancialYear,
    /// How many of its rules are recalled, not verified.
    pub rules_not_verified: usize,
    /// The milestones whose days were read.
    pub milestones: &'static [Milestone],
    /// The pots of transformation funding.
    pub pots: &'static [Pot],
    /// Contracts are agreed by the deadline.
    pub contracts_agreed: Rule,
    /// Contracts are within the resources.
    pub within_resources: Rule,
    /// What both make an area eligible for.
    pub system_control_total: Rule,
    /// The system's plan meets its control total.
    pub system_plan: Rule,
    /// Each organisation's plan meets its own.
    pub own_plans: Rule,
    /// Plans meet the trajectories.
    pub trajectories: Rule,
    /// What all three make an area eligible for.
    pub eligible: Rule,
    /// Cost and risk are not just moved.
    pub not_only_shifted: Rule,
    /// Health funding is not meant for councils' pressures.
    pub council_pressures: Rule,
    /// Providers and commissioners each still balance nationally after flexes.
    pub sides_balance: Rule,
}

/// A day by which something has to be done.
#[derive(Debug)]
pub struct Milestone {
    /// Its id.
    pub id: &'static str,
    /// The day as published.
    pub day: Option<Date>,
    /// The rule that sets it.
    pub rule: Rule,
}

/// A pot of transformation funding.
#[derive(Debug)]
pub struct Pot {
    /// Its id.
    pub id: &'static str,
    /// The last year of its money, if that is known.
    pub final_year: Option<FinancialYear>,
    /// What is known of it.
    pub rule: Rule,
}

/// The milestones that every planning round has, by id, in the order in which they come.
/// A round gives the days that were read; all others are asked.
pub const MILESTONES: [(&str, &str); 6] = [
    ("control_totals", "Control totals issued"),
    ("submission", "Area plans submitted"),
    ("acceptance", "Control totals accepted"),
    ("contracts", "Contracts agreed"),
    ("capital_framework", "Capital framework issued"),
    ("capital_decisions", "Capital decisions"),
];

impl Round {
    /// The years that are planned in it.
    pub fn years(&self) -> impl Iterator<Item = FinancialYear> {
        let (from, until) = (self.from.first(), self.until.first());
        (from..=until).map(FinancialYear::beginning)
    }

    /// Whether a year is planned in it.
    #[must_use]
    pub fn covers(&self, year: FinancialYear) -> bool {
        (self.from..=self.until).contains(&year)
    }

    /// The milestone with this id, if its day was read.
    #[must_use]
    pub fn milestone(&self, id: &str) -> Option<&'static Milestone> {
        self.milestones.iter().find(|milestone| milestone.id == id)
    }

    /// The conditions for transformation funding, which a plan may answer in place of
    /// what is worked out.
    #[must_use]
    pub const fn conditions(&self) -> [&Rule; 3] {
        [&self.system_plan, &self.own_plans, &self.trajectories]
    }

    /// The pot with this id.
    #[must_use]
    pub fn pot(&self, id: &str) -> Option<&'static Pot> {
        self.pots.iter().find(|pot| pot.id == id)
    }
}

#[cfg(feature = "rule-texts")]
impl Round {
    /// Its rules, in reading order.
    #[must_use]
    pub fn chapters(&self) -> Vec<Chapter<'_>> {
        vec![
            Chapter {
                title: "The planning round's days",
                rules: self.milestones.iter().map(|one| &one.rule).collect(),
                computed: true,
            },
            Chapter {
                title: "Taking on a system control total",
                rules: vec![
                    &self.contracts_agreed,
                    &self.within_resources,
                    &self.system_control_total,
                ],
                computed: true,
            },
            Chapter {
                title: "Transformation funding",
                rules: vec![
                    &self.system_plan,
                    &self.own_plans,
                    &self.trajectories,
                    &self.eligible,
                ],
                computed: true,
            },
            Chapter {
                title: "The pots of transformation funding",
                rules: self.pots.iter().map(|pot| &pot.rule).collect(),
                computed: true,
            },
            Chapter {
                title: "What the round asks of an area",
                rules: vec![
                    &self.not_only_shifted,
                    &self.council_pressures,
                    &self.sides_balance,
                ],
                computed: true,
            },
        ]
    }
}
