//! Positions added up: the system's, its sides' and its subdivisions' (C2).

use super::position::Position;
use crate::calendar::Quarter;
use crate::plan::Plan;
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Label, Test, Work};

/// Adds the columns after the fund.
pub(super) fn after_fund(
    work: &Work,
    plan: &Plan,
    members: &[(&str, &Position)],
    position: &mut Position,
) {
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
        forecast_targets: Vec::new(),
        met_by_forecast: met_by_forecast(work, plan, members),
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
fn met_by_forecast(work: &Work, plan: &Plan, members: &[(&str, &Position)]) -> Vec<Test> {
    if members.is_empty() || !plan.decides_by_forecast() {
        return Vec::new();
    }
    let label = "Forecast before the fund";
    let forecasts = sum_lists(work, plan, label, members, |one| &one.forecasts);
    let label = "Control total in force";
    let targets = sum_lists(work, plan, label, members, |one| &one.forecast_targets);
    let rules = [&readings::SYSTEM_TEST, &plan.scheme.system_total];
    let forecasts = forecasts.into_iter().zip(targets);
    let tests = Quarter::ALL
        .into_iter()
        .zip(forecasts)
        .map(|(quarter, (forecast, target))| {
            let label = ("Control total met by forecast", quarter);
            work.at_least(label.into(), &rules, forecast, target)
        });
    tests.collect()
}

/// What the members' control totals together lack to break-even without the fund.
fn gap_without_fund(work: &Work, control_total: Figure) -> Figure {
    let rules = [&readings::GAP_WITHOUT_FUND];
    let balance = work.nothing("Break-even".into(), &rules);
    let label = "Control total below break-even";
    let below = work.difference(label.into(), &rules, balance, control_total);
    work.not_below_nothing("Gap to break-even without the fund".into(), &rules, below)
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
