//! A rule with what a reader needs to judge it, and a parameter that a plan may
//! change.

use crate::money::Rate;
use serde::{Serialize, Serializer};
use std::fmt;

/// How a rule is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Status {
    /// Its words were read in the source, often in an extract of it.
    Sourced,
    /// A summary that quotes the source was read.
    SecondHand,
    /// Worked out from sourced figures or rules.
    Derived,
    /// Remembered from a document that was not read: "not verified".
    Recalled,
    /// This calculator's own reading or convention, in the assumptions log.
    Reading,
}

impl Status {
    /// The status as a user reads it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::SecondHand => "quoted at second hand",
            Self::Derived => "derived",
            Self::Recalled => "recalled, not verified",
            Self::Reading => "this calculator's reading",
        }
    }

    /// The status with how sure it is, in percent. A reading is a choice, and no fact to be
    /// sure of.
    #[cfg(feature = "rule-texts")]
    #[must_use]
    pub fn known(self, confidence: u8) -> String {
        let words = self.words();
        match self {
            Self::Reading => words.to_owned(),
            _ => format!("{words}, {confidence}% sure"),
        }
    }
}

/// A document in which rules were read.
#[cfg(feature = "rule-texts")]
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Source {
    /// The key by which rules cite it.
    pub key: &'static str,
    /// Publisher, title and date.
    pub title: &'static str,
    /// Where it is, or how much of it was read.
    pub place: &'static str,
}

/// A rule's own among all rules and readings: `stf-2017-18:phasing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId {
    /// The scheme or statement; nothing for a reading.
    pub book: &'static str,
    /// Its id in there.
    pub local: &'static str,
}

impl RuleId {
    /// Whether it is written so.
    #[must_use]
    pub fn is(self, written: &str) -> bool {
        match written.split_once(':') {
            Some((book, local)) => (self.book, self.local) == (book, local),
            None => self.book.is_empty() && self.local == written,
        }
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.book.is_empty() {
            write!(f, "{}:", self.book)?;
        }
        f.write_str(self.local)
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A rule: what it says, where it comes from and how well it is known.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// A short name for headings; without the words only of a rule that a figure goes
    /// by the name of.
    pub name: &'static str,
    /// How it is known.
    #[cfg(feature = "rule-texts")]
    pub status: Status,
    /// The rule in plain words.
    #[cfg(feature = "rule-texts")]
    pub words: &'static str,
    /// Its value as printed, where it has one.
    #[cfg(feature = "rule-texts")]
    pub value: Option<&'static str>,
    /// Why its value is asked of the user, where none is known.
    #[cfg(feature = "rule-texts")]
    pub asked: Option<&'static str>,
    /// What an organisation does to meet it, where it is a condition.
    #[cfg(feature = "rule-texts")]
    pub to_meet: Option<&'static str>,
    /// The documents it was read in.
    #[cfg(feature = "rule-texts")]
    pub sources: &'static [&'static Source],
    /// How sure it is, in percent.
    #[cfg(feature = "rule-texts")]
    pub confidence: u8,
}

/// A rule with a value that the program computes with. A plan may change it.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<T> {
    /// The value; none where no source gives one and the user is asked.
    pub value: Option<T>,
    /// The rule that sets it.
    pub rule: Rule,
}

/// What a parameter's value is, and so how a user writes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ParameterKind {
    /// A share, at most the whole: `70%`.
    Share,
    /// A multiple: `2`.
    Multiple,
    /// A share for each quarter: `0%, 1%, 0.5%, 0%`.
    Shares,
    /// A share for each quarter, together the whole: `15%, 20%, 30%, 35%`.
    PartsOfTheYear,
    /// `yes` or `no`.
    YesNo,
}

/// A value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A share or multiple.
    Rate(Rate),
    /// One for each quarter.
    Quarters([Rate; 4]),
    /// Yes or no.
    YesNo(bool),
}

/// A type that parameters have values of.
pub trait Valued: Copy {
    /// The value, if it is of this type.
    fn of(value: Value) -> Option<Self>;
}

impl Valued for Rate {
    fn of(value: Value) -> Option<Self> {
        match value {
            Value::Rate(rate) => Some(rate),
            _ => None,
        }
    }
}

impl Valued for [Rate; 4] {
    fn of(value: Value) -> Option<Self> {
        match value {
            Value::Quarters(rates) => Some(rates),
            _ => None,
        }
    }
}

impl Valued for bool {
    fn of(value: Value) -> Option<Self> {
        match value {
            Value::YesNo(answer) => Some(answer),
            _ => None,
        }
    }
}
