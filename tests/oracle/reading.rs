//! Numbers, shares and days as they are written in a plan and in the files of the rules.

use super::exact::{Pence, Share};

/// An exact decimal number: `-1,234.56` or `(1,234.56)`.
pub fn decimal(text: &str) -> Share {
    let text = text
        .trim()
        .replace(',', "")
        .replace('(', "-")
        .replace(')', "");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits: i128 = format!("{whole}{decimals}").parse().unwrap();
    Share::new(digits, 10_i128.pow(u32::try_from(decimals.len()).unwrap()))
}

/// `15%` or `0.15`.
pub fn share(text: &str) -> Share {
    match text.trim().strip_suffix('%') {
        Some(percent) => decimal(percent) / 100,
        None => decimal(text),
    }
}

/// One share for all quarters, or one for each.
pub fn shares(text: &str) -> [Share; 4] {
    let parts: Vec<Share> = text.split(',').map(share).collect();
    match parts[..] {
        [one] => [one; 4],
        [first, second, third, fourth] => [first, second, third, fourth],
        _ => panic!("{text}: one share or four"),
    }
}

/// An amount in pence, written in a unit of this many pounds.
pub fn pence(text: &str, unit: i128) -> Pence {
    let pence = decimal(text) * unit * 100;
    assert!(pence.is_integer(), "{text}: a part of a penny");
    pence.to_integer()
}

/// The last day of each quarter of a year such as `2017/18`, written as `2017-06-30`. Days that are
/// written in this way can be compared as text.
pub fn quarter_ends(year: &str) -> [String; 4] {
    let first: u32 = year.split('/').next().unwrap().parse().unwrap();
    [
        format!("{first}-06-30"),
        format!("{first}-09-30"),
        format!("{first}-12-31"),
        format!("{}-03-31", first + 1),
    ]
}
