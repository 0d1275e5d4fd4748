//! Where an organisation or a group stands against its control total: C2, before
//! and after the fund, the two bases side by side and never mixed.

use super::figures::each_quarter;
use super::member::Inputs;
use crate::calendar::Quarter;
use crate::scheme::{Rule, Side, readings};
use crate::working::{Figure, Proportion, Test, Work};
use serde::Serialize;

/// Targets, positions and variances. Lists by quarter hold Q1 first; those of
/// positions hold only the quarters that have ended by the plan's date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Position {
    /// The control total in force, before the fund.
    pub control_total: Figure,
    /// The control total issued for the year, before the fund.
    pub original_control_total: Figure,
    /// The year's allocation from the fund.
    pub allocation: Figure,
    /// The control total in force, after the fund.
    pub control_total_after_fund: Figure,
    /// The year-to-date target at each quarter's end, before the fund.
    #[cfg_attr(feature = "browser", tsify(type = "[Figure, Figure, Figure, Figure]"))]
    pub target: [Figure; 4],
    /// The year-to-date position before the fund.
    pub actual: Vec<Figure>,
    /// Position less target: what is to spare, or in brackets short.
    pub variance: Vec<Figure>,
    /// Whether the position is at or better than the target; nothing for a group
    /// without members.
    pub met: Vec<Test>,
    /// The forecast as it stood at each quarter's end, and the control total in force
    /// then; empty where no fund is decided by forecast.
    #[serde(skip)]
    pub(super) forecasts: Vec<Figure>,
    #[serde(skip)]
    pub(super) forecast_targets: Vec<Figure>,
    /// Whether the forecast as it stood at each quarter's end meets the control
    /// total in force then; empty where no fund is decided by forecast.
    pub met_by_forecast: Vec<Test>,
    /// The year-to-date target with the fund's money of those quarters.
    pub target_after_fund: Vec<Figure>,
    /// The year-to-date position with what the fund has paid by then.
    pub actual_after_fund: Vec<Figure>,
    /// The same less the same target: money that the fund did not pay is in it.
    pub variance_after_fund: Vec<Figure>,
    /// What the control total in force lacks to break-even without the fund.
    pub gap_without_fund: Figure,
    /// The forecast for the year before the fund, where one is given.
    pub forecast: Option<Figure>,
    /// Forecast less control total in force.
    pub forecast_variance: Option<Figure>,
    /// A commissioner's resource limit for the year, or the sum of them, where one
    /// is given.
    pub resource_limit: Option<Figure>,
    /// The latest variance set against the resource limit.
    #[cfg_attr(feature = "browser", tsify(type = "Proportion | null"))]
    pub variance_against_resources: Option<Proportion>,
}

impl Position {
    /// The latest variance set against the resource limit.
    pub(super) fn against_resources(&self, work: &Work) -> Option<Proportion> {
        work.ratio(
            "Variance against resources".into(),
            &[&readings::SYSTEM_RATIO],
            self.latest_variance()?,
            self.resource_limit?,
        )
    }

    /// The variance at the end of the last quarter that has ended.
    #[must_use]
    pub fn latest_variance(&self) -> Option<Figure> {
        self.variance.last().copied()
    }

    /// Whether it was met at the end of the last quarter that has ended.
    #[must_use]
    pub fn latest_met(&self) -> Option<Test> {
        self.met.last().copied()
    }
}

/// A side in words, for labels.
pub(super) const fn side_words(side: Side) -> &'static str {
    match side {
        Side::Provider => "Providers",
        Side::Commissioner => "Commissioners",
    }
}

impl Inputs<'_> {
    /// A commissioner's resource limit, once the plan gives any.
    fn resource_limit(&self) -> Option<Figure> {
        let mut organisations = self.plan.organisations.iter();
        let given = organisations.any(|organisation| organisation.resource_limit.is_some());
        let asked = given && self.organisation.side == Side::Commissioner;
        asked.then(|| {
            self.money(
                "Resource limit".into(),
                self.organisation.resource_limit,
                &|| "resource_limit".to_owned(),
            )
        })
    }

    /// Targets, positions and tests, before the fund.
    pub(super) fn position(
        &self,
        control_totals: (Figure, Figure),
        allocation: Figure,
    ) -> Position {
        let work = self.work;
        let scheme = self.plan.scheme;
        let (original, control_total) = control_totals;
        let target = each_quarter(&|quarter| self.flexed_to_date(self.target(quarter), quarter));
        let mut position = Position {
            control_total_after_fund: work.sum(
                "Control total after the fund".into(),
                &[&scheme.after_fund],
                &[control_total, allocation],
            ),
            original_control_total: original,
            allocation,
            actual: Vec::with_capacity(4),
            variance: Vec::with_capacity(4),
            met: Vec::with_capacity(4),
            forecasts: self.forecasts(),
            forecast_targets: self.forecast_targets(),
            met_by_forecast: Vec::new(),
            target_after_fund: Vec::with_capacity(4),
            actual_after_fund: Vec::with_capacity(4),
            variance_after_fund: Vec::with_capacity(4),
            gap_without_fund: self.gap_without_fund(control_total),
            forecast: None,
            forecast_variance: None,
            resource_limit: self.resource_limit(),
            variance_against_resources: None,
            control_total,
            target,
        };
        for (quarter, target) in self.ended().zip(position.target) {
            let label = ("Position to date, before the fund", quarter);
            let actual = self.year_to_date(label, &self.organisation.actual, quarter, &|| {
                "actual".to_owned()
            });
            let variance = ("Variance to date", quarter);
            let rules = [&readings::VARIANCE];
            position
                .variance
                .push(work.difference(variance.into(), &rules, actual, target));
            position.met.push(work.at_least(
                ("Control total met to date", quarter).into(),
                &self.rules_of_the_test(),
                actual,
                target,
            ));
            position.actual.push(actual);
        }
        if let Some(amount) = self.organisation.forecast {
            let forecast = self.money("Forecast before the fund".into(), Some(amount), &|| {
                "forecast".to_owned()
            });
            position.forecast_variance = Some(work.difference(
                "Forecast variance".into(),
                &[&readings::VARIANCE],
                forecast,
                position.control_total,
            ));
            position.forecast = Some(forecast);
        }
        position.variance_against_resources = position.against_resources(work);
        let forecasts = position.forecasts.iter().zip(&position.forecast_targets);
        for (quarter, (forecast, target)) in Quarter::ALL.into_iter().zip(forecasts) {
            let label = ("Control total met by forecast", quarter);
            let rules = self.rules_of_the_test();
            let met = work.at_least(label.into(), &rules, *forecast, *target);
            position.met_by_forecast.push(met);
        }
        position
    }

    /// The rules that a finance test rests on.
    fn rules_of_the_test(&self) -> [&'static Rule; 2] {
        let before_fund = &self.plan.scheme.before_fund;
        let mut funds = self.plan.funds_for(self.organisation.side);
        let delivery = funds.next().map(|(_, earning)| &earning.delivery.rule);
        [delivery.unwrap_or(&readings::TEST_TO_DATE), before_fund]
    }

    /// The control total in force at each quarter's end, where a fund is decided by
    /// forecast.
    fn forecast_targets(&self) -> Vec<Figure> {
        if !self.plan.decides_by_forecast() {
            return Vec::new();
        }
        let in_force = |quarter| self.flexed(self.control_total_at(quarter));
        self.ended().map(in_force).collect()
    }

    /// The forecast as it stood at each quarter's end, where a fund is decided by it.
    fn forecasts(&self) -> Vec<Figure> {
        let mut forecasts = Vec::new();
        if self.plan.decides_by_forecast() {
            for quarter in self.ended() {
                let amount = self.organisation.forecasts.get(quarter.index());
                let label = ("Forecast before the fund", quarter);
                forecasts.push(self.money(label.into(), amount.copied().flatten(), &|| {
                    format!("forecasts/{}", quarter.name())
                }));
            }
        }
        forecasts
    }

    /// What is lacking to break-even without the fund.
    fn gap_without_fund(&self, control_total: Figure) -> Figure {
        self.deficit(
            "Gap to break-even without the fund",
            control_total,
            &readings::GAP_WITHOUT_FUND,
        )
    }
}
