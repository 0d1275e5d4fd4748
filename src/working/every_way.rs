//! Trying every way where something is not known.
//!
//! Where a yes or no is not known, everything that hangs on it is worked out for
//! both. A figure that comes out the same each time is known; any other waits for
//! just those unknowns that make a difference to it.

use super::figure::{Figure, Test};
use super::known::Known;
use super::step::{Label, Operation, Step, StepValue, Work, ingredient};
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
            if test.value().is_some() {
                for way in &mut ways {
                    way.push(test.clone());
                }
                continue;
            }
            // The ways with the newest unknown missed stand first, those with it
            // met after them, so that a way's number spells out its unknowns.
            let mut met = ways.clone();
            ways.iter_mut()
                .for_each(|way| way.push(work.supposed(&test, false)));
            met.iter_mut()
                .for_each(|way| way.push(work.supposed(&test, true)));
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
    pub fn join(&self, work: &Work, label: Label<'_>, worked: &[&Figure]) -> Figure {
        let Some(first) = worked.first() else {
            return work.nothing(label, &[]);
        };
        if self.unknown.is_empty() {
            return (*first).clone();
        }
        let deciding: Vec<&Test> = self
            .unknown
            .iter()
            .enumerate()
            .filter(|(place, _)| self.decides(*place, worked))
            .map(|(_, test)| test)
            .collect();
        let own = worked.iter().filter_map(|figure| figure.needs());
        let tests = deciding.iter().filter_map(|test| test.needs());
        let needs = own.chain(tests).cloned().reduce(|all, one| all.and(&one));
        let (value, operation) = match needs {
            Some(needs) => (Known::NotKnown(needs), Operation::DependsOn),
            None => (first.known().clone(), Operation::SameWhichever),
        };
        let tested: Vec<&Test> = if deciding.is_empty() {
            self.unknown.iter().collect()
        } else {
            deciding
        };
        work.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation,
            ingredients: tested
                .into_iter()
                .filter_map(ingredient)
                .chain(ingredient(first))
                .collect(),
            rules: vec![&readings::SAME_WHICHEVER],
        })
    }

    /// Whether the unknown at this place makes a difference to the figure.
    fn decides(&self, place: usize, worked: &[&Figure]) -> bool {
        let bit = 1_usize
            .checked_shl(u32::try_from(place).unwrap_or(u32::MAX))
            .unwrap_or_default();
        worked.iter().enumerate().any(|(way, missed)| {
            let met = worked.get(way | bit);
            way & bit == 0 && met.is_some_and(|met| met.known() != missed.known())
        })
    }
}

impl Work {
    /// The test, supposed to be met or missed.
    fn supposed(&self, test: &Test, met: bool) -> Test {
        self.done(Known::Known(met), |value| {
            let label = ingredient(test).map(|(_, step)| step.label.clone());
            Step {
                label: label.unwrap_or_default(),
                value: StepValue::Test(value),
                operation: Operation::Supposed,
                ingredients: ingredient(test).into_iter().collect(),
                rules: vec![&readings::SAME_WHICHEVER],
            }
        })
    }
}
