//! The capital bid that would fit next beside those chosen, and what it lacks.

use super::candidates::{Costed, finest};
use super::capital::{CapitalOutcome, CapitalYear};
use super::desk::Desk;
use crate::money::Money;
use crate::scheme::readings;
use crate::working::Figure;
use serde::Serialize;
use std::cmp::Reverse;

/// The next bid that would fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct NextBid {
    /// Its code.
    pub code: String,
    /// What it is for.
    pub name: String,
    /// What more it would take in each of the fit's years.
    pub by_year: Vec<Figure>,
    /// In all.
    pub more: Figure,
}

impl Desk<'_> {
    /// Of those out for want of room, the one that lacks least.
    pub(super) fn next_bid(
        &self,
        bids: &[(&Costed<'_>, CapitalOutcome)],
        years: &[CapitalYear],
    ) -> Option<NextBid> {
        let out = bids.iter().filter(|(_, outcome)| {
            matches!(outcome, CapitalOutcome::NoRoom | CapitalOutcome::TooLarge)
        });
        let is_in = |code: &String| {
            let mut all = bids.iter();
            all.any(|(other, outcome)| other.bid.code == *code && outcome.is_in())
        };
        let ready = out.filter(|(costed, _)| costed.bid.needs.iter().all(is_in));
        let scale = finest(bids.iter().map(|(costed, _)| costed.bid));
        let key = |costed: &Costed<'_>| {
            let cost = self.work.amount(costed.cost).unwrap_or_default();
            let worth = self.worth(costed.bid, cost, scale);
            Some((self.lacks(costed, years)?, Reverse(worth)))
        };
        let lacking = ready.filter_map(|(costed, _)| Some((*costed, key(costed)?)));
        let (next, _) = lacking.reduce(|one, two| if two.1 < one.1 { two } else { one })?;
        let work = self.work;
        let rules = [&readings::NEXT_BID];
        let mut by_year = Vec::with_capacity(years.len());
        for (place, year) in years.iter().enumerate() {
            let label = format!("More capital in {}", year.year);
            let label = label.as_str().into();
            let asked = next.amount_of(place);
            let asked = asked.filter(|asked| work.amount(*asked) != Some(Money::ZERO));
            by_year.push(match asked {
                None => work.nothing(label, &rules),
                Some(asked) => {
                    let beyond = "More than is left";
                    let beyond = work.difference(beyond.into(), &[], asked, year.left?);
                    work.not_below_nothing(label, &rules, beyond)
                }
            });
        }
        Some(NextBid {
            code: next.bid.code.clone(),
            name: next.bid.name.clone(),
            more: work.sum("More capital for the next bid".into(), &rules, &by_year),
            by_year,
        })
    }

    /// By how much a bid is more than what is left, over all years.
    fn lacks(&self, costed: &Costed<'_>, years: &[CapitalYear]) -> Option<Money> {
        let mut lacks = Money::ZERO;
        for (place, year) in years.iter().enumerate() {
            let asked = costed.amount_of(place);
            let asked = asked.and_then(|figure| self.work.amount(figure));
            if let Some(asked) = asked.filter(|asked| *asked > Money::ZERO) {
                let beyond = asked.minus(self.work.amount(year.left?)?);
                lacks = lacks.plus(beyond.max(Money::ZERO));
            }
        }
        Some(lacks)
    }
}
