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

/// The amounts that these schemes ask for.
pub(super) fn amounts(
    amounts: &Keyed<'_>,
    (schemes, of): (&[&'static Scheme], Of),
    unit: Unit,
    place: &Place<'_>,
) -> Vec<(&'static str, Money)> {
    let mut given = Vec::new();
    for (index, (name, entry)) in amounts.iter().enumerate() {
        let place = place.at(name);
        let known = known(name, (schemes, of, Kind::Amount), &place);
        if let Some(id) = known.filter(|_| first_time(amounts, index, name, &place)) {
            given.extend(money(entry, unit, &place).map(|amount| (id, amount)));
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
    let mut own = schemes.iter().flat_map(|scheme| asked(scheme, of, kind));
    let found = own.find(|id| *id == name);
    let mut all = SCHEMES.iter().flat_map(|scheme| asked(scheme, of, kind));
    if found.is_none() && !all.any(|id| id == name) {
        place.error(
            "not_asked",
            format!("No rule asks for “{}” here.", shortened(name)),
            "Check its name against the rule book, or remove it.",
        );
    }
    found
}

/// The ids of all that a scheme asks for.
fn asked(scheme: &'static Scheme, of: Of, kind: Kind) -> impl Iterator<Item = &'static str> {
    let earning = scheme
        .earning
        .iter()
        .filter(move |_| of == Of::Organisation);
    let conditions = earning.flat_map(|earning| earning.conditions);
    let conditions = conditions
        .filter(move |one| kind == Kind::Answer && one.test == ConditionTest::Answer)
        .map(|condition| condition.id);
    let statements = scheme.statements();
    let own = statements.filter(move |one| (one.whose == Whose::System) == (of == Of::System));
    let lines = own.flat_map(|statement| statement.lines);
    let lines = lines.filter(move |line| match line.made {
        Made::Entered { .. } => kind == Kind::Amount,
        Made::Answered => kind == Kind::Answer,
        _ => false,
    });
    conditions.chain(lines.map(|line| line.id))
}
