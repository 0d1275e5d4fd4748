//! One amount set against another.

use super::Money;

/// An amount as a share of another, rounded only to show: to hundredths of a
/// percent, a half away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Without its sign.
    hundredths: i64,
    below_nothing: bool,
}

impl Ratio {
    /// The part of a whole; `None` where the whole is not more than nothing.
    #[must_use]
    pub fn of(part: Money, whole: Money) -> Option<Self> {
        if whole <= Money::ZERO {
            return None;
        }
        let whole = i128::from(whole.pence());
        let size = i128::from(part.size().pence());
        // With half of the whole added to round.
        let hundredths = size
            .saturating_mul(20_000)
            .saturating_add(whole)
            .checked_div(whole.saturating_mul(2))?;
        // A whole of a penny can make more of it than anybody reads.
        let hundredths = hundredths.min(i128::from(i64::MAX >> 2));
        Some(Self {
            hundredths: i64::try_from(hundredths).ok()?,
            below_nothing: part.is_negative(),
        })
    }

    /// In 64 bits, for [`Ratio::from_bits`].
    #[must_use]
    pub const fn bits(self) -> i64 {
        (self.hundredths << 1) | (self.below_nothing as i64)
    }

    /// What [`Ratio::bits`] gave.
    #[must_use]
    pub const fn from_bits(bits: i64) -> Self {
        Self {
            hundredths: bits >> 1,
            below_nothing: bits & 1 == 1,
        }
    }

    /// As a percentage with two decimals, brackets for below nothing: `(0.27)%`.
    #[must_use]
    pub fn percentage(self) -> String {
        let percent = self.hundredths.checked_div(100).unwrap_or_default();
        let rest = self.hundredths.checked_rem(100).unwrap_or_default();
        if self.below_nothing {
            format!("({percent}.{rest:02})%")
        } else {
            format!("{percent}.{rest:02}%")
        }
    }
}
