//! The record of one operation.

use super::known::Kind;
use super::test_steps::Performance;
use crate::calendar::Quarter;
use crate::money::Rate;
use crate::scheme::Rule;

/// What a figure is called: words, and the quarter it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    words: &'a str,
    quarter: Option<Quarter>,
}

impl<'a> From<&'a str> for Label<'a> {
    fn from(words: &'a str) -> Self {
        Self {
            words,
            quarter: None,
        }
    }
}

impl<'a> From<(&'a str, Quarter)> for Label<'a> {
    fn from((words, quarter): (&'a str, Quarter)) -> Self {
        Self {
            words,
            quarter: Some(quarter),
        }
    }
}

impl<'a> From<(&'a str, Option<Quarter>)> for Label<'a> {
    fn from((words, quarter): (&'a str, Option<Quarter>)) -> Self {
        Self { words, quarter }
    }
}

impl Label<'_> {
    /// The label in words, with the year's own word for the target.
    pub(super) fn text(self, target: &str) -> String {
        let words = match self.words.strip_prefix("Control total") {
            Some(rest) => format!("{}{rest}", with_capital(target)),
            None => self.words.to_owned(),
        };
        match self.quarter {
            Some(quarter) => format!("{words}, {}", quarter.name()),
            None => words,
        }
    }
}

/// Words with a capital letter at their head.
fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// How a value was made from its ingredients.
#[derive(Clone, Copy, Debug)]
pub(super) enum Operation {
    /// Entered by the user.
    Input,
    /// Ingredients added.
    Sum,
    /// The second taken from the first.
    Difference,
    /// The first times the second.
    Share,
    /// The first times the second, rounded to the penny.
    RoundedShare,
    /// The last ingredient if all the tests before it are met, else nothing.
    IfAllMet,
    /// Met when the first is at least the second.
    AtLeast,
    /// Met when the first is more than the second.
    MoreThan,
    /// Met when any is met.
    AnyOf,
    /// Met when all are met.
    AllOf,
    /// The first as a share of the second.
    Ratio,
    /// A slice of the first, by the second, in whole pennies that add to it.
    Slice,
    /// The first, shared out in the proportion of the second to the third.
    InProportion,
    /// So many of so many equal parts of it.
    Parts(usize, usize),
    /// Ingredients added and taken off.
    Reckoned,
    /// The smaller one.
    Smaller,
    /// The ingredient, or nothing where it is below nothing.
    NotBelowNothing,
    /// Nothing, for the reason that the rules give.
    Nothing,
    /// Tried every way, with the same result.
    SameWhichever,
    /// Tried every way, with different results.
    DependsOn,
    /// Supposed, to try every way.
    Supposed,
    /// Set by the rules, or by the plan in their place.
    Set,
}

/// What an operation starts from.
#[derive(Clone, Debug)]
pub(super) enum Ingredient {
    /// What was made at this place, under a name of its own where its label alone
    /// would not tell it from its neighbours.
    Made(Option<String>, u32),
    /// A rate that rules set: the product of theirs.
    Parameter(Rate, Vec<&'static Rule>),
}

/// One operation with all that explains it; its value stands in the ledger.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub label: String,
    pub kind: Kind,
    pub operation: Operation,
    pub ingredients: Vec<Ingredient>,
    pub rules: Vec<&'static Rule>,
    /// Where the user entered it, in the plan document.
    pub input: Option<String>,
    /// What was seen, for a performance.
    pub performance: Option<Performance>,
    /// The share, for one that was entered.
    pub rate: Option<Rate>,
}
