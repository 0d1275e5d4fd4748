//! The lines of the social-care memo: only a pooled fund is entered on both sides.

use super::super::super::checked::{CouncilKind, CouncilLine};
use super::super::super::document::CouncilLineDocument;
use super::super::super::place::Place;
use super::super::amounts::{money, money_not_negative};
use super::{Desk, named};

impl Desk<'_> {
    pub(super) fn council_line(
        &self,
        document: &CouncilLineDocument<'_>,
        place: &Place<'_>,
        index: usize,
    ) -> CouncilLine {
        let read = |entry, at: &str| match document.kind {
            CouncilKind::Pooled => money(entry, self.unit, &place.at(at)),
            _ => money_not_negative(entry, self.unit, &place.at(at)),
        };
        if document.kind != CouncilKind::Pooled && !document.health_amount.is_blank() {
            place.at("health_amount").warning(
                "not_pooled",
                "Only a pooled fund is entered on both sides: this figure does not count.",
                "Say that the line is a pooled fund, or take the figure out.",
            );
        }
        CouncilLine {
            place: index,
            name: named(&document.name, "Line of the memo", &place.at("name")),
            kind: document.kind,
            amount: read(&document.amount, "amount"),
            health_amount: read(&document.health_amount, "health_amount"),
        }
    }
}
