//! Every area of a year with rules can be chosen, and its empty plan is assessed with
//! what is not known named. A plan's area is sought in the geography of its year.

use control_total::assess::assess;
use control_total::calendar::FinancialYear;
use control_total::facts::{self, Membership};
use control_total::plan::{Diagnostic, Severity, document_for_footprint, read};
use control_total::scheme::{SCHEMES, Side};
use std::collections::BTreeSet;

#[test]
fn every_area_gives_a_plan_that_is_read_and_assessed() {
    for scheme in SCHEMES {
        let year = scheme.year;
        // Rules may come before the lists of their year.
        let Some(geography) = facts::geography(year) else {
            continue;
        };
        let mut members = BTreeSet::new();
        for area in geography.areas() {
            let document = document_for_footprint(&area, year);
            let reading = read(&serde_json::to_string(&document).unwrap());
            assert_eq!(reading.diagnostics, [], "{} {}", scheme.id, area.code);
            let plan = reading.plan.unwrap();
            assert_eq!(plan.area, area.name);
            let assessment = assess(&plan);
            assert!(
                assessment.answer.system.contains("not known yet"),
                "{}",
                assessment.answer.system
            );
            assert!(!assessment.missing.is_empty());
            for member in &assessment.organisations {
                let once = members.insert((member.side == Side::Provider, member.code.clone()));
                assert!(once, "{} counts in two areas", member.code);
            }
        }
        let counted = geography
            .areas()
            .flat_map(|area| geography.members(area.code))
            .filter(|member| member.membership == Membership::Counted);
        assert_eq!(members.len(), counted.count(), "{}", scheme.id);
    }
}

#[test]
fn the_plans_of_2017_18_have_all_commissioners_and_the_trusts_with_a_home() {
    let year = FinancialYear::beginning(2017);
    let documents = facts::geography(year)
        .unwrap()
        .areas()
        .map(|area| document_for_footprint(&area, year));
    let sides: Vec<Option<Side>> = documents
        .flat_map(|document| document.organisations)
        .map(|organisation| organisation.side)
        .collect();
    let count = |side| sides.iter().filter(|one| **one == Some(side)).count();
    assert_eq!(count(Side::Commissioner), 207);
    // Of 236 trusts 32 serve several footprints without a published host, and 5 had ceased.
    assert_eq!(count(Side::Provider), 236 - 32 - 5);
}

/// The diagnostics of a plan of 2017/18 with this area and organisation.
fn diagnostics(area: &str, organisation: &str) -> (Vec<Diagnostic>, String) {
    let reading = read(&format!(
        r#"{{"kind":"control-total-plan","version":1,"year":"2017/18","footprint":{{"code":"{area}"}},
        "organisations":[{{"code":"{organisation}"}}]}}"#
    ));
    (reading.diagnostics, reading.plan.unwrap().area)
}

#[test]
fn an_area_of_another_year_is_used_with_a_warning_that_names_its_years() {
    let (found, area) = diagnostics("qhm", "RXL");
    let [warning] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(warning.severity, Severity::Warning);
    assert_eq!(
        (warning.path.as_str(), warning.code),
        ("footprint/code", "area_of_other_years")
    );
    assert_eq!(
        warning.message,
        "QHM is an area of 2018/19 to 2026/27, not one of the 44 footprints of 2017/18."
    );
    assert_eq!(area, "North East and North Cumbria");
    assert_eq!(
        diagnostics(" qe1 ", "RXL"),
        (vec![], "Lancashire and South Cumbria".to_owned())
    );
}

#[test]
fn the_way_out_names_the_boards_that_took_over() {
    let reading = read(
        r#"{"kind":"control-total-plan","version":1,"year":"2026/27","footprint":{"code":"QJG"}}"#,
    );
    let warning = reading
        .diagnostics
        .iter()
        .find(|finding| finding.code == "area_of_other_years")
        .unwrap();
    assert!(warning.message.contains("2016/17 to 2025/26"));
    assert!(
        warning
            .hint
            .ends_with(" Taken over by Essex (D7T5G) and Norfolk and Suffolk (T6Y0W).")
    );
}

#[test]
fn an_organisation_of_another_year_counts_with_a_warning() {
    for (code, says) in [
        (
            "QE1",
            "QE1 is not in the published lists of 2017/18; it counts as entered.",
        ),
        (
            "G6V2S",
            "G6V2S is not in the published lists of 2017/18; it counts as entered.",
        ),
        (
            "RJX",
            "RJX is not in the published lists of 2017/18; it counts as entered. \
             Merged into Mersey Care (RW4) on 1 July 2016 (recalled).",
        ),
    ] {
        let (found, _) = diagnostics("", code);
        let [warning] = found.as_slice() else {
            panic!("{found:#?}");
        };
        assert_eq!(
            (warning.severity, warning.code),
            (Severity::Warning, "not_in_the_list")
        );
        assert_eq!(warning.message, says);
    }
    assert_eq!(diagnostics("", "RR1").0, []);
}
