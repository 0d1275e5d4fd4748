//! The rule book: every scheme, its rules with words, source and status, and what
//! changed between two of them.

use super::Answer;
use control_total::scheme::{CaseFile, Rule, RuleId, SCHEMES, Scheme, Status, scheme};
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(super) fn schemes() -> String {
    let mut text = String::new();
    for scheme in SCHEMES {
        let remark = if scheme.ran { "" } else { " (never in force)" };
        // Writing to a string can't fail.
        let _ = writeln!(text, "{:20} {}{remark}", scheme.id, scheme.name);
        let rules = scheme.rules();
        let recalled = rules.iter().filter(|rule| rule.status == Status::Recalled);
        let (all, recalled) = (rules.len(), recalled.count());
        let _ = writeln!(text, "{:20} {all} rules, {recalled} not verified", "");
    }
    text
}

/// The rules of a scheme, chapter by chapter.
pub(super) fn rules(id: &str) -> Answer {
    let scheme = found(id)?;
    let mut text = format!("{}\n{}\n", scheme.name, scheme.summary);
    if !scheme.ran {
        text.push_str("These rules were published and never in force.\n");
    }
    for chapter in scheme.chapters() {
        let _ = write!(
            text,
            "\n\n{}\n{}\n",
            chapter.title,
            "=".repeat(chapter.title.len())
        );
        for rule in chapter.rules {
            text.push_str(&described(rule));
            if chapter.computed {
                text.push_str(&tested(rule));
            }
        }
    }
    Ok(text)
}

/// What changed from one scheme to another, rule by rule.
pub(super) fn compared(id: &str, other: &str) -> Answer {
    let (one, two) = (found(id)?, found(other)?);
    let by_id = |scheme: &'static Scheme| -> BTreeMap<RuleId, &Rule> {
        let rules = scheme.rules().into_iter();
        rules.map(|rule| (in_every_scheme(rule), rule)).collect()
    };
    let (rules, others) = (by_id(one), by_id(two));
    let mut text = format!("From {} to {}\n", one.name, two.name);
    for rule in one.rules() {
        match others.get(&in_every_scheme(rule)) {
            None => {
                let _ = write!(
                    text,
                    "\n{}\n  Only in {}: {}\n",
                    rule.name,
                    one.id,
                    said(rule)
                );
            }
            Some(other) if said(rule) != said(other) => {
                let _ = write!(
                    text,
                    "\n{}\n  {}: {}\n  {}: {}\n",
                    other.name,
                    one.id,
                    said(rule),
                    two.id,
                    said(other)
                );
            }
            Some(_) => {}
        }
    }
    for rule in two.rules() {
        if !rules.contains_key(&in_every_scheme(rule)) {
            let _ = write!(
                text,
                "\n{}\n  Only in {}: {}\n",
                rule.name,
                two.id,
                said(rule)
            );
        }
    }
    Ok(text)
}

/// A rule's id without the scheme's: the same rule of another scheme has it too.
fn in_every_scheme(rule: &Rule) -> RuleId {
    let book = if scheme(rule.id.book).is_some() {
        ""
    } else {
        rule.id.book
    };
    RuleId { book, ..rule.id }
}

fn found(id: &str) -> Result<&'static Scheme, String> {
    scheme(id).ok_or_else(|| format!("There is no scheme {id}. `schemes` lists them.\n"))
}

/// A rule's value, if it has one, and its words.
fn said(rule: &Rule) -> String {
    match value(rule) {
        Some(value) => format!("{value}. {}", rule.words),
        None => rule.words.to_owned(),
    }
}

fn value(rule: &Rule) -> Option<&'static str> {
    rule.value.or_else(|| rule.asked.map(|_| "asked of you"))
}

/// A rule with value, status, confidence and sources.
fn described(rule: &Rule) -> String {
    let mut text = format!("\n{}", rule.name);
    if let Some(value) = value(rule) {
        let _ = write!(text, ": {value}");
    }
    let _ = write!(text, "\n  {}\n", rule.words);
    if let Some(why) = rule.asked {
        let _ = writeln!(text, "  Asked because: {why}");
    }
    if let Some(to_meet) = rule.to_meet {
        let _ = writeln!(text, "  To meet it: {to_meet}");
    }
    let mark = if rule.status == Status::Recalled {
        "NOT VERIFIED. "
    } else {
        ""
    };
    let _ = writeln!(
        text,
        "  {mark}Status: {}. Id: {}",
        rule.status.known(rule.confidence),
        rule.id
    );
    for source in rule.sources {
        let _ = writeln!(text, "  Source: {} ({})", source.title, source.place);
    }
    text
}

/// The worked cases that test a rule.
pub(super) fn tested(rule: &Rule) -> String {
    let Some(cases) = rule.worked_cases() else {
        return "  No case tests this rule yet.\n".to_owned();
    };
    let files = cases.files.iter();
    let files: Vec<String> = files
        .map(|CaseFile(file, count)| format!("{file} ({count})"))
        .collect();
    let such_as = cases.such_as;
    match cases.count() {
        1 => format!("  Tested by 1 case: “{such_as}” in {}\n", files.join(", ")),
        count => format!(
            "  Tested by {count} cases, such as “{such_as}”: {}\n",
            files.join(", ")
        ),
    }
}
