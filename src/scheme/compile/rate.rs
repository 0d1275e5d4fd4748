//! Rates as they are handed over to the program: whole hundred-thousandths.

use super::Outcome;

/// One.
pub const WHOLE: u64 = 100_000;

/// `12.5%` or `1` in hundred-thousandths, exactly.
pub fn rate(text: &str) -> Outcome<u64> {
    let (digits, places) = match text.strip_suffix('%') {
        Some(percent) => (percent, 3_usize),
        None => (text, 5),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if decimals.len() > places {
        return Err(format!("{text} is too precise").into());
    }
    Ok(format!("{whole}{decimals:0<places$}")
        .parse()
        .map_err(|error| format!("{text}: {error}"))?)
}
