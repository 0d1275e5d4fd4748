//! Several funds in one year: an organisation's money is what all of them pay.

use super::figures::{ByQuarter, each_quarter};
use super::fund::{Entitlement, FundRows};
use super::matrix::Matrix;
use super::terms::{Earned, NEIGHBOURS_COST, PAID_TO_DATE, WHAT_HANGS};
use crate::scheme::readings;
use crate::working::{Figure, Label, Work};

/// What an organisation earns from all of its funds; nothing where it has none.
pub(super) fn together(work: &Work, mut earned: Vec<Earned>) -> Option<Earned> {
    if earned.len() < 2 {
        return earned.pop();
    }
    let rules = [&readings::FUNDS_ADDED];
    let sum = |label: Label<'_>, pick: &dyn Fn(&Earned) -> Figure| {
        let mut sum = work.begin_sum(label, &rules);
        for one in &earned {
            sum.add_named(one.allotted.scheme.fund, pick(one));
        }
        sum.done()
    };
    let total = FundRows::make(&|row, label| {
        ByQuarter::make(&|quarter| {
            sum((label, quarter).into(), &|one| {
                row(&one.entitlement.total).at(quarter)
            })
        })
    });
    let at_ends = |label: &str, pick: fn(&Earned) -> [Figure; 4]| {
        each_quarter(&|quarter| sum((label, quarter).into(), &|one| quarter.own(pick(one))))
    };
    let elements = earned.iter().flat_map(|one| &one.entitlement.elements);
    let elements = elements.copied().collect();
    let matrices: Vec<&Matrix> = earned.iter().flat_map(|one| &one.matrix).collect();
    let matrix = (!matrices.is_empty()).then(|| Matrix::sum(work, &matrices));
    let first = earned.first()?;
    Some(Earned {
        allotted: first.allotted,
        eligible: first.eligible,
        entitlement: Entitlement { total, elements },
        what_hangs: at_ends(WHAT_HANGS, |one| one.what_hangs),
        paid_to_date: at_ends(PAID_TO_DATE, |one| one.paid_to_date),
        matrix,
        neighbours_cost: sum(NEIGHBOURS_COST.into(), &|one| one.neighbours_cost),
    })
}
