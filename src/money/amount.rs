//! Money as a whole number of pence.

use super::Rate;

/// An exact amount of money in pence; surplus and income positive, deficit and
/// expenditure negative.
///
/// Every amount read from a user is at most a trillion pounds
/// ([`super::LARGEST_POUNDS`]) and a plan has at most a thousand
/// organisations, so that their sums stay below a hundredth of what 64 bits hold. Longer
/// lists of such amounts could hold more: their sums stop at the largest amount there is.
/// Products are worked in 128 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    pence: i64,
}

impl Money {
    /// Nothing: an amount that is known to be nil. A blank is never this.
    pub const ZERO: Self = Self { pence: 0 };

    /// This many pence.
    #[must_use]
    pub const fn from_pence(pence: i64) -> Self {
        Self { pence }
    }

    /// This many whole pounds.
    #[must_use]
    pub const fn from_pounds(pounds: i64) -> Self {
        Self {
            pence: pounds.saturating_mul(100),
        }
    }

    /// The amount in pence.
    #[must_use]
    pub const fn pence(self) -> i64 {
        self.pence
    }

    /// This amount and another, added.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            pence: self.pence.saturating_add(other.pence),
        }
    }

    /// This amount less another.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self {
            pence: self.pence.saturating_sub(other.pence),
        }
    }

    /// The same amount with its sign turned.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self {
            pence: self.pence.saturating_neg(),
        }
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn size(self) -> Self {
        Self {
            pence: self.pence.saturating_abs(),
        }
    }

    /// True for a deficit, an expenditure or an adverse variance.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.pence < 0
    }

    /// A share of this amount, not yet money: see [`Unrounded::round`].
    #[must_use]
    pub fn times(self, rate: Rate) -> Unrounded {
        Unrounded {
            numerator: i128::from(self.pence).saturating_mul(rate.mantissa()),
            denominator: 10_i64.saturating_pow(rate.scale()),
        }
    }
}

/// Adds all amounts, starting from nothing.
impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

/// A product of money and a rate, exact, which is not money until the rule that
/// uses it says how it is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unrounded {
    numerator: i128,
    /// A power of ten.
    denominator: i64,
}

/// A way to round a part of a penny.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest penny, a half away from zero, as a spreadsheet's ROUND
    /// does. No published guidance asks for another.
    HalfAwayFromZero,
}

impl Unrounded {
    /// The nearest whole number of pence by the named convention.
    #[must_use]
    pub fn round(self, rounding: Rounding) -> Money {
        let Rounding::HalfAwayFromZero = rounding;
        let pence = divide_half_away(self.numerator, i128::from(self.denominator));
        Money::from_pence(i64::try_from(pence).unwrap_or(i64::MAX))
    }

    /// True when there is no part of a penny to round.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.numerator
            .checked_rem(i128::from(self.denominator))
            .unwrap_or_default()
            == 0
    }
}

/// Divides by a positive number and rounds a half away from zero.
pub(super) fn divide_half_away(numerator: i128, denominator: i128) -> i128 {
    let doubled = numerator.saturating_abs().saturating_mul(2);
    let size = doubled
        .saturating_add(denominator)
        .checked_div(denominator.saturating_mul(2))
        .unwrap_or_default();
    if numerator < 0 {
        size.saturating_neg()
    } else {
        size
    }
}
