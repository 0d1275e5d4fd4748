//! Writing to a terminal, which no name may steer.

use control_total::plan::steers;
use std::io::{self, Write as _};

/// Writes an answer to standard output.
pub(super) fn answer(text: &str) -> io::Result<()> {
    io::stdout().write_all(shown(text).as_bytes())
}

/// Says on standard error what is wrong or worth a look.
pub(super) fn complain(text: &str) {
    // Nothing is left to be done if standard error is closed too.
    let _ = io::stderr().write_all(shown(text).as_bytes());
}

/// A text with each character that would steer the terminal written as JSON has it, so that
/// an answer in JSON stays the same.
fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if steers(character) && character != '\n' {
            shown.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    shown
}
