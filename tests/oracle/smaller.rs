//! Makes a plan document that fails smaller, by leaving out what it can fail without.

use serde_json::Value as Json;

/// What a document must say.
const KEPT: [&str; 9] = [
    "kind", "version", "year", "fund", "code", "name", "side", "from", "as_at",
];

/// The document without all that can be left out one by one.
pub fn smaller(mut document: Json, fails: impl Fn(&Json) -> bool) -> Json {
    loop {
        let before = document.clone();
        for place in places(&before, String::new()).iter().rev() {
            let mut less = document.clone();
            if leave_out(&mut less, place) && fails(&less) {
                document = less;
            }
        }
        if document == before {
            return document;
        }
    }
}

/// All places in a document, a whole before its parts.
fn places(value: &Json, path: String) -> Vec<String> {
    let inside: Vec<(String, &Json)> = match value {
        Json::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        Json::Array(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(place, value)| (place.to_string(), value))
                .collect()
        }
        _ => Vec::new(),
    };
    let inside = inside.into_iter().flat_map(|(name, value)| {
        let path = format!("{path}/{name}");
        let mut inside = vec![path.clone()];
        inside.extend(places(value, path));
        inside
    });
    inside.collect()
}

fn leave_out(document: &mut Json, place: &str) -> bool {
    let (parent, name) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent) {
        Some(Json::Object(fields)) => !KEPT.contains(&name) && fields.remove(name).is_some(),
        Some(Json::Array(items)) => {
            let place: usize = name.parse().unwrap();
            let is_there = place < items.len();
            if is_there {
                items.remove(place);
            }
            is_there
        }
        _ => false,
    }
}
