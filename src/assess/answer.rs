//! The answer in one sentence, and the figures it is made of.

use super::group::Group;
use crate::calendar::Quarter;
use crate::money::{Money, Unit};
use crate::plan::Plan;
use crate::planning::Said;
use crate::working::{Figure, Record};
use serde::Serialize;

/// The answer first: how the system does, who misses, what the fund comes to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Answer {
    /// By how much the system makes or misses its control total.
    pub system: String,
    /// How many organisations miss theirs.
    pub organisations: String,
    /// How much of the fund is earned, recovered, lost, recoverable, to earn.
    pub fund: String,
    /// The planning round's questions.
    pub planning: Vec<Said>,
}

impl Answer {
    pub(super) fn of(plan: &Plan, system: &Group, record: &Record) -> Self {
        let words = Words { plan, record };
        Self {
            system: words.system(system),
            organisations: words.organisations(system),
            fund: words.fund(system),
            planning: Vec::new(),
        }
    }
}

struct Words<'a> {
    plan: &'a Plan,
    record: &'a Record,
}

impl Words<'_> {
    fn unit(&self) -> Unit {
        self.plan.unit
    }

    fn amount(&self, figure: Figure) -> Option<Money> {
        self.record.ledger.amount(figure)
    }

    fn area(&self) -> &str {
        if self.plan.area.is_empty() {
            "The system"
        } else {
            &self.plan.area
        }
    }

    fn system(&self, system: &Group) -> String {
        let (area, target) = (self.area(), self.plan.scheme.target);
        if system.members == 0 {
            let (area, _) = self.plan.area_words();
            return format!("No organisations yet: choose the {area} or add organisations.");
        }
        let ended = system.position.variance.len();
        let Some(variance) = system.position.latest_variance() else {
            return format!("{area}: no quarter of {} has ended yet.", self.plan.year());
        };
        let period = match ended.checked_sub(1).and_then(|last| Quarter::ALL.get(last)) {
            Some(Quarter::Q4) | None => format!("for {}", self.plan.year()),
            Some(quarter) => format!("to the end of {} of {}", quarter.name(), self.plan.year()),
        };
        let basis = if self.plan.has_fund() {
            ", before the fund"
        } else {
            ""
        };
        match self.amount(variance) {
            Some(Money::ZERO) => {
                format!("{area} is exactly on its {target} {period}{basis}.")
            }
            Some(amount) => {
                let (verb, by, spare) = if amount.is_negative() {
                    ("misses", "by", "")
                } else {
                    ("meets", "with", " to spare")
                };
                format!(
                    "{area} {verb} its {target} {period} {by} {}{spare}{basis}.",
                    amount.in_words(self.unit())
                )
            }
            None => format!(
                "{area}: not known yet whether it meets its {target} {period}; needs {}.",
                self.needs(variance)
            ),
        }
    }

    fn organisations(&self, system: &Group) -> String {
        if system.members == 0 || system.position.met.is_empty() {
            return String::new();
        }
        let target = self.plan.scheme.target;
        let not_known = system.members_not_known;
        let (who, does) = match (system.members, system.members_missed) {
            (1, 0) if not_known > 0 => {
                return format!("It is not known yet whether the organisation meets its {target}.");
            }
            (1, 0) => ("The organisation".to_owned(), "meets its"),
            (1, _) => ("The organisation".to_owned(), "misses its"),
            (all, 0) => {
                let does = if not_known > 0 {
                    "is known to miss its"
                } else {
                    "misses its"
                };
                (format!("None of {all} organisations"), does)
            }
            (all, missed) => {
                let does = if missed == 1 {
                    "misses its"
                } else {
                    "miss their"
                };
                (format!("{missed} of {all} organisations"), does)
            }
        };
        let rest = match not_known {
            0 => String::new(),
            unknown => format!("; of {unknown} it is not known yet"),
        };
        format!("{who} {does} {target}{rest}.")
    }

    fn fund(&self, system: &Group) -> String {
        if system.members == 0 || !self.plan.has_fund() {
            return String::new();
        }
        let total = &system.fund.total;
        let fund = &self.plan.funds_in_words();
        let available = match self.amount(total.available.year) {
            Some(Money::ZERO) => {
                return format!("No money of the {fund} is allocated here.");
            }
            Some(amount) => format!("Of {} of the {fund}, ", amount.in_words(self.unit())),
            None => format!("Of the {fund}, "),
        };
        if self.amount(total.earned.year).is_none() {
            return format!(
                "{available}what is earned is not known yet; needs {}.",
                self.needs(total.earned.year)
            );
        }
        let part = |figure: Figure, words: &str| match self.amount(figure) {
            Some(amount) => format!("{} is {words}", amount.in_words(self.unit())),
            None => format!("an amount not known yet is {words}"),
        };
        let mut parts = vec![part(total.earned.year, "earned")];
        for (figure, words) in [
            (total.recovered.year, "recovered"),
            (total.lost.year, "lost"),
            (total.still_recoverable.year, "still recoverable"),
            (total.still_to_earn.year, "still to earn"),
        ] {
            let always = matches!(words, "lost" | "still recoverable");
            if always || self.amount(figure) != Some(Money::ZERO) {
                parts.push(part(figure, words));
            }
        }
        let last = parts.pop().unwrap_or_default();
        format!("{available}{} and {last}.", parts.join(", "))
    }

    /// The fund whose parameter a path of the document sets.
    fn fund_of(&self, path: &str) -> Option<&'static str> {
        let id = path.strip_prefix("changes/")?.split(':').next()?;
        let own = self.plan.schemes.iter().find(|scheme| scheme.id == id);
        own.map(|scheme| scheme.fund)
    }

    /// The first missing inputs by name, and how many more.
    fn needs(&self, figure: Figure) -> String {
        self.record.needs_in_words(figure.place(), &|input| match (
            organisation_of(&input.path),
            self.fund_of(&input.path),
        ) {
            (Some(code), _) => format!("{code}'s {}", input.small()),
            (None, Some(fund)) => format!("the {fund}'s {}", input.small()),
            (None, None) => input.small(),
        })
    }
}

/// The code of the organisation that a path of the document belongs to.
pub(super) fn organisation_of(path: &str) -> Option<&str> {
    path.strip_prefix("organisations/")?.split('/').next()
}
