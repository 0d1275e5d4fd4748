//! Where in a document something stands, and the list of what is wrong there.

use super::diagnostic::{Diagnostic, Severity};
use std::cell::RefCell;
use std::fmt;

/// The code of a word that is none of the choices.
pub(super) const UNKNOWN_CHOICE: &str = "unknown_choice";

/// A place in the document: a chain of names, built without cost and written out
/// only when something is wrong there.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
    findings: &'a RefCell<Vec<Diagnostic>>,
}

/// The step from a place to one inside it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Name(&'a str),
    Item(usize),
}

impl<'a> Place<'a> {
    pub const fn root(findings: &'a RefCell<Vec<Diagnostic>>) -> Self {
        Self {
            parent: None,
            step: Step::Name(""),
            findings,
        }
    }

    /// The place of this name inside this one.
    pub const fn at(&'a self, name: &'a str) -> Place<'a> {
        self.inside(Step::Name(name))
    }

    /// The place of this item of a list, counted from 0.
    pub const fn item(&'a self, index: usize) -> Place<'a> {
        self.inside(Step::Item(index))
    }

    const fn inside(&'a self, step: Step<'a>) -> Place<'a> {
        Place {
            parent: Some(self),
            step,
            findings: self.findings,
        }
    }

    /// Notes something that was not read.
    #[cold]
    pub fn error(&self, code: &'static str, message: impl Into<String>, hint: &str) {
        self.note(Severity::Error, code, message.into(), hint);
    }

    /// Notes something a reader should look at.
    #[cold]
    pub fn warning(&self, code: &'static str, message: impl Into<String>, hint: &str) {
        self.note(Severity::Warning, code, message.into(), hint);
    }

    /// Whether a word directly in this place was none of the choices.
    pub fn has_unknown_choice(&self) -> bool {
        let findings = self.findings.borrow();
        let mut unknown = findings.iter().filter(|one| one.code == UNKNOWN_CHOICE);
        let Some(first) = unknown.next() else {
            return false;
        };
        let here = self.to_string();
        let is_here = |one: &Diagnostic| {
            let parent = one.path.rsplit_once('/');
            parent.is_some_and(|(parent, _)| parent == here)
        };
        is_here(first) || unknown.any(is_here)
    }

    #[inline(never)]
    fn note(&self, severity: Severity, code: &'static str, message: String, hint: &str) {
        self.findings.borrow_mut().push(Diagnostic {
            severity,
            code,
            path: self.to_string(),
            message,
            hint: hint.to_owned(),
        });
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(parent) = self.parent else {
            return Ok(());
        };
        if parent.parent.is_some() {
            write!(f, "{parent}/")?;
        }
        match self.step {
            Step::Name(name) => f.write_str(name),
            Step::Item(index) => write!(f, "{index}"),
        }
    }
}
