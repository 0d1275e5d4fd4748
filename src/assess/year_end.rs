//! The year's end: over-delivery (C6) and the position after the fund.

use super::fund::Entitlement;
use super::group::add_up;
use super::member::Inputs;
use super::position::Position;
use crate::calendar::Quarter;
use crate::money::Money;
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Test, Work};
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
        accepted: Option<Test>,
        fund: Option<&Entitlement>,
    ) -> Option<YearEnd> {
        let work = self.work;
        let before = *position.actual.get(Quarter::Q4.index())?;
        let not_for = [&readings::FUND_NOT_FOR];
        let paid = match fund {
            Some(fund) => fund.total.paid.year,
            None => work.nothing("Paid".into(), &not_for),
        };
        let (incentive, incentive_at_most) = match accepted {
            Some(accepted) => self.incentive(position, accepted),
            None => {
                let nothing = work.nothing("Incentive".into(), &not_for);
                (nothing, nothing)
            }
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

    /// The incentive for agreed over-delivery, and what it would be at most.
    fn incentive(&self, position: &Position, accepted: Test) -> (Figure, Figure) {
        let work = self.work;
        let incentive = &self.plan.scheme.incentive;
        let rules: [&'static Rule; 1] = [&readings::INCENTIVE_BASE];
        let nothing = || work.nothing("Improvement over the control total".into(), &rules);
        let variance = position.variance.get(Quarter::Q4.index()).copied();
        let variance = variance.unwrap_or_else(nothing);
        let made = work.not_below_nothing("Improvement made".into(), &rules, variance);
        let counted = if work.amount(made) == Some(Money::ZERO) {
            made
        } else {
            let agreed = self.money(
                "Improvement agreed".into(),
                self.organisation.agreed_improvement,
                &|| "agreed_improvement".to_owned(),
            );
            work.smaller("Improvement that counts".into(), &rules, agreed, made)
        };
        let paid = |label: &str, improvement: Figure| {
            let parameter: [Option<&'static Rule>; 1] = [Some(&incentive.rule)];
            let amount = work.share(label.into(), improvement, incentive.value, &parameter);
            work.if_all_met(label.into(), &rules, &[Some(accepted)], amount)
        };
        (paid("Incentive", counted), paid("Incentive at most", made))
    }
}
