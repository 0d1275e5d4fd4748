//! A form written out plainly, with the value of every figure where the figure stands,
//! and a figure found by its path there.

use super::figure::Worked;
use super::ledger::Ledger;
use crate::money::Ratio;
use serde_json::{Map, Value, json};

/// The place in the ledger of the figure or test at this path of a form. In a path an
/// item of a list goes by its code, id or fund, or by its place. `None` where there is no
/// figure.
#[must_use]
pub fn figure_at(form: &Value, path: &str) -> Option<u32> {
    let mut found = form;
    for name in path.split('/') {
        found = part(found, name)?;
    }
    figure(found).map(|(place, _)| place)
}

/// A part by its name: of a list, the item of this code, id or fund, or at this place.
fn part<'a>(whole: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Array(items) = whole else {
        return whole.get(name);
    };
    let is_named = |item: &&Value| {
        let mut names = ["code", "id", "fund"].iter();
        names.any(|field| item.get(*field).is_some_and(|own| own == name))
    };
    let place = || items.get(name.parse::<usize>().ok()?);
    items.iter().find(is_named).or_else(place)
}

/// The place and the kind of a figure; `None` for anything else.
fn figure(value: &Value) -> Option<(u32, Option<&str>)> {
    let (place, kind) = match value.as_array()?.as_slice() {
        [place] => (place, None),
        [place, Value::String(kind)] => (place, Some(kind.as_str())),
        _ => return None,
    };
    let place = u32::try_from(place.as_u64()?).ok()?;
    Some((place, kind))
}

/// The form with values: an amount as exact pounds in a decimal string, a test as true or
/// false, a ratio as a percentage, what is not known yet as `{"needs": […]}`.
#[must_use]
pub fn with_values(value: &Value, ledger: &Ledger) -> Value {
    if let Some((place, kind)) = figure(value) {
        return figure_value(place, kind, ledger);
    }
    match value {
        Value::Array(items) => items.iter().map(|item| with_values(item, ledger)).collect(),
        Value::Object(fields) => {
            let mut written = Map::new();
            for (name, field) in fields {
                written.insert(name.clone(), with_values(field, ledger));
            }
            Value::Object(written)
        }
        other => other.clone(),
    }
}

fn figure_value(place: u32, kind: Option<&str>, ledger: &Ledger) -> Value {
    let needs = ledger.needs(place);
    if !needs.is_empty() {
        return json!({ "needs": needs });
    }
    match kind {
        None => json!(ledger.amount(Worked::at(place))),
        Some("test") => json!(ledger.outcome(Worked::at(place))),
        _ => json!(ledger.ratio(Worked::at(place)).map(Ratio::percentage)),
    }
}
