//! The rule book: what every rule says, where it was read and how well it is known, as data for the
//! page to show. The engine computes without it. It is made from the rules that the core is compiled
//! with, so that their files have one reader, the core's own build.

use anyhow::{Context, Result};
use control_total::{
    facts,
    scheme::{
        Measure, Outcome, SCHEMES, Scheme, Side,
        readings::{self, Reading},
    },
    working::Citation,
};
use serde::Serialize;

/// A scheme's rules, for the list of years and funds, the grids and the rule book.
#[derive(Serialize)]
struct SchemeBook {
    id: &'static str,
    fund: &'static str,
    name: &'static str,
    year: String,
    target: &'static str,
    summary: &'static str,
    fund_for: Side,
    measures: Vec<MeasureBook>,
    rules: Vec<Citation>,
    outcomes: Vec<OutcomeBook>,
}

/// A measure of a scheme, for the grid.
#[derive(Serialize)]
struct MeasureBook {
    id: &'static str,
    name: &'static str,
    milestones: Vec<&'static str>,
}

/// What else follows from one of the four outcomes.
#[derive(Serialize)]
struct OutcomeBook {
    own_met: bool,
    system_met: bool,
    rule: Citation,
}

/// A convention or reading, for the assumptions log.
#[derive(Serialize)]
struct Assumption {
    rule: Citation,
    reason: &'static str,
}

/// The module that the page imports. Its types stand in `www/source/rules.js`; `tsc` holds the data
/// against them.
pub fn module() -> Result<String> {
    let schemes: Vec<SchemeBook> = SCHEMES.iter().map(SchemeBook::from).collect();
    let assumptions: Vec<Assumption> = readings::ALL.iter().map(Assumption::from).collect();
    Ok([
        export(
            "schemes",
            "import('../source/rules.js').SchemeBook[]",
            &schemes,
        )?,
        export(
            "assumptions",
            "import('../source/rules.js').Assumption[]",
            &assumptions,
        )?,
        export("attribution", "string", facts::ATTRIBUTION)?,
    ]
    .concat())
}

/// JSON is a part of JavaScript; on many lines, so that `tsc` can say where something is wrong.
fn export<T: Serialize + ?Sized>(name: &str, of_type: &str, value: &T) -> Result<String> {
    let value = serde_json::to_string_pretty(value)
        .with_context(|| format!("the rule book's {name} can't be written"))?;
    Ok(format!(
        "/** @type {{{of_type}}} */\nexport const {name} = {value};\n"
    ))
}

impl From<&'static Scheme> for SchemeBook {
    fn from(scheme: &'static Scheme) -> Self {
        Self {
            id: scheme.id,
            fund: scheme.fund,
            name: scheme.name,
            year: scheme.year.to_string(),
            target: scheme.target,
            summary: scheme.summary,
            fund_for: scheme.fund_for,
            measures: scheme.measures.iter().map(MeasureBook::from).collect(),
            rules: scheme.rules().into_iter().map(Citation::from).collect(),
            outcomes: scheme.outcomes.iter().map(OutcomeBook::from).collect(),
        }
    }
}

impl From<&'static Measure> for MeasureBook {
    fn from(measure: &'static Measure) -> Self {
        Self {
            id: measure.id,
            name: measure.name,
            milestones: measure.milestones().collect(),
        }
    }
}

impl From<&'static Outcome> for OutcomeBook {
    fn from(outcome: &'static Outcome) -> Self {
        Self {
            own_met: outcome.own_met,
            system_met: outcome.system_met,
            rule: Citation::from(&outcome.rule),
        }
    }
}

impl From<&'static Reading> for Assumption {
    fn from(reading: &'static Reading) -> Self {
        Self {
            rule: Citation::from(reading.rule),
            reason: reading.reason,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_has_every_rule_and_every_reading() {
        let module = module().unwrap();
        let rules = SCHEMES.iter().flat_map(|scheme| scheme.rules());
        for rule in rules.chain(readings::ALL.iter().map(|reading| reading.rule)) {
            let words = serde_json::to_string(rule.words).unwrap();
            assert!(module.contains(&words), "{}", rule.id);
        }
        assert!(module.contains(facts::ATTRIBUTION));
    }
}
