//! What becomes of one test's money of one quarter: earned or missed, and if
//! missed recovered, still recoverable or lost.

use super::strand::{Slice, Strand};
use crate::calendar::Quarter;
use crate::scheme::{Rule, Scheme, readings};
use crate::working::{Figure, Label, Test, Work};

/// What becomes of one test's money of one quarter.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    pub available: Figure,
    pub earned: Figure,
    pub missed: Figure,
    pub recovered: Figure,
    pub still_recoverable: Figure,
    pub lost: Figure,
    /// The later quarter that pays what is recovered.
    pub recovered_in: Option<Quarter>,
}

/// One way that acceptance and finance tests can have turned out.
pub(super) struct Way<'a> {
    pub work: &'a Work,
    pub scheme: &'static Scheme,
    pub accepted: Test,
    /// One for each quarter that has ended.
    pub gates: &'a [Test],
}

impl Way<'_> {
    pub fn gate(&self, quarter: Quarter) -> Option<Test> {
        self.gates.get(quarter.index()).copied()
    }

    /// The first quarter after this one whose finance test is met.
    pub fn back_on_target(&self, after: Quarter) -> Option<Quarter> {
        let met = |quarter: &Quarter| {
            let gate = self.gate(*quarter);
            gate.and_then(|gate| self.work.outcome(gate)) == Some(true)
        };
        let mut quarters = Quarter::ALL.into_iter();
        quarters.find(|quarter| *quarter > after && met(quarter))
    }

    pub fn outcome(&self, strand: &Strand, quarter: Quarter) -> Outcome {
        let work = self.work;
        let label = (strand.name, quarter);
        let available = self.together(label.into(), strand, quarter, &|slice| slice.due);
        let Some(gate) = self.gate(quarter) else {
            return self.to_come(available, quarter);
        };
        let earned = self.earned(strand, gate, quarter);
        let rules = [&readings::MISSED_MONEY];
        let less =
            |words, from, taken| work.difference((words, quarter).into(), &rules, from, taken);
        let missed = less("Missed", available, earned);
        let (recovered, recovered_in) = self.recovered(strand, missed, quarter);
        let open = less("Missed and not recovered", missed, recovered);
        let still_recoverable = self.still_recoverable(strand, open, quarter);
        Outcome {
            available,
            earned,
            missed,
            recovered,
            still_recoverable,
            lost: less("Lost", open, still_recoverable),
            recovered_in,
        }
    }

    /// What the quarter's own tests earn.
    fn earned(&self, strand: &Strand, gate: Test, quarter: Quarter) -> Figure {
        let label = ("Earned", quarter);
        let rules: [&'static Rule; 2] = [&self.scheme.acceptance, &self.scheme.finance_gate];
        let gate = strand.behind_the_gate.then_some(gate);
        self.together(label.into(), strand, quarter, &|slice| {
            let tests = [Some(self.accepted), gate, slice.test];
            self.work
                .if_all_met(label.into(), &rules, &tests, slice.due)
        })
    }

    /// The parts of a quarter added; one alone stands for itself.
    fn together(
        &self,
        label: Label<'_>,
        strand: &Strand,
        quarter: Quarter,
        part: &dyn Fn(Slice) -> Figure,
    ) -> Figure {
        let mut slices = strand.of(quarter);
        let (first, second) = (slices.next(), slices.next());
        if let (Some(only), None) = (first, second) {
            return part(only);
        }
        let rules = [&readings::PARTS_OF_A_QUARTER];
        let mut sum = self.work.begin_sum(label, &rules);
        for slice in first.into_iter().chain(second).chain(slices) {
            sum.add(part(slice));
        }
        sum.done()
    }

    /// What a later quarter has paid of the missed money, and which quarter did.
    fn recovered(
        &self,
        strand: &Strand,
        missed: Figure,
        quarter: Quarter,
    ) -> (Figure, Option<Quarter>) {
        let work = self.work;
        let recovery: [&'static Rule; 1] = [&self.scheme.recovery.rule];
        let label = ("Recovered", quarter);
        if !strand.recoverable {
            let rules = [&readings::NOT_RECOVERABLE];
            return (work.nothing(label.into(), &rules), None);
        }
        let back = self.back_on_target(quarter);
        match back.and_then(|quarter| self.gate(quarter)) {
            Some(gate) => {
                let tests = [Some(self.accepted), Some(gate)];
                let recovered = work.if_all_met(label.into(), &recovery, &tests, missed);
                (recovered, back)
            }
            None => (work.nothing(label.into(), &recovery), None),
        }
    }

    /// What of the open money a quarter still to come can pay.
    fn still_recoverable(&self, strand: &Strand, open: Figure, quarter: Quarter) -> Figure {
        let label = ("Still recoverable", quarter);
        let rules = [&readings::NOT_RECOVERABLE];
        let year_goes_on = self.gate(Quarter::Q4).is_none();
        if strand.recoverable && year_goes_on {
            let tests = [Some(self.accepted)];
            self.work.if_all_met(label.into(), &rules, &tests, open)
        } else {
            self.work.nothing(label.into(), &rules)
        }
    }

    /// Nothing is earned or missed yet.
    fn to_come(&self, available: Figure, quarter: Quarter) -> Outcome {
        let rules = [&readings::TO_COME];
        let nothing = |words| self.work.nothing((words, quarter).into(), &rules);
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
}
