//! One number for what a choice is worth, what it costs and which bids it has.

use super::best_bids::Candidate;
use super::search::bit;

/// How worth, cost and order become one value: of two choices the one with the larger
/// value is better.
pub(super) struct Scale {
    /// What worth is multiplied by, so that no cost outweighs the least of it; one, and
    /// no cost counts, where worths and costs are too large for both.
    pub spread: i128,
    /// How many of the candidates, from the first, count as a last digit each.
    digits: u32,
}

impl Scale {
    pub fn of(candidates: &[Candidate]) -> Self {
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

    pub fn value(&self, place: usize, candidate: &Candidate) -> i128 {
        let worth = candidate.worth.wrapping_mul(self.spread);
        let cost = candidate.cost.min(self.spread.saturating_sub(1));
        let digit = bit(place).checked_shr(64_u32.saturating_sub(self.digits));
        let value = worth.wrapping_sub(cost).checked_shl(self.digits);
        let value = value.unwrap_or_default();
        value | i128::from(digit.unwrap_or_default())
    }

    /// The most worth that a choice of at most this value can have.
    pub fn worth_within(&self, value: i128) -> i128 {
        let value = value.checked_shr(self.digits).unwrap_or_default();
        let worth = value.saturating_add(self.spread.saturating_sub(1));
        worth.checked_div(self.spread).unwrap_or_default()
    }
}
