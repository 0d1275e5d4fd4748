//! The year's end: over-delivery (C6) and the position after the fund.

use super::fund::Entitlement;
use super::member::Inputs;
use super::position::Position;
use super::roll_up::add_up;
use super::terms::Earned;
use crate::calendar::Quarter;
use crate::money::{Money, Rate};
use crate::scheme::{IncentiveBase, Rule, readings};
use crate::working::{Figure, Work};
use serde::Serialize;

/// The year's end of an organisation or a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct YearEnd {
    /// The position before the fund.
    pub position_before_fund: Figure,
    /// What the fund pays for the year.
    pub paid: Figure,
    /// What it pays for agreed over-delivery.
    pub incentive: Figure,
    /// What it would pay for over-delivery if all of it had been agreed.
    pub incentive_at_most: Figure,
    /// Position, payment and incentive together, before any bonus.
    pub position_after_fund: Figure,
    /// A bonus or general distribution, where one was entered.
    pub bonus: Option<Figure>,
    /// The position with the bonus.
    pub position_after_bonus: Option<Figure>,
}

impl YearEnd {
    /// The year's end of a group: its members' added up. A bonus counts for those
    /// that have one.
    pub(super) fn sum(work: &Work, members: &[(&str, &Self)]) -> Self {
        let rules = [&readings::ROLL_UP];
        let sum = |label, pick: &dyn Fn(&Self) -> Option<Figure>| {
            add_up(work, label, &rules, members, pick)
        };
        let position_after_fund = sum("Position after the fund".into(), &|one| {
            Some(one.position_after_fund)
        });
        let any_bonus = members.iter().any(|(_, one)| one.bonus.is_some());
        let bonus = any_bonus.then(|| sum("Bonus or distribution".into(), &|one| one.bonus));
        Self {
            position_before_fund: sum("Position before the fund".into(), &|one| {
                Some(one.position_before_fund)
            }),
            paid: sum("Paid".into(), &|one| Some(one.paid)),
            incentive: sum("Incentive".into(), &|one| Some(one.incentive)),
            incentive_at_most: sum("Incentive at most".into(), &|one| {
                Some(one.incentive_at_most)
            }),
            position_after_bonus: bonus.map(|bonus| after_bonus(work, position_after_fund, bonus)),
            bonus,
            position_after_fund,
        }
    }
}

fn after_bonus(work: &Work, position: Figure, bonus: Figure) -> Figure {
    work.sum(
        "Position after the fund and the bonus".into(),
        &[&readings::POSITION_AFTER_FUND],
        &[position, bonus],
    )
}

impl Inputs<'_> {
    /// The year's end; `None` while a quarter is still to come.
    pub(super) fn year_end(
        &self,
        position: &Position,
        fund: Option<&Entitlement>,
        (incentive, incentive_at_most): Incentives,
    ) -> Option<YearEnd> {
        let work = self.work;
        let before = *position.actual.get(Quarter::Q4.index())?;
        let not_for = [&readings::FUND_NOT_FOR];
        let paid = match fund {
            Some(fund) => fund.total.paid.year,
            None => work.nothing("Paid".into(), &not_for),
        };
        let after = work.sum(
            "Position after the fund".into(),
            &[&readings::POSITION_AFTER_FUND],
            &[before, paid, incentive],
        );
        let entered = self.organisation.bonus;
        let bonus = entered.map(|amount| {
            self.money("Bonus or distribution".into(), Some(amount), &|| {
                "bonus".to_owned()
            })
        });
        Some(YearEnd {
            position_before_fund: before,
            paid,
            incentive,
            incentive_at_most,
            position_after_bonus: bonus.map(|bonus| after_bonus(work, after, bonus)),
            bonus,
            position_after_fund: after,
        })
    }

    /// What all funds pay for over-delivery.
    pub(super) fn incentives(&self, position: &Position, earned: &[Earned]) -> Incentives {
        let work = self.work;
        let nothing = || work.nothing("Incentive".into(), &[&readings::FUND_NOT_FOR]);
        if !self.plan.has_ended(Quarter::Q4) || earned.is_empty() {
            return (nothing(), nothing());
        }
        let incentives = earned.iter().map(|one| self.incentive(position, one));
        let incentives: Vec<Incentives> = incentives.collect();
        if let [only] = incentives.as_slice() {
            return *only;
        }
        let rules = [&readings::FUNDS_ADDED];
        let sum = |label: &str, pick: fn(&Incentives) -> Figure| {
            let incentives: Vec<Figure> = incentives.iter().map(pick).collect();
            work.sum(label.into(), &rules, &incentives)
        };
        (
            sum("Incentive", |one| one.0),
            sum("Incentive at most", |one| one.1),
        )
    }

    /// What a fund pays for agreed over-delivery, and what it would pay at most.
    fn incentive(&self, position: &Position, earned: &Earned) -> Incentives {
        let work = self.work;
        let earning = earned.allotted.earning;
        let rules: [&'static Rule; 1] = [&readings::INCENTIVE_BASE];
        let nothing = || work.nothing("Improvement over the control total".into(), &rules);
        let end = Quarter::Q4.index();
        let variance = match (earning.incentive_base, position.actual.get(end)) {
            (IncentiveBase::Original, Some(actual)) => work.difference(
                "Improvement over the control total as issued".into(),
                &rules,
                *actual,
                position.original_control_total,
            ),
            _ => position.variance.get(end).copied().unwrap_or_else(nothing),
        };
        let made = work.not_below_nothing("Improvement made".into(), &rules, variance);
        let counted = if work.amount(made) == Some(Money::ZERO) {
            made
        } else {
            let agreed = self.money(
                "Improvement agreed".into(),
                self.organisation.agreed_improvement,
                &|| "agreed_improvement".to_owned(),
            );
            if work.amount(agreed) == Some(Money::ZERO) {
                agreed
            } else {
                work.smaller("Improvement that counts".into(), &rules, agreed, made)
            }
        };
        let rate = self.plan.value(&earning.incentive).unwrap_or(Rate::ZERO);
        let paid = |label: &str, improvement: Figure| {
            let parameter: [Option<&'static Rule>; 1] = [Some(&earning.incentive.rule)];
            let amount = work.share(label.into(), improvement, rate, &parameter);
            work.if_all_met(label.into(), &rules, &[Some(earned.eligible)], amount)
        };
        (paid("Incentive", counted), paid("Incentive at most", made))
    }
}

/// An incentive, and what it would be if all over-delivery had been agreed.
pub(super) type Incentives = (Figure, Figure);
