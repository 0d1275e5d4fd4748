//! The search for the best choice: branch and bound over all choices, in whole numbers.
//!
//! At the prices of [`Prices`] each bid has a gain: its value less its costs. No choice
//! is worth more than what is left at these prices and the gains above nothing together,
//! less what a decision against a gain, or for a loss, costs. The bids with the largest
//! gains and losses are decided first: of a wrong decision about them nothing can come
//! that is as good as the best so far.

use super::best_bids::Candidate;
use super::prices::{Offer, Prices};
use super::scale::Scale;
use crate::order::in_order;
use std::cmp::Reverse;

/// A candidate's bit in a set of them: the first has the highest.
pub(super) fn bit(place: usize) -> u64 {
    let shift = u32::try_from(place).unwrap_or(u32::MAX);
    (1_u64 << 63).checked_shr(shift).unwrap_or_default()
}

/// The places of the candidates in a set.
fn places(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = usize::try_from(set.leading_zeros()).unwrap_or_default();
        let is_some = set != 0;
        set &= !bit(place);
        is_some.then_some(place)
    })
}

/// Whether each candidate is in or out, as far as it is decided.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    pub is_in: u64,
    is_out: u64,
    pub value: i128,
    cost: i128,
    /// The most value that it can have when all is decided.
    most: i128,
}

impl Part {
    const fn is_decided(&self, place: u64) -> bool {
        (self.is_in | self.is_out) & place != 0
    }

    fn is_better_than(&self, other: &Self) -> bool {
        (self.value, other.cost, self.is_in) > (other.value, self.cost, other.is_in)
    }
}

/// A candidate in the search.
struct Bid<'a> {
    offer: Offer<'a>,
    cost: i128,
    /// Those that are in with it, and itself.
    with: u64,
    /// Those that are out without it, and itself.
    without: u64,
    gain: i128,
}

pub(super) struct Search<'a> {
    bids: Vec<Bid<'a>>,
    /// The order in which the bids are decided.
    order: Vec<usize>,
    /// What the bids that are in leave of each year.
    left: Vec<i64>,
    pub best: Part,
    /// The most value that a choice which was not weighed can have.
    pub open: i128,
    /// How many choices may still be weighed.
    steps: usize,
}

impl<'a> Search<'a> {
    pub fn of(candidates: &'a [Candidate], scale: &Scale, envelope: &[i64], steps: usize) -> Self {
        let with = (0..candidates.len()).map(|place| all_needs(candidates, place));
        let with: Vec<u64> = with.collect();
        let all = candidates.iter().zip(&with).enumerate();
        let bids = all.map(|(place, (candidate, needs))| {
            let others = with.iter().enumerate();
            let others = others.filter(|(_, needs)| **needs & bit(place) != 0);
            Bid {
                offer: Offer {
                    value: scale.value(place, candidate),
                    costs: &candidate.costs,
                },
                cost: candidate.cost,
                with: *needs,
                without: others.fold(0, |set, (other, _)| set | bit(other)),
                gain: 0,
            }
        });
        Self {
            bids: bids.collect(),
            order: Vec::new(),
            left: envelope.to_vec(),
            best: Part::default(),
            open: i128::MIN,
            steps,
        }
    }

    /// Of two bids that nothing hangs on, where one is worth at least as much and costs at
    /// most as much in every year, the other is in only with it: otherwise taking it in the
    /// other's stead were better.
    pub fn prefer_the_better(&mut self, candidates: &[Candidate]) {
        let all = candidates.iter().zip(&self.bids).enumerate();
        let free = all.filter(|(place, (one, bid))| {
            (bid.with | bid.without) == bit(*place) && !one.is_in && !one.is_out
        });
        let free: Vec<(usize, &Candidate)> = free.map(|(place, (one, _))| (place, one)).collect();
        for one in &free {
            for two in &free {
                if !is_better(*one, *two) {
                    continue;
                }
                if let Some(better) = self.bids.get_mut(one.0) {
                    better.without |= bit(two.0);
                }
                if let Some(worse) = self.bids.get_mut(two.0) {
                    worse.with |= bit(one.0);
                }
            }
        }
    }

    /// What is decided before anything is weighed: what has to be in or out, and what
    /// does not fit beside that.
    pub fn settled(&mut self, candidates: &[Candidate]) -> Option<Part> {
        let mut part = Part::default();
        let all = || candidates.iter().enumerate();
        for (place, _) in all().filter(|(_, one)| one.is_out) {
            part = self.without(place, &part)?;
        }
        for (place, _) in all().filter(|(_, one)| one.is_in) {
            part = self.with(place, &part)?;
        }
        for (place, _) in all() {
            match self.with(place, &part) {
                Some(with) => self.give_back(with.is_in & !part.is_in),
                None => part = self.without(place, &part)?,
            }
        }
        Some(part)
    }

    /// Finds the prices, and by them the order in which the rest is decided.
    pub fn priced(&mut self, part: &Part) -> Part {
        let open = |place: &usize| !part.is_decided(bit(*place));
        let open: Vec<usize> = (0..self.bids.len()).filter(open).collect();
        let offers = open.iter().filter_map(|place| self.bids.get(*place));
        let offers: Vec<Offer<'a>> = offers.map(|bid| bid.offer).collect();
        let prices = Prices::of(&offers, &self.left);
        for bid in &mut self.bids {
            bid.gain = prices.gain(&bid.offer);
        }
        let size = |place: usize| {
            let bid = open.get(place).and_then(|place| self.bids.get(*place));
            bid.map(|bid| bid.gain.unsigned_abs())
        };
        let order = in_order(open.len(), &|one, two| size(two).cmp(&size(one)));
        let order = order.iter().filter_map(|place| open.get(*place).copied());
        self.order = order.collect();
        let most = prices.most(&offers, &self.left);
        Part {
            most: part.value.wrapping_add(most),
            ..*part
        }
    }

    /// Decides the bids from this turn on.
    pub fn from(&mut self, turn: usize, part: &Part) {
        if part.most < self.best.value {
            return;
        }
        let Some(steps) = self.steps.checked_sub(1) else {
            self.open = self.open.max(part.most);
            return;
        };
        self.steps = steps;
        let mut turns = self.order.iter().enumerate().skip(turn);
        let Some((turn, place)) = turns.find(|(_, place)| !part.is_decided(bit(**place))) else {
            if part.is_better_than(&self.best) {
                self.best = *part;
            }
            return;
        };
        let (place, next) = (*place, turn.saturating_add(1));
        let is_in_first = self.is_likely(place);
        for is_in in [is_in_first, !is_in_first] {
            if !is_in && let Some(without) = self.without(place, part) {
                self.from(next, &without);
            } else if is_in && let Some(with) = self.with(place, part) {
                self.from(next, &with);
                self.give_back(with.is_in & !part.is_in);
            }
        }
    }

    /// Whether a bid gains, or loses so little that it is tried first where it fits.
    fn is_likely(&self, place: usize) -> bool {
        let bid = self.bids.get(place);
        bid.is_some_and(|bid| bid.gain.wrapping_mul(64) >= bid.offer.value.wrapping_neg())
    }

    /// With a bid and all that it needs; nothing where that does not fit.
    fn with(&mut self, place: usize, part: &Part) -> Option<Part> {
        let more = self.bids.get(place)?.with & !part.is_in;
        if more & part.is_out != 0 {
            return None;
        }
        let mut with = *part;
        with.is_in |= more;
        let mut fits = true;
        for bid in places(more).filter_map(|place| self.bids.get(place)) {
            with.value = with.value.wrapping_add(bid.offer.value);
            with.cost = with.cost.wrapping_add(bid.cost);
            with.most = with.most.wrapping_add(bid.gain.min(0));
            for (left, cost) in self.left.iter_mut().zip(bid.offer.costs) {
                *left = left.saturating_sub(*cost);
                fits &= *left >= 0;
            }
        }
        if !fits {
            self.give_back(more);
        }
        fits.then_some(with)
    }

    fn give_back(&mut self, set: u64) {
        for bid in places(set).filter_map(|place| self.bids.get(place)) {
            for (left, cost) in self.left.iter_mut().zip(bid.offer.costs) {
                *left = left.saturating_add(*cost);
            }
        }
    }

    /// Without a bid and all that need it; nothing where one of them is in.
    fn without(&self, place: usize, part: &Part) -> Option<Part> {
        let fewer = self.bids.get(place)?.without & !part.is_out;
        let mut without = *part;
        without.is_out |= fewer;
        for bid in places(fewer).filter_map(|place| self.bids.get(place)) {
            without.most = without.most.wrapping_sub(bid.gain.max(0));
        }
        (fewer & part.is_in == 0).then_some(without)
    }

    /// Adds to the best found what still fits, so that no room is left that a bid could
    /// have had.
    pub fn fill_up(&mut self, start: &Part) {
        let mut part = *start;
        for place in places(self.best.is_in).chain(self.order.clone()) {
            if let Some(with) = self.with(place, &part) {
                if with.value >= part.value {
                    part = with;
                } else {
                    self.give_back(with.is_in & !part.is_in);
                }
            }
        }
        self.best = part;
    }
}

/// Those that a candidate needs, directly or by way of others, and itself.
pub(super) fn all_needs(candidates: &[Candidate], place: usize) -> u64 {
    let mut all = bit(place);
    loop {
        let needs = places(all).filter_map(|place| candidates.get(place));
        let needs = needs.flat_map(|one| &one.needs);
        let more = needs.fold(all, |set, need| set | bit(*need));
        if more == all {
            return all;
        }
        all = more;
    }
}

/// Whether a candidate is to be preferred to another; of equal ones the first.
fn is_better(one: (usize, &Candidate), two: (usize, &Candidate)) -> bool {
    let ((place, one), (other, two)) = (one, two);
    let mut costs = one.costs.iter().zip(&two.costs);
    let better = (one.worth, Reverse(&one.costs), Reverse(place));
    let worse = (two.worth, Reverse(&two.costs), Reverse(other));
    one.worth >= two.worth && costs.all(|(one, two)| one <= two) && better > worse
}
