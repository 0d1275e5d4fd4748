//! One amount set against another.

use super::Money;
use serde::{Serialize, Serializer};

/// An amount as a share of another, kept exact and rounded only to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    part: Money,
    whole: Money,
}

impl Ratio {
    /// The part of a whole; `None` where the whole is not more than nothing.
    #[must_use]
    pub fn of(part: Money, whole: Money) -> Option<Self> {
        (whole > Money::ZERO).then_some(Self { part, whole })
    }

    /// As a percentage with two decimals, a half away from zero, brackets for
    /// below nothing: `(0.27)%`.
    #[must_use]
    pub fn percentage(self) -> String {
        let whole = i128::from(self.whole.pence());
        let size = i128::from(self.part.size().pence());
        // Hundredths of a percent, with half of the whole added to round.
        let hundredths = size
            .saturating_mul(20_000)
            .saturating_add(whole)
            .checked_div(whole.saturating_mul(2))
            .and_then(|hundredths| i64::try_from(hundredths).ok())
            .unwrap_or(i64::MAX);
        let percent = hundredths.checked_div(100).unwrap_or_default();
        let rest = hundredths.checked_rem(100).unwrap_or_default();
        if self.part.is_negative() {
            format!("({percent}.{rest:02})%")
        } else {
            format!("{percent}.{rest:02}%")
        }
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.percentage())
    }
}
