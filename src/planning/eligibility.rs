//! Whether an area may take on a system control total (J5): for each year of the round
//! by itself, every contract agreed by the deadline, and both sides' sums within the
//! resources.

use super::contracts::{ContractLine, YearLine};
use super::desk::Desk;
use crate::calendar::{Date, FinancialYear};
use crate::plan::{Contract, ContractStatus, KnownTo};
use crate::scheme::{Round, readings};
use crate::working::{Figure, Test};
use serde::Serialize;

/// Whether the area is eligible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AreaEligibility {
    /// The deadline for contracts; nothing where it can't be read.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub deadline: Option<Date>,
    /// Days to go until then, if today is given; below nothing when it is past.
    pub days_to_go: Option<i32>,
    /// Each year of the round.
    pub years: Vec<YearEligibility>,
    /// Whether all years are.
    pub eligible: Test,
}

/// Whether a year is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct YearEligibility {
    /// The year.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub year: FinancialYear,
    /// Every contract was agreed by the deadline.
    pub agreed: Test,
    /// What commissioners count is within the resources.
    pub commissioners_within: Test,
    /// What providers count is.
    pub providers_within: Test,
    /// All of it.
    pub eligible: Test,
}

impl Desk<'_> {
    pub(super) fn eligibility(
        &self,
        years: &[YearLine],
        contracts: &[ContractLine],
    ) -> Option<AreaEligibility> {
        let round = self.round.filter(|_| !years.is_empty())?;
        let deadline = self.day_of("contracts");
        let asked = years.iter().filter(|one| round.covers(one.year));
        let years: Vec<YearEligibility> = asked
            .map(|year| self.year_eligibility(round, year, contracts))
            .collect();
        let each: Vec<Test> = years.iter().map(|one| one.eligible).collect();
        Some(AreaEligibility {
            deadline,
            days_to_go: self.days_to_go(deadline),
            eligible: self.work.all_of(
                round.system_control_total.name.into(),
                &[&round.system_control_total],
                &each,
            ),
            years,
        })
    }

    fn year_eligibility(
        &self,
        round: &'static Round,
        line: &YearLine,
        contracts: &[ContractLine],
    ) -> YearEligibility {
        let work = self.work;
        let year = line.year;
        let own: Vec<&ContractLine> = contracts.iter().filter(|one| one.year == year).collect();
        let mut agreed: Vec<Test> = own.iter().filter_map(|one| one.agreed).collect();
        let unread = self.unread(year, true);
        for one in self
            .planning
            .unread
            .iter()
            .filter(|one| one.is_contract && one.may_be_of(year))
        {
            let label = format!(
                "Contract {}, which is left out",
                one.place.saturating_add(1)
            );
            agreed.push(work.answered(label.as_str().into(), &[], None, &|| {
                format!("planning/contracts/{}", one.place)
            }));
        }
        if own.is_empty() && unread.is_empty() {
            let label = format!("Contracts of {year}");
            let rules = [&readings::NO_CONTRACTS];
            agreed.push(work.answered(label.as_str().into(), &rules, None, &|| {
                format!("planning/contracts/{year}")
            }));
        }
        let agreed = work.all_of(
            format!("{}, {year}", round.contracts_agreed.name)
                .as_str()
                .into(),
            &[&round.contracts_agreed, &readings::CONTRACT_AGREED],
            &agreed,
        );
        let within = |side: &str, sum: Figure, amount: &dyn Fn(&ContractLine) -> Option<Figure>| {
            let mut parts: Vec<Figure> = own.iter().filter_map(|one| amount(one)).collect();
            if own.is_empty() && unread.is_empty() {
                parts.push(sum);
            }
            parts.extend(&unread);
            work.within(
                format!("What {side} count is within the resources of {year}")
                    .as_str()
                    .into(),
                &[&round.within_resources, &readings::PARTIAL_SUMS],
                &parts,
                line.resources,
            )
        };
        let commissioners_within = within("commissioners", line.commissioners, &|one| {
            one.commissioner_amount
        });
        let providers_within = within("providers", line.providers, &|one| one.provider_amount);
        YearEligibility {
            year,
            agreed,
            commissioners_within,
            providers_within,
            eligible: work.all_of(
                format!("{}, {year}", round.system_control_total.name)
                    .as_str()
                    .into(),
                &[&round.system_control_total],
                &[agreed, commissioners_within, providers_within],
            ),
        }
    }

    /// Whether a contract was agreed on or before the deadline.
    pub(super) fn agreed_in_time(&self, contract: &Contract, round: &'static Round) -> Test {
        let deadline = self.day_of("contracts");
        let at = |field: &str| format!("planning/contracts/{}/{field}", contract.place);
        // What only one side knows of is agreed by nobody.
        let is_known = contract.known_to == KnownTo::Both;
        let (answer, path) = match (contract.status, deadline) {
            (_, None) => (None, "planning/dates/contracts".to_owned()),
            (None, _) if is_known => (None, at("status")),
            (Some(ContractStatus::Agreed), Some(deadline)) if is_known => {
                let answer = match contract.agreed_on {
                    // A day that has not come yet is a slip, or a hope.
                    Some(day) if self.is_to_come(day) == Some(true) => {
                        let passed = self.has_passed(deadline) == Some(true);
                        passed.then_some(false)
                    }
                    Some(day) => Some(day <= deadline),
                    // What is agreed by today was agreed in time, whatever the day.
                    None => (self.has_passed(deadline) == Some(false)).then_some(true),
                };
                (answer, at("agreed_on"))
            }
            (_, Some(deadline)) => match self.has_passed(deadline) {
                Some(true) => (Some(false), at("status")),
                Some(false) => (None, at(if is_known { "status" } else { "known_to" })),
                None => (None, "planning/today".to_owned()),
            },
        };
        let pair = format!(
            "{} and {}",
            self.name_of(&contract.commissioner),
            self.name_of(&contract.provider)
        );
        let year = contract.year;
        let label = match (contract.status, contract.agreed_on) {
            (Some(ContractStatus::Agreed), Some(day)) if is_known => {
                format!("{pair} agreed for {year} on {}", day.in_words())
            }
            (Some(ContractStatus::Agreed), None) if is_known => {
                format!("Day on which {pair} agreed for {year}")
            }
            _ if path == "planning/today" => "Today".to_owned(),
            _ => format!("Whether {pair} have agreed for {year}"),
        };
        let mut rules = vec![&round.contracts_agreed, &readings::CONTRACT_AGREED];
        let is_published = !self.sets_day_of("contracts");
        rules.extend(
            round
                .milestone("contracts")
                .filter(|_| is_published)
                .map(|deadline| &deadline.rule),
        );
        self.work
            .answered(label.as_str().into(), &rules, answer, &|| path.clone())
    }
}
