//! What an organisation earns from a fund, quarter by quarter: C5.

use super::figures::{ByQuarter, each_quarter};
use super::fund::{Element, ElementRows, FundRows};
use super::outcome::{Outcome, Way};
use super::strand::{Decided, Strand};
use super::terms::{PAID_TO_DATE, WHAT_HANGS};
use crate::calendar::Quarter;
use crate::scheme::{Rule, Tested, readings};
use crate::working::{Figure, Sum};

/// A test with what becomes of its money, quarter by quarter.
pub(super) type Outcomes<'a> = (&'a Strand, [Outcome; 4]);

impl Way<'_> {
    pub fn element(&self, fund: &'static str, strand: &Strand, outcomes: &[Outcome; 4]) -> Element {
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
    pub fn total(&self, available: (Figure, [Figure; 4]), strands: &[Outcomes<'_>]) -> FundRows {
        let missed = [&readings::MISSED_MONEY];
        let parts = [&readings::PARTS_OF_A_QUARTER];
        let sum = |label: &str, rules: &[&'static Rule], pick: fn(&Outcome) -> Figure| {
            let labels = Quarter::ALL.map(|quarter| (label, quarter).into());
            self.work.sum_columns(labels, rules, &|add| {
                for (strand, outcomes) in strands {
                    add(strand.name, outcomes.each_ref().map(pick));
                }
            })
        };
        let (allocation, available) = available;
        let earned = sum("Earned", &parts, |outcome| outcome.earned);
        let missed_by_test = sum("Missed", &missed, |outcome| outcome.missed);
        let missed_in_all = self.known_or_left(missed_by_test, available, &[("Missed", earned)]);
        let recovered = sum("Recovered", &missed, |outcome| outcome.recovered);
        let still_recoverable = sum("Still recoverable", &missed, |outcome| {
            outcome.still_recoverable
        });
        let lost = sum("Lost", &missed, |outcome| outcome.lost);
        let not_lost = [
            ("Missed and not recovered", recovered),
            ("Lost", still_recoverable),
        ];
        let lost = self.known_or_left(lost, missed_in_all, &not_lost);
        FundRows {
            // The year's money is the allocation, however the quarters share it.
            available: ByQuarter {
                quarters: available,
                year: allocation,
            },
            earned: self.with_year("Earned", earned),
            missed: self.with_year("Missed", missed_in_all),
            recovered: self.with_year("Recovered", recovered),
            still_recoverable: self.with_year("Still recoverable", still_recoverable),
            lost: self.with_year("Lost", lost),
            still_to_earn: self.still_to_earn(available),
            paid: self.paid(strands),
        }
    }

    /// Sums of the tests' parts; where one has a part that is not known, what is left
    /// of the whole without the others, if that is: each with the words for what is then left.
    fn known_or_left(
        &self,
        sums: [Figure; 4],
        whole: [Figure; 4],
        without: &[(&str, [Figure; 4])],
    ) -> [Figure; 4] {
        let rules = [&readings::MISSED_MONEY];
        let is_known = |figure: &Figure| self.work.amount(*figure).is_some();
        each_quarter(&|quarter| {
            let [sum, mut left] = [sums, whole].map(|row| quarter.own(row));
            if is_known(&sum) {
                return sum;
            }
            for (words, row) in without {
                let label = (*words, quarter).into();
                left = self.work.difference(label, &rules, left, quarter.own(*row));
            }
            Some(left).filter(is_known).unwrap_or(sum)
        })
    }

    /// The money of the quarters still to come.
    fn still_to_earn(&self, available: [Figure; 4]) -> ByQuarter {
        let words = "Still to earn";
        let rules = [&readings::TO_COME];
        let quarters = each_quarter(&|quarter| {
            let label = (words, quarter).into();
            if self.is_to_come(quarter) {
                self.work.sum(label, &rules, &[quarter.own(available)])
            } else {
                self.work.nothing(label, &rules)
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

    /// What has been paid by each quarter's end.
    pub fn paid_to_date(&self, paid: [Figure; 4]) -> [Figure; 4] {
        let rules = [&readings::PAID];
        each_quarter(&|quarter| {
            let mut sum = self.work.begin_sum((PAID_TO_DATE, quarter).into(), &rules);
            for earlier in quarter.and_before() {
                sum.add(earlier.own(paid));
            }
            sum.done()
        })
    }

    /// What the finance test at the end of this quarter decides. Of a test still to
    /// come, all that it can decide.
    pub fn what_hangs(
        &self,
        quarter: Quarter,
        strands: &[Outcomes<'_>],
        total: &FundRows,
    ) -> Figure {
        let rules = [&readings::WHAT_HANGS];
        let label = (WHAT_HANGS, quarter);
        let mut sum = self.work.begin_sum(label.into(), &rules);
        if let Some(decided) = self.decided_at(quarter) {
            for (strand, outcomes) in strands {
                if !strand.tapers {
                    self.add_own_money(&mut sum, strand, decided);
                }
                if strand.recoverable && !self.is_to_come(quarter) {
                    self.add_waiting(&mut sum, outcomes, decided);
                }
            }
            if self.is_to_come(quarter) {
                sum.add(total.still_recoverable.year);
            }
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
