//! What an area decides in a planning round, as a user writes it: the resources and
//! contracts, the plans and bids, what is proposed, the envelope's programmes, the
//! council's memo and the capital bids.

use super::super::checked::{
    CapitalStatus, ContractStatus, CouncilKind, FitMethod, KnownTo, Partnership, ProposalKind,
    Worth,
};
use super::super::entry::Entry;
use super::super::form::{
    Choice, Form, Single, Taken, Value, choice, choices, document, take_fields, unknown_field,
};
use super::super::keyed::Keyed;
use super::super::place::Place;
use std::borrow::Cow;

document! {
    /// What an area decides in a planning round.
    pub struct PlanningDocument<'a> {
        /// The day on which it is read, such as `2016-12-01`: days to go count from it.
        pub today: Entry<'a>,
        /// Days of the round's milestones that no rule gives, or other ones than
        /// published, by the milestone's id: `{"contracts": "2016-12-23"}`. A name that
        /// the round does not have is a milestone of the user's own.
        pub dates: Keyed<'a>,
        /// The form of the partnership.
        pub partnership: Option<Partnership>,
        /// The parts of the total resources available to the area.
        pub resources: Vec<ResourceDocument<'a>>,
        /// The contracts between the plan's commissioners and providers.
        pub contracts: Vec<ContractDocument<'a>>,
        /// Each organisation's planned position for the year, before the fund, by its code.
        pub plans: Keyed<'a>,
        /// Whether each organisation's plan meets the performance trajectories, by its code.
        pub trajectories: Keyed<'a, Option<bool>>,
        /// Conditions that are answered in place of what is worked out, by id.
        pub answers: Keyed<'a, Option<bool>>,
        /// Bids for transformation funding.
        pub bids: Vec<BidDocument<'a>>,
        /// Changes that are proposed, each with all its ends.
        pub proposals: Vec<ProposalDocument<'a>>,
        /// The envelope and the programmes that have to fit into it.
        pub envelope: EnvelopeDocument<'a>,
        /// The social-care memo.
        pub council: Vec<CouncilLineDocument<'a>>,
        /// Capital bids and their envelope.
        pub capital: CapitalDocument<'a>,
    }

    /// A part of the resources available to the area in a year.
    pub struct ResourceDocument<'a> {
        /// The financial year: `2017/18`.
        pub year: Cow<'a, str>,
        /// What it is.
        pub name: Cow<'a, str>,
        /// The amount, positive.
        pub amount: Entry<'a>,
    }

    /// A contract between a commissioner and a provider for a year.
    pub struct ContractDocument<'a> {
        /// The financial year: `2017/18`.
        pub year: Cow<'a, str>,
        /// The commissioner's code.
        pub commissioner: Cow<'a, str>,
        /// The provider's code.
        pub provider: Cow<'a, str>,
        /// Who knows of it: both, or one side only.
        pub known_to: KnownTo,
        /// What the commissioner counts as its cost, positive.
        pub commissioner_amount: Entry<'a>,
        /// What the provider counts as its income, positive.
        pub provider_amount: Entry<'a>,
        /// How far it is.
        pub status: Option<ContractStatus>,
        /// The day on which it was agreed.
        pub agreed_on: Entry<'a>,
        /// Anything a reader should know.
        pub note: Cow<'a, str>,
    }

    /// A bid for transformation funding.
    pub struct BidDocument<'a> {
        /// The pot, by its id: `cancer`.
        pub pot: Cow<'a, str>,
        /// What it is for.
        pub name: Cow<'a, str>,
        /// The amount, positive; blank if it is not known.
        pub amount: Entry<'a>,
        /// What is asked for it, and how far it is.
        pub note: Cow<'a, str>,
    }

    /// A change that is proposed, with its effect on everybody's position.
    pub struct ProposalDocument<'a> {
        /// What it is.
        pub name: Cow<'a, str>,
        /// Of what kind.
        pub kind: ProposalKind,
        /// What it does to each organisation's position, by its code: better is positive,
        /// worse negative or in brackets. For a risk: relief positive, bearing it negative.
        pub effects: Keyed<'a>,
        /// What it does to others, such as a council.
        pub outside: Entry<'a>,
        /// Anything a reader should know.
        pub note: Cow<'a, str>,
    }

    /// The fixed envelope, and what has to fit into it.
    pub struct EnvelopeDocument<'a> {
        /// The envelope; blank means the resources of the plan's year.
        pub amount: Entry<'a>,
        /// How programmes are fitted into it.
        pub method: FitMethod,
        /// The programmes of care and services.
        pub programmes: Vec<ProgrammeDocument<'a>>,
    }

    /// A programme of care or a service.
    pub struct ProgrammeDocument<'a> {
        /// A short code of the user's own.
        pub code: Cow<'a, str>,
        /// Its name.
        pub name: Cow<'a, str>,
        /// The code of the organisation that spends the money.
        pub owner: Cow<'a, str>,
        /// What it would spend, positive.
        pub budget: Entry<'a>,
        /// The least that it can do with; blank means that there is none.
        pub floor: Entry<'a>,
        /// The most that it may have; blank means its budget.
        pub cap: Entry<'a>,
        /// Its priority: 1 is first. Blank comes after all others.
        pub priority: Entry<'a>,
        /// The share of a cut that lands on others, by organisation: `{"RXL": "40%"}`.
        pub passed_on: Keyed<'a>,
        /// Anything a reader should know.
        pub note: Cow<'a, str>,
    }

    /// A line of the social-care memo.
    pub struct CouncilLineDocument<'a> {
        /// What it is.
        pub name: Cow<'a, str>,
        /// Of what kind.
        pub kind: CouncilKind,
        /// What the council counts: a pressure or a source positive; of a pooled fund
        /// what it receives positive, what it pays in negative.
        pub amount: Entry<'a>,
        /// Of a pooled fund, what the health side counts, by the same signs.
        pub health_amount: Entry<'a>,
        /// Anything a reader should know.
        pub note: Cow<'a, str>,
    }

    /// Capital bids and their envelope.
    pub struct CapitalDocument<'a> {
        /// The capital of each year: `{"2017/18": "12,000"}`.
        pub envelope: Keyed<'a>,
        /// What the bids' scores are.
        pub worth: Worth,
        /// The bids.
        pub bids: Vec<CapitalBidDocument<'a>>,
    }

    /// A bid for capital.
    pub struct CapitalBidDocument<'a> {
        /// A short code of the user's own.
        pub code: Cow<'a, str>,
        /// What it is for.
        pub name: Cow<'a, str>,
        /// The code of the organisation that bids.
        pub owner: Cow<'a, str>,
        /// The amount of each year, positive: `{"2017/18": "4,000"}`.
        pub amounts: Keyed<'a>,
        /// Its points, or its benefits as a multiple of its cost.
        pub score: Entry<'a>,
        /// Whether it has to be done in any case.
        pub must_do: bool,
        /// The codes of the bids that it can't do without, with commas between.
        pub needs: Cow<'a, str>,
        /// How far it is.
        pub status: CapitalStatus,
        /// Anything a reader should know.
        pub note: Cow<'a, str>,
    }
}

impl<'a> PlanningDocument<'a> {
    /// Does something to every amount in it.
    pub(in crate::plan) fn each_amount(&mut self, act: &dyn Fn(&mut Entry<'a>)) {
        self.plans.values_mut().for_each(act);
        for resource in &mut self.resources {
            act(&mut resource.amount);
        }
        for contract in &mut self.contracts {
            act(&mut contract.commissioner_amount);
            act(&mut contract.provider_amount);
        }
        for bid in &mut self.bids {
            act(&mut bid.amount);
        }
        for proposal in &mut self.proposals {
            proposal.effects.values_mut().for_each(act);
            act(&mut proposal.outside);
        }
        act(&mut self.envelope.amount);
        for programme in &mut self.envelope.programmes {
            for amount in [
                &mut programme.budget,
                &mut programme.floor,
                &mut programme.cap,
            ] {
                act(amount);
            }
        }
        for line in &mut self.council {
            act(&mut line.amount);
            act(&mut line.health_amount);
        }
        self.capital.envelope.values_mut().for_each(act);
        for bid in &mut self.capital.bids {
            bid.amounts.values_mut().for_each(act);
        }
    }
}

choices! {
    Partnership {
        "forum" => Forum,
        "implementation_partnership" => ImplementationPartnership,
        "integrated_system" => IntegratedSystem,
    }
    KnownTo {
        "both" => Both,
        "commissioner" => Commissioner,
        "provider" => Provider,
    }
    ContractStatus {
        "agreed" => Agreed,
        "in_negotiation" => InNegotiation,
        "in_arbitration" => InArbitration,
    }
    ProposalKind {
        "saving" => Saving,
        "contract_change" => ContractChange,
        "flex" => Flex,
        "risk_transfer" => RiskTransfer,
    }
    FitMethod {
        "priorities" => Priorities,
        "least_change" => LeastChange,
    }
    CouncilKind {
        "pressure" => Pressure,
        "council_funding" => CouncilFunding,
        "envelope_funding" => EnvelopeFunding,
        "pooled" => Pooled,
    }
    Worth {
        "points" => Points,
        "ratio" => Ratio,
    }
    CapitalStatus {
        "bid" => Bid,
        "approved" => Approved,
        "withdrawn" => Withdrawn,
    }
}
