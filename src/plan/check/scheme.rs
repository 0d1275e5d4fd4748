//! The rules a document asks for. A year without rules is refused, never
//! answered with another year's.

use super::super::document::PlanDocument;
use super::super::place::Place;
use super::super::text::shortened;
use crate::calendar::FinancialYear;
use crate::scheme::{SCHEMES, Scheme, of_year};

/// The scheme of the fund that the document names, or all of its year that ran.
pub(super) fn chosen(
    document: &PlanDocument<'_>,
    root: &Place<'_>,
) -> Option<Vec<&'static Scheme>> {
    let year = year(&document.year, &root.at("year"))?;
    if of_year(year).next().is_none() {
        root.at("year").error(
            "no_rules",
            format!("This calculator has no rules for {year}."),
            &format!("The nearest years with rules: {}.", nearest(year)),
        );
        return None;
    }
    let fund = document.fund.trim();
    let found: Vec<_> = of_year(year)
        .filter(|scheme| match fund {
            "" => scheme.ran,
            name => scheme.fund.eq_ignore_ascii_case(name),
        })
        .collect();
    if found.is_empty() {
        let names: Vec<&str> = of_year(year).map(|scheme| scheme.fund).collect();
        root.at("fund").error(
            "unknown_fund",
            format!("“{}” is not a fund of {year}.", shortened(fund)),
            &format!("The funds of that year: {}.", names.join(", ")),
        );
        return None;
    }
    Some(found)
}

fn year(typed: &str, place: &Place<'_>) -> Option<FinancialYear> {
    let year = FinancialYear::read(typed);
    if year.is_none() {
        let message = if typed.trim().is_empty() {
            "The plan does not say its financial year.".to_owned()
        } else {
            format!("“{}” is not a financial year.", shortened(typed))
        };
        place.error("unreadable_year", message, "Write it as in 2017/18.");
    }
    year
}

/// The last year with rules before this one and the first after it.
fn nearest(year: FinancialYear) -> String {
    let years = || SCHEMES.iter().map(|scheme| scheme.year);
    let before = years().filter(|other| *other < year).max();
    let after = years().filter(|other| *other > year).min();
    match (before, after) {
        (Some(before), Some(after)) => format!("{before} and {after}"),
        (before, after) => before
            .or(after)
            .map_or_else(String::new, |year| year.to_string()),
    }
}
