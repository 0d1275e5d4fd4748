//! One organisation: its position, what it earns, and what hangs on it.

use super::control_total::Version;
use super::entitlement::Terms;
use super::figures::each_quarter;
use super::fund::Entitlement;
use super::matrix::Matrix;
use super::performance::MeasureResult;
use super::position::Position;
use super::year_end::YearEnd;
use crate::calendar::Quarter;
use crate::money::Money;
use crate::plan::{Organisation, Plan};
use crate::scheme::{Side, readings};
use crate::working::{Figure, Label, Test, Work};
use serde::Serialize;

/// An organisation's part of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Member {
    /// Its code, unique in the plan.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its side.
    pub side: Side,
    /// The code of its subdivision.
    pub subdivision: Option<String>,
    /// The share of its figures that counts here, where it is not the whole.
    pub share: Option<String>,
    /// The versions of its control total.
    pub versions: Vec<Version>,
    /// Where it stands.
    pub position: Position,
    /// Whether it has accepted, where the fund is for it.
    pub accepted: Option<Test>,
    /// Its performance, where a test applies to it.
    pub performance: Vec<MeasureResult>,
    /// What it earns, where the fund is for it.
    pub fund: Option<Entitlement>,
    /// What hangs on the finance test of each quarter: earned if it is met,
    /// missed if it falls a penny short. For a quarter still to come, at most.
    #[cfg_attr(
        feature = "browser",
        tsify(type = "[Figure, Figure, Figure, Figure] | null")
    )]
    pub what_hangs: Option<[Figure; 4]>,
    /// Own and system, met and missed.
    pub matrix: Option<Matrix>,
    /// The year's end, once all quarters have ended.
    pub year_end: Option<YearEnd>,
}

/// An organisation's inputs, at the desk where they become figures.
pub(super) struct Inputs<'a> {
    pub work: &'a Work,
    pub plan: &'a Plan,
    pub organisation: &'a Organisation,
}

impl Inputs<'_> {
    /// An amount that was entered, or the organisation's share of it.
    pub fn money(
        &self,
        label: Label<'_>,
        amount: Option<Money>,
        path: &dyn Fn() -> String,
    ) -> Figure {
        let entered = self.work.entered(label, amount, &|| self.path(&path()));
        match self.organisation.share {
            None => entered,
            Some(share) => self
                .work
                .share(label, entered, share, &[Some(&readings::COUNTED_ONCE)]),
        }
    }

    /// The path of a field of this organisation in the plan document.
    pub fn path(&self, field: &str) -> String {
        format!("organisations/{}/{field}", self.organisation.code)
    }

    /// Whether the fund pays this organisation.
    pub fn is_paid_by_the_fund(&self) -> bool {
        self.plan.scheme.pays(self.organisation.side)
    }

    /// The quarters that have ended by the plan's date.
    pub fn ended(&self) -> impl Iterator<Item = Quarter> {
        let ended = |quarter: &Quarter| self.plan.has_ended(*quarter);
        Quarter::ALL.into_iter().filter(ended)
    }

    fn accepted(&self) -> Test {
        self.work.answered(
            "Control total accepted".into(),
            &[&self.plan.scheme.acceptance],
            self.organisation.accepted,
            &|| self.path("accepted"),
        )
    }

    fn allocation(&self) -> Figure {
        if self.is_paid_by_the_fund() {
            self.money(
                "Allocation for the year".into(),
                self.organisation.allocation,
                &|| "allocation".to_owned(),
            )
        } else {
            self.work
                .nothing("Allocation for the year".into(), &[&readings::FUND_NOT_FOR])
        }
    }

    /// A commissioner's resource limit, once the plan gives any.
    fn resource_limit(&self) -> Option<Figure> {
        let mut organisations = self.plan.organisations.iter();
        let given = organisations.any(|organisation| organisation.resource_limit.is_some());
        let asked = given && self.organisation.side == Side::Commissioner;
        asked.then(|| {
            self.money(
                "Resource limit".into(),
                self.organisation.resource_limit,
                &|| "resource_limit".to_owned(),
            )
        })
    }

    /// Targets, positions and tests, before the fund.
    fn position(&self, versions: &[Version]) -> Option<Position> {
        let work = self.work;
        let scheme = self.plan.scheme;
        let original = versions.first()?.control_total;
        let in_force = versions.iter().find(|version| version.in_force)?;
        let control_total = in_force.control_total;
        let allocation = self.allocation();
        let target = each_quarter(&|quarter| self.target(quarter));
        let mut position = Position {
            control_total_after_fund: work.sum(
                "Control total after the fund".into(),
                &[&scheme.after_fund],
                &[control_total, allocation],
            ),
            original_control_total: original,
            allocation,
            actual: Vec::with_capacity(4),
            variance: Vec::with_capacity(4),
            met: Vec::with_capacity(4),
            actual_after_fund: Vec::with_capacity(4),
            forecast: None,
            forecast_variance: None,
            resource_limit: self.resource_limit(),
            variance_against_resources: None,
            control_total,
            target,
        };
        for (quarter, target) in self.ended().zip(position.target) {
            let label = ("Position to date, before the fund", quarter);
            let actual = self.year_to_date(label, &self.organisation.actual, quarter, &|| {
                "actual".to_owned()
            });
            let variance = ("Variance to date", quarter);
            let rules = [&readings::VARIANCE];
            position
                .variance
                .push(work.difference(variance.into(), &rules, actual, target));
            position.met.push(work.at_least(
                ("Control total met to date", quarter).into(),
                &[&scheme.finance_gate, &scheme.before_fund],
                actual,
                target,
            ));
            position.actual.push(actual);
        }
        if let Some(amount) = self.organisation.forecast {
            let forecast = self.money("Forecast before the fund".into(), Some(amount), &|| {
                "forecast".to_owned()
            });
            position.forecast_variance = Some(work.difference(
                "Forecast variance".into(),
                &[&readings::VARIANCE],
                forecast,
                position.control_total,
            ));
            position.forecast = Some(forecast);
        }
        position.variance_against_resources = position.against_resources(work);
        Some(position)
    }

    /// All there is to say of the organisation. The system's tests, by quarter,
    /// are needed where a share of the fund hangs on them.
    pub fn assess(&self, stance: Stance, system: &[Test]) -> Member {
        let Stance {
            versions,
            mut position,
            performance,
        } = stance;
        let accepted = self.is_paid_by_the_fund().then(|| self.accepted());
        let terms =
            accepted.map(|accepted| Terms::new(self, accepted, &position, &performance, system));
        let fund = terms.as_ref().map(Terms::entitlement);
        let matrix = terms.as_ref().map(Terms::matrix);
        let (fund, what_hangs) = match fund {
            Some((entitlement, hangs)) => (Some(entitlement), Some(hangs)),
            None => (None, None),
        };
        let year_end = self.year_end(&position, accepted, fund.as_ref());
        self.after_fund(&mut position, fund.as_ref(), year_end.as_ref());
        Member {
            code: self.organisation.code.clone(),
            name: self.organisation.name.clone(),
            side: self.organisation.side,
            subdivision: self.organisation.subdivision.clone(),
            share: self.organisation.share.map(|share| share.percentage()),
            versions,
            position,
            accepted,
            performance,
            fund,
            what_hangs,
            matrix,
            year_end,
        }
    }

    /// The position with what the fund has paid by each quarter's end, and at the
    /// year's end with the incentive.
    fn after_fund(
        &self,
        position: &mut Position,
        fund: Option<&Entitlement>,
        year_end: Option<&YearEnd>,
    ) {
        let rules = [&readings::POSITION_AFTER_FUND];
        for (quarter, actual) in self.ended().zip(position.actual.clone()) {
            let label = ("Position to date, after the fund", quarter);
            let after = match year_end {
                Some(year_end) if quarter == Quarter::Q4 => year_end.position_after_fund,
                _ => {
                    let mut sum = self.work.begin_sum(label.into(), &rules);
                    sum.add(actual);
                    if let Some(fund) = fund {
                        for paid in quarter.and_before() {
                            sum.add(fund.total.paid.of(paid));
                        }
                    }
                    sum.done()
                }
            };
            position.actual_after_fund.push(after);
        }
    }
}

/// Where an organisation stands before the fund is worked out: what the system's
/// own test is made from.
pub(super) struct Stance {
    pub versions: Vec<Version>,
    pub position: Position,
    pub performance: Vec<MeasureResult>,
}

impl Inputs<'_> {
    pub fn stance(&self) -> Option<Stance> {
        let versions = self.versions();
        let position = self.position(&versions)?;
        Some(Stance {
            performance: self.performance(),
            versions,
            position,
        })
    }
}
