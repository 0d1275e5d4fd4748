//! The capital bid that would fit next beside those chosen, with all that it needs, and
//! what it lacks.

use super::best_bids::Candidate;
use super::candidates::Costed;
use super::search::{all_needs, bit};
use super::{CapitalOutcome, CapitalYear};
use crate::money::Money;
use crate::planning::desk::Desk;
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
    /// What those are for that it needs and that would have to come in with it.
    pub with: Vec<String>,
    /// What more they would take in each of the fit's years.
    pub by_year: Vec<Figure>,
    /// In all.
    pub more: Figure,
}

impl Desk<'_> {
    /// Of those out, the one that with all that it needs lacks least.
    pub(super) fn next_bid(
        &self,
        candidates: &[Candidate],
        bids: &[(&Costed<'_>, CapitalOutcome)],
        years: &[CapitalYear],
    ) -> Option<NextBid> {
        let mut next: Vec<&Costed<'_>> = Vec::new();
        let mut least: Option<(Money, Reverse<i128>)> = None;
        let all = || candidates.iter().zip(bids).enumerate();
        for (place, (candidate, (costed, outcome))) in all() {
            if outcome.is_in() || candidate.worth <= 0 {
                continue;
            }
            let needs = all_needs(candidates, place) & !bit(place);
            let mut bundle = vec![*costed];
            let mut worth = candidate.worth;
            let mut can_be = !candidate.is_out;
            for (other, (candidate, (costed, outcome))) in all() {
                if needs & bit(other) != 0 && !outcome.is_in() {
                    bundle.push(*costed);
                    worth = worth.saturating_add(candidate.worth);
                    can_be &= !candidate.is_out;
                }
            }
            if !can_be {
                continue;
            }
            let key = (self.lacks(&bundle, years)?, Reverse(worth));
            if least.is_none_or(|least| key < least) {
                least = Some(key);
                next = bundle;
            }
        }
        let (bid, others) = next.split_first()?;
        let work = self.work;
        let rules = [&readings::NEXT_BID];
        let mut by_year = Vec::with_capacity(years.len());
        for (place, year) in years.iter().enumerate() {
            let label = format!("More capital in {}", year.year);
            let label = label.as_str().into();
            let asked = next.iter();
            let asked = asked.filter_map(|one| Some((*one, one.amount_of(place)?)));
            let asked = asked.filter(|(_, asked)| work.amount(*asked) != Some(Money::ZERO));
            let asked: Vec<(&Costed<'_>, Figure)> = asked.collect();
            let together = match asked.as_slice() {
                [] => {
                    by_year.push(work.nothing(label, &rules));
                    continue;
                }
                [(_, alone)] => *alone,
                several => {
                    let mut sum = work.begin_sum("Capital asked for together".into(), &[]);
                    for (one, asked) in several {
                        sum.add_named(&one.bid.name, *asked);
                    }
                    sum.done()
                }
            };
            let beyond = "More than is left";
            let beyond = work.difference(beyond.into(), &[], together, year.left?);
            by_year.push(work.not_below_nothing(label, &rules, beyond));
        }
        let with = others.iter().map(|other| other.bid.name.clone());
        Some(NextBid {
            code: bid.bid.code.clone(),
            name: bid.bid.name.clone(),
            with: with.collect(),
            more: work.sum("More capital for the next bid".into(), &rules, &by_year),
            by_year,
        })
    }

    /// By how much a bundle is more than what is left, over all years.
    fn lacks(&self, bundle: &[&Costed<'_>], years: &[CapitalYear]) -> Option<Money> {
        let mut lacks = Money::ZERO;
        for (place, year) in years.iter().enumerate() {
            let asked = bundle
                .iter()
                .filter_map(|one| self.work.amount(one.amount_of(place)?));
            let asked: Money = asked.sum();
            if asked > Money::ZERO {
                let beyond = asked.minus(self.work.amount(year.left?)?);
                lacks = lacks.plus(beyond.max(Money::ZERO));
            }
        }
        Some(lacks)
    }
}
