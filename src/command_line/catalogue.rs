//! What the program knows: footprints, schemes, assumptions, and the form of a
//! plan document.

use super::Answer;
use control_total::facts;
use control_total::plan::{PlanDocument, document_for_footprint};
use control_total::scheme::{Rule, SCHEMES, readings, scheme};
use std::fmt::Write as _;

pub(super) fn footprints() -> String {
    facts::footprints()
        .map(|footprint| {
            let members = facts::members(footprint.code);
            let counted = members.filter(|member| member.membership == facts::Membership::Counted);
            format!(
                "{:>2}  {}  {} ({}), {} organisations\n",
                footprint.number,
                footprint.code,
                footprint.name,
                footprint.region,
                counted.count()
            )
        })
        .collect()
}

/// An empty plan document for a footprint, under the newest scheme.
pub(super) fn plan_for(code: &str) -> Answer {
    let footprint = facts::footprint(code).ok_or_else(|| {
        format!("{code} is not one of the 44 footprints. `footprints` lists them.\n")
    })?;
    let newest = SCHEMES.last().ok_or("There are no schemes.\n")?;
    let document = document_for_footprint(&footprint, newest);
    let text = serde_json::to_string_pretty(&document).map_err(|error| format!("{error}\n"))?;
    Ok(format!("{text}\n"))
}

pub(super) fn schemes() -> String {
    SCHEMES
        .iter()
        .map(|scheme| format!("{}  {}\n", scheme.id, scheme.name))
        .collect()
}

pub(super) fn rules(id: &str) -> Answer {
    let scheme =
        scheme(id).ok_or_else(|| format!("There is no scheme {id}. `schemes` lists them.\n"))?;
    let mut text = format!("{}\n{}\n", scheme.name, scheme.summary);
    for rule in scheme.rules() {
        text.push_str(&described(rule));
    }
    Ok(text)
}

pub(super) fn assumptions() -> String {
    readings::ALL
        .iter()
        .map(|reading| {
            format!(
                "\n{}\n  {}\n  Why: {}\n",
                reading.rule.name, reading.rule.words, reading.reason
            )
        })
        .collect()
}

/// A rule with value, status, confidence and sources.
pub(super) fn described(rule: &Rule) -> String {
    let mut text = format!("\n{}", rule.name);
    if let Some(value) = rule.value {
        text.push_str(&format!(": {value}"));
    }
    // Writing to a string can't fail.
    let _ = write!(
        text,
        "\n  {}\n  Status: {}, {}% sure.\n",
        rule.words,
        rule.status.words(),
        rule.confidence
    );
    for source in rule.sources {
        let _ = writeln!(text, "  Source: {} ({})", source.title, source.place);
    }
    text
}

pub(super) fn schema() -> Answer {
    let schema = schemars::schema_for!(PlanDocument<'_>);
    let text = serde_json::to_string_pretty(&schema).map_err(|error| format!("{error}\n"))?;
    Ok(format!("{text}\n"))
}
