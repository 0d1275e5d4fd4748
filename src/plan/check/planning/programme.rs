//! The envelope and the programmes of care and services that have to fit into it.

use super::super::super::checked::{Envelope, Programme};
use super::super::super::document::{EnvelopeDocument, ProgrammeDocument};
use super::super::super::entry::Entry;
use super::super::super::place::Place;
use super::super::amounts::{count, money_not_negative, share};
use super::super::text;
use super::{Desk, MOST_LINES, each, named, places_unread};
use crate::money::{Money, Rate};

impl Desk<'_> {
    pub(super) fn envelope(&self, document: &EnvelopeDocument<'_>, place: &Place<'_>) -> Envelope {
        let programmes = each(
            &document.programmes,
            MOST_LINES,
            &place.at("programmes"),
            &|one, place, index| self.programme(one, place, index),
        );
        let programmes = once(programmes, &place.at("programmes"));
        let is_read = |place| programmes.iter().any(|one| one.place == place);
        Envelope {
            amount: self.given(&document.amount, &place.at("amount")),
            method: document.method,
            unread: places_unread(document.programmes.len(), &is_read),
            programmes,
        }
    }

    fn programme(
        &self,
        document: &ProgrammeDocument<'_>,
        place: &Place<'_>,
        index: usize,
    ) -> Option<Programme> {
        let code = code(&document.code, place)?;
        text(&document.note, &place.at("note"));
        let priority = count(&document.priority, &place.at("priority"));
        let passed_on = self.by_organisation(
            &document.passed_on,
            &place.at("passed_on"),
            &|entry, place| share(entry, "if nothing of it does", place),
        );
        let owner = self.owner(&document.owner, &place.at("owner"));
        let passed_on = without_owner(passed_on, owner.as_deref(), &place.at("passed_on"));
        let programme = Programme {
            place: index,
            name: named(&document.name, &code, &place.at("name")),
            owner,
            budget: money_not_negative(&document.budget, self.unit, &place.at("budget")),
            floor: self.given(&document.floor, &place.at("floor")),
            cap: self.given(&document.cap, &place.at("cap")),
            priority,
            passed_on: at_most_the_whole(passed_on, &place.at("passed_on")),
            code,
        };
        self.floor_fits(&programme, place).then_some(programme)
    }

    /// An amount that may be left out; none inside where it can't be read.
    fn given(&self, entry: &Entry<'_>, place: &Place<'_>) -> Option<Option<Money>> {
        (!entry.is_blank()).then(|| money_not_negative(entry, self.unit, place))
    }

    /// A floor above the budget or the cap can't be kept.
    fn floor_fits(&self, programme: &Programme, place: &Place<'_>) -> bool {
        let Some(floor) = programme.floor.flatten() else {
            return true;
        };
        let limits = [
            ("budget", programme.budget),
            ("cap", programme.cap.flatten()),
        ];
        for (name, limit) in limits {
            if let Some(limit) = limit.filter(|limit| floor > *limit) {
                place.at("floor").error(
                    "floor_too_high",
                    format!(
                        "The floor, {}, is above the {name}, {}.",
                        floor.entered(self.unit),
                        limit.entered(self.unit)
                    ),
                    "Correct one of them. Until then the programme is left out.",
                );
                return false;
            }
        }
        true
    }
}

/// A short code of the user's own; without one it can't be told apart, and ties could
/// not be broken.
pub(super) fn code(given: &str, place: &Place<'_>) -> Option<String> {
    let code = text(given, &place.at("code"));
    let is_odd = code.contains(['/', ',']) || code.chars().nth(40).is_some();
    if code.is_empty() || is_odd {
        place.at("code").error(
            "no_code",
            "This line has no code that can be used.",
            "Give it a short code of your own, without commas and strokes.",
        );
        return None;
    }
    Some(code)
}

/// Something that has a code of its own.
pub(super) trait Coded {
    fn code(&self) -> &str;
    fn place(&self) -> usize;
}

impl Coded for Programme {
    fn code(&self) -> &str {
        &self.code
    }

    fn place(&self) -> usize {
        self.place
    }
}

/// Each code once; a second one is named.
pub(super) fn once<T: Coded>(all: Vec<T>, place: &Place<'_>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        if kept.iter().any(|other| other.code() == one.code()) {
            place.item(one.place()).at("code").error(
                "repeated_code",
                format!(
                    "There are two with the code {}; the first is used.",
                    one.code()
                ),
                "Give each a code of its own.",
            );
        } else {
            kept.push(one);
        }
    }
    kept
}

/// A cut is the owner's own already, and does not land on it a second time.
fn without_owner(
    mut shares: Vec<(String, Rate)>,
    owner: Option<&str>,
    place: &Place<'_>,
) -> Vec<(String, Rate)> {
    let is_owner = |code: &str| owner == Some(code);
    if let Some((code, _)) = shares.iter().find(|(code, _)| is_owner(code)) {
        place.at(code).error(
            "lands_on_owner",
            format!("{code} spends this programme's money itself, so that a cut is its own."),
            "Take its share out: enter those of others. Until then it does not count.",
        );
    }
    shares.retain(|(code, _)| !is_owner(code));
    shares
}

/// More than the whole of a cut can't land on others.
fn at_most_the_whole(shares: Vec<(String, Rate)>, place: &Place<'_>) -> Vec<(String, Rate)> {
    let all = shares
        .iter()
        .fold(Rate::ZERO, |sum, (_, share)| sum.and(*share));
    if all > Rate::ONE {
        place.error(
            "more_than_the_whole",
            format!(
                "Together {} of a cut would land on others.",
                all.percentage()
            ),
            "Enter shares that add to at most 100%. Until then none is counted.",
        );
        return Vec::new();
    }
    shares
}
