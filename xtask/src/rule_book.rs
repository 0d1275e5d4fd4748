//! The rule book: what every rule says, where it was read and how well it is known, as data for the
//! page to show. The engine computes without it. It is made from the rules that the core is compiled
//! with, so that their files have one reader, the core's own build.

mod told;

use anyhow::{Context, Result};
use control_total::{
    facts,
    money::Rate,
    scheme::{
        Allocation, Chapter, Condition, ConditionTest, Earning, Line, MILESTONES, Made, Measure,
        MeasureNeeds, Milestone, Outcome, ParameterKind, Pot, ROUNDS, Round, Rule, RuleId, SCHEMES,
        STATEMENTS, Scheme, Side, Source, Statement, Status, Tested, Whose,
        readings::{self, Reading},
    },
};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

use self::told::{Teller, TestedBy, Told};

/// What the words mean, in the page's own form.
const GLOSSARY: &str = include_str!("../../www/glossary.json");

/// A scheme's rules, for the list of years and funds, the grids and the rule book.
#[derive(Serialize)]
struct SchemeBook {
    id: &'static str,
    fund: &'static str,
    name: &'static str,
    year: String,
    target: &'static str,
    ran: bool,
    summary: &'static str,
    pays: Vec<Side>,
    /// How an allocation is set; nothing where there is no fund.
    allocation: Option<&'static str>,
    /// Whether over-delivery that was agreed is paid for.
    pays_over_delivery: bool,
    by_forecast: bool,
    /// Which quarter end decides about a quarter's money; nothing where there is no fund.
    tested: Option<&'static str>,
    conditions: Vec<ConditionBook>,
    measures: Vec<MeasureBook>,
    parameters: Vec<ParameterBook>,
    chapters: Vec<ChapterBook>,
    outcomes: Vec<OutcomeBook>,
}

/// Rules that belong together.
#[derive(Serialize)]
struct ChapterBook {
    title: &'static str,
    /// The statement whose lines these are, if they are any's.
    statement: Option<&'static str>,
    rules: Vec<Told>,
}

/// A condition for being in the fund, for the grid.
#[derive(Serialize)]
struct ConditionBook {
    id: &'static str,
    /// Whether organisations answer it.
    is_asked: bool,
    /// Whether it is that the control total is accepted.
    is_acceptance: bool,
    rule: RuleId,
    name: &'static str,
}

/// A parameter that a plan may change, by the id of its rule.
#[derive(Serialize)]
struct ParameterBook {
    rule: RuleId,
    kind: ParameterKind,
}

/// A measure of a scheme, for the grid.
#[derive(Serialize)]
struct MeasureBook {
    id: &'static str,
    name: &'static str,
    milestones: Vec<&'static str>,
    needs: MeasureNeeds,
}

/// What else follows from one of the four outcomes.
#[derive(Serialize)]
struct OutcomeBook {
    own_met: bool,
    system_met: bool,
    rule: Told,
}

/// What the rules reckon beside the fund, for the tables of what is entered and of what comes of it.
#[derive(Serialize)]
struct StatementBook {
    id: &'static str,
    name: &'static str,
    whose: &'static str,
    lines: Vec<LineBook>,
}

/// A line of a statement.
#[derive(Serialize)]
struct LineBook {
    /// The key of its entry in a plan, where it is asked.
    id: &'static str,
    rule: Told,
    /// What is asked for; nothing for a line that is worked out.
    asks: Option<&'static str>,
    /// Whether a blank counts as nothing.
    may_be_blank: bool,
}

/// A planning round, for what is entered of it.
#[derive(Serialize)]
struct RoundBook {
    name: &'static str,
    /// The years that are planned in it.
    years: Vec<String>,
    /// The days that were read, by milestone.
    days: Vec<DayBook>,
    /// The conditions for transformation funding, which a plan may answer.
    conditions: Vec<AskedBook>,
    /// The pots of transformation funding.
    pots: Vec<AskedBook>,
}

/// A milestone that every round has.
#[derive(Serialize)]
struct MilestoneBook {
    id: &'static str,
    name: &'static str,
}

/// The published day of a milestone.
#[derive(Serialize)]
struct DayBook {
    /// The milestone's id.
    id: &'static str,
    day: Option<String>,
    rule: Told,
}

/// What a plan calls by its id, and the rule that sets it.
#[derive(Serialize)]
struct AskedBook {
    id: &'static str,
    rule: Told,
}

/// A convention or reading, for the assumptions log.
#[derive(Serialize)]
struct Assumption {
    rule: Told,
    reason: &'static str,
}

/// All of it.
#[derive(Serialize)]
struct RuleBook {
    schemes: Vec<SchemeBook>,
    statements: Vec<StatementBook>,
    /// The milestones of every planning round, in the order in which they come.
    milestones: Vec<MilestoneBook>,
    rounds: Vec<RoundBook>,
    assumptions: Vec<Assumption>,
    sources: BTreeMap<&'static str, Source>,
    /// The words for how a rule is known.
    statuses: BTreeMap<Status, &'static str>,
    /// What tests the rules, in the order in which they are told.
    tested: Vec<TestedBy>,
    /// The files of worked cases that are named there.
    case_files: Vec<&'static str>,
    attribution: &'static str,
    glossary: Value,
}

impl RuleBook {
    fn of_all() -> Result<Self> {
        let rules = SCHEMES.iter().flat_map(|scheme| scheme.rules());
        let readings = readings::ALL.iter().map(|reading| reading.rule);
        let sources = rules.chain(readings).flat_map(|rule| rule.sources);
        let mut teller = Teller::default();
        Ok(Self {
            glossary: serde_json::from_str(GLOSSARY).context("the glossary can't be read")?,
            schemes: SCHEMES
                .iter()
                .map(|scheme| SchemeBook::of(scheme, &mut teller))
                .collect(),
            statements: STATEMENTS
                .iter()
                .map(|statement| StatementBook::of(statement, &mut teller))
                .collect(),
            milestones: MILESTONES.into_iter().map(MilestoneBook::from).collect(),
            rounds: ROUNDS
                .iter()
                .map(|round| RoundBook::of(round, &mut teller))
                .collect(),
            assumptions: readings::ALL
                .iter()
                .map(|reading| Assumption::of(reading, &mut teller))
                .collect(),
            statuses: teller.statuses,
            tested: teller.tested,
            case_files: teller.case_files,
            sources: sources.map(|source| (source.key, **source)).collect(),
            attribution: facts::ATTRIBUTION,
        })
    }
}

/// The data, for the page to unpack.
pub fn json() -> Result<String> {
    serde_json::to_string(&RuleBook::of_all()?).context("the rule book can't be written")
}

/// The same as a module, for `tsc` to hold against the page's types, which stand in
/// `www/source/rules.js`. JSON is a part of JavaScript; on many lines, so that it can say where
/// something is wrong.
pub fn module() -> Result<String> {
    let value = serde_json::to_string_pretty(&RuleBook::of_all()?)
        .context("the rule book can't be written")?;
    Ok(format!(
        "/** @type {{import('../source/rules.js').RuleBook}} */\nexport default {value};\n"
    ))
}

impl SchemeBook {
    fn of(scheme: &'static Scheme, teller: &mut Teller) -> Self {
        let earning = scheme.earning.as_ref();
        let conditions: &[Condition] = earning.map_or(&[], |earning: &Earning| earning.conditions);
        Self {
            id: scheme.id,
            fund: scheme.fund,
            name: scheme.name,
            year: scheme.year.to_string(),
            target: scheme.target,
            ran: scheme.ran,
            summary: scheme.summary,
            pays: earning.map_or_else(Vec::new, |earning| earning.pays.to_vec()),
            allocation: earning.map(|earning| allocation(&earning.allocation)),
            pays_over_delivery: earning
                .and_then(|earning| earning.incentive.value)
                .is_some_and(|rate| rate != Rate::ZERO),
            by_forecast: earning.is_some_and(|earning| earning.by_forecast.is_some()),
            tested: earning.map(|earning| tested(earning.delivery.tested)),
            conditions: conditions.iter().map(ConditionBook::from).collect(),
            measures: scheme.measures().iter().map(MeasureBook::from).collect(),
            parameters: scheme
                .parameters()
                .into_iter()
                .map(ParameterBook::from)
                .collect(),
            chapters: scheme
                .chapters()
                .into_iter()
                .map(|chapter| ChapterBook::of(chapter, teller))
                .collect(),
            outcomes: scheme
                .outcomes
                .iter()
                .map(|outcome| OutcomeBook::of(outcome, teller))
                .collect(),
        }
    }
}

/// How an allocation is set, by the word for it in the rules' own files.
fn allocation(allocation: &Allocation) -> &'static str {
    match allocation {
        Allocation::Offered(_) => "offered",
        Allocation::OfferedForDeficit(_) => "offered_for_deficit",
        Allocation::TheDeficit(_) => "the_deficit",
    }
}

/// The names of `delivery` in a scheme's file.
const fn tested(tested: Tested) -> &'static str {
    match tested {
        Tested::Quarter => "quarter",
        Tested::QuarterBefore => "quarter_before",
        Tested::Never => "never",
    }
}

impl ChapterBook {
    fn of(chapter: Chapter<'static>, teller: &mut Teller) -> Self {
        let tell = if chapter.computed {
            Teller::tell
        } else {
            Teller::tell_stated
        };
        let of = |rule: &Rule| STATEMENTS.iter().find(|one| one.id == rule.id.book);
        let statement = chapter.rules.first().and_then(|rule| of(rule));
        let rules = chapter.rules.into_iter();
        Self {
            title: chapter.title,
            statement: statement.map(|one| one.id),
            rules: rules.map(|rule| tell(teller, rule)).collect(),
        }
    }
}

impl From<&'static Condition> for ConditionBook {
    fn from(condition: &'static Condition) -> Self {
        Self {
            id: condition.id,
            is_asked: condition.test == ConditionTest::Answer,
            is_acceptance: condition.test == ConditionTest::Accepted,
            rule: condition.rule.id,
            name: condition.rule.name,
        }
    }
}

impl From<(&'static Rule, ParameterKind)> for ParameterBook {
    fn from((rule, kind): (&'static Rule, ParameterKind)) -> Self {
        Self {
            rule: rule.id,
            kind,
        }
    }
}

impl From<&'static Measure> for MeasureBook {
    fn from(measure: &'static Measure) -> Self {
        Self {
            id: measure.id,
            name: measure.name,
            milestones: measure.milestones().collect(),
            needs: measure.needs(),
        }
    }
}

impl OutcomeBook {
    fn of(outcome: &'static Outcome, teller: &mut Teller) -> Self {
        Self {
            own_met: outcome.own_met,
            system_met: outcome.system_met,
            rule: teller.tell_stated(&outcome.rule),
        }
    }
}

impl StatementBook {
    fn of(statement: &'static Statement, teller: &mut Teller) -> Self {
        let lines = statement.lines.iter();
        Self {
            id: statement.id,
            name: statement.name,
            whose: whose(statement.whose),
            lines: lines.map(|line| LineBook::of(line, teller)).collect(),
        }
    }
}

/// The names of `whose` in a statement's file.
const fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Provider => "provider",
        Whose::Commissioner => "commissioner",
        Whose::Organisation => "organisation",
        Whose::System => "system",
    }
}

impl LineBook {
    fn of(line: &'static Line, teller: &mut Teller) -> Self {
        Self {
            id: line.id,
            rule: teller.tell(&line.rule),
            asks: match line.made {
                Made::Entered { .. } => Some("amount"),
                Made::Answered => Some("yes_no"),
                _ => None,
            },
            may_be_blank: !line.needs_an_entry(),
        }
    }
}

impl From<(&'static str, &'static str)> for MilestoneBook {
    fn from((id, name): (&'static str, &'static str)) -> Self {
        Self { id, name }
    }
}

impl RoundBook {
    fn of(round: &'static Round, teller: &mut Teller) -> Self {
        let days = round.milestones.iter();
        let conditions = round.conditions().into_iter();
        let pots = round.pots.iter();
        Self {
            name: round.name,
            years: round.years().map(|year| year.to_string()).collect(),
            days: days.map(|day| DayBook::of(day, teller)).collect(),
            conditions: conditions
                .map(|rule| AskedBook {
                    id: rule.id.local,
                    rule: teller.tell(rule),
                })
                .collect(),
            pots: pots.map(|pot| AskedBook::of(pot, teller)).collect(),
        }
    }
}

impl DayBook {
    fn of(milestone: &'static Milestone, teller: &mut Teller) -> Self {
        Self {
            id: milestone.id,
            day: milestone.day.map(|day| day.to_string()),
            rule: teller.tell_stated(&milestone.rule),
        }
    }
}

impl AskedBook {
    fn of(pot: &'static Pot, teller: &mut Teller) -> Self {
        Self {
            id: pot.id,
            rule: teller.tell_stated(&pot.rule),
        }
    }
}

impl Assumption {
    fn of(reading: &'static Reading, teller: &mut Teller) -> Self {
        Self {
            rule: teller.tell(reading.rule),
            reason: reading.reason,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_has_every_rule_and_every_reading() {
        let book = json().unwrap();
        let rules = SCHEMES.iter().flat_map(|scheme| scheme.rules());
        for rule in rules.chain(readings::ALL.iter().map(|reading| reading.rule)) {
            let words = serde_json::to_string(rule.words).unwrap();
            assert!(book.contains(&words), "{}", rule.id);
        }
        assert!(book.contains(facts::ATTRIBUTION));
    }
}
