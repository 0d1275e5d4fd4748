//! Who is in which fund: its conditions one by one, and what a plan that has to
//! balance lacks.

use super::needs::needs;
use super::table::{Writer, row};
use super::verified::not_verified;
use control_total::assess::{Assessment, Eligibility, WhosePlan};
use control_total::money::Money;
use std::fmt::Write as _;

/// Every organisation that a fund is for.
pub(super) fn eligibility(assessment: &Assessment) -> String {
    let mut text = String::new();
    for member in &assessment.organisations {
        for fund in &member.eligibility {
            text.push_str(&of_fund(assessment, &member.name, fund));
        }
    }
    text
}

fn of_fund(assessment: &Assessment, name: &str, fund: &Eligibility) -> String {
    let writer = Writer::of(assessment);
    let mut text = format!("\nConditions of the {}: {name}\n", fund.fund);
    let conditions = fund.conditions.iter();
    let conditions = conditions.map(|one| (one.name, one.met, not_verified(one.rule)));
    for (name, met, mark) in conditions.chain([("In the fund", fund.met, "")]) {
        let line = row(name, &[writer.met_or_not(met)]);
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "{}{}{mark}",
            line.trim_end(),
            needs(assessment, met.place())
        );
    }
    text.push_str(&improvement(assessment, fund));
    text
}

/// By how much the plan has to improve, and what that unlocks; nothing for one that
/// balances, or that is not known yet.
fn improvement(assessment: &Assessment, fund: &Eligibility) -> String {
    let Some(by) = fund.improve_by else {
        return String::new();
    };
    if matches!(
        assessment.record.ledger.amount(by),
        None | Some(Money::ZERO)
    ) {
        return String::new();
    }
    let writer = Writer::of(assessment);
    let whose = match fund.whose_plan {
        Some(WhosePlan::System) => "the system's plan",
        _ => "the plan",
    };
    let by = writer.figure(Some(by));
    match fund.unlocks {
        Some(unlocks) => format!(
            "Improve {whose} by {by} to unlock {}, of which each quarter is still to be earned.\n",
            writer.figure(Some(unlocks))
        ),
        None => format!(
            "Improve {whose} by {by} to balance, which alone unlocks nothing: another condition is not met.\n"
        ),
    }
}
