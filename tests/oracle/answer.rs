//! All that the oracle says of a plan, in rows with names such as `X1 total.earned`.
//!
//! Reading 17: sums over organisations with one not known are not known. Readings 41 and 44: a
//! member that a fund is not for counts as nothing in it. Readings 15 and 42: the position after the
//! fund counts what is paid to date, and the incentive at the year's end; bonus and general
//! distribution stand in a further line, where a blank counts nothing.

use super::allocation;
use super::dues::{self, Dues};
use super::eligibility;
use super::entitlement::Case;
use super::every_way::{Figures, Row, added, every_way};
use super::exact::{Known, Pence, Quarters, less, sum};
use super::hangs;
use super::matrix;
use super::plan::{Member, Plan, quarter};
use super::rules::{Basis, Earning, Rules};
use super::tests;
use super::year_end;
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Money(Known<Pence>),
    Answer(Known<bool>),
    /// How many.
    Count(usize),
    /// The figure does not apply.
    Nothing,
}

/// Rows of values by name.
pub type Answers = BTreeMap<String, Vec<Value>>;

/// The oracle's answer to a plan.
pub fn answer(plan: &Plan) -> Answers {
    let members = plan.members.iter();
    let members: Vec<(&Member, Figures)> = members
        .map(|member| (member, figures(plan, member)))
        .collect();
    let mut answers = Answers::new();
    for one in &members {
        write(&mut answers, &one.0.code, of_member(plan, one));
    }
    for (name, is_in) in groups(plan) {
        let members = members.iter().filter(|(member, _)| is_in(member));
        let members: Vec<&(&Member, Figures)> = members.collect();
        if !members.is_empty() {
            write(&mut answers, &name, of_group(plan, &members));
        }
    }
    answers
}

fn write(answers: &mut Answers, name: &str, rows: Answers) {
    let rows = rows.into_iter();
    answers.extend(rows.map(|(row, values)| (format!("{name} {row}"), values)));
}

type IsIn = Box<dyn Fn(&Member) -> bool>;

/// The groups that are added up: the system, its sides and its subdivisions.
fn groups(plan: &Plan) -> Vec<(String, IsIn)> {
    let mut groups: Vec<(String, IsIn)> = vec![("system".to_owned(), Box::new(|_| true))];
    for side in ["provider", "commissioner"] {
        let is_in = move |member: &Member| member.side == side;
        groups.push((format!("side {side}"), Box::new(is_in)));
    }
    for code in plan.subdivisions.clone() {
        let name = format!("subdivision {code}");
        let is_in = move |member: &Member| member.subdivision == code;
        groups.push((name, Box::new(is_in)));
    }
    groups
}

/// What the funds pay an organisation, added, and its position without and with it.
fn figures(plan: &Plan, member: &Member) -> Figures {
    let funds: Vec<Figures> = plan
        .paying(&member.side)
        .map(|rules| of_fund(plan, member, rules))
        .collect();
    let mut figures = added(&funds);
    figures.extend(position(plan, member));
    figures.extend(position_after_fund(plan, member, &figures));
    if plan.ended == 4 {
        figures.extend(at_year_end(member, &figures));
    }
    figures
}

fn position(plan: &Plan, member: &Member) -> Figures {
    let allocation = allocation::of_all(plan, member);
    let rows = [
        ("control_total", vec![member.control_total]),
        (
            "original_control_total",
            vec![member.original_control_total],
        ),
        ("allocation", vec![allocation]),
        (
            "control_total_after_fund",
            vec![sum([member.control_total, allocation])],
        ),
        ("target", member.target.to_vec()),
        ("actual", member.actual[..plan.ended].to_vec()),
    ];
    named("position", rows)
}

/// To each quarter's end.
fn position_after_fund(plan: &Plan, member: &Member, figures: &Figures) -> Figures {
    let available = |q: usize| {
        let row = figures.get("total.available");
        row.map_or(Some(0), |row| {
            if q == 3 {
                row[4]
            } else {
                sum(row[..=q].iter().copied())
            }
        })
    };
    let paid = |q: usize| {
        figures
            .get("total.paid_to_date")
            .map_or(Some(0), |row| row[q])
    };
    let incentive = |q: usize| {
        if q == 3 {
            single(figures, "year_end.incentive")
        } else {
            Some(0)
        }
    };
    let ended = 0..plan.ended;
    let targets = ended.clone().map(|q| sum([member.target[q], available(q)]));
    let actual = ended.map(|q| sum([member.actual[q], paid(q), incentive(q)]));
    let rows = [
        ("target_after_fund", targets.collect()),
        ("actual_after_fund", actual.collect()),
    ];
    named("position", rows)
}

fn at_year_end(member: &Member, figures: &Figures) -> Figures {
    let paid = figures.get("total.paid").map_or(Some(0), |row| row[4]);
    let incentive = single(figures, "year_end.incentive");
    let at_most = single(figures, "year_end.incentive_at_most");
    let rows = [
        ("position_before_fund", vec![member.actual[3]]),
        ("paid", vec![paid]),
        ("incentive", vec![incentive]),
        ("incentive_at_most", vec![at_most]),
        (
            "position_after_fund",
            vec![sum([member.actual[3], paid, incentive])],
        ),
    ];
    named("year_end", rows)
}

/// A figure that is nothing where no fund has it.
fn single(figures: &Figures, name: &str) -> Known<Pence> {
    figures.get(name).map_or(Some(0), |row| row[0])
}

fn named<const N: usize>(group: &str, rows: [(&str, Row); N]) -> Figures {
    let rows = rows.into_iter();
    rows.map(|(name, row)| (format!("{group}.{name}"), row))
        .collect()
}

/// What one fund pays an organisation, whichever way things are.
fn of_fund(plan: &Plan, member: &Member, rules: &Rules) -> Figures {
    let earning = rules.earning.as_ref().unwrap();
    let dues = dues::dues(member, rules);
    let case = case(plan, member, rules, earning, &dues);
    let in_fund = eligibility::is_in_fund(plan, member, rules);
    let own = tests::deciding(tests::own(member, earning.basis), earning.tested);
    // The tests of quarters still to come have decided nothing yet.
    let own = std::array::from_fn(|q| if q < plan.ended { own[q] } else { Some(false) });
    every_way(in_fund, own, |way| {
        let mut figures = case.entitlement(way);
        figures.extend(hangs::what_hangs(&case, way));
        figures.extend(matrix::matrix(&case, way.in_fund));
        if plan.ended == 4 {
            figures.extend(year_end::incentive(member, earning, way.in_fund));
        }
        figures
    })
}

fn case<'a>(
    plan: &Plan,
    member: &Member,
    rules: &'a Rules,
    earning: &'a Earning,
    dues: &'a Dues,
) -> Case<'a> {
    Case {
        fund: &rules.fund,
        earning,
        dues,
        ended: plan.ended,
        variance: std::array::from_fn(|q| less(member.actual[q], member.target[q])),
        system: tests::deciding(tests::system(plan, earning.basis), earning.tested),
    }
}

/// An organisation's figures, with what is said of it alone.
fn of_member(plan: &Plan, one: &(&Member, Figures)) -> Answers {
    let (member, figures) = one;
    let mut answers = in_common(plan, &[one]);
    answers.extend(money(figures, is_said_of_members_alone));
    for rules in plan.paying(&member.side) {
        answers.extend(of_eligibility(plan, member, rules));
        answers.extend(of_performance(member, rules));
    }
    answers
}

fn is_said_of_members_alone(name: &str) -> bool {
    ["what_hangs", "matrix", "neighbours_cost"]
        .iter()
        .any(|row| name.starts_with(row))
}

fn of_eligibility(plan: &Plan, member: &Member, rules: &Rules) -> Answers {
    let mut answers = Answers::new();
    let name = format!("eligibility.{}", rules.fund);
    let mut add = |what: &str, value| answers.insert(format!("{name}.{what}"), vec![value]);
    add(
        "met",
        Value::Answer(eligibility::is_in_fund(plan, member, rules)),
    );
    for (id, met) in eligibility::conditions(plan, member, rules) {
        add(&format!("condition.{id}"), Value::Answer(met));
    }
    if let Some(improvement) = eligibility::improvement(plan, member, rules) {
        add("improve_by", Value::Money(improvement.by));
        if let Some(unlocks) = improvement.unlocks {
            add("unlocks", Value::Money(unlocks));
        }
    }
    answers
}

fn of_performance(member: &Member, rules: &Rules) -> Answers {
    let parts = dues::dues(member, rules).performance.into_iter();
    let answers = parts.map(|part| {
        let of_measure = format!("{}.{}", rules.fund, part.measure);
        let of_part = format!("{}.{}", quarter(part.quarter), part.part);
        let name = format!("performance.{of_measure}.{of_part}");
        (name, vec![Value::Answer(part.met)])
    });
    answers.collect()
}

fn of_group(plan: &Plan, members: &[&(&Member, Figures)]) -> Answers {
    let mut answers = in_common(plan, members);
    let mut add = |name: &str, count| answers.insert(name.to_owned(), vec![Value::Count(count)]);
    add("members", members.len());
    // Before a quarter has ended there is no test to meet or to miss.
    let latest = |member: &Member| {
        let latest = plan.ended.checked_sub(1)?;
        Some(tests::own(member, Basis::ToDate)[latest])
    };
    let with = |met| {
        let members = members.iter();
        members
            .filter(|(member, _)| latest(member) == Some(met))
            .count()
    };
    add("members_met", with(Some(true)));
    add("members_missed", with(Some(false)));
    add("members_not_known", with(None));
    answers
}

/// What is said alike of an organisation and of a group, whose members' figures are added.
fn in_common(plan: &Plan, members: &[&(&Member, Figures)]) -> Answers {
    let sums = added(members.iter().map(|(_, figures)| figures));
    let mut answers = money(&sums, |name| {
        !is_said_of_members_alone(name) && name != "total.paid_to_date"
    });
    let members: Vec<&Member> = members.iter().map(|(member, _)| *member).collect();
    let gap = allocation::gap(single(&sums, "position.control_total"));
    answers.insert(
        "position.gap_without_fund".to_owned(),
        vec![Value::Money(gap)],
    );
    for basis in ["", "_after_fund"] {
        let name = format!("position.variance{basis}");
        answers.insert(name, variances(plan, &sums, basis));
    }
    answers.extend(met(plan, &members));
    if plan.ended == 4 {
        answers.extend(bonus(&members, &sums));
    }
    answers
}

fn money(figures: &Figures, keep: impl Fn(&str) -> bool) -> Answers {
    let kept = figures.iter().filter(|(name, _)| keep(name));
    let values = |row: &Row| row.iter().map(|figure| Value::Money(*figure)).collect();
    kept.map(|(name, row)| (name.clone(), values(row)))
        .collect()
}

fn variances(plan: &Plan, sums: &Figures, basis: &str) -> Vec<Value> {
    let actual = &sums[&format!("position.actual{basis}")];
    let target = &sums[&format!("position.target{basis}")];
    let ended = 0..plan.ended;
    ended
        .map(|q| Value::Money(less(actual[q], target[q])))
        .collect()
}

/// Whether the target is met to date and, where the fund is decided by it, by the forecast.
fn met(plan: &Plan, members: &[&Member]) -> Answers {
    let answers = |met: Quarters<Known<bool>>| -> Vec<Value> {
        met[..plan.ended]
            .iter()
            .map(|met| Value::Answer(*met))
            .collect()
    };
    let met = |basis| answers(tests::met(members.iter().copied(), basis));
    let mut rows = Answers::from([("position.met".to_owned(), met(Basis::ToDate))]);
    let mut earnings = plan.rules.iter().filter_map(|rules| rules.earning.as_ref());
    if earnings.any(|earning| earning.basis == Basis::Forecast) {
        rows.insert("position.met_by_forecast".to_owned(), met(Basis::Forecast));
    }
    rows
}

fn bonus(members: &[&Member], sums: &Figures) -> Answers {
    let given: Vec<Pence> = members.iter().filter_map(|member| member.bonus).collect();
    if given.is_empty() {
        return Answers::new();
    }
    let bonus = Some(given.iter().sum());
    let after = sum([single(sums, "year_end.position_after_fund"), bonus]);
    let rows = [("bonus", bonus), ("position_after_bonus", after)];
    let named = rows.map(|(name, figure)| (format!("year_end.{name}"), vec![Value::Money(figure)]));
    named.into_iter().collect()
}
