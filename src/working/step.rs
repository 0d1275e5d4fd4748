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

/// What a plan's year calls things in labels.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wording {
    /// Its word for the target.
    pub target: &'static str,
    /// Whether money hangs on the target, so that there is a before and an after.
    pub has_fund: bool,
}

impl Label<'_> {
    /// The label in the words of the plan's year.
    pub(super) fn text(self, wording: Wording) -> String {
        let words = if wording.has_fund {
            self.words
        } else {
            without_fund(self.words)
        };
        let mut text = String::new();
        let rest = words.strip_prefix("Control total");
        if rest.is_some() {
            text.push_str(wording.target);
            if let Some(first) = text.get_mut(..1) {
                first.make_ascii_uppercase();
            }
        }
        text.push_str(rest.unwrap_or(words));
        if let Some(quarter) = self.quarter {
            text.push_str(", ");
            text.push_str(quarter.name());
        }
        text
    }
}

/// The words without what they say of before, after or without the fund.
fn without_fund(words: &str) -> &str {
    let Some(basis) = words.strip_suffix(" the fund") else {
        return words;
    };
    let words = basis.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    words.trim_end_matches([' ', ','])
}

/// How a value was made from its ingredients.
#[derive(Clone, Copy, Debug)]
pub(super) enum Operation {
    /// Entered by the user.
    Input,
    /// Worked out in a system's own plan.
    OfPlan,
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
    /// Met when the ones before the last are together at most the last.
    Within,
    /// What is left for a class of programmes, shared in proportion above their floors.
    ClassShare,
    /// What has to be cut, taken from the fewest programmes.
    LeastChange,
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
