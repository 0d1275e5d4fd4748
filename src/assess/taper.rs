//! What a miss leaves where it loses only as much as the position is short: the
//! recovery fund's taper of 2020/21.

use super::outcome::{Outcome, Way};
use crate::calendar::Quarter;
use crate::money::Money;
use crate::scheme::Rule;
use crate::working::Figure;

impl Way<'_> {
    /// Whether a quarter has money of which a miss can leave some.
    pub(super) fn is_short(&self, quarter: Quarter, due: Figure) -> bool {
        let met = self.gate(quarter).and_then(|gate| self.work.outcome(gate));
        met != Some(true) && self.work.amount(due) != Some(Money::ZERO)
    }

    /// What a miss leaves where it loses only as much as the position is short: the
    /// money to date less the shortfall to date, less what earlier quarters have
    /// earned of it.
    pub(super) fn tapered(&self, due: Figure, quarter: Quarter, before: &[Outcome]) -> Figure {
        let work = self.work;
        let rules: Vec<&'static Rule> = self.earning.taper.iter().map(|one| &one.rule).collect();
        let variance = self.variance.get(quarter.index()).copied();
        let nothing = work.nothing("Nothing".into(), &rules);
        let variance = variance.unwrap_or(nothing);
        let words = |words| (words, quarter).into();
        let ahead = work.not_below_nothing(words("Ahead of the target to date"), &rules, variance);
        let mut money =
            work.begin_sum(words("Money to date, with what is short taken off"), &rules);
        money.add(due);
        for earlier in before {
            money.add(earlier.available);
        }
        money.add(variance);
        let money = work.difference(
            words("Left of the money to date"),
            &rules,
            money.done(),
            ahead,
        );
        let mut paid = work.begin_sum(words("Earned in earlier quarters"), &rules);
        for earlier in before {
            paid.add(earlier.earned);
        }
        let left = work.difference(words("Left for the quarter"), &rules, money, paid.done());
        let left = work.not_below_nothing(words("Left for the quarter, or nothing"), &rules, left);
        let earned = work.smaller(words("Earned"), &rules, due, left);
        work.if_all_met(words("Earned"), &rules, &[Some(self.eligible)], earned)
    }
}
