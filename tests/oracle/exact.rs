//! Whole pence, exact shares, and three values: known one way, known the other way, not known.
//!
//! Readings 3 and 37: a share of an amount is rounded to the penny, a half away from zero. Reading
//! 17: no times not known is no, zero times not known is zero, and a sum with a part not known is
//! not known.

use num_rational::Ratio;

/// An amount in pence.
pub type Pence = i128;

/// A share, as an exact fraction.
pub type Share = Ratio<i128>;

/// `None` is not known.
pub type Known<T> = Option<T>;

/// One figure for each quarter.
pub type Quarters<T> = [T; 4];

/// The nearest whole number, a half away from zero.
pub fn rounded(number: Share) -> i128 {
    let half = Share::new(1, 2);
    if number < Share::from(0) {
        -(half - number).floor().to_integer()
    } else {
        (half + number).floor().to_integer()
    }
}

/// The share of an amount, rounded.
pub fn share_of(amount: Known<Pence>, share: Known<Share>) -> Known<Pence> {
    if amount == Some(0) || share == Some(Share::from(0)) {
        return Some(0);
    }
    Some(rounded(Share::from(amount?) * share?))
}

/// The amount if the answer is yes, and nothing if it is no.
pub fn if_met(amount: Known<Pence>, met: Known<bool>) -> Known<Pence> {
    match met {
        Some(false) => Some(0),
        Some(true) => amount,
        None if amount == Some(0) => Some(0),
        None => None,
    }
}

/// A sum, which is known when all of its parts are.
pub fn sum(parts: impl IntoIterator<Item = Known<Pence>>) -> Known<Pence> {
    parts.into_iter().sum()
}

pub fn less(whole: Known<Pence>, part: Known<Pence>) -> Known<Pence> {
    Some(whole? - part?)
}

/// The amount where it is positive, else nothing.
pub fn not_below_zero(amount: Known<Pence>) -> Known<Pence> {
    Some(amount?.max(0))
}

/// The same figure found in two ways: it is known if it is known in one of them.
pub fn either(one: Known<Pence>, other: Known<Pence>) -> Known<Pence> {
    assert!(one.is_none() || other.is_none() || one == other);
    one.or(other)
}

pub fn at_least(one: Known<Pence>, other: Known<Pence>) -> Known<bool> {
    Some(one? >= other?)
}

/// One that is not met is enough for no.
pub fn all(answers: impl IntoIterator<Item = Known<bool>>) -> Known<bool> {
    let answers: Vec<Known<bool>> = answers.into_iter().collect();
    if answers.contains(&Some(false)) {
        return Some(false);
    }
    if answers.contains(&None) {
        return None;
    }
    Some(true)
}

/// One that is met is enough for yes.
pub fn any(answers: impl IntoIterator<Item = Known<bool>>) -> Known<bool> {
    not(all(answers.into_iter().map(not)))
}

pub fn not(answer: Known<bool>) -> Known<bool> {
    Some(!answer?)
}
