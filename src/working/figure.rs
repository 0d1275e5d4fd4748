//! A value together with how it was made.

use super::known::{Known, Needs};
use super::step::Step;
use crate::money::{Money, Ratio};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::rc::Rc;

/// A value that only an operation of [`super::Work`] can make.
#[derive(Clone, Debug)]
pub struct Worked<T> {
    value: Known<T>,
    step: Option<Rc<Step>>,
}

/// An exact amount of money; sign as everywhere: deficit and adverse negative.
pub type Figure = Worked<Money>;

/// An amount as a share of another.
pub type Proportion = Worked<Ratio>;

/// A yes or no: met or missed.
pub type Test = Worked<bool>;

impl<T: Clone> Worked<T> {
    pub(super) const fn new(value: Known<T>, step: Option<Rc<Step>>) -> Self {
        Self { value, step }
    }

    pub(super) const fn step(&self) -> Option<&Rc<Step>> {
        self.step.as_ref()
    }

    /// The value, or what it waits for.
    #[must_use]
    pub const fn known(&self) -> &Known<T> {
        &self.value
    }

    /// The value, if known.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        self.value.value()
    }

    /// What it waits for, if it is not known.
    #[must_use]
    pub const fn needs(&self) -> Option<&Needs> {
        match &self.value {
            Known::Known(_) => None,
            Known::NotKnown(needs) => Some(needs),
        }
    }
}

impl Test {
    /// Known to be met.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.value() == Some(&true)
    }

    /// Known to be missed.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.value() == Some(&false)
    }
}

/// A known value as itself, an unknown one as `{"needs": [places]}`.
impl<T: Serialize + Clone> Serialize for Worked<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Known::Known(value) => value.serialize(serializer),
            Known::NotKnown(needs) => {
                let places: Vec<u32> = needs.places().collect();
                let mut unknown = serializer.serialize_struct("NotKnown", 1)?;
                unknown.serialize_field("needs", &places)?;
                unknown.end()
            }
        }
    }
}
