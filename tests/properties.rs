//! What must be true of any plan under any scheme: parts add to the whole, the order
//! of entry does not matter, scaling scales, a pound more never earns less.

mod document;
mod plain;

use control_total::assess::{Assessment, ByQuarter, Entitlement, FundRows, assess};
use control_total::calendar::Quarter;
use control_total::money::Money;
use control_total::plan::{Plan, read};
use control_total::scheme::{
    Allocation, ConditionTest, ParameterKind, SCHEMES, Scheme, Side, Tested,
};
use control_total::working::{Figure, Ledger};
use plain::{amounts, known};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const QUARTERS: [&str; 4] = ["Q1", "Q2", "Q3", "Q4"];

/// The day on which a quarter of a scheme's year ends.
fn date(scheme: &Scheme, quarter: usize) -> String {
    scheme
        .year
        .last_day(Quarter::ALL[quarter])
        .unwrap()
        .to_string()
}

fn any_scheme() -> impl Strategy<Value = &'static Scheme> {
    (0..SCHEMES.len()).prop_map(|place| &SCHEMES[place])
}

/// An organisation in whole pounds; some of its figures blank.
#[derive(Clone, Debug)]
struct Drawn {
    provider: bool,
    subdivision: bool,
    targets: [i64; 4],
    /// How far each position is from its target; small, so that the cliff is hit.
    distances: [Option<i64>; 4],
    allocation: Option<i64>,
    accepted: Option<bool>,
    a_and_e: Option<[(u32, Option<u32>); 4]>,
    streaming: Option<bool>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let distance = prop_oneof![
        8 => (-3_i64..=3).prop_map(Some),
        4 => (-1_000_000_i64..1_000_000).prop_map(Some),
        1 => Just(None),
    ];
    let allocation =
        prop_oneof![8 => (1_i64..5_000_000).prop_map(Some), 1 => Just(Some(0)), 1 => Just(None)];
    let answer = prop_oneof![8 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)];
    let seen = (50_u32..400).prop_flat_map(|came| {
        let late = prop_oneof![9 => (0..=came / 8).prop_map(Some), 1 => Just(None)];
        (Just(came), late)
    });
    (
        any::<bool>(),
        any::<bool>(),
        prop::array::uniform4(-3_000_000_i64..1_000_000),
        prop::array::uniform4(distance),
        allocation,
        answer,
        prop::option::of(prop::array::uniform4(seen)),
        prop_oneof![8 => Just(Some(true)), 2 => Just(Some(false)), 1 => Just(None)],
    )
        .prop_map(
            |(
                provider,
                subdivision,
                targets,
                distances,
                allocation,
                accepted,
                a_and_e,
                streaming,
            )| Drawn {
                provider,
                subdivision,
                targets,
                distances,
                allocation,
                accepted,
                a_and_e,
                streaming,
            },
        )
}

impl Drawn {
    /// The organisation as a document holds it, every amount times the scale.
    fn document(&self, scheme: &Scheme, number: usize, scale: i64) -> Value {
        let amount = |pounds: i64| json!((pounds * scale).to_string());
        let blankable = |pounds: Option<i64>| pounds.map_or(Value::Null, amount);
        let by_quarter = |figures: [Value; 4]| -> Value {
            QUARTERS
                .iter()
                .zip(figures)
                .map(|(quarter, figure)| ((*quarter).to_owned(), figure))
                .collect()
        };
        let targets = self.targets;
        let actual = std::array::from_fn(|q| {
            blankable(self.distances[q].map(|distance| targets[q] + distance))
        });
        let mut organisation = json!({
            "code": format!("X{number}"),
            "name": format!("Body {number}"),
            "side": if self.provider { "provider" } else { "commissioner" },
            "subdivision": if self.subdivision { "a" } else { "b" },
            "control_total": {
                "amount": amount(targets[3]),
                "profile": by_quarter(targets.map(amount)),
            },
            "actual": by_quarter(actual),
        });
        let side = if self.provider {
            Side::Provider
        } else {
            Side::Commissioner
        };
        if let Some(earning) = scheme.earning.as_ref().filter(|_| scheme.pays(side)) {
            if !matches!(earning.allocation, Allocation::TheDeficit(_)) {
                organisation["allocation"] = json!({ scheme.fund: blankable(self.allocation) });
            }
            organisation["accepted"] = json!(self.accepted);
            for condition in earning.conditions {
                if condition.test == ConditionTest::Answer {
                    organisation["answers"][condition.id] = json!(self.accepted);
                }
            }
            let measures = scheme.measures().iter();
            if let Some(seen) = self.a_and_e {
                let performance = seen.map(|(came, late)| {
                    json!({"attendances": came.to_string(), "breaches": late.map(|late| late.to_string())})
                });
                let last_year = by_quarter(std::array::from_fn(
                    |_| json!({"attendances": "100", "breaches": "11"}),
                ));
                let trajectory = by_quarter(std::array::from_fn(|_| json!("91%")));
                for measure in measures {
                    let milestones = measure.milestones().map(|id| (id, self.streaming));
                    organisation["performance"][measure.id] = json!({
                        "quarters": by_quarter(performance.clone()),
                        "last_year": last_year,
                        "trajectory": trajectory,
                        "milestones": milestones.collect::<BTreeMap<_, _>>(),
                    });
                }
            }
            organisation["agreed_improvement"] = json!("0");
        }
        organisation
    }
}

/// A plan under a scheme, with what the scheme asks for set.
fn plan_document(
    scheme: &'static Scheme,
    organisations: &[Drawn],
    quarter: usize,
    scale: i64,
) -> Value {
    let asked = scheme
        .parameters()
        .into_iter()
        .filter(|(rule, _)| rule.asked.is_some());
    let changes = asked.map(|(rule, kind)| (rule.id.to_string(), an_answer(kind)));
    let organisations: Vec<Value> = organisations
        .iter()
        .enumerate()
        .map(|(number, one)| one.document(scheme, number, scale))
        .collect();
    json!({
        "kind": "control-total-plan", "version": 1, "unit": "pounds",
        "year": scheme.year.to_string(), "fund": scheme.fund, "as_at": date(scheme, quarter),
        "changes": changes.collect::<BTreeMap<_, _>>(),
        "subdivisions": [{"code": "a", "name": "A"}, {"code": "b", "name": "B"}],
        "organisations": organisations,
    })
}

/// A value for a parameter that the user is asked for.
fn an_answer(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Share => "20%",
        ParameterKind::Multiple => "1",
        ParameterKind::Shares | ParameterKind::PartsOfTheYear => "15%, 20%, 30%, 35%",
        ParameterKind::YesNo => "no",
    }
}

fn plan(document: &Value) -> Plan {
    let reading = read(&document.to_string());
    assert!(reading.is_clean(), "{:?}", reading.diagnostics);
    reading.plan.unwrap()
}

/// Asserts that parts add to the whole wherever all are known.
fn adds(ledger: &Ledger, parts: &[Figure], whole: Figure, what: &str) {
    let sum: Option<Money> = parts.iter().map(|part| ledger.amount(*part)).sum();
    if let (Some(sum), Some(whole)) = (sum, ledger.amount(whole)) {
        assert_eq!(sum, whole, "{what}");
    }
}

fn columns(row: ByQuarter) -> impl Iterator<Item = Figure> {
    row.quarters.into_iter().chain([row.year])
}

/// The identities of an entitlement, in each quarter and for the year.
fn identities(ledger: &Ledger, fund: &Entitlement) {
    let total = &fund.total;
    let adds = |parts: &[Figure], whole, what: &str| adds(ledger, parts, whole, what);
    for (column, available) in columns(total.available).enumerate() {
        let at = |row| columns(row).nth(column).unwrap();
        let parts = [total.earned, total.missed, total.still_to_earn];
        adds(&parts.map(at), available, "available");
        let parts = [total.recovered, total.still_recoverable, total.lost];
        adds(&parts.map(at), at(total.missed), "missed");
        let of_tests = |pick: fn(&control_total::assess::ElementRows) -> ByQuarter| -> Vec<Figure> {
            let elements = fund.elements.iter();
            elements.map(|element| at(pick(&element.money))).collect()
        };
        if !fund.elements.is_empty() {
            adds(
                &of_tests(|money| money.available),
                available,
                "available of the tests",
            );
            adds(
                &of_tests(|money| money.earned),
                at(total.earned),
                "earned of the tests",
            );
            adds(
                &of_tests(|money| money.recovered),
                at(total.recovered),
                "recovered of the tests",
            );
            adds(
                &of_tests(|money| money.lost),
                at(total.lost),
                "lost of the tests",
            );
        }
        for (label, row) in FundRows::LABELS.into_iter().zip(total.rows()) {
            if let Some(amount) = ledger.amount(at(row)) {
                assert!(!amount.is_negative(), "{label} is negative");
            }
        }
    }
    for (label, row) in FundRows::LABELS.into_iter().zip(total.rows()) {
        adds(&row.quarters, row.year, label);
    }
    let parts = [total.earned.year, total.recovered.year];
    adds(&parts, total.paid.year, "paid");
}

fn organisations() -> impl Strategy<Value = Vec<Drawn>> {
    prop::collection::vec(drawn(), 1..7)
}

fn cases(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn identities_hold_at_every_quarter_end(scheme in any_scheme(), organisations in organisations()) {
        for quarter in 0..4 {
            let assessment = assess(&plan(&plan_document(scheme, &organisations, quarter, 1)));
            let groups = || std::iter::once(&assessment.system)
                .chain(&assessment.sides).chain(&assessment.subdivisions);
            let ledger = &assessment.record.ledger;
            for fund in assessment.organisations.iter().filter_map(|one| one.fund.as_ref()) {
                identities(ledger, fund);
            }
            groups().for_each(|group| identities(ledger, &group.fund));
            prop_assert!(assessment.checks.iter().all(|check| check.holds != Some(false)));
            let sum = |parts: &[control_total::assess::Group], what: &str| {
                let of = |pick: fn(&control_total::assess::Group) -> Figure| {
                    let parts: Vec<Figure> = parts.iter().map(pick).collect();
                    adds(ledger, &parts, pick(&assessment.system), what);
                };
                of(|group| group.position.control_total);
                of(|group| group.position.control_total_after_fund);
                of(|group| group.position.latest_variance().unwrap());
                of(|group| group.fund.total.paid.year);
                of(|group| group.fund.total.still_recoverable.year);
            };
            sum(&assessment.sides, "sides");
            sum(&assessment.subdivisions, "subdivisions");
        }
    }

    #[test]
    fn the_order_of_entry_changes_nothing(
        scheme in any_scheme(), organisations in organisations(), quarter in 0_usize..4,
    ) {
        let forward = plan_document(scheme, &organisations, quarter, 1);
        let mut backward = forward.clone();
        backward["organisations"].as_array_mut().unwrap().reverse();
        let plain = |document| known(&assess(&plan(document)).plain());
        let (one, two) = (plain(&forward), plain(&backward));
        let members = |of: &Value| of["organisations"].as_array().unwrap().clone();
        for member in members(&one) {
            let others = members(&two);
            let same = others.iter().find(|other| other["code"] == member["code"]).unwrap();
            prop_assert_eq!(&member["fund"], &same["fund"]);
        }
        prop_assert_eq!(&one["system"], &two["system"]);
    }

    #[test]
    fn a_thousand_times_as_much_in_is_a_thousand_times_as_much_out(
        scheme in any_scheme(), organisations in organisations(), quarter in 0_usize..4,
    ) {
        // Amounts in 160s of pounds, so that no share has a part of a penny.
        let plain = |scale| {
            let document = plan_document(scheme, &organisations, quarter, scale);
            assess(&plan(&document)).plain()
        };
        let (once, thousandfold) = (plain(160), plain(160_000));
        let mut pairs = Vec::new();
        amounts(&once["organisations"], &thousandfold["organisations"], &mut pairs);
        amounts(&once["system"], &thousandfold["system"], &mut pairs);
        prop_assert!(!pairs.is_empty());
        for (one, thousand) in pairs {
            prop_assert_eq!(one * 1_000, thousand);
        }
    }

    #[test]
    fn a_pound_more_never_earns_less(
        scheme in any_scheme(), organisations in organisations(),
        who in any::<prop::sample::Index>(), when in 0_usize..4,
    ) {
        let who = who.index(organisations.len());
        let mut better = organisations.clone();
        for distance in better[who].distances.iter_mut().skip(when) {
            *distance = distance.map(|pounds| pounds + 1);
        }
        let (one, two) = (
            assess(&plan(&plan_document(scheme, &organisations, 3, 1))),
            assess(&plan(&plan_document(scheme, &better, 3, 1))),
        );
        let paid = |assessment: &Assessment| -> Vec<Option<Money>> {
            let amount = |fund: &Entitlement| assessment.record.ledger.amount(fund.total.paid.year);
            assessment.organisations.iter().map(|one| one.fund.as_ref().and_then(amount)).collect()
        };
        for (one, two) in paid(&one).into_iter().zip(paid(&two)) {
            if let (Some(one), Some(two)) = (one, two) {
                prop_assert!(two >= one);
            }
        }
    }

    #[test]
    fn a_penny_decides_at_the_cliff(
        scheme in any_scheme(), target in -9_000_000_i64..-5_000_000, allocation in 1_i64..5_000_000,
        quarter in 0_usize..4,
    ) {
        let Some(earning) = &scheme.earning else { return Ok(()) };
        let decided = match earning.delivery.tested {
            Tested::Quarter => quarter,
            Tested::QuarterBefore if quarter < 3 => quarter + 1,
            _ => return Ok(()),
        };
        if earning.taper.is_some() {
            return Ok(());
        }
        // Of one organisation the system's total is its own; a plan that must balance does.
        let (target, allocation) = match scheme.fund {
            "DSF" => (-allocation, allocation),
            _ => (target, allocation),
        };
        let pay = |pence: i64| {
            let mut organisation = Drawn {
                provider: scheme.pays(Side::Provider), subdivision: true, targets: [target; 4],
                distances: [Some(0); 4], allocation: Some(allocation), accepted: Some(true),
                a_and_e: None, streaming: None,
            }.document(scheme, 0, 1);
            let cents = target * 100 + pence;
            let sign = if cents < 0 { "-" } else { "" };
            let text = format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100);
            organisation["actual"][QUARTERS[quarter]] = json!(text);
            let mut document = plan_document(scheme, &[], decided, 1);
            document["organisations"] = json!([organisation]);
            let assessment = assess(&plan(&document));
            let fund = assessment.organisations[0].fund.clone().unwrap();
            let amount = |row: ByQuarter| assessment.record.ledger.amount(row.quarters[decided]).unwrap();
            (amount(fund.total.earned), amount(fund.total.available))
        };
        prop_assert_eq!(pay(-1).0, Money::ZERO);
        let (earned, available) = pay(0);
        prop_assert_eq!(earned, available);
        let (earned, available) = pay(1);
        prop_assert_eq!(earned, available);
    }

    #[test]
    fn a_plan_moved_to_another_year_is_answered_or_refused_with_reasons(
        from in any_scheme(), to in any_scheme(), organisations in organisations(), quarter in 0_usize..4,
    ) {
        let mut document = plan_document(from, &organisations, quarter, 1);
        document["year"] = json!(to.year.to_string());
        document["fund"] = json!("");
        document["as_at"] = json!(date(to, quarter));
        let reading = read(&document.to_string());
        prop_assert!(reading.is_clean(), "{:?}", reading.diagnostics);
        let plan = reading.plan.unwrap();
        prop_assert_eq!(plan.year(), to.year);
        prop_assert!(plan.schemes.iter().all(|scheme| scheme.year == to.year && scheme.ran));
        let assessment = assess(&plan);
        for member in &assessment.organisations {
            // Money of a fund without an allocation of its own is not known, never another fund's.
            for eligibility in &member.eligibility {
                prop_assert!(plan.schemes.iter().any(|scheme| scheme.fund == eligibility.fund));
            }
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}") {
        let _ = read(&text);
        let plan = json!({
            "kind": "control-total-plan", "version": 1, "year": "2017/18",
            "organisations": [{"code": text, "name": text, "side": "provider", "allocation": {"STF": text},
                "actual": {"Q1": text, "M2": text}, "control_total": {"amount": text}, "share": text}],
        });
        if let Some(plan) = read(&plan.to_string()).plan {
            let _ = assess(&plan);
        }
    }

    #[test]
    fn what_is_read_is_read_again_as_printed(pence in -100_000_000_000_000_i64..=100_000_000_000_000) {
        use control_total::money::{Unit, read_money};
        let amount = Money::from_pence(pence);
        for unit in [Unit::Pounds, Unit::Thousands, Unit::Millions] {
            prop_assert_eq!(read_money(&amount.entered(unit), unit), Ok(Some(amount)));
        }
        prop_assert_eq!(read_money(&amount.exact(), Unit::Pounds), Ok(Some(amount)));
    }

    #[test]
    fn an_amount_reads_the_same_however_it_is_dressed(pence in -100_000_000_000_000_i64..=100_000_000_000_000) {
        use control_total::money::{Unit, read_money};
        let plain = Money::from_pence(pence).entered(Unit::Pounds);
        let size = plain.trim_matches(['-', '(', ')']);
        let dressed = |text: String| read_money(&text, Unit::Pounds);
        let positive = dressed(size.to_owned());
        let negative = dressed(format!("({size})"));
        prop_assert_eq!(positive.map(|known| known.map(Money::negated)), negative);
        for text in [size.replace(',', "\u{a0}"), format!("£{size}"), format!(" + {size}\u{feff}")] {
            prop_assert_eq!(dressed(text), positive);
        }
        for text in [format!("\u{2212}{size}"), format!("£({size})"), format!("(£{})", size.replace(',', "\u{2009}"))] {
            prop_assert_eq!(dressed(text), negative);
        }
        prop_assert_eq!(dressed(format!("{size}é")), Err(control_total::money::NotANumber::Character('é')));
    }

    #[test]
    fn a_share_reads_the_same_as_percentage_and_as_decimal(parts in 0_u32..=100_000_000) {
        use control_total::money::Rate;
        let decimal = format!("{}.{:05}", parts / 100_000, parts % 100_000);
        let percentage = format!("{}.{:03} %", parts / 1_000, parts % 1_000);
        let expected = Rate::from_hundred_thousandths(parts);
        prop_assert_eq!(Rate::read(&decimal), Ok(expected));
        prop_assert_eq!(Rate::read(&percentage), Ok(expected));
    }
}
