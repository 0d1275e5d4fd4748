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
pub use check::{breaks_line, steers};
pub use checked::{
    Bid, Capital, CapitalBid, CapitalStatus, Change, Contract, ContractStatus, ControlTotal,
    CouncilKind, CouncilLine, Envelope, FitMethod, Flex, KnownTo, MOST_CAPITAL_BIDS, Measured,
    Organisation, Partnership, Plan, Planning, Profile, Programme, Proposal, ProposalKind,
    Resource, Revision, Spread, Subdivision, Unread, Worth,
};
pub(crate) use checked::{in_words, years_in_words};
pub use diagnostic::{Diagnostic, Severity};
pub use document::{
    Basis, BidDocument, CapitalBidDocument, CapitalDocument, ContractDocument,
    ControlTotalDocument, CouncilLineDocument, EnvelopeDocument, FlexDocument, FootprintDocument,
    KIND, MeasureDocument, OrganisationDocument, PerformanceDocument, PeriodFigures, PlanDocument,
    PlanningDocument, ProgrammeDocument, ProposalDocument, ResourceDocument, RevisionDocument,
    SubdivisionDocument, VERSION,
};
pub use entry::Entry;
pub use form::Choice;
pub use keyed::{Keyed, Name};
pub use restate::{PeriodLength, Restatement, restate};
pub use text::{LARGEST_DOCUMENT, Reading, open, read};
