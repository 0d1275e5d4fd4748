//! Capital bids with their figures, as they are weighed against each other.

use super::best_bids::Candidate;
use super::worth::finest;
use crate::calendar::FinancialYear;
use crate::money::Money;
use crate::plan::{CapitalBid, CapitalStatus};
use crate::planning::desk::Desk;
use crate::working::Figure;

/// A bid with its figures.
pub(super) struct Costed<'a> {
    pub bid: &'a CapitalBid,
    pub amounts: Vec<Option<Figure>>,
    pub cost: Figure,
}

impl Costed<'_> {
    pub fn is_live(&self) -> bool {
        self.bid.status != CapitalStatus::Withdrawn
    }

    pub fn has_to_be_in(&self) -> bool {
        self.bid.must_do || self.bid.status == CapitalStatus::Approved
    }

    pub fn amount_of(&self, year: usize) -> Option<Figure> {
        self.amounts.get(year).copied().flatten()
    }
}

impl Desk<'_> {
    pub(super) fn costed<'a>(&self, bid: &'a CapitalBid, years: &[FinancialYear]) -> Costed<'a> {
        let mut cost = self.work.begin_sum("Cost of all years".into(), &[]);
        let mut amounts = Vec::with_capacity(years.len());
        for year in years {
            let mut own = bid.amounts.iter();
            let amount = own.find(|(own, _)| own == year).map(|(_, amount)| {
                self.work.entered(
                    format!("Capital for {} in {year}", bid.code)
                        .as_str()
                        .into(),
                    *amount,
                    &|| format!("planning/capital/bids/{}/amounts/{year}", bid.place),
                )
            });
            if let Some(amount) = amount {
                cost.add(amount);
            }
            amounts.push(amount);
        }
        if bid.amounts.is_empty() {
            cost.add(self.work.entered(
                format!("Capital for {}", bid.code).as_str().into(),
                None,
                &|| format!("planning/capital/bids/{}/amounts", bid.place),
            ));
        }
        Costed {
            bid,
            amounts,
            cost: cost.done(),
        }
    }

    /// The bids that were left out, each an amount not known.
    pub(super) fn bids_left_out(&self) -> Vec<Figure> {
        let all = self.planning.capital.unread.iter();
        all.map(|place| self.left_out("Capital bid", "capital/bids", *place))
            .collect()
    }

    /// The bids as they are weighed, and the envelopes, if all is known; what is not is
    /// noted as missing.
    pub(super) fn candidates(
        &self,
        bids: &[Costed<'_>],
        envelopes: &[Figure],
    ) -> Result<(Vec<Candidate>, Vec<i64>), Figure> {
        let mut waits_for = self
            .work
            .begin_sum("What the choice of bids waits for".into(), &[]);
        let scale = finest(bids.iter().map(|one| one.bid));
        let mut candidates = Vec::with_capacity(bids.len());
        let mut is_known = self.planning.capital.unread.is_empty();
        for one in self.bids_left_out() {
            waits_for.add(one);
        }
        for costed in bids {
            let candidate = self.candidate(costed, bids, scale);
            if candidate.is_none() && costed.is_live() {
                waits_for.add(costed.cost);
                if costed.bid.score.is_none() && !costed.has_to_be_in() {
                    waits_for.add(self.no_score(costed.bid));
                }
            }
            is_known &= candidate.is_some() || !costed.is_live();
            candidates.push(candidate.unwrap_or_else(|| withdrawn(envelopes.len())));
        }
        let left = envelopes.iter().enumerate().map(|(year, envelope)| {
            // Where nothing is asked for it is all the same what there is.
            let mut live = bids.iter().filter(|one| one.is_live());
            let is_asked = live.any(|one| {
                let amount = one.amount_of(year);
                amount.is_some_and(|amount| self.work.amount(amount) != Some(Money::ZERO))
            });
            let amount = self.work.amount(*envelope);
            if is_asked {
                waits_for.add(*envelope);
                amount
            } else {
                Some(amount.unwrap_or_default())
            }
        });
        let left: Option<Vec<i64>> = left.map(|amount| amount.map(Money::pence)).collect();
        match left.filter(|_| is_known) {
            Some(left) => Ok((candidates, left)),
            None => Err(waits_for.done()),
        }
    }

    fn candidate(&self, costed: &Costed<'_>, all: &[Costed<'_>], scale: u32) -> Option<Candidate> {
        let bid = costed.bid;
        let score = bid.score;
        let cost = self.work.amount(costed.cost)?;
        let worth = match score {
            Some(_) => self.worth(bid, cost, scale),
            None if costed.has_to_be_in() => 0,
            None => return None,
        };
        let each = |amount: &Option<Figure>| {
            let amount = amount.and_then(|figure| self.work.amount(figure));
            amount.unwrap_or_default().pence()
        };
        let place_of = |code: &String| all.iter().position(|other| other.bid.code == *code);
        let needs: Vec<Option<usize>> = bid.needs.iter().map(place_of).collect();
        Some(Candidate {
            worth,
            costs: costed.amounts.iter().map(each).collect(),
            cost: i128::from(cost.pence()),
            is_in: costed.is_live() && costed.has_to_be_in(),
            is_out: !costed.is_live() || needs.contains(&None),
            needs: needs.into_iter().flatten().collect(),
        })
    }
}

/// One that is out whatever it costs.
fn withdrawn(years: usize) -> Candidate {
    Candidate {
        worth: 0,
        costs: vec![0; years],
        cost: 0,
        is_in: false,
        is_out: true,
        needs: Vec::new(),
    }
}
