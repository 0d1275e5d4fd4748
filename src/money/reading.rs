//! Reading amounts and counts as finance people type and paste them.

use super::{Money, Unit};
use std::slice;

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
    /// Not a whole number where only a count makes sense.
    NotWhole,
    /// More than a count can be.
    TooMany,
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
            Self::NotWhole => "is not a whole number, and this is a count".into(),
            Self::TooMany => "is too large for a count".into(),
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
            Self::Negative | Self::NotWhole | Self::TooMany => "Type a whole number, 0 or more.",
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
    if text.is_ascii() {
        return read_plain(text.as_bytes(), unit);
    }
    let mut plain = Vec::with_capacity(text.len());
    let mut strange = None;
    for character in text.chars() {
        let byte = plain_byte(character);
        if byte == STRANGE {
            strange.get_or_insert(character);
        }
        plain.push(byte);
    }
    read_plain(&plain, unit).map_err(|fault| match (fault, strange) {
        (NotANumber::Character(other), Some(character)) if other == char::from(STRANGE) => {
            NotANumber::Character(character)
        }
        _ => fault,
    })
}

/// Reads a whole number of people, such as those who came. A blank is `None`.
///
/// # Errors
/// Says what is wrong with the text; see [`NotANumber`].
pub fn read_count(text: &str) -> Result<Option<u32>, NotANumber> {
    // Most counts are digits and nothing else.
    if let Ok(count) = text.parse() {
        return Ok(Some(count));
    }
    if let Some(money) = text
        .chars()
        .find(|c| matches!(c, '£' | 'k' | 'K' | 'm' | 'M' | 'b' | 'B'))
    {
        return Err(NotANumber::Character(money));
    }
    let count = match read_money(text, Unit::Pounds) {
        Ok(None) => return Ok(None),
        Ok(Some(count)) if count.is_negative() => return Err(NotANumber::Negative),
        Ok(Some(count)) => count.pence(),
        Err(NotANumber::TooPrecise) => return Err(NotANumber::NotWhole),
        Err(NotANumber::TooLarge) => return Err(NotANumber::TooMany),
        Err(fault) => return Err(fault),
    };
    match (count.checked_div(100), count.checked_rem(100)) {
        (Some(whole), Some(0)) => u32::try_from(whole)
            .map(Some)
            .map_err(|_| NotANumber::TooMany),
        _ => Err(NotANumber::NotWhole),
    }
}

/// The pound sign as one byte.
const POUND: u8 = 0xa3;

/// Any character that no number has, as one byte; the first of them is said.
const STRANGE: u8 = 0xff;

/// A character as one byte: one space and one minus sign for all that spreadsheets
/// and word processors put into numbers.
fn plain_byte(character: char) -> u8 {
    match character {
        '£' => POUND,
        '\u{2212}' | '\u{2013}' => b'-',
        '\u{200b}' | '\u{2060}' | '\u{feff}' => b' ',
        space if space.is_whitespace() => b' ',
        ascii if ascii.is_ascii() => u8::try_from(ascii).unwrap_or(STRANGE),
        _ => STRANGE,
    }
}

/// Whether a byte is a space.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn without_spaces(mut text: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = text
        && is_space(*first)
    {
        text = rest;
    }
    while let [rest @ .., last] = text
        && is_space(*last)
    {
        text = rest;
    }
    text
}

fn read_plain(text: &[u8], unit: Unit) -> Result<Option<Money>, NotANumber> {
    let text = without_spaces(text);
    if text.is_empty() {
        return Ok(None);
    }
    let (negative, unsigned) = take_sign(text)?;
    let (number, one) = take_suffix(unsigned, unit);
    let pence = read_pence(number, one)?;
    let signed = if negative {
        pence.saturating_neg()
    } else {
        pence
    };
    Ok(Some(Money::from_pence(signed)))
}

/// Takes brackets, sign and pound sign off; true when the amount is negative.
fn take_sign(text: &[u8]) -> Result<(bool, &[u8]), NotANumber> {
    if let [b'#', ..] = text {
        return Err(NotANumber::SpreadsheetError);
    }
    let (bracketed, inside) = take_brackets(text).ok_or(NotANumber::Brackets)?;
    let mut unsigned = if bracketed {
        without_spaces(inside)
    } else {
        inside
    };
    let mut minuses: u8 = 0;
    let mut pounds: u8 = 0;
    loop {
        unsigned = match unsigned {
            [b'-', rest @ ..] => {
                minuses = minuses.saturating_add(1);
                rest
            }
            [b'+', rest @ ..] if !bracketed && minuses == 0 => rest,
            [POUND, rest @ ..] if pounds == 0 => {
                pounds = 1;
                rest
            }
            [space, rest @ ..] if is_space(*space) => rest,
            [] if minuses > 0 => return Err(NotANumber::Dash),
            [] => return Err(NotANumber::NoDigits),
            _ => break,
        }
    }
    if minuses > 1 || (bracketed && minuses > 0) {
        return Err(NotANumber::Signs);
    }
    Ok((bracketed || minuses == 1, unsigned))
}

/// What stands inside brackets, and whether there are any; `None` where one has
/// no partner.
fn take_brackets(text: &[u8]) -> Option<(bool, &[u8])> {
    match text {
        [b'(', inside @ .., b')'] => {
            let mut inside = inside;
            while let [b'(', rest @ ..] | [rest @ .., b')'] = inside {
                inside = rest;
            }
            Some((true, inside))
        }
        // `£(1,234)`: the pound sign may stand before the bracket.
        [POUND, rest @ .., b')'] => {
            let mut rest = rest;
            while let [POUND, after @ ..] = rest {
                rest = after;
            }
            match without_spaces(rest) {
                [b'(', inside @ ..] => Some((true, inside)),
                _ => None,
            }
        }
        [b'(', ..] | [.., b')'] => None,
        _ => Some((false, text)),
    }
}

/// Takes a suffix such as `k`, `m` or `bn` off; gives the pence in one of it, or
/// in one of the unit.
fn take_suffix(text: &[u8], unit: Unit) -> (&[u8], i64) {
    const THOUSAND: i64 = 100_000;
    const MILLION: i64 = 100_000_000;
    const BILLION: i64 = 100_000_000_000;
    let (number, one) = match (text, unit) {
        ([number @ .., b'b' | b'B', b'n' | b'N'], _) => (number, BILLION),
        ([number @ .., b'k' | b'K'], _) => (number, THOUSAND),
        ([number @ .., b'm' | b'M'], _) => (number, MILLION),
        (_, Unit::Pounds) => return (text, 100),
        (_, Unit::Thousands) => return (text, THOUSAND),
        (_, Unit::Millions) => return (text, MILLION),
    };
    (without_spaces(number), one)
}

/// The number as pence, exact, or the reason why it can't be: digits, thousands
/// separated by commas or by spaces, and decimals. One is worth that many pence.
fn read_pence(text: &[u8], one: i64) -> Result<i64, NotANumber> {
    let mut bytes = text.iter();
    let mut groups = Groups::default();
    let whole = read_whole(&mut bytes, &mut groups)?;
    let mut has_digits = groups.digits > 0;
    let mut too_precise = false;
    // The decimals in pence, and what the last one was worth.
    let (mut part, mut worth): (i64, i64) = (0, one);
    for byte in bytes {
        match *byte {
            b'0'..=b'9' => {
                has_digits = true;
                let digit = i64::from(byte.wrapping_sub(b'0'));
                worth = worth.checked_div(10).unwrap_or_default();
                too_precise |= worth == 0 && digit != 0;
                part = part.wrapping_add(digit.wrapping_mul(worth));
            }
            other if other == b'.' || is_separator(other) => groups.misplaced = true,
            other => return Err(odd(other)),
        }
    }
    // Saturates for what is far too large, which is then refused.
    let pence = whole.saturating_mul(one).saturating_add(part);
    if groups.misplaced {
        Err(NotANumber::Grouping)
    } else if !has_digits {
        Err(NotANumber::NoDigits)
    } else if too_precise {
        Err(NotANumber::TooPrecise)
    } else if pence > Money::from_pounds(LARGEST_POUNDS).pence() {
        Err(NotANumber::TooLarge)
    } else {
        Ok(pence)
    }
}

/// What stands before the point, which is taken too.
fn read_whole(bytes: &mut slice::Iter<'_, u8>, groups: &mut Groups) -> Result<i64, NotANumber> {
    let mut whole: i64 = 0;
    for byte in bytes {
        match *byte {
            b'0'..=b'9' => {
                // Above the bound it no longer matters how far.
                if whole <= LARGEST_POUNDS {
                    let digit = i64::from(byte.wrapping_sub(b'0'));
                    whole = whole.wrapping_mul(10).wrapping_add(digit);
                }
                groups.digits = groups.digits.saturating_add(1);
            }
            b'.' => break,
            separator if is_separator(separator) => groups.separate(separator == b','),
            other => return Err(odd(other)),
        }
    }
    groups.end();
    Ok(whole)
}

/// Whether a byte can stand between groups of digits.
const fn is_separator(byte: u8) -> bool {
    byte == b',' || is_space(byte)
}

/// Why a character can't stand in a number.
fn odd(byte: u8) -> NotANumber {
    match byte {
        b'e' | b'E' => NotANumber::Exponent,
        b'(' | b')' => NotANumber::Brackets,
        b'+' | b'-' => NotANumber::Signs,
        other => NotANumber::Character(char::from(other)),
    }
}

/// Groups of digits before the point: commas or spaces between them, not both,
/// and three digits in all but the first.
#[derive(Default)]
struct Groups {
    /// How many digits the latest has.
    digits: u32,
    /// Whether commas stand between them; none while there is one group only.
    commas: Option<bool>,
    misplaced: bool,
}

impl Groups {
    /// Ends a group where the next one begins.
    fn separate(&mut self, comma: bool) {
        self.misplaced |= match self.commas {
            None => !(1..=3).contains(&self.digits),
            Some(commas) => commas != comma || self.digits != 3,
        };
        self.commas = Some(comma);
        self.digits = 0;
    }

    /// Ends the last group.
    const fn end(&mut self) {
        self.misplaced |= self.commas.is_some() && self.digits != 3;
    }
}
