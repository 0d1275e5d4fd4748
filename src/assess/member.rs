//! One organisation: its position, what it earns, and what hangs on it.

use super::allocation::Allotted;
use super::conditions::{Eligibility, Standing};
use super::control_total::Version;
use super::fund::Entitlement;
use super::matrix::Matrix;
use super::performance::MeasureResult;
use super::position::Position;
use super::several_funds::together;
use super::statement::{StatementResult, Subject};
use super::system::SystemStance;
use super::terms::{Earned, Terms};
use super::year_end::YearEnd;
use crate::calendar::Quarter;
use crate::money::Money;
use crate::plan::{Organisation, Plan};
use crate::scheme::{Rule, Side, Whose, readings};
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
    /// Whether it is in each fund that is for it.
    pub eligibility: Vec<Eligibility>,
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
    /// What the system's miss costs it if it meets its own total, for the whole year.
    pub neighbours_cost: Option<Figure>,
    /// The year's end, once all quarters have ended.
    pub year_end: Option<YearEnd>,
    /// What is accrued of the fund's money by the plan's date, where it comes month
    /// by month.
    pub accrued: Option<Figure>,
    /// What the rules reckon of it beside the fund.
    pub statements: Vec<StatementResult>,
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
        let rules = [Some(&readings::COUNTED_ONCE)];
        match self.organisation.share {
            None => entered,
            Some(Some(share)) => self.work.share(label, entered, share, &rules),
            Some(None) => {
                let unread = "Share that counts here".into();
                self.work.entered(unread, None, &|| self.path("share"))
            }
        }
    }

    /// The path of a field of this organisation in the plan document.
    pub fn path(&self, field: &str) -> String {
        format!("organisations/{}/{field}", self.organisation.code)
    }

    /// The quarters that have ended by the plan's date.
    pub fn ended(&self) -> impl Iterator<Item = Quarter> {
        let ended = |quarter: &Quarter| self.plan.has_ended(*quarter);
        Quarter::ALL.into_iter().filter(ended)
    }

    /// Whether the organisation has accepted its control total.
    pub fn accepted(&self, rule: &'static Rule) -> Test {
        self.work.answered(
            "Control total accepted".into(),
            &[rule],
            self.organisation.accepted,
            &|| self.path("accepted"),
        )
    }

    /// Whether the organisation says that it meets a condition.
    pub fn answered(&self, condition: &'static str, rule: &'static Rule) -> Test {
        let mut answers = self.organisation.answers.iter();
        let answer = answers.find(|(id, _)| *id == condition);
        let answer = answer.map(|(_, answer)| *answer);
        self.work.answered(rule.name.into(), &[rule], answer, &|| {
            self.path(&format!("answers/{condition}"))
        })
    }

    /// Whether a plan is at break-even or better.
    pub fn balances(&self, plan: Figure, rule: &'static Rule) -> Test {
        let rules = [rule];
        let balance = self.work.nothing("Break-even".into(), &rules);
        self.work.at_least(rule.name.into(), &rules, plan, balance)
    }

    /// All there is to say of the organisation, with the system's own tests.
    pub fn assess(&self, stance: Stance, system: &SystemStance) -> Member {
        let Stance {
            versions,
            mut position,
            performance,
            allotted,
        } = stance;
        let standing = Standing {
            position: &position,
            system_after_fund: system.control_total_after_fund,
        };
        let mut eligibility = Vec::with_capacity(allotted.len());
        let mut earned = Vec::with_capacity(allotted.len());
        for allotted in allotted {
            let eligible = self.eligibility(&allotted, &standing);
            let terms = Terms::new(
                self,
                allotted,
                eligible.met,
                &position,
                &performance,
                system,
            );
            earned.push(terms.earned());
            eligibility.push(eligible);
        }
        let incentive = self.incentives(&position, &earned);
        let accrued = self.accrued(&position, &earned);
        let earned = together(self.work, earned);
        let fund = earned.as_ref().map(|earned| &earned.entitlement);
        let year_end = self.year_end(&position, fund, incentive);
        self.after_fund(&mut position, earned.as_ref(), year_end.as_ref());
        let statements = self.statements(&position, fund, system.latest_met());
        Member {
            code: self.organisation.code.clone(),
            name: self.organisation.name.clone(),
            side: self.organisation.side,
            subdivision: self.organisation.subdivision.clone(),
            share: self
                .organisation
                .share
                .flatten()
                .map(|share| share.percentage()),
            versions,
            position,
            eligibility,
            performance,
            year_end,
            accrued,
            statements,
            what_hangs: earned.as_ref().map(|earned| earned.what_hangs),
            neighbours_cost: earned.as_ref().map(|earned| earned.neighbours_cost),
            matrix: earned.as_ref().and_then(|earned| earned.matrix.clone()),
            fund: earned.map(|earned| earned.entitlement),
        }
    }

    fn statements(
        &self,
        position: &Position,
        fund: Option<&Entitlement>,
        system_met: Option<Test>,
    ) -> Vec<StatementResult> {
        let subject = Subject {
            work: self.work,
            plan: self.plan,
            whose: match self.organisation.side {
                Side::Provider => Whose::Provider,
                Side::Commissioner => Whose::Commissioner,
            },
            amounts: &self.organisation.amounts,
            answers: &self.organisation.answers,
            money: &|label, amount, field| self.money(label, amount, field),
            path: &|field| self.path(field),
            position,
            paid: Some(fund.map_or_else(
                || self.work.nothing("Paid".into(), &[&readings::FUND_NOT_FOR]),
                |fund| fund.total.paid.year,
            )),
            missed: fund.map(|fund| fund.total.missed.year),
            system_met,
        };
        subject.statements()
    }

    /// Target and position with the fund's money by each quarter's end, and the
    /// position at the year's end with the incentive.
    fn after_fund(
        &self,
        position: &mut Position,
        fund: Option<&Earned>,
        year_end: Option<&YearEnd>,
    ) {
        let work = self.work;
        for quarter in self.ended() {
            let index = quarter.index();
            let (Some(target), Some(actual)) =
                (position.target.get(index), position.actual.get(index))
            else {
                continue;
            };
            let target = self.with_money(
                ("Target to date, after the fund", quarter),
                *target,
                fund.map(|fund| fund.entitlement.total.available.to_date(quarter)),
            );
            let actual = match year_end {
                Some(year_end) if quarter == Quarter::Q4 => year_end.position_after_fund,
                _ => self.with_money(
                    ("Position to date, after the fund", quarter),
                    *actual,
                    fund.map(|fund| vec![quarter.own(fund.paid_to_date)]),
                ),
            };
            position.target_after_fund.push(target);
            position.actual_after_fund.push(actual);
            position.variance_after_fund.push(work.difference(
                ("Variance to date, after the fund", quarter).into(),
                &[&readings::VARIANCE],
                actual,
                target,
            ));
        }
    }

    /// An amount with the fund's money.
    fn with_money(
        &self,
        label: (&str, Quarter),
        before: Figure,
        money: Option<Vec<Figure>>,
    ) -> Figure {
        let mut parts = vec![before];
        parts.extend(money.into_iter().flatten());
        let rules = [&readings::POSITION_AFTER_FUND];
        self.work.sum(label.into(), &rules, &parts)
    }
}

/// Where an organisation stands before the fund is worked out: what the system's
/// own test is made from.
pub(super) struct Stance {
    pub versions: Vec<Version>,
    pub position: Position,
    pub performance: Vec<MeasureResult>,
    pub allotted: Vec<Allotted>,
}

impl Inputs<'_> {
    pub fn stance(&self) -> Option<Stance> {
        let versions = self.versions();
        let original = versions.first()?.control_total;
        let in_force = versions.iter().find(|version| version.in_force)?;
        let control_total = self.flexed(in_force.control_total);
        let allotted = self.allotted(control_total);
        let allocation = self.allocated(&allotted);
        Some(Stance {
            performance: self.performance(),
            position: self.position((original, control_total), allocation),
            versions,
            allotted,
        })
    }
}
