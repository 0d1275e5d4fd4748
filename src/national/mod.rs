//! Several systems' plans rolled up to regions and to England (J16): both sides'
//! control totals, positions and money, and whether each side still balances after the
//! systems' flexes.
//!
//! Every figure is made from the systems' own assessments; how those were made is told
//! by each plan's own working.

mod answer;
mod balance;
mod files;
mod row;
mod shared;

pub use balance::{Balance, Breaks};
pub use files::{File, LeftOut};
pub use row::{Row, SideFigures};

use crate::assess::Missing;
use crate::calendar::{FinancialYear, Quarter};
use crate::money::Unit;
use crate::scheme::round_of;
use crate::working::{Record, Work, Working, figure_at, with_values};
use files::{Files, Read};
use row::Desk;
use serde::Serialize;
use serde_json::Value;

/// Several systems' plans together. Figures stand in it by their places in the ledger;
/// [`RollUp::plain`] writes it out with their values.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct RollUp {
    /// Always `control-total-roll-up`.
    pub kind: &'static str,
    /// The version of this form.
    pub version: u32,
    /// The program's version.
    pub program: &'static str,
    /// The financial year.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub year: FinancialYear,
    /// The rules by which all plans are assessed.
    pub rules: String,
    /// What the target is called.
    pub target: &'static str,
    /// The funds' short names in words; empty where no money hangs on the target.
    pub fund: String,
    /// The unit to show amounts in: that of the first plan.
    pub unit: Unit,
    /// How many plans have made-up figures.
    pub illustrative: usize,
    /// Where the plans stand.
    pub standing: Standing,
    /// The quarter to whose end positions are given, if all plans stand at the same.
    pub to: Option<Quarter>,
    /// Each system, by code and name.
    pub systems: Vec<Row>,
    /// The regions, where the areas are published and lie in several.
    pub regions: Vec<Row>,
    /// All systems together.
    pub all: Row,
    /// Whether both sides balance after the flexes.
    pub balance: Balance,
    /// The files that are not counted, with the reasons.
    pub left_out: Vec<LeftOut>,
    /// The figures of the systems that are not known.
    pub missing: Vec<Missing>,
    /// The answer in sentences.
    pub answer: Vec<String>,
    /// The values of all figures and tests.
    #[serde(skip)]
    pub record: Record,
}

/// Where the plans of a roll-up stand in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Standing {
    /// All at the end of one quarter.
    Same,
    /// All before the end of the first.
    Before,
    /// At the ends of different quarters: positions are not added.
    Different,
}

/// Rolls up the plan documents in these files; what can't be counted is left out and
/// named.
///
/// # Errors
/// Why each file is left out, where all of them are.
pub fn roll_up(files: &[File<'_>]) -> Result<RollUp, Vec<LeftOut>> {
    rolled_up(Work::quick(0), files)
}

/// How the figure or test at this path of the plain form was made, down to the figures
/// of the systems; a system goes by its code in a path.
#[must_use]
pub fn unfold_roll_up(files: &[File<'_>], path: &str) -> Option<Working> {
    let recorded = rolled_up(Work::recorded(), files).ok()?;
    let form = serde_json::to_value(&recorded).ok()?;
    recorded.record.unfold(figure_at(&form, path)?)
}

/// The same, by its place in the ledger.
#[must_use]
pub fn unfold_roll_up_at(files: &[File<'_>], place: u32) -> Option<Working> {
    rolled_up(Work::recorded(), files)
        .ok()?
        .record
        .unfold(place)
}

fn rolled_up(mut work: Work, files: &[File<'_>]) -> Result<RollUp, Vec<LeftOut>> {
    let Files { read, left_out } = Files::of(files);
    let Some(first) = read.first() else {
        return Err(left_out);
    };
    let plan = &first.plan;
    work.speak(plan.wording());
    let desk = Desk {
        work: &work,
        to: quarter(&read).1,
    };
    let systems: Vec<Row> = read.iter().map(|one| desk.system(one)).collect();
    let all = desk.sum("all", "All systems", &systems.iter().collect::<Vec<_>>());
    let regions = desk.regions(&systems);
    let balance = Balance::of(&work, round_of(plan.year()), &all, &systems);
    let (standing, to) = quarter(&read);
    let record = work.into_record();
    let mut result = RollUp {
        kind: "control-total-roll-up",
        version: 1,
        program: crate::VERSION,
        year: plan.year(),
        rules: first.assessment.scheme.name.clone(),
        target: plan.scheme.target,
        fund: if plan.has_fund() {
            plan.funds_in_words()
        } else {
            String::new()
        },
        unit: plan.unit,
        illustrative: read.iter().filter(|one| one.plan.illustrative).count(),
        standing,
        to,
        systems,
        regions,
        all,
        balance,
        left_out,
        missing: record.missing.iter().map(Missing::from).collect(),
        answer: Vec::new(),
        record,
    };
    result.answer = result.said(shared::remarks(&read, result.unit));
    Ok(result)
}

/// Where all plans stand, and the quarter to whose end they give their positions.
fn quarter(read: &[Read]) -> (Standing, Option<Quarter>) {
    let mut ended = read.iter().map(|one| one.assessment.quarters_ended);
    let first = ended.next().unwrap_or_default();
    if !ended.all(|other| other == first) {
        return (Standing::Different, None);
    }
    let last = first.checked_sub(1);
    match last.and_then(|last| Quarter::ALL.get(last)) {
        Some(quarter) => (Standing::Same, Some(*quarter)),
        None => (Standing::Before, None),
    }
}

impl RollUp {
    /// Its JSON form with values, as that of an assessment.
    #[must_use]
    pub fn plain(&self) -> Value {
        let form = serde_json::to_value(self).unwrap_or_default();
        with_values(&form, &self.record.ledger)
    }
}
