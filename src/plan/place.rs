//! Where in a document something stands, and the list of what is wrong there.

use super::diagnostic::{Diagnostic, Severity};
use std::cell::RefCell;
use std::fmt;

/// A place in the document: a chain of names, built without cost and written out
/// only when something is wrong there.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    name: &'a str,
    findings: &'a RefCell<Vec<Diagnostic>>,
}

impl<'a> Place<'a> {
    pub const fn root(findings: &'a RefCell<Vec<Diagnostic>>) -> Self {
        Self {
            parent: None,
            name: "",
            findings,
        }
    }

    /// The place of this name inside this one.
    pub const fn at(&'a self, name: &'a str) -> Place<'a> {
        Place {
            parent: Some(self),
            name,
            findings: self.findings,
        }
    }

    /// Notes something that was not read.
    pub fn error(&self, code: &'static str, message: impl Into<String>, hint: impl Into<String>) {
        self.note(Severity::Error, code, message.into(), hint.into());
    }

    /// Notes something a reader should look at.
    pub fn warning(&self, code: &'static str, message: impl Into<String>, hint: impl Into<String>) {
        self.note(Severity::Warning, code, message.into(), hint.into());
    }

    fn note(&self, severity: Severity, code: &'static str, message: String, hint: String) {
        self.findings.borrow_mut().push(Diagnostic {
            severity,
            code,
            path: self.to_string(),
            message,
            hint,
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
        f.write_str(self.name)
    }
}
