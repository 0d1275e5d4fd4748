//! What stands beside the fund: control totals moved by flexes, and the rules'
//! statements.

use super::needs::needs;
use super::table::{Writer, headings, row};
use super::verified::not_verified;
use control_total::assess::{Assessment, LineResult, Position, StatementResult};
use std::fmt::Write as _;

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
    let place = line.met.map(|met| met.place());
    let place = place.or_else(|| line.amount.map(|amount| amount.place()));
    let mut remarks = place.map_or_else(String::new, |place| needs(assessment, place));
    remarks.push_str(not_verified(line.rule));
    remarks
}
