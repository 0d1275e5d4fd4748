//! Starting other programs, and saying which one failed.

use std::{
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use crate::project::Project;

/// `cargo`, at the repository's root.
pub fn cargo(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project.root());
    command
}

/// A program of an npm package, started by node itself: npm's own launchers differ by system.
pub fn npm_tool(project: &Project, script: &str) -> Command {
    let mut command = Command::new("node");
    command
        .current_dir(project.www())
        .arg(Path::new("node_modules").join(script));
    command
}

/// Runs it with its output passed on as it comes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("could not start `{}`", words(command)))?;
    ensure!(status.success(), "`{}` failed: {status}", words(command));
    Ok(())
}

/// Runs it and returns what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("could not start `{}`", words(command)))?;
    ensure!(
        output.status.success(),
        "`{}` failed: {}",
        words(command),
        output.status
    );
    let text = String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed something else than text", words(command)))?;
    Ok(text.trim().to_owned())
}

fn words(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    words.join(" ")
}
