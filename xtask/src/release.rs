//! Which program this is: its version, and the state of its sources.

use std::{env, process::Command};

use crate::{process::output, project::Project};

/// What a build says of itself.
#[derive(Clone)]
pub struct Release {
    pub version: &'static str,
    /// The sources' revision; what was changed since then is said, not hidden.
    pub revision: String,
}

impl Release {
    /// From git, or where the sources came without it, from the variable `SOURCE_REVISION`.
    pub fn of(project: &Project) -> Self {
        let revision = env::var("SOURCE_REVISION")
            .ok()
            .or_else(|| revision(project));
        Self {
            version: control_total::VERSION,
            revision: revision.unwrap_or_else(|| "not known".to_owned()),
        }
    }
}

fn revision(project: &Project) -> Option<String> {
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        output(git.arg("-C").arg(project.root()).args(words)).ok()
    };
    // Sources without git of their own may lie inside something else that has it.
    if !git(&["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    let revision = git(&["rev-parse", "HEAD"])?;
    let changes = git(&["status", "--porcelain"])?;
    Some(if changes.is_empty() {
        revision
    } else {
        format!("{revision} with changes")
    })
}
