//! Whether an organisation is in a fund at all: the fund's conditions one by one,
//! each met, not met or not known (C4).

use super::allocation::Allotted;
use super::member::Inputs;
use super::position::Position;
use crate::scheme::{Condition, ConditionTest, RuleId, readings};
use crate::working::{Figure, Test};
use serde::Serialize;

/// Whether an organisation is in a fund, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Eligibility {
    /// The fund's short name.
    pub fund: &'static str,
    /// Whether every condition is met.
    pub met: Test,
    /// The conditions, in the order of the rules.
    pub conditions: Vec<ConditionResult>,
    /// By how much a plan that must balance with the fund falls short of that.
    pub improve_by: Option<Figure>,
    /// Whose plan that is.
    pub whose_plan: Option<WhosePlan>,
    /// The year's allocation, which such an improvement unlocks: to be earned then. None
    /// where another condition is not met, so that the improvement alone unlocks nothing.
    pub unlocks: Option<Figure>,
}

/// Whose plan has to balance with the fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum WhosePlan {
    /// The organisation's own.
    Own,
    /// The system's.
    System,
}

/// One condition with its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ConditionResult {
    /// The id of the rule that sets it.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub rule: RuleId,
    /// Its name.
    pub name: &'static str,
    /// Whether it is met.
    pub met: Test,
    /// Where the organisation answers it, in the plan document.
    pub answer: Option<String>,
}

/// What conditions may ask of the organisation's and the system's plan.
pub(super) struct Standing<'a> {
    pub position: &'a Position,
    /// The system's control total after the fund, where it is known to be needed.
    pub system_after_fund: Option<Figure>,
}

impl Inputs<'_> {
    /// The conditions of a fund, and all together.
    pub fn eligibility(&self, allotted: &Allotted, standing: &Standing<'_>) -> Eligibility {
        let fund = allotted.scheme.fund;
        let mut conditions = Vec::with_capacity(allotted.earning.conditions.len());
        let mut tests = Vec::with_capacity(allotted.earning.conditions.len());
        let mut balanced = None;
        let mut is_refused = false;
        for condition in allotted.earning.conditions {
            let met = self.condition(condition, standing);
            tests.push(met);
            match balancing_plan(condition, standing) {
                Some(plan) => balanced = Some((condition, plan)),
                None => is_refused |= self.work.outcome(met) == Some(false),
            }
            conditions.push(ConditionResult {
                rule: condition.rule.id,
                name: condition.rule.name,
                met,
                answer: field(condition).map(|field| self.path(&field)),
            });
        }
        let met = match tests.as_slice() {
            [only] => *only,
            several => {
                let rules = [&readings::IN_THE_FUND];
                self.work.all_of("In the fund".into(), &rules, several)
            }
        };
        Eligibility {
            fund,
            met,
            conditions,
            improve_by: balanced.map(|(condition, plan)| {
                self.deficit("Improvement needed to balance", plan, &condition.rule)
            }),
            whose_plan: balanced.map(|(condition, _)| match condition.test {
                ConditionTest::SystemBalanced => WhosePlan::System,
                _ => WhosePlan::Own,
            }),
            unlocks: balanced
                .filter(|_| !is_refused)
                .map(|_| allotted.allocation),
        }
    }

    fn condition(&self, condition: &'static Condition, standing: &Standing<'_>) -> Test {
        let rule = &condition.rule;
        let position = standing.position;
        match condition.test {
            ConditionTest::Accepted => self.accepted(rule),
            ConditionTest::Answer => self.answered(condition.id, rule),
            ConditionTest::Deficit => self.is_deficit(position.control_total, rule),
            ConditionTest::Balanced | ConditionTest::SystemBalanced => {
                let plan = balancing_plan(condition, standing);
                self.balances(plan.unwrap_or(position.control_total_after_fund), rule)
            }
        }
    }
}

/// The plan with the fund that has to balance, where a condition asks for one: the
/// organisation's own or the system's.
fn balancing_plan(condition: &Condition, standing: &Standing<'_>) -> Option<Figure> {
    let own = standing.position.control_total_after_fund;
    match condition.test {
        ConditionTest::Balanced => Some(own),
        ConditionTest::SystemBalanced => Some(standing.system_after_fund.unwrap_or(own)),
        _ => None,
    }
}

/// Where the organisation answers a condition.
fn field(condition: &Condition) -> Option<String> {
    match condition.test {
        ConditionTest::Accepted => Some("accepted".to_owned()),
        ConditionTest::Answer => Some(format!("answers/{}", condition.id)),
        _ => None,
    }
}
