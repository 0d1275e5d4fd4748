//! The largest planning rounds: nothing panics, nothing is lost, and a search that would
//! take too long ends.

use control_total::assess::assess;
use control_total::plan::read;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// The largest amount that is read.
const TRILLION: &str = "1,000,000,000,000";

fn assessed(organisations: usize, planning: Value) -> Value {
    let organisations = (0..organisations).map(|place| {
        let side = ["commissioner", "provider"][place % 2];
        json!({"code": format!("X{place}"), "side": side, "control_total": {"amount": "0"}})
    });
    let document = json!({
        "kind": "control-total-plan", "version": 1, "unit": "pounds", "year": "2017/18", "fund": "STF",
        "organisations": organisations.collect::<Vec<_>>(), "planning": planning,
    });
    let began = Instant::now();
    let plan = read(&document.to_string()).plan.unwrap();
    let plain = assess(&plan).plain();
    // Ten times what it takes without optimisation.
    assert!(
        began.elapsed() < Duration::from_secs(60),
        "{:?}",
        began.elapsed()
    );
    plain["planning"].clone()
}

fn of(count: usize, one: impl Fn(usize) -> Value) -> Vec<Value> {
    (0..count).map(one).collect()
}

/// The pence of an amount, or the billionths of a number of points.
fn whole(written: &Value, decimals: usize) -> i128 {
    let written = written.as_str().unwrap().replace(['£', ','], "");
    let (before, after) = written.split_once('.').unwrap_or((&written, ""));
    format!("{before}{after:0<decimals$}").parse().unwrap()
}

/// A search that was given up gives the best found, which fits, and the most that any
/// could be worth, which is not less.
fn the_best_found_is_given(capital: &Value) {
    assert_eq!(capital["choice"], "best_found");
    let bids = capital["bids"].as_array().unwrap();
    let is = |outcome: &str| bids.iter().filter(|bid| bid["outcome"] == outcome).count();
    assert_eq!(is("found") + is("not_found"), bids.len());
    assert!(is("found") > 0);
    for year in capital["years"].as_array().unwrap() {
        assert!(whole(&year["left"], 2) >= 0);
    }
    let (worth, decimals) = match capital["worth"].as_str().unwrap() {
        "points" => ("points", 9),
        _ => ("benefits", 2),
    };
    let worth = [worth, "most"].map(|which| whole(&capital[which], decimals));
    assert!(worth[0] <= worth[1], "{worth:?}");
    // Not worse than what is found is by a tenth.
    assert!(worth[0] * 11 >= worth[1] * 10, "{worth:?}");
    assert!(whole(&capital["next"]["more"], 2) > 0);
}

#[test]
fn two_thousand_contracts_of_a_trillion_pounds() {
    // 45 commissioners, 45 providers: 2,000 of their 2,025 pairs.
    let contract = |place: usize| {
        json!({"year": "2017/18", "commissioner": format!("X{}", place / 45 * 2), "provider": format!("X{}", place % 45 * 2 + 1),
            "commissioner_amount": TRILLION, "provider_amount": TRILLION, "status": "agreed", "agreed_on": "2016-12-23"})
    };
    let planning = json!({"contracts": of(2_000, contract), "resources": of(500, |_| json!({"year": "2017/18", "amount": TRILLION}))});
    let planning = assessed(90, planning);
    assert_eq!(planning["years"][0]["providers"], "2000000000000000.00");
    assert_eq!(
        planning["years"][0]["left_of_providers"],
        "-1500000000000000.00"
    );
    assert_eq!(
        planning["eligibility"]["years"][0]["providers_within"],
        false
    );
}

#[test]
fn five_hundred_programmes_of_a_trillion_pounds() {
    let programme = |place: usize| {
        json!({"code": format!("G{place:03}"), "budget": TRILLION, "floor": "0.01", "priority": (place % 3).to_string(),
            "passed_on": {"X0": "33.333333333%", "X1": "33.333333333%"}})
    };
    for method in ["priorities", "least_change"] {
        let envelope =
            json!({"method": method, "amount": TRILLION, "programmes": of(500, programme)});
        let planning = assessed(2, json!({"envelope": envelope}));
        let line = &planning["envelope"];
        assert_eq!(line["given"], "1000000000000.00", "{method}");
        assert_eq!(line["headroom"], "0.00");
        assert_eq!(line["cut"], "499000000000000.00");
    }
}

#[test]
fn more_effects_than_can_be_added_stop_at_the_largest_amount() {
    let effects: BTreeMap<String, String> = (0..300)
        .map(|place| (format!("X{place}"), format!("({TRILLION})")))
        .collect();
    let better: BTreeMap<String, &str> = (0..300)
        .map(|place| (format!("X{place}"), TRILLION))
        .collect();
    for (effects, sign) in [(json!(effects), "-"), (json!(better), "")] {
        let proposal = |_| json!({"name": "All", "kind": "saving", "effects": effects});
        let planning = assessed(300, json!({"proposals": of(400, proposal)}));
        let saved = &planning["shifting"]["saved"];
        // 120,000 trillion pounds are more than 64 bits hold in pence.
        let saved = saved.as_str().unwrap_or_else(|| panic!("{saved}"));
        assert!(saved.starts_with(&format!("{sign}92233720")), "{saved}");
    }
}

#[test]
fn sixty_bids_alike_are_chosen_from_at_once() {
    let bid = |place: usize| json!({"code": format!("B{place:02}"), "amounts": {"2017/18": "10"}, "score": "5"});
    let planning = assessed(
        2,
        json!({"capital": {"envelope": {"2017/18": "300"}, "bids": of(60, bid)}}),
    );
    let capital = &planning["capital"];
    assert_eq!(
        (&capital["choice"], &capital["points"]),
        (&json!("best"), &json!("150"))
    );
    let outcomes = capital["bids"].as_array().unwrap().iter();
    let chosen = outcomes
        .filter(|bid| bid["outcome"] == "chosen")
        .map(|bid| &bid["code"]);
    assert!(chosen.eq(&of(30, |place| json!(format!("B{place:02}")))));
}

#[test]
fn sixty_bids_of_equal_worth_and_different_costs_end() {
    // Costs that no two years order alike, so that none is better than another.
    let bid = |place: usize| {
        let years = ["2017/18", "2018/19", "2019/20"]
            .into_iter()
            .zip([17, 29, 43]);
        let amounts: BTreeMap<&str, String> = years
            .map(|(year, step)| (year, (100 + place * step % 61).to_string()))
            .collect();
        json!({"code": format!("B{place:02}"), "amounts": amounts, "score": "5"})
    };
    let envelope = json!({"2017/18": "3,111", "2018/19": "3,222", "2019/20": "3,333"});
    for worth in ["points", "ratio"] {
        let planning = assessed(
            2,
            json!({"capital": {"envelope": envelope, "worth": worth, "bids": of(60, bid)}}),
        );
        the_best_found_is_given(&planning["capital"]);
    }
}

#[test]
fn sixty_bids_of_twenty_years_end() {
    let years: Vec<String> = (2000..2020)
        .map(|year| format!("{year}/{:02}", (year + 1) % 100))
        .collect();
    let bid = |place: usize| {
        let amounts = years.iter().enumerate();
        let amounts: BTreeMap<&String, String> = amounts
            .map(|(year, name)| (name, (100 + (place + 3) * (year + 7) % 61).to_string()))
            .collect();
        json!({"code": format!("B{place:02}"), "amounts": amounts, "score": (50 + place % 7).to_string()})
    };
    let envelope: BTreeMap<&String, &str> = years.iter().map(|year| (year, "3,100")).collect();
    let planning = assessed(
        2,
        json!({"capital": {"envelope": envelope, "bids": of(60, bid)}}),
    );
    the_best_found_is_given(&planning["capital"]);
}

#[test]
fn bids_of_a_trillion_pounds_with_multiples_of_a_thousand() {
    let bid = |place: usize| json!({"code": format!("B{place:02}"), "amounts": {"2017/18": TRILLION, "2018/19": TRILLION}, "score": "999.999999999"});
    let envelope = json!({"2017/18": TRILLION, "2018/19": TRILLION});
    let planning = assessed(
        2,
        json!({"capital": {"envelope": envelope, "worth": "ratio", "bids": of(60, bid)}}),
    );
    let capital = &planning["capital"];
    assert_eq!(capital["choice"], "best");
    assert_eq!(capital["benefits"], "1999999999998000.00");
    assert_eq!(capital["next"]["code"], "B01");
}
