//! Plans to begin with: an area's members, with what is published of them.

use super::document::{
    FootprintDocument, KIND, MeasureDocument, OrganisationDocument, PerformanceDocument,
    PlanDocument, VERSION,
};
use super::entry::Entry;
use super::keyed::{Keyed, Name};
use crate::calendar::{FinancialYear, Quarter};
use crate::facts::{self, Area, Attendances, Kind, Membership};
use crate::scheme::{Measure, Scheme, Side, of_year};

/// An empty plan for an area of a year: its commissioners, the trusts
/// that count in it, and their published performance. A trust that serves several
/// areas and has no published host is left for the user to add, since it counts once.
#[must_use]
pub fn document_for_footprint(area: &Area, year: FinancialYear) -> PlanDocument<'static> {
    let members = facts::geography(year)
        .map(|geography| geography.members(area.code))
        .unwrap_or_default();
    let counted = members
        .iter()
        .filter(|member| member.membership == Membership::Counted)
        .filter_map(|member| self::member(member.organisation.code, year));
    PlanDocument {
        kind: KIND.into(),
        version: VERSION,
        title: format!("{} {year}", area.name).into(),
        year: year.to_string().into(),
        footprint: FootprintDocument {
            code: area.code.into(),
            name: area.name.into(),
        },
        organisations: counted.collect(),
        ..PlanDocument::default()
    }
}

/// An organisation of the published lists under its name of the year, its figures
/// blank but for published performance; `None` for a code in no list.
#[must_use]
pub fn member(code: &str, year: FinancialYear) -> Option<OrganisationDocument<'static>> {
    let published = facts::organisation(code)?.in_year(year);
    let side = match published.kind {
        Kind::Trust => Side::Provider,
        Kind::Commissioner => Side::Commissioner,
    };
    let in_force = of_year(year).filter(|scheme| scheme.ran);
    let performance: Vec<_> = in_force
        .flat_map(Scheme::measures)
        .filter_map(|measure| published_measure(published.code, measure, year))
        .collect();
    Some(OrganisationDocument {
        code: published.code.into(),
        name: published.name.into(),
        side: Some(side),
        performance: Keyed::from_pairs(performance),
        ..OrganisationDocument::default()
    })
}

/// The measure's entry for a trust with published figures of its A&E department. The
/// other standards' figures are not held: such a trust has entries for them, blank and
/// so not known, rather than none, which would say that they do not apply.
fn published_measure(
    code: &str,
    measure: &Measure,
    year: FinancialYear,
) -> Option<(Name<'static>, MeasureDocument<'static>)> {
    let published = facts::published_a_and_e(code, year.first())?;
    if measure.id != "a_and_e" {
        return Some((measure.id.into(), MeasureDocument::default()));
    }
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
