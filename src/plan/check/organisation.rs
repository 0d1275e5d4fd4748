//! Organisations: who they are, and their figures.

use super::super::checked::{ControlTotal, Organisation, Revision, Subdivision};
use super::super::document::{
    Basis, ControlTotalDocument, OrganisationDocument, PeriodFigures, RevisionDocument,
};
use super::super::place::Place;
use super::super::text::shortened;
use super::{MOST_ORGANISATIONS, amounts, performance, text};
use crate::calendar::Date;
use crate::facts::{self, Kind};
use crate::money::{Money, Unit};
use crate::scheme::{Scheme, Side};
use std::borrow::Cow;

/// The most revisions of a control total: one a month.
const MOST_REVISIONS: usize = 12;

/// What checking an organisation needs to know of its plan.
pub(super) struct Desk<'a> {
    pub scheme: &'static Scheme,
    pub unit: Unit,
    pub figures: PeriodFigures,
    pub subdivisions: &'a [Subdivision],
}

impl Desk<'_> {
    pub fn organisations(
        &self,
        documents: &[OrganisationDocument<'_>],
        place: &Place<'_>,
    ) -> Vec<Organisation> {
        let mut organisations: Vec<Organisation> = Vec::with_capacity(documents.len().min(64));
        for (index, document) in documents.iter().enumerate() {
            if organisations.len() == MOST_ORGANISATIONS {
                place.error(
                    "too_many_organisations",
                    format!("A plan has at most {MOST_ORGANISATIONS} organisations."),
                    "Split it.",
                );
                break;
            }
            let code = capitals(document.code.trim());
            let place = if code.is_empty() {
                place.item(index)
            } else {
                place.at(&code)
            };
            let odd = code.bytes().any(|byte| matches!(byte, b'/' | b'\n'));
            if code.is_empty() || odd || code.chars().nth(40).is_some() {
                place.at("code").error(
                    "no_code",
                    "This organisation has no code that can be used.",
                    "Give it its code, such as RXL, or a short one of your own.",
                );
                continue;
            }
            if let Some(first) = organisations.iter().find(|other| other.code == code) {
                self.repeated(first, document, &place);
                continue;
            }
            organisations.extend(self.organisation(&code, document, &place));
        }
        organisations
    }

    /// An organisation counts once: the same code a second time is refused, and
    /// told apart from a member of two subdivisions.
    fn repeated(&self, first: &Organisation, second: &OrganisationDocument<'_>, place: &Place<'_>) {
        let other = second.subdivision.trim();
        match &first.subdivision {
            Some(one) if !other.is_empty() && one != other => place.at("subdivision").error(
                "two_subdivisions",
                format!(
                    "{} is in two subdivisions, {one} and {other}; the first is used.",
                    first.code
                ),
                "Each organisation belongs to exactly one: remove one of the two.",
            ),
            _ => place.at("code").error(
                "repeated_organisation",
                format!(
                    "{} stands in the plan twice; the first is used.",
                    first.code
                ),
                "Remove one: an organisation counts once.",
            ),
        }
    }

    fn organisation(
        &self,
        code: &str,
        document: &OrganisationDocument<'_>,
        place: &Place<'_>,
    ) -> Option<Organisation> {
        let (name, side) = self.identity(code, document, place)?;
        let unit = self.unit;
        let money = |entry, at: &str| amounts::money(entry, unit, &place.at(at));
        let not_negative =
            |entry, at: &str| amounts::money_not_negative(entry, unit, &place.at(at));
        let control_total = self.control_total(&document.control_total, &place.at("control_total"));
        Some(Organisation {
            subdivision: self.subdivision(document, &place.at("subdivision")),
            share: amounts::share(&document.share, &place.at("share")),
            control_total,
            revisions: self.revisions(&document.revisions, &place.at("revisions")),
            allocation: self.allocation(side, document, &place.at("allocation")),
            accepted: document.accepted,
            actual: amounts::profile(&document.actual, unit, self.figures, &place.at("actual")),
            forecast: money(&document.forecast, "forecast"),
            agreed_improvement: not_negative(&document.agreed_improvement, "agreed_improvement"),
            bonus: not_negative(&document.bonus, "bonus"),
            resource_limit: not_negative(&document.resource_limit, "resource_limit"),
            performance: performance::measures(
                &document.performance,
                self.scheme,
                &place.at("performance"),
            ),
            code: code.to_owned(),
            name,
            side,
        })
    }

    /// Name and side: as given, else as published.
    fn identity(
        &self,
        code: &str,
        document: &OrganisationDocument<'_>,
        place: &Place<'_>,
    ) -> Option<(String, Side)> {
        let published = facts::organisation(code);
        let given = text(&document.name, &place.at("name"));
        let side = document.side.or(published.map(|known| match known.kind {
            Kind::Trust => Side::Provider,
            Kind::Commissioner => Side::Commissioner,
        }));
        let name = match published {
            Some(known) if given.is_empty() => known.name.to_owned(),
            _ if given.is_empty() => code.to_owned(),
            _ => given,
        };
        let Some(side) = side else {
            place.at("code").error(
                "unknown_code",
                format!(
                    "“{}” is not a trust or commissioner of 2017.",
                    shortened(code)
                ),
                "Check the code. To add a body that is not in the list, say its name and its side.",
            );
            return None;
        };
        if published.is_none() {
            place.at("code").warning(
                "not_in_the_list",
                format!("{code} is not in the published list of 2017; it counts as entered."),
                "Check the code if it should be.",
            );
        }
        Some((name, side))
    }

    fn subdivision(
        &self,
        document: &OrganisationDocument<'_>,
        place: &Place<'_>,
    ) -> Option<String> {
        let code = document.subdivision.trim();
        let known = self.subdivisions.iter().find(|one| one.code == code);
        if let Some(known) = known {
            return Some(known.code.clone());
        }
        if !code.is_empty() {
            place.error(
                "unknown_subdivision",
                format!("There is no subdivision “{}”.", shortened(code)),
                "Add it to the plan's subdivisions, or choose one of them.",
            );
        } else if !self.subdivisions.is_empty() {
            place.error(
                "no_subdivision",
                "The area is split, and this organisation is in none of its subdivisions.",
                "Choose the one it belongs to.",
            );
        }
        None
    }

    /// An allocation is blank, nothing, or at least a pound, and only for the
    /// side that the fund pays.
    fn allocation(
        &self,
        side: Side,
        document: &OrganisationDocument<'_>,
        place: &Place<'_>,
    ) -> Option<Money> {
        let allocation = amounts::money_not_negative(&document.allocation, self.unit, place)?;
        if allocation != Money::ZERO && allocation < Money::from_pounds(1) {
            place.error(
                "small_allocation",
                "An allocation is nothing or at least a pound.",
                "Check the unit.",
            );
            return None;
        }
        if !self.scheme.pays(side) && allocation != Money::ZERO {
            place.error(
                "fund_not_for",
                format!(
                    "{} does not pay this side, so it has no allocation.",
                    self.scheme.fund
                ),
                "Leave it empty.",
            );
            return None;
        }
        Some(allocation)
    }

    fn control_total(
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
                format!(
                    "This control total includes the {}; it is tested before the fund.",
                    self.scheme.fund
                ),
                "Take the allocation off it and enter the control total before the fund.",
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
    fn revisions(&self, documents: &[RevisionDocument<'_>], place: &Place<'_>) -> Vec<Revision> {
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
                "Write the year, month and day, as in 2017-12-31.",
            );
            return None;
        };
        match Date::read(typed) {
            Some(from) if self.scheme.year.contains(from) => Some(from),
            Some(from) => {
                place.error(
                    "date_beyond_the_year",
                    format!("{from} is not in {}.", self.scheme.year),
                    "A control total is revised within its own year.",
                );
                None
            }
            None => {
                place.error(
                    "unreadable_date",
                    format!("“{}” is not a date.", shortened(typed)),
                    "Write the year, month and day, as in 2017-12-31.",
                );
                None
            }
        }
    }
}

/// A code in capitals, as most are written.
fn capitals(code: &str) -> Cow<'_, str> {
    if code.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(code.to_ascii_uppercase())
    } else {
        Cow::Borrowed(code)
    }
}
