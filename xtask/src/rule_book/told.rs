//! Rules as the book tells them: each in full where it first stands, and by its id where it stands
//! again, since the statements belong to many years.

use std::collections::{BTreeMap, BTreeSet};

use control_total::scheme::{CaseFile, Rule, RuleId, Status};
use serde::Serialize;

/// A rule in words; its sources by their keys, since most are cited many times.
#[derive(Serialize)]
pub struct RuleText {
    id: RuleId,
    name: &'static str,
    words: &'static str,
    value: Option<&'static str>,
    asked: Option<&'static str>,
    to_meet: Option<&'static str>,
    status: Status,
    confidence: u8,
    sources: Vec<&'static str>,
}

/// A rule at its place in the book.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Told {
    InFull(Box<RuleText>),
    Again(RuleId),
}

/// The places in the list of files, and how many of the file's cases test a rule; nothing for a rule
/// that is not computed.
pub type TestedBy = Option<Vec<(usize, usize)>>;

/// What is told so far.
#[derive(Default)]
pub struct Teller {
    rules: BTreeSet<RuleId>,
    /// In the order in which the rules are told.
    pub tested: Vec<TestedBy>,
    /// The files that are named in it.
    pub case_files: Vec<&'static str>,
    /// The words for how a rule is known.
    pub statuses: BTreeMap<Status, &'static str>,
}

impl Teller {
    /// Tells a rule that figures are worked out by.
    pub fn tell(&mut self, rule: &'static Rule) -> Told {
        self.tell_with(rule, |teller| Some(teller.tested(rule)))
    }

    /// Tells a rule that is stated only.
    pub fn tell_stated(&mut self, rule: &'static Rule) -> Told {
        self.tell_with(rule, |_| None)
    }

    fn tell_with(
        &mut self,
        rule: &'static Rule,
        tested: impl FnOnce(&mut Self) -> TestedBy,
    ) -> Told {
        if !self.rules.insert(rule.id) {
            return Told::Again(rule.id);
        }
        let tested = tested(self);
        self.tested.push(tested);
        self.statuses.insert(rule.status, rule.status.words());
        Told::InFull(Box::new(RuleText::from(rule)))
    }

    fn tested(&mut self, rule: &Rule) -> Vec<(usize, usize)> {
        let files = rule
            .worked_cases()
            .map_or_else(Vec::new, |cases| cases.files);
        let place = |CaseFile(name, cases)| (self.place(name), cases);
        files.into_iter().map(place).collect()
    }

    /// The place of a file in the list, which it is added to.
    fn place(&mut self, name: &'static str) -> usize {
        let place = self.case_files.iter().position(|file| *file == name);
        place.unwrap_or_else(|| {
            self.case_files.push(name);
            self.case_files.len() - 1
        })
    }
}

impl From<&'static Rule> for RuleText {
    fn from(rule: &'static Rule) -> Self {
        Self {
            id: rule.id,
            name: rule.name,
            words: rule.words,
            value: rule.value,
            asked: rule.asked,
            to_meet: rule.to_meet,
            status: rule.status,
            confidence: rule.confidence,
            sources: rule.sources.iter().map(|source| source.key).collect(),
        }
    }
}
