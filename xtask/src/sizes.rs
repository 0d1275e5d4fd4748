//! How large everything is that a user has to download, and how large it may be.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{
    engine,
    generated::gzip,
    project::{Project, files_ending_below},
};

/// The most bytes, compressed, that the engine may take besides the reference facts in it.
const CORE_BUDGET: usize = 100_000;

/// The most bytes, compressed, that the reference facts may take, all together.
const FACTS_BUDGET: usize = 30_000;

struct Size {
    raw: usize,
    zipped: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self {
            raw: bytes.len(),
            zipped: gzip(bytes)?.len(),
        })
    }
}

/// Prints the sizes of all that is published, and fails when a budget is broken.
pub fn check(project: &Project) -> Result<()> {
    print_files(&project.hosted())?;

    let wasm = fs::read(engine::optimised(project)).context("the engine is not built")?;
    let mut facts = Vec::new();
    for file in engine::facts(project)? {
        facts
            .extend(fs::read(&file).with_context(|| format!("could not read {}", file.display()))?);
    }
    println!(
        "\n{:<36} {:>9} {:>9} {:>9}",
        "budget", "raw", "gzip", "at most"
    );
    let (engine, facts) = (Size::of(&wasm)?, Size::of(&facts)?);
    println!(
        "{:<36} {:>9} {:>9}",
        "engine (WebAssembly), whole", engine.raw, engine.zipped
    );
    let core = Size {
        raw: engine.raw.saturating_sub(facts.raw),
        zipped: engine.zipped.saturating_sub(facts.zipped),
    };
    let budgets = [
        ("  of which core", core, CORE_BUDGET),
        ("  of which reference facts", facts, FACTS_BUDGET),
    ];
    for (name, size, most) in &budgets {
        println!("{name:<36} {:>9} {:>9} {most:>9}", size.raw, size.zipped);
    }
    for (name, size, most) in &budgets {
        ensure!(
            size.zipped <= *most,
            "{name}: {} bytes compressed, at most {most}",
            size.zipped
        );
    }
    Ok(())
}

fn print_files(folder: &Path) -> Result<()> {
    println!("\n{:<36} {:>9} {:>9}", "file", "raw", "gzip");
    let mut total = Size { raw: 0, zipped: 0 };
    for file in files_ending_below(folder, "")? {
        let bytes =
            fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
        let size = Size::of(&bytes)?;
        let name = file
            .strip_prefix(folder)
            .unwrap_or(&file)
            .display()
            .to_string();
        println!("{name:<36} {:>9} {:>9}", size.raw, size.zipped);
        total.raw += size.raw;
        total.zipped += size.zipped;
    }
    println!("{:<36} {:>9} {:>9}", "all", total.raw, total.zipped);
    Ok(())
}
