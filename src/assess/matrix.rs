//! Own and system, met and missed: what is paid in each of the four cases, and
//! what a neighbour's miss costs.

use crate::scheme::{Rule, Scheme, readings};
use crate::working::{Figure, Work};
use serde::Serialize;

/// What the fund pays for the whole year in each case, the same outcome in all
/// four quarters, with performance as entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Matrix {
    /// Own met, system met.
    pub own_met_system_met: Figure,
    /// Own met, system missed.
    pub own_met_system_missed: Figure,
    /// Own missed, system met.
    pub own_missed_system_met: Figure,
    /// Both missed.
    pub own_missed_system_missed: Figure,
    /// What the system's miss costs an organisation that meets its own.
    pub neighbours_cost: Figure,
}

impl Matrix {
    pub(super) fn new(work: &Work, scheme: &'static Scheme, own: Figure, system: Figure) -> Self {
        let rules: [&'static Rule; 2] = [&readings::MATRIX_YEAR, &scheme.system_share.rule];
        let nothing = work.nothing("Earned by neither".into(), &rules);
        let both = work.sum("Own met, system met".into(), &rules, &[own, system]);
        let own_only = work.sum("Own met, system missed".into(), &rules, &[own]);
        Self {
            own_missed_system_met: work.sum("Own missed, system met".into(), &rules, &[system]),
            own_missed_system_missed: work.sum("Both missed".into(), &rules, &[nothing]),
            neighbours_cost: work.difference(
                "What the system's miss costs".into(),
                &rules,
                both,
                own_only,
            ),
            own_met_system_met: both,
            own_met_system_missed: own_only,
        }
    }
}
