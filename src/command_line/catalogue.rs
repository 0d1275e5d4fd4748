//! What the program knows: areas, assumptions, and the form of a plan document.

use super::{Answer, rule_book};
use control_total::calendar::FinancialYear;
use control_total::facts::{self, Geography};
use control_total::plan::{PlanDocument, document_for_footprint};
use control_total::scheme::{SCHEMES, of_year, readings};
use std::fmt::Write as _;

/// How England was divided, year by year.
pub(super) fn geographies() -> String {
    let mut text = String::new();
    for geography in facts::geographies() {
        let years = geography.years().to_string();
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "{years:18}  {} {}",
            geography.areas().count(),
            geography.areas_word()
        );
    }
    let newest = facts::geographies().map(|geography| geography.years().last);
    if let Some(newest) = newest.last() {
        let _ = writeln!(
            text,
            "\n`footprints --year {newest}` lists the areas of a year."
        );
    }
    text
}

/// The areas of a year.
pub(super) fn areas(year: &str) -> Answer {
    let geography = geography(financial_year(year)?)?;
    let mut text = format!("{}\n", geography.in_words());
    for area in geography.areas() {
        let members = geography.members(area.code);
        let counted = members
            .iter()
            .filter(|member| member.membership == facts::Membership::Counted)
            .count();
        let noun = if counted == 1 {
            "organisation"
        } else {
            "organisations"
        };
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "{:5}  {} ({}), {counted} {noun}",
            area.code, area.name, area.region
        );
    }
    if let Some(remark) = geography.remark() {
        let _ = writeln!(text, "\n{remark}");
    }
    Ok(text)
}

/// An empty plan document for an area, under the rules of the year; of the newest
/// year that has any, and a list of its areas, if none is asked for.
pub(super) fn plan_for(code: &str, year: Option<&str>) -> Answer {
    let years = SCHEMES.iter().map(|scheme| scheme.year);
    let year = match year {
        Some(year) => financial_year(year)?,
        None => years
            .filter(|year| facts::geography(*year).is_some())
            .max()
            .ok_or("There are no schemes.\n")?,
    };
    if of_year(year).next().is_none() {
        return Err(without_rules(year));
    }
    let geography = geography(year)?;
    let area = geography
        .area(code)
        .ok_or_else(|| not_an_area(code, geography))?;
    let document = document_for_footprint(&area, year);
    let text = serde_json::to_string_pretty(&document).map_err(|error| format!("{error}\n"))?;
    Ok(format!("{text}\n"))
}

fn financial_year(year: &str) -> Result<FinancialYear, String> {
    FinancialYear::typed(year)
        .ok_or_else(|| format!("“{year}” is not a financial year: write it as in 2026/27.\n"))
}

fn geography(year: FinancialYear) -> Result<Geography, String> {
    facts::geography(year).ok_or_else(|| {
        format!(
            "No list of the areas of {year} is held, so that a plan of that year names its organisations itself. `footprints` lists the years.\n"
        )
    })
}

fn without_rules(year: FinancialYear) -> String {
    let mut years: Vec<FinancialYear> = SCHEMES.iter().map(|scheme| scheme.year).collect();
    years.sort_unstable();
    years.dedup();
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    format!(
        "There are no rules for {year}, so that no plan can be written. The years with rules: {}.\n",
        years.join(", ")
    )
}

fn not_an_area(code: &str, geography: Geography) -> String {
    let other = facts::area_of_any_year(code).map_or_else(String::new, |(_, years)| {
        format!(" It is an area of {years}.")
    });
    format!(
        "{code} is not one of the {}.{other} `footprints --year {}` lists them.\n",
        geography.in_words(),
        geography.year()
    )
}

pub(super) fn assumptions() -> String {
    readings::ALL
        .iter()
        .map(|reading| {
            format!(
                "\n{}\n  {}\n  Why: {}\n{}",
                reading.rule.name,
                reading.rule.words,
                reading.reason,
                rule_book::tested(reading.rule)
            )
        })
        .collect()
}

pub(super) fn schema() -> Answer {
    let schema = schemars::schema_for!(PlanDocument<'_>);
    let text = serde_json::to_string_pretty(&schema).map_err(|error| format!("{error}\n"))?;
    Ok(format!("{text}\n"))
}
