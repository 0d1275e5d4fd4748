//! Rates: shares, weights, thresholds and multiples, exact decimals.

use rust_decimal::Decimal;

/// An exact share, weight, threshold or multiple: 0.7 for 70 %, 1 for £1 in £1.
///
/// Rates come from scheme files and from the plan; none has more than nine
/// decimals or is larger than 1,000, so a product with money stays exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(Decimal);

/// The most decimals a rate may have.
const MOST_DECIMALS: u32 = 9;

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The whole.
    pub const ONE: Self = Self(Decimal::ONE);

    /// A rate of `numerator` hundred-thousandths: `from_hundred_thousandths(70_000)`
    /// is 70 %. The form in which scheme files reach the program.
    #[must_use]
    pub const fn from_hundred_thousandths(numerator: u32) -> Self {
        Self(Decimal::from_parts(numerator, 0, 0, false, 5))
    }

    /// A number of points or the like, by its digits and how many of them are decimals.
    #[must_use]
    pub fn from_digits(mantissa: i128, scale: u32) -> Self {
        Self(Decimal::try_from_i128_with_scale(mantissa, scale).unwrap_or_default())
    }

    /// Reads `70%`, `12.5%`, `0.7` or `1`. Fails on anything else, on a negative
    /// rate, on more than nine decimals and on more than 1,000.
    ///
    /// # Errors
    /// The reason, in words that can be shown to a user.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        let trimmed = text.trim();
        let (digits, hundredths) = match trimmed.strip_suffix('%') {
            Some(number) => (number.trim_end(), 2),
            None => (trimmed, 0),
        };
        let mut decimal =
            read_decimal(digits).ok_or("it is not a percentage or a decimal number")?;
        let scale = decimal.scale().saturating_add(hundredths);
        if scale > MOST_DECIMALS || decimal.set_scale(scale).is_err() {
            return Err("it has more than nine decimals");
        }
        if decimal > Decimal::ONE_THOUSAND {
            return Err("it is more than 1,000");
        }
        Ok(Self(decimal.normalize()))
    }

    /// The whole less this rate.
    #[must_use]
    pub fn complement(self) -> Self {
        Self::ONE.combined(self, i128::saturating_sub)
    }

    /// This rate less another, which is not larger.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        self.combined(other, i128::saturating_sub)
    }

    /// This rate and another, added.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.combined(other, i128::saturating_add)
    }

    /// Adds or takes away, at the finer one's number of decimals.
    fn combined(self, other: Self, operation: fn(i128, i128) -> i128) -> Self {
        let scale = self.scale().max(other.scale());
        let at_scale = |rate: Self| {
            let finer = 10_i128.saturating_pow(scale.saturating_sub(rate.scale()));
            rate.mantissa().saturating_mul(finer)
        };
        Self::from_parts(operation(at_scale(self), at_scale(other)), scale)
    }

    /// This rate of another: 50 % of 30 % is 15 %.
    #[must_use]
    pub fn of(self, other: Self) -> Self {
        Self::from_parts(
            self.mantissa().saturating_mul(other.mantissa()),
            self.scale().saturating_add(other.scale()),
        )
    }

    fn from_parts(mantissa: i128, scale: u32) -> Self {
        Self::from_digits(mantissa, scale)
    }

    /// The rate's digits as a whole number, to be divided by ten to the power
    /// of [`Rate::scale`].
    #[must_use]
    pub const fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// How many decimals [`Rate::mantissa`] carries.
    #[must_use]
    pub const fn scale(self) -> u32 {
        self.0.scale()
    }

    /// As a decimal number, with as many decimals as it has: `12.5`.
    #[must_use]
    pub fn plain(self) -> String {
        self.0.normalize().to_string()
    }

    /// As a percentage, with as many decimals as it has: `12.5%`.
    #[must_use]
    pub fn percentage(self) -> String {
        let scale = usize::try_from(self.scale()).unwrap_or_default();
        // The bounds on rates keep their digits far below what 64 bits hold.
        let digits = u64::try_from(self.mantissa()).unwrap_or(u64::MAX);
        let digits = format!("{digits:0width$}", width = scale.saturating_add(1));
        // Two of the decimals become whole percents.
        let padded = format!("{digits}00");
        let point = padded.len().saturating_sub(scale);
        let (whole, decimals) = padded.split_at_checked(point).unwrap_or_default();
        let whole = whole.trim_start_matches('0');
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        let whole = if whole.is_empty() { "0" } else { whole };
        format!("{whole}{point}{decimals}%")
    }
}

/// Reads digits with at most one point among them.
fn read_decimal(text: &str) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    // None before the point.
    let mut decimals: Option<u32> = None;
    let mut has_digits = false;
    for byte in text.bytes() {
        match (byte, decimals) {
            (b'0'..=b'9', _) => {
                let digit = i128::from(byte.saturating_sub(b'0'));
                mantissa = mantissa.saturating_mul(10).saturating_add(digit);
                decimals = decimals.map(|count| count.saturating_add(1));
                has_digits = true;
            }
            (b'.', None) => decimals = Some(0),
            _ => return None,
        }
    }
    let scale = decimals.unwrap_or_default();
    let decimal = Decimal::try_from_i128_with_scale(mantissa, scale).ok();
    decimal.filter(|_| has_digits)
}
