//! Lines of a planning round that are left out for a fault: no sum without them passes for
//! whole, and no question that they belong to goes without an answer.

mod plain;

use control_total::assess::assess;
use control_total::plan::read;
use plain::known;
use serde_json::{Value, json};

/// What a round comes to of which something is wrong.
fn round(planning: Value) -> Value {
    let one = |code: &str, side: &str| json!({"code": code, "name": format!("{code} of the area"), "side": side, "control_total": {"amount": "0"}});
    let document = json!({
        "kind": "control-total-plan", "version": 1, "unit": "pounds", "year": "2017/18", "fund": "STF",
        "organisations": [one("C1", "commissioner"), one("P1", "provider")], "planning": planning,
    });
    let reading = read(&document.to_string());
    assert!(!reading.diagnostics.is_empty());
    known(&assess(&reading.plan.unwrap()).plain())
}

fn words(round: &Value, question: &str) -> String {
    let answers = round["answer"]["planning"].as_array().unwrap();
    let own = answers.iter().find(|one| one["question"] == question);
    own.unwrap_or_else(|| panic!("{question}: {answers:?}"))["words"]
        .as_str()
        .unwrap()
        .to_owned()
}

const NOT_KNOWN: &str = "not known";

#[test]
fn no_sum_of_proposals_is_whole_without_one() {
    let whole = json!({"name": "Both", "effects": {"P1": "5", "C1": "(2)"}, "outside": "(1)"});
    let without_an_end = json!({"name": "None", "kind": "contract_change", "effects": {"P1": "3"}});
    let round = round(json!({"proposals": [whole, without_an_end]}));
    let shifting = &round["planning"]["shifting"];
    assert_eq!(shifting["proposals"].as_array().unwrap().len(), 1);
    for sum in ["saved", "shifted", "outside", "in_all"] {
        assert_eq!(shifting[sum], NOT_KNOWN, "{sum}");
    }
    assert_eq!(shifting["organisations"][0]["effect"], NOT_KNOWN);
    assert_eq!(
        words(&round, "shifting"),
        "It is not known yet what the proposals save; needs proposal 2, which is left out."
    );
}

#[test]
fn proposals_that_are_all_left_out_are_not_nothing() {
    let without_an_end = json!({"name": "None", "kind": "contract_change", "effects": {"P1": "3"}});
    let round = round(json!({"proposals": [without_an_end]}));
    assert_eq!(
        words(&round, "shifting"),
        "It is not known yet what the proposals save; needs proposal 1, which is left out."
    );
}

#[test]
fn no_sum_of_programmes_is_whole_without_one() {
    let programmes = json!([{"code": "A", "budget": "10", "floor": "4"}, {"code": "B", "budget": "5", "floor": "6"}]);
    let round = round(json!({"envelope": {"amount": "20", "programmes": programmes}}));
    let envelope = &round["planning"]["envelope"];
    for sum in ["budgets", "floors", "fits", "given"] {
        assert_eq!(envelope[sum], NOT_KNOWN, "{sum}");
    }
}

#[test]
fn known_floors_may_be_too_much_without_one_that_is_left_out() {
    let programmes = json!([{"code": "A", "budget": "10", "floor": "4"}, {"code": "B", "budget": "5", "floor": "6"}]);
    let round = round(json!({"envelope": {"amount": "3.99", "programmes": programmes}}));
    assert_eq!(round["planning"]["envelope"]["fits"], false);
    assert!(words(&round, "envelope").starts_with("Nothing fits: "));
}

#[test]
fn no_sum_of_capital_bids_is_whole_without_one() {
    let bids = json!([{"code": "A", "score": "1", "amounts": {"2017/18": "5"}}, {"code": "A", "score": "1", "amounts": {"2017/18": "5"}}]);
    let round = round(json!({"capital": {"envelope": {"2017/18": "10"}, "bids": bids}}));
    let capital = &round["planning"]["capital"];
    assert_eq!(capital["years"][0]["asked"], NOT_KNOWN);
    assert_eq!(capital["choice"], "not_known");
    assert_eq!(
        words(&round, "capital"),
        "It is not known yet which capital bids fit; needs capital bid 2, which is left out."
    );
}

#[test]
fn what_is_none_of_the_choices_passes_for_nothing_else() {
    let round = round(json!({
        "council": [{"name": "Fees", "amount": "15"}, {"name": "Precept", "kind": "a source", "amount": "4"}],
        "proposals": [{"name": "Whole", "effects": {"P1": "1", "C1": "0"}}, {"name": "Beds", "kind": "a wish", "effects": {"P1": "1", "C1": "0"}}],
        "contracts": [{"year": "2017/18", "commissioner": "C1", "provider": "P1", "commissioner_amount": "5", "known_to": "the board"}],
        "capital": {"envelope": {"2017/18": "10"}, "bids": [{"code": "A", "score": "1", "status": "hoped for", "amounts": {"2017/18": "5"}}]},
    }));
    let planning = &round["planning"];
    for sum in ["pressures", "funding", "gap", "from_envelope", "flagged"] {
        assert_eq!(planning["council"][sum], NOT_KNOWN, "{sum}");
    }
    assert_eq!(planning["shifting"]["saved"], NOT_KNOWN);
    assert_eq!(planning["years"][0]["commissioners"], NOT_KNOWN);
    assert_eq!(planning["capital"]["choice"], "not_known");
    assert_eq!(
        words(&round, "council"),
        "It is not known yet what social care lacks; needs memo line 2, which is left out; none of it is part of the control total. Whether the plan pays any of it from the health envelope is not known yet."
    );
}
