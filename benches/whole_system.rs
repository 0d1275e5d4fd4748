//! How long a system of forty organisations takes natively: to read, to assess, and to unfold the
//! working of its result.
//!
//! The aims in milliseconds are printed beside the ratio that fails.

mod timing;

use control_total::assess::{assess, assess_recorded};
use control_total::calendar::FinancialYear;
use control_total::facts;
use control_total::plan::{Plan, Severity, document_for_footprint, read};
use control_total::working::Working;
use serde_json::{Value, json};
use std::time::Duration;
use timing::{Aim, head, median, shown};

const YEAR: &str = "2017/18";
const AREAS: [&str; 3] = ["QE1", "QOP", "QYG"];

/// How often each is run.
const RUNS: usize = 201;

const READ_AND_ASSESS: Aim = Aim {
    name: "read and assess",
    at_most: Duration::from_micros(500),
    times_the_floor: 6,
};
const ASSESS: Aim = Aim {
    name: "assess",
    at_most: Duration::from_micros(200),
    times_the_floor: 3,
};
const UNFOLD: Aim = Aim {
    name: "unfold the working",
    at_most: Duration::from_millis(10),
    times_the_floor: 60,
};

fn main() {
    let text = plan().to_string();
    let plan = || read(&text).plan.expect("the plan is read");
    let checked = plan();
    let floor = median(RUNS, || serde_json::from_str::<Value>(&text).is_ok());
    println!(
        "{} organisations, {} steps of working; their text is read as plain JSON in {}",
        checked.organisations.len(),
        whole_working(&checked),
        shown(floor)
    );
    let times = [
        (READ_AND_ASSESS, median(RUNS, || assess(&plan()))),
        (ASSESS, median(RUNS, || assess(&checked))),
        (UNFOLD, median(RUNS, || whole_working(&checked))),
    ];
    println!("\n{}", head());
    for (aim, time) in &times {
        println!("{}", aim.line(*time, floor));
    }
    for (aim, time) in times {
        aim.hold(time, floor);
    }
}

/// Assesses with recording on, and unfolds the system's position after the fund at the year's end
/// down to every input of every organisation: positions, allocations, tests and what they pay. With
/// how many steps.
fn whole_working(plan: &Plan) -> usize {
    let assessment = assess_recorded(plan);
    let year_end = assessment.system.year_end.expect("the year has ended");
    let place = year_end.position_after_fund.place();
    let working = assessment.record.unfold(place);
    working.as_ref().map_or(0, steps)
}

fn steps(working: &Working) -> usize {
    let ingredients = working.ingredients.iter();
    1 + ingredients.map(|one| steps(&one.working)).sum::<usize>()
}

fn plan() -> Value {
    let year = FinancialYear::read(YEAR).expect("a financial year");
    let geography = facts::geography(year).expect("its areas");
    let mut whole = Value::Null;
    let mut organisations = Vec::new();
    for code in AREAS {
        let area = geography.area(code).expect("an area");
        let document = json!(document_for_footprint(&area, year));
        let own = document["organisations"].as_array().expect("a list");
        let of = |side: &'static str| own.iter().filter(move |one| one["side"] == side);
        let members = of("commissioner").take(4).chain(of("provider").take(13));
        for member in members.take(40 - organisations.len()) {
            let mut member = member.clone();
            member["subdivision"] = json!(code);
            organisations.push(with_figures(member, organisations.len()));
        }
        whole = document;
    }
    whole["footprint"] = json!({ "code": "", "name": "North West" });
    whole["subdivisions"] = AREAS
        .map(|code| json!({ "code": code, "name": code }))
        .into();
    whole["organisations"] = organisations.into();
    let reading = read(&whole.to_string());
    let mut found = reading.diagnostics.iter();
    let error = found.find(|one| one.severity == Severity::Error);
    assert!(error.is_none(), "{error:?}");
    let missing = assess(&reading.plan.expect("the plan is read")).missing;
    assert!(missing.is_empty(), "{missing:?}");
    whole
}

/// Quarters that are met and missed in turn, in thousands with pence.
fn with_figures(mut organisation: Value, place: usize) -> Value {
    let place = i32::try_from(place).expect("a small number");
    let total = 4_000 - 700 * (place % 13);
    let to_date = |quarter: i32| total * quarter / 4;
    let actual = |quarter: i32| {
        let gap = (place * 7 + quarter * 5) % 9 - 3;
        json!(format!("{}.25", to_date(quarter) + gap))
    };
    organisation["control_total"] = json!({ "amount": total.to_string(), "profile": {
        "Q1": to_date(1).to_string(), "Q2": to_date(2).to_string(),
        "Q3": to_date(3).to_string(), "Q4": to_date(4).to_string(),
    } });
    organisation["actual"] = json!({
        "Q1": actual(1), "Q2": actual(2), "Q3": actual(3), "Q4": actual(4),
    });
    if organisation["performance"]["a_and_e"].is_object() {
        fill(&mut organisation["performance"]["a_and_e"]);
    }
    organisation["forecast"] = json!(total.to_string());
    if organisation["side"] == "provider" {
        organisation["allocation"] = json!({ "STF": (900 + 130 * place).to_string() });
        organisation["accepted"] = json!(place % 11 != 5);
        organisation["agreed_improvement"] = json!("120");
    } else {
        organisation["resource_limit"] = json!("250,000");
    }
    organisation
}

/// What was not published of a trust's A&E department is made up, too.
fn fill(measure: &mut Value) {
    measure["milestones"] = json!({ "streaming": true });
    for year in ["quarters", "last_year"] {
        for quarter in ["Q1", "Q2", "Q3", "Q4"] {
            if measure[year][quarter]["attendances"].is_null() {
                measure[year][quarter] = json!({ "attendances": "20,000", "breaches": "2,100" });
            }
        }
    }
}
