//! Every money figure and every test of every example has working that ends in
//! inputs and in rules with source and status.

mod document;
mod worked;

use control_total::assess::{assess, assess_recorded, unfold};
use control_total::plan::{Plan, read};
use control_total::scheme::Status;
use control_total::working::{WorkedValue, Working};
use serde_json::Value;
use std::fs;

fn examples() -> Vec<(String, Plan)> {
    let folder = fs::read_dir("www/examples").unwrap();
    let mut examples: Vec<(String, Plan)> = folder
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let reading = read(&fs::read_to_string(&path).unwrap());
            assert!(
                reading.is_clean(),
                "{}: {:?}",
                path.display(),
                reading.diagnostics
            );
            (path.display().to_string(), reading.plan.unwrap())
        })
        .collect();
    examples.sort_by(|one, two| one.0.cmp(&two.0));
    assert!(examples.len() >= 3);
    examples
}

/// The figures and tests of an assessment's JSON form, by path.
fn figures(value: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    let inside = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}/{name}")
        }
    };
    match value {
        Value::String(text) if is_amount(text) => found.push((path.to_owned(), value.clone())),
        Value::Bool(_)
            if !path.ends_with("in_force") && path.contains('/') && !path.starts_with("checks") =>
        {
            found.push((path.to_owned(), value.clone()));
        }
        Value::Object(fields) if fields.len() == 1 && fields.contains_key("needs") => {
            found.push((path.to_owned(), value.clone()))
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                figures(value, &inside(name), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                // Organisations, sides and subdivisions go by their codes.
                let by_code = matches!(path, "organisations" | "sides" | "subdivisions");
                let code = item["code"].as_str().filter(|_| by_code);
                figures(item, &inside(code.unwrap_or(&place.to_string())), found);
            }
        }
        _ => {}
    }
}

/// Exact pounds with two decimals.
fn is_amount(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.split_once('.').is_some_and(|(pounds, pence)| {
        let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        all(pounds) && all(pence) && pence.len() == 2
    })
}

fn same(value: &Value, worked: &WorkedValue) -> bool {
    match worked {
        WorkedValue::Money { pounds } => value == pounds,
        WorkedValue::Test { met, .. } => value == met,
        WorkedValue::NotKnown { needs } => value["needs"] == serde_json::to_value(needs).unwrap(),
        _ => false,
    }
}

/// Walks down to the leaves; counts them.
fn leaves(path: &str, working: &Working) -> usize {
    assert!(
        !working.label.is_empty() && !working.operation.is_empty(),
        "{path}"
    );
    for rule in &working.rules {
        assert!(
            !rule.words.is_empty() && !rule.sources.is_empty(),
            "{path}: {}",
            rule.id
        );
        assert!((1..=100).contains(&rule.confidence), "{path}: {}", rule.id);
        let marked = rule.status_words.contains("not verified");
        assert_eq!(
            rule.status == Status::Recalled,
            marked,
            "{path}: {}",
            rule.id
        );
    }
    if working.ingredients.is_empty() {
        let ends = working.input.is_some() || !working.rules.is_empty();
        assert!(
            ends,
            "{path}: {} ends in neither input nor rule",
            working.label
        );
        return 1;
    }
    let below = working.ingredients.iter();
    below
        .map(|ingredient| leaves(path, &ingredient.working))
        .sum()
}

#[test]
fn every_figure_of_every_example_is_worked_down_to_inputs_and_rules() {
    let mut walked = 0;
    for (name, plan) in examples() {
        let assessment = assess(&plan).plain();
        let mut found = Vec::new();
        figures(&assessment, "", &mut found);
        assert!(found.len() > 200, "{name}: only {} figures", found.len());
        for (path, value) in found {
            let working =
                unfold(&plan, &path).unwrap_or_else(|| panic!("{name}: {path} has no working"));
            assert!(
                same(&value, &working.value),
                "{name}: {path}: {value} is worked as {:?}",
                working.value
            );
            assert!(leaves(&path, &working) > 0);
            walked += 1;
        }
    }
    println!("{walked} figures walked");
}

/// The places in the ledger of the figures and tests of a form.
fn places(form: &Value, found: &mut Vec<u32>) {
    match form {
        Value::Array(items) => match items.first().and_then(Value::as_u64) {
            Some(place) => found.push(u32::try_from(place).unwrap()),
            None => items.iter().for_each(|item| places(item, found)),
        },
        Value::Object(fields) => fields.values().for_each(|field| places(field, found)),
        _ => {}
    }
}

#[test]
fn every_figure_of_every_planning_round_is_worked_down_to_inputs_and_rules() {
    let files = worked::files();
    let rounds = files
        .iter()
        .filter(|(name, _)| name.starts_with("planning_"));
    let mut walked = 0;
    for (name, file) in rounds {
        for case in &file.case {
            let assessment = assess_recorded(&file.plan_of(case));
            let mut found = Vec::new();
            places(
                &serde_json::to_value(&assessment.planning).unwrap(),
                &mut found,
            );
            for place in found {
                let working = assessment.record.unfold(place).unwrap();
                assert!(leaves(&format!("{name}: {}", case.name), &working) > 0);
                walked += 1;
            }
        }
    }
    assert!(walked > 3_500, "only {walked} figures");
}

#[test]
fn a_path_without_a_figure_has_no_working() {
    let (_, plan) = examples().remove(0);
    for path in [
        "",
        "nothing",
        "system",
        "organisations/XXX/position/target/0",
        "system/position/target/9",
    ] {
        assert!(unfold(&plan, path).is_none(), "{path}");
    }
}

#[test]
fn an_input_is_named_by_its_place_in_the_document() {
    let (_, plan) = examples().remove(1);
    let working = unfold(&plan, "organisations/RXL/position/actual/1").unwrap();
    assert_eq!(working.input.unwrap().path, "organisations/RXL/actual/Q2");
}
