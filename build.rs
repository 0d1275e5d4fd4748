//! Compiles the rules into the program: see `src/scheme/compile`.

#[path = "src/scheme/compile/mod.rs"]
mod compile;

use std::env;
use std::path::{Path, PathBuf};

fn main() -> compile::Outcome<()> {
    println!("cargo::rerun-if-changed=src/scheme");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    compile::compile(Path::new("src/scheme"), &out)
}
