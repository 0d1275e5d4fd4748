//! What an organisation earns from the fund, quarter by quarter: C5.

use super::figures::{ByQuarter, each_quarter};
use super::fund::{Element, ElementRows, Entitlement, FundRows};
use super::matrix::Matrix;
use super::member::Inputs;
use super::outcome::{Outcome, Way};
use super::performance::MeasureResult;
use super::position::Position;
use super::strand::{Strand, available, strands};
use crate::calendar::Quarter;
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Label, Sum, Test, Ways, Work};

/// The terms on which an organisation earns, with every quarter's money laid out
/// test by test.
pub(super) struct Terms<'a> {
    inputs: &'a Inputs<'a>,
    accepted: Test,
    gates: &'a [Test],
    available: [Figure; 4],
    strands: Vec<Strand>,
}

/// An entitlement with what hangs on each quarter's finance test.
type Worked = (Entitlement, [Figure; 4]);

/// A test with what becomes of its money, quarter by quarter.
type Outcomes<'a> = (&'a Strand, [Outcome; 4]);

impl<'a> Terms<'a> {
    pub fn new(
        inputs: &'a Inputs<'a>,
        accepted: Test,
        position: &'a Position,
        performance: &[MeasureResult],
        system: &[Test],
    ) -> Self {
        let available = available(inputs, position.allocation);
        Self {
            inputs,
            accepted,
            gates: &position.met,
            strands: strands(inputs, &available, performance, system),
            available,
        }
    }

    const fn work(&self) -> &Work {
        self.inputs.work
    }

    /// The entitlement and what hangs on each quarter's finance test. Where
    /// acceptance or a finance test is not known, every way is tried.
    pub fn entitlement(&self) -> Worked {
        let is_known = |test: &Test| self.work().outcome(*test).is_some();
        if is_known(&self.accepted) && self.gates.iter().all(is_known) {
            return self.one_way(self.accepted, self.gates);
        }
        let mut tests = vec![self.accepted];
        tests.extend_from_slice(self.gates);
        let ways = Ways::of(self.work(), tests);
        let mut worked: Vec<Worked> = Vec::new();
        for way in ways.each() {
            if let Some((accepted, gates)) = way.split_first() {
                worked.push(self.one_way(*accepted, gates));
            }
        }
        self.join(&ways, &worked)
    }

    /// One entitlement out of those worked each way.
    fn join(&self, ways: &Ways, worked: &[Worked]) -> Worked {
        let join = |label: Label<'_>, pick: &dyn Fn(&Worked) -> Option<Figure>| {
            let figures: Vec<Figure> = worked.iter().filter_map(pick).collect();
            ways.join(self.work(), label, &figures)
        };
        let join_rows = |label: &str, pick: &dyn Fn(&Entitlement) -> Option<ByQuarter>| {
            ByQuarter::make(&|quarter| {
                join((label, quarter).into(), &|(way, _)| {
                    pick(way).map(|row| row.at(quarter))
                })
            })
        };
        let total = FundRows::make(&|row, label| join_rows(label, &|way| Some(row(&way.total))));
        let mut elements = Vec::with_capacity(self.strands.len());
        for strand in &self.strands {
            elements.push(Element {
                id: strand.id,
                name: strand.name,
                money: ElementRows::make(&|row, label| {
                    join_rows(label, &|way| {
                        way.element(strand.id).map(|own| row(&own.money))
                    })
                }),
            });
        }
        let hangs = each_quarter(&|quarter| {
            let label = ("What hangs on the finance test", quarter);
            join(label.into(), &|(_, hangs)| {
                hangs.get(quarter.index()).copied()
            })
        });
        (Entitlement { total, elements }, hangs)
    }

    /// The entitlement with acceptance and finance tests all known or supposed.
    fn one_way(&self, accepted: Test, gates: &[Test]) -> Worked {
        let way = Way {
            work: self.work(),
            scheme: self.inputs.plan.scheme,
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
        let total = way.total(self.available, &strands);
        let hangs = each_quarter(&|quarter| way.what_hangs(quarter, &strands, &total));
        (Entitlement { total, elements }, hangs)
    }

    /// The four cases of own and system, for the whole year: C7.
    pub fn matrix(&self) -> Matrix {
        let work = self.work();
        let rules = [&readings::MATRIX_YEAR];
        let behind = |behind: bool, label: Label<'_>| {
            let mut earned = work.begin_sum(label, &rules);
            for strand in &self.strands {
                for slice in &strand.slices {
                    if strand.behind_the_gate == behind {
                        // In the system's slices the case itself says whether they pay.
                        let own = slice.test.filter(|_| behind);
                        let tests = [Some(self.accepted), own];
                        earned.add(work.if_all_met(label, &rules, &tests, slice.due));
                    }
                }
            }
            earned.done()
        };
        let own = behind(true, "Earned by the organisation's own tests".into());
        let system = behind(false, "Earned by the system's test".into());
        Matrix::new(work, self.inputs.plan.scheme, own, system)
    }
}

impl Way<'_> {
    fn element(&self, strand: &Strand, outcomes: &[Outcome; 4]) -> Element {
        let row = |label: &str, pick: fn(&Outcome) -> Figure| {
            self.with_year(label, outcomes.each_ref().map(pick))
        };
        Element {
            id: strand.id,
            name: strand.name,
            money: ElementRows {
                available: row("Available", |outcome| outcome.available),
                earned: row("Earned", |outcome| outcome.earned),
                recovered: row("Recovered", |outcome| outcome.recovered),
                lost: row("Lost", |outcome| outcome.lost),
            },
        }
    }

    fn with_year(&self, label: &str, quarters: [Figure; 4]) -> ByQuarter {
        let rules = [&readings::PARTS_OF_THE_YEAR];
        ByQuarter {
            year: self.work.sum(label.into(), &rules, &quarters),
            quarters,
        }
    }

    /// All tests together.
    fn total(&self, available: [Figure; 4], strands: &[Outcomes<'_>]) -> FundRows {
        let missed = [&readings::MISSED_MONEY];
        let parts = [&readings::PARTS_OF_A_QUARTER];
        let sum = |label: &str, rules: &[&'static Rule], pick: fn(&Outcome) -> Figure| {
            let labels = Quarter::ALL.map(|quarter| (label, quarter).into());
            let quarters = self.work.sum_columns(labels, rules, &|add| {
                for (strand, outcomes) in strands {
                    add(strand.name, outcomes.each_ref().map(pick));
                }
            });
            self.with_year(label, quarters)
        };
        FundRows {
            available: self.with_year("Available", available),
            earned: sum("Earned", &parts, |outcome| outcome.earned),
            missed: sum("Missed", &missed, |outcome| outcome.missed),
            recovered: sum("Recovered", &missed, |outcome| outcome.recovered),
            still_recoverable: sum("Still recoverable", &missed, |outcome| {
                outcome.still_recoverable
            }),
            lost: sum("Lost", &missed, |outcome| outcome.lost),
            still_to_earn: self.still_to_earn(available),
            paid: self.paid(strands),
        }
    }

    /// The money of the quarters still to come.
    fn still_to_earn(&self, available: [Figure; 4]) -> ByQuarter {
        let words = "Still to earn";
        let rules = [&readings::TO_COME];
        let quarters = each_quarter(&|quarter| {
            let label = (words, quarter).into();
            match (self.gate(quarter), available.get(quarter.index())) {
                (None, Some(available)) => self.work.sum(label, &rules, &[*available]),
                _ => self.work.nothing(label, &rules),
            }
        });
        self.with_year(words, quarters)
    }

    /// Each quarter pays its own earnings and what it recovers.
    fn paid(&self, strands: &[Outcomes<'_>]) -> ByQuarter {
        let rules = [&readings::PAID];
        let quarters = each_quarter(&|quarter| {
            let mut paid = self.work.begin_sum(("Paid", quarter).into(), &rules);
            for (strand, outcomes) in strands {
                for (origin, outcome) in Quarter::ALL.iter().zip(outcomes) {
                    if *origin == quarter {
                        paid.add_named(strand.name, outcome.earned);
                    }
                    if outcome.recovered_in == Some(quarter) {
                        paid.add_named(strand.name, outcome.recovered);
                    }
                }
            }
            paid.done()
        });
        self.with_year("Paid", quarters)
    }

    /// What the quarter's finance test decides. Of a quarter still to come, all
    /// that it can pay.
    fn what_hangs(&self, quarter: Quarter, strands: &[Outcomes<'_>], total: &FundRows) -> Figure {
        let rules = [&readings::WHAT_HANGS];
        let label = ("What hangs on the finance test", quarter);
        let mut sum = self.work.begin_sum(label.into(), &rules);
        if self.gate(quarter).is_none() {
            sum.add(total.available.of(quarter));
            sum.add(total.still_recoverable.year);
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
        let tests = [Some(self.accepted)];
        self.work
            .if_all_met(label.into(), &rules, &tests, sum.done())
    }

    /// Adds the quarter's own money behind the gate whose other tests are met.
    fn add_own_money(&self, sum: &mut Sum<'_>, strand: &Strand, quarter: Quarter) {
        let label = (strand.name, quarter);
        let rules = [&readings::WHAT_HANGS];
        for slice in strand.of(quarter) {
            let tests = [slice.test];
            sum.add(
                self.work
                    .if_all_met(label.into(), &rules, &tests, slice.due),
            );
        }
    }

    /// Adds the missed money of earlier quarters that this quarter would recover:
    /// of those after which no finance test has been met before this one.
    fn add_waiting(&self, sum: &mut Sum<'_>, outcomes: &[Outcome; 4], quarter: Quarter) {
        for (origin, outcome) in Quarter::ALL.iter().zip(outcomes) {
            let back = self.back_on_target(*origin);
            if *origin < quarter && back.is_none_or(|back| back >= quarter) {
                sum.add(outcome.missed);
            }
        }
    }
}
