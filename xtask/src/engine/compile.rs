//! Compiles the core for the browser.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::Form;
use crate::{
    prerequisites,
    process::{cargo, output, run},
    project::Project,
};

/// How readily functions are copied into their callers, and loops written out: far less than is usual
/// at this level. The engine is a sixth smaller so, and a quarter slower, which the benchmarks allow.
const SMALLER: &str = "-Cllvm-args=-inline-threshold=15 -inlinehint-threshold=15 \
     -inlinecold-threshold=5 -unroll-full-max-count=0 -unroll-allow-partial=0";

/// What JavaScript has no counterpart of.
const PLAIN_FEATURES: &str =
    "-Ctarget-feature=-reference-types,-multivalue,-bulk-memory,-nontrapping-fptoint,-sign-ext";

impl Form {
    /// The profile in the root's `Cargo.toml`.
    const fn profile(self) -> &'static str {
        match self {
            Self::WebAssembly => "web",
            Self::JavaScript => "web-without-webassembly",
        }
    }

    const fn flag(self) -> &'static str {
        match self {
            Self::WebAssembly => SMALLER,
            Self::JavaScript => PLAIN_FEATURES,
        }
    }
}

/// Compiles what is out of date, and returns the module's path.
pub fn compile(project: &Project, form: Form) -> Result<PathBuf> {
    prerequisites::wasm_target()?;
    let target = form.folder(project);
    let mut build = cargo(project);
    build
        .args(["build", "--package", "control-total-calculator", "--lib"])
        .args(["--profile", form.profile()])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--no-default-features", "--features", "browser"])
        .arg("--target-dir")
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(project, form)?);
    run(&mut build)?;
    Ok(target
        .join("wasm32-unknown-unknown")
        .join(form.profile())
        .join("control_total.wasm"))
}

/// The compiler's flags, in the form that allows spaces in a path. All but one take this machine's
/// folders out of the module, so that the same sources make the same bytes anywhere.
fn flags(project: &Project, form: Form) -> Result<OsString> {
    let mut remaps = vec![
        (project.root().to_path_buf(), "/source"),
        (
            PathBuf::from(output(Command::new("rustc").args(["--print", "sysroot"]))?),
            "/rust",
        ),
    ];
    for registry in registries()? {
        remaps.push((registry, "/packages"));
    }
    let mut flags = OsString::from(form.flag());
    for (from, to) in remaps {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    }
    Ok(flags)
}

/// The folders that hold the packages' sources: one for each registry, named after it.
fn registries() -> Result<Vec<PathBuf>> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("this user has no home folder to look for cargo's packages in")?;
    let sources = home.join("registry").join("src");
    if !sources.is_dir() {
        return Ok(Vec::new());
    }
    folders_in(&sources).context("could not read cargo's packages")
}

fn folders_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)? {
        folders.push(entry?.path());
    }
    folders.sort();
    Ok(folders)
}
