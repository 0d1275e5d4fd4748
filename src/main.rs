//! The command line: the same core and the same figures as the page.

#![forbid(unsafe_code)]

mod command_line;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    command_line::run(command_line::Command::parse())
}
