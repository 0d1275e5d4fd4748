//! Which finance test decides about each quarter's money: the quarter's own, the
//! one before, or none.

use super::position::Position;
use crate::calendar::Quarter;
use crate::plan::Plan;
use crate::scheme::{Earning, Tested};
use crate::working::{Test, Work};

/// The deciding test of each quarter that has ended; none where nothing is tested.
pub(super) type Decisions = Vec<Option<Test>>;

/// The finance tests by which a fund may be decided.
pub(super) struct FinanceTests<'a> {
    /// For the year to date, at each quarter's end.
    pub to_date: &'a [Test],
    /// By the forecast as it stood then.
    pub by_forecast: &'a [Test],
}

impl<'a> From<&'a Position> for FinanceTests<'a> {
    fn from(position: &'a Position) -> Self {
        Self {
            to_date: &position.met,
            by_forecast: &position.met_by_forecast,
        }
    }
}

/// The test at whose quarter end a quarter's money is decided.
pub(super) fn decisions(
    work: &Work,
    plan: &Plan,
    earning: &'static Earning,
    tests: &FinanceTests<'_>,
) -> Decisions {
    let mut decisions = Vec::with_capacity(4);
    for quarter in Quarter::ALL {
        if plan.has_ended(quarter) {
            decisions.push(decision(work, plan, earning, tests, quarter));
        }
    }
    decisions
}

/// The test that decides about a quarter's money; none where nothing is tested.
pub(super) fn decision(
    work: &Work,
    plan: &Plan,
    earning: &'static Earning,
    tests: &FinanceTests<'_>,
    quarter: Quarter,
) -> Option<Test> {
    let end = match earning.delivery.tested {
        Tested::Quarter => Some(quarter),
        Tested::QuarterBefore => quarter.before(),
        Tested::Never => None,
    };
    end.and_then(|end| test_at(work, plan, earning, tests, end))
}

fn test_at(
    work: &Work,
    plan: &Plan,
    earning: &'static Earning,
    tests: &FinanceTests<'_>,
    end: Quarter,
) -> Option<Test> {
    let at = |tests: &[Test]| tests.get(end.index()).copied();
    let Some(by_forecast) = &earning.by_forecast else {
        return at(tests.to_date);
    };
    match plan.value(by_forecast) {
        Some(false) => at(tests.to_date),
        Some(true) => at(tests.by_forecast),
        None => {
            let rule = &by_forecast.rule;
            Some(work.unset(rule.name.into(), rule))
        }
    }
}
