//! What each fund allocates to an organisation for the year.

use super::member::Inputs;
use crate::scheme::{Allocation, Earning, Rule, Scheme, readings};
use crate::working::{Figure, Test};

/// A fund that pays the organisation's side, with the organisation's allocation.
#[derive(Clone, Copy)]
pub(super) struct Allotted {
    pub scheme: &'static Scheme,
    pub earning: &'static Earning,
    pub allocation: Figure,
}

const YEAR: &str = "Allocation for the year";

impl Inputs<'_> {
    /// The allocations of all funds that pay the organisation's side.
    pub fn allotted(&self, control_total: Figure) -> Vec<Allotted> {
        let mut allotted = Vec::with_capacity(1);
        for (scheme, earning) in self.plan.funds_for(self.organisation.side) {
            allotted.push(Allotted {
                scheme,
                earning,
                allocation: self.allocation(scheme, earning, control_total),
            });
        }
        allotted
    }

    /// All funds' allocations together.
    pub fn allocated(&self, allotted: &[Allotted]) -> Figure {
        match allotted {
            [] => self.work.nothing(YEAR.into(), &[&readings::FUND_NOT_FOR]),
            [only] => only.allocation,
            several => {
                let rules = [&readings::FUNDS_ADDED];
                let mut sum = self.work.begin_sum(YEAR.into(), &rules);
                for one in several {
                    sum.add_named(one.scheme.fund, one.allocation);
                }
                sum.done()
            }
        }
    }

    fn allocation(&self, scheme: &Scheme, earning: &'static Earning, total: Figure) -> Figure {
        let work = self.work;
        match &earning.allocation {
            Allocation::Offered(_) => self.offered(scheme),
            Allocation::OfferedForDeficit(rule) => {
                let tests = [Some(self.is_deficit(total, rule))];
                work.if_all_met(YEAR.into(), &[rule], &tests, self.offered(scheme))
            }
            Allocation::TheDeficit(rule) => self.deficit(YEAR, total, rule),
        }
    }

    fn offered(&self, scheme: &Scheme) -> Figure {
        let mut allocations = self.organisation.allocations.iter();
        let own = allocations.find(|(fund, _)| *fund == scheme.fund);
        self.money(YEAR.into(), own.map(|(_, amount)| *amount), &|| {
            format!("allocation/{}", scheme.fund)
        })
    }

    /// The deficit that a control total allows; nothing for any other.
    pub fn deficit(&self, label: &str, control_total: Figure, rule: &'static Rule) -> Figure {
        let work = self.work;
        let rules = [rule];
        let balance = work.nothing("Break-even".into(), &rules);
        let below = work.difference(
            "Control total below break-even".into(),
            &rules,
            balance,
            control_total,
        );
        work.not_below_nothing(label.into(), &rules, below)
    }

    /// Whether a control total is a deficit.
    pub fn is_deficit(&self, control_total: Figure, rule: &'static Rule) -> Test {
        let rules = [rule];
        let balance = self.work.nothing("Break-even".into(), &rules);
        self.work.more_than(
            "Control total is a deficit".into(),
            &rules,
            balance,
            control_total,
        )
    }
}
