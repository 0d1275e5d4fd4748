//! The list of all published files with their hashes, in the form that `sha256sum -c` reads.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{hash::Hash, project::files_ending_below};

pub const NAME: &str = "SHA256SUMS.txt";

/// Writes a list into a folder.
pub fn write(folder: &Path, list: &str) -> Result<()> {
    fs::write(folder.join(NAME), list).with_context(|| format!("could not write {NAME}"))
}

/// The list of the files of a folder, and of those in folders below it.
pub fn of(folder: &Path) -> Result<String> {
    Ok(list(&of_folder(folder)?))
}

/// Each file of a folder, by the name it has from there, with its hash.
pub fn of_folder(folder: &Path) -> Result<Vec<(String, Hash)>> {
    let mut hashes = Vec::new();
    for path in files_ending_below(folder, "")? {
        let bytes =
            fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
        let name = path.strip_prefix(folder)?.to_string_lossy();
        hashes.push((name.replace('\\', "/"), Hash::of(bytes)));
    }
    Ok(hashes)
}

pub fn list(hashes: &[(String, Hash)]) -> String {
    let line = |(name, hash): &(String, Hash)| format!("{}  {name}\n", hash.hex());
    hashes.iter().map(line).collect()
}
