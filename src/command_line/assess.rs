//! Assessing a plan document and explaining its figures.

use super::{Answer, Format, terminal, text};
use control_total::assess::{assess as assess_plan, unfold};
use control_total::plan::{Diagnostic, LARGEST_DOCUMENT, Plan, Severity, read};
use serde::Serialize;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

pub(super) fn assess(path: Option<&Path>, format: Format) -> Answer {
    let plan = plan(path)?;
    let assessment = assess_plan(&plan);
    match format {
        Format::Json => json(&assessment.plain()),
        Format::Text => Ok(text::assessment(&assessment)),
    }
}

pub(super) fn working(path: &Path, figure: &str, format: Format) -> Answer {
    let plan = plan(Some(path))?;
    let working = unfold(&plan, figure).ok_or_else(|| {
        format!("There is no figure at {figure}.\nPaths are those of the assessment's JSON form, with an organisation by its code, such as organisations/RXL/fund/total/earned/year.\n")
    })?;
    match format {
        Format::Json => json(&working),
        Format::Text => Ok(text::working(&working, &assess_plan(&plan).changes)),
    }
}

/// A plan that was read whole; warnings are printed on the way.
fn plan(path: Option<&Path>) -> Result<Plan, String> {
    let path = path.filter(|path| *path != Path::new("-"));
    let name = path.map_or_else(
        || "standard input".to_owned(),
        |path| path.display().to_string(),
    );
    let document = contents(path).map_err(|error| format!("{name}: {error}\n"))?;
    let reading = read(&document);
    let clean = reading.is_clean();
    let findings: String = reading
        .diagnostics
        .iter()
        .map(|finding| diagnostic(&name, finding))
        .collect();
    match reading.plan {
        Some(plan) if clean => {
            terminal::complain(&findings);
            Ok(plan)
        }
        _ => Err(findings),
    }
}

/// At most a little more than the largest document, so that a file of any size is
/// refused without being read whole.
pub(super) fn contents(path: Option<&Path>) -> io::Result<String> {
    let most = u64::try_from(LARGEST_DOCUMENT).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    match path {
        None => io::stdin()
            .lock()
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)?,
        Some(path) => {
            let file = File::open(path)?;
            let size = file.metadata()?.len();
            if size > most {
                let megabytes = size.div_ceil(1_000_000);
                return Err(io::Error::other(format!(
                    "this file is {megabytes} MB; a plan is at most 4 MB. Open a plan document saved by this calculator."
                )));
            }
            file.take(most).read_to_end(&mut bytes)?
        }
    };
    // A byte order mark is what some editors put in front.
    let text = String::from_utf8(bytes).map_err(|_| {
        io::Error::other("this is not text. Open a plan document saved by this calculator.")
    })?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn diagnostic(name: &str, finding: &Diagnostic) -> String {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let at = if finding.path.is_empty() {
        String::new()
    } else {
        format!(" at {}", finding.path)
    };
    format!(
        "{name}: {severity}{at}: {} {}\n",
        finding.message, finding.hint
    )
}

pub(super) fn json<T: Serialize>(value: &T) -> Answer {
    let text = serde_json::to_string_pretty(value).map_err(|error| format!("{error}\n"))?;
    Ok(format!("{text}\n"))
}
