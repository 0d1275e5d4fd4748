//! The published areas and organisations to choose from.

use super::crossing::as_parsed;
use crate::calendar::FinancialYear;
use crate::facts;
use crate::scheme::Side;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The areas of a year to choose from.
#[derive(Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
struct AreaChoices {
    /// In words, as in `44 footprints of 2017/18`.
    in_words: String,
    /// What a user should know who fills a plan from them.
    remark: Option<&'static str>,
    areas: Vec<AreaChoice>,
}

/// An area to choose.
#[derive(Serialize, tsify::Tsify)]
struct AreaChoice {
    code: &'static str,
    name: &'static str,
}

/// An organisation that can be added to a plan.
#[derive(Serialize, tsify::Tsify)]
struct OrganisationChoice {
    code: &'static str,
    name: &'static str,
    side: Side,
    /// Why a choosing user should look twice: it serves several areas, or had
    /// ceased; and what is remarked on it.
    remarks: Vec<String>,
    /// Whether it is filled in with the area asked for.
    counted: bool,
    /// Whether the lists of the year have it; where none is held, the last ones.
    listed: bool,
}

/// The areas of a financial year; null when none are held.
#[wasm_bindgen(unchecked_return_type = "AreaChoices | null")]
pub fn areas(year: &str) -> Result<JsValue, JsValue> {
    let geography = FinancialYear::read(year).and_then(facts::geography);
    as_parsed(&geography.map(|geography| {
        AreaChoices {
            in_words: geography.in_words(),
            remark: geography.remark(),
            areas: geography
                .areas()
                .map(|area| AreaChoice {
                    code: area.code,
                    name: area.name,
                })
                .collect(),
        }
    }))
}

/// Everyone of any year, under the names of this one.
#[wasm_bindgen(unchecked_return_type = "OrganisationChoice[]")]
pub fn organisations(year: &str) -> Result<JsValue, JsValue> {
    // Names are wanted for a plan whose year is not known yet, too.
    let year = FinancialYear::read(year).unwrap_or(FinancialYear::beginning(u16::MAX));
    // Where no list of the year is held, the last one stands in.
    let geography = facts::geography(year).or_else(|| facts::geographies().last());
    let choices: Vec<OrganisationChoice> = facts::organisations(year)
        .into_iter()
        .map(|organisation| OrganisationChoice {
            listed: geography.is_some_and(|geography| geography.lists(&organisation)),
            ..OrganisationChoice::from(organisation)
        })
        .collect();
    as_parsed(&choices)
}

/// Everyone who belongs to an area in a year.
#[wasm_bindgen(unchecked_return_type = "OrganisationChoice[]")]
pub fn members(year: &str, area: &str) -> Result<JsValue, JsValue> {
    let geography = FinancialYear::read(year).and_then(facts::geography);
    let mut choices = Vec::new();
    if let Some(geography) = geography {
        for member in geography.members(area) {
            choices.push(choice(member, geography));
        }
    }
    as_parsed(&choices)
}

impl From<facts::Organisation> for OrganisationChoice {
    fn from(organisation: facts::Organisation) -> Self {
        let side = match organisation.kind {
            facts::Kind::Trust => Side::Provider,
            facts::Kind::Commissioner => Side::Commissioner,
        };
        let remarks = organisation.ended.into_iter().chain(organisation.remarks());
        Self {
            code: organisation.code,
            name: organisation.name,
            side,
            remarks: remarks.map(str::to_owned).collect(),
            counted: false,
            listed: true,
        }
    }
}

/// A member of an area, with what keeps it from being counted there.
fn choice(member: facts::Member, geography: facts::Geography) -> OrganisationChoice {
    let mut choice = OrganisationChoice::from(member.organisation);
    choice.counted = member.membership == facts::Membership::Counted;
    choice.remarks.extend(match member.membership {
        facts::Membership::Elsewhere { home } => {
            Some(format!("Counts in its host {} {home}.", geography.area_word()))
        }
        facts::Membership::ToChoose => Some(format!(
            "Serves several {} and has no published host: it counts once, in the plan you add it to.",
            geography.areas_word()
        )),
        facts::Membership::Counted | facts::Membership::Ceased { .. } => None,
    });
    choice
}
