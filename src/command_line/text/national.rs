//! A roll-up as text: each system, each region and all, side by side.

use super::table::{Writer, headings, row};
use control_total::national::{RollUp, Row, SideFigures};

/// The figures of a side.
type Side = fn(&Row) -> SideFigures;

const SIDES: [(&str, Side); 3] = [
    ("Providers", |row| row.providers),
    ("Commissioners", |row| row.commissioners),
    ("Both sides", |row| row.both),
];

pub(in crate::command_line) fn roll_up(result: &RollUp) -> String {
    let writer = Writer::new(&result.record.ledger, result.unit);
    let made_up = match result.illustrative {
        0 => String::new(),
        some => format!(
            " ILLUSTRATIVE FIGURES in {some} of {} plans.",
            result.systems.len()
        ),
    };
    let mut text = format!(
        "{}. Amounts in {}.{made_up}\n",
        result.rules,
        result.unit.symbol()
    );
    for sentence in &result.answer {
        text.push_str(&format!("\n{sentence}\n"));
    }
    let all = || {
        result
            .systems
            .iter()
            .chain(&result.regions)
            .chain([&result.all])
    };
    for (heading, side) in SIDES {
        text.push_str(&headings(
            heading,
            &[
                "issued", "moved", "revised", "in force", "position", "variance",
            ],
        ));
        for one in all() {
            let own = side(one);
            let cells = [
                Some(own.issued),
                Some(own.moved),
                Some(own.revised),
                Some(own.control_total),
                own.position,
                own.variance,
            ];
            text.push_str(&row(&one.name, &cells.map(|figure| writer.figure(figure))));
        }
    }
    if !result.fund.is_empty() {
        text.push_str(&headings(&result.fund, &["available", "paid", "lost"]));
        for one in all() {
            let cells = [one.available, one.paid, one.lost];
            text.push_str(&row(
                &one.name,
                &cells.map(|figure| writer.figure(Some(figure))),
            ));
        }
    }
    if !result.missing.is_empty() {
        text.push_str("\nNot known yet: needs\n");
        for input in &result.missing {
            text.push_str(&format!("  {} ({})\n", input.words, input.path));
        }
    }
    text
}
