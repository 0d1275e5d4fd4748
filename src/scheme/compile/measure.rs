//! Performance measures as constants: their parts, and what earns each.

use super::Outcome;
use super::code::{Desk, list, listed, optional};
use super::form::{CriterionFile, MeasureFile, ParameterFile, PartFile};

impl Desk<'_> {
    pub fn measure(&self, measure: &MeasureFile) -> Outcome<String> {
        let id = |field: &str| format!("{}.{field}", measure.id);
        let parts = measure.part.iter().map(|part| self.part(&measure.id, part));
        Ok(format!(
            "Measure {{ id: {:?}, name: {:?}, weight: {}, applies: {}, tolerance: {}, parts: &[{}] }}",
            measure.id,
            measure.name,
            self.quarters(&id("weight"), &measure.weight)?,
            self.cited(&id("applies"), &measure.applies),
            optional(measure.tolerance.as_ref(), |one| {
                self.quarters(&id("tolerance"), one)
            })?,
            listed(parts)?,
        ))
    }

    fn part(&self, measure: &str, part: &PartFile) -> Outcome<String> {
        let id = format!("{measure}.{}.{}", part.id, part.quarters.join("_"));
        let mut criteria = Vec::new();
        for criterion in &part.any_of {
            criteria.push(self.criterion(&id, criterion)?);
        }
        let quarters = part.quarters.iter().map(|one| format!("Quarter::{one}"));
        Ok(format!(
            "Part {{ id: {:?}, name: {:?}, quarters: &[{}], share: {}, any_of: &[{}] }}",
            part.id,
            part.name,
            list(quarters),
            self.share(&format!("{id}.share"), &part.share)?,
            criteria.join(", "),
        ))
    }

    fn criterion(&self, part: &str, criterion: &CriterionFile) -> Outcome<String> {
        let rule = |id: &str| self.rule(&format!("{part}.{id}"), &criterion.rule);
        let given = [
            &criterion.milestone,
            &criterion.answer,
            &criterion.at_least,
            &criterion.better_than,
            &criterion.appeal,
        ];
        match given.map(Option::as_deref) {
            [Some(id), None, None, None, None] => Ok(format!(
                "Criterion::Milestone {{ id: {id:?}, rule: {} }}",
                rule("milestone")
            )),
            [None, Some(id), None, None, None] => Ok(format!(
                "Criterion::Answer {{ id: {id:?}, rule: {} }}",
                rule("answer")
            )),
            [None, None, Some("trajectory"), None, None] => Ok(format!(
                "Criterion::Trajectory {{ rule: {} }}",
                rule("trajectory")
            )),
            [None, None, Some(threshold), None, None] => self.at_least(part, threshold, criterion),
            [None, None, None, Some("last_year"), None] => Ok(format!(
                "Criterion::BetterThanLastYear {{ rule: {} }}",
                rule("better")
            )),
            [None, None, None, None, Some("won")] => {
                Ok(format!("Criterion::Appeal {{ rule: {} }}", rule("appeal")))
            }
            _ => Err(format!(
                "{part}: a criterion is a milestone, an answer, at_least, better_than or appeal"
            )
            .into()),
        }
    }

    fn at_least(&self, part: &str, threshold: &str, file: &CriterionFile) -> Outcome<String> {
        let figure = match file.figure.as_deref() {
            Some("quarter") => "Quarter",
            Some("march") => "March",
            other => {
                return Err(
                    format!("at_least needs figure quarter or march, not {other:?}").into(),
                );
            }
        };
        let threshold = ParameterFile {
            value: Some(threshold.to_owned()),
            asked: None,
            rule: file.rule.clone(),
        };
        Ok(format!(
            "Criterion::AtLeast {{ threshold: {}, measured: Measured::{figure} }}",
            self.share(&format!("{part}.at_least"), &threshold)?
        ))
    }
}
