//! Own and system, met and missed: what is paid in each of the four cases.

use crate::scheme::{Rule, readings};
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
}

/// The year's money by what it hangs on.
pub(super) struct MatrixParts {
    /// On the organisation's own total.
    pub own: Figure,
    /// On the system's, for an organisation that meets its own.
    pub system: Figure,
    /// On the system's, for one that does not.
    pub system_without_own: Figure,
    /// On neither.
    pub always: Figure,
}

impl Matrix {
    pub(super) fn new(work: &Work, system_share: &'static Rule, parts: &MatrixParts) -> Self {
        let rules: [&'static Rule; 2] = [&readings::MATRIX_YEAR, system_share];
        let case = |label: &str, parts: &[Figure]| work.sum(label.into(), &rules, parts);
        let both = [parts.own, parts.system, parts.always];
        let both = case("Own met, system met", &both);
        let own_only = case("Own met, system missed", &[parts.own, parts.always]);
        let system_only = [parts.system_without_own, parts.always];
        Self {
            own_missed_system_met: case("Own missed, system met", &system_only),
            own_missed_system_missed: case("Both missed", &[parts.always]),
            own_met_system_met: both,
            own_met_system_missed: own_only,
        }
    }

    /// The matrices of several funds added.
    pub(super) fn sum(work: &Work, matrices: &[&Self]) -> Self {
        let rules = [&readings::MATRIX_YEAR, &readings::FUNDS_ADDED];
        let sum = |label: &str, pick: fn(&Self) -> Figure| {
            let mut sum = work.begin_sum(label.into(), &rules);
            for matrix in matrices {
                sum.add(pick(matrix));
            }
            sum.done()
        };
        Self {
            own_met_system_met: sum("Own met, system met", |one| one.own_met_system_met),
            own_met_system_missed: sum("Own met, system missed", |one| one.own_met_system_missed),
            own_missed_system_met: sum("Own missed, system met", |one| one.own_missed_system_met),
            own_missed_system_missed: sum("Both missed", |one| one.own_missed_system_missed),
        }
    }
}
