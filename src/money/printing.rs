//! Printing amounts: exact for the machine, rounded for a table, in words for a
//! sentence. Rounding happens here only to show; nothing is worked from it.

use super::{Money, Unit};
use serde::{Serialize, Serializer};

impl Money {
    /// The exact amount in pounds with two decimals: `-1234.50`. The form in
    /// which money leaves the program for another.
    #[must_use]
    pub fn exact(self) -> String {
        let (pounds, pence) = split(self.size().pence(), 100);
        let mut text = String::with_capacity(24);
        if self.is_negative() {
            text.push('-');
        }
        // Every figure of an assessment goes this way: the digits are written
        // without the general machinery of formatting.
        let mut digits = itoa::Buffer::new();
        text.push_str(digits.format(pounds));
        text.push_str(if pence < 10 { ".0" } else { "." });
        text.push_str(digits.format(pence));
        text
    }

    /// For a table in the unit given: thousands separated, a deficit in
    /// brackets, pence in pounds, no decimals in £000, one in £m, a half rounded
    /// away from zero. A deficit too small for the unit prints as `(0)`, so that
    /// a near miss never looks like a balance.
    #[must_use]
    pub fn shown(self, unit: Unit) -> String {
        let digits = decimal(
            self.in_shown_steps(unit).saturating_abs(),
            unit.shown_decimals(),
        );
        if self.is_negative() {
            format!("({digits})")
        } else {
            digits
        }
    }

    /// As entered in the unit given, every digit kept: `(1,234.567)`.
    #[must_use]
    pub fn entered(self, unit: Unit) -> String {
        let whole = decimal(self.size().pence(), unit.pence_exponent());
        let digits = match whole.split_once('.') {
            Some((pounds, decimals)) => {
                let kept = decimals.trim_end_matches('0');
                match (kept.len(), unit) {
                    (0, _) => pounds.to_owned(),
                    (1, Unit::Pounds) => format!("{pounds}.{kept}0"),
                    _ => format!("{pounds}.{kept}"),
                }
            }
            None => whole,
        };
        if self.is_negative() {
            format!("({digits})")
        } else {
            digits
        }
    }

    /// For a sentence, without its sign: `£1,234.50`, `£1,235k`, `£1.2m`. An
    /// amount too small for the unit is given in pounds and pence.
    #[must_use]
    pub fn in_words(self, unit: Unit) -> String {
        if self == Self::ZERO {
            return "£0".to_owned();
        }
        let steps = self.in_shown_steps(unit).saturating_abs();
        let unit = if steps == 0 { Unit::Pounds } else { unit };
        let digits = self.size().shown(unit);
        match unit {
            Unit::Pounds => format!("£{digits}"),
            Unit::Thousands => format!("£{digits}k"),
            Unit::Millions => format!("£{digits}m"),
        }
    }

    /// The amount as a whole number of the smallest steps that a table in this
    /// unit shows: pence, thousands, or hundred thousands.
    fn in_shown_steps(self, unit: Unit) -> i64 {
        let hidden = unit.pence_exponent().saturating_sub(unit.shown_decimals());
        let step = power_of_ten(hidden);
        let (whole, rest) = split(self.pence().saturating_abs(), step);
        let up = i64::from(rest.saturating_mul(2) >= step);
        let size = whole.saturating_add(up);
        if self.is_negative() {
            size.saturating_neg()
        } else {
            size
        }
    }
}

/// By how much the printed parts of a total fail to add to the printed total, as
/// printed in the unit; empty when they add. It comes from showing, not from the
/// sum, and a table that has one says so.
#[must_use]
pub fn casting_difference(parts: &[Money], total: Money, unit: Unit) -> Option<String> {
    let shown: i64 = parts
        .iter()
        .map(|part| part.in_shown_steps(unit))
        .fold(0, i64::saturating_add);
    let difference = total.in_shown_steps(unit).saturating_sub(shown);
    if difference == 0 {
        return None;
    }
    let digits = decimal(difference.saturating_abs(), unit.shown_decimals());
    Some(if difference < 0 {
        format!("({digits})")
    } else {
        digits
    })
}

/// A whole number of steps with its last digits as decimals, thousands separated.
fn decimal(steps: i64, decimals: u32) -> String {
    let (whole, rest) = split(steps, power_of_ten(decimals));
    let whole = with_separators(&whole.to_string());
    match usize::try_from(decimals) {
        Ok(0) | Err(_) => whole,
        Ok(width) => format!("{whole}.{rest:0width$}"),
    }
}

/// Ten to the power given; the exponents in use are far below the limit.
const fn power_of_ten(exponent: u32) -> i64 {
    10_i64.saturating_pow(exponent)
}

fn split(number: i64, by: i64) -> (i64, i64) {
    (
        number.checked_div(by).unwrap_or_default(),
        number.checked_rem(by).unwrap_or_default(),
    )
}

fn with_separators(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len().saturating_mul(2));
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(index);
        if index > 0 && left.checked_rem(3) == Some(0) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.exact())
    }
}
