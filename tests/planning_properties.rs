//! What must be true of any planning round: nothing is saved that only moves, no penny of
//! an envelope is lost, the choice of capital bids is the best there is, and the order of
//! entry does not matter.

mod plain;

use control_total::assess::assess;
use control_total::plan::{Severity, read};
use plain::{amounts, known};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const COMMISSIONERS: [&str; 3] = ["C1", "C2", "C3"];
const PROVIDERS: [&str; 3] = ["P1", "P2", "P3"];
const YEARS: [&str; 3] = ["2017/18", "2018/19", "2019/20"];
const DEADLINE: &str = "2016-12-23";

fn cases(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    }
}

/// An amount of pence as it is written in pounds.
fn pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pence.abs() / 100, pence.abs() % 100)
}

fn pence(written: &Value) -> Option<i64> {
    written.as_str()?.replace('.', "").parse().ok()
}

/// The plain form of a plan with this planning round.
fn assessed(planning: &Value) -> Value {
    let organisation = |code: &&str, side: &str| {
        json!({"code": code, "name": code, "side": side, "control_total": {"amount": "100", "spread": "straight_line"},
            "allocation": {"STF": "400"}, "accepted": true, "actual": {"Q1": "30", "Q2": null}})
    };
    let commissioners = COMMISSIONERS.iter();
    let commissioners = commissioners.map(|code| {
        let mut one = organisation(code, "commissioner");
        one.as_object_mut().unwrap().remove("allocation");
        one.as_object_mut().unwrap().remove("accepted");
        one
    });
    let providers = PROVIDERS.iter().map(|code| organisation(code, "provider"));
    let organisations: Vec<Value> = commissioners.chain(providers).collect();
    let document = json!({
        "kind": "control-total-plan", "version": 1, "unit": "pounds", "year": "2017/18",
        "fund": "STF", "as_at": "2018-03-31", "organisations": organisations, "planning": planning,
    });
    let reading = read(&document.to_string());
    let errors = reading.diagnostics.iter();
    let errors: Vec<_> = errors
        .filter(|one| one.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    assess(&reading.plan.unwrap()).plain()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// A contract: both places of the pair, the year's, who knows of it, both amounts, how far
/// it is and its day in December 2016.
type Contract = (
    (usize, usize, usize),
    usize,
    (Option<i64>, Option<i64>),
    usize,
    Option<u32>,
);

const KNOWN_TO: [&str; 3] = ["both", "commissioner", "provider"];
const STATUSES: [Option<&str>; 4] = [
    Some("agreed"),
    Some("in_negotiation"),
    Some("in_arbitration"),
    None,
];

fn contracts() -> impl Strategy<Value = Vec<Contract>> {
    let amount = || prop_oneof![9 => (0_i64..5_000).prop_map(Some), 1 => Just(None)];
    let status = prop_oneof![8 => Just(0_usize), 1 => Just(1), 1 => Just(2), 1 => Just(3)];
    let known_to = prop_oneof![4 => Just(0_usize), 1 => Just(1), 1 => Just(2)];
    let day = prop_oneof![9 => (10_u32..25).prop_map(Some), 1 => Just(None)];
    let contract = (
        (0..3_usize, 0..3_usize, 0..2_usize),
        known_to,
        (amount(), amount()),
        status,
        day,
    );
    vec(contract, 0..9).prop_map(|mut all: Vec<Contract>| {
        let mut seen = BTreeSet::new();
        all.retain(|one| seen.insert(one.0));
        all
    })
}

fn contract(one: &Contract, scale: i64) -> Value {
    let ((commissioner, provider, year), known_to, (cost, income), status, day) = *one;
    let knows = |side: usize| known_to == 0 || known_to == side;
    let amount =
        |amount: Option<i64>, side| amount.filter(|_| knows(side)).map(|it| pounds(it * scale));
    json!({
        "year": YEARS[year], "commissioner": COMMISSIONERS[commissioner], "provider": PROVIDERS[provider],
        "known_to": KNOWN_TO[known_to], "commissioner_amount": amount(cost, 1), "provider_amount": amount(income, 2),
        "status": STATUSES[status],
        "agreed_on": day.filter(|_| status == 0).map(|day| format!("2016-12-{day}")),
    })
}

/// A proposal: what it does to each of the six, and to others.
type Proposal = (Vec<Option<i64>>, Option<i64>);

fn proposals() -> impl Strategy<Value = Vec<Proposal>> {
    let effect = prop_oneof![2 => Just(None), 2 => (-3_i64..=3).prop_map(Some), 3 => (-90_000_i64..90_000).prop_map(Some)];
    let outside = option::of(-900_i64..900);
    vec((vec(effect, 6), outside), 0..5).prop_map(|all| {
        all.into_iter()
            .filter(|one| one.0.iter().any(Option::is_some))
            .collect()
    })
}

fn codes() -> impl Iterator<Item = &'static str> {
    COMMISSIONERS.into_iter().chain(PROVIDERS)
}

fn proposal((effects, outside): &Proposal, scale: i64) -> Value {
    let effects = codes()
        .zip(effects)
        .filter_map(|(code, effect)| Some((code, pounds((*effect)? * scale))));
    json!({"name": "Change", "kind": "saving", "effects": effects.collect::<BTreeMap<_, _>>(),
        "outside": outside.map(|amount| pounds(amount * scale))})
}

/// A programme in pence: budget, floor, cap, priority; the floor at most the others.
#[derive(Clone, Debug)]
struct Programme {
    code: String,
    budget: i64,
    floor: i64,
    cap: Option<i64>,
    priority: Option<u32>,
}

impl Programme {
    fn most(&self) -> i64 {
        self.cap.map_or(self.budget, |cap| cap.min(self.budget))
    }

    fn room(&self) -> i64 {
        self.most() - self.floor
    }

    fn class(&self) -> u32 {
        self.priority.unwrap_or(u32::MAX)
    }

    fn document(&self, scale: i64) -> Value {
        json!({"code": self.code, "budget": pounds(self.budget * scale), "floor": pounds(self.floor * scale),
            "cap": self.cap.map(|cap| pounds(cap * scale)), "priority": self.priority.map(|one| one.to_string())})
    }
}

/// Programmes whose codes stand in no order; small amounts, so that ties and exact fits
/// are met.
fn programmes(most: usize) -> impl Strategy<Value = Vec<Programme>> {
    let size = prop_oneof![2 => 0_i64..12, 2 => 0_i64..2_000];
    let one = (
        size,
        0_i64..=100,
        option::of(0_i64..=130),
        option::of(1_u32..4),
    );
    vec(one, 1..=most).prop_map(|drawn| {
        let all = drawn.into_iter().enumerate();
        all.map(|(place, (budget, floor, cap, priority))| {
            let cap = cap.map(|share| budget * share / 100);
            let most = cap.map_or(budget, |cap| cap.min(budget));
            Programme {
                code: format!("G{}", (place * 7 + 3) % 23),
                budget,
                floor: most * (floor % 80) / 100,
                cap,
                priority,
            }
        })
        .collect()
    })
}

const METHODS: [&str; 2] = ["priorities", "least_change"];

fn envelope(programmes: &[Programme], amount: i64, method: &str, scale: i64) -> Value {
    let programmes: Vec<Value> = programmes.iter().map(|one| one.document(scale)).collect();
    json!({"amount": pounds(amount * scale), "method": method, "programmes": programmes})
}

/// An envelope somewhere between nothing and more than all budgets.
fn amount_for(programmes: &[Programme], tenths: i64, odd: i64) -> i64 {
    let wanted: i64 = programmes.iter().map(Programme::most).sum();
    let floors: i64 = programmes.iter().map(|one| one.floor).sum();
    (floors + (wanted - floors) * tenths / 10 + odd).max(0)
}

/// What each programme is given, in pence, or nothing where nothing fits.
fn given(planning: &Value) -> Vec<Option<i64>> {
    list(&planning["envelope"]["programmes"])
        .iter()
        .map(|one| pence(&one["given"]))
        .collect()
}

/// A capital bid in pence: amounts of three years, tenths of points, and what it hangs on.
#[derive(Clone, Debug)]
struct Bid {
    amounts: [i64; 3],
    score: i64,
    must_do: bool,
    withdrawn: bool,
    needs: Option<usize>,
}

fn bids(most: usize) -> impl Strategy<Value = Vec<Bid>> {
    let size = || prop_oneof![1 => Just(0_i64), 3 => 1_i64..8];
    let score = prop_oneof![1 => Just(0_i64), 6 => 1_i64..9];
    let rarely = || prop_oneof![11 => Just(false), 1 => Just(true)];
    let needs = prop_oneof![5 => Just(None), 1 => (0..most).prop_map(Some)];
    let one = ([size(), size(), size()], score, rarely(), rarely(), needs);
    vec(one, 1..=most).prop_map(|drawn| {
        let count = drawn.len();
        drawn
            .into_iter()
            .map(|(amounts, score, must_do, withdrawn, needs)| Bid {
                amounts,
                score,
                must_do,
                withdrawn,
                needs: needs.map(|need| need % count),
            })
            .collect()
    })
}

fn bid_code(place: usize) -> String {
    format!("B{}", (place * 7 + 3) % 23 + 10)
}

fn capital(bids: &[Bid], years: &[i64], worth: &str, scale: i64) -> Value {
    let by_year = |amounts: &[i64]| -> BTreeMap<&str, String> {
        let pairs = YEARS.into_iter().zip(amounts).take(years.len());
        pairs
            .map(|(year, amount)| (year, pounds(amount * scale)))
            .collect()
    };
    let bids = bids.iter().enumerate().map(|(place, bid)| {
        json!({"code": bid_code(place), "name": "Bid", "amounts": by_year(&bid.amounts),
            "score": format!("{}.{}", bid.score / 2, bid.score % 2 * 5), "must_do": bid.must_do,
            "status": if bid.withdrawn { "withdrawn" } else { "bid" },
            "needs": bid.needs.map_or_else(String::new, bid_code)})
    });
    json!({"envelope": by_year(years), "worth": worth, "bids": bids.collect::<Vec<_>>()})
}

const WORTHS: [&str; 2] = ["points", "ratio"];

/// The best choice of all there are: the highest worth, the lowest cost, the first codes.
fn best_of_all(bids: &[Bid], years: &[i64], worth: &str) -> Option<BTreeSet<String>> {
    let cost = |bid: &Bid| bid.amounts[..years.len()].iter().sum::<i64>();
    let mut best: Option<(i64, i64, Vec<bool>, u32)> = None;
    let mut by_code: Vec<usize> = (0..bids.len()).collect();
    by_code.sort_by_key(|place| bid_code(*place));
    for set in 0..1_u32 << bids.len() {
        let has = |place: usize| set >> place & 1 == 1;
        let chosen = || {
            bids.iter()
                .enumerate()
                .filter(|(place, _)| has(*place))
                .map(|(_, bid)| bid)
        };
        let holds = (0..years.len())
            .all(|year| chosen().map(|bid| bid.amounts[year]).sum::<i64>() <= years[year]);
        let allowed = bids
            .iter()
            .enumerate()
            .all(|(place, bid)| match has(place) {
                true => !bid.withdrawn && bid.needs.is_none_or(has),
                false => bid.withdrawn || !bid.must_do,
            });
        if !holds || !allowed {
            continue;
        }
        let total = chosen().map(|bid| match worth {
            "points" => bid.score,
            _ => bid.score * cost(bid),
        });
        let first = by_code.iter().map(|place| has(*place)).collect();
        let one = (total.sum(), -chosen().map(cost).sum::<i64>(), first, set);
        if best.as_ref().is_none_or(|best| *best < one) {
            best = Some(one);
        }
    }
    let (.., set) = best?;
    Some(
        (0..bids.len())
            .filter(|place| set >> place & 1 == 1)
            .map(bid_code)
            .collect(),
    )
}

/// The fewest that can make up the cut, and of those sets the one that comes first in the
/// order of cutting: by brute force.
fn fewest_cuts(programmes: &[Programme], to_cut: i64) -> BTreeSet<&str> {
    let mut order: Vec<&Programme> = programmes.iter().collect();
    order.sort_by(|one, two| {
        two.class()
            .cmp(&one.class())
            .then_with(|| one.code.cmp(&two.code))
    });
    let sets = (0..1_u32 << order.len()).filter_map(|set| {
        let chosen: Vec<usize> = (0..order.len())
            .filter(|place| set >> place & 1 == 1)
            .collect();
        let room: i64 = chosen.iter().map(|place| order[*place].room()).sum();
        (room >= to_cut).then_some((chosen.len(), chosen))
    });
    let (_, first) = sets.min().unwrap();
    first
        .into_iter()
        .map(|place| order[place].code.as_str())
        .collect()
}

/// Three values: no decides, then what is not known.
fn all(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let parts: Vec<Option<bool>> = parts.into_iter().collect();
    match parts {
        parts if parts.contains(&Some(false)) => Some(false),
        parts if parts.contains(&None) => None,
        _ => Some(true),
    }
}

/// Amounts that can't be below nothing, within a limit.
fn within(parts: &[Option<i64>], limit: i64) -> Option<bool> {
    let known: i64 = parts.iter().flatten().sum();
    match known > limit {
        true => Some(false),
        false if parts.contains(&None) => None,
        false => Some(true),
    }
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn contracts_overstate_by_what_providers_count_more(contracts in contracts()) {
        let documents: Vec<Value> = contracts.iter().map(|one| contract(one, 1)).collect();
        let planning = assessed(&json!({"contracts": documents, "today": "2016-12-01"}))["planning"].take();
        for line in list(&planning["years"]) {
            let of = |name: &str| pence(&line[name]);
            if let (Some(providers), Some(commissioners)) = (of("providers"), of("commissioners")) {
                prop_assert_eq!(of("overstated"), Some(providers - commissioners));
            }
            if let Some(overstated) = of("overstated") {
                let alone = of("provider_only").unwrap() - of("commissioner_only").unwrap();
                prop_assert_eq!(of("mismatch").unwrap() + alone, overstated);
            }
        }
        let counted: u64 = list(&planning["years"]).iter().map(|line| line["contracts"].as_u64().unwrap()).sum();
        prop_assert_eq!(counted, contracts.len() as u64);
    }

    #[test]
    fn eligibility_is_what_its_conditions_are(
        contracts in contracts(), today in option::of(20_u32..27), resources in [0_i64..30_000, 0_i64..30_000],
    ) {
        let documents: Vec<Value> = contracts.iter().map(|one| contract(one, 1)).collect();
        let parts = [0, 1].map(|year| json!({"year": YEARS[year], "amount": pounds(resources[year])}));
        let planning = assessed(&json!({
            "contracts": documents, "resources": parts, "today": today.map(|day| format!("2016-12-{day}")),
        }))["planning"].take();
        let deadline: u32 = DEADLINE[8..].parse().unwrap();
        let years = [0, 1].map(|year| {
            let own: Vec<&Contract> = contracts.iter().filter(|one| one.0.2 == year).collect();
            let side = |side: usize, amount: &dyn Fn(&Contract) -> Option<i64>| {
                let known: Vec<Option<i64>> = own.iter().filter(|one| one.1 == 0 || one.1 == side).map(|one| amount(one)).collect();
                if own.is_empty() { None } else { within(&known, resources[year]) }
            };
            let agreed = own.iter().map(|one| match (STATUSES[one.3], one.4) {
                (Some("agreed"), Some(day)) if one.1 == 0 && today.is_some_and(|today| day > today) => {
                    today.is_some_and(|today| today > deadline).then_some(false)
                }
                (Some("agreed"), Some(day)) if one.1 == 0 => Some(day <= deadline),
                // Agreed by a today that is in time.
                (Some("agreed"), None) if one.1 == 0 => today.is_some_and(|today| today <= deadline).then_some(true),
                (None, _) if one.1 == 0 => None,
                _ => today.is_some_and(|today| today > deadline).then_some(false),
            });
            let agreed = if own.is_empty() { None } else { all(agreed) };
            [agreed, side(1, &|one| one.2.0), side(2, &|one| one.2.1)]
        });
        let found = |value: &Value| value.as_bool();
        let eligibility = &planning["eligibility"];
        for (line, [agreed, commissioners, providers]) in list(&eligibility["years"]).iter().zip(years) {
            prop_assert_eq!(found(&line["agreed"]), agreed);
            prop_assert_eq!(found(&line["commissioners_within"]), commissioners);
            prop_assert_eq!(found(&line["providers_within"]), providers);
        }
        prop_assert_eq!(found(&eligibility["eligible"]), all(years.into_iter().flatten()));
    }

    #[test]
    fn saved_is_the_change_of_the_systems_position(proposals in proposals()) {
        let documents: Vec<Value> = proposals.iter().map(|one| proposal(one, 1)).collect();
        let planning = assessed(&json!({"proposals": documents, "today": "2016-12-01"}))["planning"].take();
        let shifting = &planning["shifting"];
        if proposals.is_empty() {
            prop_assert!(shifting.is_null());
            return Ok(());
        }
        let (mut change, mut moved, mut borne) = (0, 0, 0);
        for (line, (effects, outside)) in list(&shifting["proposals"]).iter().zip(&proposals) {
            let of = |name: &str| pence(&line[name]).unwrap();
            let effect: i64 = effects.iter().flatten().sum();
            prop_assert_eq!(of("saved"), effect);
            prop_assert_eq!(of("gained") - of("lost"), effect);
            // All that is gained is either moved or saved, and all that is lost moved or a cost.
            prop_assert_eq!(of("shifted") + effect.max(0), of("gained"));
            prop_assert_eq!(of("shifted") + (-effect).max(0), of("lost"));
            prop_assert_eq!(pence(&line["outside"]), *outside);
            borne += outside.unwrap_or_default();
            change += effect;
            moved += of("shifted");
        }
        prop_assert_eq!(pence(&shifting["saved"]), Some(change));
        prop_assert_eq!(pence(&shifting["shifted"]), Some(moved));
        prop_assert_eq!(pence(&shifting["in_all"]), Some(change + borne));
        let by_organisation: i64 = list(&shifting["organisations"]).iter().map(|one| pence(&one["effect"]).unwrap()).sum();
        prop_assert_eq!(by_organisation, change);
    }

    #[test]
    fn an_envelope_is_given_out_to_the_penny(
        programmes in programmes(10), tenths in -1_i64..12, odd in -2_i64..=2, method in 0..2_usize,
    ) {
        let amount = amount_for(&programmes, tenths, odd);
        let fit = envelope(&programmes, amount, METHODS[method], 1);
        let planning = assessed(&json!({"envelope": fit}))["planning"].take();
        let floors: i64 = programmes.iter().map(|one| one.floor).sum();
        let line = &planning["envelope"];
        if floors > amount {
            prop_assert_eq!(pence(&line["short"]), Some(floors - amount));
            prop_assert!(given(&planning).iter().all(Option::is_none));
            let too_much = list(&line["programmes"]).iter().any(|one| one["outcome"] == "floor_too_much");
            prop_assert!(too_much);
            return Ok(());
        }
        prop_assert!(line["short"].is_null());
        let given: Vec<i64> = given(&planning).into_iter().map(Option::unwrap).collect();
        let headroom = pence(&line["headroom"]).unwrap();
        prop_assert_eq!(given.iter().sum::<i64>() + headroom, amount);
        prop_assert!(headroom >= 0);
        for (one, given) in programmes.iter().zip(&given) {
            prop_assert!((one.floor..=one.most()).contains(given), "{one:?} is given {given}");
            prop_assert!(headroom == 0 || *given == one.most(), "{one:?} is given {given}");
        }
        let cut: i64 = programmes.iter().zip(&given).map(|(one, given)| one.budget - given).sum();
        prop_assert_eq!(pence(&line["cut"]), Some(cut));
    }

    #[test]
    fn priorities_come_in_order_and_equals_share_by_weight(
        programmes in programmes(10), tenths in 0_i64..10, odd in 0_i64..=2,
    ) {
        let amount = amount_for(&programmes, tenths, odd);
        let fit = envelope(&programmes, amount, "priorities", 1);
        let planning = assessed(&json!({"envelope": fit}))["planning"].take();
        let given: Vec<i64> = given(&planning).into_iter().map(Option::unwrap).collect();
        for (one, of_one) in programmes.iter().zip(&given) {
            for (two, of_two) in programmes.iter().zip(&given) {
                if one.class() < two.class() {
                    prop_assert!(*of_one == one.most() || *of_two == two.floor, "{one:?} {of_one}, {two:?} {of_two}");
                }
                let is_below = |one: &Programme, given: i64| given < one.most();
                if one.class() == two.class() && is_below(one, *of_one) {
                    // Nobody has more than a penny beyond the share of one that is not capped.
                    let weight = |one: &Programme| one.budget - one.floor;
                    let (share, other) = (of_one - one.floor, of_two - two.floor);
                    prop_assert!((other - 1) * weight(one) <= (share + 1) * weight(two), "{one:?} {of_one}, {two:?} {of_two}");
                    if is_below(two, *of_two) && weight(one) == weight(two) && one.code < two.code {
                        prop_assert!((0..=1).contains(&(share - other)), "{one:?} {of_one}, {two:?} {of_two}");
                    }
                }
            }
        }
    }

    #[test]
    fn least_change_cuts_the_fewest(programmes in programmes(10), tenths in 0_i64..10, odd in 0_i64..=2) {
        let amount = amount_for(&programmes, tenths, odd);
        let fit = envelope(&programmes, amount, "least_change", 1);
        let planning = assessed(&json!({"envelope": fit}))["planning"].take();
        let to_cut = (programmes.iter().map(Programme::most).sum::<i64>() - amount).max(0);
        let expected = fewest_cuts(&programmes, to_cut);
        let cut: Vec<(&Programme, i64)> = programmes.iter().zip(given(&planning))
            .map(|(one, given)| (one, one.most() - given.unwrap())).filter(|(_, cut)| *cut > 0).collect();
        let codes: BTreeSet<&str> = cut.iter().map(|(one, _)| one.code.as_str()).collect();
        prop_assert_eq!(codes, expected);
        // All but one are at their floors.
        prop_assert!(cut.iter().filter(|(one, cut)| *cut < one.room()).count() <= 1);
    }

    #[test]
    fn a_pound_more_gives_no_class_less(programmes in programmes(8), tenths in 0_i64..11, odd in 0_i64..=2) {
        let amount = amount_for(&programmes, tenths, odd);
        let by_class = |amount: i64| -> BTreeMap<u32, i64> {
            let planning = assessed(&json!({"envelope": envelope(&programmes, amount, "priorities", 1)}))["planning"].take();
            let mut classes = BTreeMap::new();
            for (one, given) in programmes.iter().zip(given(&planning)) {
                *classes.entry(one.class()).or_default() += given.unwrap();
            }
            classes
        };
        for ((_, before), (_, after)) in by_class(amount).into_iter().zip(by_class(amount + 100)) {
            prop_assert!(after >= before);
        }
    }

    #[test]
    fn no_more_of_a_cut_lands_on_others_than_is_cut(
        budget in 0_i64..500, amount in 0_i64..500, shares in [0_u32..=50, 0_u32..=30, 0_u32..=20],
    ) {
        let shares: BTreeMap<&str, String> = PROVIDERS.into_iter().zip(shares)
            .filter(|(_, share)| *share > 0).map(|(code, share)| (code, format!("{share}%"))).collect();
        let programme = json!({"code": "A", "budget": pounds(budget), "passed_on": shares});
        let fit = json!({"amount": pounds(amount), "programmes": [programme]});
        let planning = assessed(&json!({"envelope": fit}))["planning"].take();
        let line = &planning["envelope"];
        let cut = pence(&line["cut"]).unwrap();
        prop_assert_eq!(cut, (budget - amount).max(0));
        let mut all = 0;
        for part in list(&line["programmes"][0]["passed_on"]) {
            let amount = pence(&part["amount"]).unwrap();
            let share: i64 = shares[part["code"].as_str().unwrap()].trim_end_matches('%').parse().unwrap();
            prop_assert!((amount * 100 - cut * share).abs() < 100, "{amount} of {cut}");
            all += amount;
        }
        prop_assert!(all <= cut);
        prop_assert_eq!(pence(&line["passed_on"]), Some(all));
    }

    #[test]
    fn the_choice_of_bids_is_the_best_of_all(
        bids in prop_oneof![6 => bids(9), 1 => bids(16)], years in vec(0_i64..40, 1..=3), worth in 0..2_usize,
    ) {
        let worth = WORTHS[worth];
        let planning = assessed(&json!({"capital": capital(&bids, &years, worth, 1)}))["planning"].take();
        let found = &planning["capital"];
        let Some(best) = best_of_all(&bids, &years, worth) else {
            prop_assert_eq!(&found["choice"], "impossible");
            return Ok(());
        };
        prop_assert_eq!(&found["choice"], "best");
        let is_in = |bid: &&Value| ["must_do", "approved", "needed", "chosen"].contains(&bid["outcome"].as_str().unwrap());
        let chosen: BTreeSet<String> = list(&found["bids"]).iter().filter(is_in)
            .map(|bid| bid["code"].as_str().unwrap().to_owned()).collect();
        prop_assert_eq!(chosen, best);
        // One without room asks for more than is left of some year.
        for line in list(&found["bids"]) {
            let asks_for_more = ["no_room", "too_large"].contains(&line["outcome"].as_str().unwrap());
            prop_assert_eq!(line["why"].is_string(), asks_for_more);
        }
        for line in list(&found["years"]) {
            prop_assert!(pence(&line["left"]).unwrap() >= 0);
        }
    }

    #[test]
    fn the_next_bid_lacks_least(bids in bids(9), years in vec(0_i64..25, 1..=3), worth in 0..2_usize) {
        let planning = assessed(&json!({"capital": capital(&bids, &years, WORTHS[worth], 1)}))["planning"].take();
        let found = &planning["capital"];
        if found["choice"] != "best" {
            return Ok(());
        }
        let left: Vec<i64> = list(&found["years"]).iter().map(|line| pence(&line["left"]).unwrap()).collect();
        let lines = list(&found["bids"]);
        let is_in = |place: usize| ["must_do", "needed", "chosen"].contains(&lines[place]["outcome"].as_str().unwrap());
        let worth = |place: &usize| bids[*place].score * if worth == 0 { 1 } else { bids[*place].amounts.iter().take(years.len()).sum() };
        let bundles = (0..bids.len()).filter(|place| !is_in(*place) && worth(place) > 0).map(|place| {
            let mut bundle = vec![place];
            while let Some(need) = bids[bundle[bundle.len() - 1]].needs.filter(|need| !is_in(*need) && !bundle.contains(need)) {
                bundle.push(need);
            }
            bundle
        });
        let next = bundles.filter(|bundle| !bundle.iter().any(|place| bids[*place].withdrawn)).map(|bundle| {
            let asked = |year: usize| bundle.iter().map(|place| bids[*place].amounts[year]).sum::<i64>();
            let lacks: i64 = left.iter().enumerate().map(|(year, left)| if asked(year) > 0 { (asked(year) - left).max(0) } else { 0 }).sum();
            (lacks, -bundle.iter().map(worth).sum::<i64>(), bid_code(bundle[0]))
        }).min();
        prop_assert_eq!(found["next"]["code"].as_str().map(str::to_owned), next.as_ref().map(|next| next.2.clone()));
        prop_assert_eq!(pence(&found["next"]["more"]), next.map(|next| next.0));
    }
}

/// A planning round with something of everything.
fn whole() -> impl Strategy<Value = Whole> {
    let council = vec(
        (
            0..4_usize,
            option::of(0_i64..900),
            option::of(-900_i64..900),
        ),
        0..5,
    );
    let round = (contracts(), proposals(), programmes(6), bids(6));
    let amounts = (0_i64..11, 0..2_usize, vec(0_i64..25, 1..=3), 0..2_usize);
    (round, amounts, council).prop_map(
        |((contracts, proposals, programmes, bids), amounts, council)| Whole {
            contracts,
            proposals,
            programmes,
            bids,
            amounts,
            council,
        },
    )
}

#[derive(Clone, Debug)]
struct Whole {
    contracts: Vec<Contract>,
    proposals: Vec<Proposal>,
    programmes: Vec<Programme>,
    bids: Vec<Bid>,
    amounts: (i64, usize, Vec<i64>, usize),
    council: Vec<(usize, Option<i64>, Option<i64>)>,
}

impl Whole {
    fn document(&self, scale: i64) -> Value {
        let (tenths, method, years, worth) = &self.amounts;
        let amount = amount_for(&self.programmes, *tenths, 1);
        let each = |amount: &Option<i64>| amount.map(|amount| pounds(amount * scale));
        let council = self.council.iter().map(|(kind, amount, health)| {
            let kind = ["pressure", "council_funding", "envelope_funding", "pooled"][*kind];
            json!({"name": "Line", "kind": kind, "amount": each(amount),
                "health_amount": each(&health.filter(|_| kind == "pooled"))})
        });
        let plans: BTreeMap<&str, String> =
            codes().map(|code| (code, pounds(10_000 * scale))).collect();
        json!({
            "today": "2016-12-20", "partnership": "implementation_partnership", "plans": plans,
            "resources": [{"year": "2017/18", "name": "All", "amount": pounds(9_000 * scale)}],
            "bids": [{"pot": "cancer", "name": "Bid", "amount": pounds(900 * scale)}],
            "contracts": self.contracts.iter().map(|one| contract(one, scale)).collect::<Vec<_>>(),
            "proposals": self.proposals.iter().map(|one| proposal(one, scale)).collect::<Vec<_>>(),
            "envelope": envelope(&self.programmes, amount, METHODS[*method], scale),
            "council": council.collect::<Vec<_>>(),
            "capital": capital(&self.bids, years, WORTHS[*worth], scale),
        })
    }
}

/// The lines of a list under what names them, without their places.
fn named(lines: &Value, name: &dyn Fn(&Value) -> String) -> BTreeMap<String, Value> {
    let lines = list(lines).iter().map(|line| {
        let mut without_place = line.clone();
        without_place.as_object_mut().unwrap().remove("place");
        (name(line), known(&without_place))
    });
    lines.collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn the_order_of_entry_changes_nothing(whole in whole(), turn in 0_usize..6) {
        let forward = whole.document(1);
        let mut other = forward.clone();
        for list in ["contracts", "proposals", "envelope/programmes", "council", "capital/bids"] {
            let items = other.pointer_mut(&format!("/{list}")).unwrap().as_array_mut().unwrap();
            items.reverse();
            let turn = turn % items.len().max(1);
            items.rotate_left(turn);
        }
        let (one, two) = (assessed(&forward), assessed(&other));
        let code = |line: &Value| line["code"].as_str().unwrap().to_owned();
        let pair = |line: &Value| format!("{} {} {}", line["year"], line["commissioner"], line["provider"]);
        let same = |path: &str| -> (Option<Value>, Option<Value>) {
            let at = |form: &Value| form.pointer(path).map(known);
            (at(&one), at(&two))
        };
        for path in [
            "/planning/years", "/planning/eligibility", "/planning/transformation",
            "/planning/envelope/given", "/planning/envelope/headroom", "/planning/envelope/short",
            "/planning/shifting/saved", "/planning/shifting/shifted", "/planning/shifting/organisations",
            "/planning/council/gap", "/planning/council/flagged", "/planning/council/pooled",
            "/planning/capital/years", "/planning/capital/points", "/planning/capital/next", "/planning/capital/choice",
            "/system", "/organisations",
        ] {
            let (one, two) = same(path);
            prop_assert_eq!(one, two, "{}", path);
        }
        let same_lines = |path: &str, name: &dyn Fn(&Value) -> String| {
            let of = |form: &Value| named(form.pointer(path).unwrap(), name);
            assert_eq!(of(&one), of(&two), "{path}");
        };
        same_lines("/planning/envelope/programmes", &code);
        same_lines("/planning/capital/bids", &code);
        same_lines("/planning/contracts", &pair);
    }

    #[test]
    fn what_is_alike_goes_by_code_whatever_the_order(
        order in Just((0..7_usize).collect::<Vec<_>>()).prop_shuffle(),
        sizes in vec(1_i64..3, 7), amount in 1_i64..10, method in 0..2_usize,
    ) {
        let document = |place: usize| {
            let size = pounds(sizes[place]);
            let code = bid_code(place);
            let programme = json!({"code": code, "budget": size, "priority": "1"});
            let bid = json!({"code": code, "amounts": {"2017/18": size}, "score": "1"});
            (programme, bid)
        };
        let planning = |order: &[usize]| {
            let (programmes, bids): (Vec<Value>, Vec<Value>) = order.iter().map(|place| document(*place)).unzip();
            let envelope = json!({"amount": pounds(amount), "method": METHODS[method], "programmes": programmes});
            let capital = json!({"envelope": {"2017/18": pounds(amount)}, "bids": bids});
            assessed(&json!({"envelope": envelope, "capital": capital}))["planning"].take()
        };
        let (one, two) = (planning(&(0..7).collect::<Vec<_>>()), planning(&order));
        let code = |line: &Value| line["code"].as_str().unwrap().to_owned();
        for path in ["/envelope/programmes", "/capital/bids"] {
            let of = |planning: &Value| named(planning.pointer(path).unwrap(), &code);
            prop_assert_eq!(of(&one), of(&two), "{}", path);
        }
        prop_assert_eq!(&one["capital"]["next"], &two["capital"]["next"]);
    }

    #[test]
    fn a_thousand_times_as_much_in_is_a_thousand_times_as_much_out(whole in whole()) {
        let planning = |scale| assessed(&whole.document(scale))["planning"].take();
        // Pairs of pence, so that a half of them is whole.
        let (once, thousandfold) = (planning(2), planning(2_000));
        let mut pairs = Vec::new();
        for part in ["years", "contracts", "shifting", "council", "capital"] {
            amounts(&once[part], &thousandfold[part], &mut pairs);
        }
        prop_assert!(!pairs.is_empty());
        for (one, thousand) in pairs {
            prop_assert_eq!(one * 1_000, thousand);
        }
        let outcomes = |planning: &Value| -> Vec<Value> {
            list(&planning["capital"]["bids"]).iter().map(|bid| bid["outcome"].clone()).collect()
        };
        prop_assert_eq!(outcomes(&once), outcomes(&thousandfold));
        // Of what is shared each has the exact share but for a part of a penny.
        for (one, thousand) in given(&once).into_iter().zip(given(&thousandfold)) {
            match (one, thousand) {
                (Some(one), Some(thousand)) => prop_assert!((one * 1_000 - thousand).abs() < 1_001),
                both => prop_assert_eq!(both, (None, None)),
            }
        }
    }

    #[test]
    fn a_planning_round_changes_no_other_figure(whole in whole()) {
        let form = |planning: &Value| {
            let mut form = known(&assessed(planning));
            let fields = form.as_object_mut().unwrap();
            // What it adds itself: its figures, what they lack, and what is chosen in it.
            for own in ["planning", "missing", "choices"] {
                fields.remove(own);
            }
            form["answer"].as_object_mut().unwrap().remove("planning");
            form
        };
        prop_assert_eq!(form(&json!({})), form(&whole.document(1)));
    }
}
