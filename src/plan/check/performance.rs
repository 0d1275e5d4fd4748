//! Performance measures of an organisation.

use super::super::checked::Measured;
use super::super::document::{MeasureDocument, PerformanceDocument};
use super::super::keyed::Keyed;
use super::super::place::Place;
use super::super::text::shortened;
use super::amounts::{count, first_time, quarter};
use crate::scheme::{Measure, Scheme};
use crate::working::Performance;

/// The measures that have an entry, by id. An entry that the scheme has no use
/// for is named and left out.
pub(super) fn measures(
    documents: &Keyed<'_, MeasureDocument<'_>>,
    scheme: &'static Scheme,
    place: &Place<'_>,
) -> Vec<(&'static str, Measured)> {
    let mut measures: Vec<(&'static str, Measured)> = Vec::new();
    for (name, document) in documents.iter() {
        let place = place.at(name);
        let Some(measure) = scheme.measures.iter().find(|measure| measure.id == name) else {
            let known: Vec<&str> = scheme.measures.iter().map(|measure| measure.id).collect();
            place.error(
                "unknown_measure",
                format!("{} has no measure “{}”.", scheme.name, shortened(name)),
                &format!("Its measures: {}.", known.join(", ")),
            );
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

fn measured(document: &MeasureDocument<'_>, measure: &Measure, place: &Place<'_>) -> Measured {
    Measured {
        quarters: by_quarter(&document.quarters, &place.at("quarters")),
        last_year: by_quarter(&document.last_year, &place.at("last_year")),
        march: performance(&document.march, &place.at("march")),
        milestones: milestones(&document.milestones, measure, &place.at("milestones")),
    }
}

fn milestones(
    answers: &Keyed<'_, Option<bool>>,
    measure: &Measure,
    place: &Place<'_>,
) -> Vec<(String, bool)> {
    let mut reached = Vec::new();
    for (name, answer) in answers.iter() {
        if !measure.milestones().any(|id| id == name) {
            place.at(name).error(
                "unknown_milestone",
                format!("{} has no milestone “{}”.", measure.name, shortened(name)),
                "Remove it, or check its name.",
            );
        } else if let Some(answer) = answer {
            reached.push((name.to_owned(), *answer));
        }
    }
    reached
}

fn by_quarter(
    documents: &Keyed<'_, PerformanceDocument<'_>>,
    place: &Place<'_>,
) -> [Option<Performance>; 4] {
    let mut quarters = [None; 4];
    for (index, (name, document)) in documents.iter().enumerate() {
        let place = place.at(name);
        if let Some(quarter) = quarter(name, &place)
            && first_time(documents, index, name, &place)
            && let Some(slot) = quarters.get_mut(quarter.index())
        {
            *slot = performance(document, &place);
        }
    }
    quarters
}

/// Attendances and breaches, if both are given and make sense together.
fn performance(document: &PerformanceDocument<'_>, place: &Place<'_>) -> Option<Performance> {
    let attendances = count(&document.attendances, &place.at("attendances"));
    let breaches = count(&document.breaches, &place.at("breaches"));
    let (attendances, breaches) = (attendances?, breaches?);
    if attendances == 0 {
        place.at("attendances").error(
            "no_attendances",
            "With no attendances there is no performance to measure.",
            "Enter how many came, or leave it empty if it is not known.",
        );
        return None;
    }
    if breaches > attendances {
        place.at("breaches").error(
            "more_breaches_than_attendances",
            format!("{breaches} breaches are more than {attendances} attendances."),
            "Check both; they may have changed places.",
        );
        return None;
    }
    Some(Performance {
        attendances,
        breaches,
    })
}
