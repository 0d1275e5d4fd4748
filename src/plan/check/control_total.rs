//! An organisation's control total and the versions agreed in the year.

use super::super::checked::{ControlTotal, Revision};
use super::super::document::{Basis, ControlTotalDocument, RevisionDocument};
use super::super::place::Place;
use super::super::text::shortened;
use super::amounts;
use super::organisation::Desk;
use crate::calendar::Date;

/// The most revisions of a control total: one a month.
const MOST_REVISIONS: usize = 12;

impl Desk<'_> {
    pub(super) fn control_total(
        &self,
        document: &ControlTotalDocument<'_>,
        place: &Place<'_>,
    ) -> ControlTotal {
        let amount = amounts::money(&document.amount, self.unit, &place.at("amount"));
        let profile = amounts::profile(
            &document.profile,
            self.unit,
            self.figures,
            &place.at("profile"),
        );
        if document.basis == Basis::AfterFund {
            place.at("basis").error(
                "wrong_basis",
                "This control total includes the fund; it is tested without it.",
                "Take the allocation off it.",
            );
            return ControlTotal::default();
        }
        let spread = if profile.is_blank() {
            document.spread
        } else {
            None
        };
        let control_total = ControlTotal {
            amount,
            profile,
            spread,
        };
        self.ends_on_the_total(&control_total, place);
        control_total
    }

    /// The profile's year end is the control total itself.
    fn ends_on_the_total(&self, control_total: &ControlTotal, place: &Place<'_>) {
        let (Some(amount), Some(end)) = (control_total.amount, control_total.profile.whole_year())
        else {
            return;
        };
        if amount != end {
            place.at("profile").error("profile_misses_the_total", format!(
                    "The profile ends the year on {}, but the control total is {}; the year's last test uses the control total.",
                    end.entered(self.unit),
                    amount.entered(self.unit)
                ), "Correct the one that is wrong. If the plan is better than the control total, enter the control total's own profile.");
        }
    }

    /// Versions agreed in the year, oldest first, each dated within it.
    pub(super) fn revisions(
        &self,
        documents: &[RevisionDocument<'_>],
        place: &Place<'_>,
    ) -> Vec<Revision> {
        let mut revisions: Vec<Revision> = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            let place = place.item(index);
            if revisions.len() == MOST_REVISIONS {
                place.error(
                    "too_many_revisions",
                    format!("A control total has at most {MOST_REVISIONS} revisions."),
                    "Keep the ones that were tested.",
                );
                break;
            }
            let Some(from) = self.revised_from(document, &place.at("from")) else {
                continue;
            };
            if revisions.iter().any(|other| other.from == from) {
                place.at("from").error(
                    "repeated_revision",
                    format!("Two revisions begin on {from}."),
                    "Keep one of them.",
                );
                continue;
            }
            let revision = Revision {
                from,
                place: index,
                control_total: self
                    .control_total(&document.control_total, &place.at("control_total")),
            };
            let earlier = revisions.partition_point(|other| other.from < from);
            revisions.insert(earlier, revision);
        }
        revisions
    }

    fn revised_from(&self, document: &RevisionDocument<'_>, place: &Place<'_>) -> Option<Date> {
        let Some(typed) = amounts::typed(&document.from, place) else {
            place.error(
                "undated_revision",
                "A revised control total needs the day from which it counts.",
                amounts::DAY_WAY_OUT,
            );
            return None;
        };
        match Date::read(typed) {
            Some(from) if self.year.contains(from) => Some(from),
            Some(from) => {
                place.error(
                    "date_beyond_the_year",
                    format!("{from} is not in {}.", self.year),
                    "It is revised within its own year.",
                );
                None
            }
            None => {
                place.error(
                    "unreadable_date",
                    format!("“{}” is not a date.", shortened(typed)),
                    amounts::DAY_WAY_OUT,
                );
                None
            }
        }
    }
}
