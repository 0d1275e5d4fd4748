//! What the command line is asked, and its answers: an exit code of 0 when it
//! answered, 2 when a plan can't be read, with every diagnostic on standard error.

mod assess;
mod catalogue;
mod national;
mod rule_book;
mod terminal;
mod text;

use clap::{Parser, Subcommand, ValueEnum};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// Works out English health systems' control totals, and what they earn. Not an
/// official service.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Command {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// Assess a plan document
    Assess {
        /// The plan document; standard input if left out or `-`
        plan: Option<PathBuf>,
        /// How to answer
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Explain one figure of an assessment, step by step
    Working {
        /// The plan document; `-` for standard input
        plan: PathBuf,
        /// The figure's path in the assessment, such as
        /// `organisations/RXL/fund/total/earned/quarters/1`
        figure: String,
        /// How to answer
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Roll several systems' plans up to regions and to England
    National {
        /// The folder of the plan documents: every file in it that ends in .json
        folder: PathBuf,
        /// Explain one figure of the roll-up, such as `all/providers/control_total`
        #[arg(long, value_name = "FIGURE")]
        working: Option<String>,
        /// How to answer
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// List the years and their areas (footprints, STPs, boards), or write an empty
    /// plan document for one
    Footprints {
        /// An area's code, such as QE1
        code: Option<String>,
        /// A financial year, such as 2026/27; for a plan document, the newest that has
        /// rules and a list of areas if left out
        #[arg(long)]
        year: Option<String>,
    },
    /// List the schemes, the rules of one with their sources, or what changed from one
    /// to another
    Schemes {
        /// A scheme's id, such as stf-2017-18
        id: Option<String>,
        /// Another's, to compare with
        other: Option<String>,
    },
    /// List the calculator's own readings and conventions with their reasons
    Assumptions,
    /// Write the JSON Schema of the plan document
    Schema,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For reading
    Text,
    /// For another program
    Json,
}

/// What came of a question: the answer for standard output, or what is wrong for
/// standard error.
type Answer = Result<String, String>;

/// Answers.
pub fn run(command: Command) -> ExitCode {
    let answer = match command.question {
        Question::Assess { plan, format } => assess::assess(plan.as_deref(), format),
        Question::Working {
            plan,
            figure,
            format,
        } => assess::working(&plan, &figure, format),
        Question::National {
            folder,
            working,
            format,
        } => national::national(&folder, working.as_deref(), format),
        Question::Footprints {
            code: Some(code),
            year,
        } => catalogue::plan_for(&code, year.as_deref()),
        Question::Footprints {
            code: None,
            year: Some(year),
        } => catalogue::areas(&year),
        Question::Footprints {
            code: None,
            year: None,
        } => Ok(catalogue::geographies()),
        Question::Schemes { id: None, .. } => Ok(rule_book::schemes()),
        Question::Schemes {
            id: Some(id),
            other: None,
        } => rule_book::rules(&id),
        Question::Schemes {
            id: Some(id),
            other: Some(other),
        } => rule_book::compared(&id, &other),
        Question::Assumptions => Ok(catalogue::assumptions()),
        Question::Schema => catalogue::schema(),
    };
    match answer {
        // A reader that has seen enough, such as `head`, is no failure.
        Ok(text) => match terminal::answer(&text) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        },
        Err(text) => {
            terminal::complain(&text);
            ExitCode::from(2)
        }
    }
}
