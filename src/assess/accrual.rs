//! What is accrued by the plan's date where a quarter's money comes month by month.

use super::decisions::{FinanceTests, decision};
use super::member::Inputs;
use super::position::Position;
use super::terms::Earned;
use crate::calendar::Quarter;
use crate::working::Figure;

impl Inputs<'_> {
    /// What the quarters that have ended paid, and of the one that is running a third
    /// for each month that has; nothing where no fund is accrued so.
    pub(super) fn accrued(&self, position: &Position, earned: &[Earned]) -> Option<Figure> {
        let accrues = |one: &&Earned| one.allotted.earning.accrual.is_some();
        let earned = earned.iter().find(accrues)?;
        let rules = [earned.allotted.earning.accrual.as_ref()?];
        let total = &earned.entitlement.total;
        let mut sum = self.work.begin_sum("Accrued to date".into(), &rules);
        for quarter in Quarter::ALL {
            let months = self.plan.months_ended_in(quarter);
            if self.plan.has_ended(quarter) {
                sum.add(total.paid.of(quarter));
            } else if months > 0 {
                sum.add(self.running(quarter, months, position, earned));
            }
        }
        Some(sum.done())
    }

    /// So many months of a quarter that has not ended, once it is decided.
    fn running(
        &self,
        quarter: Quarter,
        months: usize,
        position: &Position,
        earned: &Earned,
    ) -> Figure {
        const MONTHS: usize = 3;
        let earning = earned.allotted.earning;
        let label = ("Accrued in the running quarter", quarter);
        let rules: Vec<_> = earning.accrual.iter().collect();
        let available = earned.entitlement.total.available.of(quarter);
        let accrued = self
            .work
            .parts_of(label.into(), &rules, available, (months, MONTHS));
        let tests = FinanceTests::from(position);
        let decided = decision(self.work, self.plan, earning, &tests, quarter);
        let tests = [Some(earned.eligible), decided];
        self.work.if_all_met(label.into(), &rules, &tests, accrued)
    }
}
