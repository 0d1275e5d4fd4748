//! An assessment as text for a terminal: tables in the plan's unit, deficits in
//! brackets.

mod beside;
mod eligibility;
mod national;
mod needs;
mod planning;
mod table;
mod verified;
mod working;

pub(super) use national::roll_up;
pub(super) use working::working;

use control_total::assess::{Assessment, ChangeLine, Check, FundRows, Group, Member, Position};
use table::{Writer, headings, row};

pub(super) fn assessment(assessment: &Assessment) -> String {
    let mut text = String::new();
    let line = |text: &mut String, line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    line(&mut text, &assessment.title);
    line(
        &mut text,
        &format!(
            "{}. Amounts in {}.{}",
            assessment.scheme.name,
            assessment.unit.symbol(),
            if assessment.illustrative {
                " ILLUSTRATIVE FIGURES."
            } else {
                ""
            }
        ),
    );
    if assessment.scheme.rules_not_verified > 0 {
        line(
            &mut text,
            &format!(
                "{} of its rules are recalled and not verified: see `schemes {}`.",
                assessment.scheme.rules_not_verified,
                assessment.scheme.ids.join("` and `schemes ")
            ),
        );
    }
    for change in &assessment.changes {
        let ChangeLine { name, value, rule } = change;
        line(
            &mut text,
            &format!("Changed in this plan: {name} = {value} ({rule})"),
        );
    }
    let answer = &assessment.answer;
    for sentence in [&answer.system, &answer.organisations, &answer.fund] {
        if !sentence.is_empty() {
            line(&mut text, "");
            line(&mut text, sentence);
        }
    }
    text.push_str(&positions(assessment));
    if !assessment.scheme.pays.is_empty() {
        text.push_str(&eligibility::eligibility(assessment));
        text.push_str(&fund(assessment));
        text.push_str(&quarters(assessment));
    }
    text.push_str(&beside::flexes(assessment));
    text.push_str(&beside::statements(assessment));
    text.push_str(&planning::planning(assessment));
    for choice in &assessment.choices {
        text.push_str(&format!("\nAssumed: {}\n", choice.words));
    }
    text.push_str(&missing(assessment));
    text.push_str(&checks(&assessment.checks));
    text
}

/// Where everybody stands, before the fund where there is one.
fn positions(assessment: &Assessment) -> String {
    let writer = Writer::of(assessment);
    let mut text = headings(
        if assessment.scheme.pays.is_empty() {
            ""
        } else {
            "Before the fund"
        },
        &["target", "to date", "position", "variance", "outcome"],
    );
    let mut add = |name: &str, position: &Position| {
        let last = position.actual.len().checked_sub(1);
        let target = last.and_then(|last| position.target.get(last));
        text.push_str(&row(
            name,
            &[
                writer.figure(Some(position.control_total)),
                writer.figure(target.copied()),
                writer.figure(position.actual.last().copied()),
                writer.figure(position.latest_variance()),
                writer.outcome(position),
            ],
        ));
    };
    for member in &assessment.organisations {
        add(&member.name, &member.position);
    }
    for group in groups(assessment) {
        add(&group.name, &group.position);
    }
    text
}

fn groups(assessment: &Assessment) -> impl Iterator<Item = &Group> {
    let parts = assessment.subdivisions.iter().chain(&assessment.sides);
    parts.chain([&assessment.system])
}

/// What everybody earns.
fn fund(assessment: &Assessment) -> String {
    let writer = Writer::of(assessment);
    let mut text = headings(
        &format!("{} for the year", assessment.scheme.fund),
        &[
            "available",
            "earned",
            "recovered",
            "recoverable",
            "lost",
            "to earn",
        ],
    );
    let cells = |total: &FundRows| {
        [
            total.available,
            total.earned,
            total.recovered,
            total.still_recoverable,
            total.lost,
            total.still_to_earn,
        ]
        .map(|row| writer.figure(Some(row.year)))
    };
    let paid = |member: &&Member| member.fund.is_some();
    for member in assessment.organisations.iter().filter(paid) {
        if let Some(fund) = &member.fund {
            text.push_str(&row(&member.name, &cells(&fund.total)));
        }
    }
    for group in groups(assessment) {
        text.push_str(&row(&group.name, &cells(&group.fund.total)));
    }
    text
}

/// The system's fund by quarter.
fn quarters(assessment: &Assessment) -> String {
    let writer = Writer::of(assessment);
    let mut text = headings(
        "The system's fund by quarter",
        &["Q1", "Q2", "Q3", "Q4", "year"],
    );
    let total = &assessment.system.fund.total;
    for (label, figures) in FundRows::LABELS.into_iter().zip(total.rows()) {
        let [q1, q2, q3, q4] = figures.quarters;
        let cells = [q1, q2, q3, q4, figures.year].map(|figure| writer.figure(Some(figure)));
        text.push_str(&row(label, &cells));
    }
    text
}

fn missing(assessment: &Assessment) -> String {
    if assessment.missing.is_empty() {
        return String::new();
    }
    let inputs: String = assessment
        .missing
        .iter()
        .map(|input| {
            let whose = input.organisation.as_deref().unwrap_or_default();
            format!("  {whose}  {} ({})\n", input.words, input.path)
        })
        .collect();
    format!("\nNot known yet: needs\n{inputs}")
}

fn checks(checks: &[Check]) -> String {
    let lines: String = checks
        .iter()
        .map(|check| {
            let holds = match check.holds {
                Some(true) => "holds",
                Some(false) => "FAILS",
                None => "not known yet",
            };
            format!("  {holds}: {}\n", check.words)
        })
        .collect();
    format!("\nChecks\n{lines}")
}
