//! The whole assessment of a plan.

use super::answer::{Answer, organisation_of};
use super::checks::{Check, checks};
use super::choices::{PlanChoice, choices};
use super::flex::{FlexResult, flexes};
use super::group::{Group, GroupKind};
use super::member::{Inputs, Member};
use super::position::side_words;
use super::system::SystemStance;
use super::waterfall::Waterfall;
use crate::calendar::{Date, Quarter};
use crate::money::Unit;
use crate::plan::{Plan, in_words};
use crate::planning::{ControlTotals, PlanningResult, planning};
use crate::scheme::{RuleId, Side, round_of};
use crate::working::{MissingInput, Record, Work};
use serde::Serialize;

/// All that there is to say of a plan. Figures and tests stand in it by their
/// places in the ledger; [`Assessment::plain`] writes it out with their values.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Assessment {
    /// Always `control-total-assessment`.
    pub kind: &'static str,
    /// The version of this form.
    pub version: u32,
    /// The program's version.
    pub program: &'static str,
    /// The rules used.
    pub scheme: SchemeLine,
    /// The plan's title.
    pub title: String,
    /// The area's name.
    pub area: String,
    /// The plan's note.
    pub note: String,
    /// Whether the figures are made up.
    pub illustrative: bool,
    /// The unit to show amounts in.
    pub unit: Unit,
    /// The plan's date; none for the year's end.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub as_at: Option<Date>,
    /// How many quarters have ended by then.
    pub quarters_ended: usize,
    /// The answer in a sentence or three.
    pub answer: Answer,
    /// All organisations together.
    pub system: Group,
    /// Providers and commissioners.
    pub sides: Vec<Group>,
    /// The subdivisions, if the area is split.
    pub subdivisions: Vec<Group>,
    /// Each organisation.
    pub organisations: Vec<Member>,
    /// Control totals moved between organisations.
    pub flexes: Vec<FlexResult>,
    /// What the area decides in the planning round, if anything of it is entered.
    pub planning: Option<PlanningResult>,
    /// From the system's target to its position.
    pub waterfall: Option<Waterfall>,
    /// Whether the parts add to the whole.
    pub checks: Vec<Check>,
    /// The parameters of the rules that are other in this plan than published.
    pub changes: Vec<ChangeLine>,
    /// The choices made in the plan, for its assumptions log.
    pub choices: Vec<PlanChoice>,
    /// The inputs without which something is not known.
    pub missing: Vec<Missing>,
    /// The values of all figures and tests.
    #[serde(skip)]
    pub record: Record,
}

/// A parameter that is other in the plan than published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ChangeLine {
    /// The id of the parameter's rule.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub rule: RuleId,
    /// Its name.
    pub name: &'static str,
    /// The value in this plan, as typed.
    pub value: String,
}

/// The rules that an assessment used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct SchemeLine {
    /// The ids of its schemes.
    pub ids: Vec<&'static str>,
    /// The funds' short names in words.
    pub fund: String,
    /// The funds' names and year.
    pub name: String,
    /// The sides that a fund pays.
    pub pays: Vec<Side>,
    /// The financial year.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub year: crate::calendar::FinancialYear,
    /// What the target is called.
    pub target: &'static str,
    /// How many of its rules are recalled, not verified.
    pub rules_not_verified: usize,
}

/// An input without which something is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Missing {
    /// Its path in the plan document.
    pub path: String,
    /// The code of the organisation it belongs to.
    pub organisation: Option<String>,
    /// What it is.
    pub words: String,
}

/// Assesses a plan.
#[must_use]
pub fn assess(plan: &Plan) -> Assessment {
    // What an organisation and the groups it is in take of the ledger, roughly.
    let values = plan.organisations.len().saturating_mul(160);
    assess_at(Work::quick(values), plan)
}

/// Assesses a plan at this desk.
pub(super) fn assess_at(mut work: Work, plan: &Plan) -> Assessment {
    work.speak(plan.wording());
    let members = members(&work, plan);
    let all = those(&members, &|_| true);
    let name = if plan.area.is_empty() {
        "System"
    } else {
        &plan.area
    };
    let mut system = Group::of(&work, plan, (GroupKind::System, "system", name), &all);
    system.statements = system.system_statements(&work, plan);
    let sides = [Side::Provider, Side::Commissioner].map(|side| {
        let members = those(&members, &|member| member.side == side);
        let code = match side {
            Side::Provider => "provider",
            Side::Commissioner => "commissioner",
        };
        let identity = (GroupKind::Side, code, side_words(side));
        Group::of(&work, plan, identity, &members)
    });
    let subdivisions = subdivisions(&work, plan, &members);
    let waterfall = Waterfall::of(&work, &system, &members);
    let flexes = flexes(&work, plan, &members);
    let planning = planning(&work, plan, &control_totals(&system, &members));
    let record = work.into_record();
    let said = planning.as_ref().map(|result| result.said(plan, &record));
    Assessment {
        kind: "control-total-assessment",
        version: 1,
        program: env!("CARGO_PKG_VERSION"),
        scheme: SchemeLine::of(plan),
        title: plan.title.clone(),
        area: plan.area.clone(),
        note: plan.note.clone(),
        illustrative: plan.illustrative,
        unit: plan.unit,
        as_at: plan.as_at,
        quarters_ended: Quarter::ALL.iter().filter(|q| plan.has_ended(**q)).count(),
        answer: Answer {
            planning: said.unwrap_or_default(),
            ..Answer::of(plan, &system, &record)
        },
        checks: checks(
            (plan, &record.ledger),
            &system,
            &sides,
            &subdivisions,
            &members,
        ),
        system,
        sides: sides.into(),
        subdivisions,
        organisations: members,
        flexes,
        planning,
        waterfall,
        changes: changes(plan),
        choices: choices(plan),
        missing: record.missing.iter().map(Missing::from).collect(),
        record,
    }
}

/// The control totals issued for the year, for the planning round.
fn control_totals<'a>(system: &Group, members: &'a [Member]) -> ControlTotals<'a> {
    let organisations = members.iter();
    ControlTotals {
        system: system.position.original_control_total,
        organisations: organisations
            .map(|member| (member.code.as_str(), member.position.original_control_total))
            .collect(),
    }
}

/// The organisations: first where each stands, then, with the system's own tests
/// made from all of them, what each earns.
fn members(work: &Work, plan: &Plan) -> Vec<Member> {
    let mut stances = Vec::with_capacity(plan.organisations.len());
    for organisation in &plan.organisations {
        let inputs = Inputs {
            work,
            plan,
            organisation,
        };
        if let Some(stance) = inputs.stance() {
            stances.push((inputs, stance));
        }
    }
    let system = SystemStance::of(work, plan, &stances);
    let mut members = Vec::with_capacity(stances.len());
    for (inputs, stance) in stances {
        members.push(inputs.assess(stance, &system));
    }
    members
}

fn subdivisions(work: &Work, plan: &Plan, members: &[Member]) -> Vec<Group> {
    let mut groups = Vec::with_capacity(plan.subdivisions.len());
    for subdivision in &plan.subdivisions {
        let (code, name) = (&subdivision.code, &subdivision.name);
        let own = those(members, &|member| member.subdivision.as_ref() == Some(code));
        groups.push(Group::of(
            work,
            plan,
            (GroupKind::Subdivision, code, name),
            &own,
        ));
    }
    groups
}

fn those<'a>(members: &'a [Member], belongs: &dyn Fn(&Member) -> bool) -> Vec<&'a Member> {
    members.iter().filter(|member| belongs(member)).collect()
}

impl Assessment {
    /// Whether it has the form of another: all but the answer and the values of the
    /// figures is the same.
    #[must_use]
    pub fn has_form_of(&self, other: &Self) -> bool {
        (&self.scheme, self.unit, self.as_at, self.illustrative)
            == (&other.scheme, other.unit, other.as_at, other.illustrative)
            && (&self.title, &self.area, &self.note) == (&other.title, &other.area, &other.note)
            && (&self.choices, &self.missing) == (&other.choices, &other.missing)
            && self.changes == other.changes
            && (&self.checks, self.quarters_ended) == (&other.checks, other.quarters_ended)
            && (&self.system, &self.sides) == (&other.system, &other.sides)
            && self.subdivisions == other.subdivisions
            && self.organisations == other.organisations
            && (&self.flexes, &self.waterfall) == (&other.flexes, &other.waterfall)
            && self.planning == other.planning
    }
}

/// The parameters that the plan changes or sets.
fn changes(plan: &Plan) -> Vec<ChangeLine> {
    let changes = plan.changes.iter().map(|change| ChangeLine {
        rule: change.rule.id,
        name: change.rule.name,
        value: change.typed.clone(),
    });
    changes.collect()
}

impl SchemeLine {
    fn of(plan: &Plan) -> Self {
        let schemes = || plan.schemes.iter();
        Self {
            ids: schemes().map(|scheme| scheme.id).collect(),
            fund: plan.funds_in_words(),
            name: in_words(schemes().map(|scheme| scheme.name).collect()),
            pays: [Side::Provider, Side::Commissioner]
                .into_iter()
                .filter(|side| plan.funds_for(*side).next().is_some())
                .collect(),
            year: plan.year(),
            target: plan.scheme.target,
            rules_not_verified: schemes()
                .map(|scheme| scheme.rules_not_verified)
                .chain(
                    plan.statements()
                        .map(|statement| statement.rules_not_verified),
                )
                .chain(round_of(plan.year()).map(|round| round.rules_not_verified))
                .sum(),
        }
    }
}

impl From<&MissingInput> for Missing {
    fn from(input: &MissingInput) -> Self {
        Self {
            organisation: organisation_of(&input.path).map(str::to_owned),
            path: input.path.clone(),
            words: input.words.clone(),
        }
    }
}
