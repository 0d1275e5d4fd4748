//! Whether the same sources make the same files, wherever they are built.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{editions, project::Project, release::Release};

/// What a build makes, or fetches, and git's own.
const NOT_SOURCES: [&str; 5] = [".git", "dist", "generated", "node_modules", "target"];

/// Builds a copy of the sources in another folder, from nothing but the packages, and compares every
/// published file with the one in `dist`.
pub fn check(project: &Project, release: &Release) -> Result<()> {
    let another = project.elsewhere();
    remove_sources(another.root())?;
    copy_sources(project.root(), another.root())?;
    editions::build(&another, release)?;

    let (here, there) = (
        editions::hashes(&project.dist())?,
        editions::hashes(&another.dist())?,
    );
    for (name, hash) in &there {
        println!("{}  {name}", hash.hex());
    }
    let differing: Vec<&str> = here
        .iter()
        .filter(|file| !there.contains(file))
        .map(|(name, _)| name.as_str())
        .collect();
    ensure!(
        differing.is_empty() && here.len() == there.len(),
        "built in another folder, these files are others: {}",
        differing.join(", ")
    );
    println!("{} files are the same in both folders", here.len());
    Ok(())
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
