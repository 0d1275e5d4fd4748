//! The rules as data: every parameter is taken from the files that reviewers read, with what a plan
//! changes put in its place. See `src/scheme/README.md` for the form of a file.
//!
//! Readings 4 (recovery), 6 (thresholds and tolerances), 12 (system share), 14 (incentive) and 47
//! (withheld part, forecast) are parameters here.

use super::exact::{Known, Quarters, Share};
use super::reading;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;
use toml::{Table, Value};

pub struct Rules {
    pub id: String,
    pub fund: String,
    /// What hangs on the target, if there is a fund.
    pub earning: Option<Earning>,
}

pub struct Earning {
    pub pays: Vec<String>,
    pub allocation: String,
    pub conditions: Vec<Condition>,
    pub tested: Tested,
    pub basis: Basis,
    pub phasing: Known<Quarters<Share>>,
    pub measures: Vec<Measure>,
    pub system_share: Known<Share>,
    pub system_needs_own: Known<bool>,
    pub withheld: Quarters<Share>,
    /// Whether the rules say what a miss withholds.
    pub withheld_is_set: bool,
    pub taper: bool,
    pub recovery: bool,
    pub incentive_over_original: bool,
    pub incentive: Share,
}

pub struct Condition {
    pub id: String,
    pub test: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tested {
    Quarter,
    QuarterBefore,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    ToDate,
    Forecast,
    /// It is asked, and nothing was chosen.
    NotChosen,
}

pub struct Measure {
    pub id: String,
    pub weight: Quarters<Share>,
    pub tolerance: Quarters<Share>,
    pub has_tolerance: bool,
    pub parts: Vec<Part>,
}

pub struct Part {
    /// By which a plan changes it.
    pub rule: String,
    pub name: String,
    /// Counted from 0.
    pub quarters: Vec<usize>,
    pub share: Share,
    pub any_of: Vec<Test>,
}

pub enum Test {
    Trajectory,
    Quarter(Share),
    March(Share),
    LastYear,
    Milestone(String),
    Answer(String),
    Appeal,
}

/// The published files, by id.
static PUBLISHED: LazyLock<BTreeMap<String, Table>> = LazyLock::new(|| {
    let files = fs::read_dir("src/scheme/published").unwrap();
    let files = files.map(|file| {
        let file: Table = fs::read_to_string(file.unwrap().path())
            .unwrap()
            .parse()
            .unwrap();
        (text_of(&file, "id"), file)
    });
    files.collect()
});

/// The ids of the published files.
pub fn published() -> impl Iterator<Item = &'static str> {
    PUBLISHED.keys().map(String::as_str)
}

/// The files of a year: those of one fund, or of all that ran.
pub fn of_year(year: &str, fund: &str, changes: &Json) -> Vec<Rules> {
    let used = |file: &&Table| {
        let ran = file.get("ran").and_then(Value::as_bool).unwrap_or(true);
        let named = if fund.is_empty() {
            ran
        } else {
            text_of(file, "fund") == fund
        };
        named && text_of(file, "year") == year
    };
    let files = PUBLISHED.values().filter(used);
    files.map(|file| read(file, changes)).collect()
}

/// The rules of one file, with a plan's changes.
fn read(file: &Table, changes: &Json) -> Rules {
    let id = text_of(file, "id");
    let earning = file.get("earning").and_then(Value::as_table);
    let settings = Settings { id: &id, changes };
    Rules {
        earning: earning.map(|table| read_earning(table, &settings)),
        fund: text_of(file, "fund"),
        id,
    }
}

/// What a plan sets, or the file.
struct Settings<'a> {
    id: &'a str,
    changes: &'a Json,
}

impl Settings<'_> {
    /// The setting of a rule. `None` if it is asked and was not answered.
    fn of(&self, rule: &str, table: &Table) -> Known<Value> {
        let changed = &self.changes[format!("{}:{rule}", self.id)];
        match changed.as_str() {
            Some(text) => Some(Value::String(text.to_owned())),
            None => table.get("value").cloned(),
        }
    }
}

fn read_earning(table: &Table, settings: &Settings) -> Earning {
    let part = |name: &str| table.get(name).and_then(Value::as_table);
    let setting = |name: &str| part(name).map(|rule| settings.of(name, rule));
    Earning {
        pays: texts(&table["pays"]),
        allocation: text_of(part("allocation").unwrap(), "is"),
        conditions: tables(table, "condition").map(read_condition).collect(),
        tested: match text_of(part("delivery").unwrap(), "tested").as_str() {
            "quarter" => Tested::Quarter,
            "quarter_before" => Tested::QuarterBefore,
            "never" => Tested::Never,
            other => panic!("{other}"),
        },
        basis: match setting("by_forecast").map(|chosen| chosen.as_ref().map(yes)) {
            None | Some(Some(false)) => Basis::ToDate,
            Some(Some(true)) => Basis::Forecast,
            Some(None) => Basis::NotChosen,
        },
        phasing: setting("phasing").unwrap().as_ref().map(shares),
        measures: tables(table, "measure")
            .map(|measure| read_measure(measure, settings))
            .collect(),
        system_share: setting("system_share").unwrap().as_ref().map(share),
        system_needs_own: setting("system_needs_own")
            .map_or(Some(false), |chosen| chosen.as_ref().map(yes)),
        withheld: setting("withheld").map_or([Share::from(1); 4], |part| shares(&part.unwrap())),
        withheld_is_set: part("withheld").is_some(),
        taper: setting("taper").is_some_and(|chosen| yes(&chosen.unwrap())),
        recovery: yes(&setting("recovery").unwrap().unwrap()),
        incentive_over_original: text_of(part("incentive").unwrap(), "over") == "original",
        incentive: share(&setting("incentive").unwrap().unwrap()),
    }
}

fn read_condition(table: &Table) -> Condition {
    Condition {
        id: text_of(table, "id"),
        test: text_of(table, "test"),
    }
}

fn read_measure(table: &Table, settings: &Settings) -> Measure {
    let id = text_of(table, "id");
    let setting = |name: &str| {
        let rule = table.get(name)?.as_table()?;
        settings.of(&format!("{id}.{name}"), rule)
    };
    Measure {
        weight: shares(&setting("weight").unwrap()),
        tolerance: setting("tolerance").map_or([Share::from(0); 4], |value| shares(&value)),
        has_tolerance: table.contains_key("tolerance"),
        parts: tables(table, "part")
            .map(|part| read_part(&id, part, settings))
            .collect(),
        id,
    }
}

fn read_part(measure: &str, table: &Table, settings: &Settings) -> Part {
    let quarters = texts(&table["quarters"]);
    let rule = format!("{measure}.{}.{}", text_of(table, "id"), quarters.join("_"));
    let setting = settings.of(&format!("{rule}.share"), table["share"].as_table().unwrap());
    let number = |quarter: &String| quarter[1..].parse::<usize>().unwrap() - 1;
    Part {
        name: text_of(table, "name"),
        quarters: quarters.iter().map(number).collect(),
        share: share(&setting.unwrap()),
        any_of: tables(table, "any_of")
            .map(|test| read_test(&rule, test, settings))
            .collect(),
        rule,
    }
}

fn read_test(rule: &str, table: &Table, settings: &Settings) -> Test {
    let text = |name: &str| table.get(name).and_then(Value::as_str).map(str::to_owned);
    if let Some(standard) = text("at_least") {
        if standard == "trajectory" {
            return Test::Trajectory;
        }
        let changed = settings.of(&format!("{rule}.at_least"), table);
        let standard = reading::share(
            changed
                .as_ref()
                .map_or(&standard, |new| new.as_str().unwrap()),
        );
        return match text("figure").unwrap().as_str() {
            "quarter" => Test::Quarter(standard),
            "march" => Test::March(standard),
            other => panic!("{other}"),
        };
    }
    if let Some(name) = text("milestone") {
        return Test::Milestone(name);
    }
    if let Some(name) = text("answer") {
        return Test::Answer(name);
    }
    if text("better_than").is_some() {
        return Test::LastYear;
    }
    assert_eq!(text("appeal").unwrap(), "won");
    Test::Appeal
}

fn text_of(table: &Table, name: &str) -> String {
    table[name].as_str().unwrap().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    let texts = value.as_array().unwrap().iter();
    texts
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

fn tables<'a>(table: &'a Table, name: &str) -> impl Iterator<Item = &'a Table> {
    let items = table.get(name).and_then(Value::as_array);
    items
        .into_iter()
        .flatten()
        .map(|item| item.as_table().unwrap())
}

fn yes(value: &Value) -> bool {
    match value {
        Value::Boolean(answer) => *answer,
        other => match other.as_str().unwrap() {
            "yes" => true,
            "no" => false,
            text => panic!("{text}"),
        },
    }
}

fn share(value: &Value) -> Share {
    reading::share(value.as_str().unwrap())
}

fn shares(value: &Value) -> Quarters<Share> {
    match value {
        Value::Array(_) => reading::shares(&texts(value).join(",")),
        one => reading::shares(one.as_str().unwrap()),
    }
}
