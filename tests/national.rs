//! Several systems' plans rolled up: sums, both sides' balance after flexes, and what can't be added.
//! Expectations are worked out by hand from the figures of `system`.

use control_total::assess::assess;
use control_total::money::Money;
use control_total::national::{File, LeftOut, RollUp, Row, roll_up, unfold_roll_up};
use control_total::plan::read;
use control_total::working::{Figure, WorkedValue};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A system of a trust and a commissioner, in thousands: the trust is to make `trust` and is `gap`
/// better or worse; the commissioner is to break even and does. A flex moves `flex` to the trust.
fn system(code: &str, trust: i64, gap: i64, flex: i64) -> Value {
    let by_quarter = |year: i64, gap: i64| {
        let to_date = |quarter: i64| (year * quarter / 4 + gap).to_string();
        json!({ "Q1": to_date(1), "Q2": to_date(2), "Q3": to_date(3), "Q4": to_date(4) })
    };
    let flexes = if flex == 0 {
        json!([])
    } else {
        json!([{ "from": "Q4", "moves": {
            format!("{code}-T"): flex.to_string(), format!("{code}-C"): (-flex).to_string(),
        } }])
    };
    json!({
        "kind": "control-total-plan", "version": 1, "title": format!("Plan of {code}"),
        "year": "2017/18", "fund": "STF", "unit": "thousands", "as_at": "2017-12-31",
        "footprint": { "code": code },
        "flexes": flexes,
        "organisations": [
            { "code": format!("{code}-T"), "name": "Trust", "side": "provider",
              "control_total": { "amount": trust.to_string(), "profile": by_quarter(trust, 0) },
              "actual": by_quarter(trust, gap), "allocation": { "STF": "100" }, "accepted": true },
            { "code": format!("{code}-C"), "name": "Commissioner", "side": "commissioner",
              "control_total": { "amount": "0", "profile": by_quarter(0, 0) },
              "actual": by_quarter(0, 0) },
        ],
    })
}

fn rolled_up(documents: &[(&str, Value)]) -> RollUp {
    of(documents).expect("some plan is counted")
}

fn of(documents: &[(&str, Value)]) -> Result<RollUp, Vec<LeftOut>> {
    let texts: Vec<(&str, String)> = documents
        .iter()
        .map(|(name, document)| (*name, document.to_string()))
        .collect();
    let files: Vec<File<'_>> = texts
        .iter()
        .map(|(name, text)| File {
            name,
            text: Ok(text),
        })
        .collect();
    roll_up(&files)
}

fn thousands(result: &RollUp, figure: Figure) -> Option<i64> {
    let amount = result.record.ledger.amount(figure)?;
    assert_eq!(amount.pence() % 100_000, 0, "whole thousands");
    Some(amount.pence() / 100_000)
}

/// A file that is left out, with what its reasons say.
fn left_out(result: &RollUp, file: &str) -> String {
    let mut all = result.left_out.iter();
    let found = all.find(|one| one.file == file).expect("it is left out");
    found.reasons.join(" ")
}

#[test]
fn sides_systems_and_all_add_up() {
    let result = rolled_up(&[
        ("a.json", system("QE1", -4_000, 10, 0)),
        ("b.json", system("QOP", 1_200, -30, 0)),
    ]);
    let figure = |row: &Row| {
        [
            row.providers.control_total,
            row.commissioners.control_total,
            row.both.control_total,
            row.both.variance.expect("both stand at Q3"),
            row.available,
        ]
        .map(|figure| thousands(&result, figure).expect("known"))
    };
    assert_eq!(figure(&result.systems[0]), [-4_000, 0, -4_000, 10, 100]);
    assert_eq!(figure(&result.systems[1]), [1_200, 0, 1_200, -30, 100]);
    assert_eq!(figure(&result.all), [-2_800, 0, -2_800, -20, 200]);
    assert_eq!(result.all.organisations, 4);
    assert!(result.missing.is_empty(), "{:?}", result.missing);
    assert_eq!(
        result.answer,
        [
            "2 systems together have a control total for 2017/18 of a deficit of £2,800k, in 4 organisations: providers a deficit of £2,800k, commissioners break-even.",
            "At the end of Q3 they are £20k worse than target.",
            "No flex moves money between providers and commissioners.",
        ]
    );
}

#[test]
fn regions_are_those_of_the_published_areas() {
    let result = rolled_up(&[
        ("a.json", system("QE1", -400, 0, 0)),
        ("b.json", system("QOP", 100, 0, 0)),
        ("c.json", system("QUY", 50, 0, 0)),
    ]);
    let regions: Vec<(&str, usize, Option<i64>)> = result
        .regions
        .iter()
        .map(|row| {
            let total = thousands(&result, row.both.control_total);
            (row.name.as_str(), row.systems, total)
        })
        .collect();
    // Lancashire and Greater Manchester are North, Bristol is South in 2017/18.
    assert_eq!(regions.len(), 2, "{regions:?}");
    assert!(regions.contains(&(result.systems[0].region.expect("published"), 2, Some(-300))));
    let all: Option<i64> = regions.iter().map(|(_, _, total)| *total).sum();
    assert_eq!(all, thousands(&result, result.all.both.control_total));
}

#[test]
fn sides_that_no_longer_balance_are_said_with_the_systems_that_break_it() {
    let result = rolled_up(&[
        ("a.json", system("QE1", 0, 0, 70)),
        ("b.json", system("QOP", 0, 0, -30)),
        ("c.json", system("QYG", 0, 0, 0)),
    ]);
    let outcome = |test| result.record.ledger.outcome(test);
    assert_eq!(thousands(&result, result.all.providers.moved), Some(40));
    assert_eq!(
        thousands(&result, result.all.commissioners.moved),
        Some(-40)
    );
    assert_eq!(thousands(&result, result.all.both.moved), Some(0));
    assert_eq!(outcome(result.balance.providers), Some(false));
    assert_eq!(outcome(result.balance.commissioners), Some(false));
    let breaks: Vec<&str> = result
        .balance
        .breaks
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    assert_eq!(breaks, ["QE1", "QOP"]);
    assert_eq!(
        result.answer.last().map(String::as_str),
        Some(
            "The sides no longer balance: flexes make providers take on £40k of commissioners' targets. Money moves between the sides in Lancashire and South Cumbria and Greater Manchester."
        )
    );
}

#[test]
fn flexes_that_cancel_over_all_systems_balance() {
    let result = rolled_up(&[
        ("a.json", system("QE1", 0, 0, 70)),
        ("b.json", system("QOP", 0, 0, -70)),
    ]);
    assert_eq!(
        result.record.ledger.outcome(result.balance.both),
        Some(true)
    );
    // Nothing is broken.
    assert!(result.balance.breaks.is_empty());
    assert_eq!(
        result.answer.last().map(String::as_str),
        Some("Flexes move money between the sides, and over all systems each side still balances.")
    );
}

#[test]
fn an_organisation_counts_once() {
    let mut second = system("QOP", 200, 0, 0);
    second["organisations"][0]["code"] = json!("QE1-T");
    let documents = [
        ("a.json", system("QE1", 100, 0, 0)),
        ("b.json", second.clone()),
    ];
    let result = rolled_up(&documents);
    assert_eq!(thousands(&result, result.all.both.control_total), Some(100));
    assert_eq!(
        left_out(&result, "b.json"),
        "QE1-T is counted in a.json already. Take it out of one of the two, or say in each what share of it is its own."
    );
    let mut first = system("QE1", 100, 0, 0);
    first["organisations"][0]["share"] = json!("60%");
    second["organisations"][0]["share"] = json!("40%");
    let shared = rolled_up(&[("a.json", first.clone()), ("b.json", second.clone())]);
    // 60% of 100 and 40% of 200.
    assert_eq!(thousands(&shared, shared.all.both.control_total), Some(140));
    second["organisations"][0]["share"] = json!("40.1%");
    let over = rolled_up(&[("a.json", first), ("b.json", second)]);
    // Each said its share: that is not what is missing.
    assert_eq!(
        left_out(&over, "b.json"),
        "The shares of QE1-T are more than the whole together: 60% in a.json and 40.1% in b.json. Correct them, or take it out of one of the plans."
    );
}

/// A plan of two systems' trust, of which each counts a share of what it says the whole is.
fn sharing(code: &str, whole: i64, share: &str) -> Value {
    let mut plan = system(code, whole, 0, 0);
    plan["organisations"][0]["code"] = json!("T");
    plan["organisations"][0]["share"] = json!(share);
    plan
}

#[test]
fn a_shared_organisation_that_is_not_counted_whole_or_alike_is_said() {
    let said = |one: Value, two: Value| {
        let result = rolled_up(&[("a.json", one), ("b.json", two)]);
        assert!(result.left_out.is_empty());
        result.answer[3..].to_vec()
    };
    let none: [&str; 0] = [];
    assert_eq!(
        said(sharing("QE1", 100, "30%"), sharing("QOP", 100, "70%")),
        none
    );
    assert_eq!(
        said(sharing("QE1", 100, "30%"), sharing("QOP", 100, "50%")),
        ["Only 80% of T is counted: 30% in a.json and 50% in b.json."]
    );
    assert_eq!(
        said(sharing("QE1", -100, "50%"), sharing("QOP", 200, "50%")),
        ["The plans do not agree on the whole of T, in £000: (100) in a.json and 200 in b.json."]
    );
    let mut blank = sharing("QOP", 0, "50%");
    blank["organisations"][0]["control_total"]["amount"] = json!("");
    assert_eq!(said(sharing("QE1", 100, "50%"), blank), none);
}

/// The area's code and the plan's title come the other way round.
#[test]
fn of_two_plans_the_one_whose_file_comes_first_is_counted() {
    let mut later = system("QE1", 1, 0, 0);
    later["title"] = json!("A");
    let mut first = system("QE1", 2, 0, 0);
    first["title"] = json!("B");
    let result = rolled_up(&[("2.json", later), ("1.json", first)]);
    assert_eq!(result.systems[0].file.as_deref(), Some("1.json"));
    let mut with = system("QE1", 1, 0, 0);
    with["organisations"][0]["code"] = json!("QOP-T");
    let result = rolled_up(&[("2.json", with), ("1.json", system("QOP", 2, 0, 0))]);
    assert_eq!(result.systems[0].file.as_deref(), Some("1.json"));
    assert!(left_out(&result, "2.json").starts_with("QOP-T is counted in 1.json already."));
}

/// Two files of one name, as two that differ in what can't be shown may seem.
#[test]
fn an_area_is_counted_once_under_one_file_name_too() {
    let result = rolled_up(&[
        ("a.json", system("QE1", 1, 0, 0)),
        ("a.json", {
            let mut other = system("QE1", 2, 0, 0);
            other["organisations"][0]["code"] = json!("T");
            other["organisations"][1]["code"] = json!("C");
            other
        }),
    ]);
    assert_eq!(result.systems.len(), 1);
    assert!(left_out(&result, "a.json").starts_with("QE1 is counted by a.json already."));
}

#[test]
fn what_is_wrong_in_a_planning_round_leaves_no_plan_out() {
    let mut faulty = system("QOP", 1_200, -30, 0);
    faulty["planning"] = json!({"capital": {"bids": [{"code": "A", "needs": "NOBODY"}]}});
    let result = rolled_up(&[("a.json", system("QE1", -4_000, 10, 0)), ("b.json", faulty)]);
    assert!(result.left_out.is_empty(), "{:?}", result.left_out);
    let all = result.all.both.control_total;
    assert_eq!(thousands(&result, all), Some(-2_800));
}

#[test]
fn plans_of_other_years_and_unreadable_ones_are_left_out() {
    let mut other = system("QYG", 900, 0, 0);
    other["year"] = json!("2016/17");
    let mut faulty = system("QJ2", 900, 0, 0);
    faulty["organisations"][0]["actual"]["Q1"] = json!("1,23");
    let result = rolled_up(&[
        ("a.json", system("QE1", 100, 0, 0)),
        ("b.json", system("QOP", 100, 0, 0)),
        ("other.json", other),
        ("faulty.json", faulty),
        ("text.json", json!("not a plan")),
    ]);
    assert_eq!(thousands(&result, result.all.both.control_total), Some(200));
    assert!(left_out(&result, "other.json").contains("other rules"));
    assert!(left_out(&result, "faulty.json").contains("organisations/QJ2-T/actual/Q1"));
    assert!(left_out(&result, "text.json").contains("not a control-total-plan"));
    assert_eq!(
        result.answer.last().map(String::as_str),
        Some("Not counted: faulty.json, other.json and text.json. The sums are without them.")
    );
    let nothing = of(&[("text.json", json!(3))]).expect_err("there is no plan");
    assert_eq!(nothing.len(), 1);
    assert!(of(&[]).expect_err("there is no file").is_empty());
}

#[test]
fn a_blank_makes_the_sums_that_need_it_unknown() {
    let mut blank = system("QOP", 200, 0, 0);
    blank["organisations"][1]["control_total"] = json!({});
    let result = rolled_up(&[("a.json", system("QE1", 100, 0, 0)), ("b.json", blank)]);
    assert_eq!(
        thousands(&result, result.all.providers.control_total),
        Some(300)
    );
    assert_eq!(
        thousands(&result, result.all.commissioners.control_total),
        None
    );
    assert!(
        result.answer[0].contains("Greater Manchester"),
        "{}",
        result.answer[0]
    );
}

#[test]
fn positions_at_different_dates_are_not_added() {
    let mut earlier = system("QOP", 200, 0, 0);
    earlier["as_at"] = json!("2017-09-30");
    let result = rolled_up(&[("a.json", system("QE1", 100, 0, 0)), ("b.json", earlier)]);
    assert_eq!(result.to, None);
    assert_eq!(result.all.both.position, None);
    assert_eq!(thousands(&result, result.all.both.control_total), Some(300));
}

#[test]
fn figures_explain_themselves_down_to_the_systems() {
    let documents = [
        ("a.json", system("QE1", -400, 0, 0).to_string()),
        ("b.json", system("QOP", 100, 0, 0).to_string()),
    ];
    let files = documents.each_ref().map(|(name, text)| File {
        name,
        text: Ok(text),
    });
    let working = unfold_roll_up(&files, "all/providers/control_total").expect("a figure");
    assert_eq!(
        working.value,
        WorkedValue::Money {
            pounds: "-300000.00".into()
        }
    );
    let paths: Vec<&str> = working
        .ingredients
        .iter()
        .filter_map(|one| one.working.input.as_ref().map(|input| input.path.as_str()))
        .collect();
    assert_eq!(
        paths,
        [
            "QE1/sides/provider/position/control_total",
            "QOP/sides/provider/position/control_total"
        ]
    );
    assert!(
        working
            .rules
            .iter()
            .any(|rule| rule.id.local == "national_once")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// All is the sum of what each plan's own assessment says, whatever the order of the files.
    #[test]
    fn all_is_the_sum_of_the_assessments(
        systems in proptest::collection::vec((-9_000_i64..9_000, -50_i64..50, -80_i64..80), 1..8),
        turn in 0_usize..8,
    ) {
        let documents: Vec<(String, Value)> = systems.iter().enumerate().map(|(place, (trust, gap, flex))| {
            let mut document = system(&format!("X{place}"), *trust, *gap, *flex);
            document["footprint"] = json!({ "code": "", "name": format!("System {place}") });
            (format!("{place}.json"), document)
        }).collect();
        let mut turned: Vec<(&str, Value)> =
            documents.iter().map(|(name, document)| (name.as_str(), document.clone())).collect();
        let result = rolled_up(&turned);
        turned.rotate_left(turn % systems.len());
        prop_assert_eq!(result.plain(), rolled_up(&turned).plain());
        let sum = |figure: &dyn Fn(&control_total::assess::Assessment) -> Figure| -> Money {
            documents.iter().map(|(_, document)| {
                let plan = read(&document.to_string()).plan.expect("a plan");
                let assessment = assess(&plan);
                assessment.record.ledger.amount(figure(&assessment)).expect("known")
            }).sum()
        };
        let found = |figure: Figure| result.record.ledger.amount(figure).expect("known");
        let all = &result.all;
        prop_assert_eq!(found(all.both.control_total), sum(&|one| one.system.position.control_total));
        prop_assert_eq!(found(all.providers.control_total), sum(&|one| one.sides[0].position.control_total));
        prop_assert_eq!(found(all.commissioners.control_total), sum(&|one| one.sides[1].position.control_total));
        prop_assert_eq!(found(all.paid), sum(&|one| one.system.fund.total.paid.year));
        prop_assert_eq!(
            found(all.both.control_total),
            found(all.providers.control_total).plus(found(all.commissioners.control_total))
        );
        let moved = found(all.providers.moved);
        prop_assert_eq!(moved.plus(found(all.commissioners.moved)), Money::ZERO);
        let balances = result.record.ledger.outcome(result.balance.both);
        prop_assert_eq!(balances, Some(moved == Money::ZERO));
    }
}
