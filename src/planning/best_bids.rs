//! Choosing bids for fixed envelopes: branch and bound over all choices, in whole numbers.
//!
//! At the prices of [`Prices`] each bid has a gain: its value less its costs. No choice
//! is worth more than what is left at these prices and the gains above nothing together,
//! less what a decision against a gain, or for a loss, costs. The bids with the largest
//! gains and losses are decided first: of a wrong decision about them nothing can come
//! that is as good as the best so far.

use super::prices::{Offer, Prices};
use crate::order::in_order;
use std::cmp::Reverse;

/// A bid as far as choosing looks at it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// What it is worth, not below nothing.
    pub worth: i128,
    /// Its pence in each year of the envelope, not below nothing.
    pub costs: Vec<i64>,
    /// Its pence in all years.
    pub cost: i128,
    /// Whether it is in for certain.
    pub is_in: bool,
    /// Whether it is out for certain.
    pub is_out: bool,
    /// The places of the candidates without which it can't be.
    pub needs: Vec<usize>,
}

/// What came of choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// For each candidate, whether it is chosen in the best choice.
    Best(Vec<bool>),
    /// The same in the best choice that was found, where there are too many to weigh all,
    /// and the most that any can be worth.
    BestFound(Vec<bool>, i128),
    /// What has to be in does not fit, or needs what is out.
    Impossible,
}

/// How many choices are weighed at most, whole or in part, so that a page never waits for
/// long.
pub(super) const MOST_STEPS: usize = 4_000_000;

/// The best choice: the highest worth, then the lowest cost, then the set that has the
/// first of the candidates, in their order, in which two sets differ.
pub(super) fn best_bids(candidates: &[Candidate], envelope: &[i64], most_steps: usize) -> Choice {
    let scale = Scale::of(candidates);
    let mut search = Search::of(candidates, &scale, envelope, most_steps);
    search.prefer_the_better(candidates);
    let Some(start) = search.settled(candidates) else {
        return Choice::Impossible;
    };
    let start = search.priced(&start);
    search.best = start;
    search.from(0, &start);
    let is_best = search.open < search.best.value;
    if !is_best {
        search.fill_up(&start);
    }
    let chosen = (0..candidates.len()).map(|place| search.best.is_in & bit(place) != 0);
    let chosen = chosen.collect();
    if is_best {
        Choice::Best(chosen)
    } else {
        Choice::BestFound(chosen, scale.worth_within(search.open))
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

/// How worth, cost and order become one value: of two choices the one with the larger
/// value is better.
struct Scale {
    /// What worth is multiplied by, so that no cost outweighs the least of it; one, and
    /// no cost counts, where worths and costs are too large for both.
    spread: i128,
    /// How many of the candidates, from the first, count as a last digit each.
    digits: u32,
}

impl Scale {
    fn of(candidates: &[Candidate]) -> Self {
        // For prices, and for sums with them, which never wrap round.
        const TO_SPARE: u32 = 11;
        let worth: i128 = candidates.iter().map(|one| one.worth).sum();
        let cost: i128 = candidates.iter().map(|one| one.cost).sum();
        let spread = cost.saturating_add(1);
        // How many binary digits are free beside all worth times the spread.
        let free = worth.leading_zeros().saturating_add(spread.leading_zeros());
        let (spread, free) = match free.checked_sub(i128::BITS.saturating_add(TO_SPARE)) {
            Some(free) => (spread, free),
            None => (1, 0),
        };
        Self {
            spread,
            digits: free.min(60),
        }
    }

    fn value(&self, place: usize, candidate: &Candidate) -> i128 {
        let worth = candidate.worth.wrapping_mul(self.spread);
        let cost = candidate.cost.min(self.spread.saturating_sub(1));
        let digit = bit(place).checked_shr(64_u32.saturating_sub(self.digits));
        let value = worth.wrapping_sub(cost).checked_shl(self.digits);
        let value = value.unwrap_or_default();
        value | i128::from(digit.unwrap_or_default())
    }

    /// The most worth that a choice of at most this value can have.
    fn worth_within(&self, value: i128) -> i128 {
        let value = value.checked_shr(self.digits).unwrap_or_default();
        let worth = value.saturating_add(self.spread.saturating_sub(1));
        worth.checked_div(self.spread).unwrap_or_default()
    }
}

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
struct Part {
    is_in: u64,
    is_out: u64,
    value: i128,
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

struct Search<'a> {
    bids: Vec<Bid<'a>>,
    /// The order in which the bids are decided.
    order: Vec<usize>,
    /// What the bids that are in leave of each year.
    left: Vec<i64>,
    best: Part,
    /// The most value that a choice which was not weighed can have.
    open: i128,
    /// How many choices may still be weighed.
    steps: usize,
}

impl<'a> Search<'a> {
    fn of(candidates: &'a [Candidate], scale: &Scale, envelope: &[i64], steps: usize) -> Self {
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
    fn prefer_the_better(&mut self, candidates: &[Candidate]) {
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
    fn settled(&mut self, candidates: &[Candidate]) -> Option<Part> {
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
    fn priced(&mut self, part: &Part) -> Part {
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
    fn from(&mut self, turn: usize, part: &Part) {
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
    fn fill_up(&mut self, start: &Part) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// Bids of up to three years, some of which have to be in or out or need others.
    fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
        let settled = prop_oneof![9 => Just((false, false)), 1 => Just((true, false)), 1 => Just((false, true))];
        let needs = prop_oneof![5 => Just(None), 1 => (0..16_usize).prop_map(Some)];
        let worth = prop_oneof![1 => Just(0_i128), 2 => 0..9_i128];
        let costs = prop_oneof![1 => Just(0_i64), 2 => 0..9_i64];
        let one = (worth, vec(costs, 3), settled, needs);
        vec(one, 1..=16).prop_map(|drawn| {
            let count = drawn.len();
            let candidate = |(worth, costs, (is_in, is_out), need): (_, Vec<i64>, _, Option<_>)| {
                let cost = costs.iter().copied().map(i128::from).sum();
                let needs = need.into_iter().filter(|need| *need < count).collect();
                Candidate {
                    worth,
                    costs,
                    cost,
                    is_in,
                    is_out,
                    needs,
                }
            };
            drawn.into_iter().map(candidate).collect()
        })
    }

    /// The worth and the cost of a choice, where it may be had.
    fn weighed(all: &[Candidate], envelope: &[i64], is_in: &[bool]) -> Option<(i128, i128)> {
        let allowed = all
            .iter()
            .zip(is_in)
            .all(|(one, is_chosen)| match is_chosen {
                true => !one.is_out && one.needs.iter().all(|need| is_in.get(*need) == Some(&true)),
                false => !one.is_in,
            });
        let chosen = || {
            all.iter()
                .zip(is_in)
                .filter(|(_, is_in)| **is_in)
                .map(|(one, _)| one)
        };
        let fits = envelope.iter().enumerate().all(|(year, there_is)| {
            let costs = chosen().filter_map(|one| one.costs.get(year));
            costs.sum::<i64>() <= *there_is
        });
        let sum = |of: fn(&Candidate) -> i128| chosen().map(of).sum();
        (allowed && fits).then(|| (sum(|one| one.worth), sum(|one| one.cost)))
    }

    /// The best of all choices there are, each looked at by itself.
    fn best_of_all(all: &[Candidate], envelope: &[i64]) -> Option<(i128, Vec<bool>)> {
        let sets = (0..1_u32 << all.len()).filter_map(|set| {
            let is_in: Vec<bool> = (0..all.len()).map(|place| set >> place & 1 == 1).collect();
            let (worth, cost) = weighed(all, envelope, &is_in)?;
            Some((worth, std::cmp::Reverse(cost), is_in))
        });
        sets.max().map(|(worth, _, is_in)| (worth, is_in))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_found_fits_and_no_choice_is_worth_more_than_the_most(
            all in candidates(), envelope in vec(0..40_i64, 1..=3),
            steps in prop_oneof![0..40_usize, Just(MOST_STEPS)],
        ) {
            let best = best_of_all(&all, &envelope);
            match (best_bids(&all, &envelope, steps), best) {
                (Choice::Impossible, best) => prop_assert_eq!(best, None),
                (Choice::Best(is_in), best) => prop_assert_eq!(Some(is_in), best.map(|(_, is_in)| is_in)),
                (Choice::BestFound(is_in, most), best) => {
                    prop_assert!(steps < MOST_STEPS);
                    let (worth, _) = weighed(&all, &envelope, &is_in).expect("it fits");
                    let (worth_of_best, _) = best.expect("there is one");
                    prop_assert!(worth <= worth_of_best && worth_of_best <= most, "{worth}, {worth_of_best}, {most}");
                    // No room is left that one more could have had.
                    for place in (0..all.len()).filter(|place| all[*place].worth > 0 && !is_in[*place]) {
                        let mut more = is_in.clone();
                        more[place] = true;
                        prop_assert_eq!(weighed(&all, &envelope, &more), None);
                    }
                }
            }
        }
    }

    #[test]
    fn amounts_too_large_to_count_costs_beside_worth_are_chosen_from_exactly() {
        let one = |worth: i128, costs: [i64; 2]| Candidate {
            worth: worth << 97,
            costs: costs.to_vec(),
            cost: costs.into_iter().map(i128::from).sum(),
            is_in: false,
            is_out: false,
            needs: Vec::new(),
        };
        let trillion = 100_000_000_000_000;
        // The first fits with the second or the third, which are worth as much: with the
        // third, which is a penny cheaper.
        let all = [
            one(3, [trillion, trillion]),
            one(2, [trillion, 10]),
            one(2, [10, trillion - 1]),
        ];
        let chosen = best_bids(&all, &[2 * trillion, 2 * trillion], MOST_STEPS);
        assert_eq!(chosen, Choice::Best(vec![true, false, true]));
        assert_eq!(Scale::of(&all).spread, 1);
    }
}
