//! What a plan says: figures to date at each quarter's end, in pence.
//!
//! Readings 8 (which control total counts for a quarter, and which is in force), 9 (a profile is
//! never assumed; it may be asked for), 36 (each money figure of a trust that serves several
//! footprints is its share of what was entered, rounded), 53 and 56. Figures for each period alone
//! are added up to the quarter's end. The last quarter's target is the control total itself.

use super::exact::{Known, Pence, Quarters, Share, share_of, sum};
use super::reading;
use super::rules::{self, Rules};
use serde_json::Value as Json;
use std::collections::BTreeMap;

pub struct Plan {
    /// The rules that the plan is assessed under.
    pub rules: Vec<Rules>,
    /// How many quarters have ended on the plan's date.
    pub ended: usize,
    pub subdivisions: Vec<String>,
    pub members: Vec<Member>,
}

pub struct Member {
    pub code: String,
    pub side: String,
    pub subdivision: String,
    /// The control total in force on the plan's date.
    pub control_total: Known<Pence>,
    pub original_control_total: Known<Pence>,
    /// The control total that counts for each quarter.
    pub in_force: Quarters<Known<Pence>>,
    pub target: Quarters<Known<Pence>>,
    pub actual: Quarters<Known<Pence>>,
    pub forecasts: Quarters<Known<Pence>>,
    /// By fund.
    pub allocation: BTreeMap<String, Known<Pence>>,
    pub accepted: Known<bool>,
    pub answers: BTreeMap<String, Known<bool>>,
    pub agreed_improvement: Known<Pence>,
    pub bonus: Known<Pence>,
    pub performance: BTreeMap<String, Performance>,
}

#[derive(Default)]
pub struct Performance {
    pub quarters: Quarters<People>,
    pub last_year: Quarters<People>,
    pub march: People,
    pub trajectory: Quarters<Known<Share>>,
    pub appeals: Quarters<Known<bool>>,
    pub milestones: BTreeMap<String, Known<bool>>,
}

#[derive(Clone, Copy, Default)]
pub struct People {
    pub attendances: Known<i128>,
    pub breaches: Known<i128>,
}

impl Plan {
    /// The rules of the funds, of those that pay this side.
    pub fn paying<'a>(&'a self, side: &'a str) -> impl Iterator<Item = &'a Rules> {
        let pays = move |rules: &&Rules| {
            let earning = rules.earning.as_ref();
            earning.is_some_and(|earning| earning.pays.iter().any(|paid| paid == side))
        };
        self.rules.iter().filter(pays)
    }
}

/// Reads a plan document.
pub fn read(document: &Json) -> Plan {
    let year = document["year"].as_str().unwrap();
    let fund = document["fund"].as_str().unwrap_or_default();
    let ends = reading::quarter_ends(year);
    let as_at = written(&document["as_at"]).unwrap_or(&ends[3]).to_owned();
    let subdivisions = document["subdivisions"].as_array().into_iter().flatten();
    let mut plan = Plan {
        rules: rules::of_year(year, fund, &document["changes"]),
        ended: ends.iter().filter(|end| **end <= as_at).count(),
        subdivisions: subdivisions.map(|one| text(&one["code"])).collect(),
        members: Vec::new(),
    };
    let members = document["organisations"].as_array().into_iter().flatten();
    let members = members.map(|member| {
        let reader = MemberReader {
            document: member,
            unit: match document["unit"].as_str() {
                Some("pounds") => 1,
                Some("millions") => 1_000_000,
                _ => 1_000,
            },
            in_period: document["figures"] == "in_period",
            share: written(&member["share"]).map_or(Share::from(1), reading::share),
            phasing: phasing(&plan, member["side"].as_str().unwrap()),
        };
        reader.read(&ends, &as_at)
    });
    plan.members = members.collect();
    plan
}

/// The phasing of the fund by which a control total may be spread: that of the fund which pays the
/// organisation's side, or of the plan's only fund. Where several pay, no document says which.
fn phasing(plan: &Plan, side: &str) -> Known<Quarters<Share>> {
    let paying: Vec<&Rules> = plan.paying(side).collect();
    let all: Vec<&Rules> = plan.rules.iter().collect();
    match (&paying[..], &all[..]) {
        ([one], _) | ([], [one]) => one.earning.as_ref()?.phasing,
        _ => None,
    }
}

struct MemberReader<'a> {
    document: &'a Json,
    /// In pounds.
    unit: i128,
    in_period: bool,
    share: Share,
    phasing: Known<Quarters<Share>>,
}

impl MemberReader<'_> {
    fn read(&self, ends: &Quarters<String>, as_at: &str) -> Member {
        let document = self.document;
        let versions = self.versions();
        let last_day = as_at.min(&ends[3]);
        let in_force = |day: &str| {
            versions
                .iter()
                .rfind(|(from, _)| from.as_str() <= day)
                .unwrap()
        };
        let amount = |day: &str| self.amount(&in_force(day).1["amount"]);
        let in_quarter = |q: usize| self.targets(in_force(&ends[q]).1)[q];
        Member {
            code: text(&document["code"]),
            side: text(&document["side"]),
            subdivision: text(&document["subdivision"]),
            control_total: amount(last_day),
            original_control_total: self.amount(&document["control_total"]["amount"]),
            in_force: std::array::from_fn(|q| amount(&ends[q])),
            target: std::array::from_fn(in_quarter),
            actual: self.to_date(&document["actual"]),
            forecasts: std::array::from_fn(|q| self.amount(&document["forecasts"][quarter(q)])),
            allocation: named(&document["allocation"], |amount| self.amount(amount)),
            accepted: document["accepted"].as_bool(),
            answers: named(&document["answers"], Json::as_bool),
            agreed_improvement: self.amount(&document["agreed_improvement"]),
            bonus: self.amount(&document["bonus"]),
            performance: named(&document["performance"], performance),
        }
    }

    fn amount(&self, entry: &Json) -> Known<Pence> {
        let entered = reading::pence(written(entry)?, self.unit);
        share_of(Some(entered), Some(self.share))
    }

    /// The versions of the control total with the day from which each counts, in order.
    fn versions(&self) -> Vec<(String, &Json)> {
        let revisions = self.document["revisions"].as_array().into_iter().flatten();
        let mut versions: Vec<(String, &Json)> = revisions
            .map(|revision| (text(&revision["from"]), &revision["control_total"]))
            .collect();
        versions.push((String::new(), &self.document["control_total"]));
        versions.sort_by(|one, other| one.0.cmp(&other.0));
        versions
    }

    /// The targets to date of one version of the control total.
    fn targets(&self, version: &Json) -> Quarters<Known<Pence>> {
        let amount = self.amount(&version["amount"]);
        let profile = version["profile"].as_object();
        let mut targets = if profile.is_some_and(|profile| !profile.is_empty()) {
            self.to_date(&version["profile"])
        } else {
            match version["spread"].as_str() {
                Some("straight_line") => spread(amount, Some([Share::new(1, 4); 4])),
                Some("fund_phasing") => spread(amount, self.phasing),
                _ => [None; 4],
            }
        };
        targets[3] = amount;
        targets
    }

    /// Figures to date at each quarter's end, from figures by quarter or by month.
    fn to_date(&self, figures: &Json) -> Quarters<Known<Pence>> {
        let amount = |period: String| self.amount(&figures[period]);
        let by_month = figures
            .as_object()
            .is_some_and(|figures| figures.keys().any(|period| period.starts_with('M')));
        std::array::from_fn(|q| match (by_month, self.in_period) {
            (false, false) => amount(quarter(q)),
            (false, true) => sum((0..=q).map(|q| amount(quarter(q)))),
            (true, false) => amount(month(3 * q + 2)),
            (true, true) => sum((0..=3 * q + 2).map(|m| amount(month(m)))),
        })
    }
}

/// An amount spread over the quarters: the share of the year to date, rounded.
fn spread(amount: Known<Pence>, phasing: Known<Quarters<Share>>) -> Quarters<Known<Pence>> {
    let to_date = |q: usize| Some(phasing?[..=q].iter().sum());
    std::array::from_fn(|q| share_of(amount, to_date(q)))
}

fn performance(document: &Json) -> Performance {
    let by_quarter = |figures: &Json| std::array::from_fn(|q| people(&figures[quarter(q)]));
    Performance {
        quarters: by_quarter(&document["quarters"]),
        last_year: by_quarter(&document["last_year"]),
        march: people(&document["march"]),
        trajectory: std::array::from_fn(|q| {
            written(&document["trajectory"][quarter(q)]).map(reading::share)
        }),
        appeals: std::array::from_fn(|q| document["appeals"][quarter(q)].as_bool()),
        milestones: named(&document["milestones"], Json::as_bool),
    }
}

fn people(document: &Json) -> People {
    let number = |entry: &Json| Some(reading::decimal(written(entry)?).to_integer());
    People {
        attendances: number(&document["attendances"]),
        breaches: number(&document["breaches"]),
    }
}

pub fn quarter(q: usize) -> String {
    format!("Q{}", q + 1)
}

fn month(m: usize) -> String {
    format!("M{}", m + 1)
}

/// What an entry says, unless it is blank.
fn written(entry: &Json) -> Option<&str> {
    entry.as_str().filter(|text| !text.trim().is_empty())
}

fn text(value: &Json) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn named<T>(value: &Json, read: impl Fn(&Json) -> T) -> BTreeMap<String, T> {
    let fields = value.as_object().into_iter().flatten();
    fields
        .map(|(name, value)| (name.clone(), read(value)))
        .collect()
}
