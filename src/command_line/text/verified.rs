//! The mark of a rule that is recalled and not verified.

use control_total::scheme::{RuleId, SCHEMES, Status};

/// The mark, after two blanks; nothing for a rule that was read.
pub(super) fn not_verified(rule: RuleId) -> &'static str {
    let mut rules = SCHEMES.iter().flat_map(|scheme| scheme.rules());
    if rules.any(|other| other.id == rule && other.status == Status::Recalled) {
        "  (not verified)"
    } else {
        ""
    }
}
