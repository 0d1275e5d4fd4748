//! What an organisation earns from a fund, quarter by quarter: C5.

use super::allocation::Allotted;
use super::decisions::{Decisions, FinanceTests, decisions};
use super::figures::{ByQuarter, each_quarter};
use super::fund::{Element, ElementRows, Entitlement, FundRows};
use super::matrix::{Matrix, MatrixParts};
use super::member::Inputs;
use super::outcome::{Outcome, Way};
use super::performance::MeasureResult;
use super::position::Position;
use super::strand::{Decided, Layout, Slice, Strand, available};
use super::system::SystemStance;
use crate::calendar::Quarter;
use crate::scheme::{Rule, Tested, readings};
use crate::working::{Figure, Label, Sum, Test, Ways, Work};

/// The terms on which an organisation earns from one fund, with every quarter's
/// money laid out test by test.
pub(super) struct Terms<'a> {
    inputs: &'a Inputs<'a>,
    allotted: Allotted,
    eligible: Test,
    gates: Decisions,
    variance: &'a [Figure],
    available: [Figure; 4],
    strands: Vec<Strand>,
}

/// What an organisation earns from a fund, or from all of its funds together.
pub(super) struct Earned {
    pub allotted: Allotted,
    pub eligible: Test,
    pub entitlement: Entitlement,
    /// What hangs on the finance test at each quarter's end.
    pub what_hangs: [Figure; 4],
    pub matrix: Option<Matrix>,
}

/// An entitlement with what hangs on each quarter's finance test.
type Worked = (Entitlement, [Figure; 4]);

/// A test with what becomes of its money, quarter by quarter.
type Outcomes<'a> = (&'a Strand, [Outcome; 4]);

impl<'a> Terms<'a> {
    pub fn new(
        inputs: &'a Inputs<'a>,
        allotted: Allotted,
        eligible: Test,
        position: &'a Position,
        performance: &[MeasureResult],
        system: &SystemStance,
    ) -> Self {
        let available = available(inputs, &allotted);
        let layout = Layout {
            inputs,
            allotted,
            available,
            performance,
            system: &system.decisions(inputs, &allotted),
        };
        let tests = FinanceTests::from(position);
        Self {
            gates: decisions(inputs.work, inputs.plan, allotted.earning, &tests),
            variance: &position.variance,
            strands: layout.strands(),
            inputs,
            allotted,
            eligible,
            available,
        }
    }

    const fn work(&self) -> &Work {
        self.inputs.work
    }

    pub fn earned(&self) -> Earned {
        let (entitlement, what_hangs) = self.entitlement();
        Earned {
            allotted: self.allotted,
            eligible: self.eligible,
            entitlement,
            what_hangs,
            matrix: self.matrix(),
        }
    }

    /// The entitlement and what hangs on each quarter's finance test. Where it is
    /// not known whether the organisation is in the fund or meets a finance test,
    /// every way is tried.
    fn entitlement(&self) -> Worked {
        let is_known = |test: &Test| self.work().outcome(*test).is_some();
        if is_known(&self.eligible) && self.gates.iter().flatten().all(is_known) {
            return self.one_way(self.eligible, &self.gates);
        }
        let mut tests = vec![self.eligible];
        tests.extend(self.gates.iter().flatten());
        let ways = Ways::of(self.work(), tests);
        let mut worked: Vec<Worked> = Vec::new();
        for way in ways.each() {
            let mut tests = way.iter().copied();
            if let Some(eligible) = tests.next() {
                let gates = self.gates.iter();
                let gates = gates.map(|gate| gate.and_then(|_| tests.next())).collect();
                worked.push(self.one_way(eligible, &gates));
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
            let fund = self.allotted.scheme.fund;
            elements.push(Element {
                fund,
                id: strand.id,
                name: strand.name,
                money: ElementRows::make(&|row, label| {
                    join_rows(label, &|way| {
                        let own = way.element(fund, strand.id);
                        own.map(|own| row(&own.money))
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

    /// The entitlement with all that decides about it known or supposed.
    fn one_way(&self, eligible: Test, gates: &Decisions) -> Worked {
        let way = Way {
            work: self.work(),
            earning: self.allotted.earning,
            eligible,
            gates,
            variance: self.variance,
        };
        let mut strands = Vec::with_capacity(self.strands.len());
        let mut elements = Vec::with_capacity(self.strands.len());
        for strand in &self.strands {
            let outcomes = way.outcomes(strand);
            elements.push(way.element(self.allotted.scheme.fund, strand, &outcomes));
            strands.push((strand, outcomes));
        }
        let total = way.total((self.allotted.allocation, self.available), &strands);
        let hangs = each_quarter(&|quarter| way.what_hangs(quarter, &strands, &total));
        (Entitlement { total, elements }, hangs)
    }

    /// The four cases of own and system, for the whole year: C7. None where the
    /// money of a quarter does not hang on its own outcome, so that there are no
    /// four cases.
    fn matrix(&self) -> Option<Matrix> {
        if self.allotted.earning.delivery.tested == Tested::QuarterBefore {
            return None;
        }
        let work = self.work();
        let rules = [&readings::MATRIX_YEAR];
        let earned = |words: &str, counts: &dyn Fn(Slice) -> Option<Option<Test>>| {
            let label: Label<'_> = words.into();
            let mut earned = work.begin_sum(label, &rules);
            for slice in self.strands.iter().flat_map(|strand| &strand.slices) {
                if let Some(waived) = counts(*slice) {
                    let tests = [Some(self.eligible), slice.performance, waived];
                    earned.add(work.if_all_met(label, &rules, &tests, slice.due));
                }
            }
            earned.done()
        };
        let never = self.allotted.earning.delivery.tested == Tested::Never;
        let parts = MatrixParts {
            own: earned("Earned by the organisation's own tests", &|slice| {
                let own = matches!(slice.decided, Decided::Own) && !never;
                own.then_some(None)
            }),
            system: earned("Earned by the system's test", &|slice| {
                matches!(slice.decided, Decided::System { .. }).then_some(None)
            }),
            system_without_own: earned("Earned by the system's test alone", &|slice| match slice
                .decided
            {
                Decided::System { own_waived, .. } => Some(own_waived),
                _ => None,
            }),
            always: earned("Earned in every case", &|slice| {
                let always = matches!(slice.decided, Decided::Neither)
                    || (never && matches!(slice.decided, Decided::Own));
                always.then_some(None)
            }),
        };
        Some(Matrix::new(
            work,
            &self.allotted.earning.system_share.rule,
            &parts,
        ))
    }
}

/// What an organisation earns from all of its funds; nothing where it has none.
pub(super) fn together(work: &Work, mut earned: Vec<Earned>) -> Option<Earned> {
    if earned.len() < 2 {
        return earned.pop();
    }
    let rules = [&readings::FUNDS_ADDED];
    let sum = |label: Label<'_>, pick: &dyn Fn(&Earned) -> Figure| {
        let mut sum = work.begin_sum(label, &rules);
        for one in &earned {
            sum.add_named(one.allotted.scheme.fund, pick(one));
        }
        sum.done()
    };
    let total = FundRows::make(&|row, label| {
        ByQuarter::make(&|quarter| {
            sum((label, quarter).into(), &|one| {
                row(&one.entitlement.total).at(quarter)
            })
        })
    });
    let what_hangs = each_quarter(&|quarter| {
        let label = ("What hangs on the finance test", quarter);
        sum(label.into(), &|one| {
            let [q1, q2, q3, q4] = one.what_hangs;
            match quarter {
                Quarter::Q1 => q1,
                Quarter::Q2 => q2,
                Quarter::Q3 => q3,
                Quarter::Q4 => q4,
            }
        })
    });
    let elements = earned.iter().flat_map(|one| &one.entitlement.elements);
    let elements = elements.copied().collect();
    let matrices: Vec<&Matrix> = earned.iter().flat_map(|one| &one.matrix).collect();
    let matrix = (!matrices.is_empty()).then(|| Matrix::sum(work, &matrices));
    let first = earned.first()?;
    Some(Earned {
        allotted: first.allotted,
        eligible: first.eligible,
        entitlement: Entitlement { total, elements },
        what_hangs,
        matrix,
    })
}

impl Way<'_> {
    fn element(&self, fund: &'static str, strand: &Strand, outcomes: &[Outcome; 4]) -> Element {
        let row = |label: &str, pick: fn(&Outcome) -> Figure| {
            self.with_year(label, outcomes.each_ref().map(pick))
        };
        Element {
            fund,
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
    fn total(&self, available: (Figure, [Figure; 4]), strands: &[Outcomes<'_>]) -> FundRows {
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
        let (allocation, available) = available;
        FundRows {
            // The year's money is the allocation, however the quarters share it.
            available: ByQuarter {
                quarters: available,
                year: allocation,
            },
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
            match available.get(quarter.index()) {
                Some(available) if self.is_to_come(quarter) => {
                    self.work.sum(label, &rules, &[*available])
                }
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

    /// What the finance test at the end of this quarter decides. Of a test still to
    /// come, all that it can decide.
    fn what_hangs(&self, quarter: Quarter, strands: &[Outcomes<'_>], total: &FundRows) -> Figure {
        let rules = [&readings::WHAT_HANGS];
        let label = ("What hangs on the finance test", quarter);
        let mut sum = self.work.begin_sum(label.into(), &rules);
        let decided = self.decided_at(quarter);
        for (strand, outcomes) in strands.iter().filter(|(strand, _)| !strand.tapers) {
            if let Some(decided) = decided {
                self.add_own_money(&mut sum, strand, decided);
            }
            if strand.recoverable && !self.is_to_come(quarter) {
                self.add_waiting(&mut sum, outcomes, quarter);
            }
        }
        if self.is_to_come(quarter) {
            sum.add(total.still_recoverable.year);
        }
        let tests = [Some(self.eligible)];
        self.work
            .if_all_met(label.into(), &rules, &tests, sum.done())
    }

    /// The quarter whose money is decided at the end of this one.
    const fn decided_at(&self, end: Quarter) -> Option<Quarter> {
        match self.earning.delivery.tested {
            Tested::Quarter => Some(end),
            Tested::QuarterBefore => end.after(),
            Tested::Never => None,
        }
    }

    /// Adds the quarter's own money behind the gate whose other tests are met; of a
    /// quarter still to come, all of it.
    fn add_own_money(&self, sum: &mut Sum<'_>, strand: &Strand, quarter: Quarter) {
        let label = (strand.name, quarter);
        let rules = [&readings::WHAT_HANGS];
        for slice in strand.of(quarter) {
            if !matches!(slice.decided, Decided::Own) {
                continue;
            }
            let ended = !self.is_to_come(quarter);
            let tests = [slice.performance.filter(|_| ended)];
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
