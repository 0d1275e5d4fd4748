//! Reading amounts and counts as finance people type and paste them.

use super::{Money, Unit};

/// The largest amount that is read, in pounds either way: a trillion, some five
/// times the whole health service's yearly budget.
pub const LARGEST_POUNDS: i64 = 1_000_000_000_000;

/// Why a text was not read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// It has a character that no number has.
    Character(char),
    /// A thousands separator stands in the wrong place, as in `1,23`.
    Grouping,
    /// More decimals than a penny has.
    TooPrecise,
    /// Written with an exponent, as in `1E+06`.
    Exponent,
    /// More than one sign, or a sign and brackets.
    Signs,
    /// A bracket without its partner.
    Brackets,
    /// A dash alone: nil to some, not known to others.
    Dash,
    /// Larger than the largest amount that is read.
    TooLarge,
    /// A spreadsheet's error value, such as `#REF!`.
    SpreadsheetError,
    /// Below zero where only a count makes sense.
    Negative,
    /// No digits at all.
    NoDigits,
}

impl NotANumber {
    /// The reason, for a sentence that begins with the text itself.
    #[must_use]
    pub fn reason(self) -> String {
        match self {
            Self::Character(control) if control.is_control() => {
                format!(
                    "has a character no number has: “{}”",
                    control.escape_unicode()
                )
            }
            Self::Character(character) => {
                format!("has a character no number has: “{character}”")
            }
            Self::Grouping => "has a thousands separator in the wrong place".into(),
            Self::TooPrecise => "is finer than a penny".into(),
            Self::Exponent => "is written with an exponent".into(),
            Self::Signs => "has more than one sign".into(),
            Self::Brackets => "has a bracket without its partner".into(),
            Self::Dash => "is a dash, which can mean nil or not known".into(),
            Self::TooLarge => "is larger than a trillion pounds".into(),
            Self::SpreadsheetError => "is a spreadsheet's error value".into(),
            Self::Negative => "is below zero, and this is a count".into(),
            Self::NoDigits => "has no digits".into(),
        }
    }

    /// What the user can do about it.
    #[must_use]
    pub const fn way_out(self) -> &'static str {
        match self {
            Self::Character(_) | Self::NoDigits => {
                "Type a number such as 1,234 or (1,234) for a deficit, or leave it empty if it is not known."
            }
            Self::Grouping => {
                "Separate thousands in threes, as in 1,234, and use a full stop for decimals."
            }
            Self::TooPrecise => "Round it to the penny.",
            Self::Exponent => "Write the number out in full.",
            Self::Signs => {
                "Use brackets or one minus sign for a deficit, not both and none before a plus."
            }
            Self::Brackets => "Close the bracket, or use a minus sign.",
            Self::Dash => "Type 0 for nil, or leave it empty if it is not known.",
            Self::TooLarge => "Check the unit: amounts are read in the unit chosen for the plan.",
            Self::SpreadsheetError => "Mend the formula in the spreadsheet and paste again.",
            Self::Negative => "Type a whole number, 0 or more.",
        }
    }
}

/// Reads an amount in the plan's unit: `1,234` `£1.2m` `(1,234)` `−1 234` `1.5k`.
/// A suffix of its own (k, m, bn) wins over the unit. A blank is `None`, never
/// nothing.
///
/// # Errors
/// Says what is wrong with the text; see [`NotANumber`].
pub fn read_money(text: &str, unit: Unit) -> Result<Option<Money>, NotANumber> {
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return Ok(None);
    }
    let (negative, unsigned) = take_sign(text)?;
    let (digits, exponent) = take_suffix(unsigned, unit);
    let (whole, decimals) = split_decimals(digits)?;
    let pence = whole_pence(&whole, decimals, exponent)?;
    let signed = if negative {
        pence.saturating_neg()
    } else {
        pence
    };
    Ok(Some(Money::from_pence(signed)))
}

/// Reads a whole number of people, such as attendances. A blank is `None`.
///
/// # Errors
/// Says what is wrong with the text; see [`NotANumber`].
pub fn read_count(text: &str) -> Result<Option<u32>, NotANumber> {
    match read_money(text, Unit::Pounds)? {
        None => Ok(None),
        Some(count) if count.is_negative() => Err(NotANumber::Negative),
        Some(count) => match count.pence().checked_rem(100) {
            Some(0) => u32::try_from(count.pence().checked_div(100).unwrap_or_default())
                .map(Some)
                .map_err(|_| NotANumber::TooLarge),
            _ => Err(NotANumber::TooPrecise),
        },
    }
}

/// The spaces that spreadsheets and word processors put into numbers.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character is one of the minus signs in use.
const fn is_minus(character: char) -> bool {
    matches!(character, '-' | '\u{2212}' | '\u{2013}')
}

/// Takes brackets, sign and pound sign off; true when the amount is negative.
fn take_sign(text: &str) -> Result<(bool, &str), NotANumber> {
    if text.starts_with('#') {
        return Err(NotANumber::SpreadsheetError);
    }
    let (bracketed, inside) = match (text.strip_prefix('('), text.strip_suffix(')')) {
        (Some(_), Some(_)) => {
            let inside = text.trim_start_matches('(').trim_end_matches(')');
            (true, inside)
        }
        (None, None) => (false, text),
        // `£(1,234)`: the pound sign may stand before the bracket.
        (None, Some(open)) if open.starts_with('£') => {
            let after = open.trim_start_matches('£').trim_start_matches(is_space);
            let inside = after.strip_prefix('(').ok_or(NotANumber::Brackets)?;
            (true, inside)
        }
        _ => return Err(NotANumber::Brackets),
    };
    let mut rest = inside.trim_matches(is_space);
    let mut minuses: u8 = 0;
    let mut pounds: u8 = 0;
    while let Some(first) = rest.chars().next() {
        match first {
            minus if is_minus(minus) => minuses = minuses.saturating_add(1),
            '+' if !bracketed && minuses == 0 => {}
            '£' if pounds == 0 => pounds = 1,
            _ => break,
        }
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        rest = after.trim_start_matches(is_space);
    }
    if rest.is_empty() {
        return Err(if minuses > 0 {
            NotANumber::Dash
        } else {
            NotANumber::NoDigits
        });
    }
    if minuses > 1 || (bracketed && minuses > 0) {
        return Err(NotANumber::Signs);
    }
    Ok((bracketed || minuses == 1, rest))
}

/// Takes a suffix such as `k`, `m` or `bn` off; gives the power of ten that
/// turns the number into pence.
fn take_suffix(text: &str, unit: Unit) -> (&str, u32) {
    const SUFFIXES: [(&str, u32); 3] = [("bn", 11), ("k", 5), ("m", 8)];
    for (suffix, exponent) in SUFFIXES {
        let start = text.len().saturating_sub(suffix.len());
        if let (Some(number), Some(end)) = (text.get(..start), text.get(start..))
            && end.eq_ignore_ascii_case(suffix)
        {
            return (number.trim_end_matches(is_space), exponent);
        }
    }
    (text, unit.pence_exponent())
}

/// The digits before the point, separators taken out, and those after it.
fn split_decimals(text: &str) -> Result<(String, &str), NotANumber> {
    if let Some(odd) = text.chars().find(|c| !is_number_character(*c)) {
        return Err(if matches!(odd, 'e' | 'E') {
            NotANumber::Exponent
        } else if matches!(odd, '(' | ')') {
            NotANumber::Brackets
        } else if is_minus(odd) || odd == '+' {
            NotANumber::Signs
        } else {
            NotANumber::Character(odd)
        });
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if !decimals.chars().all(|c| c.is_ascii_digit()) {
        return Err(NotANumber::Grouping);
    }
    let digits = join_groups(whole)?;
    if digits.is_empty() && decimals.is_empty() {
        return Err(NotANumber::NoDigits);
    }
    Ok((digits, decimals))
}

fn is_number_character(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',') || is_space(character)
}

/// Takes thousands separators out: commas or spaces, not both, in threes.
fn join_groups(whole: &str) -> Result<String, NotANumber> {
    let separator = |c: char| c == ',' || is_space(c);
    if whole.contains(',') && whole.contains(is_space) {
        return Err(NotANumber::Grouping);
    }
    let mut groups = whole.split(separator);
    let mut digits = String::from(groups.next().unwrap_or_default());
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return Err(NotANumber::Grouping);
        }
        grouped = true;
        digits.push_str(group);
    }
    let first = whole.find(separator).unwrap_or_default();
    if grouped && !(1..=3).contains(&first) {
        return Err(NotANumber::Grouping);
    }
    Ok(digits)
}

/// The number as pence, exact, or the reason why it can't be.
fn whole_pence(whole: &str, decimals: &str, exponent: u32) -> Result<i64, NotANumber> {
    let decimals = decimals.trim_end_matches('0');
    let places = u32::try_from(decimals.len()).map_err(|_| NotANumber::TooPrecise)?;
    let spare = exponent.checked_sub(places).ok_or(NotANumber::TooPrecise)?;
    let digits = whole.trim_start_matches('0');
    // Larger ones could overflow below; the bound itself has thirteen digits.
    if digits.len() > 13 {
        return Err(NotANumber::TooLarge);
    }
    let parse = |digits: &str| -> i64 { digits.parse().unwrap_or_default() };
    // Saturates for what is far too large, which is then refused.
    let whole = parse(digits).saturating_mul(10_i64.saturating_pow(exponent));
    let part = parse(decimals).saturating_mul(10_i64.saturating_pow(spare));
    let pence = whole.saturating_add(part);
    if pence > Money::from_pounds(LARGEST_POUNDS).pence() {
        return Err(NotANumber::TooLarge);
    }
    Ok(pence)
}
