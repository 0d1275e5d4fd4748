//! A figure's making as a tree that can be shown: on the page, in print, in a
//! pack or on the command line.

use super::figure::Worked;
use super::known::Kind;
use super::step::{self, Operation, Step};
use super::work::Record;
use crate::money::{Rate, Ratio};
use crate::scheme::{Rule, RuleId};
#[cfg(feature = "rule-texts")]
use crate::scheme::{Source, Status};
use serde::Serialize;

/// One step of a figure's making, with the steps it rests on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Working {
    /// What the figure is.
    pub label: String,
    /// Its exact value.
    pub value: WorkedValue,
    /// What was done with the ingredients, in words.
    pub operation: String,
    /// The figures it was made from.
    pub ingredients: Vec<Ingredient>,
    /// The rules behind it.
    pub rules: Vec<Citation>,
    /// Where the user entered it, for an input.
    pub input: Option<InputPlace>,
}

/// A figure's ingredient.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Ingredient {
    /// A name of its own where the label alone is not enough, such as an
    /// organisation's.
    pub name: Option<String>,
    /// How it was made.
    pub working: Working,
}

/// The place in the plan document where a value was entered.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct InputPlace {
    /// The path, such as `organisations/RXL/actual/Q2`.
    pub path: String,
}

/// A value of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum WorkedValue {
    /// Exact pounds.
    Money {
        /// The amount as a decimal string.
        pounds: String,
    },
    /// A test met or missed.
    Test {
        /// True when met.
        met: bool,
        /// In words: a condition is met or not, and a question has a yes or no.
        shown: &'static str,
    },
    /// A share, weight, threshold or multiple.
    Rate {
        /// As printed: a percentage.
        shown: String,
    },
    /// An amount as a share of another.
    Ratio {
        /// As printed: a percentage.
        shown: String,
    },
    /// A share of people seen in time.
    Performance {
        /// All that are counted: those who came to A&E, those who wait.
        attendances: u32,
        /// Those who waited too long.
        breaches: u32,
        /// The percentage, cut to two decimals.
        shown: String,
    },
    /// Not known yet, for want of the inputs at these places of the list of
    /// missing inputs.
    NotKnown {
        /// Places in the assessment's list of missing inputs.
        needs: Vec<u32>,
    },
}

/// A rule as it is cited: by its id alone where the texts are not at hand.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Citation {
    /// The rule's id.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub id: RuleId,
    /// Its name.
    #[cfg(feature = "rule-texts")]
    pub name: &'static str,
    /// The rule in plain words.
    #[cfg(feature = "rule-texts")]
    pub words: &'static str,
    /// Its value as printed, where it has one.
    #[cfg(feature = "rule-texts")]
    pub value: Option<&'static str>,
    /// Why its value is asked of the user, where none is known.
    #[cfg(feature = "rule-texts")]
    pub asked: Option<&'static str>,
    /// What an organisation does to meet it, where it is a condition.
    #[cfg(feature = "rule-texts")]
    pub to_meet: Option<&'static str>,
    /// How it is known.
    #[cfg(feature = "rule-texts")]
    pub status: Status,
    /// How it is known, in words.
    #[cfg(feature = "rule-texts")]
    pub status_words: &'static str,
    /// How sure it is, in percent.
    #[cfg(feature = "rule-texts")]
    pub confidence: u8,
    /// The documents it was read in.
    #[cfg(feature = "rule-texts")]
    pub sources: &'static [&'static Source],
}

impl From<&'static Rule> for Citation {
    fn from(rule: &'static Rule) -> Self {
        Self {
            id: rule.id,
            #[cfg(feature = "rule-texts")]
            name: rule.name,
            #[cfg(feature = "rule-texts")]
            words: rule.words,
            #[cfg(feature = "rule-texts")]
            value: rule.value,
            #[cfg(feature = "rule-texts")]
            asked: rule.asked,
            #[cfg(feature = "rule-texts")]
            to_meet: rule.to_meet,
            #[cfg(feature = "rule-texts")]
            status: rule.status,
            #[cfg(feature = "rule-texts")]
            status_words: rule.status.words(),
            #[cfg(feature = "rule-texts")]
            confidence: rule.confidence,
            #[cfg(feature = "rule-texts")]
            sources: rule.sources,
        }
    }
}

impl Record {
    /// How the value at a place of the ledger was made; `None` where nothing was
    /// made, or nothing was recorded.
    #[must_use]
    pub fn unfold(&self, place: u32) -> Option<Working> {
        let step = self.step(place)?;
        let path = step.input.as_ref();
        Some(Working {
            label: step.label.clone(),
            value: self.value(place, step),
            operation: step.operation.in_words(),
            ingredients: self.ingredients(step),
            rules: citations(&step.rules),
            input: path.map(|path| InputPlace { path: path.clone() }),
        })
    }

    fn ingredients(&self, step: &Step) -> Vec<Ingredient> {
        let mut ingredients = Vec::with_capacity(step.ingredients.len());
        for ingredient in &step.ingredients {
            let (name, working) = match ingredient {
                step::Ingredient::Made(name, place) => (name.clone(), self.unfold(*place)),
                step::Ingredient::Parameter(rate, rules) => (None, Some(parameter(*rate, rules))),
            };
            ingredients.extend(working.map(|working| Ingredient { name, working }));
        }
        ingredients
    }

    fn value(&self, place: u32, step: &Step) -> WorkedValue {
        let needs = self.ledger.needs(place);
        if !needs.is_empty() {
            return WorkedValue::NotKnown {
                needs: needs.to_vec(),
            };
        }
        if let Some(performance) = step.performance {
            return WorkedValue::Performance {
                attendances: performance.attendances,
                breaches: performance.breaches,
                shown: performance.percentage(),
            };
        }
        if let Some(rate) = step.rate {
            return WorkedValue::Rate {
                shown: rate.percentage(),
            };
        }
        match step.kind {
            Kind::Money => WorkedValue::Money {
                pounds: self
                    .ledger
                    .amount(Worked::at(place))
                    .unwrap_or_default()
                    .exact(),
            },
            Kind::Test => {
                let met = self.ledger.outcome(Worked::at(place)) == Some(true);
                let shown = match (self.is_question(step), met) {
                    (true, true) => "yes",
                    (true, false) => "no",
                    (false, true) => "met",
                    (false, false) => "not met",
                };
                WorkedValue::Test { met, shown }
            }
            Kind::Ratio => WorkedValue::Ratio {
                shown: self
                    .ledger
                    .ratio(Worked::at(place))
                    .map(Ratio::percentage)
                    .unwrap_or_default(),
            },
        }
    }

    /// Whether what a test says is no condition that is met or not: what the user answered,
    /// that something is more than something else, or that any such thing is so.
    fn is_question(&self, step: &Step) -> bool {
        let made = |ingredient: &step::Ingredient| match ingredient {
            step::Ingredient::Made(_, place) => self.step(*place),
            step::Ingredient::Parameter(..) => None,
        };
        match step.operation {
            Operation::Input | Operation::MoreThan => true,
            Operation::AnyOf => step.ingredients.iter().all(|one| {
                made(one).is_some_and(|step| matches!(step.operation, Operation::MoreThan))
            }),
            _ => false,
        }
    }

    fn step(&self, place: u32) -> Option<&Step> {
        self.steps.get(usize::try_from(place).ok()?)
    }
}

/// The step of a parameter: a rate that rules set.
fn parameter(rate: Rate, rules: &[&'static Rule]) -> Working {
    let names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
    Working {
        label: names.join(" × "),
        value: WorkedValue::Rate {
            shown: rate.percentage(),
        },
        operation: Operation::Set.in_words(),
        ingredients: Vec::new(),
        rules: citations(rules),
        input: None,
    }
}

fn citations(rules: &[&'static Rule]) -> Vec<Citation> {
    rules.iter().copied().map(Citation::from).collect()
}

impl Operation {
    fn in_words(self) -> String {
        match self {
            Self::Parts(some, all) => {
                format!("{some} of {all} equal parts, rounded to the nearest penny")
            }
            other => other.words().to_owned(),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Input => "entered",
            Self::OfPlan => "from the system's own plan, which tells how it was made",
            Self::Sum => "added together",
            Self::Difference => "the first less the second",
            Self::Share => "the amount times the share",
            Self::RoundedShare => {
                "the amount times the share, rounded to the nearest penny, a half away from zero"
            }
            Self::IfAllMet => "the last one if every test before it is met, otherwise nothing",
            Self::AtLeast => "met if the first is at least the second",
            Self::MoreThan => "yes if the first is more than the second",
            Self::AnyOf => "any of these is enough",
            Self::AllOf => "all of these are needed",
            Self::Ratio => "the first as a share of the second, shown to two decimals",
            Self::Parts(..) => "",
            Self::Slice => {
                "the amount shared out in whole pennies by the shares, the largest remainders first"
            }
            Self::InProportion => {
                "the first times the second, divided by the third, rounded to the nearest penny"
            }
            Self::Reckoned => {
                "added together; what is named “less” is taken off, so that an amount in brackets adds"
            }
            Self::Smaller => "the smaller of the two",
            Self::NotBelowNothing => "the amount if it is above nothing, otherwise nothing",
            Self::Within => {
                "met if those before the last add up to no more than the last. It is not met as soon as those that are known add up to more"
            }
            Self::ClassShare => {
                "the first, shared among the programmes of this priority in the proportion of the second to the third, none above its cap, in whole pennies, the largest remainders first"
            }
            Self::LeastChange => {
                "its part of the first, which is cut from the fewest programmes, the lowest priority first, none by more than its room above the floor"
            }
            Self::Nothing => "nothing, by the rules given",
            Self::SameWhichever => "the same whichever way the unknowns turn out",
            Self::DependsOn => "depends on what is not known yet",
            Self::Supposed => "supposed, to try every way",
            Self::Set => "set by the rules, or entered in the plan",
        }
    }
}
