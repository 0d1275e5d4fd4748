//! Worked cases: each file of `tests/cases` is a plan, and what must come of it,
//! with the source of the expectation. Written to be read and checked by a finance
//! person; see `tests/cases/README.md`.

mod document;

use control_total::assess::unfold;
use control_total::money::{Unit, read_money};
use control_total::plan::{Choice, Plan, Severity, read};
use control_total::working::{WorkedValue, Working};
use document::{changed, from_toml};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What the file shows.
    about: String,
    /// Where its expectations come from.
    source: String,
    /// The plan, as in a plan document; `example` names one of the examples.
    plan: Option<toml::Table>,
    example: Option<String>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// How the expectation is worked out, by hand.
    why: String,
    /// What of the plan is changed for this case, by path.
    #[serde(default)]
    change: BTreeMap<String, toml::Value>,
    /// What each figure must be, in the plan's unit.
    expect: BTreeMap<String, String>,
    /// Between what it must be, both included, where published figures are rounded.
    #[serde(default)]
    between: BTreeMap<String, [String; 2]>,
}

#[test]
fn every_case_comes_out_as_written() {
    let mut cases = 0;
    let mut faults = Vec::new();
    let mut files: Vec<_> = fs::read_dir("tests/cases")
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
    {
        let text = fs::read_to_string(path).unwrap();
        let file: File =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(
            !file.about.is_empty() && !file.source.is_empty(),
            "{}",
            path.display()
        );
        for case in &file.case {
            assert!(!case.why.is_empty(), "{}: {}", path.display(), case.name);
            assert!(!case.expect.is_empty(), "{}: {}", path.display(), case.name);
            faults.extend(check(path, &file, case));
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

fn check(path: &Path, file: &File, case: &Case) -> Vec<String> {
    let name = format!("{}: {}", path.display(), case.name);
    let document = match (&file.plan, &file.example) {
        (Some(plan), None) => from_toml(plan),
        (None, Some(example)) => serde_json::from_str(
            &fs::read_to_string(format!("www/examples/{example}.json")).unwrap(),
        )
        .unwrap(),
        _ => panic!("{name}: a plan or an example"),
    };
    let document = changed(document, &case.change);
    let reading = read(&document.to_string());
    let errors: Vec<_> = reading
        .diagnostics
        .iter()
        .filter(|d| d.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    let plan = reading.plan.unwrap_or_else(|| panic!("{name}: no plan"));
    let outside = case.between.iter().filter_map(|(figure, bounds)| {
        let found = unfold(&plan, figure).map(|working| outcome(&working, &plan))?;
        let amount = |text: &str| read_money(text, plan.unit).ok().flatten();
        let [least, most] = bounds.each_ref().map(|bound| amount(bound).unwrap());
        let within = read_money(&found, Unit::Pounds)
            .ok()
            .flatten()
            .is_some_and(|found| (least..=most).contains(&found));
        (!within).then(|| format!("{name}: {figure}: {found} is not between {bounds:?}"))
    });
    let expectations = case.expect.iter();
    expectations
        .filter_map(|(figure, expected)| {
            let found = unfold(&plan, figure).map(|working| outcome(&working, &plan));
            let found = found.unwrap_or_else(|| "no such figure".to_owned());
            let expected = exact(expected, plan.unit);
            (found != expected)
                .then(|| format!("{name}: {figure}: expected {expected}, found {found}"))
        })
        .chain(outside)
        .collect()
}

/// An expectation as the engine would write it: exact pounds, or a word.
fn exact(expected: &str, unit: Unit) -> String {
    match read_money(expected, unit) {
        Ok(Some(amount)) => amount.exact(),
        _ => expected.to_owned(),
    }
}

fn outcome(working: &Working, plan: &Plan) -> String {
    assert!(Unit::WORDS.iter().any(|(_, unit)| *unit == plan.unit));
    match &working.value {
        WorkedValue::Money { pounds } => pounds.clone(),
        WorkedValue::Test { met: true } => "met".to_owned(),
        WorkedValue::Test { met: false } => "missed".to_owned(),
        WorkedValue::NotKnown { .. } => "not known".to_owned(),
        WorkedValue::Ratio { shown } => shown.clone(),
        other => format!("{other:?}"),
    }
}
