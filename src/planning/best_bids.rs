//! Choosing bids for a fixed envelope exactly: branch and bound over all choices, in
//! whole numbers.

use crate::order::in_order;
use crate::plan::MOST_CAPITAL_BIDS;
use std::cmp::Ordering;

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
    /// For each candidate, whether it is chosen.
    Best(Vec<bool>),
    /// What has to be in does not fit, or needs what is out.
    Impossible,
    /// There are too many choices that are nearly alike to weigh them all.
    TooMany,
}

/// How long choices are weighed, each for every year, so that a page never waits for long.
const MOST_STEPS: usize = 1_200_000;

/// The best choice: the highest worth, then the lowest cost, then the set that has the
/// first of the candidates, in their order, in which two sets differ.
pub(super) fn best_bids(candidates: &[Candidate], envelope: &[i64]) -> Choice {
    if candidates.len() > MOST_CAPITAL_BIDS {
        return Choice::TooMany;
    }
    let mut candidates = candidates.to_vec();
    prefer_the_better(&mut candidates);
    let envelope = with_all_years(&mut candidates, envelope);
    let mut search = Search::of(&candidates, &envelope);
    search.from(0, &Chosen::none(&envelope));
    match search.best {
        _ if search.steps >= MOST_STEPS => Choice::TooMany,
        None => Choice::Impossible,
        Some(best) => Choice::Best((0..candidates.len()).map(|place| best.has(place)).collect()),
    }
}

/// All years together as one more, in which no choice that fits the others is too much.
/// Small envelopes weigh more, so that the years count alike. What can still be had is
/// bounded much closer so than by any year alone.
fn with_all_years(candidates: &mut [Candidate], envelope: &[i64]) -> Vec<i64> {
    const MOST: i64 = 64;
    let largest = envelope.iter().copied().max().unwrap_or_default();
    let weigh = |year: &i64| {
        let times = largest.saturating_mul(8).checked_div(*year);
        times.unwrap_or(MOST).clamp(1, MOST)
    };
    let weights: Vec<i64> = envelope.iter().map(weigh).collect();
    let together = |amounts: &[i64]| {
        let weighed = amounts.iter().zip(&weights);
        weighed.fold(0_i64, |sum, (amount, weight)| {
            sum.saturating_add(amount.saturating_mul(*weight))
        })
    };
    for candidate in candidates {
        let all = together(&candidate.costs);
        candidate.costs.push(all);
    }
    let mut envelope = envelope.to_vec();
    envelope.push(together(&envelope));
    envelope
}

/// Of two bids that nothing hangs on, where one is worth at least as much and costs at
/// most as much in every year, the other is chosen only with it: otherwise taking it in
/// the other's stead were better.
fn prefer_the_better(candidates: &mut [Candidate]) {
    let free: Vec<usize> = (0..candidates.len())
        .filter(|place| is_free(candidates, *place))
        .collect();
    let mut with: Vec<(usize, usize)> = Vec::new();
    for one in &free {
        for two in &free {
            if one != two && is_better(candidates, *one, *two) {
                with.push((*two, *one));
            }
        }
    }
    for (worse, better) in with {
        if let Some(candidate) = candidates.get_mut(worse) {
            candidate.needs.push(better);
        }
    }
}

fn is_free(candidates: &[Candidate], place: usize) -> bool {
    let Some(candidate) = candidates.get(place) else {
        return false;
    };
    let needed = candidates.iter().any(|other| other.needs.contains(&place));
    candidate.needs.is_empty() && !needed && !candidate.is_in && !candidate.is_out
}

/// Whether a candidate is to be preferred to another; of equal ones the first.
fn is_better(candidates: &[Candidate], one: usize, two: usize) -> bool {
    let (Some(a), Some(b)) = (candidates.get(one), candidates.get(two)) else {
        return false;
    };
    let costs = a.costs.iter().zip(&b.costs);
    let at_most = costs.clone().all(|(a, b)| a <= b);
    let less = costs.into_iter().any(|(a, b)| a < b);
    at_most && a.worth >= b.worth && (less || a.worth > b.worth || one < two)
}

/// A set of candidates, with what it is worth and what it leaves of the envelope.
#[derive(Clone, Debug)]
struct Chosen {
    /// The first candidate is the highest of the bits, of which there are enough for all.
    set: u64,
    worth: i128,
    cost: i128,
    left: Vec<i64>,
}

impl Chosen {
    fn none(envelope: &[i64]) -> Self {
        Self {
            set: 0,
            worth: 0,
            cost: 0,
            left: envelope.to_vec(),
        }
    }

    fn has(&self, place: usize) -> bool {
        self.set & bit(place) != 0
    }

    /// With one more; nothing where it does not fit.
    fn with(&self, place: usize, candidate: &Candidate) -> Option<Self> {
        let mut left = Vec::with_capacity(self.left.len());
        for (left_of_year, cost) in self.left.iter().zip(&candidate.costs) {
            let rest = left_of_year.saturating_sub(*cost);
            if rest < 0 {
                return None;
            }
            left.push(rest);
        }
        Some(Self {
            set: self.set | bit(place),
            worth: self.worth.saturating_add(candidate.worth),
            cost: self.cost.saturating_add(candidate.cost),
            left,
        })
    }

    fn compared(&self, other: &Self) -> Ordering {
        let worth = self.worth.cmp(&other.worth);
        let cost = other.cost.cmp(&self.cost);
        worth.then(cost).then(self.set.cmp(&other.set))
    }
}

fn bit(place: usize) -> u64 {
    let shift = u32::try_from(place).unwrap_or(u32::MAX);
    (1_u64 << 63).checked_shr(shift).unwrap_or_default()
}

struct Search<'a> {
    candidates: &'a [Candidate],
    /// The order in which candidates are decided: those that are in, then by worth.
    order: Vec<usize>,
    /// For each year, the order by worth for each penny of it.
    by_density: Vec<Vec<usize>>,
    /// How far along the order each candidate is decided.
    turn: Vec<usize>,
    best: Option<Chosen>,
    steps: usize,
}

impl<'a> Search<'a> {
    fn of(candidates: &'a [Candidate], envelope: &[i64]) -> Self {
        let by = |one: &Candidate, two: &Candidate| density(two, one, &|each| each.cost);
        let order = in_order(candidates.len(), &|one, two| {
            pair(candidates, one, two, &|one, two| {
                two.is_in.cmp(&one.is_in).then_with(|| by(one, two))
            })
        });
        let years = 0..envelope.len();
        let by_density = years.map(|year| {
            let cost =
                |each: &Candidate| i128::from(each.costs.get(year).copied().unwrap_or_default());
            in_order(candidates.len(), &|one, two| {
                pair(candidates, one, two, &|one, two| density(two, one, &cost))
            })
        });
        let mut turn = vec![0; candidates.len()];
        for (step, place) in order.iter().enumerate() {
            if let Some(slot) = turn.get_mut(*place) {
                *slot = step;
            }
        }
        Self {
            candidates,
            by_density: by_density.collect(),
            turn,
            order,
            best: None,
            steps: 0,
        }
    }

    /// Decides the candidates from this step on.
    fn from(&mut self, step: usize, chosen: &Chosen) {
        if self.steps >= MOST_STEPS {
            return;
        }
        self.steps = self.steps.saturating_add(chosen.left.len());
        let Some(place) = self.order.get(step).copied() else {
            self.weigh(chosen);
            return;
        };
        let worse =
            |best: &Chosen| chosen.worth.saturating_add(self.most(step, chosen)) < best.worth;
        if self.best.as_ref().is_some_and(worse) {
            return;
        }
        let Some(candidate) = self.candidates.get(place) else {
            return;
        };
        let next = step.saturating_add(1);
        if !candidate.is_out
            && self.may_still_be(candidate, step, chosen)
            && let Some(with) = chosen.with(place, candidate)
        {
            self.from(next, &with);
        }
        if !candidate.is_in && !self.is_needed(place, step, chosen) {
            self.from(next, chosen);
        }
    }

    /// Whether everything that it needs is chosen, or not decided yet.
    fn may_still_be(&self, candidate: &Candidate, step: usize, chosen: &Chosen) -> bool {
        candidate.needs.iter().all(|need| {
            let turn = self.turn.get(*need).copied();
            chosen.has(*need) || turn.is_some_and(|turn| turn >= step)
        })
    }

    /// Whether one that is chosen already can't be without it.
    fn is_needed(&self, place: usize, step: usize, chosen: &Chosen) -> bool {
        let decided = self.order.iter().take(step);
        decided.into_iter().any(|other| {
            let candidate = self.candidates.get(*other);
            chosen.has(*other) && candidate.is_some_and(|one| one.needs.contains(&place))
        })
    }

    /// Keeps a whole choice if it is better than the best so far.
    fn weigh(&mut self, chosen: &Chosen) {
        let better = |best: &Chosen| chosen.compared(best) == Ordering::Greater;
        if self.best.as_ref().is_none_or(better) {
            self.best = Some(chosen.clone());
        }
    }

    /// The most that the undecided can add: of each year by itself, as if the last one
    /// that fits could be had in part.
    fn most(&self, step: usize, chosen: &Chosen) -> i128 {
        let undecided = |place: &&usize| {
            let turn = self.turn.get(**place).copied().unwrap_or_default();
            let candidate = self.candidates.get(**place);
            turn >= step && candidate.is_some_and(|one| !one.is_out)
        };
        let by_year = self.by_density.iter().zip(&chosen.left).enumerate();
        let most = by_year.map(|(year, (order, left))| {
            let mut left = i128::from(*left);
            let mut worth: i128 = 0;
            for place in order.iter().filter(undecided) {
                let Some(candidate) = self.candidates.get(*place) else {
                    continue;
                };
                let cost = i128::from(candidate.costs.get(year).copied().unwrap_or_default());
                if cost <= left {
                    left = left.saturating_sub(cost);
                    worth = worth.saturating_add(candidate.worth);
                } else {
                    return worth.saturating_add(part(candidate.worth, left, cost));
                }
            }
            worth
        });
        let all = || {
            let places = self.order.iter().filter(undecided);
            let worth = places.filter_map(|place| Some(self.candidates.get(*place)?.worth));
            worth.fold(0, i128::saturating_add)
        };
        most.min().unwrap_or_else(all)
    }
}

/// A little more than the worth of the part of a cost that there is money for. The
/// whole multiples and the rest go apart, so that the product stays small.
fn part(worth: i128, left: i128, cost: i128) -> i128 {
    let each = worth.checked_div(cost).unwrap_or_default();
    let rest = worth.checked_rem(cost).unwrap_or_default();
    let of_rest = rest
        .saturating_mul(left)
        .checked_div(cost)
        .unwrap_or_default();
    each.saturating_mul(left)
        .saturating_add(of_rest)
        .saturating_add(1)
}

fn pair(
    candidates: &[Candidate],
    one: usize,
    two: usize,
    compare: &dyn Fn(&Candidate, &Candidate) -> Ordering,
) -> Ordering {
    match (candidates.get(one), candidates.get(two)) {
        (Some(one), Some(two)) => compare(one, two),
        _ => Ordering::Equal,
    }
}

/// Compares worth for each penny; what costs nothing comes before all else.
fn density(one: &Candidate, two: &Candidate, cost: &dyn Fn(&Candidate) -> i128) -> Ordering {
    let (cost_of_one, cost_of_two) = (cost(one), cost(two));
    match (cost_of_one, cost_of_two) {
        (0, 0) => one.worth.cmp(&two.worth),
        (0, _) => Ordering::Greater,
        (_, 0) => Ordering::Less,
        _ => {
            let whole = |worth: i128, cost: i128| worth.checked_div(cost).unwrap_or_default();
            let rest = |worth: i128, cost: i128| worth.checked_rem(cost).unwrap_or_default();
            let wholes = whole(one.worth, cost_of_one).cmp(&whole(two.worth, cost_of_two));
            wholes.then_with(|| {
                let one_across = rest(one.worth, cost_of_one).saturating_mul(cost_of_two);
                let two_across = rest(two.worth, cost_of_two).saturating_mul(cost_of_one);
                one_across.cmp(&two_across)
            })
        }
    }
}
