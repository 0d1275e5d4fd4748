//! Each question's answer in words that a councillor would understand.

mod agreements;
mod decisions;

use super::PlanningResult;
use super::contracts::{ContractLine, YearLine};
use crate::money::Money;
use crate::plan::Plan;
use crate::working::{Figure, Record, Test, Worked};
use serde::Serialize;

/// A question of the planning round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Question {
    /// Which round it is, where none was read for the year.
    Round,
    /// What kind of partnership it is.
    Partnership,
    /// Whether both sides' contracts agree.
    Contracts,
    /// Whether the area may take on a system control total.
    Eligibility,
    /// Whether it may have transformation funding.
    Transformation,
    /// What is saved and what only moved.
    Shifting,
    /// What fits into the envelope.
    Envelope,
    /// What councils lack.
    Council,
    /// Which capital bids fit.
    Capital,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Said {
    /// The question.
    pub question: Question,
    /// The answer.
    pub words: String,
}

impl PlanningResult {
    /// The answers, in the order in which the round goes.
    pub(crate) fn said(&self, plan: &Plan, record: &Record) -> Vec<Said> {
        let speaker = Speaker {
            plan,
            record,
            contracts: &self.contracts,
            years: &self.years,
        };
        let partnership = self
            .partnership
            .as_ref()
            .map(|one| speaker.partnership(one));
        let answers = [
            (
                Question::Round,
                self.round.is_none().then(|| speaker.no_round()),
            ),
            (Question::Partnership, partnership),
            (Question::Contracts, speaker.contracts()),
            (
                Question::Eligibility,
                self.eligibility
                    .as_ref()
                    .map(|one| speaker.eligibility(one)),
            ),
            (
                Question::Transformation,
                self.transformation
                    .as_ref()
                    .map(|one| speaker.transformation(one)),
            ),
            (
                Question::Shifting,
                self.shifting.as_ref().map(|one| speaker.shifting(one)),
            ),
            (
                Question::Envelope,
                self.envelope.as_ref().map(|one| speaker.envelope(one)),
            ),
            (
                Question::Council,
                self.council.as_ref().map(|one| speaker.council(one)),
            ),
            (
                Question::Capital,
                self.capital.as_ref().map(|one| speaker.capital(one)),
            ),
        ];
        let said = answers.into_iter();
        said.filter_map(|(question, words)| words.map(|words| Said { question, words }))
            .collect()
    }
}

struct Speaker<'a> {
    plan: &'a Plan,
    record: &'a Record,
    contracts: &'a [ContractLine],
    years: &'a [YearLine],
}

impl Speaker<'_> {
    fn no_round(&self) -> String {
        format!(
            "No rules of a planning round were read for {}. What is entered is worked out; whether the area could take on a system control total, or have transformation funding, is not answered.",
            self.plan.year()
        )
    }

    fn amount(&self, figure: Figure) -> Option<Money> {
        self.record.ledger.amount(figure)
    }

    fn outcome(&self, test: Test) -> Option<bool> {
        self.record.ledger.outcome(test)
    }

    /// An amount without its sign, or that it is not known.
    fn size(&self, figure: Figure) -> String {
        self.amount(figure).map_or_else(
            || "an amount not known yet".to_owned(),
            |amount| amount.in_words(self.plan.unit),
        )
    }

    fn needs<T>(&self, worked: Worked<T>) -> String {
        self.record
            .needs_in_words(worked.place(), &|input| input.small())
    }

    /// At the beginning of a sentence.
    fn area(&self) -> &str {
        self.area_or("The area")
    }

    fn area_or<'a>(&'a self, without: &'a str) -> &'a str {
        if self.plan.area.is_empty() {
            without
        } else {
            &self.plan.area
        }
    }
}
