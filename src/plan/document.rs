//! The plan document: the file that a user saves, opens and writes by hand.
//!
//! Every field may be left out. Values are text, read in the document's unit, and
//! borrowed from the file's text where they stand there as they are.

mod planning;

pub use planning::{
    BidDocument, CapitalBidDocument, CapitalDocument, ContractDocument, CouncilLineDocument,
    EnvelopeDocument, PlanningDocument, ProgrammeDocument, ProposalDocument, ResourceDocument,
};

use super::checked::Spread;
use super::entry::Entry;
use super::form::{
    Choice, Form, Single, Taken, Value, choice, choices, document, take_fields, unknown_field,
};
use super::keyed::Keyed;
use super::place::Place;
use super::restate::PeriodLength;
use crate::money::Unit;
use crate::scheme::Side;
use std::borrow::Cow;

/// What `kind` says in every plan document.
pub const KIND: &str = "control-total-plan";

/// The newest version of the document that this program reads.
pub const VERSION: u32 = 1;

document! {
    /// A health system's plan for a year.
    pub struct PlanDocument<'a> {
        /// Always `control-total-plan`.
        pub kind: Cow<'a, str>,
        /// The version of this format: 1.
        pub version: u32,
        /// A title for print and file name.
        pub title: Cow<'a, str>,
        /// The financial year: `2017/18`.
        pub year: Cow<'a, str>,
        /// The fund, by its short name: `STF`. May be left out where the year has
        /// one fund only.
        pub fund: Cow<'a, str>,
        /// The unit of every amount that names none of its own.
        pub unit: Unit,
        /// Whether the figures by period are for the year to date or for each
        /// period alone.
        pub figures: PeriodFigures,
        /// The day on which the plan stands, such as `2017-12-31`: quarters that
        /// end later are still to come. Blank means the year's end.
        pub as_at: Entry<'a>,
        /// True when the figures are made up, for an example or an exercise.
        pub illustrative: bool,
        /// Anything a reader should know.
        pub note: Cow<'a, str>,
        /// Parameters of the rules that are other in this plan, by the rule's id:
        /// `{"psf-2019-20:system_share": "15%"}`. A parameter without a published
        /// value is set here too.
        pub changes: Keyed<'a>,
        /// Amounts that the rules ask of the system as a whole, by their names in
        /// the rules' statements.
        pub amounts: Keyed<'a>,
        /// What the rules ask to be answered yes or no for the system as a whole.
        pub answers: Keyed<'a, Option<bool>>,
        /// The area.
        pub footprint: FootprintDocument<'a>,
        /// The parts of the area that have control totals of their own.
        pub subdivisions: Vec<SubdivisionDocument<'a>>,
        /// Changes of individual control totals inside the system's.
        pub flexes: Vec<FlexDocument<'a>>,
        /// What the area decides in the planning round.
        pub planning: PlanningDocument<'a>,
        /// The organisations in the plan, each once.
        pub organisations: Vec<OrganisationDocument<'a>>,
    }

    /// The area a plan is for.
    pub struct FootprintDocument<'a> {
        /// Its code, such as `QE1`, if it is a published area of the plan's year.
        pub code: Cow<'a, str>,
        /// Its name.
        pub name: Cow<'a, str>,
    }

    /// A part of an area.
    pub struct SubdivisionDocument<'a> {
        /// A short code of the user's own, by which members name it.
        pub code: Cow<'a, str>,
        /// Its name.
        pub name: Cow<'a, str>,
    }

    /// A change of individual control totals that leaves the system's as it is.
    pub struct FlexDocument<'a> {
        /// The quarter from which it counts: `Q1` to `Q4`.
        pub from: Cow<'a, str>,
        /// By how much each organisation's control total for the year moves, by its
        /// code: `{"RXL": "500", "RXN": "(500)"}`. Together they are nothing.
        pub moves: Keyed<'a>,
        /// Why, and how far the approval is.
        pub note: Cow<'a, str>,
    }

    /// An organisation and its figures.
    pub struct OrganisationDocument<'a> {
        /// Its code, such as `RXL`.
        pub code: Cow<'a, str>,
        /// Its name; may be left out for a published code.
        pub name: Cow<'a, str>,
        /// Its side; may be left out for a published code.
        pub side: Option<Side>,
        /// The code of the subdivision it belongs to.
        pub subdivision: Cow<'a, str>,
        /// For a trust that serves several footprints, the share of its figures
        /// that counts in this plan, such as `40%`. Blank means all.
        pub share: Entry<'a>,
        /// Its control total, before the fund.
        pub control_total: ControlTotalDocument<'a>,
        /// Versions of the control total agreed during the year.
        pub revisions: Vec<RevisionDocument<'a>>,
        /// The year's allocation if everything is met, by the fund's short name:
        /// `{"STF": "9,800"}`.
        pub allocation: Keyed<'a>,
        /// Whether it has accepted its control total and the conditions.
        pub accepted: Option<bool>,
        /// What the rules ask to be answered yes or no, by name: conditions of the
        /// fund, such as `recovery_plan`, and lines of the rules' statements.
        pub answers: Keyed<'a, Option<bool>>,
        /// Amounts that the rules' statements ask for, by name, such as
        /// `contract_value`.
        pub amounts: Keyed<'a>,
        /// Its position before the fund, by quarter or month.
        pub actual: Keyed<'a>,
        /// Its forecast position before the fund for the whole year.
        pub forecast: Entry<'a>,
        /// The same as it stood at each quarter's end, where the fund may be
        /// decided by forecast.
        pub forecasts: Keyed<'a>,
        /// The over-delivery that was agreed with the regulator.
        pub agreed_improvement: Entry<'a>,
        /// Money from the fund at the year's end beyond what is computed: a bonus
        /// or a general distribution.
        pub bonus: Entry<'a>,
        /// A commissioner's resource limit for the year.
        pub resource_limit: Entry<'a>,
        /// Its performance by measure, such as `a_and_e`. A measure that has no
        /// entry does not apply to the organisation.
        pub performance: Keyed<'a, MeasureDocument<'a>>,
    }

    /// A control total and its spread over the year.
    pub struct ControlTotalDocument<'a> {
        /// The amount for the year: a deficit negative or in brackets.
        pub amount: Entry<'a>,
        /// The basis it is on; only `before_fund` can be used.
        pub basis: Basis,
        /// The spread over the year, by quarter or month. The regulator's where
        /// there are two.
        pub profile: Keyed<'a>,
        /// Asks for a spread to be assumed where no profile is given.
        pub spread: Option<Spread>,
    }

    /// A control total agreed during the year.
    pub struct RevisionDocument<'a> {
        /// The day from which it counts.
        pub from: Entry<'a>,
        /// The new control total, before the fund.
        pub control_total: ControlTotalDocument<'a>,
        /// Why, and where it was agreed.
        pub note: Cow<'a, str>,
    }

    /// Performance against a waiting-time standard.
    pub struct MeasureDocument<'a> {
        /// This year's, by quarter.
        pub quarters: Keyed<'a, PerformanceDocument<'a>>,
        /// The year before's, by quarter.
        pub last_year: Keyed<'a, PerformanceDocument<'a>>,
        /// The agreed trajectory by quarter, such as `{"Q2": "91.5%"}`.
        pub trajectory: Keyed<'a>,
        /// Quarters for which an appeal against a miss was won.
        pub appeals: Keyed<'a, Option<bool>>,
        /// March's alone, where the last quarter is tested on it.
        pub march: PerformanceDocument<'a>,
        /// Milestones reached or not, by name, such as `streaming`.
        pub milestones: Keyed<'a, Option<bool>>,
        /// Where the figures come from.
        pub note: Cow<'a, str>,
    }

    /// The people whom a measure counts, and those of them who waited longer than the standard.
    pub struct PerformanceDocument<'a> {
        /// All who are counted: who came, waited or were treated.
        pub attendances: Entry<'a>,
        /// Those who waited longer.
        pub breaches: Entry<'a>,
    }
}

/// What figures by period stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
pub enum PeriodFigures {
    /// From 1 April to the period's end.
    #[default]
    YearToDate,
    /// The period alone.
    InPeriod,
}

/// Whether an amount is with or without the fund's money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
pub enum Basis {
    /// Without the fund: the basis on which it is tested.
    #[default]
    BeforeFund,
    /// With the fund: can't be used as it is.
    AfterFund,
}

choices! {
    Unit {
        "pounds" => Pounds,
        "thousands" => Thousands,
        "millions" => Millions,
    }
    PeriodFigures {
        "year_to_date" => YearToDate,
        "in_period" => InPeriod,
    }
    Basis {
        "before_fund" => BeforeFund,
        "after_fund" => AfterFund,
    }
    Side {
        "provider" => Provider,
        "commissioner" => Commissioner,
    }
    PeriodLength {
        "quarters" => Quarters,
        "months" => Months,
    }
    Spread {
        "straight_line" => StraightLine,
        "fund_phasing" => FundPhasing,
    }
}
