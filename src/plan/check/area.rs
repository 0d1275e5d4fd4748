//! The area that a plan is for, sought among those of the plan's year.

use super::super::document::PlanDocument;
use super::super::place::Place;
use super::super::text::shortened;
use super::text;
use crate::calendar::FinancialYear;
use crate::facts::{self, Area, Geography};

/// The area's name: as given, else as published for its code in the plan's year,
/// else in another.
pub(super) fn area(document: &PlanDocument<'_>, year: FinancialYear, place: &Place<'_>) -> String {
    let code = document.footprint.code.trim();
    let published = match facts::geography(year) {
        Some(geography) => geography
            .area(code)
            .or_else(|| area_of_other_years(code, geography, &place.at("code"))),
        // There is no list of the year that it could miss from.
        None => facts::area_of_any_year(code).map(|(area, _)| area),
    };
    let name = text(&document.footprint.name, &place.at("name"));
    match published {
        Some(area) if name.is_empty() => area.name.to_owned(),
        _ => name,
    }
}

/// An area that the plan's year did not have: it is used, since only its name is, but
/// its members were others.
fn area_of_other_years(code: &str, geography: Geography, place: &Place<'_>) -> Option<Area> {
    if code.is_empty() {
        return None;
    }
    let areas = geography.in_words();
    let Some((area, years)) = facts::area_of_any_year(code) else {
        place.error(
            "unknown_footprint",
            format!("“{}” is not one of the {areas}.", shortened(code)),
            "Choose one from the list, or give the area a name and no code.",
        );
        return None;
    };
    let mut hint = "Choose an area of the plan's year, or check the year.".to_owned();
    let mut joint = " Taken over by ";
    for successor in geography.successors(code) {
        for words in [joint, successor.name, " (", successor.code, ")"] {
            hint.push_str(words);
        }
        joint = " and ";
    }
    if joint == " and " {
        hint.push('.');
    }
    place.warning(
        "area_of_other_years",
        format!(
            "{} is an area of {years}, not one of the {areas}.",
            area.code
        ),
        &hint,
    );
    Some(area)
}
