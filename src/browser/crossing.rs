//! How values cross, and the types that the page knows them by.

use super::json::json;
use crate::plan::Choice;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The place of an amount in the ledger. */
export type Figure = [place: number];
/** The place of a yes or no in the ledger. */
export type Test = [place: number, kind: 'test'];
/** The place of an amount as a share of another in the ledger. */
export type Proportion = [place: number, kind: 'ratio'];
/**
 * What changes with every value, the assessment when its form is another than before, and the ledger,
 * in an array that the next answer may use again.
 */
export type Answered = [findings: Findings, assessment: Assessment | null, ledger: BigInt64Array | null];
/** A value of a plan document as typed, or blank. */
export type Entry = string | null;
/** Values by name, such as by period. */
export type Keyed<T = Entry> = Record<string, T>;
"#;

/// The choice that a word of the plan document stands for.
pub(super) fn chosen<T: Choice>(word: &str) -> Result<T, JsValue> {
    T::from_word(word).ok_or_else(|| JsValue::from_str("not one of the choices"))
}

/// As one text that the browser parses: faster for anything large.
pub(super) fn as_parsed<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = json(value).map_err(|_| JsValue::from_str("the answer can't be written as text"))?;
    js_sys::JSON::parse(&text)
}

/// As an object, field by field.
pub(super) fn as_object<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}
