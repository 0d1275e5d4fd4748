//! A day of the calendar.

use serde::{Serialize, Serializer};
use std::fmt;

/// A day that exists, between 2000 and 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day given, if there is one.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = year >= 2000
            && year <= 2100
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= days_in_month(year, month);
        if exists {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// Reads `2017-12-31`; nothing else, so that day and month can't be mixed up.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let widths = (year.len(), month.len(), day.len());
        if parts.next().is_some() || widths != (4, 2, 2) {
            return None;
        }
        let year = u16::try_from(year.parse::<u32>().ok()?).ok()?;
        let month = u8::try_from(month.parse::<u32>().ok()?).ok()?;
        let day = u8::try_from(day.parse::<u32>().ok()?).ok()?;
        Self::new(year, month, day)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month of the calendar year, 1 for January.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// How many days it is from this day until another: below nothing if that is past.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.number().saturating_sub(self.number())
    }

    /// The number of days since the first of 2000.
    fn number(self) -> i32 {
        let leap = |year: &u16| {
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
        };
        let days = |count: usize| i32::try_from(count).unwrap_or_default();
        let years = (2000..self.year).len();
        let leap_days = (2000..self.year).filter(leap).count();
        let months = (1..self.month).map(|month| i32::from(days_in_month(self.year, month)));
        days(years)
            .saturating_mul(365)
            .saturating_add(days(leap_days))
            .saturating_add(months.sum())
            .saturating_add(i32::from(self.day))
    }

    /// In words: `31 December 2017`.
    #[must_use]
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let index = usize::from(self.month).saturating_sub(1);
        let month = MONTHS.get(index).copied().unwrap_or_default();
        format!("{} {} {}", self.day, month, self.year)
    }
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
