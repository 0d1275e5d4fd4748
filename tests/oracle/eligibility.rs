//! Who is in a fund.
//!
//! Readings 2, 10 and 39: every condition must be met, and one that is not stops all money of the
//! fund. Readings 26, 31 and 48 say what the conditions look at. `rules.md` 12, F03: a plan that has
//! to balance with the fund shows by how much it must improve, and what that unlocks.

use super::allocation;
use super::exact::{Known, Pence, all, sum};
use super::plan::{Member, Plan};
use super::rules::{Condition, Rules};

/// Each condition, by its id.
pub fn conditions(plan: &Plan, member: &Member, rules: &Rules) -> Vec<(String, Known<bool>)> {
    let conditions = rules.earning.as_ref().unwrap().conditions.iter();
    conditions
        .map(|condition| (condition.id.clone(), met(plan, member, condition)))
        .collect()
}

pub fn is_in_fund(plan: &Plan, member: &Member, rules: &Rules) -> Known<bool> {
    let conditions = conditions(plan, member, rules);
    all(conditions.into_iter().map(|(_, met)| met))
}

fn met(plan: &Plan, member: &Member, condition: &Condition) -> Known<bool> {
    let after_fund = |member: &Member| allocation::control_total_after_fund(plan, member);
    match condition.test.as_str() {
        "accepted" => member.accepted,
        "answer" => member.answers.get(&condition.id).copied().flatten(),
        "deficit" => allocation::is_deficit(member),
        "balanced" => allocation::at_break_even(after_fund(member)),
        "system_balanced" => allocation::at_break_even(sum(plan.members.iter().map(after_fund))),
        other => panic!("{other}"),
    }
}

pub struct Improvement {
    pub by: Known<Pence>,
    /// None where another condition is known not to be met.
    pub unlocks: Option<Known<Pence>>,
}

/// Where the organisation's own plan, or the system's, must balance with the fund.
pub fn improvement(plan: &Plan, member: &Member, rules: &Rules) -> Option<Improvement> {
    let after_fund = |member: &Member| allocation::control_total_after_fund(plan, member);
    let mut conditions = rules.earning.as_ref().unwrap().conditions.iter();
    let must_balance = conditions.find_map(|condition| match condition.test.as_str() {
        "balanced" => Some(after_fund(member)),
        "system_balanced" => Some(sum(plan.members.iter().map(after_fund))),
        _ => None,
    })?;
    let others = rules.earning.as_ref().unwrap().conditions.iter();
    let mut others = others.filter(|one| !one.test.ends_with("balanced"));
    let stands = others.all(|one| met(plan, member, one) != Some(false));
    Some(Improvement {
        by: allocation::gap(must_balance),
        unlocks: stands.then(|| allocation::counted(member, rules)),
    })
}
