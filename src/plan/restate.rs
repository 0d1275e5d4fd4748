//! Writing a plan another way without changing what it says: in another unit, for
//! the year to date or each period alone, by quarter or by month.

use super::diagnostic::Diagnostic;
use super::document::{ControlTotalDocument, PeriodFigures, PlanDocument};
use super::entry::Entry;
use super::keyed::{Keyed, Name};
use super::place::Place;
use crate::calendar::{Period, Quarter};
use crate::money::{Money, Unit, read_money};
use std::cell::RefCell;

/// How long the periods are by which figures are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "browser",
    derive(tsify::Tsify),
    serde(rename_all = "snake_case")
)]
pub enum PeriodLength {
    /// Q1 to Q4.
    Quarters,
    /// M1 to M12.
    Months,
}

/// How a plan is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restatement {
    /// The unit of its amounts.
    pub unit: Unit,
    /// What its figures by period stand for.
    pub figures: PeriodFigures,
    /// The periods by which they are given.
    pub periods: PeriodLength,
}

/// Writes the plan the other way, every amount the same to the penny. From
/// months to quarters the months inside a quarter fall away.
///
/// # Errors
/// Names each place where the plan can't be written that way because a figure is
/// missing or can't be read.
pub fn restate(
    mut document: PlanDocument<'_>,
    restatement: Restatement,
) -> Result<PlanDocument<'_>, Vec<Diagnostic>> {
    let findings = RefCell::new(Vec::new());
    let root = Place::root(&findings);
    let organisations = root.at("organisations");
    let desk = Desk {
        from: (document.unit, document.figures),
        to: restatement,
    };
    document.unit = restatement.unit;
    document.figures = restatement.figures;
    document
        .amounts
        .values_mut()
        .for_each(|entry| desk.entry(entry));
    for flex in &mut document.flexes {
        flex.moves.values_mut().for_each(|entry| desk.entry(entry));
    }
    document.planning.each_amount(&|entry| desk.entry(entry));
    for organisation in &mut document.organisations {
        let name = organisation.code.trim().to_ascii_uppercase();
        let place = organisations.at(&name);
        for entry in [
            &mut organisation.forecast,
            &mut organisation.agreed_improvement,
            &mut organisation.bonus,
            &mut organisation.resource_limit,
        ] {
            desk.entry(entry);
        }
        for values in [
            &mut organisation.allocation,
            &mut organisation.forecasts,
            &mut organisation.amounts,
        ] {
            values.values_mut().for_each(|entry| desk.entry(entry));
        }
        desk.profile(&mut organisation.actual, &place.at("actual"));
        desk.control_total(&mut organisation.control_total, &place.at("control_total"));
        for revision in &mut organisation.revisions {
            desk.control_total(&mut revision.control_total, &place.at("revisions"));
        }
    }
    let findings = findings.into_inner();
    if findings.is_empty() {
        Ok(document)
    } else {
        Err(findings)
    }
}

struct Desk {
    from: (Unit, PeriodFigures),
    to: Restatement,
}

impl Desk {
    fn control_total(&self, document: &mut ControlTotalDocument<'_>, place: &Place<'_>) {
        self.entry(&mut document.amount);
        self.profile(&mut document.profile, &place.at("profile"));
    }

    /// Writes one amount in the other unit; what can't be read stays as typed.
    fn entry(&self, entry: &mut Entry<'_>) {
        if self.from.0 != self.to.unit
            && let Ok(typed) = entry.typed()
            && let Ok(Some(amount)) = read_money(typed, self.from.0)
        {
            *entry = Entry::text(amount.entered(self.to.unit));
        }
    }

    fn profile(&self, values: &mut Keyed<'_>, place: &Place<'_>) {
        let by_month = values
            .iter()
            .any(|(name, entry)| !entry.is_blank() && is_month(name));
        let same_length = by_month == (self.to.periods == PeriodLength::Months);
        if same_length && self.from.1 == self.to.figures {
            values.values_mut().for_each(|entry| self.entry(entry));
            return;
        }
        if values.iter().all(|(_, entry)| entry.is_blank()) {
            *values = Keyed::default();
            return;
        }
        let Some(months) = self.read(values, by_month, place) else {
            return;
        };
        self.write(values, &months, place);
    }

    /// The year to date at the end of each month, where the plan says it.
    fn read(
        &self,
        values: &Keyed<'_>,
        by_month: bool,
        place: &Place<'_>,
    ) -> Option<[Option<Money>; 12]> {
        let mut months = [None; 12];
        for (name, entry) in values.iter() {
            let amount = entry.typed().ok().map(|text| read_money(text, self.from.0));
            let (Some(period), Some(Ok(amount))) = (Period::read(name), amount) else {
                place.at(name).error(
                    "cannot_restate",
                    "This value can't be read, so the plan can't be written another way.",
                    "Mend it first.",
                );
                return None;
            };
            let month = match period {
                Period::Quarter(quarter) if !by_month => quarter.last_month(),
                Period::Month(month) if by_month => month,
                _ => continue,
            };
            if let Some(slot) = months.get_mut(usize::from(month.number()).saturating_sub(1)) {
                *slot = amount;
            }
        }
        if self.from.1 == PeriodFigures::InPeriod {
            let steps: &mut dyn Iterator<Item = usize> = if by_month {
                &mut (0..12)
            } else {
                &mut [2, 5, 8, 11].into_iter()
            };
            let mut so_far = Some(Money::ZERO);
            for step in steps {
                if let Some(slot) = months.get_mut(step) {
                    so_far = so_far.and_then(|sum| slot.map(|amount| sum.plus(amount)));
                    if slot.is_some() && so_far.is_none() {
                        place.error(
                            "cannot_restate",
                            "A period before this one is blank, so the year to date is not known.",
                            "Fill in the earlier periods first.",
                        );
                        return None;
                    }
                    *slot = so_far;
                }
            }
        }
        Some(months)
    }

    /// Writes years to date in the form asked for.
    fn write(&self, values: &mut Keyed<'_>, months: &[Option<Money>; 12], place: &Place<'_>) {
        let by_month = self.to.periods == PeriodLength::Months;
        let in_period = self.to.figures == PeriodFigures::InPeriod;
        let mut before = Some(Money::ZERO);
        let mut pairs = Vec::new();
        for (name, index) in names(by_month) {
            let to_date = months.get(index).copied().flatten();
            let amount = if in_period {
                let alone = to_date.and_then(|amount| before.map(|before| amount.minus(before)));
                if to_date.is_some() && alone.is_none() {
                    place.at(&name).error(
                        "cannot_restate",
                        "The period before is blank, so this one alone is not known.",
                        "Fill in the earlier periods first, or keep the year to date.",
                    );
                    return;
                }
                alone
            } else {
                to_date
            };
            before = to_date;
            let entry = amount.map(|amount| Entry::text(amount.entered(self.to.unit)));
            pairs.push((name, entry.unwrap_or_default()));
        }
        *values = Keyed::from_pairs(pairs);
    }
}

fn is_month(name: &str) -> bool {
    matches!(Period::read(name), Some(Period::Month(_)))
}

/// The periods' names with the index of the month in which each ends.
fn names(by_month: bool) -> Vec<(Name<'static>, usize)> {
    if by_month {
        (0_usize..12)
            .map(|index| (format!("M{}", index.saturating_add(1)).into(), index))
            .collect()
    } else {
        Quarter::ALL
            .iter()
            .zip([2, 5, 8, 11])
            .map(|(quarter, index)| (quarter.name().into(), index))
            .collect()
    }
}
