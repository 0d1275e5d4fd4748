//! The terms on which an organisation earns from one fund, and what they come to.

use super::allocation::Allotted;
use super::decisions::{Decisions, FinanceTests, decisions};
use super::figures::{ByQuarter, each_quarter};
use super::fund::{Element, ElementRows, Entitlement, FundRows};
use super::matrix::{Matrix, MatrixParts};
use super::member::Inputs;
use super::outcome::Way;
use super::performance::MeasureResult;
use super::position::Position;
use super::strand::{Decided, Layout, Slice, Strand, available};
use super::system::SystemStance;
use crate::calendar::Quarter;
use crate::scheme::{Tested, readings};
use crate::working::{Figure, Label, Test, Ways, Work};

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
    /// What has been paid by each quarter's end.
    pub paid_to_date: [Figure; 4],
    pub matrix: Option<Matrix>,
    /// What the system's miss costs where the own total is met.
    pub neighbours_cost: Figure,
}

pub(super) const WHAT_HANGS: &str = "What hangs on the finance test";
pub(super) const NEIGHBOURS_COST: &str = "What the system's miss costs";
pub(super) const PAID_TO_DATE: &str = "Paid to date";

/// An entitlement, with what hangs on the finance test at each quarter's end and what
/// has been paid by then.
type Worked = (Entitlement, [Figure; 4], [Figure; 4]);

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
        let (entitlement, what_hangs, paid_to_date) = self.entitlement();
        let neighbours_cost = self.neighbours_cost();
        Earned {
            allotted: self.allotted,
            eligible: self.eligible,
            entitlement,
            what_hangs,
            paid_to_date,
            matrix: self.matrix(neighbours_cost),
            neighbours_cost,
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
                join((label, quarter).into(), &|way| {
                    pick(&way.0).map(|row| row.at(quarter))
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
        let at_ends = |label: &str, pick: fn(&Worked) -> [Figure; 4]| {
            each_quarter(&|quarter| {
                join((label, quarter).into(), &|way| Some(quarter.own(pick(way))))
            })
        };
        let hangs = at_ends(WHAT_HANGS, |way| way.1);
        let paid = at_ends(PAID_TO_DATE, |way| way.2);
        (Entitlement { total, elements }, hangs, paid)
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
        let paid = way.paid_to_date(total.paid.quarters);
        (Entitlement { total, elements }, hangs, paid)
    }

    /// The four cases of own and system, for the whole year: C7. None where the
    /// money of a quarter does not hang on its own outcome, so that there are no
    /// four cases, or where it hangs on how far the organisation misses its own.
    fn matrix(&self, system: Figure) -> Option<Matrix> {
        let tapers = self.strands.iter().any(|strand| strand.tapers);
        let tested = self.allotted.earning.delivery.tested;
        if tapers || tested == Tested::QuarterBefore {
            return None;
        }
        let never = tested == Tested::Never;
        let parts = MatrixParts {
            own: self.year("Earned by the organisation's own tests", &|slice| {
                let own = matches!(slice.decided, Decided::Own) && !never;
                own.then_some(None)
            }),
            system,
            system_without_own: self.year(
                "Earned by the system's test alone",
                &|slice| match slice.decided {
                    Decided::System { own_waived, .. } if !never => Some(own_waived),
                    _ => None,
                },
            ),
            always: self.year("Earned in every case", &|slice| {
                let always = never || matches!(slice.decided, Decided::Neither);
                always.then_some(None)
            }),
        };
        let system_share = &self.allotted.earning.system_share.rule;
        Some(Matrix::new(self.work(), system_share, &parts))
    }

    /// What the system's miss costs an organisation that meets its own total: what
    /// hangs on the system's test, of every quarter that a test decides.
    fn neighbours_cost(&self) -> Figure {
        let tested = self.allotted.earning.delivery.tested;
        self.year(NEIGHBOURS_COST, &|slice| {
            let decided = match tested {
                Tested::Quarter => true,
                Tested::QuarterBefore => slice.quarter != Quarter::Q1,
                Tested::Never => false,
            };
            let system = matches!(slice.decided, Decided::System { .. });
            (decided && system).then_some(None)
        })
    }

    /// The year's money of the slices that count, each perhaps with a test of its own,
    /// with performance as entered.
    fn year(&self, words: &str, counts: &dyn Fn(Slice) -> Option<Option<Test>>) -> Figure {
        let rules = [&readings::MATRIX_YEAR];
        let label: Label<'_> = words.into();
        let mut year = self.work().begin_sum(label, &rules);
        for slice in self.strands.iter().flat_map(|strand| &strand.slices) {
            if let Some(test) = counts(*slice) {
                let tests = [Some(self.eligible), slice.performance, test];
                year.add(self.work().if_all_met(label, &rules, &tests, slice.due));
            }
        }
        year.done()
    }
}
