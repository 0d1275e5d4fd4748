//! What is wrong with a plan, where, and what to do about it.

use serde::Serialize;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Severity {
    /// Something was not read; what depends on it is not known.
    Error,
    /// Everything was read, but a reader should look.
    Warning,
}

/// One finding about a plan document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// A fixed name for programs: `unreadable_number`.
    pub code: &'static str,
    /// The place in the document: `organisations/RXL/actual/Q2`; empty for the
    /// document as a whole.
    pub path: String,
    /// What is wrong, in words.
    pub message: String,
    /// The way out.
    pub hint: String,
}
