//! What must be true of every assessment: the parts add to the whole.

use super::figures::ByQuarter;
use super::fund::Entitlement;
use super::group::{Group, GroupKind};
use super::member::Member;
use crate::calendar::Quarter;
use crate::money::Money;
use crate::plan::Plan;
use crate::working::{Figure, Ledger};
use serde::Serialize;

/// A check of the assessment against itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Check {
    /// What is checked, in words.
    pub words: &'static str,
    /// Whether it holds; nothing while a figure it needs is not known.
    pub holds: Option<bool>,
}

/// Whether something holds of what an organisation or group earns.
type Holds = fn(&Ledger, &Entitlement) -> Option<bool>;

/// What must be true where a fund is.
const OF_THE_FUND: [(&str, Holds); 5] = [
    (
        "Available is earned, missed and still to earn, in every quarter, for every organisation and group.",
        available_is_shared_out,
    ),
    (
        "Missed is recovered, still recoverable and lost, in every quarter, for every organisation and group.",
        missed_is_shared_out,
    ),
    (
        "What is paid is what is earned and recovered, for every organisation and group.",
        paid_is_earned_and_recovered,
    ),
    (
        "The quarters add to the year, for every organisation and group.",
        quarters_add,
    ),
    (
        "The tests' money adds to the fund's, for every organisation and group.",
        tests_add,
    ),
];

/// All checks of an assessment; those of the fund where the plan's rules have one.
pub(super) fn checks(
    (plan, ledger): (&Plan, &Ledger),
    system: &Group,
    sides: &[Group],
    subdivisions: &[Group],
    members: &[Member],
) -> Vec<Check> {
    let mut checks = Vec::new();
    if plan.has_fund() {
        let mut funds: Vec<&Entitlement> = Vec::new();
        for member in members {
            funds.extend(&member.fund);
        }
        funds.push(&system.fund);
        for group in sides.iter().chain(subdivisions) {
            funds.push(&group.fund);
        }
        for (words, holds) in OF_THE_FUND {
            let holds = all(&funds, &|fund| holds(ledger, fund));
            checks.push(Check { words, holds });
        }
    }
    checks.push(Check {
        words: "The two sides add to the system.",
        holds: groups_add(ledger, system, sides),
    });
    if subdivisions
        .iter()
        .any(|group| group.kind == GroupKind::Subdivision)
    {
        checks.push(Check {
            words: "The subdivisions add to the system.",
            holds: groups_add(ledger, system, subdivisions),
        });
    }
    checks
}

/// Whether parts add to the whole; nothing while one is not known.
fn adds(ledger: &Ledger, parts: &[Figure], whole: Figure) -> Option<bool> {
    let mut sum = Money::ZERO;
    for part in parts {
        sum = sum.plus(ledger.amount(*part)?);
    }
    Some(sum == ledger.amount(whole)?)
}

/// Whether a check holds for all: no if it fails for one, nothing if it can't be
/// made for one yet.
fn all<T>(items: &[T], holds: &dyn Fn(&T) -> Option<bool>) -> Option<bool> {
    let mut result = Some(true);
    for item in items {
        match holds(item) {
            Some(false) => return Some(false),
            Some(true) => {}
            None => result = None,
        }
    }
    result
}

/// The figures of a row with those of others in the same quarter or year.
fn columns(ledger: &Ledger, whole: ByQuarter, [one, two, three]: [ByQuarter; 3]) -> Option<bool> {
    let [q1, q2, q3, q4] = Quarter::ALL.map(Some);
    all(&[q1, q2, q3, q4, None], &|quarter| {
        let parts = [one.at(*quarter), two.at(*quarter), three.at(*quarter)];
        adds(ledger, &parts, whole.at(*quarter))
    })
}

fn available_is_shared_out(
    ledger: &Ledger,
    Entitlement { total, .. }: &Entitlement,
) -> Option<bool> {
    let parts = [total.earned, total.missed, total.still_to_earn];
    columns(ledger, total.available, parts)
}

fn missed_is_shared_out(ledger: &Ledger, Entitlement { total, .. }: &Entitlement) -> Option<bool> {
    let parts = [total.recovered, total.still_recoverable, total.lost];
    columns(ledger, total.missed, parts)
}

fn paid_is_earned_and_recovered(
    ledger: &Ledger,
    Entitlement { total, .. }: &Entitlement,
) -> Option<bool> {
    let parts = [total.earned.year, total.recovered.year];
    adds(ledger, &parts, total.paid.year)
}

fn quarters_add(ledger: &Ledger, Entitlement { total, .. }: &Entitlement) -> Option<bool> {
    all(&total.rows(), &|row| adds(ledger, &row.quarters, row.year))
}

fn tests_add(ledger: &Ledger, fund: &Entitlement) -> Option<bool> {
    let mut parts = Vec::with_capacity(fund.elements.len());
    for element in &fund.elements {
        parts.push(element.money.earned.year);
    }
    adds(ledger, &parts, fund.total.earned.year)
}

fn groups_add(ledger: &Ledger, system: &Group, groups: &[Group]) -> Option<bool> {
    let picks: [fn(&Group) -> Figure; 4] = [
        |group| group.position.control_total,
        |group| group.position.control_total_after_fund,
        |group| group.fund.total.paid.year,
        |group| group.fund.total.lost.year,
    ];
    all(&picks, &|pick| {
        let mut parts = Vec::with_capacity(groups.len());
        for group in groups {
            parts.push(pick(group));
        }
        adds(ledger, &parts, pick(system))
    })
}
