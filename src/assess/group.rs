//! Groups of organisations: the system, its sides and its subdivisions (C2).

use super::entitlement::{Element, ElementRows, Entitlement, FundRows, by_quarter};
use super::figures::{ByQuarter, FigureVisitor};
use super::member::Member;
use super::position::Position;
use super::year_end::YearEnd;
use crate::calendar::Quarter;
use crate::plan::Plan;
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Test, Work};
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
#[derive(Clone, Debug, Serialize)]
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
}

impl Group {
    /// Walks over its figures.
    pub fn visit(&self, visitor: &mut FigureVisitor<'_>) {
        visitor.inside("position", &|visitor| self.position.visit(visitor));
        visitor.inside("fund", &|visitor| self.fund.visit(visitor));
        if let Some(year_end) = &self.year_end {
            visitor.inside("year_end", &|visitor| year_end.visit(visitor));
        }
    }

    /// Adds its members up.
    pub(super) fn of(
        work: &Work,
        plan: &Plan,
        identity: (GroupKind, &str, &str),
        members: &[&Member],
    ) -> Self {
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let positions: Vec<&Position> = members.iter().map(|member| &member.position).collect();
        let mut position = sum_positions(work, plan, &names, &positions);
        let label = "Position to date, after the fund";
        position.actual_after_fund = sum_lists(work, plan, label, &names, &positions, |p| {
            &p.actual_after_fund
        });
        let count = |wanted: Option<bool>| {
            let met = |member: &&&Member| {
                let test = member.position.latest_met();
                test.is_some_and(|test| test.value().copied() == wanted)
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
            fund: sum_funds(work, members),
            year_end: sum_year_ends(work, plan, &names, members),
        }
    }
}

/// Adds targets and positions, before the fund; the columns after the fund are
/// left empty, since members' payments may hang on the system's own test.
pub(super) fn sum_positions(
    work: &Work,
    plan: &Plan,
    names: &[&str],
    positions: &[&Position],
) -> Position {
    let scheme = plan.scheme;
    let roll_up: [&'static Rule; 2] = [&scheme.system_total, &readings::ROLL_UP];
    let sum = |label: &str, pick: fn(&Position) -> &Figure| {
        let parts: Vec<&Figure> = positions.iter().map(|position| pick(position)).collect();
        work.sum_named(label.into(), &roll_up, names, &parts)
    };
    let target = Quarter::ALL.map(|quarter| {
        let at = |position: &&Position| position.target.get(quarter.index()).cloned();
        let parts: Vec<Figure> = positions.iter().filter_map(at).collect();
        let parts: Vec<&Figure> = parts.iter().collect();
        let label = ("Control total to date, before the fund", quarter);
        work.sum_named(label.into(), &roll_up, names, &parts)
    });
    let label = "Position to date, before the fund";
    let actual = sum_lists(work, plan, label, names, positions, |p| &p.actual);
    let ended = Quarter::ALL.iter().zip(&actual).zip(&target);
    let (mut variance, mut met) = (Vec::new(), Vec::new());
    for ((quarter, actual), target) in ended {
        let label = ("Variance to date", *quarter);
        variance.push(work.difference(label.into(), &[&readings::VARIANCE], actual, target));
        let rules: [&'static Rule; 2] = [&readings::SYSTEM_TEST, &scheme.system_total];
        met.push(work.at_least(
            ("Control total met to date", *quarter).into(),
            &rules,
            actual,
            target,
        ));
    }
    let control_total = sum("Control total before the fund", |p| &p.control_total);
    let forecast = sum_forecasts(work, names, positions);
    let mut position = Position {
        original_control_total: sum("Control total as issued, before the fund", |p| {
            &p.original_control_total
        }),
        allocation: sum("Allocation for the year", |p| &p.allocation),
        control_total_after_fund: sum("Control total after the fund", |p| {
            &p.control_total_after_fund
        }),
        forecast_variance: forecast.as_ref().map(|forecast| {
            let rules = [&readings::VARIANCE];
            work.difference("Forecast variance".into(), &rules, forecast, &control_total)
        }),
        forecast,
        control_total,
        target,
        actual,
        variance,
        met,
        actual_after_fund: Vec::new(),
        resource_limit: sum_resource_limits(work, names, positions),
        variance_against_resources: None,
    };
    position.variance_against_resources = position.against_resources(work);
    position
}

/// The commissioners' resource limits added up, once the plan gives any.
fn sum_resource_limits(work: &Work, names: &[&str], positions: &[&Position]) -> Option<Figure> {
    let (names, limits): (Vec<&str>, Vec<&Figure>) = names
        .iter()
        .zip(positions)
        .filter_map(|(name, position)| Some((*name, position.resource_limit.as_ref()?)))
        .unzip();
    let rules = [&readings::ROLL_UP];
    let sum = || work.sum_named("Resource limits".into(), &rules, &names, &limits);
    (!limits.is_empty()).then(sum)
}

/// Adds lists that hold one figure for each quarter that has ended.
fn sum_lists(
    work: &Work,
    plan: &Plan,
    label: &str,
    names: &[&str],
    positions: &[&Position],
    pick: fn(&Position) -> &Vec<Figure>,
) -> Vec<Figure> {
    Quarter::ALL
        .iter()
        .filter(|quarter| plan.has_ended(**quarter))
        .map(|quarter| {
            let at = |position: &&Position| pick(position).get(quarter.index()).cloned();
            let parts: Vec<Figure> = positions.iter().filter_map(at).collect();
            let parts: Vec<&Figure> = parts.iter().collect();
            work.sum_named(
                (label, *quarter).into(),
                &[&readings::ROLL_UP],
                names,
                &parts,
            )
        })
        .collect()
}

/// The forecasts added up, once all members have one; none while some do not,
/// since forecasts need not be given.
fn sum_forecasts(work: &Work, names: &[&str], positions: &[&Position]) -> Option<Figure> {
    let forecasts: Option<Vec<&Figure>> = positions
        .iter()
        .map(|position| position.forecast.as_ref())
        .collect();
    let forecasts = forecasts.filter(|forecasts| !forecasts.is_empty())?;
    let rules = [&readings::ROLL_UP];
    Some(work.sum_named("Forecast before the fund".into(), &rules, names, &forecasts))
}

/// Adds what the members earn that the fund is for.
fn sum_funds(work: &Work, members: &[&Member]) -> Entitlement {
    let paid: Vec<(&str, &Entitlement)> = members
        .iter()
        .filter_map(|member| Some((member.name.as_str(), member.fund.as_ref()?)))
        .collect();
    let total = FundRows::make(&|row, label| {
        let rows: Vec<(&str, &ByQuarter)> = paid
            .iter()
            .map(|(name, fund)| (*name, row(&fund.total)))
            .collect();
        sum_rows(work, label, &rows)
    });
    let mut elements: Vec<Element> = Vec::new();
    for element in paid.iter().flat_map(|(_, fund)| &fund.elements) {
        if elements.iter().any(|other| other.id == element.id) {
            continue;
        }
        let of_members: Vec<(&str, &ElementRows)> = paid
            .iter()
            .filter_map(|(name, fund)| {
                let own = fund.elements.iter().find(|other| other.id == element.id);
                own.map(|own| (*name, &own.money))
            })
            .collect();
        elements.push(Element {
            id: element.id,
            name: element.name,
            money: ElementRows::make(&|row, label| {
                let rows: Vec<(&str, &ByQuarter)> = of_members
                    .iter()
                    .map(|(name, rows)| (*name, row(rows)))
                    .collect();
                sum_rows(work, label, &rows)
            }),
        });
    }
    Entitlement { total, elements }
}

fn sum_rows(work: &Work, label: &str, rows: &[(&str, &ByQuarter)]) -> ByQuarter {
    let names: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    let rules: [&'static Rule; 2] = [&readings::ROLL_UP, &readings::FUND_NOT_FOR];
    by_quarter(
        |quarter| {
            let parts: Vec<&Figure> = rows.iter().map(|(_, row)| row.of(quarter)).collect();
            work.sum_named((label, quarter).into(), &rules, &names, &parts)
        },
        || {
            let parts: Vec<&Figure> = rows.iter().map(|(_, row)| &row.year).collect();
            work.sum_named(label.into(), &rules, &names, &parts)
        },
    )
}

fn sum_year_ends(work: &Work, plan: &Plan, names: &[&str], members: &[&Member]) -> Option<YearEnd> {
    let year_ends: Vec<&YearEnd> = members
        .iter()
        .filter_map(|member| member.year_end.as_ref())
        .collect();
    plan.has_ended(Quarter::Q4)
        .then(|| YearEnd::sum(work, names, &year_ends))
}

/// The tests of a group's position, by quarter.
pub(super) fn tests(position: &Position) -> &[Test] {
    &position.met
}
