//! Several plans rolled up, and how a figure of the roll-up was made.

use super::crossing::as_parsed;
use crate::national::{File, LeftOut, RollUp, roll_up, unfold_roll_up_at};
use js_sys::{Array, BigInt64Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/**
 * The roll-up, nothing where no file can be counted; why files are left out; and the ledger of its values.
 */
export type RolledUp = [result: RollUp | null, leftOut: LeftOut[], ledger: BigInt64Array | null];
";

/// Rolls up the plan documents with these names and texts.
#[wasm_bindgen(unchecked_return_type = "RolledUp")]
pub fn national(names: Vec<String>, texts: Vec<String>) -> Result<Array, JsValue> {
    let files = files(&names, &texts);
    let answered = match roll_up(&files) {
        Ok(result) => [
            as_parsed::<RollUp>(&result)?,
            as_parsed::<Vec<LeftOut>>(&result.left_out)?,
            BigInt64Array::from(result.record.ledger.entries()).into(),
        ],
        Err(left_out) => [JsValue::NULL, as_parsed(&left_out)?, JsValue::NULL],
    };
    Ok(answered.into_iter().collect())
}

/// How the figure or test at a place of the roll-up's ledger was made; null where there
/// is none.
#[wasm_bindgen(unchecked_return_type = "Working | null")]
pub fn national_working(
    names: Vec<String>,
    texts: Vec<String>,
    place: u32,
) -> Result<JsValue, JsValue> {
    as_parsed(&unfold_roll_up_at(&files(&names, &texts), place))
}

fn files<'a>(names: &'a [String], texts: &'a [String]) -> Vec<File<'a>> {
    let both = names.iter().zip(texts);
    both.map(|(name, text)| File {
        name,
        text: Ok(text),
    })
    .collect()
}
