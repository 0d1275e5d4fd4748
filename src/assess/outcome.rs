//! What becomes of one test's money of one quarter: earned or missed, and if
//! missed recovered, still recoverable or lost.

use super::decisions::Decisions;
use super::strand::{Decided, Slice, Strand};
use crate::calendar::Quarter;
use crate::money::Money;
use crate::scheme::{Earning, Rule, readings};
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

/// One way that the conditions and the finance tests can have turned out.
pub(super) struct Way<'a> {
    pub work: &'a Work,
    pub earning: &'static Earning,
    /// Whether the organisation is in the fund.
    pub eligible: Test,
    /// The own deciding test of each quarter that has ended.
    pub gates: &'a Decisions,
    /// By how much the own target to date is made or missed, quarter by quarter.
    pub variance: &'a [Figure],
}

impl Way<'_> {
    /// Whether a quarter has not ended yet.
    pub const fn is_to_come(&self, quarter: Quarter) -> bool {
        quarter.index() >= self.gates.len()
    }

    /// The own finance test that decides about a quarter, once there is one.
    pub fn gate(&self, quarter: Quarter) -> Option<Test> {
        self.gates.get(quarter.index()).copied().flatten()
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

    /// What becomes of a test's money, quarter by quarter.
    pub fn outcomes(&self, strand: &Strand) -> [Outcome; 4] {
        let mut before = Vec::with_capacity(4);
        Quarter::ALL.map(|quarter| {
            let outcome = self.outcome(strand, quarter, &before);
            before.push(outcome);
            outcome
        })
    }

    fn outcome(&self, strand: &Strand, quarter: Quarter, before: &[Outcome]) -> Outcome {
        let label = (strand.name, quarter);
        let available = self.together(label.into(), strand, quarter, &|slice| slice.due);
        if self.is_to_come(quarter) {
            return self.to_come(available, quarter);
        }
        let earned = if strand.tapers && self.is_short(quarter, available) {
            self.tapered(available, quarter, before)
        } else {
            self.earned(strand, quarter)
        };
        let missed = if self.is_kept(strand, quarter, earned) {
            self.none_left("Missed", quarter)
        } else {
            self.left("Missed", quarter, available, earned)
        };
        let (recovered, recovered_in) = self.recovered(strand, missed, quarter);
        let words = "Missed and not recovered";
        let open = if recovered_in.is_some() && self.is_all_of(missed) {
            self.none_left(words, quarter)
        } else {
            self.left(words, quarter, missed, recovered)
        };
        let still_recoverable = self.still_recoverable(strand, open, quarter);
        let lost = if self.is_still_recoverable(strand) && self.is_all_of(open) {
            self.none_left("Lost", quarter)
        } else {
            self.left("Lost", quarter, open, still_recoverable)
        };
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

    /// What is left of an amount without a part of it.
    fn left(&self, words: &str, quarter: Quarter, whole: Figure, part: Figure) -> Figure {
        let rules = [&readings::MISSED_MONEY];
        self.work
            .difference((words, quarter).into(), &rules, whole, part)
    }

    /// Nothing is left where the part is the whole, however much that is.
    fn none_left(&self, words: &str, quarter: Quarter) -> Figure {
        let rules = [&readings::MISSED_MONEY];
        self.work.nothing((words, quarter).into(), &rules)
    }

    /// Whether what the organisation gets of an amount that is not known is all of it.
    fn is_all_of(&self, amount: Figure) -> bool {
        self.work.amount(amount).is_none() && self.work.outcome(self.eligible) == Some(true)
    }

    /// What the quarter's own tests earn.
    fn earned(&self, strand: &Strand, quarter: Quarter) -> Figure {
        let label = ("Earned", quarter);
        let rules: [&'static Rule; 1] = [&self.earning.delivery.rule];
        self.together(label.into(), strand, quarter, &|slice| {
            self.work
                .if_all_met(label.into(), &rules, &self.tests(slice), slice.due)
        })
    }

    /// All that a slice hangs on.
    fn tests(&self, slice: Slice) -> [Option<Test>; 4] {
        let [own, system] = self.finance_tests(slice);
        [Some(self.eligible), own, system, slice.performance]
    }

    /// Whether nothing of a quarter is missed, though it is not known how much it
    /// earns: all that it hangs on is met.
    fn is_kept(&self, strand: &Strand, quarter: Quarter, earned: Figure) -> bool {
        let is_met = |slice: Slice| {
            let mut tests = self.tests(slice).into_iter().flatten();
            self.work.amount(slice.due) == Some(Money::ZERO)
                || tests.all(|test| self.work.outcome(test) == Some(true))
        };
        self.work.amount(earned).is_none() && strand.of(quarter).all(is_met)
    }

    /// The own and the system's finance test that a slice hangs on.
    fn finance_tests(&self, slice: Slice) -> [Option<Test>; 2] {
        let gate = self.gate(slice.quarter);
        match slice.decided {
            Decided::Own => [gate, None],
            Decided::Neither => [None, None],
            Decided::System { test, own_waived } => {
                let own = own_waived.zip(gate).map(|(waived, gate)| {
                    let label = ("Own total met, or not needed", slice.quarter);
                    let rules = [&readings::SYSTEM_PART];
                    self.work.any_of(label.into(), &rules, &[waived, gate])
                });
                [own, test]
            }
        }
    }

    /// The parts of a quarter added; one alone stands for itself.
    fn together(
        &self,
        label: Label<'_>,
        strand: &Strand,
        quarter: Quarter,
        part: &dyn Fn(Slice) -> Figure,
    ) -> Figure {
        let only = strand.of(quarter).next();
        if let Some(only) = only.filter(|_| strand.of(quarter).count() == 1) {
            return part(only);
        }
        let rules = [&readings::PARTS_OF_A_QUARTER];
        let mut sum = self.work.begin_sum(label, &rules);
        for slice in strand.of(quarter) {
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
        let recovery: [&'static Rule; 1] = [&self.earning.recovery.rule];
        let label = ("Recovered", quarter);
        if !strand.recoverable {
            let rules = [&readings::NOT_RECOVERABLE];
            return (work.nothing(label.into(), &rules), None);
        }
        let back = self.back_on_target(quarter);
        match back.and_then(|quarter| self.gate(quarter)) {
            Some(gate) => {
                let tests = [Some(self.eligible), Some(gate)];
                let recovered = work.if_all_met(label.into(), &recovery, &tests, missed);
                (recovered, back)
            }
            None => (work.nothing(label.into(), &recovery), None),
        }
    }

    /// Whether a quarter still to come can pay what has been missed.
    const fn is_still_recoverable(&self, strand: &Strand) -> bool {
        strand.recoverable && self.is_to_come(Quarter::Q4)
    }

    /// What of the open money a quarter still to come can pay.
    fn still_recoverable(&self, strand: &Strand, open: Figure, quarter: Quarter) -> Figure {
        let label = ("Still recoverable", quarter);
        let rules = [&readings::NOT_RECOVERABLE];
        if self.is_still_recoverable(strand) {
            let tests = [Some(self.eligible)];
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
