//! Plan documents for the tests: from the data files, with changes by path.
#![allow(dead_code)] // each test uses its part

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A plan document written as TOML, with what every document must say put in.
pub fn from_toml(plan: &toml::Table) -> Value {
    let mut document = serde_json::to_value(plan).unwrap();
    let fields = document.as_object_mut().unwrap();
    for (name, value) in [
        ("kind", json!("control-total-plan")),
        ("version", json!(1)),
        ("year", json!("2017/18")),
        ("fund", json!("STF")),
        ("as_at", json!("2018-03-31")),
    ] {
        fields.entry(name).or_insert(value);
    }
    document
}

/// The document with the values at these paths replaced, an organisation named by
/// its code. The text `blank` blanks a value.
pub fn changed(mut document: Value, changes: &BTreeMap<String, toml::Value>) -> Value {
    for (path, value) in changes {
        let value = match serde_json::to_value(value).unwrap() {
            Value::String(text) if text == "blank" => Value::Null,
            value => value,
        };
        set(&mut document, &path.split('/').collect::<Vec<_>>(), value);
    }
    document
}

fn set(parent: &mut Value, path: &[&str], value: Value) {
    let (name, rest) = path.split_first().unwrap();
    if parent.is_null() {
        *parent = Value::Object(Map::new());
    }
    let child = match parent {
        Value::Object(fields) => fields.entry(*name).or_insert(Value::Null),
        Value::Array(items) => match items.iter().position(|item| item["code"] == *name) {
            Some(place) => &mut items[place],
            None => &mut items[name.parse::<usize>().unwrap()],
        },
        other => panic!("{name}: nothing can be set inside {other}"),
    };
    if rest.is_empty() {
        *child = value;
    } else {
        set(child, rest, value);
    }
}
