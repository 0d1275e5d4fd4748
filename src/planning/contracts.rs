//! Resources and contracts by year (J8): both sides' figures, what they miss each other
//! by, and what that does to the system's position.

use super::desk::Desk;
use crate::calendar::{Date, FinancialYear};
use crate::order::distinct;
use crate::plan::{Contract, ContractStatus, KnownTo};
use crate::scheme::{Round, readings};
use crate::working::{Figure, Test};
use serde::Serialize;

/// The resources and contracts of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct YearLine {
    /// The year.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub year: FinancialYear,
    /// The parts of its resources.
    pub parts: Vec<ResourceLine>,
    /// All of them.
    pub resources: Figure,
    /// How many contracts are entered.
    pub contracts: usize,
    /// What commissioners count.
    pub commissioners: Figure,
    /// What providers count.
    pub providers: Figure,
    /// Resources less what commissioners count.
    pub left_of_commissioners: Figure,
    /// Resources less what providers count.
    pub left_of_providers: Figure,
    /// The mismatches of contracts that both know.
    pub mismatch: Figure,
    /// Contracts that only commissioners know.
    pub commissioner_only: Figure,
    /// Contracts that only providers know.
    pub provider_only: Figure,
    /// By how much the system's position is overstated, or in brackets understated.
    pub overstated: Figure,
}

/// A part of a year's resources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ResourceLine {
    /// Its place in the plan's list.
    pub place: usize,
    /// What it is.
    pub name: String,
    /// The amount.
    pub amount: Figure,
}

/// A contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ContractLine {
    /// Its place in the plan's list.
    pub place: usize,
    /// The year.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub year: FinancialYear,
    /// The commissioner's code.
    pub commissioner: String,
    /// Its name.
    pub commissioner_name: String,
    /// The provider's code.
    pub provider: String,
    /// Its name.
    pub provider_name: String,
    /// Who knows of it.
    pub known_to: KnownTo,
    /// How far it is.
    pub status: Option<ContractStatus>,
    /// When it was agreed.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub agreed_on: Option<Date>,
    /// The commissioner's figure, if it knows of it.
    pub commissioner_amount: Option<Figure>,
    /// The provider's, if it knows of it.
    pub provider_amount: Option<Figure>,
    /// The provider's less the commissioner's, if both know of it.
    pub mismatch: Option<Figure>,
    /// Whether it was agreed in time, in a round that asks for it.
    pub agreed: Option<Test>,
}

impl ContractLine {
    /// Who has it with whom.
    pub(super) fn pair(&self) -> String {
        format!("{} with {}", self.commissioner_name, self.provider_name)
    }
}

impl Desk<'_> {
    pub(super) fn contracts(&self) -> Vec<ContractLine> {
        let mut lines = Vec::with_capacity(self.planning.contracts.len());
        for contract in &self.planning.contracts {
            let round = self.round.filter(|round| round.covers(contract.year));
            lines.push(self.contract(contract, round));
        }
        lines
    }

    fn contract(&self, contract: &Contract, round: Option<&'static Round>) -> ContractLine {
        let (knows_commissioner, knows_provider) = match contract.known_to {
            KnownTo::Both => (true, true),
            KnownTo::Commissioner => (true, false),
            KnownTo::Provider => (false, true),
        };
        let commissioner = self.name_of(&contract.commissioner);
        let provider = self.name_of(&contract.provider);
        let entered = |knows: bool, (whose, with): (&str, &str), amount, field: &str| {
            knows.then(|| {
                let label = format!("What {whose} counts for {} with {with}", contract.year);
                self.work.entered(label.as_str().into(), amount, &|| {
                    format!("planning/contracts/{}/{field}", contract.place)
                })
            })
        };
        let commissioner_amount = entered(
            knows_commissioner,
            (&commissioner, &provider),
            contract.commissioner_amount,
            "commissioner_amount",
        );
        let provider_amount = entered(
            knows_provider,
            (&provider, &commissioner),
            contract.provider_amount,
            "provider_amount",
        );
        let mismatch = provider_amount
            .zip(commissioner_amount)
            .map(|(provider, commissioner)| {
                let rules = [&readings::MISMATCH];
                self.work
                    .difference("Mismatch".into(), &rules, provider, commissioner)
            });
        ContractLine {
            place: contract.place,
            year: contract.year,
            commissioner: contract.commissioner.clone(),
            commissioner_name: commissioner,
            provider: contract.provider.clone(),
            provider_name: provider,
            known_to: contract.known_to,
            status: contract.status,
            agreed_on: contract.agreed_on,
            commissioner_amount,
            provider_amount,
            mismatch,
            agreed: round.map(|round| self.agreed_in_time(contract, round)),
        }
    }

    /// The years that have resources or contracts, and those that the round asks for
    /// once there are any.
    pub(super) fn years(&self, contracts: &[ContractLine]) -> Vec<YearLine> {
        let mut years: Vec<FinancialYear> = Vec::new();
        years.extend(self.planning.resources.iter().map(|one| one.year));
        years.extend(contracts.iter().map(|one| one.year));
        years.extend(self.planning.unread.iter().filter_map(|one| one.year));
        if !years.is_empty() || !self.planning.unread.is_empty() {
            years.extend(self.round.into_iter().flat_map(Round::years));
        }
        distinct(years)
            .into_iter()
            .map(|year| self.year(year, contracts))
            .collect()
    }

    fn year(&self, year: FinancialYear, contracts: &[ContractLine]) -> YearLine {
        let work = self.work;
        let (parts, resources) = self.resources(year);
        let own: Vec<&ContractLine> = contracts.iter().filter(|one| one.year == year).collect();
        let unread = self.unread(year, true);
        let sum = |label: &str, amount: &dyn Fn(&ContractLine) -> Option<Figure>| {
            if own.is_empty() && unread.is_empty() {
                return self.no_contracts(label, year);
            }
            let rules = [&readings::REGISTER];
            let mut sum = work.begin_sum(label.into(), &rules);
            for contract in &own {
                if let Some(amount) = amount(contract) {
                    sum.add_named(&contract.pair(), amount);
                }
            }
            for unread in &unread {
                sum.add(*unread);
            }
            sum.done()
        };
        let known_to = |who: KnownTo, amount: Option<Figure>, contract: &ContractLine| {
            amount.filter(|_| contract.known_to == who)
        };
        let commissioners = sum("What commissioners count", &|one| one.commissioner_amount);
        let providers = sum("What providers count", &|one| one.provider_amount);
        let mismatch = sum("Mismatches", &|one| one.mismatch);
        let commissioner_only = sum("Known to commissioners only", &|one| {
            known_to(KnownTo::Commissioner, one.commissioner_amount, one)
        });
        let provider_only = sum("Known to providers only", &|one| {
            known_to(KnownTo::Provider, one.provider_amount, one)
        });
        let left = |label: &str, counted| {
            work.difference(label.into(), &[&readings::RESOURCES], resources, counted)
        };
        let rules = [&readings::MISMATCH, &readings::ONE_SIDED];
        YearLine {
            year,
            parts,
            resources,
            contracts: own.len(),
            commissioners,
            providers,
            left_of_commissioners: left("Resources less what commissioners count", commissioners),
            left_of_providers: left("Resources less what providers count", providers),
            overstated: work.reckoned(
                "By how much the system's position is overstated".into(),
                &rules,
                &[
                    (false, mismatch),
                    (false, provider_only),
                    (true, commissioner_only),
                ],
            ),
            mismatch,
            commissioner_only,
            provider_only,
        }
    }

    /// The lines of a list that were left out of a year, each an amount not known: sums
    /// without them would pass for whole.
    pub(super) fn unread(&self, year: FinancialYear, are_contracts: bool) -> Vec<Figure> {
        let (list, what) = if are_contracts {
            ("contracts", "Contract")
        } else {
            ("resources", "Resources, line")
        };
        let all = self.planning.unread.iter();
        let own = all.filter(|one| one.is_contract == are_contracts && one.may_be_of(year));
        own.map(|one| self.left_out(what, list, one.place))
            .collect()
    }

    /// An empty register is not known.
    fn no_contracts(&self, label: &str, year: FinancialYear) -> Figure {
        let none = self.work.entered(
            format!("Contracts of {year}").as_str().into(),
            None,
            &|| format!("planning/contracts/{year}"),
        );
        let rules = [&readings::NO_CONTRACTS];
        self.work.sum(label.into(), &rules, &[none])
    }

    fn resources(&self, year: FinancialYear) -> (Vec<ResourceLine>, Figure) {
        let mut lines = Vec::new();
        let rules = [&readings::RESOURCES];
        let label = format!("Total resources of {year}");
        let own = format!("Resources of {year}");
        let mut sum = self.work.begin_sum(label.as_str().into(), &rules);
        for part in self
            .planning
            .resources
            .iter()
            .filter(|one| one.year == year)
        {
            let amount = self.work.entered(own.as_str().into(), part.amount, &|| {
                format!("planning/resources/{}/amount", part.place)
            });
            sum.add_named(&part.name, amount);
            lines.push(ResourceLine {
                place: part.place,
                name: part.name.clone(),
                amount,
            });
        }
        let unread = self.unread(year, false);
        let is_blank = lines.is_empty() && unread.is_empty();
        for unread in unread {
            sum.add(unread);
        }
        if is_blank {
            sum.add(self.work.entered(label.as_str().into(), None, &|| {
                format!("planning/resources/{year}")
            }));
        }
        (lines, sum.done())
    }
}
