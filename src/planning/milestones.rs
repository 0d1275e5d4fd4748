//! The days of the planning round, and how far off each is.

use super::desk::Desk;
use crate::calendar::Date;
use crate::scheme::{MILESTONES, RuleId};
use serde::Serialize;

/// A milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct MilestoneLine {
    /// Its id, or the name of one of the plan's own.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The day that counts; nothing where it is not known.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub day: Option<Date>,
    /// The rule that sets a published day.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub rule: Option<RuleId>,
    /// The published day, where the plan sets another.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub published: Option<Date>,
    /// Days to go from today, if that is given; below nothing when it is past.
    pub days_to_go: Option<i32>,
}

impl Desk<'_> {
    pub(super) fn milestones(&self) -> Vec<MilestoneLine> {
        let mut lines: Vec<MilestoneLine> = Vec::with_capacity(MILESTONES.len());
        for (id, name) in MILESTONES {
            let read = self.round.and_then(|round| round.milestone(id));
            let published = read.and_then(|milestone| milestone.day);
            let line = self.milestone(id, name);
            lines.push(MilestoneLine {
                rule: read.map(|milestone| milestone.rule.id),
                published: published.filter(|_| published != line.day),
                ..line
            });
        }
        for (name, _) in &self.planning.dates {
            if !MILESTONES.iter().any(|(id, _)| id == name) {
                lines.push(self.milestone(name, name));
            }
        }
        lines
    }

    fn milestone(&self, id: &str, name: &str) -> MilestoneLine {
        let day = self.day_of(id);
        MilestoneLine {
            id: id.to_owned(),
            name: name.to_owned(),
            day,
            rule: None,
            published: None,
            days_to_go: self.days_to_go(day),
        }
    }
}
