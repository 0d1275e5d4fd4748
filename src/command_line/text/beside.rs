//! What stands beside the fund: control totals moved by flexes, and the rules'
//! statements.

use super::table::{Writer, headings, row};
use control_total::assess::{Assessment, LineResult, Missing, Position, StatementResult};
use control_total::scheme::{STATEMENTS, Status};
use std::fmt::Write as _;

/// More missing inputs than these are counted: all are listed further down.
const MOST_NEEDS: usize = 3;

/// Who moves by how much, and the totals before and after.
pub(super) fn flexes(assessment: &Assessment) -> String {
    let writer = Writer::of(assessment);
    let mut text = String::new();
    for flex in &assessment.flexes {
        let from = flex.from.name();
        let title = format!("Flex from {from}, to be approved");
        text.push_str(&headings(&title, &["as issued", "moved", "in force"]));
        let mut add = |name: &str, position: &Position, moved| {
            let amounts = [
                position.original_control_total,
                moved,
                position.control_total,
            ];
            let cells = amounts.map(|amount| writer.figure(Some(amount)));
            text.push_str(&row(name, &cells));
        };
        for one in &flex.moves {
            let mut members = assessment.organisations.iter();
            if let Some(member) = members.find(|member| member.code == one.code) {
                add(&one.name, &member.position, one.moved);
            }
        }
        for (side, moved) in assessment
            .sides
            .iter()
            .zip([flex.providers, flex.commissioners])
        {
            add(&side.name, &side.position, moved);
        }
    }
    text
}

/// The statements of every organisation, then the system's.
pub(super) fn statements(assessment: &Assessment) -> String {
    let mut text = String::new();
    let members = assessment.organisations.iter();
    let members = members.map(|member| (&member.name, &member.statements));
    let system = [(&assessment.system.name, &assessment.system.statements)];
    for (name, statements) in members.chain(system) {
        for statement in statements {
            text.push_str(&written(assessment, name, statement));
        }
    }
    text
}

/// A statement's lines, each with what there is to know of it.
fn written(assessment: &Assessment, name: &str, statement: &StatementResult) -> String {
    let writer = Writer::of(assessment);
    let mut text = format!("\n{}: {name}\n", statement.name);
    for line in &statement.lines {
        let cell = match line.met {
            Some(test) => writer.yes_or_no(test),
            None => writer.figure(line.amount),
        };
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "{}{}",
            row(line.name, &[cell]).trim_end(),
            remarks(assessment, line)
        );
    }
    text
}

/// What a line needs, and whether its rule is not verified.
fn remarks(assessment: &Assessment, line: &LineResult) -> String {
    let ledger = &assessment.record.ledger;
    let place = line.met.map(|met| met.place());
    let place = place.or_else(|| line.amount.map(|amount| amount.place()));
    let needs = place.map_or(&[][..], |place| ledger.needs(place));
    let missing =
        |place: &u32| -> Option<&Missing> { assessment.missing.get(usize::try_from(*place).ok()?) };
    let more = needs.len().saturating_sub(MOST_NEEDS);
    let needs: Vec<&str> = needs
        .iter()
        .take(MOST_NEEDS)
        .filter_map(missing)
        .map(|input| input.words.as_str())
        .collect();
    let mut lines = STATEMENTS.iter().flat_map(|statement| statement.lines);
    let is_recalled =
        lines.any(|other| other.rule.id == line.rule && other.rule.status == Status::Recalled);
    let mut remarks = String::new();
    if !needs.is_empty() {
        let _ = write!(remarks, "  needs {}", needs.join(", "));
    }
    if more > 0 {
        let _ = write!(remarks, " and {more} more");
    }
    if is_recalled {
        remarks.push_str("  (not verified)");
    }
    remarks
}
