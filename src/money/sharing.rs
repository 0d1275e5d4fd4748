//! Sharing an amount out so that not a penny is lost.

use super::amount::{Money, Rounding, divide_half_away};
use super::rate::Rate;

/// The amount in slices by these shares, each under its name: whole pennies that add
/// to the amount. What is left after every slice is cut to whole pennies goes penny by
/// penny to the largest remainders; of equal ones to the first by name. Shares that
/// are all nothing share nothing out.
#[must_use]
pub fn shared_out(amount: Money, shares: &[(&str, Rate)]) -> Vec<Money> {
    let weights = at_one_scale(shares);
    let all: i128 = weights.iter().sum();
    let whole = i128::from(amount.pence());
    let mut left = whole;
    let mut slices: Vec<(Money, i128, &str)> = Vec::with_capacity(shares.len());
    for ((name, _), weight) in shares.iter().zip(weights) {
        let product = whole.saturating_mul(weight);
        let slice = product.checked_div_euclid(all).unwrap_or_default();
        let remainder = product.checked_rem_euclid(all).unwrap_or_default();
        left = left.saturating_sub(slice);
        let slice = Money::from_pence(i64::try_from(slice).unwrap_or_default());
        slices.push((slice, remainder, name));
    }
    if all > 0 {
        for _ in 0..left {
            give_a_penny(&mut slices);
        }
    }
    slices.into_iter().map(|(slice, _, _)| slice).collect()
}

/// To the largest remainder, which then has had its penny; of equal ones to the first
/// by name.
fn give_a_penny(slices: &mut [(Money, i128, &str)]) {
    let first = slices.iter_mut().reduce(|one, two| {
        let two_is_first = (two.1, one.2) > (one.1, two.2);
        if two_is_first { two } else { one }
    });
    if let Some((slice, remainder, _)) = first {
        *slice = slice.plus(Money::from_pence(1));
        *remainder = -1;
    }
}

/// The shares as whole numbers in proportion to them.
fn at_one_scale(shares: &[(&str, Rate)]) -> Vec<i128> {
    let scales = shares.iter().map(|(_, share)| share.scale());
    let finest = scales.max().unwrap_or_default();
    let weight = |(_, share): &(&str, Rate)| {
        let finer = 10_i128.saturating_pow(finest.saturating_sub(share.scale()));
        share.mantissa().saturating_mul(finer)
    };
    shares.iter().map(weight).collect()
}

impl Money {
    /// This amount in the proportion of a part to a whole, rounded as named: nothing
    /// where the whole is not more than nothing, and never more than all of it.
    #[must_use]
    pub fn in_proportion(self, part: Self, whole: Self, rounding: Rounding) -> Self {
        let Rounding::HalfAwayFromZero = rounding;
        if whole <= Self::ZERO || part.is_negative() {
            return Self::ZERO;
        }
        let part = part.min(whole);
        let product = i128::from(self.pence()).saturating_mul(i128::from(part.pence()));
        let pence = divide_half_away(product, i128::from(whole.pence()));
        Self::from_pence(i64::try_from(pence).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(pence: i64, shares: &[(&str, &str)]) -> Vec<i64> {
        let shares: Vec<(&str, Rate)> = shares
            .iter()
            .map(|(name, share)| (*name, Rate::read(share).unwrap_or(Rate::ZERO)))
            .collect();
        let slices = shared_out(Money::from_pence(pence), &shares);
        slices.into_iter().map(Money::pence).collect()
    }

    #[test]
    fn pennies_left_go_to_the_largest_remainders_then_by_name() {
        let quality = [
            ("national", "1.5%"),
            ("engagement", "0.5%"),
            ("reserve", "0.5%"),
        ];
        assert_eq!(slices(100, &quality), [60, 20, 20]);
        // 60.6, 20.2 and 20.2: the penny goes to the largest remainder.
        assert_eq!(slices(101, &quality), [61, 20, 20]);
        // 61.8, 20.6 and 20.6: two pennies; of the equal ones the first by name.
        assert_eq!(slices(103, &quality), [62, 21, 20]);
        assert_eq!(slices(1, &[("b", "50%"), ("a", "50%")]), [0, 1]);
        assert_eq!(slices(-100, &quality), [-60, -20, -20]);
        assert_eq!(slices(100, &[("a", "0%")]), [0]);
    }

    #[test]
    fn a_proportion_is_rounded_and_never_more_than_all() {
        let of = |pool, part, whole| {
            let [pool, part, whole] = [pool, part, whole].map(Money::from_pence);
            pool.in_proportion(part, whole, Rounding::HalfAwayFromZero)
                .pence()
        };
        assert_eq!(of(100, 1, 3), 33);
        assert_eq!(of(5, 1, 2), 3);
        assert_eq!(of(-5, 1, 2), -3);
        assert_eq!(of(100, 4, 3), 100);
        assert_eq!(of(100, 1, 0), 0);
    }
}
