//! What is entered of a planning round, and what was read of it.

use control_total::scheme::{Milestone, Pot, Round};
use serde::Serialize;

use super::told::{Teller, Told};

/// A planning round, for what is entered of it.
#[derive(Serialize)]
pub struct RoundBook {
    name: &'static str,
    /// The years that are planned in it.
    years: Vec<String>,
    /// The days that were read, by milestone.
    days: Vec<DayBook>,
    /// The conditions for transformation funding, which a plan may answer.
    conditions: Vec<AskedBook>,
    /// The pots of transformation funding.
    pots: Vec<AskedBook>,
}

/// A milestone that every round has.
#[derive(Serialize)]
pub struct MilestoneBook {
    id: &'static str,
    name: &'static str,
}

/// The published day of a milestone.
#[derive(Serialize)]
struct DayBook {
    /// The milestone's id.
    id: &'static str,
    day: Option<String>,
    rule: Told,
}

/// What a plan calls by its id, and the rule that sets it.
#[derive(Serialize)]
struct AskedBook {
    id: &'static str,
    rule: Told,
}

impl From<(&'static str, &'static str)> for MilestoneBook {
    fn from((id, name): (&'static str, &'static str)) -> Self {
        Self { id, name }
    }
}

impl RoundBook {
    pub fn of(round: &'static Round, teller: &mut Teller) -> Self {
        let days = round.milestones.iter();
        let conditions = round.conditions().into_iter();
        let pots = round.pots.iter();
        Self {
            name: round.name,
            years: round.years().map(|year| year.to_string()).collect(),
            days: days.map(|day| DayBook::of(day, teller)).collect(),
            conditions: conditions
                .map(|rule| AskedBook {
                    id: rule.id.local,
                    rule: teller.tell(rule),
                })
                .collect(),
            pots: pots.map(|pot| AskedBook::of(pot, teller)).collect(),
        }
    }
}

impl DayBook {
    fn of(milestone: &'static Milestone, teller: &mut Teller) -> Self {
        Self {
            id: milestone.id,
            day: milestone.day.map(|day| day.to_string()),
            rule: teller.tell_stated(&milestone.rule),
        }
    }
}

impl AskedBook {
    fn of(pot: &'static Pot, teller: &mut Teller) -> Self {
        Self {
            id: pot.id,
            rule: teller.tell_stated(&pot.rule),
        }
    }
}
