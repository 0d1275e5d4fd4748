//! The checked plan: every value in it was read, and blanks are blanks.

mod planning;

pub use planning::{
    Bid, Capital, CapitalBid, CapitalStatus, Contract, ContractStatus, CouncilKind, CouncilLine,
    Envelope, FitMethod, KnownTo, MOST_CAPITAL_BIDS, Partnership, Planning, Programme, Proposal,
    ProposalKind, Resource, Unread, Worth,
};

use super::document::PeriodFigures;
use crate::calendar::{Date, FinancialYear, Quarter};
use crate::facts;
use crate::money::{Money, Rate, Unit};
use crate::scheme::{Earning, Parameter, Rule, STATEMENTS, Scheme, Side, Statement, Value, Valued};
use crate::working::{Performance, Wording};

/// A plan that the engine can assess. Built only by [`super::read`].
#[derive(Clone, Debug)]
pub struct Plan {
    /// A title for print.
    pub title: String,
    /// The rules it is assessed by: one scheme, or all of its year that ran.
    pub schemes: Vec<&'static Scheme>,
    /// The first of them, whose rules of the control total itself hold for all.
    pub scheme: &'static Scheme,
    /// Parameters that are other in this plan than published.
    pub changes: Vec<Change>,
    /// The unit it is shown in.
    pub unit: Unit,
    /// The day on which it stands; `None` means the year's end.
    pub as_at: Option<Date>,
    /// Whether its figures are made up.
    pub illustrative: bool,
    /// What a reader should know.
    pub note: String,
    /// The area's name.
    pub area: String,
    /// Its code in capitals, if one is given.
    pub area_code: String,
    /// Amounts asked of the system as a whole, by their ids; none where one can't be read.
    pub amounts: Vec<(&'static str, Option<Money>)>,
    /// Answers asked of the system as a whole, by their ids.
    pub answers: Vec<(&'static str, bool)>,
    /// The parts of the area.
    pub subdivisions: Vec<Subdivision>,
    /// Changes of individual control totals, each neutral for the system.
    pub flexes: Vec<Flex>,
    /// What the area decides in the planning round; nothing where nothing was entered.
    pub planning: Option<Box<Planning>>,
    /// The organisations, each once, in the order entered.
    pub organisations: Vec<Organisation>,
}

impl Plan {
    /// The financial year.
    #[must_use]
    pub const fn year(&self) -> FinancialYear {
        self.scheme.year
    }

    /// The value of a parameter: the plan's own, else the published one; none
    /// where it is asked and not set yet.
    #[must_use]
    pub fn value<T: Valued>(&self, parameter: &Parameter<T>) -> Option<T> {
        let mut changes = self.changes.iter();
        let change = changes.find(|change| change.rule.id == parameter.rule.id);
        match change {
            Some(change) => T::of(change.value),
            None => parameter.value,
        }
    }

    /// The statements that are reckoned beside its schemes.
    pub fn statements(&self) -> impl Iterator<Item = &'static Statement> {
        let beside = |statement: &&Statement| {
            let mut schemes = self.schemes.iter();
            schemes.any(|scheme| statement.is_beside(scheme))
        };
        STATEMENTS.iter().filter(beside)
    }

    /// The share or multiple of a statement's line: the plan's own, else the
    /// published one.
    #[must_use]
    pub fn rate_of(&self, rule: &Rule, published: Rate) -> Rate {
        let mut changes = self.changes.iter();
        let change = changes.find(|change| change.rule.id == rule.id);
        change
            .and_then(|change| <Rate as Valued>::of(change.value))
            .unwrap_or(published)
    }

    /// The funds that pay organisations of a side.
    pub fn funds_for(
        &self,
        side: Side,
    ) -> impl Iterator<Item = (&'static Scheme, &'static Earning)> {
        let schemes = self.schemes.iter().copied();
        let funds = schemes.filter_map(|scheme| Some((scheme, scheme.earning.as_ref()?)));
        funds.filter(move |(_, earning)| earning.pays.contains(&side))
    }

    /// The short names of its funds in words: `PSF, FRF and MRET`.
    #[must_use]
    pub fn funds_in_words(&self) -> String {
        in_words(self.schemes.iter().map(|scheme| scheme.fund).collect())
    }

    /// Whether any money hangs on the target.
    #[must_use]
    pub fn has_fund(&self) -> bool {
        self.schemes.iter().any(|scheme| scheme.earning.is_some())
    }

    /// What its year calls things.
    #[must_use]
    pub fn wording(&self) -> Wording {
        Wording {
            target: self.scheme.target,
            has_fund: self.has_fund(),
        }
    }

    /// What its year calls an area: `footprint`, `STP`, `board`; and several.
    #[must_use]
    pub fn area_words(&self) -> (&'static str, &'static str) {
        facts::geography(self.year()).map_or(("area", "areas"), |geography| {
            (geography.area_word(), geography.areas_word())
        })
    }

    /// Whether one of its funds is decided by forecast.
    #[must_use]
    pub fn decides_by_forecast(&self) -> bool {
        self.schemes.iter().any(|scheme| {
            let earning = scheme.earning.as_ref();
            let by_forecast = earning.and_then(|earning| earning.by_forecast.as_ref());
            by_forecast.and_then(|parameter| self.value(parameter)) == Some(true)
        })
    }

    /// How many months of a quarter, 0 to 3, have ended by the plan's date.
    #[must_use]
    pub fn months_ended_in(&self, quarter: Quarter) -> usize {
        const MONTHS: usize = 3;
        let ended = self
            .as_at
            .map_or(12, |day| self.year().months_ended_by(day));
        let before = quarter.index().saturating_mul(MONTHS);
        ended.saturating_sub(before).min(MONTHS)
    }

    /// Whether a quarter has ended by the plan's date.
    #[must_use]
    pub fn has_ended(&self, quarter: Quarter) -> bool {
        match (self.as_at, self.year().last_day(quarter)) {
            (Some(as_at), Some(last_day)) => last_day <= as_at,
            _ => true,
        }
    }
}

/// Names in words: `PSF, FRF and MRET`.
pub(crate) fn in_words(mut names: Vec<&str>) -> String {
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        last => last.unwrap_or_default().to_owned(),
    }
}

/// Years as they stand in a sentence.
pub(crate) fn years_in_words(years: impl Iterator<Item = FinancialYear>) -> String {
    let years: Vec<String> = years.map(|year| year.to_string()).collect();
    in_words(years.iter().map(String::as_str).collect())
}

/// A parameter of the rules that the plan changes.
#[derive(Clone, Debug)]
pub struct Change {
    /// The parameter's rule.
    pub rule: &'static Rule,
    /// The value in this plan.
    pub value: Value,
    /// The value as typed.
    pub typed: String,
}

/// A part of an area, with its members' control totals added up for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subdivision {
    /// The user's short code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A change of individual control totals that leaves the system's as it is.
#[derive(Clone, Debug)]
pub struct Flex {
    /// The quarter from which it counts.
    pub from: Quarter,
    /// Its place among the document's flexes, from 0.
    pub place: usize,
    /// The organisations' codes, and by how much their control totals move.
    pub moves: Vec<(String, Money)>,
}

/// An organisation and its figures.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its code, unique in the plan.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its side.
    pub side: Side,
    /// The code of its subdivision.
    pub subdivision: Option<String>,
    /// The share of its figures that counts here, where it is not the whole; none inside where
    /// it can't be read.
    pub share: Option<Option<Rate>>,
    /// The control total issued for the year.
    pub control_total: ControlTotal,
    /// Later versions, oldest first.
    pub revisions: Vec<Revision>,
    /// The year's allocations, by the fund's short name.
    pub allocations: Vec<(&'static str, Money)>,
    /// Whether it has accepted its control total.
    pub accepted: Option<bool>,
    /// What it answers yes or no, by the ids of conditions and lines.
    pub answers: Vec<(&'static str, bool)>,
    /// The amounts of statements' lines that are entered, by their ids; none where one can't be
    /// read.
    pub amounts: Vec<(&'static str, Option<Money>)>,
    /// Its position before the fund.
    pub actual: Profile,
    /// Its forecast for the year, before the fund.
    pub forecast: Option<Money>,
    /// The same as it stood at each quarter's end.
    pub forecasts: [Option<Money>; 4],
    /// The over-delivery agreed.
    pub agreed_improvement: Option<Money>,
    /// Bonus or general distribution.
    pub bonus: Option<Money>,
    /// A commissioner's resource limit.
    pub resource_limit: Option<Money>,
    /// Its performance by the id of each measure that applies to it.
    pub performance: Vec<(&'static str, Measured)>,
}

/// A control total agreed during the year.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The day from which it counts.
    pub from: Date,
    /// Its place among the document's revisions, from 0.
    pub place: usize,
    /// The control total.
    pub control_total: ControlTotal,
}

/// A control total before the fund, and its spread over the year.
#[derive(Clone, Debug, Default)]
pub struct ControlTotal {
    /// The amount for the year.
    pub amount: Option<Money>,
    /// Its spread.
    pub profile: Profile,
    /// The spread to assume where no profile is given.
    pub spread: Option<Spread>,
}

/// A spread to be assumed, when the user asks for one.
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
pub enum Spread {
    /// A quarter of the year in each quarter.
    StraightLine,
    /// In the shares of the fund's phasing.
    FundPhasing,
}

/// Amounts by quarter or month, each entered or blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Profile {
    /// By quarter.
    Quarters(PeriodFigures, [Option<Money>; 4]),
    /// By month.
    Months(PeriodFigures, [Option<Money>; 12]),
}

impl Default for Profile {
    fn default() -> Self {
        Self::Quarters(PeriodFigures::YearToDate, [None; 4])
    }
}

impl Profile {
    /// Whether nothing at all was entered.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Quarters(_, amounts) => amounts.iter().all(Option::is_none),
            Self::Months(_, amounts) => amounts.iter().all(Option::is_none),
        }
    }

    /// The year to date at the year's end, if all that it takes was entered.
    #[must_use]
    pub fn whole_year(&self) -> Option<Money> {
        match self {
            Self::Quarters(PeriodFigures::YearToDate, [.., last]) => *last,
            Self::Months(PeriodFigures::YearToDate, [.., last]) => *last,
            Self::Quarters(PeriodFigures::InPeriod, amounts) => amounts.iter().copied().sum(),
            Self::Months(PeriodFigures::InPeriod, amounts) => amounts.iter().copied().sum(),
        }
    }
}

/// Performance by quarter, this year and last.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// This year's.
    pub quarters: [Option<Performance>; 4],
    /// The year before's.
    pub last_year: [Option<Performance>; 4],
    /// March's alone.
    pub march: Option<Performance>,
    /// Whether anything of March's was entered: then the quarter does not stand for it.
    pub march_is_entered: bool,
    /// The agreed trajectory.
    pub trajectory: [Option<Rate>; 4],
    /// The quarters for which an appeal was won or not.
    pub appeals: [Option<bool>; 4],
    /// Milestones reached or not, by name.
    pub milestones: Vec<(String, bool)>,
}
