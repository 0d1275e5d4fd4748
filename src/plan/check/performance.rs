//! Performance measures of an organisation.

use super::super::checked::Measured;
use super::super::document::{MeasureDocument, PerformanceDocument};
use super::super::keyed::Keyed;
use super::super::place::Place;
use super::super::text::shortened;
use super::amounts::{by_quarter_with, count, first_time, rate_or_blank};
use crate::money::Rate;
use crate::scheme::{Measure, SCHEMES, Scheme};
use crate::working::Performance;

/// The measures that have an entry, by id. An entry that the scheme has no use
/// for is named and left out.
pub(super) fn measures(
    documents: &Keyed<'_, MeasureDocument<'_>>,
    schemes: &[&'static Scheme],
    place: &Place<'_>,
) -> Vec<(&'static str, Measured)> {
    let mut measures: Vec<(&'static str, Measured)> = Vec::new();
    for (name, document) in documents.iter() {
        let place = place.at(name);
        let Some(measure) = schemes.iter().find_map(|scheme| scheme.measure(name)) else {
            unknown(name, schemes, &place);
            continue;
        };
        if measures.iter().any(|(id, _)| *id == measure.id) {
            place.error(
                "repeated_measure",
                "This measure stands here twice.",
                "Remove one.",
            );
            continue;
        }
        measures.push((measure.id, measured(document, measure, &place)));
    }
    measures
}

/// Names a measure that these rules have no use for: kept for its own year, if it
/// has one.
fn unknown(name: &str, schemes: &[&'static Scheme], place: &Place<'_>) {
    if SCHEMES.iter().any(|scheme| scheme.measure(name).is_some()) {
        place.warning(
            "measure_of_other_rules",
            "Nothing hangs on this measure under the plan's rules.",
            "It is kept for the years in which something does.",
        );
        return;
    }
    let mut known = Vec::new();
    for scheme in schemes {
        known.extend(scheme.measures().iter().map(|measure| measure.id));
    }
    let hint = if known.is_empty() {
        "The plan's rules have no measures: remove it.".to_owned()
    } else {
        format!("The measures: {}.", known.join(", "))
    };
    place.error(
        "unknown_measure",
        format!("The plan's rules have no measure “{}”.", shortened(name)),
        &hint,
    );
}

fn measured(document: &MeasureDocument<'_>, measure: &Measure, place: &Place<'_>) -> Measured {
    Measured {
        trajectory: trajectory(&document.trajectory, &place.at("trajectory")),
        appeals: appeals(&document.appeals, &place.at("appeals")),
        quarters: by_quarter(&document.quarters, &place.at("quarters")),
        last_year: by_quarter(&document.last_year, &place.at("last_year")),
        march: performance(&document.march, &place.at("march")),
        march_is_entered: !document.march.attendances.is_blank()
            || !document.march.breaches.is_blank(),
        milestones: milestones(&document.milestones, measure, &place.at("milestones")),
    }
}

fn milestones(
    answers: &Keyed<'_, Option<bool>>,
    measure: &Measure,
    place: &Place<'_>,
) -> Vec<(String, bool)> {
    let mut reached = Vec::new();
    for (index, (name, answer)) in answers.iter().enumerate() {
        let place = place.at(name);
        if !measure.milestones().any(|id| id == name) {
            if is_milestone_elsewhere(name) {
                place.warning(
                    "milestone_of_other_rules",
                    "Nothing hangs on this milestone under the plan's rules.",
                    "It is kept for the year in which something does.",
                );
                continue;
            }
            place.error(
                "unknown_milestone",
                format!("{} has no milestone “{}”.", measure.name, shortened(name)),
                "Remove it, or check its name.",
            );
        } else if first_time(answers, index, name, &place)
            && let Some(answer) = answer
        {
            reached.push((name.to_owned(), *answer));
        }
    }
    reached
}

fn is_milestone_elsewhere(name: &str) -> bool {
    let asks = |measure: &Measure| measure.milestones().any(|id| id == name);
    SCHEMES
        .iter()
        .any(|scheme| scheme.measures().iter().any(asks))
}

/// The agreed trajectory: a share of people seen in time, by quarter.
fn trajectory(values: &Keyed<'_>, place: &Place<'_>) -> [Option<Rate>; 4] {
    by_quarter_with(values, place, &rate_or_blank)
}

fn appeals(values: &Keyed<'_, Option<bool>>, place: &Place<'_>) -> [Option<bool>; 4] {
    by_quarter_with(values, place, &|won, _| *won)
}

fn by_quarter(
    documents: &Keyed<'_, PerformanceDocument<'_>>,
    place: &Place<'_>,
) -> [Option<Performance>; 4] {
    by_quarter_with(documents, place, &performance)
}

/// All who are counted and those who waited too long, if both are given and make sense together.
fn performance(document: &PerformanceDocument<'_>, place: &Place<'_>) -> Option<Performance> {
    let attendances = count(&document.attendances, &place.at("attendances"));
    let breaches = count(&document.breaches, &place.at("breaches"));
    let (attendances, breaches) = (attendances?, breaches?);
    if attendances == 0 {
        place.at("attendances").error(
            "no_attendances",
            "Nobody is counted: there is no performance to measure.",
            "Enter how many there were, or leave it empty if it is not known.",
        );
        return None;
    }
    if breaches > attendances {
        place.at("breaches").error(
            "more_breaches_than_attendances",
            "More people waited longer than the standard than are counted.",
            "Check both; they may have changed places.",
        );
        return None;
    }
    Some(Performance {
        attendances,
        breaches,
    })
}
