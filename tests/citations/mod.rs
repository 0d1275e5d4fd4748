//! The rules that a working cites.

use control_total::working::Working;
use std::collections::BTreeSet;

/// The ids of the rules of a step and of all that it was made from.
pub fn cited(working: &Working) -> BTreeSet<String> {
    let own = working.rules.iter().map(|rule| rule.id.to_string());
    let inner = working.ingredients.iter();
    own.chain(inner.flat_map(|one| cited(&one.working)))
        .collect()
}
