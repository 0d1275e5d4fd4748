//! A copy of the sources in another folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::project::Project;

/// What a build makes, or fetches, and git's own.
const NOT_SOURCES: [&str; 5] = [".git", "dist", "generated", "node_modules", "target"];

/// Copies the sources, and nothing else, in place of those that were copied before.
pub fn copy(project: &Project) -> Result<Project> {
    let another = project.elsewhere();
    remove_sources(another.root())?;
    copy_sources(project.root(), another.root())?;
    Ok(another)
}

/// What was compiled there before may stay: it is compiled again where its sources changed.
fn remove_sources(folder: &Path) -> Result<()> {
    for path in sources(folder)? {
        if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        }
        .with_context(|| format!("could not remove {}", path.display()))?;
    }
    Ok(())
}

fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("could not make {}", to.display()))?;
    for path in sources(from)? {
        let copy = to.join(path.file_name().context("a file without a name")?);
        if path.is_dir() {
            copy_sources(&path, &copy)?;
        } else {
            fs::copy(&path, &copy).with_context(|| format!("could not copy {}", path.display()))?;
        }
    }
    Ok(())
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut sources = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?
    {
        let entry = entry?;
        if !NOT_SOURCES.iter().any(|name| entry.file_name() == *name) {
            sources.push(entry.path());
        }
    }
    Ok(sources)
}
