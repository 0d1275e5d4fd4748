//! A figure: its place in the ledger, under the kind of its value.

use super::known::{Kept, Kind};
use crate::money::{Money, Ratio};
use serde::ser::SerializeTuple;
use serde::{Serialize, Serializer};
use std::marker::PhantomData;

/// A value that only an operation of [`super::Work`] can make, by its place in the
/// [`super::Ledger`], which holds the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worked<T> {
    place: u32,
    kind: PhantomData<T>,
}

/// An exact amount of money; sign as everywhere: deficit and adverse negative.
pub type Figure = Worked<Money>;

/// An amount as a share of another.
pub type Proportion = Worked<Ratio>;

/// A yes or no: met or missed.
pub type Test = Worked<bool>;

impl<T> Worked<T> {
    pub(crate) const fn at(place: u32) -> Self {
        Self {
            place,
            kind: PhantomData,
        }
    }

    /// Its place in the ledger.
    #[must_use]
    pub const fn place(self) -> u32 {
        self.place
    }
}

/// The place and, but for money, the kind: `[17]`, `[18, "test"]`, `[19, "ratio"]`.
impl<T: Kept> Serialize for Worked<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kind = match T::KIND {
            Kind::Money => None,
            Kind::Test => Some("test"),
            Kind::Ratio => Some("ratio"),
        };
        let mut entry = serializer.serialize_tuple(if kind.is_some() { 2 } else { 1 })?;
        entry.serialize_element(&self.place)?;
        if let Some(kind) = kind {
            entry.serialize_element(kind)?;
        }
        entry.end()
    }
}
