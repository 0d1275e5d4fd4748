//! Values under names of their own: by quarter or month, by measure or milestone.

use super::entry::Entry;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// Values by name, such as by period: `{"Q1": "(3,000)", "Q2": "(5,500)"}`. Kept in
/// the order written, repeated names too, so that both can be pointed at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "command-line", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "command-line", schemars(transparent))]
pub struct Keyed<'a, T = Entry<'a>>(
    #[cfg_attr(
        feature = "command-line",
        schemars(with = "std::collections::BTreeMap<String, T>")
    )]
    Vec<(Name<'a>, T)>,
);

/// A name as written; those of the file's text and the program's own need no room.
pub type Name<'a> = Cow<'a, str>;

impl<'a, T> Keyed<'a, T> {
    /// From pairs of name and value.
    #[must_use]
    pub fn from_pairs(pairs: Vec<(Name<'a>, T)>) -> Self {
        Self(pairs)
    }

    /// Room for the value of one more name.
    pub(super) fn add(&mut self, name: Name<'a>) -> Option<&mut T>
    where
        T: Default,
    {
        self.0.push((name, T::default()));
        self.0.last_mut().map(|(_, value)| value)
    }

    /// Takes the last pair away again.
    pub(super) fn leave_out_last(&mut self) {
        self.0.pop();
    }

    /// The pairs, in the order written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// Whether the name at this place stood before, in capitals or not.
    pub(super) fn repeats(&self, place: usize) -> bool {
        let (earlier, rest) = self.0.split_at_checked(place).unwrap_or_default();
        let Some((name, _)) = rest.first() else {
            return false;
        };
        let same = |(other, _): &(Name<'a>, T)| other.eq_ignore_ascii_case(name);
        earlier.iter().any(same)
    }

    /// The values, to be changed in place.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Whether there are none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Keyed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
