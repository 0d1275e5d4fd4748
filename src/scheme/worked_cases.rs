//! Which worked cases test a rule: a table that the tests derive from `tests/cases`,
//! and hold against it.

use super::Rule;
use serde::Serialize;

/// A line is a rule's id, the name of a case to begin with, and each file with its
/// number of cases, with a tab between.
const TABLE: &str = include_str!("worked-cases.tsv");

/// The cases that test a rule: in each, the working of a figure that is checked cites
/// the rule.
#[derive(Debug)]
pub struct WorkedCases {
    /// The name of the case that rests on the fewest other rules.
    pub such_as: &'static str,
    /// The files with such cases, by name.
    pub files: Vec<CaseFile>,
}

/// How many of a file's cases test a rule.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct CaseFile(
    /// The file's name in `tests/cases`, without its ending.
    pub &'static str,
    /// How many.
    pub usize,
);

impl WorkedCases {
    /// How many cases there are in all files.
    #[must_use]
    pub fn count(&self) -> usize {
        self.files.iter().map(|CaseFile(_, cases)| cases).sum()
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t').skip(1);
        Some(Self {
            such_as: cells.next()?,
            files: cells.filter_map(CaseFile::read).collect(),
        })
    }
}

impl CaseFile {
    fn read(cell: &'static str) -> Option<Self> {
        let (name, cases) = cell.split_once(' ')?;
        Some(Self(name, cases.parse().ok()?))
    }
}

impl Rule {
    /// The worked cases that test it; `None` when none does.
    #[must_use]
    pub fn worked_cases(&self) -> Option<WorkedCases> {
        let mut lines = TABLE.lines();
        let own = |line: &&str| line.split('\t').next().is_some_and(|id| self.id.is(id));
        lines.find(own).and_then(WorkedCases::read)
    }
}
