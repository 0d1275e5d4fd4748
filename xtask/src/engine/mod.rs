//! The engine: the core compiled for the browser, its glue, and the types that the page sees.

mod bind;
mod compile;
mod javascript;
mod webassembly;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::project::{Project, files_ending};

pub use webassembly::optimised;

/// What the core is compiled to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// What every browser runs unless it was told not to.
    WebAssembly,
    /// The same, several times slower, for browsers that were told.
    JavaScript,
}

/// What becomes of it once it is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// As it is published.
    Small,
    /// With the names of its functions, for a developer to follow.
    Named,
}

impl Form {
    /// Kept apart from the native builds, and from each other: other flags would make them rebuild
    /// each other.
    fn folder(self, project: &Project) -> PathBuf {
        match self {
            Self::WebAssembly => project.web_target(),
            Self::JavaScript => project.web_target().join("without-webassembly"),
        }
    }

    /// Where the page's sources import the glue from.
    pub fn generated(self, project: &Project) -> PathBuf {
        match self {
            Self::WebAssembly => project.generated(),
            Self::JavaScript => project.generated().join("without-webassembly"),
        }
    }
}

/// Copying functions into their callers makes a module smaller, and larger once it is compressed.
const NO_COPIES: [&str; 2] = [
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=2",
];

/// Compiles the engine, writes its glue and types for the page, and returns the engine's path.
pub fn build(project: &Project, form: Form, finish: Finish) -> Result<PathBuf> {
    let compiled = compile::compile(project, form)?;
    let bound = bind::bind(project, form, &compiled)?;
    match (form, finish) {
        (Form::JavaScript, _) => javascript::translate(project, &bound),
        (Form::WebAssembly, Finish::Small) => webassembly::optimise(project, &bound),
        (Form::WebAssembly, Finish::Named) => Ok(bound),
    }
}

/// The reference facts that are compiled into the engine.
pub fn facts(project: &Project) -> Result<Vec<PathBuf>> {
    files_ending(&project.root().join("src").join("facts"), ".tsv")
}

/// Whether all of these were made after the input and after this program, which decides how.
fn is_newer(made: &[&Path], input: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let program = env::current_exe().ok().and_then(|path| changed(&path));
    let newest_input = changed(input).max(program);
    newest_input.is_some() && made.iter().all(|path| changed(path) > newest_input)
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
        let core = pin(include_str!("../../../Cargo.toml"), "wasm-bindgen");
        let tool = pin(include_str!("../../Cargo.toml"), "wasm-bindgen-cli-support");
        assert_eq!(core, tool);
    }
}
