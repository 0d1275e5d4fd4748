//! The engine against an oracle: the same rules written a second time, naively, over exact
//! fractions, from the rules' documents and not from the engine. Every parameter is taken from the
//! files of `src/scheme/published`.

mod oracle {
    pub mod allocation;
    pub mod answer;
    pub mod dues;
    pub mod eligibility;
    pub mod entitlement;
    pub mod every_way;
    pub mod exact;
    pub mod found;
    pub mod hangs;
    pub mod matrix;
    pub mod open;
    pub mod plan;
    pub mod reading;
    pub mod rules;
    pub mod tests;
    pub mod year_end;
}

use control_total::assess::assess;
use control_total::plan::{Severity, read};
use oracle::answer::{Answers, Value, answer};
use oracle::open::is_open;
use oracle::{found, plan, reading};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::fs;

/// Where engine and oracle differ on a plan, unless it has errors.
fn differences(document: &Json) -> Result<Vec<String>, Vec<String>> {
    let reading = read(&document.to_string());
    let errors = reading.diagnostics.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let errors: Vec<String> = errors.map(|error| format!("{error:?}")).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let assessment = assess(&reading.plan.unwrap()).plain();
    let found = found::found(&assessment);
    let expected = answer(&plan::read(document));
    let names: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
    let differ = names.into_iter().flat_map(|name| {
        let empty = Vec::new();
        let row = |answers: &Answers| answers.get(name).cloned().unwrap_or(empty.clone());
        row_differences(document, name, &row(&expected), &row(&found))
    });
    Ok(differ.collect())
}

/// Where two rows differ.
fn row_differences(
    document: &Json,
    name: &str,
    expected: &[Value],
    found: &[Value],
) -> Vec<String> {
    let length = expected.len().max(found.len());
    let differ = (0..length).filter_map(|column| {
        let label = match length {
            1 => name.to_owned(),
            _ if column == 4 => format!("{name}.year"),
            _ => format!("{name}.{}", plan::quarter(column)),
        };
        let (expected, found) = (of(expected, column, name), of(found, column, name));
        let differ = expected != found && !is_open(document, &label, expected, found);
        differ.then(|| format!("{label}: expected {expected:?}, found {found:?}"))
    });
    differ.collect()
}

/// A figure; the fund's money is nothing where it is left out.
fn of(row: &[Value], column: usize, name: &str) -> Value {
    let value = row.get(column).copied().unwrap_or(Value::Nothing);
    let money = [
        ".available",
        ".earned",
        ".missed",
        ".recovered",
        ".still_",
        ".lost",
        ".paid",
    ];
    let is_money = money.iter().any(|row| name.contains(row));
    match value {
        Value::Nothing if is_money => Value::Money(Some(0)),
        value => value,
    }
}

#[test]
fn the_examples_are_answered_alike() {
    let mut examples = 0;
    for file in fs::read_dir("www/examples").unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut document: Json = serde_json::from_str(&text).unwrap();
        for end in reading::quarter_ends(document["year"].as_str().unwrap()) {
            document["as_at"] = json!(end);
            assert_eq!(differences(&document).unwrap(), [""; 0]);
        }
        examples += 1;
    }
    assert!(examples > 0);
}
