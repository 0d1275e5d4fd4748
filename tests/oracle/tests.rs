//! The tests that decide money: finance, of an organisation and of the system, and performance.
//!
//! Readings 6 (exact fractions; equality passes, save for better than last year), 7, 11 (the system
//! sums all members, accepted or not), 31, 47, 53 and 56. A blank appeal is none that was won. March
//! counts where a figure for it is given, else the quarter.

use super::exact::{Known, Pence, Quarters, Share, any, at_least, sum};
use super::plan::{Member, People, Performance, Plan};
use super::rules::{Basis, Measure, Test, Tested};

/// A position and the target that it is set against, at each quarter's end.
struct Compared {
    position: Quarters<Known<Pence>>,
    target: Quarters<Known<Pence>>,
}

fn compared(member: &Member, by_forecast: bool) -> Compared {
    if by_forecast {
        return Compared {
            position: member.forecasts,
            target: member.in_force,
        };
    }
    Compared {
        position: member.actual,
        target: member.target,
    }
}

/// Whether the members' positions add to at least their targets, at each quarter's end.
pub fn met<'a>(members: impl Iterator<Item = &'a Member>, basis: Basis) -> Quarters<Known<bool>> {
    if basis == Basis::NotChosen {
        return [None; 4];
    }
    let members: Vec<Compared> = members
        .map(|member| compared(member, basis == Basis::Forecast))
        .collect();
    std::array::from_fn(|q| {
        at_least(
            sum(members.iter().map(|one| one.position[q])),
            sum(members.iter().map(|one| one.target[q])),
        )
    })
}

pub fn own(member: &Member, basis: Basis) -> Quarters<Known<bool>> {
    met(std::iter::once(member), basis)
}

pub fn system(plan: &Plan, basis: Basis) -> Quarters<Known<bool>> {
    met(plan.members.iter(), basis)
}

/// The test that decides each quarter's money.
pub fn deciding(tests: Quarters<Known<bool>>, tested: Tested) -> Quarters<Known<bool>> {
    match tested {
        Tested::Quarter => tests,
        Tested::QuarterBefore => [Some(true), tests[0], tests[1], tests[2]],
        Tested::Never => [Some(true); 4],
    }
}

/// Whether a part of a measure is met: any one of its tests is enough.
pub fn performance(member: &Member, measure: &Measure, any_of: &[Test], q: usize) -> Known<bool> {
    let entered = &member.performance[&measure.id];
    any(any_of.iter().map(|test| match test {
        Test::Trajectory => trajectory(entered, measure.tolerance[q], q),
        Test::Quarter(standard) => reaches(entered.quarters[q], Some(*standard)),
        Test::March(standard) => reaches(march(entered, q), Some(*standard)),
        Test::LastYear => better(entered.quarters[q], entered.last_year[q]),
        Test::Milestone(name) => entered.milestones.get(name).copied().flatten(),
        Test::Answer(name) => member.answers.get(name).copied().flatten(),
        Test::Appeal => Some(entered.appeals[q] == Some(true)),
    }))
}

fn trajectory(entered: &Performance, tolerance: Share, q: usize) -> Known<bool> {
    let agreed = entered.trajectory[q].map(|agreed| agreed - tolerance);
    reaches(entered.quarters[q], agreed)
}

fn march(entered: &Performance, q: usize) -> People {
    let march = entered.march;
    if march.attendances.is_none() && march.breaches.is_none() {
        return entered.quarters[q];
    }
    march
}

/// The share that did not wait longer than the standard.
fn in_time(people: People) -> Known<Share> {
    let (attendances, breaches) = (people.attendances?, people.breaches?);
    Some(Share::new(attendances - breaches, attendances))
}

fn reaches(people: People, standard: Known<Share>) -> Known<bool> {
    Some(in_time(people)? >= standard?)
}

fn better(people: People, last_year: People) -> Known<bool> {
    Some(in_time(people)? > in_time(last_year)?)
}
