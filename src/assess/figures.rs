//! Figures by quarter.

use crate::calendar::Quarter;
use crate::working::Figure;
use serde::Serialize;

/// A figure for each quarter and for the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ByQuarter {
    /// Q1 to Q4.
    #[cfg_attr(feature = "browser", tsify(type = "[Figure, Figure, Figure, Figure]"))]
    pub quarters: [Figure; 4],
    /// The year.
    pub year: Figure,
}

impl ByQuarter {
    /// Makes the figure of each quarter and, for no quarter, the year's.
    pub(super) fn make(figure: &dyn Fn(Option<Quarter>) -> Figure) -> Self {
        Self {
            quarters: each_quarter(&|quarter| figure(Some(quarter))),
            year: figure(None),
        }
    }

    /// The columns: each quarter, then no quarter for the year.
    pub(super) const COLUMNS: [Option<Quarter>; 5] = [
        Some(Quarter::Q1),
        Some(Quarter::Q2),
        Some(Quarter::Q3),
        Some(Quarter::Q4),
        None,
    ];

    /// The figures by column.
    pub(super) const fn columns(self) -> [Figure; 5] {
        let [q1, q2, q3, q4] = self.quarters;
        [q1, q2, q3, q4, self.year]
    }

    /// The figure of a quarter, or for no quarter the year's.
    #[must_use]
    pub fn at(self, quarter: Option<Quarter>) -> Figure {
        match quarter {
            Some(quarter) => self.of(quarter),
            None => self.year,
        }
    }

    /// The figures that make up the year by the end of a quarter: at the end of the
    /// last it is the year's own.
    pub(super) fn to_date(self, end: Quarter) -> Vec<Figure> {
        match end {
            Quarter::Q4 => vec![self.year],
            _ => end.and_before().map(|quarter| self.of(quarter)).collect(),
        }
    }

    /// The figure of a quarter.
    #[must_use]
    pub fn of(self, quarter: Quarter) -> Figure {
        quarter.own(self.quarters)
    }
}

/// Makes something for each quarter.
pub(super) fn each_quarter<T>(make: &dyn Fn(Quarter) -> T) -> [T; 4] {
    let [q1, q2, q3, q4] = Quarter::ALL;
    [make(q1), make(q2), make(q3), make(q4)]
}
