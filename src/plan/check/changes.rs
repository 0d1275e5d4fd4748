//! Parameters of the rules that a plan changes, or sets where none is published.

use super::super::checked::Change;
use super::super::keyed::Keyed;
use super::super::place::Place;
use super::super::text::shortened;
use super::amounts::{first_time, typed};
use crate::money::Rate;
use crate::scheme::{
    Earning, Parameter, ParameterKind, Rule, RuleId, SCHEMES, Scheme, Value, Valued,
};

/// A parameter with what its value is.
type Known = (&'static Rule, ParameterKind);

/// The changes to the schemes of this plan. One to another year's rules is kept in
/// the document, and does nothing here.
pub(super) fn changes(
    values: &Keyed<'_>,
    schemes: &[&'static Scheme],
    place: &Place<'_>,
) -> Vec<Change> {
    if values.is_empty() {
        return Vec::new();
    }
    let mut parameters: Vec<Known> = Vec::new();
    for scheme in schemes {
        parameters.extend(scheme.parameters());
    }
    let mut changes = Vec::new();
    for (index, (id, entry)) in values.iter().enumerate() {
        let place = place.at(id);
        let Some(text) = typed(entry, &place) else {
            continue;
        };
        let known = parameters.iter().find(|(rule, _)| rule.id.is(id));
        match known {
            Some((rule, kind)) if first_time(values, index, id, &place) => {
                changes.extend(read(rule, *kind, text, &place));
            }
            Some(_) => {}
            None => name_unknown(id, &place),
        }
    }
    for scheme in schemes {
        if let Some(earning) = &scheme.earning {
            refuse_unless_the_whole(earning, &mut changes, place);
        }
    }
    changes
}

fn name_unknown(id: &str, place: &Place<'_>) {
    let of_another_scheme = SCHEMES.iter().any(|scheme| {
        let parameters = scheme.parameters();
        parameters.iter().any(|(rule, _)| rule.id.is(id))
    });
    if of_another_scheme {
        place.warning(
            "change_of_other_rules",
            "This changes rules that the plan does not use now.",
            "It is kept for when they are used again. Remove it if it is no longer wanted.",
        );
    } else {
        place.error(
            "unknown_parameter",
            format!("The rules have no parameter “{}”.", shortened(id)),
            "Check its name against the rule book, or remove it.",
        );
    }
}

fn read(rule: &'static Rule, kind: ParameterKind, text: &str, place: &Place<'_>) -> Option<Change> {
    match value(kind, text) {
        Ok(value) => Some(Change {
            rule,
            value,
            typed: text.trim().to_owned(),
        }),
        Err(reason) => {
            place.error(
                "unreadable_parameter",
                format!("“{}” was not read: {reason}.", shortened(text)),
                kind.example(),
            );
            None
        }
    }
}

fn value(kind: ParameterKind, text: &str) -> Result<Value, &'static str> {
    match kind {
        ParameterKind::Share => share(text).map(Value::Rate),
        ParameterKind::Multiple => multiple(text).map(Value::Rate),
        ParameterKind::Shares => quarters(text).map(Value::Quarters),
        ParameterKind::PartsOfTheYear => {
            let parts = quarters(text)?;
            if parts.into_iter().fold(Rate::ZERO, Rate::and) == Rate::ONE {
                Ok(Value::Quarters(parts))
            } else {
                Err("the four do not add to 100%")
            }
        }
        ParameterKind::YesNo => match text.trim() {
            "yes" => Ok(Value::YesNo(true)),
            "no" => Ok(Value::YesNo(false)),
            _ => Err("it is neither yes nor no"),
        },
    }
}

/// Small enough that no sum of a thousand organisations overflows.
fn multiple(text: &str) -> Result<Rate, &'static str> {
    const MOST: Rate = Rate::from_hundred_thousandths(1_000_000);
    match Rate::read(text)? {
        multiple if multiple <= MOST => Ok(multiple),
        _ => Err("it is more than 10"),
    }
}

fn share(text: &str) -> Result<Rate, &'static str> {
    match Rate::read(text)? {
        share if share <= Rate::ONE => Ok(share),
        _ => Err("it is more than the whole"),
    }
}

/// Four shares, or one for all quarters.
fn quarters(text: &str) -> Result<[Rate; 4], &'static str> {
    let mut shares = text.split(',').map(share);
    let first = shares.next().unwrap_or(Err("it is empty"))?;
    let mut rates = [first; 4];
    let mut count: usize = 1;
    for (slot, share) in rates.iter_mut().skip(1).zip(shares.by_ref()) {
        *slot = share?;
        count = count.saturating_add(1);
    }
    if (count == 1 || count == 4) && shares.next().is_none() {
        Ok(rates)
    } else {
        Err("it is neither one share nor four")
    }
}

/// What can be earned of a quarter's money is all of it, no more and no less, and so
/// with the parts of a measure: changes that make it otherwise are all left out.
fn refuse_unless_the_whole(
    earning: &'static Earning,
    changes: &mut Vec<Change>,
    place: &Place<'_>,
) {
    if weights_are_the_whole(earning, changes) && parts_are_the_whole(earning, changes) {
        return;
    }
    place.error(
        "not_the_whole",
        "With these changes the shares of a quarter do not come to 100%.",
        "Change the others with them. Until then the published rules are used.",
    );
    let own = |rule: &Rule| {
        let mut parameters = earning.parameters().into_iter();
        parameters.any(|(one, _)| one.id == rule.id)
    };
    changes.retain(|change| !own(change.rule));
}

/// Finance takes what the measures leave, unless the plan says how much that is.
fn weights_are_the_whole(earning: &Earning, changes: &[Change]) -> bool {
    let finance = changed(changes, earning.finance_weight.rule.id);
    let mut totals = finance.unwrap_or([Rate::ZERO; 4]);
    for measure in earning.measures {
        for (total, weight) in totals.iter_mut().zip(in_force(changes, &measure.weight)) {
            *total = total.and(weight);
        }
    }
    totals
        .iter()
        .all(|total| *total == Rate::ONE || (finance.is_none() && *total < Rate::ONE))
}

fn parts_are_the_whole(earning: &Earning, changes: &[Change]) -> bool {
    earning.measures.iter().all(|measure| {
        let mut totals = [Rate::ZERO; 4];
        for (quarter, part) in measure.parts_by_quarter() {
            if let Some(total) = totals.get_mut(quarter.index()) {
                let share = changed(changes, part.share.rule.id).or(part.share.value);
                *total = total.and(share.unwrap_or(Rate::ZERO));
            }
        }
        let weights = in_force(changes, &measure.weight);
        let mut quarters = totals.into_iter().zip(weights);
        quarters.all(|both| both.0 == Rate::ONE || both == (Rate::ZERO, Rate::ZERO))
    })
}

fn in_force(changes: &[Change], weight: &Parameter<[Rate; 4]>) -> [Rate; 4] {
    let value = changed(changes, weight.rule.id).or(weight.value);
    value.unwrap_or([Rate::ZERO; 4])
}

fn changed<T: Valued>(changes: &[Change], id: RuleId) -> Option<T> {
    let change = changes.iter().find(|change| change.rule.id == id)?;
    T::of(change.value)
}

impl ParameterKind {
    /// How a value is written, for a hint.
    const fn example(self) -> &'static str {
        match self {
            Self::Share => "Write a share, such as 15%.",
            Self::Multiple => "Write a number, such as 2.",
            Self::Shares => "Write a share, or one for each quarter, such as 0%, 1%, 0.5%, 0%.",
            Self::PartsOfTheYear => {
                "Write four shares that add to 100%, such as 15%, 20%, 30%, 35%."
            }
            Self::YesNo => "Write yes or no.",
        }
    }
}
