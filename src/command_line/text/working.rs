//! The working of a figure as text.

use control_total::assess::ChangeLine;
use control_total::money::{Unit, read_money};
use control_total::working::{WorkedValue, Working};
use std::fmt::Write as _;

/// A figure's working, indented step by step. What the plan changes is named where it is cited.
pub(in super::super) fn working(working: &Working, changes: &[ChangeLine]) -> String {
    let mut text = String::new();
    step(&mut text, (working, changes), None, 0);
    text
}

fn step(
    text: &mut String,
    (working, changes): (&Working, &[ChangeLine]),
    name: Option<&str>,
    depth: usize,
) {
    let indent = "  ".repeat(depth);
    let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
    // Writing to a string can't fail.
    let _ = writeln!(
        text,
        "{indent}{name}{} = {} [{}]",
        working.label,
        value(&working.value),
        match &working.input {
            Some(input) if working.operation == "entered" => format!("entered at {}", input.path),
            Some(input) => format!("{}: {}", working.operation, input.path),
            None => working.operation.clone(),
        }
    );
    for rule in &working.rules {
        let sources: Vec<&str> = rule.sources.iter().map(|source| source.title).collect();
        let change = changes.iter().find(|change| change.rule == rule.id);
        let changed = change.map(|change| {
            let published = rule.value.unwrap_or("no published value");
            format!(
                "CHANGED IN THIS PLAN: {} instead of {published}; as published: ",
                change.value
            )
        });
        let _ = writeln!(
            text,
            "{indent}  rule: {} ({}{}; {})",
            rule.name,
            changed.unwrap_or_default(),
            rule.status.known(rule.confidence),
            sources.join("; ")
        );
    }
    for ingredient in &working.ingredients {
        let name = ingredient.name.as_deref();
        let ingredient = (&ingredient.working, changes);
        step(text, ingredient, name, depth.saturating_add(1));
    }
}

fn value(value: &WorkedValue) -> String {
    match value {
        WorkedValue::Money { pounds } => match read_money(pounds, Unit::Pounds) {
            Ok(Some(amount)) => format!("£{}", amount.shown(Unit::Pounds)),
            _ => format!("£{pounds}"),
        },
        WorkedValue::Test { shown, .. } => (*shown).to_owned(),
        WorkedValue::Rate { shown } | WorkedValue::Ratio { shown } => shown.clone(),
        WorkedValue::Performance {
            attendances,
            breaches,
            shown,
        } => format!("{shown} ({breaches} of {attendances} waited longer than the standard)"),
        WorkedValue::NotKnown { .. } => "not known yet".to_owned(),
    }
}
