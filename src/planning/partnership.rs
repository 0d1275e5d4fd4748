//! The form of the partnership, and which totals bind in it.

use super::desk::Desk;
use crate::plan::Partnership;
use crate::scheme::{Rule, RuleId, readings};
use serde::Serialize;

/// What a form of partnership means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PartnershipLine {
    /// The form.
    pub form: Partnership,
    /// Which totals bind.
    pub binding: Binding,
    /// The reading that says so.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub rule: RuleId,
}

/// Which control totals bind by what partners agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Binding {
    /// Each organisation's own.
    Own,
    /// Own and the system's.
    Both,
    /// The system's.
    System,
}

impl Desk<'_> {
    pub(super) fn partnership(&self) -> Option<PartnershipLine> {
        self.planning.partnership.map(|form| {
            let (binding, rule): (Binding, &Rule) = match form {
                Partnership::Forum => (Binding::Own, &readings::PARTNERSHIP_FORUM),
                Partnership::ImplementationPartnership => {
                    (Binding::Both, &readings::PARTNERSHIP_IMPLEMENTATION)
                }
                Partnership::IntegratedSystem => {
                    (Binding::System, &readings::PARTNERSHIP_INTEGRATED)
                }
            };
            PartnershipLine {
                form,
                binding,
                rule: rule.id,
            }
        })
    }
}
