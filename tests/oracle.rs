//! The engine against an oracle: the same rules written a second time, naively, over exact
//! fractions, from the rules' documents and not from the engine. Every parameter is taken from the
//! files of `src/scheme/published`.
//!
//! Plans are drawn for each of these files, and for each year with several funds for all of them
//! together, and assessed at every quarter's end. How many for each, `ORACLE_PLANS` says:
//!
//! ```sh
//! ORACLE_PLANS=10000 cargo test --release --test oracle
//! ```

mod oracle {
    pub mod allocation;
    pub mod answer;
    pub mod drawn;
    pub mod dues;
    pub mod eligibility;
    pub mod entitlement;
    pub mod every_way;
    pub mod exact;
    pub mod found;
    pub mod hangs;
    pub mod matrix;
    pub mod plan;
    pub mod reading;
    pub mod rules;
    pub mod smaller;
    pub mod tape;
    pub mod tests;
    pub mod year_end;
}

use control_total::assess::assess;
use control_total::plan::{Severity, read};
use oracle::answer::{Answers, Value, answer};
use oracle::drawn::{Document, Scope, plans};
use oracle::smaller::smaller;
use oracle::{found, plan, reading, rules};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

fn config() -> Config {
    let plans = std::env::var("ORACLE_PLANS").ok();
    Config {
        cases: plans.map_or(100, |plans| plans.parse().unwrap()),
        failure_persistence: None,
        // A plan that fails is made smaller as a document, which is faster.
        max_shrink_iters: 0,
        ..Config::default()
    }
}

/// Compares the engine with the oracle on plans drawn for a year and a fund, at every quarter's end
/// and on another day.
fn compare(year: &str, fund: &str) {
    let scope = Scope {
        year: year.to_owned(),
        fund: fund.to_owned(),
    };
    let outcome = TestRunner::new(config()).run(&plans(scope), |Document(document)| {
        let ends = reading::quarter_ends(year).map(|end| json!(end));
        for day in ends.iter().chain([&document["as_at"]]) {
            let mut document = document.clone();
            document["as_at"] = day.clone();
            if !differences(&document).unwrap().is_empty() {
                return Err(TestCaseError::fail(report(document)));
            }
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// The smallest plan on which engine and oracle still differ, and how.
fn report(document: Json) -> String {
    let differ = |document: &Json| differences(document).is_ok_and(|found| !found.is_empty());
    let document = smaller(document, differ);
    let differences = differences(&document).unwrap().join("\n");
    format!("{document}\n{differences}\n")
}

/// Where engine and oracle differ on a plan, unless it has errors.
fn differences(document: &Json) -> Result<Vec<String>, Vec<String>> {
    let reading = read(&document.to_string());
    let errors = reading.diagnostics.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let errors: Vec<String> = errors.map(|error| format!("{error:?}")).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let assessment = assess(&reading.plan.unwrap()).plain();
    let found = found::found(&assessment);
    let expected = answer(&plan::read(document));
    let names: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
    let differ = names.into_iter().flat_map(|name| {
        let empty = Vec::new();
        let row = |answers: &Answers| answers.get(name).cloned().unwrap_or(empty.clone());
        row_differences(name, &row(&expected), &row(&found))
    });
    Ok(differ.collect())
}

/// Where two rows differ.
fn row_differences(name: &str, expected: &[Value], found: &[Value]) -> Vec<String> {
    let length = expected.len().max(found.len());
    let differ = (0..length).filter_map(|column| {
        let label = match length {
            1 => name.to_owned(),
            _ if column == 4 => format!("{name}.year"),
            _ => format!("{name}.{}", plan::quarter(column)),
        };
        let (expected, found) = (of(expected, column, name), of(found, column, name));
        let differ = expected != found;
        differ.then(|| format!("{label}: expected {expected:?}, found {found:?}"))
    });
    differ.collect()
}

/// A figure; the fund's money is nothing where it is left out.
fn of(row: &[Value], column: usize, name: &str) -> Value {
    let value = row.get(column).copied().unwrap_or(Value::Nothing);
    let money = [
        ".available",
        ".earned",
        ".missed",
        ".recovered",
        ".still_",
        ".lost",
        ".paid",
    ];
    let is_money = money.iter().any(|row| name.contains(row));
    match value {
        Value::Nothing if is_money => Value::Money(Some(0)),
        value => value,
    }
}

macro_rules! compared {
    ($($name:ident: $year:literal $fund:literal $id:literal;)*) => {
        $(#[test]
        fn $name() {
            compare($year, $fund);
        })*

        /// What is compared: year, fund and the file's id. Blank is all funds of the year together.
        const COMPARED: &[(&str, &str, &str)] = &[$(($year, $fund, $id)),*];
    };
}

compared! {
    stf_2016_17: "2016/17" "STF" "stf-2016-17";
    stf_2017_18: "2017/18" "STF" "stf-2017-18";
    psf_2018_19: "2018/19" "PSF" "psf-2018-19";
    csf_2018_19: "2018/19" "CSF" "csf-2018-19";
    all_funds_2018_19: "2018/19" "" "";
    psf_2019_20: "2019/20" "PSF" "psf-2019-20";
    frf_2019_20: "2019/20" "FRF" "frf-2019-20";
    mret_2019_20: "2019/20" "MRET" "mret-2019-20";
    all_funds_2019_20: "2019/20" "" "";
    frf_2020_21: "2020/21" "FRF" "frf-2020-21";
    all_funds_2020_21: "2020/21" "" "";
    elective_2020_21: "2020/21" "Elective incentive" "elective-2020-21";
    envelope_2021_22: "2021/22" "System envelope" "envelope-2021-22";
    break_even_2022_23: "2022/23" "Break-even" "break-even-2022-23";
    break_even_2023_24: "2023/24" "Break-even" "break-even-2023-24";
    dsf_2024_25: "2024/25" "DSF" "dsf-2024-25";
    dsf_2025_26: "2025/26" "DSF" "dsf-2025-26";
    dsf_2026_27: "2026/27" "DSF" "dsf-2026-27";
}

#[test]
fn every_published_file_is_compared() {
    let files = COMPARED
        .iter()
        .map(|(_, _, id)| *id)
        .filter(|id| !id.is_empty());
    assert_eq!(files.collect::<BTreeSet<_>>(), rules::published().collect());
}

#[test]
fn every_year_with_several_files_is_compared_with_all_of_them() {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for (year, _, _) in COMPARED.iter().filter(|(_, fund, _)| !fund.is_empty()) {
        *files.entry(year).or_default() += 1;
    }
    for (year, files) in files {
        let together = COMPARED.contains(&(year, "", ""));
        assert_eq!(together, files > 1, "{year}");
    }
}

#[test]
fn the_examples_are_answered_alike() {
    let mut examples = 0;
    for file in fs::read_dir("www/examples").unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut document: Json = serde_json::from_str(&text).unwrap();
        for end in reading::quarter_ends(document["year"].as_str().unwrap()) {
            document["as_at"] = json!(end);
            assert_eq!(differences(&document).unwrap(), [""; 0]);
        }
        examples += 1;
    }
    assert!(examples > 0);
}

proptest! {
    #![proptest_config(Config { cases: config().cases.div_ceil(10), ..config() })]

    #[test]
    fn a_plan_moved_through_every_year_is_assessed_or_refused_with_reasons(
        Document(document) in prop::sample::select(COMPARED).prop_flat_map(|(year, fund, _)| {
            plans(Scope { year: year.to_owned(), fund: fund.to_owned() })
        }),
    ) {
        for first in 2015..=2028 {
            let mut moved = document.clone();
            moved["year"] = json!(format!("{first}/{}", first % 100 + 1));
            is_assessed_or_refused_with_reasons(&moved);
            moved["fund"] = json!("");
            is_assessed_or_refused_with_reasons(&moved);
        }
    }
}

fn is_assessed_or_refused_with_reasons(document: &Json) {
    let reading = read(&document.to_string());
    for one in &reading.diagnostics {
        assert!(!one.message.is_empty() && !one.hint.is_empty(), "{one:?}");
    }
    match reading.plan {
        Some(plan) => drop(assess(&plan).plain()),
        None => assert!(
            reading
                .diagnostics
                .iter()
                .any(|one| one.severity == Severity::Error)
        ),
    }
}
