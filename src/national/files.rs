//! The plan documents that are rolled up: of one year and under the same rules, each
//! organisation once.

use super::shared::counted_already;
use crate::assess::{Assessment, assess};
use crate::order::sorted;
use crate::plan::{Plan, Severity, read};
use serde::Serialize;

/// A plan document with the name of its file.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name.
    pub name: &'a str,
    /// The text of the document, or why it could not be read.
    pub text: Result<&'a str, &'a str>,
}

/// A file that is not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct LeftOut {
    /// Its name.
    pub file: String,
    /// Why, and what to do about it.
    pub reasons: Vec<String>,
}

/// A plan with its assessment.
pub(super) struct Read {
    pub file: String,
    pub plan: Plan,
    pub assessment: Assessment,
}

/// The files that can be counted, by their areas' codes and names, and those that can't.
pub(super) struct Files {
    pub read: Vec<Read>,
    pub left_out: Vec<LeftOut>,
}

impl Files {
    pub fn of(files: &[File<'_>]) -> Self {
        let mut all = Self {
            read: Vec::with_capacity(files.len()),
            left_out: Vec::new(),
        };
        for file in files {
            match plan(file) {
                Ok(plan) => all.read.push(Read {
                    file: file.name.to_owned(),
                    assessment: assess(&plan),
                    plan,
                }),
                Err(reasons) => all.leave_out(file.name, reasons),
            }
        }
        // So that the order in which files are opened makes no difference: of two that can't
        // both be counted, the first by its file's name is.
        all.read = sorted(all.read, &|one, two| one.file.cmp(&two.file));
        all.leave_out_what_is_empty();
        all.keep_the_most_common_rules();
        all.keep_each_area_once();
        all.keep(&counted_already);
        Self {
            read: sorted(all.read, &|one, two| key(one).cmp(&key(two))),
            left_out: sorted(all.left_out, &|one, two| one.file.cmp(&two.file)),
        }
    }

    fn leave_out(&mut self, file: &str, reasons: Vec<String>) {
        self.left_out.push(LeftOut {
            file: file.to_owned(),
            reasons,
        });
    }

    /// Figures of several years, or of several sets of rules, are not added: those that
    /// most plans have are kept, of equally many the later.
    fn keep_the_most_common_rules(&mut self) {
        let ids = |one: &Read| one.assessment.scheme.ids.clone();
        let count = |of: &Read| self.read.iter().filter(|one| ids(one) == ids(of)).count();
        let kept = self
            .read
            .iter()
            .max_by_key(|one| (count(one), one.plan.year(), ids(one)));
        let Some((kept, name)) = kept.map(|one| (ids(one), one.assessment.scheme.name.clone()))
        else {
            return;
        };
        self.keep(&|_, one| {
            if ids(one) == kept {
                return Vec::new();
            }
            vec![format!(
                "It is assessed by other rules, {}, and the others by {name}. Roll up plans of one year and under the same rules.",
                one.assessment.scheme.name
            )]
        });
    }

    /// A plan without organisations is no system yet.
    fn leave_out_what_is_empty(&mut self) {
        self.keep(&|_, one| {
            if !one.plan.organisations.is_empty() {
                return Vec::new();
            }
            vec![
                "There is no organisation in it. Add its organisations, or take it out.".to_owned(),
            ]
        });
    }

    /// Two plans of one area would count as two systems.
    fn keep_each_area_once(&mut self) {
        self.keep(&|kept, one| {
            let code = &one.plan.area_code;
            let same = |other: &&Read| !code.is_empty() && other.plan.area_code == *code;
            let Some(Read { file, .. }) = kept.iter().find(same) else {
                return Vec::new();
            };
            vec![format!(
                "{code} is counted by {file} already. Take one of the two plans out."
            )]
        });
    }

    /// Leaves out the plans that there are reasons against, beside those that were kept before.
    fn keep(&mut self, reasons: &dyn Fn(&[Read], &Read) -> Vec<String>) {
        for one in std::mem::take(&mut self.read) {
            let reasons = reasons(&self.read, &one);
            if reasons.is_empty() {
                self.read.push(one);
            } else {
                self.leave_out(&one.file, reasons);
            }
        }
    }
}

/// By what plans are listed.
fn key(one: &Read) -> (&str, &str, &str, &str) {
    (
        &one.plan.area_code,
        &one.plan.area,
        &one.plan.title,
        &one.file,
    )
}

/// A plan of which all was read that is added up, or why not.
fn plan(file: &File<'_>) -> Result<Plan, Vec<String>> {
    let text = file.text.map_err(|reason| vec![reason.to_owned()])?;
    let reading = read(text);
    let is_read = reading.plan.is_some();
    let errors = reading.diagnostics.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    // What is wrong in a planning round changes none of the figures that are added up.
    let errors = errors.filter(|one| !is_read || !one.path.starts_with("planning/"));
    let errors: Vec<String> = errors
        .map(|one| {
            let at = if one.path.is_empty() { "" } else { ": " };
            format!("{}{at}{} {}", one.path, one.message, one.hint)
        })
        .collect();
    reading.plan.filter(|_| errors.is_empty()).ok_or(errors)
}
