//! Builds, serves and checks the calculator: `cargo xtask serve | test | dist`.
#![forbid(unsafe_code)]

mod added_year;
mod checks;
mod editions;
mod elsewhere;
mod engine;
mod generated;
mod hash;
mod prerequisites;
mod process;
mod project;
mod release;
mod reproducible;
mod rule_book;
mod server;
mod sizes;
mod untyped;

use std::{env, process::ExitCode};

use anyhow::{Context, Result, bail};

use crate::{project::Project, release::Release};

const USAGE: &str = "\
cargo xtask serve [--port N]   build all that is missing and serve the calculator on this machine
cargo xtask test [WORD...]     run every check, or those whose name holds one of the words
cargo xtask dist               build what is published into dist/, and hold it to its budgets";

const DEFAULT_PORT: u16 = 8017;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let project = Project::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", options @ ..] => serve(&project, port(options)?),
        ["test", filters @ ..] => return checks::run(&project, filters),
        ["dist"] => dist(&project),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("`{}` is not understood\n{USAGE}", arguments.join(" ")),
    }?;
    Ok(ExitCode::SUCCESS)
}

fn port(options: &[&str]) -> Result<u16> {
    match options {
        [] => Ok(DEFAULT_PORT),
        ["--port", number] => number
            .parse()
            .with_context(|| format!("`{number}` is not a port")),
        _ => bail!("`serve` takes only --port N"),
    }
}

fn serve(project: &Project, port: u16) -> Result<()> {
    let folder = editions::build_readable(project, &Release::of(project))?;
    let server = server::Server::bind_from(port, &folder)?;
    println!("{}", server.address());
    println!("Ctrl+C stops");
    server.run();
    Ok(())
}

fn dist(project: &Project) -> Result<()> {
    editions::build(project, &Release::of(project))?;
    sizes::check(project)
}
