//! The choices that a plan makes in a planning round, for its assumptions log.

use crate::plan::{FitMethod, Plan, Planning};
use crate::scheme::{Round, round_of};

/// Each choice: its place in the plan document, and what it is in words.
pub(crate) fn choices(plan: &Plan) -> Vec<(String, String)> {
    let Some(planning) = plan.planning.as_deref() else {
        return Vec::new();
    };
    let round = round_of(plan.year());
    let mut choices = days(planning, round);
    for (id, answer) in &planning.answers {
        let rules = round.into_iter().flat_map(Round::conditions);
        let name = rules.into_iter().find(|rule| rule.id.local == *id);
        choices.push((
            format!("planning/answers/{id}"),
            format!(
                "“{}” is answered {} in the plan, in place of what its figures say.",
                name.map_or(*id, |rule| rule.name),
                if *answer { "yes" } else { "no" }
            ),
        ));
    }
    if !planning.envelope.programmes.is_empty() {
        let words = match planning.envelope.method {
            FitMethod::Priorities => {
                "Programmes are fitted into the envelope by floors, then priorities, then in proportion."
            }
            FitMethod::LeastChange => {
                "Programmes are fitted into the envelope by cutting the fewest, the lowest priority first."
            }
        };
        choices.push(("planning/envelope/method".to_owned(), words.to_owned()));
    }
    choices
}

/// Days that the plan sets in place of published ones.
fn days(planning: &Planning, round: Option<&'static Round>) -> Vec<(String, String)> {
    let mut choices = Vec::new();
    for (id, day) in &planning.dates {
        let read = round.and_then(|round| round.milestone(id));
        let published = read.and_then(|milestone| Some((milestone.rule.name, milestone.day?)));
        if let (Some((name, published)), Some(day)) = (published, day)
            && published != *day
        {
            choices.push((
                format!("planning/dates/{id}"),
                format!(
                    "The plan sets another day for “{name}” than the published {}: {}.",
                    published.in_words(),
                    day.in_words()
                ),
            ));
        }
    }
    choices
}
