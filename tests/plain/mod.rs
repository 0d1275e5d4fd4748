//! The plain form of an assessment, to be compared with another.
#![allow(dead_code)] // each test uses its part

use serde_json::{Value, json};

/// A JSON form with unknown figures reduced to the fact that they are unknown:
/// places in the list of missing inputs depend on the order of entry.
pub fn known(value: &Value) -> Value {
    match value {
        Value::Object(fields) if fields.len() == 1 && fields.contains_key("needs") => {
            json!("not known")
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), known(value)))
            .collect(),
        Value::Array(items) => items.iter().map(known).collect(),
        other => other.clone(),
    }
}

/// All pairs of known amounts at the same places, in pence.
pub fn amounts(one: &Value, two: &Value, pairs: &mut Vec<(i64, i64)>) {
    let pence = |value: &Value| -> Option<i64> {
        let text = value.as_str()?;
        let (_, decimals) = text.split_once('.')?;
        (decimals.len() == 2).then(|| text.replace('.', "").parse().ok())?
    };
    match (one, two) {
        (Value::Object(one), Value::Object(two)) => {
            assert_eq!(one.len(), two.len());
            for (name, value) in one {
                amounts(value, &two[name], pairs);
            }
        }
        (Value::Array(one), Value::Array(two)) => {
            for (one, two) in one.iter().zip(two) {
                amounts(one, two, pairs);
            }
        }
        _ => pairs.extend(pence(one).zip(pence(two))),
    }
}
