//! What the rules reckon beside the fund: their statements, line by line.

use super::position::Position;
use crate::money::{Money, Rate};
use crate::plan::Plan;
use crate::scheme::{AmountOf, Line, Made, RuleId, Statement, TestOf, Whose, readings};
use crate::working::{Figure, Label, Test, Work};
use serde::Serialize;

/// A statement of an organisation or of the system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct StatementResult {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its lines.
    pub lines: Vec<LineResult>,
}

/// A line of a statement: an amount, or a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct LineResult {
    /// Its id.
    pub id: &'static str,
    /// The id of the rule that sets it.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub rule: RuleId,
    /// Its name.
    pub name: &'static str,
    /// Where it is entered, in the plan document.
    pub entered: Option<String>,
    /// Its amount, unless it is a test.
    pub amount: Option<Figure>,
    /// Whether it is met, for a test.
    pub met: Option<Test>,
}

/// Makes an entered amount as it counts here, given its label and its field.
pub(super) type Entering<'a> = dyn Fn(Label<'_>, Option<Money>, &dyn Fn() -> String) -> Figure + 'a;

/// Whose statements are made, with the figures that their lines may use.
pub(super) struct Subject<'a> {
    pub work: &'a Work,
    pub plan: &'a Plan,
    pub whose: Whose,
    /// What was entered for it.
    pub amounts: &'a [(&'static str, Option<Money>)],
    pub answers: &'a [(&'static str, bool)],
    /// An entered amount as it counts here.
    pub money: &'a Entering<'a>,
    /// The path of one of its fields in the plan document.
    pub path: &'a dyn Fn(&str) -> String,
    pub position: &'a Position,
    /// What the fund has paid, and what was missed.
    pub paid: Option<Figure>,
    pub missed: Option<Figure>,
    pub system_met: Option<Test>,
}

impl Subject<'_> {
    /// Its statements: those that something was entered for, and those that can do
    /// without.
    pub fn statements(&self) -> Vec<StatementResult> {
        let mut results = Vec::new();
        for statement in self.plan.statements() {
            if self.is_for(statement.whose) && self.is_begun(statement) {
                results.push(self.statement(statement));
            }
        }
        results
    }

    fn is_for(&self, whose: Whose) -> bool {
        let organisation = self.whose != Whose::System && whose == Whose::Organisation;
        whose == self.whose || organisation
    }

    fn is_begun(&self, statement: &Statement) -> bool {
        let is_entered = |line: &Line| {
            self.amounts.iter().any(|(id, _)| *id == line.id)
                || self.answers.iter().any(|(id, _)| *id == line.id)
        };
        let mut lines = statement.lines.iter();
        !lines.clone().any(Line::needs_an_entry) || lines.any(is_entered)
    }

    fn statement(&self, statement: &'static Statement) -> StatementResult {
        let mut lines = Vec::with_capacity(statement.lines.len());
        for line in statement.lines {
            let result = self.line(line, statement.lines, &lines);
            lines.push(result);
        }
        StatementResult {
            id: statement.id,
            name: statement.name,
            lines,
        }
    }

    fn line(&self, line: &'static Line, all: &'static [Line], before: &[LineResult]) -> LineResult {
        let mut result = LineResult {
            id: line.id,
            rule: line.rule.id,
            name: line.rule.name,
            entered: None,
            amount: None,
            met: None,
        };
        let rules = [&line.rule];
        let label: Label<'_> = line.rule.name.into();
        match &line.made {
            Made::Entered { blank_is_nothing } => {
                let field = format!("amounts/{}", line.id);
                result.amount = Some(self.entered(line, &field, *blank_is_nothing));
                result.entered = Some((self.path)(&field));
            }
            Made::Answered => {
                let field = format!("answers/{}", line.id);
                let answer = self.answers.iter().find(|(id, _)| *id == line.id);
                let answer = answer.map(|(_, answer)| *answer);
                let test = self
                    .work
                    .answered(label, &rules, answer, &|| (self.path)(&field));
                result.met = Some(test);
                result.entered = Some((self.path)(&field));
            }
            Made::Added { .. } => result.amount = self.added(line, before),
            Made::Slice { of } => result.amount = self.slice(line, *of, all, before),
            Made::InProportion { of, part, whole } => {
                let amounts = [*of, *part, *whole].map(|one| self.amount(one, before));
                if let [Some(of), Some(part), Some(whole)] = amounts {
                    let shared = self.work.in_proportion(label, &rules, [of, part, whole]);
                    result.amount = Some(shared);
                }
            }
            Made::AtLeast { amount, least } => {
                let amount = self.amount(*amount, before);
                let both = amount.zip(self.amount(*least, before));
                result.met =
                    both.map(|(amount, least)| self.work.at_least(label, &rules, amount, least));
            }
            Made::AllOf(tests) => {
                let tests = self.tests(tests, before);
                result.met = tests.map(|tests| self.work.all_of(label, &rules, &tests));
            }
            Made::AnyOf(tests) => {
                let tests = self.tests(tests, before);
                result.met = tests.map(|tests| self.work.any_of(label, &rules, &tests));
            }
        }
        result
    }

    fn entered(&self, line: &'static Line, field: &str, blank_is_nothing: bool) -> Figure {
        let mut entries = self.amounts.iter();
        let entry = entries.find(|(id, _)| *id == line.id);
        let label: Label<'_> = line.rule.name.into();
        if entry.is_none() && blank_is_nothing {
            let rules = [&line.rule, &readings::BLANK_LINE];
            return self.work.nothing(label, &rules);
        }
        let amount = entry.and_then(|(_, amount)| *amount);
        (self.money)(label, amount, &|| field.to_owned())
    }

    /// Terms added, then the line's rate, then its floor, then its tests.
    fn added(&self, line: &'static Line, before: &[LineResult]) -> Option<Figure> {
        let Made::Added {
            terms,
            not_below_nothing,
            tests,
        } = &line.made
        else {
            return None;
        };
        let work = self.work;
        let rules = [&line.rule];
        let label: Label<'_> = line.rule.name.into();
        let mut counted = Vec::with_capacity(terms.len());
        for term in *terms {
            counted.push((term.is_taken_off, self.amount(term.amount, before)?));
        }
        let mut amount = match counted.as_slice() {
            [(false, only)] => *only,
            several => work.reckoned(label, &rules, several),
        };
        if *not_below_nothing {
            amount = work.not_below_nothing(label, &rules, amount);
        }
        if let Some(published) = line.rate {
            let rate = self.plan.rate_of(&line.rule, published);
            amount = work.share(label, amount, rate, &[Some(&line.rule)]);
        }
        let mut decided = Vec::with_capacity(tests.len());
        for test in *tests {
            decided.push(Some(self.test(*test, before)?));
        }
        Some(work.if_all_met(label, &rules, &decided, amount))
    }

    /// A slice, beside the other slices of the same amount.
    fn slice(
        &self,
        line: &'static Line,
        of: AmountOf,
        all: &'static [Line],
        before: &[LineResult],
    ) -> Option<Figure> {
        let same = |one: &&Line| matches!(one.made, Made::Slice { of: other } if other == of);
        let mut shares = Vec::new();
        let mut place = 0;
        for other in all.iter().filter(same) {
            if other.id == line.id {
                place = shares.len();
            }
            let published = other.rate.unwrap_or(Rate::ZERO);
            shares.push((other.id, self.plan.rate_of(&other.rule, published)));
        }
        let whole = self.amount(of, before)?;
        let rules = [&line.rule];
        Some(
            self.work
                .slice(line.rule.name.into(), &rules, whole, (&shares, place)),
        )
    }

    fn tests(&self, tests: &[TestOf], before: &[LineResult]) -> Option<Vec<Test>> {
        tests.iter().map(|test| self.test(*test, before)).collect()
    }

    /// An amount that a line uses; none where there is no such figure here yet.
    fn amount(&self, amount: AmountOf, before: &[LineResult]) -> Option<Figure> {
        let position = self.position;
        match amount {
            AmountOf::Line(place) => before.get(place)?.amount,
            AmountOf::Nothing => Some(self.work.nothing("Nothing".into(), &[])),
            AmountOf::ControlTotal => Some(position.control_total),
            AmountOf::ControlTotalAfterFund => Some(position.control_total_after_fund),
            AmountOf::Allocation => Some(position.allocation),
            AmountOf::Position => position.actual.last().copied(),
            AmountOf::PositionAfterFund => position.actual_after_fund.last().copied(),
            AmountOf::Forecast => position.forecast,
            AmountOf::ResourceLimit => position.resource_limit,
            AmountOf::Paid => self.paid,
            AmountOf::Missed => self.missed,
        }
    }

    fn test(&self, test: TestOf, before: &[LineResult]) -> Option<Test> {
        match test {
            TestOf::Line(place) => before.get(place)?.met,
            TestOf::Met => self.position.latest_met(),
            TestOf::SystemMet => self.system_met,
        }
    }
}
