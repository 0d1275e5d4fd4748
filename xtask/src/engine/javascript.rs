//! The engine for browsers in which WebAssembly is turned off: the same core, as JavaScript.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{Form, is_newer};
use crate::{
    process::{npm_tool, run},
    project::Project,
};

/// What the compiled module may still use, since it is turned into plain instructions here.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// The standard library comes compiled, with instructions that JavaScript has no counterpart of.
const LOWERING: [&str; 3] = [
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
];

/// Turns the bound module into a script that leaves a function behind, `createEngine`, which makes
/// an engine out of what the glue lends it; as often as it is called, and always a fresh one.
pub fn translate(project: &Project, bound: &Path) -> Result<PathBuf> {
    let folder = Form::JavaScript.folder(project);
    let script = folder.join("engine.js");
    if is_newer(&[&script], bound) {
        return Ok(script);
    }
    let lowered = folder.join("engine.lowered.wasm");
    run(npm_tool(project, "binaryen/bin/wasm-opt")
        .args(FEATURES)
        .arg(bound)
        .args(LOWERING)
        .arg("-Oz")
        .args(super::NO_COPIES)
        .arg("-o")
        .arg(&lowered))?;
    let module = folder.join("engine.module.js");
    run(npm_tool(project, "binaryen/bin/wasm2js")
        .arg("-Oz")
        .arg(&lowered)
        .arg("-o")
        .arg(&module))?;
    let plain = folder.join("engine.plain.js");
    let text = fs::read_to_string(&module).context("wasm2js wrote nothing")?;
    fs::write(&plain, as_function(&text)?).context("could not write the engine as JavaScript")?;
    run(npm_tool(project, "esbuild/bin/esbuild")
        .args([
            "--format=iife",
            "--global-name=createEngine",
            "--minify",
            "--target=es2022",
            "--log-level=warning",
        ])
        .arg(&plain)
        .arg(format!("--outfile={}", script.display())))?;
    Ok(script)
}

/// The module as wasm2js writes it starts one engine, with what it imports. Here it hands out the
/// function instead.
fn as_function(module: &str) -> Result<String> {
    ensure!(
        !module.contains("legalstub$"),
        "a whole number of 64 bits crosses between page and engine by itself: let it cross in a \
         slice, as src/browser says"
    );
    let rest = module
        .strip_prefix("import * as $_engine_bg_js from './engine_bg.js';\n")
        .context("wasm2js begins its module in another way")?;
    let (function, _) = rest
        .split_once("\nvar retasmFunc = ")
        .context("wasm2js ends its module in another way")?;
    ensure!(
        function.matches(GROWN).count() == 1,
        "wasm2js lets the memory grow in another way"
    );
    let function = function.replace(GROWN, LET_GO);
    Ok(format!("{function}\nmodule.exports = asmFunc;\n"))
}

/// Where the memory that has become too small is replaced.
const GROWN: &str = "buffer = newBuffer;";

/// The glue looks at the memory through views that it keeps until they are empty, which WebAssembly
/// makes the old ones. Without this it would go on reading the old memory.
const LET_GO: &str = "structuredClone(buffer, { transfer: [buffer] }); buffer = newBuffer;";

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = "import * as $_engine_bg_js from './engine_bg.js';\n\
                          function asmFunc(imports) { function grow() { buffer = newBuffer; } }\n\
                          var retasmFunc = asmFunc({ \"./engine_bg.js\": $_engine_bg_js });\n\
                          export var memory = retasmFunc.memory;\n";

    #[test]
    fn the_function_is_handed_out_and_empties_the_old_memory() {
        assert_eq!(
            as_function(MODULE).unwrap(),
            "function asmFunc(imports) { function grow() { structuredClone(buffer, { transfer: \
             [buffer] }); buffer = newBuffer; } }\nmodule.exports = asmFunc;\n"
        );
    }

    #[test]
    fn a_module_that_is_made_otherwise_is_refused() {
        for (part, other) in [
            ("import * as", "import"),
            ("var retasmFunc", "const retasmFunc"),
            ("buffer = newBuffer;", "buffer = other;"),
            ("function grow", "function legalstub$1() {} function grow"),
        ] {
            assert!(as_function(&MODULE.replace(part, other)).is_err(), "{part}");
        }
    }
}
