//! Whether a year is added by adding its file: to the core, the page and the command line.

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Lines},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    elsewhere,
    process::{cargo, npm_tool, run},
    project::{Project, files_ending},
};

/// Adds the file of an invented year to a copy of the sources, and nothing else, and tries that copy's
/// own page and command line.
pub fn check(project: &Project, chromium: &Path) -> Result<()> {
    let copy = elsewhere::copy(project)?;
    add_year(project, &copy)?;
    run(cargo(&copy)
        .args(["build", "--workspace"])
        .env("CARGO_TARGET_DIR", copy.target()))?;
    let page = Page::serve(&copy)?;
    let mut tests = npm_tool(&copy, "@playwright/test/cli.js");
    run(tests
        .args(["test", "--config", "tests/new-year/playwright.config.mjs"])
        .env("BASE_URL", &page.address)
        .env("COMMAND_LINE", built(&copy, "control-total-calculator"))
        .env("CHROMIUM", chromium))
}

fn add_year(project: &Project, copy: &Project) -> Result<()> {
    let folder = project.root().join("tests").join("new-year");
    let files = files_ending(&folder, ".toml")?;
    let [file] = files.as_slice() else {
        bail!("there is not one file in {}", folder.display());
    };
    let name = file.file_name().context("a file without a name")?;
    let place = copy.root().join("src/scheme/published").join(name);
    ensure!(!place.exists(), "{} is there already", place.display());
    fs::copy(file, &place).with_context(|| format!("could not add {}", place.display()))?;
    println!("added {}", place.display());
    Ok(())
}

/// A program as cargo builds it for a developer.
fn built(copy: &Project, name: &str) -> PathBuf {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    copy.target().join("debug").join(name)
}

/// The copy's page, on the copy's own server: what the page knows of the rules is made by the program
/// that serves it. It ends when the value is dropped.
struct Page {
    server: Child,
    /// Kept, since a program fails whose words nobody hears.
    said: Lines<BufReader<ChildStdout>>,
    address: String,
}

impl Page {
    fn serve(copy: &Project) -> Result<Self> {
        let mut server = Command::new(built(copy, "xtask"))
            .args(["serve", "--port", "0"])
            .env("CARGO_MANIFEST_DIR", copy.root().join("xtask"))
            .env("CARGO_TARGET_DIR", copy.target())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start the copy's server")?;
        let said = server.stdout.take().context("the server can't be heard")?;
        let mut page = Self {
            server,
            said: BufReader::new(said).lines(),
            address: String::new(),
        };
        while let Some(line) = page.said.next().transpose()? {
            println!("{line}");
            if line.starts_with("http://") {
                page.address = line;
                return Ok(page);
            }
        }
        bail!("the copy's page was not built")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // It fails when the server has ended by itself: then there is nothing to end.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
