//! Whether the same sources make the same files, wherever they are built.

use anyhow::{Result, ensure};

use crate::{editions, elsewhere, project::Project, release::Release};

/// Builds a copy of the sources in another folder, from nothing but the packages, and compares every
/// published file with the one in `dist`.
pub fn check(project: &Project, release: &Release) -> Result<()> {
    let another = elsewhere::copy(project)?;
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
