//! The engine's answer, as it writes it for other programs, in the oracle's rows.

use super::answer::{Answers, Value};
use super::exact::Pence;
use super::reading;
use serde_json::Value as Json;

/// All figures of an assessment that the oracle knows of.
pub fn found(assessment: &Json) -> Answers {
    let mut answers = Answers::new();
    for member in items(&assessment["organisations"]) {
        let mut found = of_any(member);
        found.extend(of_member(member));
        write(&mut answers, text(&member["code"]), found);
    }
    let groups = std::iter::once(&assessment["system"])
        .chain(items(&assessment["sides"]))
        .chain(items(&assessment["subdivisions"]));
    for group in groups.filter(|group| group["members"] != 0) {
        let mut found = of_any(group);
        found.extend(counts(group));
        write(&mut answers, &group_name(group), found);
    }
    answers
}

fn group_name(group: &Json) -> String {
    match text(&group["kind"]) {
        "system" => "system".to_owned(),
        kind => format!("{kind} {}", text(&group["code"])),
    }
}

fn write(answers: &mut Answers, name: &str, found: Answers) {
    let found = found.into_iter();
    answers.extend(found.map(|(row, values)| (format!("{name} {row}"), values)));
}

/// What an organisation and a group have in common.
fn of_any(one: &Json) -> Answers {
    let mut found = Answers::new();
    for (name, figure) in fields(&one["position"]) {
        match name.as_str() {
            // Taken over from what is entered, and not computed with.
            "forecast" | "forecast_variance" | "resource_limit" | "variance_against_resources" => {}
            _ => add(&mut found, format!("position.{name}"), figure),
        }
    }
    for (name, row) in fields(&one["fund"]["total"]) {
        add_row(&mut found, &format!("total.{name}"), row);
    }
    for element in items(&one["fund"]["elements"]) {
        let element_name = format!("{}.{}", text(&element["fund"]), text(&element["id"]));
        for (name, row) in fields(&element["money"]) {
            add_row(&mut found, &format!("{element_name}.{name}"), row);
        }
    }
    for (name, figure) in fields(&one["year_end"]) {
        add(&mut found, format!("year_end.{name}"), figure);
    }
    found
}

fn of_member(member: &Json) -> Answers {
    let mut found = Answers::new();
    add(&mut found, "what_hangs".to_owned(), &member["what_hangs"]);
    if !member["neighbours_cost"].is_null() {
        let cost = &member["neighbours_cost"];
        add(&mut found, "neighbours_cost".to_owned(), cost);
    }
    for (name, figure) in fields(&member["matrix"]) {
        add(&mut found, format!("matrix.{name}"), figure);
    }
    for fund in items(&member["eligibility"]) {
        let name = format!("eligibility.{}", text(&fund["fund"]));
        for condition in items(&fund["conditions"]) {
            let rule = text(&condition["rule"]);
            let (_, id) = rule.split_once(':').unwrap();
            add(&mut found, format!("{name}.{id}"), &condition["met"]);
        }
        for figure in ["met", "improve_by", "unlocks"] {
            add(&mut found, format!("{name}.{figure}"), &fund[figure]);
        }
    }
    for measure in items(&member["performance"]) {
        let name = format!("{}.{}", text(&measure["fund"]), text(&measure["id"]));
        for test in items(&measure["tests"]) {
            let of_quarter = format!("{}.{}", text(&test["quarter"]), text(&test["name"]));
            add(
                &mut found,
                format!("performance.{name}.{of_quarter}"),
                &test["met"],
            );
        }
    }
    found
}

fn counts(group: &Json) -> Answers {
    let counts = fields(group).filter(|(name, _)| name.starts_with("members"));
    let count = |count: &Json| usize::try_from(count.as_u64().unwrap()).unwrap();
    counts
        .map(|(name, value)| (name.clone(), vec![Value::Count(count(value))]))
        .collect()
}

/// A figure, or one for each quarter.
fn add(found: &mut Answers, name: String, figures: &Json) {
    let values = match figures.as_array() {
        Some(quarters) => quarters.iter().map(|figure| value(&name, figure)).collect(),
        None => vec![value(&name, figures)],
    };
    found.insert(name, values);
}

/// The figures of the quarters and the year's.
fn add_row(found: &mut Answers, name: &str, row: &Json) {
    let figures = items(&row["quarters"]).chain([&row["year"]]);
    let values = figures.map(|figure| value(name, figure)).collect();
    found.insert(name.to_owned(), values);
}

fn value(name: &str, figure: &Json) -> Value {
    let is_answer =
        name.contains(".met") || name.contains(".condition.") || name.starts_with("performance");
    match figure {
        Json::Null => Value::Nothing,
        Json::Bool(answer) => Value::Answer(Some(*answer)),
        Json::String(amount) => Value::Money(Some(pence(amount))),
        Json::Object(not_known) if not_known.contains_key("needs") => {
            if is_answer {
                Value::Answer(None)
            } else {
                Value::Money(None)
            }
        }
        other => panic!("{name}: {other}"),
    }
}

fn pence(amount: &str) -> Pence {
    reading::pence(amount, 1)
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap()
}

fn items(value: &Json) -> impl Iterator<Item = &Json> {
    value.as_array().into_iter().flatten()
}

fn fields(value: &Json) -> impl Iterator<Item = (&String, &Json)> {
    value.as_object().into_iter().flatten()
}
