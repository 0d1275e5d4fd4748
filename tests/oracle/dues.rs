//! How a year's allocation is shared out: over the quarters, and inside each quarter.
//!
//! Readings 3 and 37: the first three quarters are rounded and the last takes the difference; the
//! performance and the system's parts are shares of the quarter's rounded money, each rounded, and
//! own finance takes the difference. Reading 5: a measure that does not apply gives its weight to
//! finance. Reading 12: the own part carries all weights, the system's part is finance alone.

use super::allocation;
use super::exact::{Known, Pence, Quarters, Share, less, share_of, sum};
use super::plan::Member;
use super::rules::{Earning, Measure, Part, Rules};
use super::tests;

pub struct Dues {
    /// Of the year.
    pub allocation: Known<Pence>,
    pub available: Quarters<Known<Pence>>,
    pub finance: Quarters<Known<Pence>>,
    pub system: Quarters<Known<Pence>>,
    pub performance: Vec<PerformanceDue>,
}

/// What a part of a measure carries in a quarter.
pub struct PerformanceDue {
    pub measure: String,
    pub part: String,
    pub quarter: usize,
    pub due: Known<Pence>,
    pub met: Known<bool>,
}

pub fn dues(member: &Member, rules: &Rules) -> Dues {
    let earning = rules.earning.as_ref().unwrap();
    let allocation = allocation::counted(member, rules);
    let available = over_the_quarters(allocation, earning.phasing);
    let system = available.map(|available| share_of(available, earning.system_share));
    let applying = earning.measures.iter();
    let applying = applying.filter(|measure| member.performance.contains_key(&measure.id));
    let performance: Vec<PerformanceDue> = applying
        .flat_map(|measure| parts(member, earning, measure, &available))
        .collect();
    let finance = |q: usize| {
        let of_quarter = performance.iter().filter(|part| part.quarter == q);
        let others = of_quarter.map(|part| part.due).chain([system[q]]);
        less(available[q], sum(others))
    };
    Dues {
        allocation,
        available,
        finance: std::array::from_fn(finance),
        system,
        performance,
    }
}

fn over_the_quarters(
    allocation: Known<Pence>,
    phasing: Known<Quarters<Share>>,
) -> Quarters<Known<Pence>> {
    let part = |q: usize| share_of(allocation, phasing.map(|phasing| phasing[q]));
    let first = [part(0), part(1), part(2)];
    [first[0], first[1], first[2], less(allocation, sum(first))]
}

fn parts(
    member: &Member,
    earning: &Earning,
    measure: &Measure,
    available: &Quarters<Known<Pence>>,
) -> Vec<PerformanceDue> {
    let in_quarter = |q: usize| {
        let parts = measure
            .parts
            .iter()
            .filter(move |part| part.quarters.contains(&q));
        parts.map(move |part| PerformanceDue {
            measure: measure.id.clone(),
            part: part.name.clone(),
            quarter: q,
            due: share_of(available[q], weight(earning, measure, part, q)),
            met: tests::performance(member, measure, &part.any_of, q),
        })
    };
    (0..4).flat_map(in_quarter).collect()
}

/// The share of a quarter's money that a part carries.
fn weight(earning: &Earning, measure: &Measure, part: &Part, q: usize) -> Known<Share> {
    let of_own_part = measure.weight[q] * part.share;
    if of_own_part == Share::from(0) {
        return Some(of_own_part);
    }
    Some((Share::from(1) - earning.system_share?) * of_own_part)
}
