//! The rules carry what a reader needs to judge them.

mod citations;

use citations::cited;
use control_total::assess::{assess, unfold};
use control_total::plan::read;
use control_total::scheme::{SCHEMES, Scheme, Status, readings};
use std::collections::{BTreeSet, HashSet};
use std::fs;

/// The ids of all that can be cited under a scheme: its rules, then the readings.
fn ids(scheme: &Scheme) -> Vec<String> {
    let rules = scheme.rules().into_iter().map(|rule| rule.id.to_string());
    let readings = readings::ALL
        .iter()
        .map(|reading| reading.rule.id.to_string());
    rules.chain(readings).collect()
}

#[test]
fn every_rule_has_words_sources_status_and_confidence() {
    for scheme in SCHEMES {
        for rule in scheme.rules() {
            assert!(rule.words.len() > 10, "{}: {}", scheme.id, rule.id);
            assert!(!rule.sources.is_empty(), "{}: {}", scheme.id, rule.id);
            assert!(
                (1..=100).contains(&rule.confidence),
                "{}: {}",
                scheme.id,
                rule.id
            );
            assert_ne!(rule.status, Status::Reading, "{}: {}", scheme.id, rule.id);
            assert!(
                rule.status != Status::Recalled || rule.confidence < 100,
                "{}: {}",
                scheme.id,
                rule.id
            );
        }
    }
}

#[test]
fn an_id_stands_for_one_rule_or_reading() {
    // The page is told ids alone, and finds the words by them.
    for scheme in SCHEMES {
        let mut seen = HashSet::new();
        for id in ids(scheme) {
            assert!(seen.insert(id.clone()), "{}: {id} stands twice", scheme.id);
        }
    }
}

#[test]
fn what_a_figure_cites_is_a_rule_of_its_scheme_or_a_reading() {
    let plan = fs::read_to_string("www/examples/lancashire-and-south-cumbria.json").unwrap();
    let plan = read(&plan).plan.unwrap();
    let mut found = BTreeSet::new();
    for figure in [
        "system/fund/total/paid/year",
        "system/position/met/3",
        "organisations/RXL/neighbours_cost",
    ] {
        found.extend(cited(&unfold(&plan, figure).unwrap()));
    }
    assert!(found.len() > 15);
    let known: BTreeSet<_> = ids(plan.scheme).into_iter().collect();
    assert_eq!(found.difference(&known).next(), None);
}

#[test]
fn the_rules_not_verified_are_those_recalled() {
    for scheme in SCHEMES {
        let rules = scheme.rules();
        let recalled = rules.iter().filter(|rule| rule.status == Status::Recalled);
        let beside = scheme.statements().map(|one| one.rules_not_verified);
        let counted = scheme.rules_not_verified + beside.sum::<usize>();
        assert_eq!(counted, recalled.count(), "{}", scheme.id);
    }
}

#[test]
fn every_reading_has_a_reason() {
    assert!(readings::ALL.len() > 15);
    for reading in readings::ALL {
        assert!(!reading.reason.is_empty() && reading.rule.status == Status::Reading);
    }
}

#[test]
fn the_fund_of_2017_18_is_phased_as_published() {
    // S100: 15, 20, 30 and 35 per cent, in that order.
    let scheme = control_total::scheme::scheme("stf-2017-18").unwrap();
    let phasing = scheme
        .earning
        .as_ref()
        .unwrap()
        .phasing
        .value
        .unwrap()
        .map(|share| share.percentage());
    assert_eq!(phasing, ["15%", "20%", "30%", "35%"]);
    assert_eq!(
        scheme.earning.as_ref().unwrap().phasing.rule.status,
        Status::Sourced
    );
}

#[test]
fn figures_go_by_the_years_own_word_for_the_target() {
    for scheme in SCHEMES {
        let plan = format!(
            r#"{{"kind":"control-total-plan","version":1,"year":"{}","fund":"{}","organisations":[{{"code":"RXL"}}]}}"#,
            scheme.year, scheme.fund
        );
        let assessment = assess(&read(&plan).plan.unwrap());
        let missing: Vec<String> = assessment
            .missing
            .iter()
            .map(|input| input.words.to_lowercase())
            .collect();
        let basis = match scheme.earning {
            Some(_) => " before the fund",
            None => "",
        };
        let expected = format!("{}{basis}", scheme.target);
        assert!(missing.contains(&expected), "{}: {missing:?}", scheme.id);
    }
}

#[test]
fn nothing_speaks_of_a_fund_where_there_is_none() {
    for scheme in SCHEMES.iter().filter(|scheme| scheme.earning.is_none()) {
        let plan = format!(
            r#"{{"kind":"control-total-plan","version":1,"year":"{}","fund":"{}","organisations":[{{
                "code":"RXL","control_total":{{"amount":"(40)","spread":"fund_phasing"}},
                "actual":{{"Q1":"(10)","Q2":"(20)"}}
            }}]}}"#,
            scheme.year, scheme.fund
        );
        let plan = read(&plan).plan.unwrap();
        let assessment = assess(&plan);
        let mut words = vec![assessment.answer.system.clone()];
        words.extend(assessment.checks.iter().map(|check| check.words.to_owned()));
        words.extend(assessment.choices.iter().map(|choice| choice.words.clone()));
        words.extend(assessment.missing.iter().map(|input| input.words.clone()));
        for figure in ["control_total_after_fund", "gap_without_fund", "actual/1"] {
            let path = format!("organisations/RXL/position/{figure}");
            words.push(unfold(&plan, &path).unwrap().label);
        }
        assert!(assessment.answer.fund.is_empty(), "{}", scheme.id);
        for words in words {
            assert!(!words.contains("fund"), "{}: {words}", scheme.id);
        }
    }
}
