//! The folder for a web server.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::{Edition, archive::Archive, bundle::Bundle, document, empty, sums};
use crate::{
    hash::Hash,
    project::{Project, files_ending},
    release::Release,
};

/// What the browser keeps: all that the page is made of.
const KEPT: [&str; 5] = [
    "index.html",
    "app.css",
    "app.js",
    "icon.svg",
    "manifest.webmanifest",
];

const SERVICE_WORKER: &str = "service-worker.js";

/// What the browser loads at a first visit.
pub fn first_load() -> impl Iterator<Item = &'static str> {
    KEPT.into_iter().chain([SERVICE_WORKER])
}

/// The folder as it is published, with the files for use without a network to download, and their
/// hashes to check them by.
pub fn build(
    project: &Project,
    release: &Release,
    archive: &Archive,
    offline_sums: &str,
) -> Result<()> {
    let folder = Edition::Hosted.place(project);
    let size = archive.size.div_ceil(1000).to_string();
    let offline_files = [("archive-hash", archive.hash.hex()), ("archive-size", size)];
    write_page(project, release, Edition::Hosted, &folder, &offline_files)?;
    for name in ["icon.svg", "manifest.webmanifest"] {
        copy(&project.www().join("hosted").join(name), &folder)?;
    }
    copy(&archive.path, &folder)?;
    sums::write(&folder, offline_sums)?;
    copy_examples(project, &folder)?;
    copy_as(&project.licence(), &folder.join("LICENSE.txt"))?;
    write_service_worker(project, &folder)
}

/// The folder as a developer reads it.
pub fn build_readable(project: &Project, release: &Release) -> Result<PathBuf> {
    let folder = Edition::Readable.place(project);
    write_page(project, release, Edition::Readable, &folder, &[])?;
    Ok(folder)
}

fn write_page(
    project: &Project,
    release: &Release,
    edition: Edition,
    folder: &Path,
    offline_files: &[(&str, String)],
) -> Result<()> {
    empty(folder)?;
    let bundle = Bundle::of(project, edition)?;
    let document = document::write(project, release, edition, &bundle, None, offline_files)?;
    for (name, text) in [
        ("index.html", &document),
        ("app.js", &bundle.program),
        ("app.css", &bundle.styles),
    ] {
        fs::write(folder.join(name), text).with_context(|| format!("could not write {name}"))?;
    }
    Ok(())
}

/// Its first line tells it what to keep. That line is another with each version, and so the browser
/// learns that there is one.
fn write_service_worker(project: &Project, folder: &Path) -> Result<()> {
    let mut files = Map::new();
    for name in KEPT {
        let bytes =
            fs::read(folder.join(name)).with_context(|| format!("could not read {name}"))?;
        files.insert(name.to_owned(), Value::from(Hash::of(bytes).for_browsers()));
    }
    let files = Value::from(files);
    let id = Hash::of(files.to_string()).hex();
    let release = json!({ "id": id, "files": files });
    let source = project.www().join("hosted").join(SERVICE_WORKER);
    let worker = fs::read_to_string(&source)
        .with_context(|| format!("could not read {}", source.display()))?;
    fs::write(
        folder.join(SERVICE_WORKER),
        format!("const release = {release};\n{worker}"),
    )
    .context("could not write the service worker")
}

/// The page has them in its script; these are for the command line's users.
fn copy_examples(project: &Project, folder: &Path) -> Result<()> {
    let examples = folder.join("examples");
    fs::create_dir_all(&examples).context("could not make the folder of examples")?;
    for file in files_ending(&project.www().join("examples"), ".json")? {
        copy(&file, &examples)?;
    }
    Ok(())
}

fn copy(file: &Path, folder: &Path) -> Result<()> {
    copy_as(
        file,
        &folder.join(file.file_name().context("a file without a name")?),
    )
}

fn copy_as(file: &Path, to: &Path) -> Result<()> {
    fs::copy(file, to).with_context(|| format!("could not copy {}", file.display()))?;
    Ok(())
}
