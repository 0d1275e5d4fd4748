//! Everything in one file, to be opened with a double click.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::{Edition, bundle::Bundle, document};
use crate::{hash::Hash, project::Project, release::Release};

/// A file that was made.
pub struct SingleFile {
    pub path: PathBuf,
    /// Of the script in it, which the page shows.
    pub fingerprint: Hash,
}

/// `engine` is its hash where it is a script.
pub fn build(
    project: &Project,
    release: &Release,
    edition: Edition,
    engine: Option<Hash>,
) -> Result<SingleFile> {
    let bundle = Bundle::of(project, edition)?;
    let document = document::write(project, release, edition, &bundle, engine, &[])?;
    let path = edition.place(project);
    fs::write(&path, document).with_context(|| format!("could not write {}", path.display()))?;
    Ok(SingleFile {
        path,
        fingerprint: Hash::of(&bundle.program),
    })
}
