//! Groups of organisations: the system, its sides and its subdivisions (C2).

use super::figures::ByQuarter;
use super::fund::{Element, ElementRows, Entitlement, FundRows};
use super::member::Member;
use super::position::Position;
use super::roll_up::{Named, after_fund, sum_positions};
use super::statement::{StatementResult, Subject};
use super::year_end::YearEnd;
use crate::calendar::Quarter;
use crate::plan::Plan;
use crate::scheme::{Rule, Whose, readings};
use crate::working::Work;
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

/// Adds what the members earn that the fund is for.
fn sum_funds(work: &Work, members: &[(&str, &Entitlement)]) -> Entitlement {
    let total = FundRows::make(&|row, label| {
        sum_rows(work, label, members, &|fund| Some(row(&fund.total)))
    });
    let mut elements: Vec<Element> = Vec::new();
    for (_, earned) in members {
        for element in &earned.elements {
            let mut others = elements.iter();
            if !others.any(|other| (other.fund, other.id) == (element.fund, element.id)) {
                elements.push(sum_element(work, element, members));
            }
        }
    }
    Entitlement { total, elements }
}

/// What all members earn by the same test.
fn sum_element(work: &Work, element: &Element, members: &[(&str, &Entitlement)]) -> Element {
    let (fund, id) = (element.fund, element.id);
    Element {
        money: ElementRows::make(&|row, label| {
            sum_rows(work, label, members, &|earned| {
                earned.element(fund, id).map(|own| row(&own.money))
            })
        }),
        ..*element
    }
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
