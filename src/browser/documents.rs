//! Plan documents to fill in: opened, rewritten, or begun for an area.

use super::crossing::{as_parsed, chosen};
use crate::calendar::FinancialYear;
use crate::facts;
use crate::plan::{self, Diagnostic, PlanDocument, Restatement};
use crate::scheme::of_year;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What came of opening or rewriting a plan document.
#[derive(Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
struct Opened<'a> {
    /// The document; nothing when it can't be used.
    document: Option<PlanDocument<'a>>,
    /// Why not, or what was left out.
    diagnostics: Vec<Diagnostic>,
}

/// Opens the text of a plan document that a user brings.
#[wasm_bindgen(unchecked_return_type = "Opened")]
pub fn open(plan_text: &str) -> Result<JsValue, JsValue> {
    let (document, diagnostics) = plan::open(plan_text);
    as_parsed(&Opened {
        document,
        diagnostics,
    })
}

/// Writes a plan in another unit or by other periods, every amount the same.
#[wasm_bindgen(unchecked_return_type = "Opened")]
pub fn restate(
    plan_text: &str,
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
    #[wasm_bindgen(unchecked_param_type = "PeriodFigures")] figures: &str,
    #[wasm_bindgen(unchecked_param_type = "PeriodLength")] periods: &str,
) -> Result<JsValue, JsValue> {
    let to = Restatement {
        unit: chosen(unit)?,
        figures: chosen(figures)?,
        periods: chosen(periods)?,
    };
    let (document, mut diagnostics) = plan::open(plan_text);
    let restated = document.and_then(|document| match plan::restate(document, to) {
        Ok(restated) => Some(restated),
        Err(faults) => {
            diagnostics.extend(faults);
            None
        }
    });
    as_parsed(&Opened {
        document: restated,
        diagnostics,
    })
}

/// An empty plan for an area of a year; null for a code it doesn't have, or without
/// rules for the year.
#[wasm_bindgen(unchecked_return_type = "PlanDocument | null")]
pub fn plan_for(area: &str, year: &str) -> Result<JsValue, JsValue> {
    let document = with_rules(year).and_then(|year| {
        let area = facts::geography(year)?.area(area)?;
        Some(plan::document_for_footprint(&area, year))
    });
    as_parsed(&document)
}

/// A published organisation with blank figures; null for an unknown code, and for a year
/// without rules.
#[wasm_bindgen(unchecked_return_type = "OrganisationDocument | null")]
pub fn member(code: &str, year: &str) -> Result<JsValue, JsValue> {
    as_parsed(&with_rules(year).and_then(|year| plan::member(code, year)))
}

/// A year of that name that there are rules for.
fn with_rules(year: &str) -> Option<FinancialYear> {
    FinancialYear::read(year).filter(|year| of_year(*year).next().is_some())
}
