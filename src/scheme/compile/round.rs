//! Planning rounds as constants.

use super::Outcome;
use super::code::{Written, list, listed, recalled, year_code};
use super::form::{MilestoneFile, PotFile, RoundFile};

pub fn round(file: &RoundFile) -> Outcome<String> {
    let of = |id: &str, rule| Written::default().rule((&file.id, id), rule);
    let milestones = listed(file.milestone.iter().map(|one| milestone(&file.id, one)))?;
    let pots = listed(file.transformation.pot.iter().map(|one| pot(&file.id, one)))?;
    let named = file.named();
    Ok(format!(
        "Round {{ id: {:?}, name: {:?}, from: {}, until: {}, rules_not_verified: {}, milestones: &[{milestones}], pots: &[{pots}], {} }}",
        file.id,
        file.name,
        year_code(&file.from)?,
        year_code(&file.until)?,
        recalled(file.rules()),
        list(named.map(|(id, rule)| format!("{id}: {}", of(id, rule)))),
    ))
}

fn milestone(round: &str, file: &MilestoneFile) -> Outcome<String> {
    let written = Written {
        value: Some(file.day.clone()),
        ..Written::default()
    };
    Ok(format!(
        "Milestone {{ id: {:?}, day: {}, rule: {} }}",
        file.id,
        day_code(&file.day)?,
        written.rule((round, &format!("milestone.{}", file.id)), &file.rule)
    ))
}

/// `2016-12-23` as the program has it.
fn day_code(day: &str) -> Outcome<String> {
    let parts: Vec<u16> = day.split('-').map(str::parse).collect::<Result<_, _>>()?;
    match parts[..] {
        [year, month, day] => Ok(format!("Date::new({year}, {month}, {day})")),
        _ => Err(format!("{day:?} is not a day").into()),
    }
}

fn pot(round: &str, file: &PotFile) -> Outcome<String> {
    let year = file.final_year.as_deref().map(year_code).transpose()?;
    Ok(format!(
        "Pot {{ id: {:?}, final_year: {}, rule: {} }}",
        file.id,
        year.map_or_else(|| "None".into(), |year| format!("Some({year})")),
        Written::default().rule((round, &format!("pot.{}", file.id)), &file.rule)
    ))
}
