//! An organisation's money of each quarter, laid out test by test.

use super::allocation::Allotted;
use super::decisions::Decisions;
use super::member::Inputs;
use super::performance::MeasureResult;
use crate::calendar::Quarter;
use crate::money::Rate;
use crate::scheme::{Measure, Rule, readings};
use crate::working::{Figure, Test};

/// A share of a quarter's money with what decides about it, besides the conditions
/// for being in the fund.
#[derive(Clone, Copy)]
pub(super) struct Slice {
    pub quarter: Quarter,
    pub due: Figure,
    /// The test of performance, where there is one.
    pub performance: Option<Test>,
    pub decided: Decided,
}

/// The finance test that decides about a share of a quarter's money.
#[derive(Clone, Copy)]
pub(super) enum Decided {
    /// The organisation's own.
    Own,
    /// The system's.
    System {
        /// None where nothing is tested, or not yet.
        test: Option<Test>,
        /// Whether it is paid without the own total too; always, where none.
        own_waived: Option<Test>,
    },
    /// None.
    Neither,
}

/// One test's slices.
pub(super) struct Strand {
    pub id: &'static str,
    pub name: &'static str,
    pub slices: Vec<Slice>,
    /// Whether a missed quarter of it can be recovered.
    pub recoverable: bool,
    /// Whether a miss loses only as much as it is short.
    pub tapers: bool,
}

impl Strand {
    /// The slices of a quarter.
    pub fn of(&self, quarter: Quarter) -> impl Iterator<Item = Slice> {
        let slices = self.slices.iter().copied();
        slices.filter(move |slice| slice.quarter == quarter)
    }
}

/// What the strands of one fund are made from.
pub(super) struct Layout<'a> {
    pub inputs: &'a Inputs<'a>,
    pub allotted: Allotted,
    pub available: [Figure; 4],
    pub performance: &'a [MeasureResult],
    /// The system's deciding tests.
    pub system: &'a Decisions,
}

/// A fund's allocation by quarter; the last takes the difference.
pub(super) fn available(inputs: &Inputs<'_>, allotted: &Allotted) -> [Figure; 4] {
    let work = inputs.work;
    let whole = allotted.allocation;
    let phasing = &allotted.earning.phasing;
    let label = |quarter| ("Available", quarter).into();
    let Some([one, two, three, _]) = inputs.plan.value(phasing) else {
        return Quarter::ALL.map(|quarter| {
            let unset = [Some(work.unset(phasing.rule.name.into(), &phasing.rule))];
            work.if_all_met(label(quarter), &[&phasing.rule], &unset, whole)
        });
    };
    let share = |quarter, rate| work.share(label(quarter), whole, rate, &[Some(&phasing.rule)]);
    let first = share(Quarter::Q1, one);
    let second = share(Quarter::Q2, two);
    let third = share(Quarter::Q3, three);
    let rules: [&'static Rule; 2] = [&readings::PARTS_OF_THE_YEAR, &phasing.rule];
    let before = work.sum(
        "Available in the first three quarters".into(),
        &rules[..1],
        &[first, second, third],
    );
    let last = work.difference(label(Quarter::Q4), &rules, whole, before);
    [first, second, third, last]
}

impl Layout<'_> {
    /// The strands: finance first, then each measure, then the system's share where
    /// there is one.
    pub fn strands(&self) -> Vec<Strand> {
        let mut strands = Vec::with_capacity(3);
        for result in self.performance {
            let mut measures = self.allotted.earning.measures.iter();
            let own = measures.find(|measure| measure.id == result.id);
            if let Some(measure) = own.filter(|_| result.fund == self.allotted.scheme.fund) {
                strands.push(self.measure(measure, result));
            }
        }
        if self.system_share() != Some(Rate::ZERO) {
            strands.push(self.system());
        }
        strands.insert(0, self.finance(&strands));
        strands
    }

    /// The share that hangs on the system; none while it is not set.
    fn system_share(&self) -> Option<Rate> {
        let share = &self.allotted.earning.system_share;
        self.inputs.plan.value(share)
    }

    fn quarters(&self) -> impl Iterator<Item = (Quarter, Figure)> {
        Quarter::ALL.into_iter().zip(self.available)
    }

    /// A share of a quarter's money, of the own part or of the system's; not known
    /// while it is not set how they are split.
    fn due(
        &self,
        label: (&str, Quarter),
        rate: Option<Rate>,
        rules: &[Option<&'static Rule>],
    ) -> Figure {
        let work = self.inputs.work;
        let available = label.1.own(self.available);
        if let Some(rate) = rate {
            return work.share(label.into(), available, rate, rules);
        }
        let rule = &self.allotted.earning.system_share.rule;
        let unset = [Some(work.unset(rule.name.into(), rule))];
        work.if_all_met(label.into(), &[rule], &unset, available)
    }

    fn measure(&self, measure: &'static Measure, result: &MeasureResult) -> Strand {
        let plan = self.inputs.plan;
        let own_share = self.system_share().map(Rate::complement);
        let system_rule = &self.allotted.earning.system_share.rule;
        let weights = plan.value(&measure.weight).unwrap_or([Rate::ZERO; 4]);
        let mut slices = Vec::with_capacity(result.tests.len());
        for ((quarter, part), test) in measure.parts_by_quarter().zip(&result.tests) {
            let weight = weights.get(quarter.index()).copied();
            let share = plan.value(&part.share).unwrap_or(Rate::ZERO);
            let of_measure = weight.unwrap_or(Rate::ZERO).of(share);
            let rate = own_share.map(|own| own.of(of_measure));
            let rules: [Option<&'static Rule>; 3] = [
                Some(&measure.weight.rule),
                (share != Rate::ONE).then_some(&part.share.rule),
                (own_share != Some(Rate::ONE)).then_some(system_rule),
            ];
            slices.push(Slice {
                quarter,
                due: self.due((test.name, quarter), rate, &rules),
                performance: Some(test.met),
                decided: Decided::Own,
            });
        }
        Strand {
            id: measure.id,
            name: measure.name,
            slices,
            recoverable: false,
            tapers: false,
        }
    }

    fn system(&self) -> Strand {
        let earning = self.allotted.earning;
        let rules = [Some(&earning.system_share.rule)];
        let own_waived = self.own_waived();
        let mut slices = Vec::with_capacity(4);
        for (quarter, _) in self.quarters() {
            let label = ("Share that hangs on the system", quarter);
            let due = self.due(label, self.system_share(), &rules);
            let test = self.system.get(quarter.index()).copied().flatten();
            let decided = Decided::System { test, own_waived };
            self.hang(&mut slices, (quarter, due, decided));
        }
        Strand {
            id: "system",
            name: "System's total",
            slices,
            recoverable: false,
            tapers: false,
        }
    }

    /// Whether the system's share is paid without the own total, where that can be
    /// read both ways.
    fn own_waived(&self) -> Option<Test> {
        let needs_own = self.allotted.earning.system_needs_own.as_ref()?;
        let label = "Paid even if the own total is missed";
        Some(match self.inputs.plan.value(needs_own) {
            Some(needed) => self
                .inputs
                .work
                .given(label.into(), &needs_own.rule, !needed),
            None => self.inputs.work.unset(label.into(), &needs_own.rule),
        })
    }

    /// Finance takes what the other tests leave of each quarter.
    fn finance(&self, others: &[Strand]) -> Strand {
        let work = self.inputs.work;
        let earning = self.allotted.earning;
        let mut rules: Vec<&'static Rule> =
            vec![&earning.finance_weight.rule, &readings::PARTS_OF_A_QUARTER];
        for measure in earning.measures {
            if others.iter().all(|strand| strand.id != measure.id) {
                rules.extend([&measure.applies, &readings::APPLIES]);
            }
        }
        let parts = [&readings::PARTS_OF_A_QUARTER];
        let mut slices = Vec::with_capacity(4);
        for (quarter, available) in self.quarters() {
            let label = ("Shares of the other tests", quarter);
            let mut taken = work.begin_sum(label.into(), &parts);
            for strand in others {
                for slice in strand.of(quarter) {
                    taken.add(slice.due);
                }
            }
            let label = ("Finance share", quarter);
            let due = work.difference(label.into(), &rules, available, taken.done());
            self.hang(&mut slices, (quarter, due, Decided::Own));
        }
        let plan = self.inputs.plan;
        let tapers = earning.taper.as_ref().and_then(|taper| plan.value(taper));
        Strand {
            id: "finance",
            name: "Finance",
            slices,
            recoverable: plan.value(&earning.recovery) == Some(true),
            tapers: tapers == Some(true),
        }
    }

    /// Adds a quarter's share: the part that a miss withholds, and the part that it
    /// leaves, where it leaves any.
    fn hang(&self, slices: &mut Vec<Slice>, (quarter, due, decided): (Quarter, Figure, Decided)) {
        let work = self.inputs.work;
        let mut push = |due, decided| {
            slices.push(Slice {
                quarter,
                due,
                performance: None,
                decided,
            });
        };
        let withheld = self.allotted.earning.withheld.as_ref();
        let share = withheld.and_then(|withheld| {
            let shares = self.inputs.plan.value(withheld)?;
            let share = *shares.get(quarter.index())?;
            (share != Rate::ONE).then_some((share, &withheld.rule))
        });
        let Some((share, rule)) = share else {
            push(due, decided);
            return;
        };
        let label = ("Withheld if the test is missed", quarter);
        let hangs = work.share(label.into(), due, share, &[Some(rule)]);
        let label = ("Paid in any case", quarter);
        let kept = work.difference(label.into(), &[rule], due, hangs);
        push(hangs, decided);
        push(kept, Decided::Neither);
    }
}
