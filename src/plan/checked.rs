//! The checked plan: every value in it was read, and blanks are blanks.

use super::document::PeriodFigures;
use crate::calendar::{Date, FinancialYear, Quarter};
use crate::money::{Money, Rate, Unit};
use crate::scheme::{Scheme, Side};
use crate::working::Performance;

/// A plan that the engine can assess. Built only by [`super::read`].
#[derive(Clone, Debug)]
pub struct Plan {
    /// A title for print.
    pub title: String,
    /// The rules it is assessed by.
    pub scheme: &'static Scheme,
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
    /// The parts of the area.
    pub subdivisions: Vec<Subdivision>,
    /// The organisations, each once, in the order entered.
    pub organisations: Vec<Organisation>,
}

impl Plan {
    /// The financial year.
    #[must_use]
    pub const fn year(&self) -> FinancialYear {
        self.scheme.year
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

/// A part of an area, with its members' control totals added up for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subdivision {
    /// The user's short code.
    pub code: String,
    /// Its name.
    pub name: String,
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
    /// The share of its figures that counts here, where it is not the whole.
    pub share: Option<Rate>,
    /// The control total issued for the year.
    pub control_total: ControlTotal,
    /// Later versions, oldest first.
    pub revisions: Vec<Revision>,
    /// The year's allocation from the fund.
    pub allocation: Option<Money>,
    /// Whether it has accepted its control total.
    pub accepted: Option<bool>,
    /// Its position before the fund.
    pub actual: Profile,
    /// Its forecast for the year, before the fund.
    pub forecast: Option<Money>,
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
    /// Milestones reached or not, by name.
    pub milestones: Vec<(String, bool)>,
}
