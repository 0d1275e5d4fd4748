//! The engine as browsers run it best.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{Form, is_newer};
use crate::{
    process::{npm_tool, run},
    project::Project,
};

/// What the compiled module may use: all of it is in every browser since 2021 or so. Named one by
/// one, since `wasm-opt --all-features` writes modules that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Where the engine is after an optimised build.
pub fn optimised(project: &Project) -> PathBuf {
    Form::WebAssembly
        .folder(project)
        .join("engine.optimised.wasm")
}

/// Makes the bound module small.
pub fn optimise(project: &Project, bound: &Path) -> Result<PathBuf> {
    let optimised = optimised(project);
    if is_newer(&[&optimised], bound) {
        return Ok(optimised);
    }
    let mut wasm_opt = npm_tool(project, "binaryen/bin/wasm-opt");
    run(wasm_opt
        .arg("-Oz")
        .args(super::NO_COPIES)
        // Functions alike but for their types have like names: side by side they compress well.
        .arg("--reorder-functions-by-name")
        .args(["--strip-producers", "--strip-target-features"])
        .args(FEATURES)
        .arg(bound)
        .arg("-o")
        .arg(&optimised))?;
    Ok(optimised)
}
