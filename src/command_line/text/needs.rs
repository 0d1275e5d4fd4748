//! What a value that is not known waits for.

use control_total::assess::{Assessment, Missing};

/// More missing inputs than these are counted: all are listed at the end.
const MOST: usize = 3;

/// The inputs that the value at a place of the ledger needs, after two blanks; nothing for one that
/// is known.
pub(super) fn needs(assessment: &Assessment, place: u32) -> String {
    let needs = assessment.record.ledger.needs(place);
    if needs.is_empty() {
        return String::new();
    }
    let missing =
        |place: &u32| -> Option<&Missing> { assessment.missing.get(usize::try_from(*place).ok()?) };
    let first = needs.iter().take(MOST).filter_map(missing);
    let words: Vec<String> = first.map(whose).collect();
    let more = match needs.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("  needs {}{more}", words.join(", "))
}

/// An input, with the code of whose it is.
fn whose(input: &Missing) -> String {
    match &input.organisation {
        Some(code) => format!("{code} {}", input.words),
        None => input.words.clone(),
    }
}
