//! Plans: what a user writes, read into what the engine trusts.
//!
//! A [`PlanDocument`] is the file: versioned, tolerant of whatever is missing, its
//! values kept as they were typed. A [`Plan`] is checked: nothing invalid can be
//! in it. Reading turns the one into the other and collects [`Diagnostic`]s; it
//! never stops at the first and never guesses.

mod blank;
mod check;
mod checked;
mod diagnostic;
mod document;
mod entry;
mod form;
mod json;
mod keyed;
mod place;
mod restate;
mod text;

pub use blank::{document_for_footprint, member};
pub(crate) use checked::in_words;
pub use checked::{
    Change, ControlTotal, Flex, Measured, Organisation, Plan, Profile, Revision, Spread,
    Subdivision,
};
pub use diagnostic::{Diagnostic, Severity};
pub use document::{
    Basis, ControlTotalDocument, FlexDocument, FootprintDocument, KIND, MeasureDocument,
    OrganisationDocument, PerformanceDocument, PeriodFigures, PlanDocument, RevisionDocument,
    SubdivisionDocument, VERSION,
};
pub use entry::Entry;
pub use form::Choice;
pub use keyed::{Keyed, Name};
pub use restate::{PeriodLength, Restatement, restate};
pub use text::{LARGEST_DOCUMENT, Reading, open, read};
