//! Schemes: the rules of one fund in one year, as data with sources.
//!
//! Each scheme is one text file in `src/scheme/published`, written to be reviewed
//! by a finance person; the build turns them into the constants below. To add a
//! year is to add a file.
//!
//! What a rule says and where it was read is never computed with, and is here with
//! the feature `rule-texts` only.

pub mod readings;

use crate::calendar::{FinancialYear, Quarter};
use crate::money::Rate;
use serde::Serialize;

/// The two sides of a health system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "browser",
    derive(tsify::Tsify),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(
    feature = "command-line",
    derive(schemars::JsonSchema),
    schemars(rename_all = "snake_case")
)]
pub enum Side {
    /// Trusts and foundation trusts.
    Provider,
    /// Clinical commissioning groups, later integrated care boards.
    Commissioner,
}

/// How a rule is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Status {
    /// Its words were read in the source, often in an extract of it.
    Sourced,
    /// A summary that quotes the source was read.
    SecondHand,
    /// Worked out from sourced figures or rules.
    Derived,
    /// Remembered from a document that was not read: "not verified".
    Recalled,
    /// This calculator's own reading or convention, in the assumptions log.
    Reading,
}

impl Status {
    /// The status as a user reads it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::SecondHand => "quoted at second hand",
            Self::Derived => "derived",
            Self::Recalled => "recalled, not verified",
            Self::Reading => "this calculator's reading",
        }
    }
}

/// A document in which rules were read.
#[cfg(feature = "rule-texts")]
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Source {
    /// The key by which rules cite it.
    pub key: &'static str,
    /// Publisher, title and date.
    pub title: &'static str,
    /// Where it is, or how much of it was read.
    pub place: &'static str,
}

/// A rule: what it says, where it comes from and how well it is known.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id, which no other rule of the scheme and no reading has.
    pub id: &'static str,
    /// A short name for headings.
    pub name: &'static str,
    /// How it is known.
    #[cfg(feature = "rule-texts")]
    pub status: Status,
    /// The rule in plain words.
    #[cfg(feature = "rule-texts")]
    pub words: &'static str,
    /// Its value as printed, where it has one.
    #[cfg(feature = "rule-texts")]
    pub value: Option<&'static str>,
    /// The documents it was read in.
    #[cfg(feature = "rule-texts")]
    pub sources: &'static [&'static Source],
    /// How sure it is, in percent.
    #[cfg(feature = "rule-texts")]
    pub confidence: u8,
}

/// A rule with a value that the program computes with.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<T> {
    /// The value.
    pub value: T,
    /// The rule that sets it.
    pub rule: Rule,
}

/// The rules of one fund in one year.
#[derive(Debug)]
pub struct Scheme {
    /// The fund and year: `stf-2017-18`.
    pub id: &'static str,
    /// The fund's short name: `STF`.
    pub fund: &'static str,
    /// The fund's name and year in words.
    pub name: &'static str,
    /// The financial year.
    pub year: FinancialYear,
    /// What the target was called in that year: control total, trajectory.
    pub target: &'static str,
    /// The side that the fund pays.
    pub fund_for: Side,
    /// The scheme in a sentence.
    #[cfg(feature = "rule-texts")]
    pub summary: &'static str,
    /// The control total must be accepted.
    pub acceptance: Rule,
    /// Target and position exclude the fund.
    pub before_fund: Rule,
    /// The finance test of each quarter.
    pub finance_gate: Rule,
    /// How a system's total is made from its members'.
    pub system_total: Rule,
    /// How the control total after the fund is made.
    pub after_fund: Rule,
    /// What a control total revised in the year does.
    pub revision: Rule,
    /// The share earned by the finance test.
    pub finance_weight: Parameter<Rate>,
    /// The quarters' shares of the year.
    pub phasing: Parameter<[Rate; 4]>,
    /// Whether a missed quarter's finance share can be recovered.
    pub recovery: Parameter<bool>,
    /// The share that hangs on the system's total.
    pub system_share: Parameter<Rate>,
    /// Pounds paid for each agreed pound of over-delivery.
    pub incentive: Parameter<Rate>,
    /// The performance measures.
    pub measures: &'static [Measure],
    /// How many of its rules are recalled, not verified.
    pub rules_not_verified: usize,
    /// What else hangs on the four outcomes of own and system.
    #[cfg(feature = "rule-texts")]
    pub outcomes: &'static [Outcome],
    /// Rules that are stated, not computed.
    #[cfg(feature = "rule-texts")]
    pub stated: &'static [Rule],
}

/// A performance measure that earns a share of the fund.
#[derive(Debug)]
pub struct Measure {
    /// The key of its entries in a plan: `a_and_e`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its share of each quarter's money.
    pub weight: Parameter<Rate>,
    /// Which organisations it applies to.
    pub applies: Rule,
    /// Its parts; in each quarter their shares add to the whole.
    pub parts: &'static [Part],
}

/// A part of a measure's share, earned in certain quarters.
#[derive(Debug)]
pub struct Part {
    /// Its id inside the measure.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The quarters in which it counts.
    pub quarters: &'static [Quarter],
    /// Its share of the measure's money.
    pub share: Parameter<Rate>,
    /// It is earned when any of these is met.
    pub any_of: &'static [Criterion],
}

/// A test of performance.
#[derive(Debug)]
pub enum Criterion {
    /// A milestone that the organisation says it has reached.
    Milestone {
        /// The milestone's key in a plan.
        id: &'static str,
        /// The rule that asks for it.
        rule: Rule,
    },
    /// At least this share of attendances without a breach; equality passes.
    AtLeast {
        /// The share.
        threshold: Parameter<Rate>,
        /// Which figures are measured.
        measured: Measured,
    },
    /// Strictly better than the same quarter of the year before.
    BetterThanLastYear {
        /// The rule that asks for it.
        rule: Rule,
    },
}

/// Which performance figures a criterion looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// The quarter's.
    Quarter,
    /// March's, where given; else the quarter's.
    March,
}

/// A consequence, beside the fund, of one of the four outcomes.
#[cfg(feature = "rule-texts")]
#[derive(Debug)]
pub struct Outcome {
    /// The organisation meets its own control total.
    pub own_met: bool,
    /// The system meets its control total.
    pub system_met: bool,
    /// What follows.
    pub rule: Rule,
}

#[cfg(feature = "rule-texts")]
mod sources {
    use super::Source;
    include!(concat!(env!("OUT_DIR"), "/sources.rs"));
}

include!(concat!(env!("OUT_DIR"), "/schemes.rs"));

/// The scheme with this id.
#[must_use]
pub fn scheme(id: &str) -> Option<&'static Scheme> {
    SCHEMES.iter().find(|scheme| scheme.id == id)
}

impl Scheme {
    /// Every rule of the scheme, in reading order.
    #[cfg(feature = "rule-texts")]
    #[must_use]
    pub fn rules(&self) -> Vec<&Rule> {
        let mut rules = vec![
            &self.acceptance,
            &self.before_fund,
            &self.finance_gate,
            &self.system_total,
            &self.after_fund,
            &self.revision,
            &self.finance_weight.rule,
            &self.phasing.rule,
            &self.recovery.rule,
            &self.system_share.rule,
            &self.incentive.rule,
        ];
        for measure in self.measures {
            rules.extend([&measure.weight.rule, &measure.applies]);
            for part in measure.parts {
                rules.push(&part.share.rule);
                rules.extend(part.any_of.iter().map(Criterion::rule));
            }
        }
        rules.extend(self.outcomes.iter().map(|outcome| &outcome.rule));
        rules.extend(self.stated);
        rules
    }

    /// Whether the fund pays organisations of this side.
    #[must_use]
    pub fn pays(&self, side: Side) -> bool {
        self.fund_for == side
    }
}

impl Measure {
    /// Its parts as they count, quarter by quarter.
    pub fn parts_by_quarter(&self) -> impl Iterator<Item = (Quarter, &'static Part)> {
        let parts = self.parts;
        Quarter::ALL.into_iter().flat_map(move |quarter| {
            let counts = move |part: &&Part| part.quarters.contains(&quarter);
            parts.iter().filter(counts).map(move |part| (quarter, part))
        })
    }

    /// The milestones that its tests ask for.
    pub fn milestones(&self) -> impl Iterator<Item = &'static str> {
        let criteria = self.parts.iter().flat_map(|part| part.any_of);
        criteria.filter_map(|criterion| match criterion {
            Criterion::Milestone { id, .. } => Some(*id),
            _ => None,
        })
    }
}

impl Criterion {
    /// The rule that asks for it.
    #[must_use]
    pub const fn rule(&self) -> &Rule {
        match self {
            Self::Milestone { rule, .. } | Self::BetterThanLastYear { rule } => rule,
            Self::AtLeast { threshold, .. } => &threshold.rule,
        }
    }
}
