//! Values of the ledger in print.

use super::crossing::chosen;
use crate::money::{Money, Ratio, Unit, casting_difference};
use wasm_bindgen::prelude::*;

/// Amounts in pence as a table in the unit shows them.
#[wasm_bindgen]
pub fn show(
    amounts: &[i64],
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
) -> Result<Vec<String>, JsValue> {
    let unit = chosen::<Unit>(unit)?;
    let mut shown = Vec::with_capacity(amounts.len());
    for pence in amounts {
        shown.push(Money::from_pence(*pence).shown(unit));
    }
    Ok(shown)
}

/// Ratios of the ledger as percentages.
#[wasm_bindgen]
#[must_use]
pub fn show_ratios(entries: &[i64]) -> Vec<String> {
    let mut shown = Vec::with_capacity(entries.len());
    for entry in entries {
        shown.push(Ratio::from_bits(*entry).percentage());
    }
    shown
}

/// By how much printed parts, in pence, fail to add to their printed total, which
/// comes after them; nothing when they add.
#[wasm_bindgen]
pub fn casting(
    parts_and_total: &[i64],
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
) -> Result<Option<String>, JsValue> {
    let unit = chosen::<Unit>(unit)?;
    let mut amounts = Vec::with_capacity(parts_and_total.len());
    for pence in parts_and_total {
        amounts.push(Money::from_pence(*pence));
    }
    let total = amounts.pop().ok_or_else(|| JsValue::from_str("no total"))?;
    Ok(casting_difference(&amounts, total, unit))
}
