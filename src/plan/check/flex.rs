//! Flexes: control totals moved between organisations. One that changes the system's
//! total, or a subdivision's, is refused with the sum.

use super::super::checked::{Flex, Organisation, Subdivision};
use super::super::document::FlexDocument;
use super::super::place::Place;
use super::amounts::{first_time, money, typed};
use super::organisation::member;
use crate::calendar::Quarter;
use crate::money::{Money, Unit};

/// The most flexes of a plan: one for each month.
const MOST_FLEXES: usize = 12;

/// What flexes are checked against.
pub(super) struct Members<'a> {
    pub organisations: &'a [Organisation],
    pub subdivisions: &'a [Subdivision],
    pub unit: Unit,
}

impl Members<'_> {
    pub fn flexes(&self, documents: &[FlexDocument<'_>], place: &Place<'_>) -> Vec<Flex> {
        let mut flexes = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            let place = place.item(index);
            if index == MOST_FLEXES {
                place.error(
                    "too_many_flexes",
                    format!("A plan has at most {MOST_FLEXES} flexes."),
                    "Put those of one quarter together.",
                );
                break;
            }
            let from = Quarter::named(document.from.trim());
            if from.is_none() {
                place.at("from").error(
                    "no_quarter",
                    "This flex does not say from which quarter it counts.",
                    "Write Q1, Q2, Q3 or Q4.",
                );
            }
            let moves = self.moves(document, &place.at("moves"));
            if let Some((from, moves)) = from.zip(moves) {
                flexes.push(Flex {
                    from,
                    place: index,
                    moves,
                });
            }
        }
        flexes
    }

    /// The moves, if all can be read and none changes a total.
    fn moves(
        &self,
        document: &FlexDocument<'_>,
        place: &Place<'_>,
    ) -> Option<Vec<(String, Money)>> {
        let mut moves = Vec::new();
        let mut complete = true;
        for (index, (code, entry)) in document.moves.iter().enumerate() {
            let place = place.at(code);
            let known = self.organisation(code, &place);
            let amount = match typed(entry, &place) {
                Some(_) => money(entry, self.unit, &place),
                None => {
                    place.error(
                        "blank_move",
                        "It is not said by how much this control total moves.",
                        "Enter the amount, or take the organisation out of the flex.",
                    );
                    None
                }
            };
            match known.zip(amount) {
                Some((code, amount)) if first_time(&document.moves, index, code, &place) => {
                    moves.push((code.to_owned(), amount));
                }
                _ => complete = false,
            }
        }
        (complete && self.is_neutral(&moves, place)).then_some(moves)
    }

    fn organisation(&self, code: &str, place: &Place<'_>) -> Option<&str> {
        let way_out = "Add it, or take it out of the flex.";
        let found = member(self.organisations, code, way_out, place);
        found.map(|one| one.code.as_str())
    }

    fn is_neutral(&self, moves: &[(String, Money)], place: &Place<'_>) -> bool {
        let sum: Money = moves.iter().map(|(_, amount)| *amount).sum();
        if sum != Money::ZERO {
            place.error(
                "flex_not_neutral",
                format!(
                    "The moves add to {}, so the system's total would change by it.",
                    sum.entered(self.unit)
                ),
                "A flex moves control totals between organisations: make the moves add to nothing. Until then it is left out.",
            );
            return false;
        }
        let mut neutral = true;
        for subdivision in self.subdivisions {
            let sum = self.moved_in(subdivision, moves);
            if sum != Money::ZERO {
                place.error(
                    "flex_not_neutral_in_subdivision",
                    format!(
                        "In {} the moves add to {}, so its own total would change by it.",
                        subdivision.name,
                        sum.entered(self.unit)
                    ),
                    "A subdivision has a control total of its own: make the moves inside it add to nothing. Until then the flex is left out.",
                );
                neutral = false;
            }
        }
        neutral
    }

    fn moved_in(&self, subdivision: &Subdivision, moves: &[(String, Money)]) -> Money {
        let is_in = |code: &str| {
            let mut own = self.organisations.iter().filter(|one| one.code == code);
            own.any(|one| one.subdivision.as_ref() == Some(&subdivision.code))
        };
        let own = moves.iter().filter(|(code, _)| is_in(code));
        own.map(|(_, amount)| *amount).sum()
    }
}
