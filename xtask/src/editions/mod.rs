//! The editions: the same calculator for machines of different kinds, all from the same sources.

mod archive;
mod bundle;
mod document;
mod hosted;
mod policy;
mod single_file;
mod sums;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    engine::{self, Finish, Form},
    generated,
    hash::Hash,
    prerequisites,
    project::Project,
    release::Release,
};

pub use self::{hosted::first_load, policy::of_document as policy_of, sums::of_folder as hashes};

/// One way in which the calculator reaches a machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// A folder for a web server. The browser keeps it for use without a network.
    Hosted,
    /// The same folder as a developer wants to read it: unminified, with source maps, and with names
    /// in the engine. The browser does not keep it.
    Readable,
    /// One file.
    Offline,
    /// One file, for browsers in which WebAssembly is turned off.
    WithoutWebAssembly,
}

impl Edition {
    /// As the document and the page's sources call it.
    const fn name(self) -> &'static str {
        match self {
            Self::Hosted => "hosted",
            Self::Readable => "readable",
            Self::Offline => "offline",
            Self::WithoutWebAssembly => "without-webassembly",
        }
    }

    /// Its folder or file. The page names the file without WebAssembly.
    pub fn place(self, project: &Project) -> PathBuf {
        match self {
            Self::Readable => project.web_target().join("readable"),
            Self::Hosted => project.dist().join("hosted"),
            Self::Offline => project.dist().join("control-total-calculator.html"),
            Self::WithoutWebAssembly => project
                .dist()
                .join("control-total-calculator-without-webassembly.html"),
        }
    }
}

/// Builds all that is published into `dist`.
pub fn build(project: &Project, release: &Release) -> Result<()> {
    prepare(project)?;
    pack(project, Form::WebAssembly, Finish::Small)?;
    let script = pack(project, Form::JavaScript, Finish::Small)?;
    empty(&project.dist())?;
    let offline = single_file::build(project, release, Edition::Offline, None)?;
    let engine = Some(Hash::of(script));
    let without_webassembly =
        single_file::build(project, release, Edition::WithoutWebAssembly, engine)?;
    let archive = archive::build(project, release, [&offline, &without_webassembly])?;
    let offline_sums = sums::of(&project.dist())?;
    hosted::build(project, release, &archive, &offline_sums)?;
    sums::write(&project.dist(), &sums::of(&project.dist())?)
}

/// Builds the folder that is served to a developer, and nothing else.
pub fn build_readable(project: &Project, release: &Release) -> Result<PathBuf> {
    prepare(project)?;
    pack(project, Form::WebAssembly, Finish::Named)?;
    hosted::build_readable(project, release)
}

/// Installs the page's tools, and makes what all editions import.
fn prepare(project: &Project) -> Result<()> {
    prerequisites::npm_packages(project)?;
    generated::write_examples(project)?;
    generated::write_rule_book(project)
}

/// Makes the engine, packs it for the page to import, and returns it.
fn pack(project: &Project, form: Form, finish: Finish) -> Result<Vec<u8>> {
    let engine = engine::build(project, form, finish)?;
    let engine =
        fs::read(&engine).with_context(|| format!("could not read {}", engine.display()))?;
    generated::write_packed_engine(&form.generated(project), &engine)?;
    Ok(engine)
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("could not empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}
