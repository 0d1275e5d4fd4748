//! Plans to begin with: an area's members, with what is published of them.

use super::document::{
    FootprintDocument, KIND, MeasureDocument, OrganisationDocument, PerformanceDocument,
    PlanDocument, VERSION,
};
use super::entry::Entry;
use super::keyed::{Keyed, Name};
use crate::calendar::Quarter;
use crate::facts::{self, Area, Attendances, Kind, Membership};
use crate::scheme::{Measure, Scheme, Side};

/// An empty plan for an area of the scheme's year: its commissioners, the trusts
/// that count in it, and their published performance. A trust that serves several
/// areas and has no published host is left for the user to add, since it counts once.
#[must_use]
pub fn document_for_footprint(area: &Area, scheme: &Scheme) -> PlanDocument<'static> {
    let members = facts::geography(scheme.year)
        .map(|geography| geography.members(area.code))
        .unwrap_or_default();
    let counted = members
        .iter()
        .filter(|member| member.membership == Membership::Counted)
        .filter_map(|member| self::member(member.organisation.code, scheme));
    PlanDocument {
        kind: KIND.into(),
        version: VERSION,
        title: format!("{} {}", area.name, scheme.year).into(),
        year: scheme.year.to_string().into(),
        fund: scheme.fund.into(),
        footprint: FootprintDocument {
            code: area.code.into(),
            name: area.name.into(),
        },
        organisations: counted.collect(),
        ..PlanDocument::default()
    }
}

/// An organisation of the published lists under its name of the scheme's year, its
/// figures blank but for published performance; `None` for a code in no list.
#[must_use]
pub fn member(code: &str, scheme: &Scheme) -> Option<OrganisationDocument<'static>> {
    let published = facts::organisation(code)?.in_year(scheme.year);
    let side = match published.kind {
        Kind::Trust => Side::Provider,
        Kind::Commissioner => Side::Commissioner,
    };
    let performance: Vec<_> = scheme
        .measures()
        .iter()
        .filter_map(|measure| published_measure(published.code, measure, scheme))
        .collect();
    Some(OrganisationDocument {
        code: published.code.into(),
        name: published.name.into(),
        side: Some(side),
        performance: Keyed::from_pairs(performance),
        ..OrganisationDocument::default()
    })
}

/// The measure's entry for a trust that has published figures for it: only the
/// A&E standard's are published here.
fn published_measure(
    code: &str,
    measure: &Measure,
    scheme: &Scheme,
) -> Option<(Name<'static>, MeasureDocument<'static>)> {
    if measure.id != "a_and_e" {
        return None;
    }
    let published = facts::published_a_and_e(code, scheme.year.first())?;
    let remarks = [published.remark, published.last_year_remark];
    let remarks: Vec<&str> = remarks.into_iter().flatten().collect();
    let note = format!("Published attendances and breaches. {}", remarks.join(" "));
    let document = MeasureDocument {
        quarters: quarters(&published.quarters),
        last_year: quarters(&published.last_year),
        march: published.march.map(performance).unwrap_or_default(),
        milestones: Keyed::from_pairs(measure.milestones().map(|id| (id.into(), None)).collect()),
        note: note.trim().to_owned().into(),
        ..MeasureDocument::default()
    };
    Some((measure.id.into(), document))
}

fn quarters(published: &[Option<Attendances>; 4]) -> Keyed<'static, PerformanceDocument<'static>> {
    let pairs = Quarter::ALL
        .iter()
        .zip(published)
        .map(|(quarter, figures)| {
            let figures = figures.map(performance).unwrap_or_default();
            (quarter.name().into(), figures)
        });
    Keyed::from_pairs(pairs.collect())
}

fn performance(published: Attendances) -> PerformanceDocument<'static> {
    PerformanceDocument {
        attendances: Entry::text(published.attendances.to_string()),
        breaches: Entry::text(published.breaches.to_string()),
    }
}
