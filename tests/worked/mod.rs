//! The worked cases of `tests/cases`: what each file says, and the plan of each case.

#![allow(dead_code)] // each test uses its part

use crate::document::{changed, from_toml};
use control_total::plan::{Plan, Severity, read};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What the file shows.
    pub about: String,
    /// Where its expectations come from.
    pub source: String,
    /// The plan, as in a plan document; `example` names one of the examples.
    plan: Option<toml::Table>,
    example: Option<String>,
    pub case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    /// How the expectation is worked out, by hand.
    pub why: String,
    /// What of the plan is changed for this case, by path.
    #[serde(default)]
    change: BTreeMap<String, toml::Value>,
    /// What each figure must be, in the plan's unit.
    #[serde(default)]
    pub expect: BTreeMap<String, String>,
    /// What each word or sentence of the plain form must be, and what is not there.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// Between what it must be, both included, where published figures are rounded.
    #[serde(default)]
    pub between: BTreeMap<String, [String; 2]>,
}

/// Every file with its name, in the order of the names.
pub fn files() -> Vec<(String, File)> {
    let mut paths: Vec<_> = fs::read_dir("tests/cases")
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    paths.sort();
    let file = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let name = |path: &std::path::PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), file(path))).collect()
}

/// What stands at a path of the plain form: of a list the item with this code, id or
/// question, or at this place.
pub fn standing<'a>(form: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/').try_fold(form, |whole, name| {
        let Value::Array(items) = whole else {
            return whole.get(name);
        };
        let is_named = |item: &&Value| ["code", "id", "question"].iter().any(|at| item[at] == name);
        let place = || items.get(name.parse::<usize>().ok()?);
        items.iter().find(is_named).or_else(place)
    })
}

impl File {
    /// The plan of one of its cases.
    pub fn plan_of(&self, case: &Case) -> Plan {
        let name = &case.name;
        let document = match (&self.plan, &self.example) {
            (Some(plan), None) => from_toml(plan),
            (None, Some(example)) => serde_json::from_str(
                &fs::read_to_string(format!("www/examples/{example}.json")).unwrap(),
            )
            .unwrap(),
            _ => panic!("{name}: a plan or an example"),
        };
        let document = changed(document, &case.change);
        let reading = read(&document.to_string());
        let errors: Vec<_> = reading
            .diagnostics
            .iter()
            .filter(|d| d.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        reading.plan.unwrap_or_else(|| panic!("{name}: no plan"))
    }
}
