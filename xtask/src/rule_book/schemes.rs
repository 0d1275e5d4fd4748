//! What a scheme's rules say, for the list of years and funds, the grids and the rule book.

use control_total::{
    money::Rate,
    scheme::{
        Allocation, Chapter, Condition, ConditionTest, Earning, Measure, MeasureNeeds, Outcome,
        ParameterKind, Rule, RuleId, STATEMENTS, Scheme, Side, Tested,
    },
};
use serde::Serialize;

use super::told::{Teller, Told};

/// A scheme's rules, for the list of years and funds, the grids and the rule book.
#[derive(Serialize)]
pub struct SchemeBook {
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

impl SchemeBook {
    pub fn of(scheme: &'static Scheme, teller: &mut Teller) -> Self {
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
