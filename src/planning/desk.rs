//! What every question of the planning round is worked out from.

use crate::calendar::Date;
use crate::plan::{Plan, Planning};
use crate::scheme::{Round, round_of};
use crate::working::{Figure, Work};

/// The desk at which the figures are made, with the plan and the round it is in.
pub(super) struct Desk<'a> {
    pub work: &'a Work,
    pub plan: &'a Plan,
    pub planning: &'a Planning,
    pub round: Option<&'static Round>,
}

/// The control totals issued for the year, before the fund.
pub struct ControlTotals<'a> {
    /// The system's.
    pub system: Figure,
    /// Each organisation's, by its code.
    pub organisations: Vec<(&'a str, Figure)>,
}

impl<'a> Desk<'a> {
    pub fn of(work: &'a Work, plan: &'a Plan, planning: &'a Planning) -> Self {
        Self {
            work,
            plan,
            planning,
            round: round_of(plan.year()),
        }
    }

    /// The name of an organisation of the plan.
    pub fn name_of(&self, code: &str) -> String {
        let mut all = self.plan.organisations.iter();
        let found = all.find(|one| one.code == code);
        found.map_or_else(|| code.to_owned(), |one| one.name.clone())
    }

    /// A line of a list that was left out for a fault: an amount not known, without which
    /// no sum is whole.
    pub fn left_out(&self, what: &str, list: &str, place: usize) -> Figure {
        let label = format!("{what} {}, which is left out", place.saturating_add(1));
        self.work.entered(label.as_str().into(), None, &|| {
            format!("planning/{list}/{place}")
        })
    }

    /// The day of a milestone: the plan's own, else the published one.
    pub fn day_of(&self, milestone: &str) -> Option<Date> {
        let mut own = self.planning.dates.iter();
        match own.find(|(name, _)| name == milestone) {
            Some((_, day)) => *day,
            None => self.round?.milestone(milestone)?.day,
        }
    }

    /// Whether the plan sets the day of a milestone itself.
    pub fn sets_day_of(&self, milestone: &str) -> bool {
        self.planning
            .dates
            .iter()
            .any(|(name, _)| name == milestone)
    }

    /// Days from today until then, if today is given.
    pub fn days_to_go(&self, day: Option<Date>) -> Option<i32> {
        Some(self.planning.today?.days_until(day?))
    }

    /// Whether a day is after today, if that is given.
    pub fn is_to_come(&self, day: Date) -> Option<bool> {
        self.planning.today.map(|today| day > today)
    }

    /// Whether a day has passed, if today is given.
    pub fn has_passed(&self, day: Date) -> Option<bool> {
        self.planning.today.map(|today| today > day)
    }
}
