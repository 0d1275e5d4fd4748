//! Organisations: who they are, and their figures.

use super::super::checked::{Organisation, Subdivision};
use super::super::document::{OrganisationDocument, PeriodFigures};
use super::super::place::Place;
use super::super::text::shortened;
use super::{MOST_ORGANISATIONS, amounts, asked, breaks_line, performance, text};
use crate::calendar::FinancialYear;
use crate::facts::{self, Kind};
use crate::money::Unit;
use crate::scheme::{Scheme, Side};
use std::borrow::Cow;

/// What checking an organisation needs to know of its plan.
pub(super) struct Desk<'a> {
    pub schemes: &'a [&'static Scheme],
    pub year: FinancialYear,
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
            let odd = code.chars().any(|one| one == '/' || breaks_line(one));
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
            share: (!document.share.is_blank())
                .then(|| amounts::share(&document.share, "for the whole", &place.at("share"))),
            control_total,
            revisions: self.revisions(&document.revisions, &place.at("revisions")),
            allocations: self.allocations(side, document, &place.at("allocation")),
            accepted: document.accepted,
            answers: asked::answers(
                &document.answers,
                (self.schemes, asked::Of::Organisation),
                &place.at("answers"),
            ),
            amounts: asked::amounts(
                &document.amounts,
                (self.schemes, asked::Of::Organisation),
                unit,
                &place.at("amounts"),
            ),
            actual: amounts::profile(&document.actual, unit, self.figures, &place.at("actual")),
            forecast: money(&document.forecast, "forecast"),
            forecasts: amounts::by_quarter_with(
                &document.forecasts,
                &place.at("forecasts"),
                &|entry, place| amounts::money(entry, unit, place),
            ),
            agreed_improvement: not_negative(&document.agreed_improvement, "agreed_improvement"),
            bonus: not_negative(&document.bonus, "bonus"),
            resource_limit: not_negative(&document.resource_limit, "resource_limit"),
            performance: performance::measures(
                &document.performance,
                self.schemes,
                &place.at("performance"),
            ),
            code: code.to_owned(),
            name,
            side,
        })
    }

    /// Name and side: as given, else as published, under the name of the plan's year.
    fn identity(
        &self,
        code: &str,
        document: &OrganisationDocument<'_>,
        place: &Place<'_>,
    ) -> Option<(String, Side)> {
        let published = facts::organisation(code).map(|known| known.in_year(self.year));
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
                    "“{}” is not a trust or commissioner in the published lists of {} or of any other year.",
                    shortened(code),
                    self.year
                ),
                "Check the code. To add a body that is not in the lists, say its name and its side.",
            );
            return None;
        };
        self.in_the_lists(code, published.as_ref(), &place.at("code"));
        Some((name, side))
    }

    /// A body of the user's own counts like any other, and so does one of another
    /// year, but it may be a slip.
    fn in_the_lists(&self, code: &str, published: Option<&facts::Organisation>, place: &Place<'_>) {
        let geography = facts::geography(self.year);
        let is_listed = match (published, geography) {
            (Some(known), Some(geography)) => geography.lists(known),
            // There are no lists of the year that it could miss from.
            (Some(_), None) => true,
            (None, _) => false,
        };
        if is_listed {
            return;
        }
        let ended = published.and_then(|known| known.ended);
        place.warning(
            "not_in_the_list",
            format!(
                "{code} is not in the published lists of {}; it counts as entered.{}",
                self.year,
                ended.map_or_else(String::new, |words| format!(" {words}."))
            ),
            "Check the code if it should be.",
        );
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
}

/// The organisation of the plan that a code stands for; another one is named, with what
/// to do about it.
pub(super) fn member<'a>(
    organisations: &'a [Organisation],
    code: &str,
    way_out: &str,
    place: &Place<'_>,
) -> Option<&'a Organisation> {
    let same = |one: &&Organisation| one.code.eq_ignore_ascii_case(code.trim());
    let found = organisations.iter().find(same);
    if found.is_none() {
        place.error(
            "not_in_the_plan",
            format!(
                "There is no organisation “{}” in the plan.",
                shortened(code)
            ),
            way_out,
        );
    }
    found
}

/// A code in capitals, as most are written.
fn capitals(code: &str) -> Cow<'_, str> {
    if code.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(code.to_ascii_uppercase())
    } else {
        Cow::Borrowed(code)
    }
}
