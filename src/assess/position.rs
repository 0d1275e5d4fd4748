//! Where an organisation or a group stands against its control total: C2, before
//! and after the fund, the two bases side by side and never mixed.

use crate::scheme::{Side, readings};
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
    /// An organisation's forecast as it stood at each quarter's end; empty where no
    /// fund is decided by forecast.
    #[serde(skip)]
    pub(super) forecasts: Vec<Figure>,
    /// Whether the forecast as it stood at each quarter's end meets the control
    /// total in force; empty where no fund is decided by forecast.
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
