//! How large everything is that reaches a user, and how large it may be.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};

use crate::{
    editions::{self, Edition},
    engine,
    generated::gzip,
    project::{Project, files_ending_below},
};

/// A size and the most that it may be, in bytes.
struct Budget {
    what: &'static str,
    size: usize,
    most: usize,
}

/// Prints the sizes of all that is published, and fails when a budget is broken.
pub fn check(project: &Project) -> Result<()> {
    print_files(&project.dist())?;
    let mut budgets = Vec::from(engine_budgets(project)?);
    budgets.extend(edition_budgets(project)?);
    println!("\n{:<52} {:>9} {:>9}", "budget", "bytes", "at most");
    for Budget { what, size, most } in &budgets {
        println!("{what:<52} {size:>9} {most:>9}");
    }
    for Budget { what, size, most } in &budgets {
        ensure!(size <= most, "{what}: {size} bytes, at most {most}");
    }
    Ok(())
}

/// Compressed as they are shipped. What the engine takes besides the reference facts in it is the
/// core.
fn engine_budgets(project: &Project) -> Result<[Budget; 2]> {
    let engine = read(&engine::optimised(project))?;
    let mut facts = Vec::new();
    for file in engine::facts(project)? {
        facts.extend(read(&file)?);
    }
    let facts = gzip(&facts)?.len();
    Ok([
        Budget {
            what: "engine: core, compressed",
            size: gzip(&engine)?.len().saturating_sub(facts),
            most: 220_000,
        },
        Budget {
            what: "engine: reference facts, compressed",
            size: facts,
            most: 30_000,
        },
    ])
}

fn edition_budgets(project: &Project) -> Result<[Budget; 3]> {
    let size = |edition: Edition| read(&edition.place(project)).map(|bytes| bytes.len());
    Ok([
        Budget {
            what: "offline file",
            size: size(Edition::Offline)?,
            most: 670_000,
        },
        Budget {
            what: "file without WebAssembly",
            size: size(Edition::WithoutWebAssembly)?,
            most: 790_000,
        },
        Budget {
            what: "hosted, first load, as a server compresses it",
            size: first_load(&Edition::Hosted.place(project))?,
            most: 385_000,
        },
    ])
}

/// What a browser asks for at a first visit. It asks again when it keeps the files; a server that sees
/// that it has them says so, and sends nothing.
fn first_load(folder: &Path) -> Result<usize> {
    let mut size = 0;
    for name in editions::first_load() {
        let mut server = GzEncoder::new(Vec::new(), Compression::default());
        server.write_all(&read(&folder.join(name))?)?;
        size += server.finish()?.len();
    }
    Ok(size)
}

fn read(path: &PathBuf) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// The last column is what a web server could make of it at best.
fn print_files(folder: &Path) -> Result<()> {
    println!("\n{:<52} {:>9} {:>9}", "file", "bytes", "gzip");
    for file in files_ending_below(folder, "")? {
        let bytes = read(&file)?;
        let name = file.strip_prefix(folder)?.display().to_string();
        println!("{name:<52} {:>9} {:>9}", bytes.len(), gzip(&bytes)?.len());
    }
    Ok(())
}
