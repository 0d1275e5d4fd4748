//! From the system's target to its position, organisation by organisation.

use super::group::Group;
use super::member::Member;
use crate::calendar::Quarter;
use crate::scheme::readings;
use crate::working::{Figure, Work};
use serde::Serialize;

/// The waterfall of variances at the end of the last quarter that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Waterfall {
    /// The quarter.
    pub quarter: Quarter,
    /// The system's year-to-date target.
    pub target: Figure,
    /// The organisations in the order of the plan.
    pub steps: Vec<WaterfallStep>,
    /// The system's year-to-date position, where the last step ends.
    pub actual: Figure,
}

/// One organisation's step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct WaterfallStep {
    /// The organisation's code.
    pub code: String,
    /// Its variance.
    pub variance: Figure,
    /// Where the bar ends: target and variances so far.
    pub reached: Figure,
}

impl Waterfall {
    /// The steps; `None` while no quarter has ended.
    pub(super) fn of(work: &Work, system: &Group, members: &[Member]) -> Option<Self> {
        let actual = *system.position.actual.last()?;
        let last = system.position.actual.len().saturating_sub(1);
        let quarter = *Quarter::ALL.get(last)?;
        let target = *system.position.target.get(last)?;
        let mut reached = target;
        let mut steps = Vec::with_capacity(members.len());
        for member in members {
            let variance = member.position.latest_variance()?;
            let label = "Target and variances so far";
            reached = work.sum(label.into(), &[&readings::ROLL_UP], &[reached, variance]);
            steps.push(WaterfallStep {
                code: member.code.clone(),
                variance,
                reached,
            });
        }
        Some(Self {
            quarter,
            target,
            steps,
            actual,
        })
    }
}
