//! How long the large questions of a planning round take natively: England's 44 systems of fifteen
//! organisations rolled up from the text of their plans, two hundred programmes fitted into an
//! envelope, and the most capital bids that are weighed.
//!
//! The aims in milliseconds are printed beside the ratio that fails.

mod timing;

use control_total::assess::{Assessment, assess};
use control_total::national::{File, roll_up};
use control_total::plan::read;
use serde_json::{Value, json};
use std::time::Duration;
use timing::{Aim, head, median};

const SYSTEMS: usize = 44;
const MEMBERS: usize = 15;
const PROGRAMMES: usize = 200;
const BIDS: usize = 60;

/// How often each is run.
const RUNS: usize = 31;

const ROLL_UP: Aim = Aim {
    name: "roll up 44 systems",
    at_most: Duration::from_millis(100),
    times_the_floor: 30,
};
const ENVELOPE: Aim = Aim {
    name: "fit 200 programmes",
    at_most: Duration::from_millis(50),
    times_the_floor: 300,
};
const CAPITAL: Aim = Aim {
    name: "choose of 60 bids",
    at_most: Duration::from_millis(50),
    times_the_floor: 3_000,
};

fn main() {
    let documents: Vec<(String, String)> = (0..SYSTEMS)
        .map(|system| (format!("system-{system}.json"), plan(system).to_string()))
        .collect();
    let files: Vec<File<'_>> = documents
        .iter()
        .map(|(name, text)| File {
            name,
            text: Ok(text),
        })
        .collect();
    let rolled_up = roll_up(&files).expect("the plans are read");
    assert_eq!(rolled_up.systems.len(), SYSTEMS, "{:?}", rolled_up.left_out);
    assert_eq!(rolled_up.all.organisations, SYSTEMS * MEMBERS);
    println!("{}", head());
    let texts = || documents.iter().map(|(_, text)| text.as_str());
    print(
        &ROLL_UP,
        floor(&texts),
        median(RUNS, || roll_up(&files).is_ok()),
    );
    for method in ["priorities", "least_change"] {
        let text = envelope(method).to_string();
        let plan = read(&text).plan.expect("the plan is read");
        let fit = |found: &Assessment| {
            let envelope = found
                .planning
                .as_ref()
                .and_then(|one| one.envelope.as_ref());
            envelope.map(|one| one.programmes.len())
        };
        assert_eq!(fit(&assess(&plan)), Some(PROGRAMMES));
        print(
            &ENVELOPE,
            floor(&|| [text.as_str()]),
            median(RUNS, || assess(&plan)),
        );
    }
    let text = capital().to_string();
    let plan = read(&text).plan.expect("the plan is read");
    print(
        &CAPITAL,
        floor(&|| [text.as_str()]),
        median(RUNS, || assess(&plan)),
    );
}

fn print(aim: &Aim, floor: Duration, time: Duration) {
    println!("{}", aim.line(time, floor));
    aim.hold(time, floor);
}

fn floor<'a, I: IntoIterator<Item = &'a str>>(texts: &impl Fn() -> I) -> Duration {
    median(RUNS, || {
        let read = |text: &str| serde_json::from_str::<Value>(text).is_ok();
        texts()
            .into_iter()
            .map(read)
            .filter(|is_read| *is_read)
            .count()
    })
}

/// A system with codes of its own and whole figures.
fn plan(system: usize) -> Value {
    let organisations: Vec<Value> = (0..MEMBERS)
        .map(|member| {
            let total =
                40 * i64::try_from((system * 31 + member * 17) % 97).expect("small") - 1_900;
            let by_quarter = |gap: i64| {
                json!({
                    "Q1": (total / 4 + gap).to_string(), "Q2": (total / 2 + gap).to_string(),
                    "Q3": (total * 3 / 4 + gap).to_string(), "Q4": (total + gap).to_string(),
                })
            };
            let is_provider = member % 3 != 0;
            json!({
                "code": format!("S{system}M{member}"),
                "name": format!("Organisation {member} of system {system}"),
                "side": if is_provider { "provider" } else { "commissioner" },
                "control_total": { "amount": total.to_string(), "profile": by_quarter(0) },
                "actual": by_quarter(i64::try_from(member % 5).expect("small") - 2),
                "allocation": if is_provider { json!({ "STF": "900" }) } else { json!({}) },
                "accepted": is_provider,
                "agreed_improvement": if is_provider { json!("0") } else { json!(null) },
            })
        })
        .collect();
    json!({
        "kind": "control-total-plan", "version": 1, "year": "2017/18", "fund": "STF",
        "unit": "thousands", "as_at": "2018-03-31",
        "footprint": { "code": "", "name": format!("System {system}") },
        "flexes": [{ "from": "Q3", "moves": {
            format!("S{system}M1"): "50", format!("S{system}M2"): "(50)",
        } }],
        "organisations": organisations,
    })
}

/// Four classes of priority; the second does not fit whole.
fn envelope(method: &str) -> Value {
    let programmes: Vec<Value> = (0..PROGRAMMES)
        .map(|place| {
            let budget = 1_000 + (place * 37) % 4_321;
            json!({
                "code": format!("P{place:03}"),
                "name": format!("Programme {place}"),
                "budget": format!("{budget}.33"),
                "floor": (budget / 2).to_string(),
                "cap": if place % 7 == 0 { json!((budget * 3 / 4).to_string()) } else { json!(null) },
                "priority": (1 + place % 4).to_string(),
            })
        })
        .collect();
    let mut plan = plan(0);
    plan["planning"] = json!({
        "envelope": { "amount": "460,000", "method": method, "programmes": programmes },
    });
    plan
}

/// Two years, and bids that are much alike.
fn capital() -> Value {
    let bids: Vec<Value> = (0..BIDS)
        .map(|place| {
            json!({
                "code": format!("B{place:02}"),
                "amounts": {
                    "2017/18": (200 + (place * 53) % 911).to_string(),
                    "2018/19": (100 + (place * 71) % 877).to_string(),
                },
                "score": (20 + (place * 29) % 61).to_string(),
                "must_do": place % 20 == 0,
            })
        })
        .collect();
    let mut plan = plan(0);
    plan["planning"] = json!({
        "capital": { "envelope": { "2017/18": "12,000", "2018/19": "11,000" }, "bids": bids },
    });
    plan
}
