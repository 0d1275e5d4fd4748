//! The rows of a table, and figures as they stand in it.

use control_total::assess::{Assessment, Position};
use control_total::money::Unit;
use control_total::working::{Figure, Ledger, Test};

/// The widest that a name is printed.
const NAME: usize = 44;

/// The width of a column of figures, beside the blank before it: one that is wider moves the rest of
/// its row, and never touches the one before.
const COLUMN: usize = 14;

pub(super) fn row(name: &str, cells: &[String]) -> String {
    let name = cut(name);
    let cells: String = cells
        .iter()
        .map(|cell| format!(" {cell:>COLUMN$}"))
        .collect();
    format!("{name:<NAME$}{cells}\n")
}

/// A name that is too wide ends with a mark.
fn cut(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME.saturating_sub(2)).collect();
    format!("{kept}… ")
}

pub(super) fn headings(first: &str, headings: &[&str]) -> String {
    let cells: Vec<String> = headings
        .iter()
        .map(|heading| (*heading).to_owned())
        .collect();
    format!("\n{}", row(first, &cells))
}

/// Writes figures and tests in the assessment's unit.
pub(super) struct Writer<'a> {
    pub(super) ledger: &'a Ledger,
    unit: Unit,
}

impl<'a> Writer<'a> {
    pub(super) const fn of(assessment: &'a Assessment) -> Self {
        Self::new(&assessment.record.ledger, assessment.unit)
    }

    pub(super) const fn new(ledger: &'a Ledger, unit: Unit) -> Self {
        Self { ledger, unit }
    }

    pub(super) fn figure(&self, figure: Option<Figure>) -> String {
        match figure.map(|figure| self.ledger.amount(figure)) {
            None => "-".to_owned(),
            Some(None) => "not known".to_owned(),
            Some(Some(amount)) => amount.shown(self.unit),
        }
    }

    /// A condition.
    pub(super) fn met_or_not(&self, test: Test) -> String {
        match self.ledger.outcome(test) {
            None => "not known",
            Some(true) => "met",
            Some(false) => "not met",
        }
        .to_owned()
    }

    /// A test of which neither outcome is the good one.
    pub(super) fn yes_or_no(&self, test: Test) -> String {
        match self.ledger.outcome(test) {
            None => "not known",
            Some(true) => "yes",
            Some(false) => "no",
        }
        .to_owned()
    }

    pub(super) fn outcome(&self, position: &Position) -> String {
        let test = position.latest_met();
        match test.map(|test| self.ledger.outcome(test)) {
            None if position.actual.is_empty() => "to come",
            None => "no members",
            Some(None) => "not known",
            Some(Some(true)) => "met",
            Some(Some(false)) => "missed",
        }
        .to_owned()
    }
}
