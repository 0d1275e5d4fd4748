//! Figures by quarter, and walking over all figures of an assessment.

use crate::calendar::Quarter;
use crate::working::{Figure, Test, Worked, Working};
use serde::Serialize;

/// A figure for each quarter and for the year.
#[derive(Clone, Debug, Serialize)]
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

    /// The figure of a quarter, or for no quarter the year's.
    #[must_use]
    pub const fn at(&self, quarter: Option<Quarter>) -> &Figure {
        match quarter {
            Some(quarter) => self.of(quarter),
            None => &self.year,
        }
    }

    /// The figure of a quarter.
    #[must_use]
    pub const fn of(&self, quarter: Quarter) -> &Figure {
        let [q1, q2, q3, q4] = &self.quarters;
        match quarter {
            Quarter::Q1 => q1,
            Quarter::Q2 => q2,
            Quarter::Q3 => q3,
            Quarter::Q4 => q4,
        }
    }
}

/// Makes something for each quarter.
pub(super) fn each_quarter<T>(make: &dyn Fn(Quarter) -> T) -> [T; 4] {
    let [q1, q2, q3, q4] = Quarter::ALL;
    [make(q1), make(q2), make(q3), make(q4)]
}

/// Walks over the figures and tests of an assessment by their paths, which are
/// those of its JSON form: `organisations/RXL/fund/earned/quarters/1`.
#[derive(Debug)]
pub struct FigureVisitor<'a> {
    wanted: &'a str,
    path: String,
    found: Option<Working>,
}

impl<'a> FigureVisitor<'a> {
    /// Looks for the figure or test at this path.
    #[must_use]
    pub const fn looking_for(wanted: &'a str) -> Self {
        Self {
            wanted,
            path: String::new(),
            found: None,
        }
    }

    /// The working found.
    #[must_use]
    pub fn found(self) -> Option<Working> {
        self.found
    }

    /// Walks into a part of the assessment, if what is wanted can be there.
    pub fn inside(&mut self, name: &str, walk: &dyn Fn(&mut Self)) {
        let length = self.path.len();
        if !self.path.is_empty() {
            self.path.push('/');
        }
        self.path.push_str(name);
        let rest = self.wanted.strip_prefix(self.path.as_str());
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
            walk(self);
        }
        self.path.truncate(length);
    }

    /// Comes by a figure or a test.
    pub fn figure<T: Clone>(&mut self, name: &str, figure: &Worked<T>) {
        self.inside(name, &|visitor| {
            if visitor.path == visitor.wanted {
                visitor.found = figure.unfold();
            }
        });
    }

    /// Comes by a list of figures, each by its place from 0.
    pub fn figures(&mut self, name: &str, figures: &[Figure]) {
        self.inside(name, &|visitor| {
            for (place, figure) in figures.iter().enumerate() {
                visitor.figure(&place.to_string(), figure);
            }
        });
    }

    /// Comes by a list of tests, each by its place from 0.
    pub fn tests(&mut self, name: &str, tests: &[Test]) {
        self.inside(name, &|visitor| {
            for (place, test) in tests.iter().enumerate() {
                visitor.figure(&place.to_string(), test);
            }
        });
    }

    /// Comes by figures by quarter.
    pub fn by_quarter(&mut self, name: &str, figures: &ByQuarter) {
        self.inside(name, &|visitor| {
            visitor.figures("quarters", &figures.quarters);
            visitor.figure("year", &figures.year);
        });
    }
}
