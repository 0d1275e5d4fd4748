//! The record of one operation, and the desk at which operations are done.

use super::figure::Worked;
use super::known::{Known, Need, Needs};
use crate::calendar::Quarter;
use crate::money::{Money, Rate, Ratio};
use crate::scheme::Rule;
use std::cell::RefCell;
use std::rc::Rc;

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
    pub(super) fn text(self) -> String {
        match self.quarter {
            Some(quarter) => format!("{}, {}", self.words, quarter.name()),
            None => self.words.to_owned(),
        }
    }
}

/// How a value was made from its ingredients.
#[derive(Clone, Debug)]
pub(super) enum Operation {
    /// Entered by the user at this path of the plan document.
    Input(String),
    /// Set by a rule.
    Parameter,
    /// Ingredients added.
    Sum,
    /// The second taken from the first.
    Difference,
    /// The first times the second, rounded to the penny if need be.
    Share {
        /// Whether there was a part of a penny to round.
        rounded: bool,
    },
    /// The last ingredient if all the tests before it are met, else nothing.
    IfAllMet,
    /// Met when the first is at least the second.
    AtLeast,
    /// Met when the first is more than the second.
    MoreThan,
    /// Met when any is met.
    AnyOf,
    /// The first as a share of the second.
    Ratio,
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
}

/// A value of any kind that a step can have.
#[derive(Clone, Debug)]
pub(super) enum StepValue {
    Money(Known<Money>),
    Test(Known<bool>),
    Rate(Rate),
    Ratio(Known<Ratio>),
    Performance(Known<Performance>),
}

impl From<Known<Money>> for StepValue {
    fn from(value: Known<Money>) -> Self {
        Self::Money(value)
    }
}

impl From<Known<bool>> for StepValue {
    fn from(value: Known<bool>) -> Self {
        Self::Test(value)
    }
}

impl From<Known<Performance>> for StepValue {
    fn from(value: Known<Performance>) -> Self {
        Self::Performance(value)
    }
}

impl From<Known<Ratio>> for StepValue {
    fn from(value: Known<Ratio>) -> Self {
        Self::Ratio(value)
    }
}

/// People seen in time out of all who came: an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Performance {
    /// All who came.
    pub attendances: u32,
    /// Those who waited longer than the standard.
    pub breaches: u32,
}

/// A step that another rests on, under a name of its own where its label alone
/// would not tell it from its neighbours.
pub(super) type Ingredient = (Option<String>, Rc<Step>);

/// One operation with all that explains it.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub label: String,
    pub value: StepValue,
    pub operation: Operation,
    pub ingredients: Vec<Ingredient>,
    pub rules: Vec<&'static Rule>,
}

/// The desk at which all figures are made: keeps the list of missing inputs, and
/// the steps when it records.
#[derive(Debug, Default)]
pub struct Work {
    recording: bool,
    missing: RefCell<Vec<MissingInput>>,
}

/// An input that was found missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingInput {
    /// Its path in the plan document.
    pub path: String,
    /// What it is, in words.
    pub words: String,
}

impl Work {
    /// A desk that keeps values only.
    #[must_use]
    pub fn quick() -> Self {
        Self::default()
    }

    /// A desk that keeps the steps too.
    #[must_use]
    pub fn recorded() -> Self {
        Self {
            recording: true,
            ..Self::default()
        }
    }

    /// The inputs found missing, in the order in which they were missed.
    #[must_use]
    pub fn into_missing(self) -> Vec<MissingInput> {
        self.missing.into_inner()
    }

    /// Notes an input as missing and gives the need for it.
    pub(super) fn need(&self, path: String, label: Label<'_>) -> Needs {
        let mut missing = self.missing.borrow_mut();
        let place = missing.iter().position(|known| known.path == path);
        let place = place.unwrap_or_else(|| {
            missing.push(MissingInput {
                path,
                words: label.text(),
            });
            missing.len().saturating_sub(1)
        });
        Needs::one(Need(u32::try_from(place).unwrap_or(u32::MAX)))
    }

    /// Finishes an operation: the value, and when recording its step, which rests
    /// on the steps given.
    pub(super) fn done<T: Clone>(
        &self,
        label: Label<'_>,
        value: Known<T>,
        operation: Operation,
        steps: &[Option<&Rc<Step>>],
        rules: &[&'static Rule],
    ) -> Worked<T>
    where
        StepValue: From<Known<T>>,
    {
        let step = self.recording.then(|| {
            Rc::new(Step {
                label: label.text(),
                value: value.clone().into(),
                operation,
                ingredients: by_label(steps),
                rules: rules.to_vec(),
            })
        });
        Worked::new(value, step)
    }

    /// The step of a parameter, when recording.
    pub(super) fn parameter(&self, rate: Rate, rules: &[&'static Rule]) -> Option<Rc<Step>> {
        self.recording.then(|| Rc::new(rate_step(rate, rules)))
    }

    /// Whether steps are kept.
    pub(super) const fn is_recording(&self) -> bool {
        self.recording
    }

    /// An input's operation; its path is written out only when recording.
    pub(super) fn input(&self, path: &dyn Fn() -> String) -> Operation {
        Operation::Input(if self.recording {
            path()
        } else {
            String::new()
        })
    }
}

/// Ingredients that go by their own labels.
fn by_label(steps: &[Option<&Rc<Step>>]) -> Vec<Ingredient> {
    let mut ingredients = Vec::with_capacity(steps.len());
    for step in steps.iter().flatten() {
        ingredients.push((None, Rc::clone(step)));
    }
    ingredients
}

/// The step of a parameter, an ingredient that a rule sets.
fn rate_step(rate: Rate, rules: &[&'static Rule]) -> Step {
    let names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
    Step {
        label: names.join(" × "),
        value: StepValue::Rate(rate),
        operation: Operation::Parameter,
        ingredients: Vec::new(),
        rules: rules.to_vec(),
    }
}
