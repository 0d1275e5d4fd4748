//! Reading amounts, counts and values by period, each at its place.

use super::super::checked::Profile;
use super::super::document::PeriodFigures;
use super::super::entry::{Entry, is_blank};
use super::super::keyed::Keyed;
use super::super::place::Place;
use super::super::text::shortened;
use crate::calendar::{Period, Quarter};
use crate::money::{Money, NotANumber, Rate, Unit, read_count, read_money};

/// How a day is written: the page turns the second into the first as it is typed.
pub(super) const DAY_WAY_OUT: &str =
    "Write it as 2017-12-31 or, on the page, as 31/12/2017: the day first.";

/// The text of an entry; `None` for a blank, and for a value of another kind,
/// which is named.
pub(super) fn typed<'a>(entry: &'a Entry<'_>, place: &Place<'_>) -> Option<&'a str> {
    match entry.typed() {
        Ok(text) if is_blank(text) => None,
        Ok(text) => Some(text),
        Err((kind, written)) => {
            place.error(
                "not_text",
                format!("Here stands {kind} instead of text."),
                &if written.is_empty() {
                    "Write the value in quotes, or null if it is not known.".to_owned()
                } else {
                    format!("Write it in quotes, as in \"{written}\", so that not a penny is lost.")
                },
            );
            None
        }
    }
}

/// An amount of money.
pub(super) fn money(entry: &Entry<'_>, unit: Unit, place: &Place<'_>) -> Option<Money> {
    let text = typed(entry, place)?;
    or_say(read_money(text, unit), text, place)
}

/// An amount that can't be below nothing.
pub(super) fn money_not_negative(
    entry: &Entry<'_>,
    unit: Unit,
    place: &Place<'_>,
) -> Option<Money> {
    let amount = money(entry, unit, place)?;
    if amount.is_negative() {
        place.error(
            "negative",
            format!("{} is below zero, and this can't be.", amount.entered(unit)),
            "Enter it as a positive amount.",
        );
        return None;
    }
    Some(amount)
}

/// A whole number of people.
pub(super) fn count(entry: &Entry<'_>, place: &Place<'_>) -> Option<u32> {
    let text = typed(entry, place)?;
    or_say(read_count(text), text, place)
}

/// A share of the whole, more than nothing and at most all, with what a blank would mean.
pub(super) fn share(entry: &Entry<'_>, blank: &str, place: &Place<'_>) -> Option<Rate> {
    let text = typed(entry, place)?;
    let hint = format!("Enter a share such as 40%, or leave it empty {blank}.");
    match Rate::read(text) {
        Ok(share) if share > Rate::ZERO && share <= Rate::ONE => Some(share),
        Ok(_) => {
            place.error(
                "share_out_of_range",
                format!("“{}” is not between nothing and 100%.", shortened(text)),
                &hint,
            );
            None
        }
        Err(reason) => {
            place.error(
                "unreadable_share",
                format!("“{}” was not read: {reason}.", shortened(text)),
                &hint,
            );
            None
        }
    }
}

/// A share of the whole, such as a trajectory.
pub(super) fn rate_or_blank(entry: &Entry<'_>, place: &Place<'_>) -> Option<Rate> {
    let text = typed(entry, place)?;
    match Rate::read(text) {
        Ok(share) if share <= Rate::ONE => Some(share),
        read => {
            let reason = read.err().unwrap_or("it is more than the whole");
            place.error(
                "unreadable_share",
                format!("“{}” was not read: {reason}.", shortened(text)),
                "Enter a share such as 91.5%, or leave it empty if it is not known.",
            );
            None
        }
    }
}

fn or_say<T>(read: Result<Option<T>, NotANumber>, text: &str, place: &Place<'_>) -> Option<T> {
    match read {
        Ok(value) => value,
        Err(fault) => {
            let code = match fault {
                NotANumber::TooLarge | NotANumber::TooMany => "too_large",
                _ => "unreadable_number",
            };
            place.error(
                code,
                format!("“{}” {}.", shortened(text), fault.reason()),
                fault.way_out(),
            );
            None
        }
    }
}

/// Values by quarter or by month, not both.
pub(super) fn profile(
    values: &Keyed<'_>,
    unit: Unit,
    figures: PeriodFigures,
    place: &Place<'_>,
) -> Profile {
    let mut quarters = [None; 4];
    let mut months = [None; 12];
    let (mut by_quarter, mut by_month) = (false, false);
    for (index, (name, entry)) in values.iter().enumerate() {
        let place = place.at(name);
        let Some(period) = period(name, &place) else {
            continue;
        };
        if !first_time(values, index, name, &place) {
            continue;
        }
        let amount = money(entry, unit, &place);
        let slot = match period {
            Period::Quarter(quarter) => {
                by_quarter |= !entry.is_blank();
                quarters.get_mut(quarter.index())
            }
            Period::Month(month) => {
                by_month |= !entry.is_blank();
                months.get_mut(usize::from(month.number()).saturating_sub(1))
            }
        };
        if let Some(slot) = slot {
            *slot = amount;
        }
    }
    if by_quarter && by_month {
        place.error(
            "quarters_and_months",
            "Here stand values both by quarter and by month; the months are used.",
            "Keep one or the other.",
        );
    }
    if by_month {
        Profile::Months(figures, months)
    } else {
        Profile::Quarters(figures, quarters)
    }
}

/// Values that come by quarter only, each read in its own way.
pub(super) fn by_quarter_with<T, U: Copy>(
    values: &Keyed<'_, T>,
    place: &Place<'_>,
    read: &dyn Fn(&T, &Place<'_>) -> Option<U>,
) -> [Option<U>; 4] {
    let mut quarters = [None; 4];
    for (index, (name, value)) in values.iter().enumerate() {
        let place = place.at(name);
        if let Some(quarter) = quarter(name, &place)
            && first_time(values, index, name, &place)
            && let Some(slot) = quarters.get_mut(quarter.index())
        {
            *slot = read(value, &place);
        }
    }
    quarters
}

/// The quarter of a name such as `Q3`, for values that come by quarter only.
fn quarter(name: &str, place: &Place<'_>) -> Option<Quarter> {
    match period(name, place)? {
        Period::Quarter(quarter) => Some(quarter),
        Period::Month(_) => {
            place.error(
                "not_a_quarter",
                "These values are entered by quarter.",
                "Use Q1 to Q4.",
            );
            None
        }
    }
}

fn period(name: &str, place: &Place<'_>) -> Option<Period> {
    let period = Period::read(name);
    if period.is_none() {
        place.error(
            "period_beyond_the_year",
            format!("“{}” is not a period of the year.", shortened(name)),
            "A year has the quarters Q1 to Q4 and the months M1 (April) to M12 (March).",
        );
    }
    period
}

/// Whether the name at this place of the values stands there for the first time;
/// a second time is named.
pub(super) fn first_time<T>(
    values: &Keyed<'_, T>,
    index: usize,
    name: &str,
    place: &Place<'_>,
) -> bool {
    let repeated = values.repeats(index);
    if repeated {
        repeated_period(name, place);
    }
    !repeated
}

/// Names something that stands there a second time.
pub(super) fn repeated_period(name: &str, place: &Place<'_>) {
    place.error(
        "repeated_period",
        format!("{name} stands here twice; the first is used."),
        "Remove one.",
    );
}
