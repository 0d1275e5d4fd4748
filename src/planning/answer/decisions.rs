//! What is said of the decisions: proposals, programmes, the social-care memo, capital bids.

use super::super::capital::{CapitalChoice, CapitalFit, CapitalOutcome};
use super::super::council::CouncilMemo;
use super::super::envelope::EnvelopeFit;
use super::super::fit::ProgrammeOutcome;
use super::super::shifting::Shifting;
use super::Speaker;
use crate::money::Money;
use crate::plan::{CouncilKind, in_words};
use crate::working::Figure;

impl Speaker<'_> {
    pub(super) fn shifting(&self, line: &Shifting) -> String {
        let saved = match self.amount(line.saved) {
            None => {
                return format!(
                    "It is not known yet what the proposals save; needs {}.",
                    self.needs(line.saved)
                );
            }
            Some(Money::ZERO) => "The proposals save the system nothing".to_owned(),
            Some(amount) if amount.is_negative() => format!(
                "The proposals cost the system {} more",
                amount.in_words(self.plan.unit)
            ),
            // What others bear is not saved, however much better the system does by it.
            Some(amount) if self.is_borne_outside(line) => format!(
                "The proposals improve the system's position by {}",
                amount.in_words(self.plan.unit)
            ),
            Some(amount) => {
                format!(
                    "The proposals save the system {}",
                    amount.in_words(self.plan.unit)
                )
            }
        };
        let shifted = match self.amount(line.shifted) {
            Some(Money::ZERO) => ", and shift nothing from one organisation to another".into(),
            _ => format!(
                ", and shift {} from one organisation to another",
                self.size(line.shifted)
            ),
        };
        let outside = match self.amount(line.outside) {
            Some(Money::ZERO) => String::new(),
            Some(amount) if amount.is_negative() => format!(
                " Others outside it bear {}, so that {} in all.",
                amount.in_words(self.plan.unit),
                self.in_all(line)
            ),
            Some(amount) => {
                format!(
                    " Others outside it gain {}.",
                    amount.in_words(self.plan.unit)
                )
            }
            None => " What others outside it bear is not known yet.".to_owned(),
        };
        format!("{saved}{shifted}.{outside}")
    }

    fn in_all(&self, line: &Shifting) -> String {
        let size = self.size(line.in_all);
        match self.amount(line.in_all) {
            Some(Money::ZERO) => "nothing is saved".to_owned(),
            Some(amount) if amount.is_negative() => format!("it costs {size} more"),
            _ => format!("{size} is saved"),
        }
    }

    fn is_borne_outside(&self, line: &Shifting) -> bool {
        self.amount(line.outside).is_some_and(Money::is_negative)
    }

    pub(super) fn envelope(&self, line: &EnvelopeFit) -> String {
        if let Some(short) = line.short {
            let floors = line
                .programmes
                .iter()
                .filter(|one| one.outcome == ProgrammeOutcome::FloorTooMuch);
            let floors: Vec<&str> = floors.map(|one| one.name.as_str()).collect();
            return format!(
                "Nothing fits: the least that the programmes can do with is {} more than the envelope of {}. In the order of priorities there is no room left for {}.",
                self.size(short),
                self.size(line.envelope),
                in_words(floors)
            );
        }
        let (Some(given), Some(cut)) = (line.given, line.cut) else {
            return String::new();
        };
        if self.amount(given).is_none() {
            return format!(
                "It is not known yet what fits into the envelope; needs {}.",
                self.needs(given)
            );
        }
        let all = line.programmes.len();
        let count = |of: &[ProgrammeOutcome]| {
            let own = line.programmes.iter();
            own.filter(|one| of.contains(&one.outcome)).count()
        };
        let fewer = count(&[
            ProgrammeOutcome::Shared,
            ProgrammeOutcome::Floor,
            ProgrammeOutcome::Cut,
        ]);
        let held = match count(&[ProgrammeOutcome::Cap]) {
            0 => String::new(),
            1 => "1 held to a cap of its own".to_owned(),
            some => format!("{some} held to caps of their own"),
        };
        let headroom = line
            .headroom
            .filter(|left| self.amount(*left) != Some(Money::ZERO));
        let left = headroom.map_or_else(String::new, |left| {
            format!(" {} of it is left over.", self.size(left))
        });
        let envelope = self.size(line.envelope);
        if count(&[ProgrammeOutcome::FloorForCertain]) > 0 {
            let certain = match fewer {
                0 => "no programme is cut for certain".to_owned(),
                1 => format!("1 of {all} programmes is cut for certain"),
                some => format!("{some} of {all} programmes are cut for certain"),
            };
            return format!(
                "To live within {envelope}, {certain}; what is cut in all needs {}.",
                self.needs(cut)
            );
        }
        if fewer == 0 {
            let (who, have) = match all {
                1 => ("The programme has".to_owned(), "its budget"),
                all => (format!("All {all} programmes have"), "their budgets"),
            };
            return if held.is_empty() {
                format!("{who} {have} within {envelope}.{left}")
            } else {
                format!("No programme is cut to live within {envelope}, with {held}.{left}")
            };
        }
        let held = if held.is_empty() {
            held
        } else {
            format!(" and {held}")
        };
        let passed_on = line
            .passed_on
            .filter(|part| self.amount(*part) != Some(Money::ZERO));
        let passed_on = passed_on.map_or_else(String::new, |part| {
            format!(
                " Of that, {} lands on other organisations and is not saved.",
                self.size(part)
            )
        });
        format!(
            "To live within {envelope}, {fewer} of {all} programmes {} cut{held}, by {} together.{passed_on}{left}",
            if fewer == 1 { "is" } else { "are" },
            self.size(cut)
        )
    }

    pub(super) fn council(&self, memo: &CouncilMemo) -> String {
        let gap = match self.amount(memo.gap) {
            None => format!(
                "It is not known yet what social care lacks; needs {}",
                self.needs(memo.gap)
            ),
            Some(amount) if amount > Money::ZERO => format!(
                "Social care lacks {} of the council's pressures of {}",
                self.size(memo.gap),
                self.size(memo.pressures)
            ),
            Some(_) if self.has_kind(memo, CouncilKind::Pressure) => {
                "The council's own sources cover its pressures".to_owned()
            }
            Some(_) => "No pressure on the council is entered".to_owned(),
        };
        let flagged = match self.outcome(memo.flagged) {
            Some(true) => format!(
                " The plan pays {} from the health envelope, which the settlement was not intended for.",
                self.size(memo.from_envelope)
            ),
            Some(false) => String::new(),
            None => " Whether the plan pays any of it from the health envelope is not known yet."
                .to_owned(),
        };
        let mut nets = memo.lines.iter().filter_map(|line| line.net);
        let differs = |net: Figure| self.amount(net).is_some_and(|net| net != Money::ZERO);
        let pooled = if nets.clone().any(differs) {
            " The two sides of a pooled fund do not agree."
        } else if nets.any(|net| self.amount(net).is_none()) {
            " Whether the two sides of a pooled fund agree is not known yet."
        } else {
            ""
        };
        format!("{gap}; none of it is part of the control total.{flagged}{pooled}")
    }

    fn has_kind(&self, memo: &CouncilMemo, kind: CouncilKind) -> bool {
        memo.lines.iter().any(|line| line.kind == kind)
    }

    /// Those that have to be in, and by how much they are too much in which year.
    fn impossible(&self, line: &CapitalFit) -> String {
        let years = line.years.iter();
        let short = years.filter_map(|year| {
            let short = self.size(year.short?);
            Some(format!("{short} more than the envelope of {}", year.year))
        });
        let short: Vec<String> = short.collect();
        if short.is_empty() {
            return "No choice of capital bids is possible: one that has to be done needs one that is out, or does not fit with those that it needs.".to_owned();
        }
        let short = short.iter().map(String::as_str).collect();
        format!(
            "No choice of capital bids is possible: those that have to be done are {}.",
            in_words(short)
        )
    }

    /// The next bid beside those chosen, with what it lacks in which year.
    fn next_bid(&self, line: &CapitalFit) -> String {
        let Some(next) = &line.next else {
            return String::new();
        };
        let years = line.years.iter().zip(&next.by_year);
        let lacking = years.filter(|(_, more)| self.amount(**more) != Some(Money::ZERO));
        let lacking: Vec<String> = lacking
            .map(|(year, more)| format!("{} more in {}", self.size(*more), year.year))
            .collect();
        let lacking = lacking.iter().map(String::as_str).collect();
        let with = match next.with.as_slice() {
            [] => String::new(),
            with => {
                let with = with.iter().map(String::as_str).collect();
                format!(" and {}, which it needs,", in_words(with))
            }
        };
        format!(
            " Beside them, {}{with} would fit with {}.",
            next.name,
            in_words(lacking)
        )
    }

    /// That better ones may not have been found, and how much better they can be at most.
    fn best_found(&self, line: &CapitalFit) -> String {
        let worth = match (&line.points, line.benefits) {
            (Some(points), _) => format!("{points} points"),
            (None, Some(benefits)) => format!("benefits of {}", self.size(benefits)),
            (None, None) => String::new(),
        };
        let most = line.most.as_ref().map_or_else(String::new, |most| {
            format!(" It has {worth}; no choice can have more than {most}.")
        });
        format!(
            " It is not shown to be the best: too many are nearly alike to weigh them all.{most}"
        )
    }

    pub(super) fn capital(&self, line: &CapitalFit) -> String {
        let live = line
            .bids
            .iter()
            .filter(|bid| bid.outcome != CapitalOutcome::Withdrawn);
        let all = live.count();
        match line.choice {
            CapitalChoice::NotKnown => {
                let needs = line.waits_for.map(|figure| self.needs(figure));
                return format!(
                    "It is not known yet which capital bids fit; needs {}.",
                    needs.unwrap_or_default()
                );
            }
            CapitalChoice::Impossible => {
                return self.impossible(line);
            }
            CapitalChoice::Best | CapitalChoice::BestFound => {}
        }
        let (are, found) = match line.choice {
            CapitalChoice::BestFound => ("in the best choice found", self.best_found(line)),
            _ => ("funded", String::new()),
        };
        let is_in = line.bids.iter().filter(|bid| bid.outcome.is_in()).count();
        format!(
            "{is_in} of {all} capital bids {} {are}, for {} in all.{found}{}",
            if is_in == 1 { "is" } else { "are" },
            line.cost.map_or_else(String::new, |cost| self.size(cost)),
            self.next_bid(line)
        )
    }
}
