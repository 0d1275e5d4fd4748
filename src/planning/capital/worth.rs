//! What bids are worth: their points, or their benefits, which are cost times multiple.

use super::CapitalOutcome;
use super::candidates::Costed;
use crate::money::{Money, Rate, Unit};
use crate::plan::{CapitalBid, Worth};
use crate::planning::desk::Desk;
use crate::scheme::readings;
use crate::working::Figure;

impl Desk<'_> {
    /// A score left blank.
    pub(in crate::planning) fn no_score(&self, bid: &CapitalBid) -> Figure {
        let label = format!("Score of {}", bid.code);
        self.work.entered(label.as_str().into(), None, &|| {
            format!("planning/capital/bids/{}/score", bid.place)
        })
    }

    /// What a bid is worth: its points, or its cost times its multiple.
    pub(in crate::planning) fn worth(&self, bid: &CapitalBid, cost: Money, scale: u32) -> i128 {
        let points = bid.score.map_or(0, |score| scaled(score, scale));
        match self.planning.capital.worth {
            Worth::Points => points,
            Worth::Ratio => points.saturating_mul(i128::from(cost.pence())),
        }
    }

    /// The most worth that a choice can have, in words. Benefits are rounded up: those of
    /// each bid may be half a penny more, since they are rounded before they are added.
    pub(super) fn most(&self, most: i128, bids: &[Costed<'_>]) -> String {
        let scale = finest(bids.iter().map(|one| one.bid));
        if self.planning.capital.worth == Worth::Points {
            return Rate::from_digits(most, scale).plain();
        }
        let pence = most.checked_div(10_i128.saturating_pow(scale));
        let pence = i64::try_from(pence.unwrap_or_default()).unwrap_or(i64::MAX);
        let up = i64::try_from(bids.len()).unwrap_or(i64::MAX);
        Money::from_pence(pence.saturating_add(up)).in_words(Unit::Pounds)
    }

    /// The sum of cost times multiple.
    pub(super) fn benefits(&self, bids: &[(&Costed<'_>, CapitalOutcome)]) -> Figure {
        let rule = &readings::CAPITAL_WORTH;
        let rules = [rule];
        let mut parts = Vec::with_capacity(bids.len());
        for (costed, _) in bids.iter().filter(|(_, outcome)| outcome.is_in()) {
            let label = "Benefits";
            let worth = match costed.bid.score {
                Some(score) => self
                    .work
                    .share(label.into(), costed.cost, score, &[Some(rule)]),
                None => self.no_score(costed.bid),
            };
            parts.push((costed.bid.name.as_str(), worth));
        }
        let mut sum = self
            .work
            .begin_sum("Benefits of the bids that are in".into(), &rules);
        for (name, part) in parts {
            sum.add_named(name, part);
        }
        sum.done()
    }
}

/// The most decimals that a score has.
pub(super) fn finest<'a>(bids: impl Iterator<Item = &'a CapitalBid>) -> u32 {
    let scales = bids.filter_map(|bid| bid.score).map(Rate::scale);
    scales.max().unwrap_or_default()
}

/// A rate as a whole number of so many decimals.
fn scaled(rate: Rate, scale: u32) -> i128 {
    let finer = 10_i128.saturating_pow(scale.saturating_sub(rate.scale()));
    rate.mantissa().saturating_mul(finer)
}

/// The points of those that are in, added; nothing where those of one are blank.
pub(super) fn points(bids: &[(&Costed<'_>, CapitalOutcome)]) -> Option<String> {
    let mut is_in = bids.iter().filter(|(_, outcome)| outcome.is_in());
    let points = is_in.try_fold(Rate::ZERO, |sum, (costed, _)| {
        Some(sum.and(costed.bid.score?))
    });
    points.map(Rate::plain)
}
