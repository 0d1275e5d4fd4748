//! Worked cases: each file of `tests/cases` is a plan, and what must come of it,
//! with the source of the expectation. Written to be read and checked by a finance
//! person; see `tests/cases/README.md`.

mod document;
mod worked;

use control_total::assess::{assess, unfold};
use control_total::money::{Unit, read_money};
use control_total::working::{WorkedValue, Working};
use serde_json::Value;
use worked::{Case, File, standing};

#[test]
fn every_case_comes_out_as_written() {
    let mut cases = 0;
    let mut faults = Vec::new();
    for (path, file) in &worked::files() {
        assert!(!file.about.is_empty() && !file.source.is_empty(), "{path}");
        for case in &file.case {
            assert!(!case.why.is_empty(), "{path}: {}", case.name);
            let expectations = case.expect.len() + case.words.len();
            assert!(expectations > 0, "{path}: {}", case.name);
            faults.extend(check(path, file, case));
            cases += 1;
        }
    }
    assert!(cases >= 180, "only {cases} cases were found");
    assert!(
        faults.is_empty(),
        "{} of {cases} cases:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn check(path: &str, file: &File, case: &Case) -> Vec<String> {
    let name = format!("{path}: {}", case.name);
    let plan = file.plan_of(case);
    let found = |figure: &str| {
        unfold(&plan, figure).map_or_else(|| "no such figure".to_owned(), |one| outcome(&one))
    };
    let outside = case.between.iter().filter_map(|(figure, bounds)| {
        let found = found(figure);
        let amount = |text: &str| read_money(text, plan.unit).ok().flatten();
        let [least, most] = bounds.each_ref().map(|bound| amount(bound).unwrap());
        let within = read_money(&found, Unit::Pounds)
            .ok()
            .flatten()
            .is_some_and(|found| (least..=most).contains(&found));
        (!within).then(|| format!("{name}: {figure}: {found} is not between {bounds:?}"))
    });
    let form = (!case.words.is_empty()).then(|| assess(&plan).plain());
    let other_words = case.words.iter().filter_map(|(place, expected)| {
        let found = in_words(form.as_ref().and_then(|form| standing(form, place)));
        (found != *expected)
            .then(|| format!("{name}: {place}: expected “{expected}”, found “{found}”"))
    });
    let expectations = case.expect.iter();
    expectations
        .filter_map(|(figure, expected)| {
            let found = found(figure);
            let expected = exact(expected, plan.unit);
            (found != expected)
                .then(|| format!("{name}: {figure}: expected {expected}, found {found}"))
        })
        .chain(outside)
        .chain(other_words)
        .collect()
}

/// A word as it stands, several with commas between; a number in digits.
fn in_words(found: Option<&Value>) -> String {
    match found {
        None | Some(Value::Null) => "nothing".to_owned(),
        Some(Value::String(words)) => words.clone(),
        Some(Value::Array(items)) => {
            let items: Vec<String> = items.iter().map(|item| in_words(Some(item))).collect();
            items.join(", ")
        }
        Some(other) => other.to_string(),
    }
}

/// An expectation as the engine would write it: exact pounds, or a word.
fn exact(expected: &str, unit: Unit) -> String {
    match read_money(expected, unit) {
        Ok(Some(amount)) => amount.exact(),
        _ => expected.to_owned(),
    }
}

fn outcome(working: &Working) -> String {
    match &working.value {
        WorkedValue::Money { pounds } => pounds.clone(),
        WorkedValue::Test { met: true, .. } => "met".to_owned(),
        WorkedValue::Test { met: false, .. } => "missed".to_owned(),
        WorkedValue::NotKnown { .. } => "not known".to_owned(),
        WorkedValue::Ratio { shown } => shown.clone(),
        other => format!("{other:?}"),
    }
}
