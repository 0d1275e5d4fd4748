//! Groups of organisations: the system, its sides and its subdivisions (C2).

use super::figures::ByQuarter;
use super::fund::{Element, ElementRows, Entitlement, FundRows};
use super::member::Member;
use super::position::Position;
use super::statement::{StatementResult, Subject};
use super::year_end::YearEnd;
use crate::calendar::Quarter;
use crate::plan::Plan;
use crate::scheme::{Rule, Whose, readings};
use crate::working::{Figure, Label, Test, Work};
use serde::Serialize;

/// What a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum GroupKind {
    /// All organisations of the plan.
    System,
    /// Its providers, or its commissioners.
    Side,
    /// One of its subdivisions.
    Subdivision,
}

/// A group's figures: the sums of its members'.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Group {
    /// What it is.
    pub kind: GroupKind,
    /// `system`, `provider`, `commissioner`, or the subdivision's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many organisations are in it.
    pub members: usize,
    /// How many meet their own control total at the last quarter end.
    pub members_met: usize,
    /// How many miss it.
    pub members_missed: usize,
    /// Of how many that is not known.
    pub members_not_known: usize,
    /// Where it stands.
    pub position: Position,
    /// What it earns.
    pub fund: Entitlement,
    /// The year's end, once all quarters have ended.
    pub year_end: Option<YearEnd>,
    /// What the rules reckon of the system beside the fund; none for its parts.
    pub statements: Vec<StatementResult>,
}

impl Group {
    /// Adds its members up.
    pub(super) fn of(
        work: &Work,
        plan: &Plan,
        identity: (GroupKind, &str, &str),
        members: &[&Member],
    ) -> Self {
        let mut positions: Named<'_, Position> = Vec::new();
        let mut funds: Named<'_, Entitlement> = Vec::new();
        let mut year_ends: Named<'_, YearEnd> = Vec::new();
        for member in members {
            let name = member.name.as_str();
            positions.push((name, &member.position));
            funds.extend(member.fund.as_ref().map(|fund| (name, fund)));
            year_ends.extend(member.year_end.as_ref().map(|end| (name, end)));
        }
        let mut position = sum_positions(work, plan, &positions);
        after_fund(work, plan, &positions, &mut position);
        let count = |wanted: Option<bool>| {
            let met = |member: &&&Member| {
                let test = member.position.latest_met();
                test.is_some_and(|test| work.outcome(test) == wanted)
            };
            members.iter().filter(met).count()
        };
        Self {
            kind: identity.0,
            code: identity.1.to_owned(),
            name: identity.2.to_owned(),
            members: members.len(),
            members_met: count(Some(true)),
            members_missed: count(Some(false)),
            members_not_known: count(None),
            position,
            fund: sum_funds(work, &funds),
            year_end: plan
                .has_ended(Quarter::Q4)
                .then(|| YearEnd::sum(work, &year_ends)),
            statements: Vec::new(),
        }
    }

    /// What the rules reckon of the system beside the fund.
    pub(super) fn system_statements(&self, work: &Work, plan: &Plan) -> Vec<StatementResult> {
        let subject = Subject {
            work,
            plan,
            whose: Whose::System,
            amounts: &plan.amounts,
            answers: &plan.answers,
            money: &|label, amount, field| work.entered(label, amount, field),
            path: &str::to_owned,
            position: &self.position,
            paid: Some(self.fund.total.paid.year),
            missed: Some(self.fund.total.missed.year),
            system_met: self.position.latest_met(),
        };
        subject.statements()
    }
}

/// Adds the columns after the fund.
fn after_fund(work: &Work, plan: &Plan, members: &[(&str, &Position)], position: &mut Position) {
    let sum = |label, pick| sum_lists(work, plan, label, members, pick);
    position.target_after_fund = sum("Target to date, after the fund", |one| {
        &one.target_after_fund
    });
    position.actual_after_fund = sum("Position to date, after the fund", |one| {
        &one.actual_after_fund
    });
    let ended = position
        .actual_after_fund
        .iter()
        .zip(&position.target_after_fund);
    let ended = Quarter::ALL.into_iter().zip(ended);
    let variance = ended.map(|(quarter, (actual, target))| {
        let label = ("Variance to date, after the fund", quarter);
        work.difference(label.into(), &[&readings::VARIANCE], *actual, *target)
    });
    position.variance_after_fund = variance.collect();
}

/// Parts of a group's members with the members' names.
pub(super) type Named<'a, T> = Vec<(&'a str, &'a T)>;

/// Adds a figure of each member that has it.
pub(super) fn add_up<T>(
    work: &Work,
    label: Label<'_>,
    rules: &[&'static Rule],
    members: &[(&str, &T)],
    figure: &dyn Fn(&T) -> Option<Figure>,
) -> Figure {
    let mut sum = work.begin_sum(label, rules);
    for (name, member) in members {
        if let Some(figure) = figure(member) {
            sum.add_named(name, figure);
        }
    }
    sum.done()
}

/// Adds targets and positions, before the fund; the columns after the fund are
/// left empty, since members' payments may hang on the system's own test.
pub(super) fn sum_positions(work: &Work, plan: &Plan, members: &[(&str, &Position)]) -> Position {
    let scheme = plan.scheme;
    let roll_up: [&'static Rule; 2] = [&scheme.system_total, &readings::ROLL_UP];
    let labels = [
        "Control total before the fund",
        "Control total as issued, before the fund",
        "Allocation for the year",
        "Control total after the fund",
    ];
    let sums = work.sum_columns(labels.map(Label::from), &roll_up, &|add| {
        for (name, one) in members {
            let row = [
                one.control_total,
                one.original_control_total,
                one.allocation,
                one.control_total_after_fund,
            ];
            add(name, row);
        }
    });
    let [
        control_total,
        original_control_total,
        allocation,
        control_total_after_fund,
    ] = sums;
    let label = "Control total to date, before the fund";
    let labels = Quarter::ALL.map(|quarter| (label, quarter).into());
    let target = work.sum_columns(labels, &roll_up, &|add| {
        for (name, one) in members {
            add(name, one.target);
        }
    });
    let label = "Position to date, before the fund";
    let actual = sum_lists(work, plan, label, members, |one| &one.actual);
    let ended = Quarter::ALL.into_iter().zip(actual.clone()).zip(target);
    let (mut variance, mut met) = (Vec::new(), Vec::new());
    for ((quarter, actual), target) in ended {
        let label = ("Variance to date", quarter);
        variance.push(work.difference(label.into(), &[&readings::VARIANCE], actual, target));
        // Nobody meets or misses anything in a group without members.
        if members.is_empty() {
            continue;
        }
        let rules: [&'static Rule; 2] = [&readings::SYSTEM_TEST, &scheme.system_total];
        met.push(work.at_least(
            ("Control total met to date", quarter).into(),
            &rules,
            actual,
            target,
        ));
    }
    let forecast = sum_forecasts(work, members);
    let mut position = Position {
        original_control_total,
        allocation,
        control_total_after_fund,
        forecast_variance: forecast.map(|forecast| {
            let rules = [&readings::VARIANCE];
            work.difference("Forecast variance".into(), &rules, forecast, control_total)
        }),
        forecast,
        control_total,
        target,
        actual,
        variance,
        met,
        forecasts: Vec::new(),
        met_by_forecast: met_by_forecast(work, plan, members, control_total),
        target_after_fund: Vec::new(),
        actual_after_fund: Vec::new(),
        variance_after_fund: Vec::new(),
        gap_without_fund: gap_without_fund(work, control_total),
        resource_limit: sum_resource_limits(work, members),
        variance_against_resources: None,
    };
    position.variance_against_resources = position.against_resources(work);
    position
}

/// Whether the forecasts as they stood at each quarter's end meet the control
/// total together, where a fund is decided by forecast.
fn met_by_forecast(
    work: &Work,
    plan: &Plan,
    members: &[(&str, &Position)],
    control_total: Figure,
) -> Vec<Test> {
    if members.is_empty() || !plan.decides_by_forecast() {
        return Vec::new();
    }
    let label = "Forecast before the fund";
    let forecasts = sum_lists(work, plan, label, members, |one| &one.forecasts);
    let rules = [&readings::SYSTEM_TEST, &plan.scheme.system_total];
    let forecasts = Quarter::ALL.into_iter().zip(forecasts);
    let tests = forecasts.map(|(quarter, forecast)| {
        let label = ("Control total met by forecast", quarter);
        work.at_least(label.into(), &rules, forecast, control_total)
    });
    tests.collect()
}

/// What the members' control totals together lack to break-even without the fund.
fn gap_without_fund(work: &Work, control_total: Figure) -> Figure {
    let rules = [&readings::GAP_WITHOUT_FUND];
    let balance = work.nothing("Break-even".into(), &rules);
    let label = "Break-even less the control total";
    let below = work.difference(label.into(), &rules, balance, control_total);
    work.not_below_nothing("Gap without the fund".into(), &rules, below)
}

/// The commissioners' resource limits added up, once the plan gives any.
fn sum_resource_limits(work: &Work, members: &[(&str, &Position)]) -> Option<Figure> {
    let any = members.iter().any(|(_, one)| one.resource_limit.is_some());
    let label = "Resource limits";
    let rules = [&readings::ROLL_UP];
    any.then(|| {
        add_up(work, label.into(), &rules, members, &|one| {
            one.resource_limit
        })
    })
}

/// Adds lists that hold one figure for each quarter that has ended.
fn sum_lists(
    work: &Work,
    plan: &Plan,
    label: &str,
    members: &[(&str, &Position)],
    pick: fn(&Position) -> &Vec<Figure>,
) -> Vec<Figure> {
    let rules = [&readings::ROLL_UP];
    let mut sums = Vec::with_capacity(4);
    for quarter in Quarter::ALL {
        if plan.has_ended(quarter) {
            sums.push(add_up(
                work,
                (label, quarter).into(),
                &rules,
                members,
                &|one| pick(one).get(quarter.index()).copied(),
            ));
        }
    }
    sums
}

/// The forecasts added up, once all members have one; none while some do not,
/// since forecasts need not be given.
fn sum_forecasts(work: &Work, members: &[(&str, &Position)]) -> Option<Figure> {
    let all = members.iter().all(|(_, one)| one.forecast.is_some());
    let label = "Forecast before the fund";
    let rules = [&readings::ROLL_UP];
    (all && !members.is_empty())
        .then(|| add_up(work, label.into(), &rules, members, &|one| one.forecast))
}

/// Adds what the members earn that the fund is for.
fn sum_funds(work: &Work, members: &[(&str, &Entitlement)]) -> Entitlement {
    let total = FundRows::make(&|row, label| {
        sum_rows(work, label, members, &|fund| Some(row(&fund.total)))
    });
    let mut elements: Vec<Element> = Vec::new();
    for element in members.iter().flat_map(|(_, fund)| &fund.elements) {
        let (fund, id) = (element.fund, element.id);
        if elements
            .iter()
            .any(|other| (other.fund, other.id) == (fund, id))
        {
            continue;
        }
        elements.push(Element {
            fund,
            id,
            name: element.name,
            money: ElementRows::make(&|row, label| {
                sum_rows(work, label, members, &|earned| {
                    earned.element(fund, id).map(|own| row(&own.money))
                })
            }),
        });
    }
    Entitlement { total, elements }
}

fn sum_rows(
    work: &Work,
    label: &str,
    members: &[(&str, &Entitlement)],
    row: &dyn Fn(&Entitlement) -> Option<ByQuarter>,
) -> ByQuarter {
    let rules: [&'static Rule; 2] = [&readings::ROLL_UP, &readings::FUND_NOT_FOR];
    let labels = ByQuarter::COLUMNS.map(|quarter| (label, quarter).into());
    let [q1, q2, q3, q4, year] = work.sum_columns(labels, &rules, &|add| {
        for (name, fund) in members {
            if let Some(row) = row(fund) {
                add(name, row.columns());
            }
        }
    });
    ByQuarter {
        quarters: [q1, q2, q3, q4],
        year,
    }
}
