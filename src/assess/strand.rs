//! An organisation's money of each quarter, laid out test by test.

use super::member::Inputs;
use super::performance::MeasureResult;
use crate::calendar::Quarter;
use crate::money::Rate;
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Test};

/// A share of a quarter's money with the test that earns it.
#[derive(Clone, Copy)]
pub(super) struct Slice {
    pub quarter: Quarter,
    pub due: Figure,
    /// Besides acceptance and, but for the system's share, the finance test.
    pub test: Option<Test>,
}

/// One test's slices.
pub(super) struct Strand {
    pub id: &'static str,
    pub name: &'static str,
    pub slices: Vec<Slice>,
    /// Whether it pays only when the finance test is met too.
    pub behind_the_gate: bool,
    /// Whether a missed quarter of it can be recovered.
    pub recoverable: bool,
}

impl Strand {
    /// The slices of a quarter.
    pub fn of(&self, quarter: Quarter) -> impl Iterator<Item = Slice> {
        let slices = self.slices.iter().copied();
        slices.filter(move |slice| slice.quarter == quarter)
    }
}

/// The year's allocation by quarter; the last takes the difference.
pub(super) fn available(inputs: &Inputs<'_>, allocation: Figure) -> [Figure; 4] {
    let work = inputs.work;
    let phasing = &inputs.plan.scheme.phasing;
    let [one, two, three, _] = phasing.value;
    let share = |quarter: Quarter, rate| {
        let label = ("Available", quarter);
        work.share(label.into(), allocation, rate, &[Some(&phasing.rule)])
    };
    let first = share(Quarter::Q1, one);
    let second = share(Quarter::Q2, two);
    let third = share(Quarter::Q3, three);
    let rules: [&'static Rule; 2] = [&readings::PARTS_OF_THE_YEAR, &phasing.rule];
    let before = work.sum(
        "Available in the first three quarters".into(),
        &rules[..1],
        &[first, second, third],
    );
    let label = ("Available", Quarter::Q4);
    let last = work.difference(label.into(), &rules, allocation, before);
    [first, second, third, last]
}

/// The strands of an organisation: finance first, then each measure, then the
/// system's share where there is one.
pub(super) fn strands(
    inputs: &Inputs<'_>,
    available: &[Figure; 4],
    performance: &[MeasureResult],
    system: &[Test],
) -> Vec<Strand> {
    let mut strands = Vec::with_capacity(3);
    for measure in performance {
        strands.push(measure_strand(inputs, measure, available));
    }
    if inputs.plan.scheme.system_share.value != Rate::ZERO {
        strands.push(system_strand(inputs, system, available));
    }
    strands.insert(0, finance_strand(inputs, available, &strands));
    strands
}

fn measure_strand(inputs: &Inputs<'_>, result: &MeasureResult, available: &[Figure; 4]) -> Strand {
    let scheme = inputs.plan.scheme;
    let own_share = scheme.system_share.value.complement();
    let mut measures = scheme.measures.iter();
    let measure = measures.find(|measure| measure.id == result.id);
    let mut slices = Vec::with_capacity(result.tests.len());
    let parts = measure.into_iter().flat_map(|measure| {
        let parts = measure.parts_by_quarter();
        parts.map(move |(quarter, part)| (measure, quarter, part))
    });
    for ((measure, quarter, part), test) in parts.zip(&result.tests) {
        let Some(available) = available.get(quarter.index()) else {
            continue;
        };
        let share = &part.share;
        let rate = own_share.of(measure.weight.value).of(share.value);
        let rules: [Option<&'static Rule>; 3] = [
            Some(&measure.weight.rule),
            (share.value != Rate::ONE).then_some(&share.rule),
            (own_share != Rate::ONE).then_some(&scheme.system_share.rule),
        ];
        let label = (test.name, quarter);
        slices.push(Slice {
            quarter,
            due: inputs.work.share(label.into(), *available, rate, &rules),
            test: Some(test.met),
        });
    }
    Strand {
        id: result.id,
        name: result.name,
        slices,
        behind_the_gate: true,
        recoverable: false,
    }
}

fn system_strand(inputs: &Inputs<'_>, system: &[Test], available: &[Figure; 4]) -> Strand {
    let share = &inputs.plan.scheme.system_share;
    let mut slices = Vec::with_capacity(4);
    for (quarter, available) in Quarter::ALL.into_iter().zip(available) {
        let label = ("Share that hangs on the system", quarter);
        let rules: [Option<&'static Rule>; 1] = [Some(&share.rule)];
        slices.push(Slice {
            quarter,
            due: inputs
                .work
                .share(label.into(), *available, share.value, &rules),
            test: system.get(quarter.index()).copied(),
        });
    }
    Strand {
        id: "system",
        name: "System's control total",
        slices,
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
    for measure in scheme.measures {
        if others.iter().all(|strand| strand.id != measure.id) {
            rules.extend([&measure.applies, &readings::APPLIES]);
        }
    }
    let parts = [&readings::PARTS_OF_A_QUARTER];
    let mut slices = Vec::with_capacity(4);
    for (quarter, available) in Quarter::ALL.into_iter().zip(available) {
        let label = ("Shares of the other tests", quarter);
        let mut taken = work.begin_sum(label.into(), &parts);
        for strand in others {
            for slice in strand.of(quarter) {
                taken.add(slice.due);
            }
        }
        let label = ("Finance share", quarter);
        slices.push(Slice {
            quarter,
            due: work.difference(label.into(), &rules, *available, taken.done()),
            test: None,
        });
    }
    Strand {
        id: "finance",
        name: "Finance",
        slices,
        behind_the_gate: true,
        recoverable: scheme.recovery.value,
    }
}
