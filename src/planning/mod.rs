//! What an area decides in a planning round, one file for each question: whether its
//! contracts agree and fit, what it is eligible for, what is saved and what only moved,
//! what fits into the envelope, and which capital bids do.
//!
//! All figures are made at the desk of an assessment, from the checked plan and from
//! the control totals that the assessment worked out.

mod answer;
mod capital;
mod choices;
mod contracts;
mod council;
mod desk;
mod eligibility;
mod envelope;
mod fit;
mod fitting;
mod giving;
mod landing;
mod milestones;
mod partnership;
mod shifting;
mod transformation;

pub use answer::{Question, Said};
pub use capital::{
    CapitalBidLine, CapitalChoice, CapitalFit, CapitalOutcome, CapitalYear, NextBid,
};
pub use contracts::{ContractLine, ResourceLine, YearLine};
pub use council::{CouncilMemo, MemoLine};
pub use desk::ControlTotals;
pub use eligibility::{AreaEligibility, YearEligibility};
pub use envelope::{EnvelopeFit, ProgrammeLine};
pub use fit::ProgrammeOutcome;
pub use landing::PassedOn;
pub use milestones::MilestoneLine;
pub use partnership::{Binding, PartnershipLine};
pub use shifting::{Effect, ProposalLine, Shifting};
pub use transformation::{BidLine, Condition, OwnPlan, PotLine, Transformation};

pub(crate) use choices::choices;

use crate::calendar::Date;
use crate::plan::Plan;
use crate::working::Work;
use desk::Desk;
use serde::Serialize;

/// All that there is to say of what an area decides in a planning round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PlanningResult {
    /// The id of the planning round, by which its rules are found, if they were read.
    pub round_id: Option<&'static str>,
    /// Its name.
    pub round: Option<&'static str>,
    /// The day on which it is read, if that is said.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub today: Option<Date>,
    /// The round's days, and those of the plan's own.
    pub milestones: Vec<MilestoneLine>,
    /// The form of the partnership, if it is said.
    pub partnership: Option<PartnershipLine>,
    /// Resources and contracts of each year that has any, and with them those that the
    /// round asks for.
    pub years: Vec<YearLine>,
    /// Each contract.
    pub contracts: Vec<ContractLine>,
    /// Whether the area may take on a system control total, in a round that lets it, once
    /// resources or contracts are entered.
    pub eligibility: Option<AreaEligibility>,
    /// Whether it may have transformation funding, and its bids, once anything of it is
    /// entered.
    pub transformation: Option<Transformation>,
    /// What is saved and what only moved, if there are proposals.
    pub shifting: Option<Shifting>,
    /// What of the programmes fits into the envelope, if there are any.
    pub envelope: Option<EnvelopeFit>,
    /// The social-care memo, if there is any.
    pub council: Option<CouncilMemo>,
    /// Which capital bids fit, if there are any.
    pub capital: Option<CapitalFit>,
}

/// Works out what a plan says of the planning round; nothing where it says nothing.
pub(crate) fn planning(
    work: &Work,
    plan: &Plan,
    control_totals: &ControlTotals<'_>,
) -> Option<PlanningResult> {
    let desk = Desk::of(work, plan, plan.planning.as_deref()?);
    let contracts = desk.contracts();
    let years = desk.years(&contracts);
    let eligibility = desk.eligibility(&years, &contracts);
    Some(PlanningResult {
        round_id: desk.round.map(|round| round.id),
        round: desk.round.map(|round| round.name),
        today: desk.planning.today,
        milestones: desk.milestones(),
        partnership: desk.partnership(),
        eligibility,
        transformation: desk.transformation(control_totals),
        shifting: desk.shifting(),
        envelope: desk.envelope(&years),
        council: desk.council(),
        capital: desk.capital(),
        years,
        contracts,
    })
}
