//! The engine: the core compiled to WebAssembly, its glue, and the types that the page sees.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    generated,
    page::Shape,
    prerequisites,
    process::{cargo, npm_tool, output, run},
    project::{Project, files_ending},
};

/// What the compiled module may use: all of it is in every browser since 2021 or so. Named one by
/// one, since `wasm-opt --all-features` writes modules that browsers refuse.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How readily functions are copied into their callers: a quarter of what is usual at this level.
/// The engine is a tenth smaller so, and as fast to within a few hundredths.
const INLINING: &str = "-Cllvm-args=-inline-threshold=50";

/// Where the engine is after an optimised build.
pub fn optimised(project: &Project) -> PathBuf {
    project.web_target().join("engine.optimised.wasm")
}

/// Compiles the engine, writes its glue and types for the page, and returns the module's path.
pub fn build(project: &Project, shape: Shape) -> Result<PathBuf> {
    prerequisites::wasm_target()?;
    compile(project)?;
    let compiled = project
        .web_target()
        .join("wasm32-unknown-unknown")
        .join("web")
        .join("control_total.wasm");
    let bound = project.web_target().join("engine.wasm");
    bind(project, &compiled, &bound)?;
    match shape {
        Shape::Readable => Ok(bound),
        Shape::Published => {
            let optimised = optimised(project);
            optimise(project, &bound, &optimised)?;
            Ok(optimised)
        }
    }
}

fn compile(project: &Project) -> Result<()> {
    let mut build = cargo(project);
    build
        .args([
            "build",
            "--package",
            "control-total-calculator",
            "--lib",
            "--profile",
            "web",
        ])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--no-default-features", "--features", "browser"])
        .arg("--target-dir")
        .arg(project.web_target())
        .env("CARGO_ENCODED_RUSTFLAGS", flags(project)?);
    run(&mut build)
}

/// The compiler's flags, in the form that allows spaces in a path. All but one take this machine's
/// folders out of the module, so that the same sources make the same bytes anywhere.
fn flags(project: &Project) -> Result<OsString> {
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
    let mut flags = OsString::from(INLINING);
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
    let mut folders = Vec::new();
    for entry in fs::read_dir(&sources).context("could not read cargo's packages")? {
        folders.push(entry.context("could not read cargo's packages")?.path());
    }
    folders.sort();
    Ok(folders)
}

/// What the `wasm-bindgen` command does, from its library: one lock file then pins both halves, and
/// there is no tool to install.
fn bind(project: &Project, compiled: &Path, bound: &Path) -> Result<()> {
    let glue = project.generated().join("engine.js");
    let types = project.generated().join("engine.d.ts");
    if is_newer(&[bound, &glue, &types], compiled) {
        return Ok(());
    }
    let mut output = Bindgen::new()
        .input_path(compiled)
        .out_name("engine")
        .web(true)?
        .typescript(true)
        // The page hands over the module's bytes. Without a default there is no address to fetch.
        .omit_default_module_path(true)
        // After a panic the page starts a fresh instance.
        .reset_state_function(true)
        .generate_output()
        .context("wasm-bindgen refused the compiled core")?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "a package brings JavaScript of its own into the engine"
    );
    let module = output.wasm_mut().emit_wasm();
    generated::write_engine(project, output.js(), output.ts().unwrap_or_default())?;
    fs::write(bound, module).with_context(|| format!("could not write {}", bound.display()))
}

fn optimise(project: &Project, bound: &Path, optimised: &Path) -> Result<()> {
    if is_newer(&[optimised], bound) {
        return Ok(());
    }
    let mut wasm_opt = npm_tool(project, "binaryen/bin/wasm-opt");
    run(wasm_opt
        .arg("-Oz")
        // Copying functions into their callers shrinks the module and swells its compressed form.
        .args([
            "--one-caller-inline-max-function-size=0",
            "--always-inline-max-function-size=2",
        ])
        // Functions alike but for their types have like names: side by side they compress well.
        .arg("--reorder-functions-by-name")
        .args(["--strip-producers", "--strip-target-features"])
        .args(WASM_FEATURES)
        .arg(bound)
        .arg("-o")
        .arg(optimised))
}

/// Whether all of these were made after the input and after this program, which decides how.
fn is_newer(made: &[&Path], input: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let program = env::current_exe().ok().and_then(|path| changed(&path));
    let newest_input = changed(input).max(program);
    newest_input.is_some() && made.iter().all(|path| changed(path) > newest_input)
}

/// The reference facts that are compiled into the engine.
pub fn facts(project: &Project) -> Result<Vec<PathBuf>> {
    files_ending(&project.root().join("src").join("facts"), ".tsv")
}

#[cfg(test)]
mod tests {
    /// The library that binds the engine refuses a core that was compiled against another version.
    #[test]
    fn both_halves_of_wasm_bindgen_have_one_version() {
        let pin = |manifest: &str, package: &str| {
            let line = manifest
                .lines()
                .find(|line| line.starts_with(&format!("{package} =")));
            let (_, version) = line.unwrap().split_once("\"=").unwrap();
            version.split('"').next().unwrap().to_owned()
        };
        let core = pin(include_str!("../../Cargo.toml"), "wasm-bindgen");
        let tool = pin(include_str!("../Cargo.toml"), "wasm-bindgen-cli-support");
        assert_eq!(core, tool);
    }
}
