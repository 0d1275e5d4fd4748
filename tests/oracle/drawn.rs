//! Plans drawn for the comparison: near every threshold, by quarter and by month, with blanks,
//! revisions, shares of a trust and changed parameters.

use super::plan::quarter;
use super::reading;
use super::rules::{self, Basis, Earning, Measure, Rules, Test};
use super::tape::Tape;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The year, and the fund's short name; all funds of the year if it is blank.
#[derive(Clone, Debug)]
pub struct Scope {
    pub year: String,
    pub fund: String,
}

/// Plan documents for a year, whose dates are still to be set.
pub fn plans(scope: Scope) -> impl Strategy<Value = Document> {
    let plan = prop::collection::vec(any::<u16>(), 120);
    let member = prop::collection::vec(any::<u16>(), 900);
    let members = prop::collection::vec(member, 1..5);
    (plan, members).prop_map(move |(plan, members)| draw(&scope, &plan, &members))
}

/// A document, printed as JSON.
#[derive(Clone)]
pub struct Document(pub Value);

impl std::fmt::Debug for Document {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

/// What all members of a plan share.
struct Setting {
    rules: Vec<Rules>,
    /// In pounds.
    unit: i64,
    in_period: bool,
    subdivisions: bool,
    /// How many of 100 entries are blank.
    blanks: u16,
    ends: [String; 4],
}

fn draw(scope: &Scope, plan: &[u16], members: &[Vec<u16>]) -> Document {
    let mut tape = Tape::new(plan);
    let (unit_name, unit) =
        tape.pick(&[("pounds", 1), ("thousands", 1_000), ("millions", 1_000_000)]);
    let in_period = tape.chance(30);
    let setting = Setting {
        rules: rules::of_year(&scope.year, &scope.fund, &Value::Null),
        unit,
        in_period,
        subdivisions: tape.chance(40),
        blanks: tape.pick(&[0, 0, 2, 10]),
        ends: reading::quarter_ends(&scope.year),
    };
    let members = members.iter().enumerate();
    let members: Vec<Value> = members
        .map(|(number, numbers)| setting.member(number, &mut Tape::new(numbers)))
        .collect();
    let subdivisions = if setting.subdivisions {
        json!([{"code": "a", "name": "A"}, {"code": "b", "name": "B"}])
    } else {
        json!([])
    };
    Document(json!({
        "kind": "control-total-plan", "version": 1, "year": scope.year, "fund": scope.fund,
        "unit": unit_name, "as_at": any_day(&scope.year, &mut tape),
        "figures": if in_period { "in_period" } else { "year_to_date" },
        "subdivisions": subdivisions,
        "changes": setting.changes(&mut tape),
        "organisations": members,
    }))
}

/// A day of the year, or a blank, which means its end.
fn any_day(year: &str, tape: &mut Tape) -> Value {
    if tape.chance(30) {
        return Value::Null;
    }
    let first: i64 = year[..4].parse().unwrap();
    let (month, day) = (tape.below(12), 1 + tape.below(28));
    let (year, month) = if month < 9 {
        (first, month + 4)
    } else {
        (first + 1, month - 8)
    };
    json!(format!("{year}-{month:02}-{day:02}"))
}

impl Setting {
    fn earnings(&self) -> impl Iterator<Item = (&Rules, &Earning)> {
        let rules = self.rules.iter();
        rules.filter_map(|rules| Some((rules, rules.earning.as_ref()?)))
    }

    fn paying(&self, side: &str) -> impl Iterator<Item = (&Rules, &Earning)> {
        let pays = move |earning: &Earning| earning.pays.iter().any(|paid| paid == side);
        self.earnings().filter(move |(_, earning)| pays(earning))
    }

    fn changes(&self, tape: &mut Tape) -> Value {
        let mut changes = Map::new();
        for (rules, earning) in self.earnings() {
            for (rule, setting) in drawn_changes(earning, tape) {
                changes.insert(format!("{}:{rule}", rules.id), json!(setting));
            }
        }
        Value::Object(changes)
    }

    fn member(&self, number: usize, tape: &mut Tape) -> Value {
        let side = self.side(tape);
        let size = tape.pick(&[100_000, 2_000, 50_000_000, 500_000_000_000]);
        let allocation = 100 + tape.below(size);
        let control_total = match tape.below(4) {
            0 => -allocation + tape.around(2),
            1 => tape.around(2),
            _ => tape.around(size),
        };
        let drawing = Drawing {
            setting: self,
            side,
            allocation,
            may_phase: self.may_phase(side),
        };
        drawing.document(number, control_total, tape)
    }

    fn side(&self, tape: &mut Tape) -> &'static str {
        let one_side = ["provider", "commissioner"];
        let paid = one_side
            .into_iter()
            .find(|side| self.paying(side).next().is_some());
        let paid = paid.unwrap_or("provider");
        tape.pick(&[paid, paid, "provider", "commissioner"])
    }

    /// Whether a spread by the fund's phasing says which fund's.
    fn may_phase(&self, side: &str) -> bool {
        match self.paying(side).count() {
            0 => self.rules.len() == 1 && self.earnings().count() == 1,
            paying => paying == 1,
        }
    }
}

/// Parameters that a plan changes, or sets where they are asked.
fn drawn_changes(earning: &Earning, tape: &mut Tape) -> Vec<(String, String)> {
    let mut changes = Vec::new();
    let asked = |is_asked: bool| if is_asked { 70 } else { 15 };
    let mut change = |wanted: bool, rule: &str, setting: String| {
        if wanted {
            changes.push((rule.to_owned(), setting));
        }
    };
    let wanted = tape.chance(asked(earning.phasing.is_none()));
    change(wanted, "phasing", phasing(tape));
    let shares = ["0%", "15%", "50%", "100%", "33.3%", "7.25%"];
    let wanted = tape.chance(asked(earning.system_share.is_none()));
    change(wanted, "system_share", tape.pick(&shares).to_owned());
    let wanted = tape.chance(15);
    change(wanted, "recovery", answer(tape));
    let rates = ["0", "1", "2", "1.5", "0.333"];
    let wanted = tape.chance(15);
    change(wanted, "incentive", tape.pick(&rates).to_owned());
    let wanted = earning.system_needs_own.is_none() && tape.chance(70);
    change(wanted, "system_needs_own", answer(tape));
    let wanted = earning.basis == Basis::NotChosen && tape.chance(70);
    change(wanted, "by_forecast", answer(tape));
    let wanted = earning.taper && tape.chance(30);
    change(wanted, "taper", answer(tape));
    let parts = ["100%", "30%", "0%", "100%, 0%, 33.3%, 50%"];
    let wanted = earning.withheld_is_set && tape.chance(60);
    change(wanted, "withheld", tape.pick(&parts).to_owned());
    changes.extend(changed_measures(earning, tape));
    changes
}

fn answer(tape: &mut Tape) -> String {
    tape.pick(&["yes", "no"]).to_owned()
}

/// Four shares that add to the whole.
fn phasing(tape: &mut Tape) -> String {
    let mut cuts = [tape.below(1_001), tape.below(1_001), tape.below(1_001)];
    cuts.sort_unstable();
    let parts = [
        cuts[0],
        cuts[1] - cuts[0],
        cuts[2] - cuts[1],
        1_000 - cuts[2],
    ];
    parts.map(tenths).join(", ")
}

/// A percentage from tenths of it.
fn tenths(number: i64) -> String {
    format!("{}.{}%", number / 10, number % 10)
}

/// Weights, shares of parts, standards and tolerances.
fn changed_measures(earning: &Earning, tape: &mut Tape) -> Vec<(String, String)> {
    let mut changes = Vec::new();
    if earning.measures.is_empty() {
        return changes;
    }
    if tape.chance(20) {
        changes.extend(changed_weights(earning, tape));
    }
    for measure in &earning.measures {
        if tape.chance(20) {
            let tolerances = ["0.5%", "0%, 1%, 0.5%, 0%"];
            if measure.has_tolerance {
                changes.push((
                    format!("{}.tolerance", measure.id),
                    tape.pick(&tolerances).to_owned(),
                ));
            }
        }
        changes.extend(changed_parts(measure, tape));
    }
    changes
}

/// Weights that leave the rest to finance; none where a measure has no part.
fn changed_weights(earning: &Earning, tape: &mut Tape) -> Vec<(String, String)> {
    let most = 1_000 / i64::try_from(earning.measures.len()).unwrap();
    let mut left = [1_000; 4];
    let mut changes = Vec::new();
    for measure in &earning.measures {
        let weight = std::array::from_fn(|q| {
            let counts = measure.parts.iter().any(|part| part.quarters.contains(&q));
            let weight = if counts { tape.below(most + 1) } else { 0 };
            left[q] -= weight;
            tenths(weight)
        });
        let weight: [String; 4] = weight;
        changes.push((format!("{}.weight", measure.id), weight.join(", ")));
    }
    changes.push(("finance_weight".to_owned(), left.map(tenths).join(", ")));
    changes
}

fn changed_parts(measure: &Measure, tape: &mut Tape) -> Vec<(String, String)> {
    let mut changes = Vec::new();
    let of_quarter = |q: usize| {
        measure
            .parts
            .iter()
            .filter(move |part| part.quarters == [q])
    };
    let first: Vec<_> = of_quarter(0).collect();
    if let ([one, other], true) = (&first[..], tape.chance(20)) {
        let share = tape.below(1_001);
        changes.push((format!("{}.share", one.rule), tenths(share)));
        changes.push((format!("{}.share", other.rule), tenths(1_000 - share)));
    }
    for part in &measure.parts {
        let has_standard = |test: &Test| matches!(test, Test::Quarter(_) | Test::March(_));
        if part.any_of.iter().any(has_standard) && tape.chance(10) {
            let standard = tape.pick(&["90%", "92.5%", "85%", "99.9%"]).to_owned();
            changes.push((format!("{}.at_least", part.rule), standard));
        }
    }
    changes
}

/// A member that is being drawn.
struct Drawing<'a> {
    setting: &'a Setting,
    side: &'a str,
    /// In pence.
    allocation: i64,
    may_phase: bool,
}

impl Drawing<'_> {
    fn document(&self, number: usize, control_total: i64, tape: &mut Tape) -> Value {
        let subdivision = tape.pick(&["a", "b"]);
        let mut versions = vec![Version::draw(control_total, tape)];
        let days = self.revision_days(tape);
        for _ in &days {
            let amount = control_total + self.distance(tape);
            versions.push(Version::draw(amount, tape));
        }
        let latest = |q: usize| {
            let counts = days
                .iter()
                .filter(|day| **day <= self.setting.ends[q])
                .count();
            &versions[counts]
        };
        let actual: [i64; 4] = std::array::from_fn(|q| latest(q).targets[q] + self.distance(tape));
        let forecasts: [i64; 4] = std::array::from_fn(|q| latest(q).amount + self.distance(tape));
        let improvement = [
            actual[3] - latest(3).amount,
            0,
            actual[3] - control_total,
            self.allocation,
        ];
        let improvement = tape.pick(&improvement).max(0) + tape.below(3);
        let mut document = json!({
            "code": format!("X{number}"), "name": format!("Body {number}"), "side": self.side,
            "control_total": self.version(&versions[0], tape),
            "actual": self.series(actual, 4, tape),
            "accepted": self.yes(tape),
            "agreed_improvement": self.amount(improvement, tape),
        });
        if self.setting.subdivisions {
            document["subdivision"] = json!(subdivision);
        }
        document["revisions"] = self.revisions(&days, &versions[1..], tape);
        document["forecasts"] = self.by_quarter(|q| self.amount(forecasts[q], tape));
        document["allocation"] = self.allocations(tape);
        document["answers"] = self.answers(tape);
        document["performance"] = self.performance(tape);
        if tape.chance(20) {
            document["bonus"] = self.amount(tape.below(1_000), tape);
        }
        if tape.chance(15) {
            document["share"] = json!(tape.pick(&["50%", "33.333%", "0.4", "100%", "12.5%"]));
        }
        document
    }

    /// How far from a target: mostly within two pence.
    fn distance(&self, tape: &mut Tape) -> i64 {
        match tape.below(10) {
            0..6 => tape.around(2),
            6..9 => tape.around(self.allocation / 3),
            _ => tape.around(3 * self.allocation),
        }
    }

    fn is_blank(&self, tape: &mut Tape) -> bool {
        tape.chance(self.setting.blanks)
    }

    fn amount(&self, pence: i64, tape: &mut Tape) -> Value {
        if self.is_blank(tape) {
            return tape.pick(&[Value::Null, json!("")]);
        }
        json!(entered(pence, self.setting.unit))
    }

    /// Mostly yes.
    fn yes(&self, tape: &mut Tape) -> Value {
        if self.is_blank(tape) {
            return Value::Null;
        }
        json!(!tape.chance(10))
    }

    fn by_quarter(&self, mut figure: impl FnMut(usize) -> Value) -> Value {
        (0..4).map(|q| (quarter(q), figure(q))).collect()
    }

    /// Figures to date as they are entered, by quarter or month, for the first so many quarters.
    fn series(&self, to_date: [i64; 4], quarters: usize, tape: &mut Tape) -> Value {
        let by_month = tape.chance(30);
        let mut figures = Map::new();
        let mut before = 0;
        for (q, to_date) in to_date.into_iter().enumerate().take(quarters) {
            let mut left = if self.setting.in_period {
                to_date - before
            } else {
                to_date
            };
            before = to_date;
            if by_month && self.setting.in_period {
                for month in [3 * q + 1, 3 * q + 2] {
                    let part = tape.around(500);
                    left -= part;
                    figures.insert(format!("M{month}"), self.amount(part, tape));
                }
            }
            let last = if by_month {
                format!("M{}", 3 * q + 3)
            } else {
                quarter(q)
            };
            figures.insert(last, self.amount(left, tape));
        }
        Value::Object(figures)
    }

    fn version(&self, version: &Version, tape: &mut Tape) -> Value {
        let amount = self.amount(version.amount, tape);
        let mut document = json!({ "amount": amount });
        match version.spread {
            0 if self.may_phase => document["spread"] = json!("fund_phasing"),
            0 | 1 => document["spread"] = json!("straight_line"),
            2 => {}
            _ => {
                // The last quarter's is the amount itself, and may be left out.
                let quarters = if amount.is_string() && tape.chance(30) {
                    4
                } else {
                    3
                };
                document["profile"] = self.series(version.targets, quarters, tape);
            }
        }
        document
    }

    /// On a quarter's last day, on the day after, and between.
    fn revision_days(&self, tape: &mut Tape) -> Vec<String> {
        if !tape.chance(30) {
            return Vec::new();
        }
        let ends = &self.setting.ends;
        let first = &ends[0][..4];
        let second = &ends[3][..4];
        let days = [
            ends[1].clone(),
            format!("{first}-10-01"),
            ends[0].clone(),
            format!("{first}-08-15"),
            ends[2].clone(),
            format!("{second}-01-01"),
            ends[3].clone(),
        ];
        let mut drawn = vec![tape.pick(&days)];
        if tape.chance(30) {
            drawn.push(tape.pick(&days));
        }
        drawn.sort();
        drawn.dedup();
        drawn
    }

    fn revisions(&self, days: &[String], versions: &[Version], tape: &mut Tape) -> Value {
        let pairs = days.iter().zip(versions);
        let revisions = pairs.map(
            |(day, version)| json!({"from": day, "control_total": self.version(version, tape)}),
        );
        let mut revisions: Vec<Value> = revisions.collect();
        if tape.chance(50) {
            revisions.reverse();
        }
        json!(revisions)
    }

    fn allocations(&self, tape: &mut Tape) -> Value {
        let paying = self.setting.paying(self.side);
        let offered = paying.filter(|(_, earning)| earning.allocation != "the_deficit");
        let allocations = offered.map(|(rules, _)| {
            let amount = tape.pick(&[
                self.allocation,
                self.allocation,
                self.allocation,
                0,
                100 + self.allocation / 3,
            ]);
            (rules.fund.clone(), self.amount(amount, tape))
        });
        allocations.collect()
    }

    fn answers(&self, tape: &mut Tape) -> Value {
        let mut answers = Map::new();
        for (_, earning) in self.setting.paying(self.side) {
            for condition in earning.conditions.iter().filter(|one| one.test == "answer") {
                answers.insert(condition.id.clone(), self.yes(tape));
            }
        }
        Value::Object(answers)
    }

    fn performance(&self, tape: &mut Tape) -> Value {
        let mut performance = Map::new();
        for (_, earning) in self.setting.paying(self.side) {
            for measure in &earning.measures {
                if !tape.chance(25) {
                    performance.insert(measure.id.clone(), self.measure(measure, tape));
                }
            }
        }
        Value::Object(performance)
    }

    /// What the tests of a measure look at.
    fn measure(&self, measure: &Measure, tape: &mut Tape) -> Value {
        let tests: Vec<&Test> = measure.parts.iter().flat_map(|part| &part.any_of).collect();
        let looks_at = |kind: fn(&Test) -> bool| tests.iter().any(|test| kind(test));
        let people: [(i64, i64); 4] = std::array::from_fn(|_| people(tape));
        let mut document = Map::new();
        let mut add = |name: &str, value| document.insert(name.to_owned(), value);
        add(
            "quarters",
            self.by_quarter(|q| self.people(people[q], tape)),
        );
        if looks_at(|test| matches!(test, Test::LastYear)) {
            let last_year: [(i64, i64); 4] = std::array::from_fn(|q| near(people[q], tape));
            add(
                "last_year",
                self.by_quarter(|q| self.people(last_year[q], tape)),
            );
        }
        if looks_at(|test| matches!(test, Test::March(_))) && tape.chance(60) {
            add("march", self.people(self::people(tape), tape));
        }
        if looks_at(|test| matches!(test, Test::Trajectory)) {
            let percentages = ["90%", "85%", "91.5%", "92.5%", "95%", "0.905"];
            add(
                "trajectory",
                self.by_quarter(|_| self.text(tape.pick(&percentages), tape)),
            );
        }
        if looks_at(|test| matches!(test, Test::Appeal)) && tape.chance(50) {
            let choices = [json!(false), json!(true), Value::Null];
            add("appeals", self.by_quarter(|_| tape.pick(&choices)));
        }
        for test in &tests {
            if let Test::Milestone(name) = test {
                let mut milestones = Map::new();
                milestones.insert(name.clone(), self.yes(tape));
                add("milestones", Value::Object(milestones));
            }
        }
        Value::Object(document)
    }

    fn text(&self, text: &str, tape: &mut Tape) -> Value {
        if self.is_blank(tape) {
            Value::Null
        } else {
            json!(text)
        }
    }

    fn people(&self, (attendances, breaches): (i64, i64), tape: &mut Tape) -> Value {
        json!({
            "attendances": self.text(&attendances.to_string(), tape),
            "breaches": self.text(&breaches.to_string(), tape),
        })
    }
}

/// A version of the control total and what it is meant to come to at each quarter's end, in pence.
struct Version {
    amount: i64,
    targets: [i64; 4],
    /// By phasing, evenly, not at all, or by a profile.
    spread: i64,
}

impl Version {
    fn draw(amount: i64, tape: &mut Tape) -> Self {
        let spread = 7 - tape.below(8);
        let even = |q: i64| amount * (q + 1) / 4;
        let bent = if spread > 2 { amount.abs() / 5 } else { 0 };
        let bent = [tape.around(bent), tape.around(bent), tape.around(bent)];
        Self {
            amount,
            targets: [
                even(0) + bent[0],
                even(1) + bent[1],
                even(2) + bent[2],
                amount,
            ],
            spread,
        }
    }
}

/// People who came and who waited too long, near one of the standards.
fn people(tape: &mut Tape) -> (i64, i64) {
    let attendances = tape.pick(&[100, 10, 20, 200, 400, 1_000, 30_000, 7]);
    let tenths_late = tape.pick(&[100, 50, 80, 150, 85, 75, 90, 5]);
    let breaches = attendances * tenths_late / 1_000 + tape.pick(&[0, 1, -1, 3]);
    (attendances, breaches.clamp(0, attendances))
}

/// The same performance a year before, or next to it.
fn near((attendances, breaches): (i64, i64), tape: &mut Tape) -> (i64, i64) {
    let times = tape.pick(&[1, 3, 10]);
    let breaches = breaches * times + tape.pick(&[0, 1, -1]);
    (attendances * times, breaches.clamp(0, attendances * times))
}

/// An amount as it is entered in a unit of so many pounds.
pub fn entered(pence: i64, unit: i64) -> String {
    let whole = unit * 100;
    let decimals = whole.ilog10() as usize;
    let sign = if pence < 0 { "-" } else { "" };
    let size = pence.abs();
    let text = format!("{sign}{}.{:0decimals$}", size / whole, size % whole);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
