//! What a build needs beside Rust: installed when it is missing, or named in one line.

mod browser;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    process::{output, run},
    project::Project,
};

pub use self::browser::{CHROMIUM, FIREFOX};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The oldest Node that the page's tools run on.
const NODE: (u32, u32) = (20, 19);

/// The standard library for WebAssembly.
pub fn wasm_target() -> Result<()> {
    if has_wasm_target()? {
        return Ok(());
    }
    ensure!(
        on_search_path("rustup").is_some(),
        "Rust's target {WASM_TARGET} is missing: add it with the package manager that installed \
         Rust, or install Rust with rustup, which this command then uses by itself"
    );
    println!("installing Rust's target {WASM_TARGET}");
    run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
}

fn has_wasm_target() -> Result<bool> {
    let mut rustc = Command::new("rustc");
    let libraries = output(rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    Ok(Path::new(&libraries).is_dir())
}

/// rustfmt or clippy, which a minimal Rust comes without.
pub fn rust_component(name: &str) -> Result<()> {
    let program = if name == "clippy" {
        "cargo-clippy"
    } else {
        name
    };
    if Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|o| o.status.success())
    {
        return Ok(());
    }
    ensure!(
        on_search_path("rustup").is_some(),
        "{name} is missing: install it with the package manager that installed Rust"
    );
    println!("installing {name}");
    run(Command::new("rustup").args(["component", "add", name]))
}

/// The page's tools, exactly as the lock file has them.
pub fn npm_packages(project: &Project) -> Result<()> {
    node()?;
    let lock = project.www().join("package-lock.json");
    // A copy of the lock file that was installed: times of files say little after a checkout.
    let installed = project
        .www()
        .join("node_modules")
        .join(".installed-lock.json");
    let wanted = fs::read(&lock).context("www/package-lock.json is missing")?;
    if fs::read(&installed).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    ensure!(
        on_search_path(npm).is_some(),
        "npm is missing: it comes with Node.js, or on Debian as the package npm"
    );
    println!("installing the page's tools");
    run(Command::new(npm)
        .current_dir(project.www())
        .args(["ci", "--loglevel=error"]))?;
    fs::write(&installed, wanted)
        .with_context(|| format!("could not write {}", installed.display()))
}

fn node() -> Result<()> {
    let (major, minor) = NODE;
    let how = format!("install Node.js {major}.{minor} or later, with npm");
    ensure!(
        on_search_path(&executable("node")).is_some(),
        "node is missing: {how}"
    );
    let version = output(Command::new("node").arg("--version"))?;
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|p| p.parse().ok());
    let found: (u32, u32) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    ensure!(found >= NODE, "node {version} is too old: {how}");
    Ok(())
}

fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

fn on_search_path(program: &str) -> Option<PathBuf> {
    let program = if cfg!(windows) && !program.contains('.') {
        executable(program)
    } else {
        program.to_owned()
    };
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(&program))
        .find(|file| file.is_file())
}
