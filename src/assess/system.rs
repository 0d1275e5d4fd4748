//! What of the system's own position its members' money may hang on.

use super::allocation::Allotted;
use super::decisions::{Decisions, FinanceTests, decisions};
use super::member::{Inputs, Stance};
use super::position::Position;
use super::roll_up::{Named, sum_positions};
use crate::money::Rate;
use crate::plan::Plan;
use crate::scheme::{ConditionTest, Line, Scheme};
use crate::working::{Figure, Test, Work};

/// The system's own tests; empty where nothing hangs on them.
#[derive(Default)]
pub(super) struct SystemStance {
    met: Vec<Test>,
    met_by_forecast: Vec<Test>,
    /// The sum of its members' control totals after the fund.
    pub control_total_after_fund: Option<Figure>,
}

impl SystemStance {
    /// Adds all members up, if anything hangs on it.
    pub fn of(work: &Work, plan: &Plan, stances: &[(Inputs<'_>, Stance)]) -> Self {
        let mut statements = plan.statements();
        let mut schemes = plan.schemes.iter();
        if !schemes.any(|scheme| needs_the_system(plan, scheme))
            && !statements.any(|one| one.lines.iter().any(Line::needs_the_system))
        {
            return Self::default();
        }
        let mut positions: Named<'_, Position> = Vec::with_capacity(stances.len());
        for (inputs, stance) in stances {
            positions.push((&inputs.organisation.name, &stance.position));
        }
        let position = sum_positions(work, plan, &positions);
        Self {
            met: position.met,
            met_by_forecast: position.met_by_forecast,
            control_total_after_fund: Some(position.control_total_after_fund),
        }
    }

    /// Whether the system meets its total to date, at the last quarter's end.
    pub fn latest_met(&self) -> Option<Test> {
        self.met.last().copied()
    }

    /// The system's test that decides about each quarter of a fund.
    pub fn decisions(&self, inputs: &Inputs<'_>, allotted: &Allotted) -> Decisions {
        let tests = FinanceTests {
            to_date: &self.met,
            by_forecast: &self.met_by_forecast,
        };
        if inputs.plan.value(&allotted.earning.system_share) == Some(Rate::ZERO) {
            return Vec::new();
        }
        decisions(inputs.work, inputs.plan, allotted.earning, &tests)
    }
}

fn needs_the_system(plan: &Plan, scheme: &Scheme) -> bool {
    scheme.earning.as_ref().is_some_and(|earning| {
        let mut conditions = earning.conditions.iter();
        plan.value(&earning.system_share) != Some(Rate::ZERO)
            || conditions.any(|condition| condition.test == ConditionTest::SystemBalanced)
    })
}
