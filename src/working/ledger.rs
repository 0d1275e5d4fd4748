//! The values of all figures, in the order in which they were made.

use super::figure::{Figure, Proportion, Test, Worked};
use super::known::{Kept, Known, Needs};
use crate::money::{Money, Ratio};

/// The value of every figure, test and ratio of an assessment. While someone
/// types this is all that is kept, and all that has to be looked at again.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Pence, one or nothing for a test, a ratio's bits; or what a value waits for.
    entries: Vec<i64>,
    /// Sets of missing inputs, each in order and without repeats.
    sets: Vec<Vec<u32>>,
    /// The sets last put together, and what came of it: the columns of a table
    /// mostly wait for the same.
    last: (Vec<Needs>, Option<Needs>),
}

impl Ledger {
    pub(super) fn with_room_for(values: usize) -> Self {
        Self {
            entries: Vec::with_capacity(values),
            ..Self::default()
        }
    }

    /// The amount, if known.
    #[must_use]
    pub fn amount(&self, figure: Figure) -> Option<Money> {
        self.known(figure).value()
    }

    /// Met or missed, if known.
    #[must_use]
    pub fn outcome(&self, test: Test) -> Option<bool> {
        self.known(test).value()
    }

    /// The ratio, if known.
    #[must_use]
    pub fn ratio(&self, proportion: Proportion) -> Option<Ratio> {
        self.known(proportion).value()
    }

    /// The places in the list of missing inputs that the value at this place waits
    /// for; none when it is known.
    #[must_use]
    pub fn needs(&self, place: u32) -> &[u32] {
        match Known::<Money>::of(self.entry(place)) {
            Known::NotKnown(needs) => self.set(needs),
            Known::Known(_) => &[],
        }
    }

    /// The value at every place: pence, one for a test met and nothing for one
    /// missed, [`Ratio::bits`] of a ratio. Far below all of these, near the least
    /// that 64 bits hold, is what is not known yet.
    #[must_use]
    pub fn entries(&self) -> &[i64] {
        &self.entries
    }

    pub(super) fn known<T: Kept>(&self, made: Worked<T>) -> Known<T> {
        Known::of(self.entry(made.place()))
    }

    pub(super) fn keep<T: Kept>(&mut self, value: Known<T>) -> Worked<T> {
        let place = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(value.entry());
        Worked::at(place)
    }

    /// Whether two figures have the same value, or wait for the same.
    pub(super) fn are_same(&self, one: Figure, two: Figure) -> bool {
        let (one, two) = (one.place(), two.place());
        self.entry(one) == self.entry(two)
            || (!self.needs(one).is_empty() && self.needs(one) == self.needs(two))
    }

    /// The need for one input.
    pub(super) fn need(&mut self, input: u32) -> Needs {
        self.new_set(vec![input])
    }

    /// All these needs together, where there are any.
    pub(super) fn together(&mut self, parts: &[Needs]) -> Option<Needs> {
        let (first, rest) = parts.split_first()?;
        if rest.iter().all(|part| part == first) {
            return Some(*first);
        }
        if self.last.0 != parts {
            let all = self.united(parts);
            self.last = (parts.to_vec(), Some(all));
        }
        self.last.1
    }

    /// A set of all the inputs that these need: one of these, if it is all of them.
    fn united(&mut self, parts: &[Needs]) -> Needs {
        let mut needed: Vec<bool> = Vec::new();
        for part in parts {
            for input in self.set(*part) {
                let input = usize::try_from(*input).unwrap_or_default();
                if needed.len() <= input {
                    needed.resize(input.saturating_add(1), false);
                }
                if let Some(needed) = needed.get_mut(input) {
                    *needed = true;
                }
            }
        }
        let mut all = Vec::new();
        for (input, needed) in (0..).zip(needed) {
            if needed {
                all.push(input);
            }
        }
        let mut parts = parts.iter();
        match parts.find(|part| self.set(**part).len() == all.len()) {
            Some(whole) => *whole,
            None => self.new_set(all),
        }
    }

    fn new_set(&mut self, set: Vec<u32>) -> Needs {
        let number = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        self.sets.push(set);
        Needs(number)
    }

    fn set(&self, Needs(number): Needs) -> &[u32] {
        let set = usize::try_from(number)
            .ok()
            .and_then(|number| self.sets.get(number));
        set.map(Vec::as_slice).unwrap_or_default()
    }

    fn entry(&self, place: u32) -> i64 {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.entries.get(place).copied().unwrap_or_default()
    }
}
