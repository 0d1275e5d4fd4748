//! Reading 40: acceptance and own gates are tried every way, and a figure that comes out the same
//! is known.

use super::exact::{Known, Pence, Quarters, sum};
use std::collections::BTreeMap;

/// One figure, or one for each quarter, or those and the year's.
pub type Row = Vec<Known<Pence>>;

/// Rows by name, such as `total.earned`.
pub type Figures = BTreeMap<String, Row>;

/// One way that things can be.
#[derive(Clone, Copy)]
pub struct Way {
    pub in_fund: bool,
    /// Whether the finance test that decides each quarter's money is met.
    pub gates: Quarters<bool>,
}

/// The figures that hold whichever way it is.
pub fn every_way(
    in_fund: Known<bool>,
    gates: Quarters<Known<bool>>,
    figures: impl Fn(Way) -> Figures,
) -> Figures {
    let mut merged: Option<Figures> = None;
    for way in ways(in_fund, gates) {
        let found = figures(way);
        merged = Some(match merged {
            None => found,
            Some(before) => in_common(before, &found),
        });
    }
    merged.unwrap()
}

fn ways(in_fund: Known<bool>, gates: Quarters<Known<bool>>) -> Vec<Way> {
    let mut ways = Vec::new();
    for in_fund in possible(in_fund) {
        for first in possible(gates[0]) {
            for second in possible(gates[1]) {
                for third in possible(gates[2]) {
                    for fourth in possible(gates[3]) {
                        let gates = [first, second, third, fourth];
                        ways.push(Way { in_fund, gates });
                    }
                }
            }
        }
    }
    ways
}

fn possible(answer: Known<bool>) -> Vec<bool> {
    answer.map_or(vec![true, false], |known| vec![known])
}

fn in_common(one: Figures, other: &Figures) -> Figures {
    let rows = one.into_iter().map(|(name, row)| {
        let pairs = row.iter().zip(&other[&name]);
        let row = pairs.map(|(one, other)| one.filter(|_| one == other));
        (name, row.collect())
    });
    rows.collect()
}

/// The sums of rows with the same name; where one has no such row it counts as nothing.
pub fn added<'a>(all: impl IntoIterator<Item = &'a Figures>) -> Figures {
    let mut added = Figures::new();
    for (name, row) in all.into_iter().flatten() {
        match added.get_mut(name) {
            None => drop(added.insert(name.clone(), row.clone())),
            Some(before) => {
                for (before, figure) in before.iter_mut().zip(row) {
                    *before = sum([*before, *figure]);
                }
            }
        }
    }
    added
}
