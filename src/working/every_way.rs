//! Trying every way where something is not known.
//!
//! Where a yes or no is not known, everything that hangs on it is worked out for
//! both. A figure that comes out the same each time is known; any other waits for
//! just those unknowns that make a difference to it.

use super::figure::{Figure, Test};
use super::known::Known;
use super::step::{Label, Operation};
use super::work::Work;
use crate::scheme::readings;

/// A set of tests, and every way that the unknown ones among them can turn out.
#[derive(Debug)]
pub struct Ways {
    unknown: Vec<Test>,
    ways: Vec<Vec<Test>>,
}

impl Ways {
    /// Lays out the ways: one if all tests are known, else two for each unknown.
    #[must_use]
    pub fn of(work: &Work, tests: Vec<Test>) -> Self {
        let mut ways: Vec<Vec<Test>> = vec![Vec::with_capacity(tests.len())];
        let mut unknown = Vec::new();
        for test in tests {
            if work.outcome(test).is_some() {
                for way in &mut ways {
                    way.push(test);
                }
                continue;
            }
            // The ways with the newest unknown missed stand first, those with it
            // met after them, so that a way's number spells out its unknowns.
            let mut met = ways.clone();
            ways.iter_mut()
                .for_each(|way| way.push(work.supposed(test, false)));
            met.iter_mut()
                .for_each(|way| way.push(work.supposed(test, true)));
            ways.append(&mut met);
            unknown.push(test);
        }
        Self { unknown, ways }
    }

    /// The tests of each way, in the order given.
    pub fn each(&self) -> impl Iterator<Item = &[Test]> {
        self.ways.iter().map(Vec::as_slice)
    }

    /// One figure out of the same figure worked each way.
    #[must_use]
    pub fn join(&self, work: &Work, label: Label<'_>, worked: &[Figure]) -> Figure {
        let Some(first) = worked.first() else {
            return work.nothing(label, &[]);
        };
        if self.unknown.is_empty() {
            return *first;
        }
        let mut deciding: Vec<Test> = Vec::new();
        for (place, test) in self.unknown.iter().enumerate() {
            if decides(work, place, worked) {
                deciding.push(*test);
            }
        }
        let mut waiting = Vec::new();
        for figure in worked {
            if let Known::NotKnown(needs) = work.known(*figure) {
                waiting.push(needs);
            }
        }
        for test in &deciding {
            if let Known::NotKnown(needs) = work.known(*test) {
                waiting.push(needs);
            }
        }
        let (value, operation) = match work.together(&waiting) {
            Some(needs) => (Known::NotKnown(needs), Operation::DependsOn),
            None => (work.known(*first), Operation::SameWhichever),
        };
        if deciding.is_empty() {
            deciding.extend(&self.unknown);
        }
        let mut ingredients = Vec::with_capacity(deciding.len().saturating_add(1));
        for test in deciding {
            ingredients.push(test.place());
        }
        ingredients.push(first.place());
        let rules = [&readings::SAME_WHICHEVER];
        work.done(label, value, operation, &ingredients, &rules)
    }
}

/// Whether the unknown at this place makes a difference to the figure.
fn decides(work: &Work, place: usize, worked: &[Figure]) -> bool {
    let bit = 1_usize
        .checked_shl(u32::try_from(place).unwrap_or(u32::MAX))
        .unwrap_or_default();
    worked.iter().enumerate().any(|(way, missed)| {
        let met = worked.get(way | bit);
        way & bit == 0 && met.is_some_and(|met| !work.are_same(*met, *missed))
    })
}

impl Work {
    /// The test, supposed to be met or missed.
    fn supposed(&self, test: Test, met: bool) -> Test {
        let rules = [&readings::SAME_WHICHEVER];
        let ingredients = [test.place()];
        let supposed = Known::Known(met);
        let supposed = self.done(
            "".into(),
            supposed,
            Operation::Supposed,
            &ingredients,
            &rules,
        );
        self.name_after(test);
        supposed
    }
}
