//! From the text of a plan document to a checked plan.

use super::check::check;
use super::checked::Plan;
use super::diagnostic::{Diagnostic, Severity};
use super::document::{KIND, PlanDocument, VERSION};
use super::json;
use super::place::Place;
use std::cell::RefCell;

/// The longest text that is read, in bytes: a plan of a thousand organisations
/// with every figure filled in takes about half of it.
pub const LARGEST_DOCUMENT: usize = 4_000_000;

/// What came of reading a plan.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The checked plan, with whatever could be read; `None` when the text is no
    /// plan document, or when there are no rules to assess it by.
    pub plan: Option<Plan>,
    /// Everything that is wrong or worth a look.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Whether everything was read.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        let errors = |finding: &Diagnostic| finding.severity == Severity::Error;
        self.plan.is_some() && !self.diagnostics.iter().any(errors)
    }
}

/// Reads the text of a plan document. Whatever can be read is kept; whatever can't is
/// named, and left out as if it were blank. Where a blank counts as something, an
/// organisation's share and a statement's entry, what can't be read is not known instead.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut diagnostics = Vec::new();
    let Some(document) = document(text, &mut diagnostics) else {
        return Reading {
            plan: None,
            diagnostics,
        };
    };
    let (plan, diagnostics) = check(&document, diagnostics);
    Reading { plan, diagnostics }
}

/// Opens the text of a plan document to be worked on, values as they were typed.
/// There is none when the text is something else.
#[must_use]
pub fn open(text: &str) -> (Option<PlanDocument<'_>>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    (document(text, &mut diagnostics), diagnostics)
}

/// Reads the text into a document; a document of another kind or of a newer
/// version is refused whole.
fn document<'a>(text: &'a str, diagnostics: &mut Vec<Diagnostic>) -> Option<PlanDocument<'a>> {
    if text.len() > LARGEST_DOCUMENT {
        let size = text.len().checked_div(1_000_000).unwrap_or_default();
        diagnostics.push(whole(
            "too_large",
            format!("This file is {size} MB; a plan is at most 4 MB."),
            "Open a plan document saved by this calculator.",
        ));
        return None;
    }
    let findings = RefCell::new(Vec::new());
    let mut document = PlanDocument::default();
    match json::read(text, &mut document, &Place::root(&findings)) {
        Ok(true) => {}
        Ok(false) => {
            diagnostics.push(whole(
                "other_kind",
                format!("This file is not a {KIND}."),
                "Open a plan document saved by this calculator.",
            ));
            return None;
        }
        Err(error) => {
            diagnostics.push(whole(
                "not_json",
                format!(
                    "This is not a plan document: it stops making sense at line {}, column {}.",
                    error.line(),
                    error.column()
                ),
                "Open a plan document saved by this calculator. To bring figures in from a spreadsheet, copy the cells and paste them into the grid.",
            ));
            return None;
        }
    }
    let accepted = accept(document, diagnostics);
    if accepted.is_some() {
        diagnostics.extend(findings.into_inner());
    }
    accepted
}

/// Looks at kind and version.
fn accept<'a>(
    document: PlanDocument<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PlanDocument<'a>> {
    if document.kind != KIND {
        let said = if document.kind.is_empty() {
            format!("does not say that it is a {KIND}")
        } else {
            format!("says it is “{}”, not a {KIND}", shortened(&document.kind))
        };
        diagnostics.push(Diagnostic {
            path: "kind".into(),
            ..whole(
                "other_kind",
                format!("This file {said}."),
                "Open a plan document saved by this calculator.",
            )
        });
        return None;
    }
    if document.version != VERSION {
        let (message, hint) = if document.version > VERSION {
            (
                format!(
                    "This plan is of version {}; this calculator reads version {VERSION}.",
                    document.version
                ),
                "Open it with a newer calculator.",
            )
        } else {
            (
                "This plan does not say its version.".to_owned(),
                "Add \"version\": 1 to it.",
            )
        };
        diagnostics.push(Diagnostic {
            path: "version".into(),
            ..whole("other_version", message, hint)
        });
        return None;
    }
    Some(document)
}

fn whole(code: &'static str, message: String, hint: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code,
        path: String::new(),
        message,
        hint: hint.to_owned(),
    }
}

/// At most forty characters of what was typed, for a message.
pub(super) fn shortened(text: &str) -> String {
    let mut characters = text.trim().chars();
    let mut start: String = characters.by_ref().take(40).collect();
    if characters.next().is_some() {
        start.push('…');
    }
    start
}
