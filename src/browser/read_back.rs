//! How something typed is read, shown while it is typed.

use super::crossing::{as_object, chosen};
use crate::money::{Unit, read_count, read_money};
use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

/// How a typed value was read.
#[derive(tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(tag = "read", rename_all = "snake_case")]
enum ReadBack {
    /// Nothing was typed.
    Blank,
    /// A value, as it stands in the plan's unit and in full pounds.
    Value {
        /// In the plan's unit.
        shown: String,
        /// In words, in full.
        in_full: String,
    },
    /// It was not read.
    Fault {
        /// Why.
        message: String,
        /// The way out.
        hint: String,
    },
}

/// Field by field, since a structure would bring serde-wasm-bindgen's store of
/// field names along.
impl Serialize for ReadBack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Blank => serializer.collect_map([("read", "blank")]),
            Self::Value { shown, in_full } => {
                serializer.collect_map([("read", "value"), ("shown", shown), ("in_full", in_full)])
            }
            Self::Fault { message, hint } => {
                serializer.collect_map([("read", "fault"), ("message", message), ("hint", hint)])
            }
        }
    }
}

/// How an amount is read in the unit.
#[wasm_bindgen(unchecked_return_type = "ReadBack")]
pub fn read_back(
    typed: &str,
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
) -> Result<JsValue, JsValue> {
    let unit = chosen::<Unit>(unit)?;
    as_object(&match read_money(typed, unit) {
        Ok(None) => ReadBack::Blank,
        Ok(Some(amount)) => ReadBack::Value {
            shown: amount.entered(unit),
            in_full: format!(
                "{}£{}",
                if amount.is_negative() {
                    "deficit or cost of "
                } else {
                    ""
                },
                amount.size().entered(Unit::Pounds)
            ),
        },
        Err(fault) => ReadBack::Fault {
            message: fault.reason(),
            hint: fault.way_out().to_owned(),
        },
    })
}

/// How a count of people is read.
#[wasm_bindgen(unchecked_return_type = "ReadBack")]
pub fn read_back_count(typed: &str) -> Result<JsValue, JsValue> {
    as_object(&match read_count(typed) {
        Ok(None) => ReadBack::Blank,
        Ok(Some(count)) => ReadBack::Value {
            shown: count.to_string(),
            in_full: count.to_string(),
        },
        Err(fault) => ReadBack::Fault {
            message: fault.reason(),
            hint: fault.way_out().to_owned(),
        },
    })
}
