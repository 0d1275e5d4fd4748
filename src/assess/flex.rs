//! Flex inside the system's total (C3): who moves by how much, side by side, and what
//! it does to targets.

use super::member::{Inputs, Member};
use crate::calendar::Quarter;
use crate::plan::Plan;
use crate::scheme::{Rule, Side, readings};
use crate::working::{Figure, Label, Work};
use serde::Serialize;

/// A flex of the plan. It is always subject to national approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct FlexResult {
    /// Its place among the plan's flexes, the first being 0: one that is refused is not here.
    pub place: usize,
    /// The quarter from which it counts.
    pub from: Quarter,
    /// The organisations that move.
    pub moves: Vec<FlexMove>,
    /// By how much the providers' control totals move together: what one side takes
    /// on, both sides have to balance nationally.
    pub providers: Figure,
    /// By how much the commissioners' move.
    pub commissioners: Figure,
}

/// One organisation's move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct FlexMove {
    /// The organisation's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// By how much its control total for the year moves.
    pub moved: Figure,
}

const MOVED: &str = "Moved by the flex";

/// The plan's flexes, with the sums of each side.
pub(super) fn flexes(work: &Work, plan: &Plan, members: &[Member]) -> Vec<FlexResult> {
    let mut results = Vec::with_capacity(plan.flexes.len());
    for flex in &plan.flexes {
        let rules = [&readings::FLEX];
        let mut providers = work.begin_sum("Moved by the providers".into(), &rules);
        let mut commissioners = work.begin_sum("Moved by the commissioners".into(), &rules);
        let mut moves = Vec::with_capacity(flex.moves.len());
        for (code, amount) in &flex.moves {
            let Some(member) = members.iter().find(|member| member.code == *code) else {
                continue;
            };
            let moved = work.entered(MOVED.into(), Some(*amount), &|| {
                format!("flexes/{}/moves/{code}", flex.place)
            });
            match member.side {
                Side::Provider => providers.add_named(&member.name, moved),
                Side::Commissioner => commissioners.add_named(&member.name, moved),
            }
            moves.push(FlexMove {
                code: code.clone(),
                name: member.name.clone(),
                moved,
            });
        }
        results.push(FlexResult {
            place: flex.place,
            from: flex.from,
            moves,
            providers: providers.done(),
            commissioners: commissioners.done(),
        });
    }
    results
}

impl Inputs<'_> {
    /// The organisation's moves, with the quarter from which each counts.
    fn moves(&self) -> Vec<(Quarter, Figure)> {
        let mut moves = Vec::new();
        for flex in &self.plan.flexes {
            let own = flex.moves.iter();
            for (code, amount) in own.filter(|(code, _)| *code == self.organisation.code) {
                let moved = self.work.entered(MOVED.into(), Some(*amount), &|| {
                    format!("flexes/{}/moves/{code}", flex.place)
                });
                moves.push((flex.from, moved));
            }
        }
        moves
    }

    /// A control total for the year with the moves that count by the plan's date.
    pub(super) fn flexed(&self, control_total: Figure) -> Figure {
        self.with_moves(
            "Control total with the flex".into(),
            control_total,
            Quarter::Q4,
        )
    }

    /// A target to date with the moves: each comes in by equal steps from its quarter
    /// on, and is whole at the year's end.
    pub(super) fn flexed_to_date(&self, target: Figure, quarter: Quarter) -> Figure {
        let label = ("Control total to date, with the flex", quarter);
        self.with_moves(label.into(), target, quarter)
    }

    fn with_moves(&self, label: Label<'_>, before: Figure, by: Quarter) -> Figure {
        let moves = self.moves();
        if moves.is_empty() {
            return before;
        }
        let rules: [&'static Rule; 2] = [&readings::FLEX, &readings::FLEX_BY_STEPS];
        let mut sum = self.work.begin_sum(label, &rules);
        sum.add(before);
        for (from, moved) in moves {
            if from <= by {
                let steps = steps(from, by);
                let label = ("Moved by the flex to date", by);
                sum.add(self.work.parts_of(label.into(), &rules[1..], moved, steps));
            }
        }
        sum.done()
    }
}

/// How many steps of a move have come in by a quarter, and how many there are.
fn steps(from: Quarter, by: Quarter) -> (usize, usize) {
    let before = from.index();
    let done = by.index().saturating_add(1).saturating_sub(before);
    (done, Quarter::ALL.len().saturating_sub(before))
}
