//! What a penny of each year's envelope is worth to the bids for it.

/// A bid's value, and what it costs in each year.
#[derive(Clone, Copy)]
pub(super) struct Offer<'a> {
    pub value: i128,
    pub costs: &'a [i64],
}

/// How often the prices are tried and changed.
const ROUNDS: i128 = 300;

/// A price for a penny of each year. Whatever the prices are, no choice of bids is worth
/// more than the pence there are and the gains at these prices; the nearer the bids that
/// gain are to asking for just what there is, the closer that is. Nothing wraps round: no
/// bid costs more than there is, and values leave room for what prices can grow to.
pub(super) struct Prices(Vec<i128>);

impl Prices {
    /// The closest found. A year of which more is asked than there is gets dearer, one of
    /// which less is asked cheaper, by less and less.
    pub fn of(offers: &[Offer<'_>], left: &[i64]) -> Self {
        let years = i128::try_from(left.len()).unwrap_or(1);
        // No price is below nothing, or what is left unspent would count against a choice.
        let all = offers.iter().map(|offer| offer.value.max(0));
        let all = all.fold(0, i128::wrapping_add);
        let first = left.iter().map(|left| {
            let pence = i128::from(*left).max(1).saturating_mul(years);
            all.checked_div(pence).unwrap_or_default()
        });
        let first: Vec<i128> = first.collect();
        let mut prices = Self(first.clone());
        let mut best = (prices.most(offers, left), first.clone());
        for round in 0..ROUNDS {
            let steps = round
                .saturating_div(4)
                .saturating_add(1)
                .saturating_mul(1024);
            let asked = prices.asked(offers, left.len());
            let years = prices.0.iter_mut().zip(&first).zip(asked.iter().zip(left));
            for ((price, first), (asked, left)) in years {
                let step = first.checked_div(steps).unwrap_or_default();
                let change = step.wrapping_mul(excess(*asked, *left));
                *price = price.wrapping_add(change).max(0);
            }
            let most = prices.most(offers, left);
            if most < best.0 {
                best = (most, prices.0.clone());
            }
        }
        Self(best.1)
    }

    /// What a bid is worth beyond its costs.
    pub fn gain(&self, offer: &Offer<'_>) -> i128 {
        offer.value.wrapping_sub(self.worth(offer.costs))
    }

    /// The most that any choice can be worth.
    pub fn most(&self, offers: &[Offer<'_>], left: &[i64]) -> i128 {
        let gains = offers.iter().map(|offer| self.gain(offer).max(0));
        gains.fold(self.worth(left), i128::wrapping_add)
    }

    fn worth(&self, pence: &[i64]) -> i128 {
        let years = self.0.iter().zip(pence);
        let years = years.map(|(price, pence)| price.wrapping_mul(i128::from(*pence)));
        years.fold(0, i128::wrapping_add)
    }

    /// What the bids that gain ask for in each year.
    fn asked(&self, offers: &[Offer<'_>], years: usize) -> Vec<i64> {
        let mut asked = vec![0_i64; years];
        for offer in offers.iter().filter(|offer| self.gain(offer) > 0) {
            for (asked, cost) in asked.iter_mut().zip(offer.costs) {
                *asked = asked.saturating_add(*cost);
            }
        }
        asked
    }
}

/// How much more is asked than there is, in 1,024ths of that and no more than all of it.
fn excess(asked: i64, left: i64) -> i128 {
    let more = asked.saturating_sub(left).saturating_mul(1024);
    let more = more.checked_div(left.max(1)).unwrap_or_default();
    i128::from(more.clamp(-1024, 1024))
}
