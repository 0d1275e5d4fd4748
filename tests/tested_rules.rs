//! Which worked cases test which rule, as the rule book tells it: a case tests the rules
//! that the working of the figures cites which it checks.

mod citations;
mod document;
mod worked;

use citations::cited;
use control_total::assess::{assess, unfold};
use control_total::scheme::{CaseFile, SCHEMES, readings};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use worked::{Case, File, standing};

const TABLE: &str = "src/scheme/worked-cases.tsv";

/// What tests a rule.
#[derive(Default)]
struct Tested {
    /// The case that rests on the fewest rules, and on how many.
    such_as: Option<(usize, String)>,
    /// Files, with their numbers of cases.
    files: BTreeMap<String, usize>,
}

#[test]
fn the_table_in_the_tree_is_the_one_of_the_cases() {
    let mut table = String::new();
    for (rule, Tested { such_as, files }) in tested_rules() {
        table.push_str(&format!("{rule}\t{}", such_as.unwrap().1));
        for (file, cases) in files {
            table.push_str(&format!("\t{file} {cases}"));
        }
        table.push('\n');
    }
    if std::env::var_os("WRITE_TABLE").is_some() {
        fs::write(TABLE, &table).unwrap();
    }
    assert!(
        fs::read_to_string(TABLE).unwrap() == table,
        "the cases have changed: WRITE_TABLE=1 cargo test --test tested_rules writes {TABLE} anew"
    );
}

#[test]
fn a_rule_says_what_tests_it() {
    let reading = readings::ALL.iter().find(|one| one.rule.id.is("rounding"));
    let cases = reading.unwrap().rule.worked_cases().unwrap();
    let CaseFile(file, count) = cases.files[0];
    assert!(count > 0 && fs::exists(format!("tests/cases/{file}.toml")).unwrap());
    assert!(cases.count() > count && !cases.such_as.is_empty());
}

#[test]
fn what_is_not_computed_is_tested_by_nothing() {
    let chapters = SCHEMES.iter().flat_map(|scheme| scheme.chapters());
    for rule in chapters
        .filter(|one| !one.computed)
        .flat_map(|one| one.rules)
    {
        assert!(rule.worked_cases().is_none(), "{} is computed", rule.id);
    }
}

fn tested_rules() -> BTreeMap<String, Tested> {
    let mut rules: BTreeMap<String, Tested> = BTreeMap::new();
    for (file, content) in worked::files() {
        for case in &content.case {
            let cited = cited_in(&content, case);
            let known = (cited.len(), case.name.clone());
            for rule in cited {
                let tested = rules.entry(rule).or_default();
                let file = file.trim_end_matches(".toml").to_owned();
                *tested.files.entry(file).or_default() += 1;
                let such_as = tested.such_as.take().unwrap_or_else(|| known.clone());
                tested.such_as = Some(such_as.min(known.clone()));
            }
        }
    }
    rules
}

/// The rules that the working of the figures cites which a case checks, and those that
/// are named beside the words that it checks.
fn cited_in(file: &File, case: &Case) -> BTreeSet<String> {
    let plan = file.plan_of(case);
    let mut rules = BTreeSet::new();
    for figure in case.expect.keys().chain(case.between.keys()) {
        // A case may check that there is no such figure.
        if let Some(working) = unfold(&plan, figure) {
            rules.extend(cited(&working));
        }
    }
    let form = (!case.words.is_empty()).then(|| assess(&plan).plain());
    for place in case.words.keys() {
        let beside = place.rsplit_once('/').map(|(around, _)| around);
        let around = beside.and_then(|around| standing(form.as_ref()?, around));
        let rule = around.and_then(|around| around["rule"].as_str());
        rules.extend(rule.map(str::to_owned));
    }
    rules
}
