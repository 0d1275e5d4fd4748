//! The rule book: what every rule says, where it was read and how well it is known, as data for the
//! page to show. The engine computes without it. It is made from the rules that the core is compiled
//! with, so that their files have one reader, the core's own build.

mod rounds;
mod schemes;
mod statements;
mod told;

use anyhow::{Context, Result};
use control_total::{
    facts,
    scheme::{
        MILESTONES, ROUNDS, SCHEMES, STATEMENTS, Source, Status,
        readings::{self, Reading},
    },
};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

use self::{
    rounds::{MilestoneBook, RoundBook},
    schemes::SchemeBook,
    statements::StatementBook,
    told::{Teller, TestedBy, Told},
};

/// What the words mean, in the page's own form.
const GLOSSARY: &str = include_str!("../../../www/glossary.json");

/// A convention or reading, for the assumptions log.
#[derive(Serialize)]
struct Assumption {
    rule: Told,
    reason: &'static str,
}

/// All of it.
#[derive(Serialize)]
struct RuleBook {
    schemes: Vec<SchemeBook>,
    statements: Vec<StatementBook>,
    /// The milestones of every planning round, in the order in which they come.
    milestones: Vec<MilestoneBook>,
    rounds: Vec<RoundBook>,
    assumptions: Vec<Assumption>,
    sources: BTreeMap<&'static str, Source>,
    /// The words for how a rule is known.
    statuses: BTreeMap<Status, &'static str>,
    /// What tests the rules, in the order in which they are told.
    tested: Vec<TestedBy>,
    /// The files of worked cases that are named there.
    case_files: Vec<&'static str>,
    attribution: &'static str,
    glossary: Value,
}

impl RuleBook {
    fn of_all() -> Result<Self> {
        let rules = SCHEMES.iter().flat_map(|scheme| scheme.rules());
        let readings = readings::ALL.iter().map(|reading| reading.rule);
        let sources = rules.chain(readings).flat_map(|rule| rule.sources);
        let mut teller = Teller::default();
        Ok(Self {
            glossary: serde_json::from_str(GLOSSARY).context("the glossary can't be read")?,
            schemes: SCHEMES
                .iter()
                .map(|scheme| SchemeBook::of(scheme, &mut teller))
                .collect(),
            statements: STATEMENTS
                .iter()
                .map(|statement| StatementBook::of(statement, &mut teller))
                .collect(),
            milestones: MILESTONES.into_iter().map(MilestoneBook::from).collect(),
            rounds: ROUNDS
                .iter()
                .map(|round| RoundBook::of(round, &mut teller))
                .collect(),
            assumptions: readings::ALL
                .iter()
                .map(|reading| Assumption::of(reading, &mut teller))
                .collect(),
            statuses: teller.statuses,
            tested: teller.tested,
            case_files: teller.case_files,
            sources: sources.map(|source| (source.key, **source)).collect(),
            attribution: facts::ATTRIBUTION,
        })
    }
}

/// The data, for the page to unpack.
pub fn json() -> Result<String> {
    serde_json::to_string(&RuleBook::of_all()?).context("the rule book can't be written")
}

/// The same as a module, for `tsc` to hold against the page's types, which stand in
/// `www/source/rules.js`. JSON is a part of JavaScript; on many lines, so that it can say where
/// something is wrong.
pub fn module() -> Result<String> {
    let value = serde_json::to_string_pretty(&RuleBook::of_all()?)
        .context("the rule book can't be written")?;
    Ok(format!(
        "/** @type {{import('../source/rules.js').RuleBook}} */\nexport default {value};\n"
    ))
}

impl Assumption {
    fn of(reading: &'static Reading, teller: &mut Teller) -> Self {
        Self {
            rule: teller.tell(reading.rule),
            reason: reading.reason,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_has_every_rule_and_every_reading() {
        let book = json().unwrap();
        let rules = SCHEMES.iter().flat_map(|scheme| scheme.rules());
        for rule in rules.chain(readings::ALL.iter().map(|reading| reading.rule)) {
            let words = serde_json::to_string(rule.words).unwrap();
            assert!(book.contains(&words), "{}", rule.id);
        }
        assert!(book.contains(facts::ATTRIBUTION));
    }
}
