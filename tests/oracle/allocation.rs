//! What each fund allocates, and the control total with it.
//!
//! Readings 15 and 44: the control total after the fund is the one before it plus the whole
//! allocation, accepted or not; it is the same where there is no entitlement. Reading 26: a
//! commissioner's fund is the deficit itself. With several funds all of them are added.

use super::exact::{Known, Pence, if_met, less, not, not_below_zero, sum};
use super::plan::{Member, Plan};
use super::rules::Rules;

pub fn is_deficit(member: &Member) -> Known<bool> {
    Some(member.control_total? < 0)
}

/// The allocation that counts for the year.
pub fn counted(member: &Member, rules: &Rules) -> Known<Pence> {
    let earning = rules.earning.as_ref().unwrap();
    let offered = member.allocation.get(&rules.fund).copied().flatten();
    match earning.allocation.as_str() {
        "offered" => offered,
        "offered_for_deficit" => if_met(offered, is_deficit(member)),
        "the_deficit" => gap(member.control_total),
        other => panic!("{other}"),
    }
}

/// Of all funds that pay the organisation.
pub fn of_all(plan: &Plan, member: &Member) -> Known<Pence> {
    sum(plan
        .paying(&member.side)
        .map(|rules| counted(member, rules)))
}

pub fn control_total_after_fund(plan: &Plan, member: &Member) -> Known<Pence> {
    sum([member.control_total, of_all(plan, member)])
}

/// What a deficit lacks to break-even.
pub fn gap(amount: Known<Pence>) -> Known<Pence> {
    not_below_zero(less(Some(0), amount))
}

pub fn at_break_even(amount: Known<Pence>) -> Known<bool> {
    not(Some(amount? < 0))
}
