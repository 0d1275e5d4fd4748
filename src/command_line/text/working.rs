//! The working of a figure as text.

use control_total::money::{Unit, read_money};
use control_total::working::{WorkedValue, Working};
use std::fmt::Write as _;

/// A figure's working, indented step by step.
pub(in super::super) fn working(working: &Working) -> String {
    let mut text = String::new();
    step(&mut text, working, None, 0);
    text
}

fn step(text: &mut String, working: &Working, name: Option<&str>, depth: usize) {
    let indent = "  ".repeat(depth);
    let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
    // Writing to a string can't fail.
    let _ = writeln!(
        text,
        "{indent}{name}{} = {} [{}]",
        working.label,
        value(&working.value),
        match &working.input {
            Some(input) => format!("entered at {}", input.path),
            None => working.operation.clone(),
        }
    );
    for rule in &working.rules {
        let sources: Vec<&str> = rule.sources.iter().map(|source| source.title).collect();
        let _ = writeln!(
            text,
            "{indent}  rule: {} ({}, {}% sure; {})",
            rule.name,
            rule.status_words,
            rule.confidence,
            sources.join("; ")
        );
    }
    for ingredient in &working.ingredients {
        let name = ingredient.name.as_deref();
        step(text, &ingredient.working, name, depth.saturating_add(1));
    }
}

fn value(value: &WorkedValue) -> String {
    match value {
        WorkedValue::Money { pounds } => match read_money(pounds, Unit::Pounds) {
            Ok(Some(amount)) => format!("£{}", amount.shown(Unit::Pounds)),
            _ => format!("£{pounds}"),
        },
        WorkedValue::Test { met: true } => "met".to_owned(),
        WorkedValue::Test { met: false } => "not met".to_owned(),
        WorkedValue::Rate { shown } | WorkedValue::Ratio { shown } => shown.clone(),
        WorkedValue::Performance {
            attendances,
            breaches,
            shown,
        } => format!("{shown} ({breaches} of {attendances} waited longer than the standard)"),
        WorkedValue::NotKnown { .. } => "not known yet".to_owned(),
    }
}
