//! Over-delivery and the year's end.
//!
//! Readings 14 and 51: the incentive is the rate times the smaller of what was agreed and what was
//! made, never below nothing, for those in the fund; it counts from the control total in force, or
//! from the original one where the rules say so. At most it is the rate times all that was made.

use super::every_way::Figures;
use super::exact::{Known, Pence, Share, less, not_below_zero, rounded};
use super::plan::Member;
use super::rules::Earning;

pub fn incentive(member: &Member, earning: &Earning, in_fund: bool) -> Figures {
    let made = improvement(member, earning);
    let rate = if in_fund {
        earning.incentive
    } else {
        Share::from(0)
    };
    let figures = [
        (
            "incentive",
            times(rate, smaller(member.agreed_improvement, made)),
        ),
        ("incentive_at_most", times(rate, made)),
    ];
    let named = figures.map(|(name, figure)| (format!("year_end.{name}"), vec![figure]));
    named.into_iter().collect()
}

/// By how much the year ends better than the control total.
fn improvement(member: &Member, earning: &Earning) -> Known<Pence> {
    let base = if earning.incentive_over_original {
        member.original_control_total
    } else {
        member.in_force[3]
    };
    not_below_zero(less(member.actual[3], base))
}

/// The smaller of two amounts that are not below nothing.
fn smaller(one: Known<Pence>, other: Known<Pence>) -> Known<Pence> {
    if one == Some(0) || other == Some(0) {
        return Some(0);
    }
    Some(one?.min(other?))
}

fn times(rate: Share, amount: Known<Pence>) -> Known<Pence> {
    if rate == Share::from(0) {
        return Some(0);
    }
    Some(rounded(rate * amount?))
}
