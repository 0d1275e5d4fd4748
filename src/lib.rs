//! Control totals of English health systems, and the money that hangs on them.
//!
//! The path of the data has one direction:
//!
//! ```text
//! plan text ──▶ plan (checked, with diagnostics) ─┐
//!                                                 ├─ assess ──▶ Assessment
//! scheme (the rules of one fund and year) ────────┘     every figure with its working
//! ```
//!
//! Read in this order: [`money`] and [`calendar`] are the field's own arithmetic;
//! [`scheme`] holds the rules as data; [`plan`] is what a user writes; [`working`]
//! makes figures that can explain themselves; [`assess`] answers the questions, and
//! [`planning`] those of a planning round.
//! [`facts`] are published tables to fill a plan from. Everything is exact, without
//! floating point, clock, randomness or input and output.
//!
//! An assessment is a form, which says what stands where, and a ledger of values to
//! which its figures point. The page gets the ledger with every change and the form
//! only when it is another; the command line writes both out as one.
//!
//! What the rules say in words, and where they were read, is here with the feature
//! `rule-texts` only, as for the command line. The engine of the page is compiled
//! without, and cites rules by id; `xtask` writes the words out for the page.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

pub mod assess;
#[cfg(feature = "browser")]
mod browser;
pub mod calendar;
pub mod facts;
pub mod money;
pub mod national;
mod order;
pub mod plan;
pub mod planning;
pub mod scheme;
pub mod working;

/// The program's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
