//! Every check there is, one after the other, and the summary.

use std::{
    cell::OnceCell,
    fmt,
    path::PathBuf,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, ensure};

use crate::{
    added_year,
    editions::{self, Edition},
    prerequisites::{self, CHROMIUM, FIREFOX},
    process::{cargo, npm_tool, run as run_program},
    project::{Project, files_ending},
    release::Release,
    reproducible,
    server::{Running, Server},
    sizes, untyped,
};

/// A check's name, and what it does.
type Check = (&'static str, fn(&Bench) -> Result<()>);

/// In the order in which a failure is cheapest to learn of.
const CHECKS: [Check; 16] = [
    ("format", format),
    ("lint native", lint_native),
    ("lint wasm", lint_wasm),
    ("rust tests", rust_tests),
    ("documentation", documentation),
    ("editions", editions_build),
    ("page types", page_types),
    ("page untyped", page_untyped),
    ("page markup", page_markup),
    ("sizes", page_sizes),
    ("command line build", command_line_build),
    ("browser tests", browser_tests),
    ("firefox", firefox),
    ("benchmarks", benchmarks),
    ("same elsewhere", same_elsewhere),
    ("new year", new_year),
];

struct Outcome {
    name: &'static str,
    ending: Ending,
    took: Duration,
}

/// The last two with the reason.
#[derive(Debug, PartialEq, Eq)]
enum Ending {
    Passed,
    Skipped(String),
    Failed(String),
}

/// In an error, it says that the check can't be made here, through no fault of what it checks.
#[derive(Debug)]
struct Skip;

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("not on this machine")
    }
}

/// Runs the checks whose name holds one of the words; all when there is none.
pub fn run(project: &Project, filters: &[&str]) -> Result<ExitCode> {
    let wanted: Vec<&Check> = CHECKS
        .iter()
        .filter(|(name, _)| filters.is_empty() || filters.iter().any(|word| name.contains(word)))
        .collect();
    let names: Vec<&str> = CHECKS.iter().map(|(name, _)| *name).collect();
    ensure!(
        !wanted.is_empty(),
        "no check has such a name; there are: {}",
        names.join(", ")
    );

    let bench = Bench::new(project);
    let outcomes: Vec<Outcome> = wanted
        .into_iter()
        .map(|check| carry_out(&bench, check))
        .collect();
    Ok(summarise(&outcomes))
}

fn carry_out(bench: &Bench, (name, check): &Check) -> Outcome {
    println!("\n== {name}");
    let start = Instant::now();
    let ending = Ending::of(check(bench));
    match &ending {
        Ending::Passed => {}
        Ending::Skipped(reason) => println!("skipped: {reason}"),
        Ending::Failed(reason) => println!("failed: {reason}"),
    }
    Outcome {
        name,
        ending,
        took: start.elapsed(),
    }
}

impl Ending {
    fn of(result: Result<()>) -> Self {
        match result {
            Ok(()) => Self::Passed,
            Err(error) if error.is::<Skip>() => Self::Skipped(format!("{error:#}")),
            Err(error) => Self::Failed(format!("{error:#}")),
        }
    }
}

fn summarise(outcomes: &[Outcome]) -> ExitCode {
    println!("\n== summary");
    let [mut passed, mut failed, mut skipped] = [0; 3];
    for Outcome { name, ending, took } in outcomes {
        let (result, count, why) = match ending {
            Ending::Passed => ("ok", &mut passed, String::new()),
            Ending::Failed(_) => ("failed", &mut failed, String::new()),
            Ending::Skipped(reason) => ("skipped", &mut skipped, format!(": {reason}")),
        };
        *count += 1;
        println!("{result:<7} {:>6.1} s  {name}{why}", took.as_secs_f64());
    }
    println!("\n{passed} passed, {failed} failed, {skipped} skipped");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What the checks share: each thing is built when the first check needs it, and once.
struct Bench<'a> {
    project: &'a Project,
    release: Release,
    editions: OnceCell<Result<(), String>>,
    command_line: OnceCell<Result<PathBuf, String>>,
}

impl<'a> Bench<'a> {
    fn new(project: &'a Project) -> Self {
        Self {
            project,
            release: Release::of(project),
            editions: OnceCell::new(),
            command_line: OnceCell::new(),
        }
    }

    /// The folder or file of an edition, as it is published.
    fn edition(&self, edition: Edition) -> Result<PathBuf> {
        once(&self.editions, || {
            editions::build(self.project, &self.release)
        })
        .context("the editions were not built")?;
        Ok(edition.place(self.project))
    }

    /// The command line, as users get it.
    fn command_line(&self) -> Result<PathBuf> {
        once(&self.command_line, || {
            run_program(cargo(self.project).args(["build", "--release"]))?;
            let path = self.project.command_line();
            ensure!(path.is_file(), "there is no {}", path.display());
            Ok(path)
        })
        .context("the command line was not built")
    }

    /// A program of node that meets the page in a browser, and the server it meets it on.
    fn with_browser(&self, program: &mut Command) -> Result<Running> {
        let server = Server::bind_anywhere(&self.edition(Edition::Hosted)?)?.spawn();
        program
            .env("BASE_URL", server.address())
            .env("COMMAND_LINE", self.command_line()?)
            .env("DIST", self.project.dist())
            .env("CHROMIUM", CHROMIUM.find_or_install()?);
        Ok(server)
    }
}

fn once<T: Clone>(
    cell: &OnceCell<Result<T, String>>,
    make: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let made = cell.get_or_init(|| make().map_err(|error| format!("{error:#}")));
    made.clone().map_err(|error| anyhow!(error))
}

fn format(bench: &Bench) -> Result<()> {
    prerequisites::rust_component("rustfmt")?;
    run_program(cargo(bench.project).args(["fmt", "--all", "--check"]))
}

fn lint_native(bench: &Bench) -> Result<()> {
    prerequisites::rust_component("clippy")?;
    let what = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ];
    run_program(cargo(bench.project).args(what))
}

fn lint_wasm(bench: &Bench) -> Result<()> {
    prerequisites::rust_component("clippy")?;
    prerequisites::wasm_target()?;
    let what = ["clippy", "--lib", "--target", "wasm32-unknown-unknown"];
    let features = [
        "--no-default-features",
        "--features",
        "browser",
        "--",
        "--deny",
        "warnings",
    ];
    run_program(cargo(bench.project).args(what).args(features))
}

fn rust_tests(bench: &Bench) -> Result<()> {
    run_program(cargo(bench.project).args(["test", "--workspace"]))
}

fn documentation(bench: &Bench) -> Result<()> {
    let what = [
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ];
    run_program(
        cargo(bench.project)
            .args(what)
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )
}

fn editions_build(bench: &Bench) -> Result<()> {
    bench.edition(Edition::Hosted).map(drop)
}

fn page_types(bench: &Bench) -> Result<()> {
    bench.edition(Edition::Hosted)?;
    for project in [".", "hosted"] {
        let mut tsc = npm_tool(bench.project, "typescript/bin/tsc");
        run_program(tsc.args(["--project", project]))?;
    }
    Ok(())
}

fn page_untyped(bench: &Bench) -> Result<()> {
    bench.edition(Edition::Hosted)?;
    untyped::check(bench.project)
}

fn page_markup(bench: &Bench) -> Result<()> {
    let mut validate = npm_tool(bench.project, "html-validate/bin/html-validate.mjs");
    run_program(
        validate
            .args(["--config", ".htmlvalidate.json", "--max-warnings", "0"])
            .arg(bench.edition(Edition::Hosted)?.join("index.html"))
            .arg(bench.edition(Edition::Offline)?)
            .arg(bench.edition(Edition::WithoutWebAssembly)?),
    )
}

fn page_sizes(bench: &Bench) -> Result<()> {
    bench.edition(Edition::Hosted)?;
    sizes::check(bench.project)
}

fn same_elsewhere(bench: &Bench) -> Result<()> {
    bench.edition(Edition::Hosted)?;
    reproducible::check(bench.project, &bench.release)
}

fn new_year(bench: &Bench) -> Result<()> {
    added_year::check(bench.project, &CHROMIUM.find_or_install()?)
}

fn command_line_build(bench: &Bench) -> Result<()> {
    bench.command_line().map(drop)
}

fn browser_tests(bench: &Bench) -> Result<()> {
    let mut tests = npm_tool(bench.project, "@playwright/test/cli.js");
    let _server = bench.with_browser(tests.arg("test"))?;
    run_program(&mut tests)
}

/// The editions in the other browser of many offices. Not every system has a package of it.
fn firefox(bench: &Bench) -> Result<()> {
    let firefox = match FIREFOX.find()? {
        Some(found) => found,
        None => FIREFOX.install().context(Skip)?,
    };
    bench.edition(Edition::Offline)?;
    let mut tests = Command::new("node");
    tests
        .current_dir(bench.project.www())
        .args(["--test", "--test-reporter=spec"])
        .args([
            "tests/firefox/single-files.test.mjs",
            "tests/firefox/hosted.test.mjs",
        ])
        .env("FIREFOX", firefox)
        .env("DIST", bench.project.dist())
        .env("COMMAND_LINE", bench.command_line()?);
    run_program(&mut tests)
}

/// Figures to read; a benchmark fails by a budget of its own only.
fn benchmarks(bench: &Bench) -> Result<()> {
    let mut native = cargo(bench.project);
    let native_benchmarks = ["--bench", "whole_system", "--bench", "planning"];
    run_program(native.arg("bench").args(native_benchmarks))?;
    let folder = bench.project.www().join("tests").join("benchmarks");
    let scripts = files_ending(&folder, ".mjs")?;
    if scripts.is_empty() {
        println!("there are none yet");
    }
    for script in scripts {
        let mut benchmark = Command::new("node");
        benchmark.current_dir(bench.project.www()).arg(script);
        let _server = bench.with_browser(&mut benchmark)?;
        run_program(&mut benchmark)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::{Ending, Skip};

    #[test]
    fn a_check_is_skipped_only_where_it_says_so() {
        let missing = || anyhow!("apt-get failed").context("Firefox is missing");
        assert_eq!(Ending::of(Ok(())), Ending::Passed);
        assert_eq!(
            Ending::of(Err(missing())),
            Ending::Failed("Firefox is missing: apt-get failed".to_owned())
        );
        assert_eq!(
            Ending::of(Err(missing().context(Skip))),
            Ending::Skipped("not on this machine: Firefox is missing: apt-get failed".to_owned())
        );
    }
}
