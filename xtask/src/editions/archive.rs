//! The files for use without a network, in one to pass on.

use std::{
    fs::{self, File},
    io::Write as _,
    path::PathBuf,
};

use anyhow::{Context, Result};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{document::fill, single_file::SingleFile, sums};
use crate::{hash::Hash, project::Project, release::Release};

const NAME: &str = "control-total-calculator-offline.zip";

/// The folder that it unpacks to.
const FOLDER: &str = "control-total-calculator";

/// The archive that was made.
pub struct Archive {
    pub path: PathBuf,
    pub hash: Hash,
    pub size: usize,
}

/// Packs the two files with what a person needs to know of them. Files in it have no times of their
/// own: the same files make the same archive.
pub fn build(project: &Project, release: &Release, files: [&SingleFile; 2]) -> Result<Archive> {
    let path = project.dist().join(NAME);
    let file = File::create(&path).with_context(|| format!("could not make {}", path.display()))?;
    let mut archive = ZipWriter::new(file);
    for (name, bytes) in contents(project, release, files)? {
        let how = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(0o644);
        archive.start_file(format!("{FOLDER}/{name}"), how)?;
        archive.write_all(&bytes)?;
    }
    archive.finish()?;
    let bytes = fs::read(&path).context("could not read the archive back")?;
    Ok(Archive {
        path,
        hash: Hash::of(&bytes),
        size: bytes.len(),
    })
}

fn contents(
    project: &Project,
    release: &Release,
    [offline, without_webassembly]: [&SingleFile; 2],
) -> Result<Vec<(String, Vec<u8>)>> {
    let texts = project.www().join("offline");
    let read_me =
        fs::read_to_string(texts.join("read-me.txt")).context("could not read read-me.txt")?;
    let read_me = fill(
        &read_me,
        &[
            ("version", release.version),
            ("revision", &release.revision),
            ("offline", &offline.fingerprint.hex()),
            (
                "without-webassembly",
                &without_webassembly.fingerprint.hex(),
            ),
        ],
    )?;
    let mut contents = vec![("read-me.txt".to_owned(), read_me.into_bytes())];
    let mut listed = Vec::new();
    for path in [&offline.path, &without_webassembly.path] {
        let bytes = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
        let name = path.file_name().context("a file without a name")?;
        let name = name.to_string_lossy().into_owned();
        listed.push((name.clone(), Hash::of(&bytes)));
        contents.push((name, bytes));
    }
    contents.push((sums::NAME.to_owned(), sums::list(&listed).into_bytes()));
    for (name, path) in [
        ("checklist.txt", texts.join("checklist.txt")),
        ("LICENSE.txt", project.licence()),
    ] {
        let bytes =
            fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
        contents.push((name.to_owned(), bytes));
    }
    Ok(contents)
}
