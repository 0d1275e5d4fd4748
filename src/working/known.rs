//! Known, or not known yet and for want of what.

use crate::money::{Money, Ratio};

/// A set of missing inputs that a value waits for, by its number in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Needs(pub u32);

/// A value, or the missing inputs without which it is not known. Never a guess:
/// a blank is not zero and not "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known<T> {
    /// The value.
    Known(T),
    /// Not known yet.
    NotKnown(Needs),
}

impl<T> Known<T> {
    /// The value, if known.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotKnown(_) => None,
        }
    }

    /// Applies an operation to a known value.
    pub fn map<U>(self, operation: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Known(value) => Known::Known(operation(value)),
            Self::NotKnown(needs) => Known::NotKnown(needs),
        }
    }
}

/// Below this, an entry of the ledger says what its value waits for. Amounts are
/// nowhere near it; a sum that is more than 64 bits hold stops there.
const NOT_KNOWN: i64 = i64::MIN + (1 << 32);

/// What kind of value a figure has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount of money.
    Money,
    /// Met or missed.
    Test,
    /// An amount as a share of another.
    Ratio,
}

/// A value in the 64 bits that an entry of the ledger has.
pub trait Kept: Copy {
    /// Its kind.
    const KIND: Kind;

    /// The value as an entry.
    fn entry(self) -> i64;

    /// The value of an entry.
    fn of(entry: i64) -> Self;
}

/// In pence.
impl Kept for Money {
    const KIND: Kind = Kind::Money;

    fn entry(self) -> i64 {
        self.pence().max(NOT_KNOWN)
    }

    fn of(entry: i64) -> Self {
        Self::from_pence(entry)
    }
}

/// One for met, nothing for missed.
impl Kept for bool {
    const KIND: Kind = Kind::Test;

    fn entry(self) -> i64 {
        i64::from(self)
    }

    fn of(entry: i64) -> Self {
        entry != 0
    }
}

impl Kept for Ratio {
    const KIND: Kind = Kind::Ratio;

    fn entry(self) -> i64 {
        self.bits()
    }

    fn of(entry: i64) -> Self {
        Self::from_bits(entry)
    }
}

impl<T: Kept> Known<T> {
    /// As an entry of the ledger.
    pub fn entry(self) -> i64 {
        match self {
            Self::Known(value) => value.entry(),
            Self::NotKnown(Needs(set)) => i64::MIN.saturating_add(i64::from(set)),
        }
    }

    /// From an entry of the ledger.
    pub fn of(entry: i64) -> Self {
        if entry >= NOT_KNOWN {
            return Self::Known(T::of(entry));
        }
        let set = entry.saturating_sub(i64::MIN);
        Self::NotKnown(Needs(u32::try_from(set).unwrap_or(u32::MAX)))
    }
}
