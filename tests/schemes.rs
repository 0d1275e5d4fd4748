//! The rules carry what a reader needs to judge them.

use control_total::scheme::{SCHEMES, Status, readings};

#[test]
fn every_rule_has_words_sources_status_and_confidence() {
    for scheme in SCHEMES {
        for rule in scheme.rules() {
            assert!(rule.words.len() > 20, "{}: {}", scheme.id, rule.id);
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
    let phasing = scheme.phasing.value.map(|share| share.percentage());
    assert_eq!(phasing, ["15%", "20%", "30%", "35%"]);
    assert_eq!(scheme.phasing.rule.status, Status::Sourced);
}
