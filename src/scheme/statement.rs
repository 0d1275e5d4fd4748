//! Statements: what the rules reckon beside the fund, line by line. A bridge from the
//! accounts to the control total's basis, a commissioner's business rules, a capital
//! bonus: each is a list of lines that are entered, added, shared out or compared.

use super::Scheme;
use super::rule::{ParameterKind, Rule};
use crate::calendar::FinancialYear;
use crate::money::Rate;

/// A list of lines that belong together.
#[derive(Debug)]
pub struct Statement {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whose it is.
    pub whose: Whose,
    /// The first year in which it is reckoned.
    pub from: FinancialYear,
    /// The last one, if it was given up.
    pub until: Option<FinancialYear>,
    /// The fund that it belongs to, if it is not for every fund of those years.
    pub fund: Option<&'static str>,
    /// How many of its rules are recalled, not verified.
    pub rules_not_verified: usize,
    /// The lines; each may use those before it.
    pub lines: &'static [Line],
}

/// Whose statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Each provider's.
    Provider,
    /// Each commissioner's.
    Commissioner,
    /// Each organisation's.
    Organisation,
    /// The system's.
    System,
}

/// A line of a statement.
#[derive(Debug)]
pub struct Line {
    /// Its id: the key of its entry in a plan, where it is asked.
    pub id: &'static str,
    /// The rule that sets it.
    pub rule: Rule,
    /// The share or multiple that it takes, where it takes one.
    pub rate: Option<Rate>,
    /// How it is made.
    pub made: Made,
}

/// How a line is made.
#[derive(Debug)]
pub enum Made {
    /// An amount that is entered.
    Entered {
        /// Whether a blank counts as nothing, and is said to.
        blank_is_nothing: bool,
    },
    /// A yes or no that is entered.
    Answered,
    /// Amounts added, at the line's rate, if the tests are met.
    Added {
        /// What is added, or taken off.
        terms: &'static [Term],
        /// Whether it is at least nothing.
        not_below_nothing: bool,
        /// The tests that must be met for it.
        tests: &'static [TestOf],
    },
    /// A slice of an amount that is shared out whole among all lines that say so.
    Slice {
        /// The amount.
        of: AmountOf,
    },
    /// The first amount, shared out in the proportion of the second to the third.
    InProportion {
        /// What is shared out.
        of: AmountOf,
        /// The part.
        part: AmountOf,
        /// The whole.
        whole: AmountOf,
    },
    /// Met if the amount is at least as much as the other.
    AtLeast {
        /// The amount.
        amount: AmountOf,
        /// The other.
        least: AmountOf,
    },
    /// Met if all of these are.
    AllOf(&'static [TestOf]),
    /// Met if any of these is.
    AnyOf(&'static [TestOf]),
}

/// A term of a sum.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Whether it is taken off.
    pub is_taken_off: bool,
    /// The amount.
    pub amount: AmountOf,
}

/// An amount that a line uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountOf {
    /// An earlier line's, by its place.
    Line(usize),
    /// Nothing.
    Nothing,
    /// The control total in force, before the fund.
    ControlTotal,
    /// The control total in force, after the fund.
    ControlTotalAfterFund,
    /// The year's allocation from the fund.
    Allocation,
    /// The position to date, before the fund.
    Position,
    /// The position to date, after the fund.
    PositionAfterFund,
    /// The forecast for the year, before the fund.
    Forecast,
    /// A commissioner's resource limit, or the sum of them.
    ResourceLimit,
    /// What the fund has paid.
    Paid,
    /// What of its money was missed.
    Missed,
}

/// A test that a line uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestOf {
    /// An earlier line's, by its place.
    Line(usize),
    /// The control total is met to date.
    Met,
    /// The system's is.
    SystemMet,
}

impl Statement {
    /// Whether it is reckoned beside a scheme.
    #[must_use]
    pub fn is_beside(&self, scheme: &Scheme) -> bool {
        self.from <= scheme.year
            && self.until.is_none_or(|until| until >= scheme.year)
            && self.fund.is_none_or(|fund| fund == scheme.fund)
    }
}

impl Line {
    /// The parameter that a plan may change, where it has one.
    pub(super) fn parameter(&'static self) -> Option<(&'static Rule, ParameterKind)> {
        self.rate.map(|rate| {
            let kind = if rate > Rate::ONE {
                ParameterKind::Multiple
            } else {
                ParameterKind::Share
            };
            (&self.rule, kind)
        })
    }

    /// Whether a plan has an entry for it.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        matches!(self.made, Made::Entered { .. } | Made::Answered)
    }

    /// Whether it can't be known without one.
    #[must_use]
    pub const fn needs_an_entry(&self) -> bool {
        match self.made {
            Made::Entered { blank_is_nothing } => !blank_is_nothing,
            Made::Answered => true,
            _ => false,
        }
    }

    /// Whether it hangs on the system's own test.
    #[must_use]
    pub fn needs_the_system(&self) -> bool {
        let tests = match self.made {
            Made::Added { tests, .. } | Made::AllOf(tests) | Made::AnyOf(tests) => tests,
            _ => &[],
        };
        tests.contains(&TestOf::SystemMet)
    }
}
