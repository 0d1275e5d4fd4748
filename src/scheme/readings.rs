//! This calculator's readings and conventions, the start of every assumptions
//! log. They are kept as text in `src/scheme/readings.toml`.

#[cfg(feature = "rule-texts")]
use super::Status;
#[cfg(feature = "rule-texts")]
use super::sources;
use super::{Rule, RuleId};

/// A reading with the reason for it.
#[cfg(feature = "rule-texts")]
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// What is assumed.
    pub rule: &'static Rule,
    /// Why.
    pub reason: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/readings.rs"));
