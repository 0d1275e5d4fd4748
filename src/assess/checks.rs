//! What must be true of every assessment: the parts add to the whole.

use super::entitlement::FundRows;
use super::group::{Group, GroupKind};
use super::member::Member;
use crate::money::Money;
use crate::working::Figure;
use serde::Serialize;

/// A check of the assessment against itself.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Check {
    /// What is checked, in words.
    pub words: &'static str,
    /// Whether it holds; nothing while a figure it needs is not known.
    pub holds: Option<bool>,
}

/// All checks of an assessment.
pub(super) fn checks(
    system: &Group,
    sides: &[Group],
    subdivisions: &[Group],
    members: &[Member],
) -> Vec<Check> {
    let groups = || std::iter::once(system).chain(sides).chain(subdivisions);
    let funds = || {
        let of_members = members.iter().filter_map(|member| member.fund.as_ref());
        of_members.chain(groups().map(|group| &group.fund))
    };
    let mut checks = vec![
        Check {
            words: "Available is earned, missed and still to earn, in every quarter, for every organisation and group.",
            holds: all(funds().map(|fund| available_is_shared_out(&fund.total))),
        },
        Check {
            words: "Missed is recovered, still recoverable and lost, in every quarter, for every organisation and group.",
            holds: all(funds().map(|fund| missed_is_shared_out(&fund.total))),
        },
        Check {
            words: "What is paid is what is earned and recovered, for every organisation and group.",
            holds: all(funds().map(|fund| paid_is_earned_and_recovered(&fund.total))),
        },
        Check {
            words: "The quarters add to the year, for every organisation and group.",
            holds: all(funds().map(|fund| quarters_add(&fund.total))),
        },
        Check {
            words: "The tests' money adds to the fund's, for every organisation and group.",
            holds: all(funds().map(|fund| {
                let elements = fund.elements.iter();
                adds(
                    elements.map(|element| &element.money.earned.year),
                    &fund.total.earned.year,
                )
            })),
        },
        Check {
            words: "The two sides add to the system.",
            holds: all(sides_add(system, sides)),
        },
    ];
    if subdivisions
        .iter()
        .any(|group| group.kind == GroupKind::Subdivision)
    {
        checks.push(Check {
            words: "The subdivisions add to the system.",
            holds: all(sides_add(system, subdivisions)),
        });
    }
    checks
}

/// Whether parts add to the whole; nothing while one is not known.
fn adds<'a>(parts: impl Iterator<Item = &'a Figure>, whole: &Figure) -> Option<bool> {
    let parts: Option<Money> = parts.map(|part| part.value().copied()).sum();
    Some(parts? == *whole.value()?)
}

/// No if one check fails, nothing if one can't be made yet.
fn all(checks: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut result = Some(true);
    for check in checks {
        match check {
            Some(false) => return Some(false),
            Some(true) => {}
            None => result = None,
        }
    }
    result
}

/// The figures of a row with those of others in the same quarter or year.
fn columns<const N: usize>(
    whole: &super::ByQuarter,
    parts: [&super::ByQuarter; N],
) -> Option<bool> {
    let quarters = whole.quarters.iter().enumerate().map(|(index, whole)| {
        let parts = parts.iter().filter_map(|row| row.quarters.get(index));
        adds(parts, whole)
    });
    let year = adds(parts.iter().map(|row| &row.year), &whole.year);
    all(quarters.chain([year]))
}

fn available_is_shared_out(fund: &FundRows) -> Option<bool> {
    columns(
        &fund.available,
        [&fund.earned, &fund.missed, &fund.still_to_earn],
    )
}

fn missed_is_shared_out(fund: &FundRows) -> Option<bool> {
    columns(
        &fund.missed,
        [&fund.recovered, &fund.still_recoverable, &fund.lost],
    )
}

fn paid_is_earned_and_recovered(fund: &FundRows) -> Option<bool> {
    adds(
        [&fund.earned.year, &fund.recovered.year].into_iter(),
        &fund.paid.year,
    )
}

fn quarters_add(fund: &FundRows) -> Option<bool> {
    let rows = fund.rows();
    all(rows
        .iter()
        .map(|(_, _, row)| adds(row.quarters.iter(), &row.year)))
}

fn sides_add(system: &Group, parts: &[Group]) -> impl Iterator<Item = Option<bool>> {
    let picks: [fn(&Group) -> &Figure; 4] = [
        |group| &group.position.control_total,
        |group| &group.position.control_total_after_fund,
        |group| &group.fund.total.paid.year,
        |group| &group.fund.total.lost.year,
    ];
    picks
        .into_iter()
        .map(|pick| adds(parts.iter().map(pick), pick(system)))
}
