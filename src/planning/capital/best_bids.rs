//! Choosing bids for fixed envelopes, exactly: the best of all choices, or the best found
//! and how much better another could be.

use super::scale::Scale;
use super::search::{Search, bit};

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
pub(super) const MOST_STEPS: usize = 1_000_000;

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
