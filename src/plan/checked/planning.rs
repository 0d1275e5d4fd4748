//! What an area decides in a planning round, checked: codes are of the plan's own
//! organisations, amounts that can't be negative are not.

use crate::calendar::{Date, FinancialYear};
use crate::money::{Money, Rate};

/// What an area decides in a planning round. A place is that of the document's list,
/// from 0; a blank amount is none.
#[derive(Clone, Debug, Default)]
pub struct Planning {
    /// The day on which it is read.
    pub today: Option<Date>,
    /// Days by milestone: of the round's own by their ids, of the user's by their names.
    pub dates: Vec<(String, Option<Date>)>,
    /// The form of the partnership.
    pub partnership: Option<Partnership>,
    /// The parts of the resources.
    pub resources: Vec<Resource>,
    /// The contracts.
    pub contracts: Vec<Contract>,
    /// What could not be read of resources and contracts: without it no sum is whole.
    pub unread: Vec<Unread>,
    /// Planned positions by organisation.
    pub plans: Vec<(String, Option<Money>)>,
    /// Whether plans meet the trajectories, by organisation.
    pub trajectories: Vec<(String, bool)>,
    /// Conditions answered in place of what is worked out.
    pub answers: Vec<(&'static str, bool)>,
    /// Bids for transformation funding.
    pub bids: Vec<Bid>,
    /// Changes proposed.
    pub proposals: Vec<Proposal>,
    /// The places of those that were left out: without them no sum is whole.
    pub proposals_unread: Vec<usize>,
    /// The envelope and its programmes.
    pub envelope: Envelope,
    /// The social-care memo.
    pub council: Vec<CouncilLine>,
    /// The places of those that were left out.
    pub council_unread: Vec<usize>,
    /// The capital bids and their envelope.
    pub capital: Capital,
}

/// A line of resources or contracts that could not be read.
#[derive(Clone, Debug)]
pub struct Unread {
    /// Whether it is a contract, not a part of the resources.
    pub is_contract: bool,
    /// Its place.
    pub place: usize,
    /// Its year, if that could be read.
    pub year: Option<FinancialYear>,
}

impl Unread {
    /// Whether it may belong to a year.
    #[must_use]
    pub fn may_be_of(&self, year: FinancialYear) -> bool {
        self.year.is_none_or(|own| own == year)
    }
}

/// A part of the resources available to the area.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its place.
    pub place: usize,
    /// The year.
    pub year: FinancialYear,
    /// What it is.
    pub name: String,
    /// The amount, not negative.
    pub amount: Option<Money>,
}

/// A contract between two organisations of the plan for a year.
#[derive(Clone, Debug)]
pub struct Contract {
    /// Its place.
    pub place: usize,
    /// The year.
    pub year: FinancialYear,
    /// The commissioner's code.
    pub commissioner: String,
    /// The provider's code.
    pub provider: String,
    /// Who knows of it.
    pub known_to: KnownTo,
    /// The commissioner's cost, not negative.
    pub commissioner_amount: Option<Money>,
    /// The provider's income, not negative.
    pub provider_amount: Option<Money>,
    /// How far it is.
    pub status: Option<ContractStatus>,
    /// When it was agreed.
    pub agreed_on: Option<Date>,
}

/// A bid for transformation funding.
#[derive(Clone, Debug)]
pub struct Bid {
    /// Its place.
    pub place: usize,
    /// The pot's id.
    pub pot: &'static str,
    /// What it is for.
    pub name: String,
    /// The amount, not negative.
    pub amount: Option<Money>,
}

/// A change proposed.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its place.
    pub place: usize,
    /// What it is.
    pub name: String,
    /// Of what kind.
    pub kind: ProposalKind,
    /// What it does to each organisation's position.
    pub effects: Vec<(String, Option<Money>)>,
    /// What it does outside the system; none inside where it can't be read.
    pub outside: Option<Option<Money>>,
}

/// The envelope, and what has to fit into it.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// The envelope; nothing where it is the year's resources, none inside where it
    /// can't be read.
    pub amount: Option<Option<Money>>,
    /// How programmes are fitted.
    pub method: FitMethod,
    /// The programmes, each code once.
    pub programmes: Vec<Programme>,
    /// The places of those that could not be read.
    pub unread: Vec<usize>,
}

/// A programme of care or a service.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Its place.
    pub place: usize,
    /// The user's short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The owner's code.
    pub owner: Option<String>,
    /// What it would spend, not negative.
    pub budget: Option<Money>,
    /// The least it can do with, at most budget and cap; none inside where it can't be
    /// read.
    pub floor: Option<Option<Money>>,
    /// The most it may have; none inside where it can't be read.
    pub cap: Option<Option<Money>>,
    /// Its class, 1 first; none comes last.
    pub priority: Option<u32>,
    /// The shares of a cut that land on others, together at most the whole.
    pub passed_on: Vec<(String, Rate)>,
}

impl Programme {
    /// Its class in the order of priorities: one without a priority comes last.
    #[must_use]
    pub fn class(&self) -> u32 {
        self.priority.unwrap_or(u32::MAX)
    }
}

/// A line of the social-care memo.
#[derive(Clone, Debug)]
pub struct CouncilLine {
    /// Its place.
    pub place: usize,
    /// What it is.
    pub name: String,
    /// Of what kind.
    pub kind: CouncilKind,
    /// What the council counts.
    pub amount: Option<Money>,
    /// What the health side counts of a pooled fund.
    pub health_amount: Option<Money>,
}

/// Capital bids and their envelope.
#[derive(Clone, Debug, Default)]
pub struct Capital {
    /// The capital of each year, in order.
    pub envelope: Vec<(FinancialYear, Option<Money>)>,
    /// What the scores are.
    pub worth: Worth,
    /// The bids, each code once.
    pub bids: Vec<CapitalBid>,
    /// The places of those that could not be read.
    pub unread: Vec<usize>,
}

/// The most capital bids of a plan: few enough to weigh all choices of them.
pub const MOST_CAPITAL_BIDS: usize = 60;

/// A bid for capital.
#[derive(Clone, Debug)]
pub struct CapitalBid {
    /// Its place.
    pub place: usize,
    /// The user's short code.
    pub code: String,
    /// What it is for.
    pub name: String,
    /// The bidder's code.
    pub owner: Option<String>,
    /// The amount of each year in which there is one, not negative.
    pub amounts: Vec<(FinancialYear, Option<Money>)>,
    /// Its points, or its benefits as a multiple of its cost.
    pub score: Option<Rate>,
    /// Whether it has to be done.
    pub must_do: bool,
    /// The codes of the bids it can't do without.
    pub needs: Vec<String>,
    /// How far it is.
    pub status: CapitalStatus,
}

/// Declares a choice of the document.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
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
        pub enum $name { $($(#[$variant_meta])* $variant,)* }
    };
}

choice! {
    /// The form of a partnership.
    Partnership {
        /// A forum for shared decisions.
        Forum,
        /// A partnership that carries decisions out together.
        ImplementationPartnership,
        /// A fully integrated system under one combined budget.
        IntegratedSystem,
    }
}

choice! {
    /// Who knows of a contract.
    #[derive(Default)]
    KnownTo {
        /// Both sides.
        #[default]
        Both,
        /// The commissioner only.
        Commissioner,
        /// The provider only.
        Provider,
    }
}

choice! {
    /// How far a contract is.
    ContractStatus {
        /// Agreed by both sides.
        Agreed,
        /// Being negotiated.
        InNegotiation,
        /// In dispute.
        InArbitration,
    }
}

choice! {
    /// What kind of change is proposed.
    #[derive(Default)]
    ProposalKind {
        /// Less is spent.
        #[default]
        Saving,
        /// A contract is changed.
        ContractChange,
        /// Control totals are moved.
        Flex,
        /// Somebody else bears a risk.
        RiskTransfer,
    }
}

choice! {
    /// How programmes are fitted into an envelope.
    #[derive(Default)]
    FitMethod {
        /// Floors first, then priorities, then in proportion.
        #[default]
        Priorities,
        /// The fewest programmes are cut, the lowest priority first.
        LeastChange,
    }
}

choice! {
    /// What a line of the social-care memo is.
    #[derive(Default)]
    CouncilKind {
        /// A pressure on the council.
        #[default]
        Pressure,
        /// A source of the council's own.
        CouncilFunding,
        /// Paid from the health envelope, which guidance does not intend.
        EnvelopeFunding,
        /// Shared, and entered on both sides.
        Pooled,
    }
}

choice! {
    /// What the scores of capital bids are.
    #[derive(Default)]
    Worth {
        /// Points, added up.
        #[default]
        Points,
        /// Benefits as a multiple of cost: a bid's worth is its cost times this.
        Ratio,
    }
}

choice! {
    /// How far a capital bid is.
    #[derive(Default)]
    CapitalStatus {
        /// A bid.
        #[default]
        Bid,
        /// Approved already, so that it is in.
        Approved,
        /// Withdrawn, so that it is out.
        Withdrawn,
    }
}
