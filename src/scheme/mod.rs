//! Schemes: the rules of one fund in one year, as data with sources.
//!
//! Each scheme is one text file in `src/scheme/published`, written to be reviewed
//! by a finance person; the build turns them into the constants below. To add a
//! year is to add a file.
//!
//! What a rule says and where it was read is never computed with, and is here with
//! the feature `rule-texts` only.

mod earning;
pub mod readings;
mod round;
mod rule;
mod statement;
#[cfg(feature = "rule-texts")]
mod worked_cases;

pub use earning::{
    Allocation, Condition, ConditionTest, Criterion, Delivery, Earning, IncentiveBase, Measure,
    MeasureNeeds, Measured, Part, Tested,
};
pub use round::{MILESTONES, Milestone, Pot, Round};
#[cfg(feature = "rule-texts")]
pub use rule::Source;
pub use rule::{Parameter, ParameterKind, Rule, RuleId, Status, Value, Valued};
pub use statement::{AmountOf, Line, Made, Statement, Term, TestOf, Whose};
#[cfg(feature = "rule-texts")]
pub use worked_cases::{CaseFile, WorkedCases};

use crate::calendar::{Date, FinancialYear, Quarter};
use crate::money::Rate;

/// The two sides of a health system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "browser",
    derive(tsify::Tsify),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(
    feature = "command-line",
    derive(schemars::JsonSchema),
    schemars(rename_all = "snake_case")
)]
pub enum Side {
    /// Trusts and foundation trusts.
    Provider,
    /// Clinical commissioning groups, later integrated care boards.
    Commissioner,
}

/// The rules of one fund in one year.
#[derive(Debug)]
pub struct Scheme {
    /// The fund and year: `stf-2017-18`.
    pub id: &'static str,
    /// The fund's short name: `STF`.
    pub fund: &'static str,
    /// The fund's name and year in words.
    pub name: &'static str,
    /// The financial year.
    pub year: FinancialYear,
    /// What the target was called in that year: control total, trajectory.
    pub target: &'static str,
    /// Whether it was in force. One that was published and then suspended is there
    /// to be asked for, and never chosen unasked.
    pub ran: bool,
    /// The scheme in a sentence.
    #[cfg(feature = "rule-texts")]
    pub summary: &'static str,
    /// Target and position exclude the fund.
    pub before_fund: Rule,
    /// How a system's total is made from its members'.
    pub system_total: Rule,
    /// How the control total after the fund is made.
    pub after_fund: Rule,
    /// What a control total revised in the year does.
    pub revision: Rule,
    /// How the fund is earned; nothing where no fund hangs on the target.
    pub earning: Option<Earning>,
    /// How many of its own rules are recalled, not verified; its statements have counts of
    /// their own.
    pub rules_not_verified: usize,
    /// What else hangs on the four outcomes of own and system.
    #[cfg(feature = "rule-texts")]
    pub outcomes: &'static [Outcome],
    /// Rules that are stated, not computed.
    #[cfg(feature = "rule-texts")]
    pub stated: &'static [Rule],
}

/// Rules that belong together, under a heading.
#[cfg(feature = "rule-texts")]
#[derive(Debug)]
pub struct Chapter<'a> {
    /// The heading.
    pub title: &'static str,
    /// The rules, in reading order.
    pub rules: Vec<&'a Rule>,
    /// Whether figures are worked out by them, so that cases can test them.
    pub computed: bool,
}

/// A consequence, beside the fund, of one of the four outcomes.
#[cfg(feature = "rule-texts")]
#[derive(Debug)]
pub struct Outcome {
    /// The organisation meets its own control total.
    pub own_met: bool,
    /// The system meets its control total.
    pub system_met: bool,
    /// What follows.
    pub rule: Rule,
}

#[cfg(feature = "rule-texts")]
mod sources {
    use super::Source;
    include!(concat!(env!("OUT_DIR"), "/sources.rs"));
}

include!(concat!(env!("OUT_DIR"), "/schemes.rs"));
include!(concat!(env!("OUT_DIR"), "/statements.rs"));
include!(concat!(env!("OUT_DIR"), "/rounds.rs"));

/// The planning round in which a year is planned, if its rules were read.
#[must_use]
pub fn round_of(year: FinancialYear) -> Option<&'static Round> {
    let mut rounds = ROUNDS.iter();
    rounds.find(|round| round.covers(year))
}

/// The scheme with this id.
#[must_use]
pub fn scheme(id: &str) -> Option<&'static Scheme> {
    SCHEMES.iter().find(|scheme| scheme.id == id)
}

/// The schemes of a year.
pub fn of_year(year: FinancialYear) -> impl Iterator<Item = &'static Scheme> {
    SCHEMES.iter().filter(move |scheme| scheme.year == year)
}

impl Scheme {
    /// Every rule of the scheme, in reading order.
    #[cfg(feature = "rule-texts")]
    #[must_use]
    pub fn rules(&self) -> Vec<&Rule> {
        let chapters = self.chapters().into_iter();
        chapters.flat_map(|chapter| chapter.rules).collect()
    }

    /// Its rules as a book is read: first the control total, then who is in the
    /// fund, what each quarter pays, and what else there is to know.
    #[cfg(feature = "rule-texts")]
    #[must_use]
    pub fn chapters(&self) -> Vec<Chapter<'_>> {
        let mut chapters = vec![Chapter {
            title: "The control total",
            rules: vec![
                &self.before_fund,
                &self.system_total,
                &self.after_fund,
                &self.revision,
            ],
            computed: true,
        }];
        chapters.extend(self.earning.iter().flat_map(Earning::chapters));
        chapters.extend(self.statements().map(|statement| Chapter {
            title: statement.name,
            rules: statement.lines.iter().map(|line| &line.rule).collect(),
            computed: true,
        }));
        chapters.extend(round_of(self.year).into_iter().flat_map(Round::chapters));
        chapters.push(Chapter {
            title: "What else hangs on own and system",
            rules: self.outcomes.iter().map(|outcome| &outcome.rule).collect(),
            computed: false,
        });
        chapters.push(Chapter {
            title: "Stated, not computed",
            rules: self.stated.iter().collect(),
            computed: false,
        });
        chapters.retain(|chapter| !chapter.rules.is_empty());
        chapters
    }

    /// Its parameters that a plan may change, with what their values are.
    #[must_use]
    pub fn parameters(&'static self) -> Vec<(&'static Rule, ParameterKind)> {
        let mut parameters = match &self.earning {
            Some(earning) => earning.parameters(),
            None => Vec::new(),
        };
        for statement in self.statements() {
            parameters.extend(statement.lines.iter().filter_map(Line::parameter));
        }
        parameters
    }

    /// The statements that are reckoned beside it.
    pub fn statements(&self) -> impl Iterator<Item = &'static Statement> {
        STATEMENTS
            .iter()
            .filter(|statement| statement.is_beside(self))
    }

    /// Whether the fund pays organisations of this side.
    #[must_use]
    pub fn pays(&self, side: Side) -> bool {
        let mut earning = self.earning.iter();
        earning.any(|earning| earning.pays.contains(&side))
    }

    /// The performance measure with this id.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<&'static Measure> {
        self.measures().iter().find(|measure| measure.id == id)
    }

    /// Its performance measures.
    #[must_use]
    pub fn measures(&self) -> &'static [Measure] {
        match &self.earning {
            Some(earning) => earning.measures,
            None => &[],
        }
    }
}
