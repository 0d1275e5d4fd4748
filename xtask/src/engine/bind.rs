//! The glue between page and engine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::{Form, is_newer};
use crate::{generated, project::Project};

/// What the `wasm-bindgen` command does, from its library: one lock file then pins both halves, and
/// there is no tool to install. Writes glue and types for the page, and returns the bound module.
pub fn bind(project: &Project, form: Form, compiled: &Path) -> Result<PathBuf> {
    let bound = form.folder(project).join("engine.wasm");
    let folder = form.generated(project);
    let (glue, types) = (folder.join("engine.js"), folder.join("engine.d.ts"));
    if is_newer(&[&bound, &glue, &types], compiled) {
        return Ok(bound);
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
    let glue = form.glue(output.js());
    let types = form.types(output.ts().unwrap_or_default());
    generated::write_engine(&folder, &glue, &types)?;
    fs::write(&bound, module).with_context(|| format!("could not write {}", bound.display()))?;
    Ok(bound)
}

impl Form {
    /// The glue asks the browser for WebAssembly. Where that is off, it asks the page's stand-in.
    fn glue(self, made: &str) -> String {
        match self {
            Self::WebAssembly => made.to_owned(),
            Self::JavaScript => format!(
                "import {{ WebAssembly }} from '../../source/without-webassembly/stand-in.js';\n{made}"
            ),
        }
    }

    /// The page sees one engine, whatever it is compiled to.
    fn types(self, made: &str) -> String {
        match self {
            Self::WebAssembly => made.to_owned(),
            Self::JavaScript => {
                "export * from '../engine.js';\nexport { default } from '../engine.js';\n"
                    .to_owned()
            }
        }
    }
}
