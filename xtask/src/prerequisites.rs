//! What a build needs beside Rust: installed when it is missing, or named in one line.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    process::{output, run},
    project::Project,
};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The oldest Node that the page's tools run on.
const NODE: (u32, u32) = (20, 19);

/// Names under which a Chromium is found on the search path.
const CHROMIUM_NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
];

/// Where one is found that does not put itself on the search path.
const CHROMIUM_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

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

/// A browser to run the tests of the page in.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let path = PathBuf::from(named);
        ensure!(path.is_file(), "CHROMIUM names no file: {}", path.display());
        return Ok(path);
    }
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    install_chromium()?;
    find_chromium().context("Chromium was installed, but is not on the search path")
}

fn find_chromium() -> Option<PathBuf> {
    let places = CHROMIUM_PLACES
        .iter()
        .map(PathBuf::from)
        .filter(|place| place.is_file());
    CHROMIUM_NAMES
        .iter()
        .filter_map(|name| on_search_path(&executable(name)))
        .chain(places)
        .next()
}

fn install_chromium() -> Result<()> {
    if on_search_path("apt-get").is_none() || !is_root() {
        bail!(
            "Chromium is missing: install Chromium or Google Chrome (on Debian, as root: apt-get \
             install chromium), or let the variable CHROMIUM name one"
        );
    }
    println!("installing Chromium");
    run(apt_get().args(["-qq", "update"]))?;
    // The font stands in for Arial, so that the page looks in a test as it does for a user.
    let packages = ["chromium", "fonts-liberation"];
    run(apt_get()
        .args(["-qq", "-y", "--no-install-recommends", "install"])
        .args(packages))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    // It says a line or more for each package; its errors go elsewhere.
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null());
    command
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
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
