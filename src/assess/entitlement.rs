//! What an organisation earns from the fund, quarter by quarter: C5.

use super::figures::{ByQuarter, FigureVisitor, each_quarter};
use super::matrix::Matrix;
use super::member::Inputs;
use super::performance::MeasureResult;
use super::position::Position;
use crate::calendar::Quarter;
use crate::money::Rate;
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Label, Sum, Test, Ways, Work};
use serde::Serialize;

/// Declares a set of rows by quarter with the label of each, so that summing,
/// joining and walking treat every row alike.
macro_rules! rows {
    ($(#[$meta:meta])* $name:ident, $count:literal { $($(#[$row_meta:meta])* $row:ident: $label:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize)]
        #[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
        pub struct $name { $($(#[$row_meta])* pub $row: ByQuarter,)* }

        impl $name {
            /// The rows with their names and labels.
            #[must_use]
            pub fn rows(&self) -> [(&'static str, &'static str, &ByQuarter); $count] {
                [$((stringify!($row), $label, &self.$row),)*]
            }

            /// Makes every row by the same operation, given how to pick it from
            /// other sets of rows, and its label.
            pub(super) fn make(row: &dyn Fn(fn(&Self) -> &ByQuarter, &'static str) -> ByQuarter) -> Self {
                Self { $($row: row(|rows| &rows.$row, $label),)* }
            }

            /// Walks over its figures.
            pub fn visit(&self, visitor: &mut FigureVisitor<'_>) {
                for (name, _, row) in self.rows() {
                    visitor.by_quarter(name, row);
                }
            }
        }
    };
}

rows! {
    /// The fund's money by quarter. In every quarter and for the year: available =
    /// earned + missed + still to earn, and missed = recovered + still recoverable
    /// + lost.
    FundRows, 8 {
        /// The quarter's share of the allocation.
        available: "Available",
        /// What the quarter's own tests earn.
        earned: "Earned",
        /// What they do not.
        missed: "Missed",
        /// What of the quarter's missed money a later quarter has paid.
        recovered: "Recovered",
        /// What of it a later quarter can still pay.
        still_recoverable: "Still recoverable",
        /// What of it is gone.
        lost: "Lost",
        /// The money of a quarter still to come.
        still_to_earn: "Still to earn",
        /// What the quarter pays: its own earnings and what it recovers.
        paid: "Paid",
    }
}

rows! {
    /// The money of one test by quarter.
    ElementRows, 4 {
        /// What the test can earn.
        available: "Available",
        /// What it earns.
        earned: "Earned",
        /// What of its missed money a later quarter has paid.
        recovered: "Recovered",
        /// What of its missed money is gone.
        lost: "Lost",
    }
}

/// What an organisation or a group earns.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Entitlement {
    /// All tests together.
    pub total: FundRows,
    /// Test by test: finance, each measure, the system's share.
    pub elements: Vec<Element>,
}

/// One test's part of an entitlement.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Element {
    /// `finance`, `system`, or a measure's id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its money.
    pub money: ElementRows,
}

impl Entitlement {
    /// The part of the test with this id.
    #[must_use]
    pub fn element(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.id == id)
    }

    /// Walks over its figures.
    pub fn visit(&self, visitor: &mut FigureVisitor<'_>) {
        visitor.inside("total", &|visitor| self.total.visit(visitor));
        visitor.inside("elements", &|visitor| {
            for (place, element) in self.elements.iter().enumerate() {
                visitor.inside(&place.to_string(), &|visitor| {
                    visitor.inside("money", &|visitor| element.money.visit(visitor));
                });
            }
        });
    }
}

/// A share of a quarter's money with the test that earns it.
struct Slice {
    due: Figure,
    /// Besides acceptance and, but for the system's share, the finance test.
    test: Option<Test>,
}

/// One test's slices by quarter.
struct Strand {
    id: &'static str,
    name: &'static str,
    quarters: [Vec<Slice>; 4],
    /// Whether it pays only when the finance test is met too.
    behind_the_gate: bool,
    /// Whether a missed quarter of it can be recovered.
    recoverable: bool,
}

/// The terms on which an organisation earns, with every quarter's money laid out
/// test by test.
pub(super) struct Terms<'a> {
    inputs: &'a Inputs<'a>,
    accepted: &'a Test,
    gates: &'a [Test],
    available: [Figure; 4],
    strands: Vec<Strand>,
}

/// An entitlement with what hangs on each quarter's finance test.
type Worked = (Entitlement, [Figure; 4]);

impl<'a> Terms<'a> {
    pub fn new(
        inputs: &'a Inputs<'a>,
        accepted: &'a Test,
        position: &'a Position,
        performance: &[MeasureResult],
        system: &[Test],
    ) -> Self {
        let available = available(inputs, &position.allocation);
        let mut strands = Vec::with_capacity(3);
        for measure in performance {
            strands.push(measure_strand(inputs, measure, &available));
        }
        if inputs.plan.scheme.system_share.value != Rate::ZERO {
            strands.push(system_strand(inputs, system, &available));
        }
        strands.insert(0, finance_strand(inputs, &available, &strands));
        Self {
            inputs,
            accepted,
            gates: &position.met,
            available,
            strands,
        }
    }

    const fn work(&self) -> &Work {
        self.inputs.work
    }

    /// The entitlement and what hangs on each quarter's finance test. Where
    /// acceptance or a finance test is not known, every way is tried.
    pub fn entitlement(&self) -> Worked {
        let work = self.work();
        let mut tests = vec![self.accepted.clone()];
        tests.extend_from_slice(self.gates);
        let ways = Ways::of(work, tests);
        let mut worked: Vec<Worked> = Vec::new();
        for way in ways.each() {
            if let Some((accepted, gates)) = way.split_first() {
                worked.push(self.one_way(accepted, gates));
            }
        }
        match worked.pop() {
            Some(only) if worked.is_empty() => only,
            last => {
                worked.extend(last);
                self.join(&ways, &worked)
            }
        }
    }

    /// One entitlement out of those worked each way.
    fn join(&self, ways: &Ways, worked: &[Worked]) -> Worked {
        let work = self.work();
        let join_rows = |pick: &dyn Fn(&Entitlement) -> Option<&ByQuarter>, label: &str| {
            ByQuarter::make(&|quarter| {
                let mut figures: Vec<&Figure> = Vec::new();
                for (entitlement, _) in worked {
                    figures.extend(pick(entitlement).map(|row| row.at(quarter)));
                }
                ways.join(work, (label, quarter).into(), &figures)
            })
        };
        let total = FundRows::make(&|row, label| join_rows(&|way| Some(row(&way.total)), label));
        let mut elements = Vec::with_capacity(self.strands.len());
        for strand in &self.strands {
            elements.push(Element {
                id: strand.id,
                name: strand.name,
                money: ElementRows::make(&|row, label| {
                    join_rows(
                        &|way| way.element(strand.id).map(|own| row(&own.money)),
                        label,
                    )
                }),
            });
        }
        let hangs = each_quarter(&|quarter| {
            let mut figures: Vec<&Figure> = Vec::new();
            for (_, hangs) in worked {
                figures.extend(hangs.get(quarter.index()));
            }
            let label = ("What hangs on the finance test", quarter);
            ways.join(work, label.into(), &figures)
        });
        (Entitlement { total, elements }, hangs)
    }

    /// The entitlement with acceptance and finance tests all known or supposed.
    fn one_way(&self, accepted: &Test, gates: &[Test]) -> Worked {
        let way = Way {
            terms: self,
            accepted,
            gates,
        };
        let mut strands = Vec::with_capacity(self.strands.len());
        let mut elements = Vec::with_capacity(self.strands.len());
        for strand in &self.strands {
            let outcomes = each_quarter(&|quarter| way.outcome(strand, quarter));
            elements.push(way.element(strand, &outcomes));
            strands.push((strand, outcomes));
        }
        let total = way.total(&strands);
        let entitlement = Entitlement { total, elements };
        let hangs = each_quarter(&|quarter| way.what_hangs(quarter, &strands, &entitlement));
        (entitlement, hangs)
    }

    /// The four cases of own and system, for the whole year: C7.
    pub fn matrix(&self) -> Matrix {
        let work = self.work();
        let rules = [&readings::MATRIX_YEAR];
        let behind = |behind: bool, label: Label<'_>| {
            let mut earned = work.begin_sum(label, &rules);
            for strand in &self.strands {
                for slice in strand.quarters.iter().flatten() {
                    if strand.behind_the_gate == behind {
                        // In the system's slices the case itself says whether they pay.
                        let own = slice.test.as_ref().filter(|_| behind);
                        let tests = [Some(self.accepted), own];
                        earned.add(&work.if_all_met(label, &rules, &tests, &slice.due));
                    }
                }
            }
            earned.done()
        };
        let own = behind(true, "Earned by the organisation's own tests".into());
        let system = behind(false, "Earned by the system's test".into());
        Matrix::new(work, self.inputs.plan.scheme, &own, &system)
    }
}

/// The year's allocation by quarter; the last takes the difference.
fn available(inputs: &Inputs<'_>, allocation: &Figure) -> [Figure; 4] {
    let work = inputs.work;
    let phasing = &inputs.plan.scheme.phasing;
    let [one, two, three, _] = phasing.value;
    let share = |quarter, rate| {
        work.share(
            ("Available", quarter).into(),
            allocation,
            rate,
            &[&phasing.rule],
        )
    };
    let first = share(Quarter::Q1, one);
    let second = share(Quarter::Q2, two);
    let third = share(Quarter::Q3, three);
    let rules: [&'static Rule; 2] = [&readings::PARTS_OF_THE_YEAR, &phasing.rule];
    let before = work.sum(
        "Available in the first three quarters".into(),
        &rules[..1],
        &[&first, &second, &third],
    );
    let last = work.difference(
        ("Available", Quarter::Q4).into(),
        &rules,
        allocation,
        &before,
    );
    [first, second, third, last]
}

fn measure_strand(inputs: &Inputs<'_>, result: &MeasureResult, available: &[Figure; 4]) -> Strand {
    let scheme = inputs.plan.scheme;
    let measures = scheme.measures.iter();
    let measure = measures.into_iter().find(|measure| measure.id == result.id);
    let own_share = scheme.system_share.value.complement();
    let mut quarters = [const { Vec::new() }; 4];
    for test in &result.tests {
        let (Some(measure), Some(available), Some(slices)) = (
            measure,
            available.get(test.quarter.index()),
            quarters.get_mut(test.quarter.index()),
        ) else {
            continue;
        };
        let share = &test.part.share;
        let rate = own_share.of(measure.weight.value).of(share.value);
        let mut rules: Vec<&'static Rule> = vec![&measure.weight.rule];
        if share.value != Rate::ONE {
            rules.push(&share.rule);
        }
        if own_share != Rate::ONE {
            rules.push(&scheme.system_share.rule);
        }
        slices.push(Slice {
            due: inputs
                .work
                .share((test.name, test.quarter).into(), available, rate, &rules),
            test: Some(test.met.clone()),
        });
    }
    Strand {
        id: result.id,
        name: result.name,
        quarters,
        behind_the_gate: true,
        recoverable: false,
    }
}

fn system_strand(inputs: &Inputs<'_>, system: &[Test], available: &[Figure; 4]) -> Strand {
    let share = &inputs.plan.scheme.system_share;
    let mut quarters = [const { Vec::new() }; 4];
    for ((quarter, available), slices) in Quarter::ALL.iter().zip(available).zip(&mut quarters) {
        let label = ("Share that hangs on the system", *quarter);
        slices.push(Slice {
            due: inputs
                .work
                .share(label.into(), available, share.value, &[&share.rule]),
            test: system.get(quarter.index()).cloned(),
        });
    }
    Strand {
        id: "system",
        name: "System's control total",
        quarters,
        behind_the_gate: false,
        recoverable: false,
    }
}

/// Finance takes what the other tests leave of each quarter.
fn finance_strand(inputs: &Inputs<'_>, available: &[Figure; 4], others: &[Strand]) -> Strand {
    let work = inputs.work;
    let scheme = inputs.plan.scheme;
    let mut rules: Vec<&'static Rule> =
        vec![&scheme.finance_weight.rule, &readings::PARTS_OF_A_QUARTER];
    let parts = [&readings::PARTS_OF_A_QUARTER];
    let applies = |id: &str| others.iter().any(|strand| strand.id == id);
    for measure in scheme
        .measures
        .iter()
        .filter(|measure| !applies(measure.id))
    {
        rules.extend([&measure.applies, &readings::APPLIES]);
    }
    let mut quarters = [const { Vec::new() }; 4];
    for ((quarter, available), slices) in Quarter::ALL.iter().zip(available).zip(&mut quarters) {
        let label = ("Shares of the other tests", *quarter);
        let mut taken = work.begin_sum(label.into(), &parts);
        for strand in others {
            for slice in strand.quarters.get(quarter.index()).into_iter().flatten() {
                taken.add(&slice.due);
            }
        }
        slices.push(Slice {
            due: work.difference(
                ("Finance share", *quarter).into(),
                &rules,
                available,
                &taken.done(),
            ),
            test: None,
        });
    }
    Strand {
        id: "finance",
        name: "Finance",
        quarters,
        behind_the_gate: true,
        recoverable: scheme.recovery.value,
    }
}

/// What becomes of one test's money of one quarter.
struct Outcome {
    available: Figure,
    earned: Figure,
    missed: Figure,
    recovered: Figure,
    still_recoverable: Figure,
    lost: Figure,
    /// The later quarter that pays what is recovered.
    recovered_in: Option<Quarter>,
}

/// A test with what becomes of its money, quarter by quarter.
type Outcomes<'a> = (&'a Strand, [Outcome; 4]);

/// One way that acceptance and finance tests can have turned out.
struct Way<'a> {
    terms: &'a Terms<'a>,
    accepted: &'a Test,
    /// One for each quarter that has ended.
    gates: &'a [Test],
}

impl Way<'_> {
    const fn work(&self) -> &Work {
        self.terms.work()
    }

    fn gate(&self, quarter: Quarter) -> Option<&Test> {
        self.gates.get(quarter.index())
    }

    /// The first quarter after this one whose finance test is met.
    fn back_on_target(&self, after: Quarter) -> Option<Quarter> {
        let met = |quarter: &Quarter| self.gate(*quarter).is_some_and(Test::is_met);
        Quarter::ALL
            .into_iter()
            .filter(|quarter| *quarter > after)
            .find(met)
    }

    fn outcome(&self, strand: &Strand, quarter: Quarter) -> Outcome {
        let work = self.work();
        let slices = strand.quarters.get(quarter.index());
        let slices: &[Slice] = slices.map(Vec::as_slice).unwrap_or_default();
        let mut due = Vec::with_capacity(slices.len());
        for slice in slices {
            due.push(slice.due.clone());
        }
        let available = self.together((strand.name, quarter).into(), due);
        let Some(gate) = self.gate(quarter) else {
            return self.to_come(available, quarter);
        };
        let earned = self.earned(strand, slices, gate, quarter);
        let missed_rules = [&readings::MISSED_MONEY];
        let missed = work.difference(
            ("Missed", quarter).into(),
            &missed_rules,
            &available,
            &earned,
        );
        let (recovered, recovered_in) = self.recovered(strand, &missed, quarter);
        let open = work.difference(
            ("Missed and not recovered", quarter).into(),
            &missed_rules,
            &missed,
            &recovered,
        );
        let year_goes_on = self.gate(Quarter::Q4).is_none();
        let label = ("Still recoverable", quarter);
        let rules = [&readings::NOT_RECOVERABLE];
        let still_recoverable = if strand.recoverable && year_goes_on {
            work.if_all_met(label.into(), &rules, &[Some(self.accepted)], &open)
        } else {
            work.nothing(label.into(), &rules)
        };
        let lost = work.difference(
            ("Lost", quarter).into(),
            &missed_rules,
            &open,
            &still_recoverable,
        );
        Outcome {
            available,
            earned,
            missed,
            recovered,
            still_recoverable,
            lost,
            recovered_in,
        }
    }

    /// What the quarter's own tests earn.
    fn earned(&self, strand: &Strand, slices: &[Slice], gate: &Test, quarter: Quarter) -> Figure {
        let work = self.work();
        let scheme = self.terms.inputs.plan.scheme;
        let label = ("Earned", quarter);
        let rules: [&'static Rule; 2] = [&scheme.acceptance, &scheme.finance_gate];
        let gate = strand.behind_the_gate.then_some(gate);
        let mut earned = Vec::with_capacity(slices.len());
        for slice in slices {
            let tests = [Some(self.accepted), gate, slice.test.as_ref()];
            earned.push(work.if_all_met(label.into(), &rules, &tests, &slice.due));
        }
        self.together(label.into(), earned)
    }

    /// The parts of a quarter added; one alone stands for itself.
    fn together(&self, label: Label<'_>, mut parts: Vec<Figure>) -> Figure {
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => {
                parts.extend(last);
                let rules = [&readings::PARTS_OF_A_QUARTER];
                let mut sum = self.work().begin_sum(label, &rules);
                for part in &parts {
                    sum.add(part);
                }
                sum.done()
            }
        }
    }

    /// What a later quarter has paid of the missed money, and which quarter did.
    fn recovered(
        &self,
        strand: &Strand,
        missed: &Figure,
        quarter: Quarter,
    ) -> (Figure, Option<Quarter>) {
        let work = self.work();
        let recovery = &self.terms.inputs.plan.scheme.recovery.rule;
        let label = ("Recovered", quarter);
        let back = self.back_on_target(quarter);
        let gate = back.and_then(|quarter| self.gate(quarter));
        match gate {
            Some(gate) if strand.recoverable => {
                let tests = [Some(self.accepted), Some(gate)];
                (
                    work.if_all_met(label.into(), &[recovery], &tests, missed),
                    back,
                )
            }
            _ if strand.recoverable => (work.nothing(label.into(), &[recovery]), None),
            _ => (
                work.nothing(label.into(), &[&readings::NOT_RECOVERABLE]),
                None,
            ),
        }
    }

    /// Nothing is earned or missed yet.
    fn to_come(&self, available: Figure, quarter: Quarter) -> Outcome {
        let nothing = |words| {
            self.work()
                .nothing((words, quarter).into(), &[&readings::TO_COME])
        };
        Outcome {
            available,
            earned: nothing("Earned"),
            missed: nothing("Missed"),
            recovered: nothing("Recovered"),
            still_recoverable: nothing("Still recoverable"),
            lost: nothing("Lost"),
            recovered_in: None,
        }
    }

    fn element(&self, strand: &Strand, outcomes: &[Outcome; 4]) -> Element {
        let [q1, q2, q3, q4] = outcomes;
        let row = |pick: fn(&Outcome) -> &Figure, label: &str| {
            let quarters = [pick(q1), pick(q2), pick(q3), pick(q4)];
            self.with_year(label, quarters.map(Figure::clone))
        };
        Element {
            id: strand.id,
            name: strand.name,
            money: ElementRows {
                available: row(|outcome| &outcome.available, "Available"),
                earned: row(|outcome| &outcome.earned, "Earned"),
                recovered: row(|outcome| &outcome.recovered, "Recovered"),
                lost: row(|outcome| &outcome.lost, "Lost"),
            },
        }
    }

    fn with_year(&self, label: &str, quarters: [Figure; 4]) -> ByQuarter {
        let rules = [&readings::PARTS_OF_THE_YEAR];
        let mut year = self.work().begin_sum(label.into(), &rules);
        for quarter in &quarters {
            year.add(quarter);
        }
        ByQuarter {
            year: year.done(),
            quarters,
        }
    }

    /// All tests together.
    fn total(&self, strands: &[Outcomes<'_>]) -> FundRows {
        let work = self.work();
        let sum = |label: &str, rules: &[&'static Rule], pick: fn(&Outcome) -> &Figure| {
            let quarters = each_quarter(&|quarter| {
                let mut sum = work.begin_sum((label, quarter).into(), rules);
                for (strand, outcomes) in strands {
                    if let Some(outcome) = outcomes.get(quarter.index()) {
                        sum.add_named(strand.name, pick(outcome));
                    }
                }
                sum.done()
            });
            self.with_year(label, quarters)
        };
        let missed = [&readings::MISSED_MONEY];
        let parts = [&readings::PARTS_OF_A_QUARTER];
        let still_to_earn = each_quarter(&|quarter| {
            let label = ("Still to earn", quarter);
            let rules = [&readings::TO_COME];
            match (
                self.gate(quarter),
                self.terms.available.get(quarter.index()),
            ) {
                (None, Some(available)) => work.sum(label.into(), &rules, &[available]),
                _ => work.nothing(label.into(), &rules),
            }
        });
        let available = self.terms.available.clone();
        FundRows {
            available: self.with_year("Available", available),
            earned: sum("Earned", &parts, |outcome| &outcome.earned),
            missed: sum("Missed", &missed, |outcome| &outcome.missed),
            recovered: sum("Recovered", &missed, |outcome| &outcome.recovered),
            still_recoverable: sum("Still recoverable", &missed, |outcome| {
                &outcome.still_recoverable
            }),
            lost: sum("Lost", &missed, |outcome| &outcome.lost),
            still_to_earn: self.with_year("Still to earn", still_to_earn),
            paid: self.paid(strands),
        }
    }

    /// Each quarter pays its own earnings and what it recovers.
    fn paid(&self, strands: &[Outcomes<'_>]) -> ByQuarter {
        let rules = [&readings::PAID];
        let quarters = each_quarter(&|quarter| {
            let mut paid = self.work().begin_sum(("Paid", quarter).into(), &rules);
            for (strand, outcomes) in strands {
                for (origin, outcome) in Quarter::ALL.iter().zip(outcomes) {
                    if *origin == quarter {
                        paid.add_named(strand.name, &outcome.earned);
                    }
                    if outcome.recovered_in == Some(quarter) {
                        paid.add_named(strand.name, &outcome.recovered);
                    }
                }
            }
            paid.done()
        });
        self.with_year("Paid", quarters)
    }

    /// What the quarter's finance test decides. Of a quarter still to come, all
    /// that it can pay.
    fn what_hangs(
        &self,
        quarter: Quarter,
        strands: &[Outcomes<'_>],
        entitlement: &Entitlement,
    ) -> Figure {
        let work = self.work();
        let rules = [&readings::WHAT_HANGS];
        let label = ("What hangs on the finance test", quarter);
        let mut sum = work.begin_sum(label.into(), &rules);
        if self.gate(quarter).is_none() {
            sum.add(entitlement.total.available.of(quarter));
            sum.add(&entitlement.total.still_recoverable.year);
        } else {
            for (strand, outcomes) in strands {
                if strand.behind_the_gate {
                    self.add_own_money(&mut sum, strand, quarter);
                }
                if strand.recoverable {
                    self.add_waiting(&mut sum, outcomes, quarter);
                }
            }
        }
        work.if_all_met(label.into(), &rules, &[Some(self.accepted)], &sum.done())
    }

    /// Adds the quarter's own money behind the gate whose other tests are met.
    fn add_own_money(&self, sum: &mut Sum<'_>, strand: &Strand, quarter: Quarter) {
        let label = (strand.name, quarter);
        let rules = [&readings::WHAT_HANGS];
        for slice in strand.quarters.get(quarter.index()).into_iter().flatten() {
            let tests = [slice.test.as_ref()];
            sum.add(
                &self
                    .work()
                    .if_all_met(label.into(), &rules, &tests, &slice.due),
            );
        }
    }

    /// Adds the missed money of earlier quarters that this quarter would recover:
    /// of those after which no finance test has been met before this one.
    fn add_waiting(&self, sum: &mut Sum<'_>, outcomes: &[Outcome; 4], quarter: Quarter) {
        for (origin, outcome) in Quarter::ALL.iter().zip(outcomes) {
            let back = self.back_on_target(*origin);
            if *origin < quarter && back.is_none_or(|back| back >= quarter) {
                sum.add(&outcome.missed);
            }
        }
    }
}
