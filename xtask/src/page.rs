//! The folder that is published, and the same folder as a developer wants to read it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    engine, generated, policy, prerequisites,
    process::run,
    project::{Project, files_ending},
};

/// For whom the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Small: what users get, and what the tests look at.
    Published,
    /// The same files, unminified, with source maps and with names in the engine.
    Readable,
}

/// Builds the engine and the page around it, and returns the folder.
pub fn build(project: &Project, shape: Shape) -> Result<PathBuf> {
    prerequisites::npm_packages(project)?;
    let wasm = engine::build(project, shape)?;
    generated::write_examples(project)?;
    generated::write_rule_book(project)?;

    let folder = match shape {
        Shape::Published => project.hosted(),
        Shape::Readable => project.web_target().join("readable"),
    };
    empty(&folder)?;
    bundle(project, &folder, shape)?;
    write_engine(&wasm, &folder)?;
    copy_examples(project, &folder)?;
    copy_licence(project, &folder)?;
    policy::of(&folder)?;
    Ok(folder)
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("could not empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

/// Script, styles and document, by the page's own build.
fn bundle(project: &Project, folder: &Path, shape: Shape) -> Result<()> {
    let mut build = Command::new("node");
    build
        .current_dir(project.www())
        .arg("build.mjs")
        .arg(folder);
    if shape == Shape::Readable {
        build.arg("--readable");
    }
    run(&mut build)
}

fn write_engine(wasm: &Path, folder: &Path) -> Result<()> {
    let bytes = fs::read(wasm).with_context(|| format!("could not read {}", wasm.display()))?;
    fs::write(folder.join("engine.js"), generated::packed_engine(&bytes)?)
        .context("could not write engine.js")
}

/// The page has them in its script; these are for the command line's users.
fn copy_examples(project: &Project, folder: &Path) -> Result<()> {
    let examples = folder.join("examples");
    fs::create_dir_all(&examples).context("could not make the folder of examples")?;
    for file in files_ending(&project.www().join("examples"), ".json")? {
        let name = file.file_name().context("an example has no name")?;
        fs::copy(&file, examples.join(name))
            .with_context(|| format!("could not copy {}", file.display()))?;
    }
    Ok(())
}

fn copy_licence(project: &Project, folder: &Path) -> Result<()> {
    let licence = project.licence();
    if !licence.is_file() {
        println!("warning: there is no file LICENSE to publish with the page");
        return Ok(());
    }
    fs::copy(&licence, folder.join("LICENSE.txt")).context("could not copy the licence")?;
    Ok(())
}
