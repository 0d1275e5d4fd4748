//! A financial year.

use super::{Date, Quarter};
use serde::{Serialize, Serializer};
use std::fmt;

/// A financial year, named by the calendar year in which it begins in April.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FinancialYear(u16);

impl FinancialYear {
    /// The year that begins in April of the calendar year given.
    #[must_use]
    pub const fn beginning(year: u16) -> Self {
        Self(year)
    }

    /// The calendar year in which it begins: 2017 for 2017/18.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.0
    }

    /// Reads `2017/18` or `2017-18`; the second part must follow the first.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (first, second) = text.trim().split_once(['/', '-'])?;
        if first.len() != 4 || second.len() != 2 {
            return None;
        }
        let first = u16::try_from(first.parse::<u32>().ok()?).ok()?;
        let second = u16::try_from(second.parse::<u32>().ok()?).ok()?;
        let follows = first.checked_add(1)?.checked_rem(100)? == second;
        (follows && (2000..2100).contains(&first)).then_some(Self(first))
    }

    /// Reads a year however a person writes it: also `17/18`, `2017/2018` and `2017–18`.
    /// Where years are keys, or are compared as text, [`Self::read`] alone will do.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let (first, second) = text.trim().split_once(['/', '-', '–'])?;
        let short = |part| {
            let rest = str::strip_prefix(part, "20");
            rest.filter(|rest| rest.len() == 2).unwrap_or(part)
        };
        Self::read(&format!("20{}/{}", short(first), short(second)))
    }

    /// The year before.
    #[must_use]
    pub const fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The last day of a quarter of this year. Never fails for a year that was
    /// read, since those lie between 2000 and 2100.
    #[must_use]
    pub const fn last_day(self, quarter: Quarter) -> Option<Date> {
        match quarter {
            Quarter::Q1 => Date::new(self.0, 6, 30),
            Quarter::Q2 => Date::new(self.0, 9, 30),
            Quarter::Q3 => Date::new(self.0, 12, 31),
            Quarter::Q4 => Date::new(self.0.saturating_add(1), 3, 31),
        }
    }

    /// How many months of this year, 0 to 12, have ended by a day.
    #[must_use]
    pub fn months_ended_by(self, day: Date) -> usize {
        let calendar = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
        let last_day = |month: u8| {
            let year = if month >= 4 {
                self.0
            } else {
                self.0.saturating_add(1)
            };
            [31, 30, 29, 28]
                .into_iter()
                .find_map(|day| Date::new(year, month, day))
        };
        let ended = |month: &u8| last_day(*month).is_some_and(|last| last <= day);
        calendar.into_iter().filter(ended).count()
    }

    /// Whether a day lies in this year.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        let begun_in = if day.month() >= 4 {
            day.year()
        } else {
            day.year().saturating_sub(1)
        };
        begun_in == self.0
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self
            .0
            .saturating_add(1)
            .checked_rem(100)
            .unwrap_or_default();
        write!(f, "{}/{second:02}", self.0)
    }
}

impl Serialize for FinancialYear {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
