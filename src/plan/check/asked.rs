//! What the rules ask besides the figures that every plan has: answers to
//! conditions, and the entries of statements.

use super::super::keyed::Keyed;
use super::super::place::Place;
use super::super::text::shortened;
use super::amounts::{first_time, money};
use crate::money::{Money, Unit};
use crate::scheme::{ConditionTest, Made, SCHEMES, Scheme, Whose};

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Amount,
    Answer,
}

/// Of whom it is asked: an organisation, or the system as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Organisation,
    System,
}

/// The answers that these schemes ask for. One that only other rules ask for is
/// kept in the document, and does nothing here.
pub(super) fn answers(
    answers: &Keyed<'_, Option<bool>>,
    (schemes, of): (&[&'static Scheme], Of),
    place: &Place<'_>,
) -> Vec<(&'static str, bool)> {
    let mut given = Vec::new();
    for (index, (name, answer)) in answers.iter().enumerate() {
        let place = place.at(name);
        let known = known(name, (schemes, of, Kind::Answer), &place);
        if let Some(id) = known.filter(|_| first_time(answers, index, name, &place)) {
            given.extend(answer.map(|answer| (id, answer)));
        }
    }
    given
}

/// The amounts that these schemes ask for; nothing for one that can't be read, which is
/// not the same as a blank.
pub(super) fn amounts(
    amounts: &Keyed<'_>,
    (schemes, of): (&[&'static Scheme], Of),
    unit: Unit,
    place: &Place<'_>,
) -> Vec<(&'static str, Option<Money>)> {
    let mut given = Vec::new();
    for (index, (name, entry)) in amounts.iter().enumerate() {
        let place = place.at(name);
        let known = known(name, (schemes, of, Kind::Amount), &place);
        let first = known.filter(|_| first_time(amounts, index, name, &place));
        if let Some(id) = first.filter(|_| !entry.is_blank()) {
            given.push((id, money(entry, unit, &place)));
        }
    }
    given
}

/// The id of this name that these schemes ask for; a name that no rules ask for is
/// named.
fn known(
    name: &str,
    (schemes, of, kind): (&[&'static Scheme], Of, Kind),
    place: &Place<'_>,
) -> Option<&'static str> {
    let find = |scheme: &'static Scheme| {
        let asked = asked(scheme, of, kind);
        asked.into_iter().find(|id| *id == name)
    };
    let found = schemes.iter().copied().find_map(find);
    if found.is_none() && SCHEMES.iter().find_map(find).is_none() {
        place.error(
            "not_asked",
            format!("No rule asks for “{}” here.", shortened(name)),
            "Check its name against the rule book, or remove it.",
        );
    }
    found
}

/// The ids of all that a scheme asks for.
fn asked(scheme: &'static Scheme, of: Of, kind: Kind) -> Vec<&'static str> {
    let mut asked = Vec::new();
    let is_of_organisations = of == Of::Organisation;
    if let (Some(earning), Kind::Answer, true) = (&scheme.earning, kind, is_of_organisations) {
        for condition in earning.conditions {
            if condition.test == ConditionTest::Answer {
                asked.push(condition.id);
            }
        }
    }
    for statement in scheme.statements() {
        if (statement.whose == Whose::System) == is_of_organisations {
            continue;
        }
        for line in statement.lines {
            match (&line.made, kind) {
                (Made::Entered { .. }, Kind::Amount) | (Made::Answered, Kind::Answer) => {
                    asked.push(line.id);
                }
                _ => {}
            }
        }
    }
    asked
}
