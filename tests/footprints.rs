//! Every footprint can be chosen, and its empty plan is assessed with what is not
//! known named.

use control_total::assess::assess;
use control_total::facts;
use control_total::plan::{document_for_footprint, read};
use control_total::scheme::{SCHEMES, Side};
use std::collections::BTreeSet;

#[test]
fn every_footprint_gives_a_plan_that_is_read_and_assessed() {
    let mut commissioners = BTreeSet::new();
    let mut trusts = BTreeSet::new();
    for footprint in facts::footprints() {
        for scheme in SCHEMES {
            let document = document_for_footprint(&footprint, scheme);
            let reading = read(&serde_json::to_string(&document).unwrap());
            assert_eq!(reading.diagnostics, [], "{}", footprint.code);
            let plan = reading.plan.unwrap();
            assert_eq!(plan.area, footprint.name);
            let assessment = assess(&plan);
            assert!(
                assessment.answer.system.contains("not known yet"),
                "{}",
                assessment.answer.system
            );
            assert!(!assessment.missing.is_empty());
            for member in &assessment.organisations {
                let once = match member.side {
                    Side::Commissioner => commissioners.insert(member.code.clone()),
                    Side::Provider => trusts.insert(member.code.clone()),
                };
                assert!(once, "{} counts in two footprints", member.code);
            }
        }
    }
    assert_eq!(commissioners.len(), 207, "commissioners of April 2017");
    // Of 236 trusts 32 serve several footprints without a published host, and 5 had ceased.
    assert_eq!(trusts.len(), 236 - 32 - 5);
}
