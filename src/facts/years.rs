//! A run of financial years.

use crate::calendar::FinancialYear;
use std::fmt;

/// One financial year after another, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// The first of them.
    pub first: FinancialYear,
    /// The last of them; the first again when there is only one.
    pub last: FinancialYear,
}

impl Years {
    /// From the year that begins in April of `first` to the one that begins in April of `last`.
    pub(super) const fn beginning(first: u16, last: u16) -> Self {
        Self {
            first: FinancialYear::beginning(first),
            last: FinancialYear::beginning(last),
        }
    }

    /// Whether a year is one of them.
    #[must_use]
    pub fn contains(self, year: FinancialYear) -> bool {
        self.first <= year && year <= self.last
    }
}

/// As in `2022/23 to 2025/26`, or `2026/27` when there is only one.
impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{} to {}", self.first, self.last)
        }
    }
}
