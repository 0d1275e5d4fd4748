//! Rolling up the plan documents of a folder.

use super::assess::{contents, json};
use super::{Answer, Format, terminal, text};
use control_total::national::{File, LeftOut, roll_up, unfold_roll_up};
use control_total::plan::breaks_line;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(super) fn national(folder: &Path, working: Option<&str>, format: Format) -> Answer {
    let documents = documents(folder)?;
    let files: Vec<File<'_>> = documents
        .iter()
        .map(|(name, text)| File {
            name,
            text: text.as_deref().map_err(String::as_str),
        })
        .collect();
    if let Some(figure) = working {
        let working = unfold_roll_up(&files, figure).ok_or_else(|| {
            format!("There is no figure at {figure}.\nPaths are those of the roll-up's JSON form, with a system by its code, such as systems/QE1/both/control_total.\n")
        })?;
        return match format {
            Format::Json => json(&working),
            Format::Text => Ok(text::working(&working, &[])),
        };
    }
    let result =
        roll_up(&files).map_err(|left_out| left_out.iter().map(reasons).collect::<String>())?;
    terminal::complain(&result.left_out.iter().map(reasons).collect::<String>());
    match format {
        Format::Json => json(&result.plain()),
        Format::Text => Ok(text::roll_up(&result)),
    }
}

/// Why a file is not counted.
fn reasons(left_out: &LeftOut) -> String {
    let LeftOut { file, reasons } = left_out;
    let lines = reasons
        .iter()
        .map(|reason| format!("{file}: left out: {reason}\n"));
    lines.collect()
}

/// A file's name and text, or why it could not be read.
type Document = (String, Result<String, String>);

/// The plan documents of a folder, by name.
fn documents(folder: &Path) -> Result<Vec<Document>, String> {
    let shown = folder.display();
    let fault = |error: io::Error| format!("{shown}: {error}\n");
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let is_document = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("json"));
        paths.extend(is_document.then_some(path));
    }
    paths.sort();
    if paths.is_empty() {
        return Err(format!(
            "{shown}: there is no plan document in this folder. Its files end in .json.\n"
        ));
    }
    let document = |path: &PathBuf| {
        let name = path.file_name();
        let name = name.map(|name| name.to_string_lossy().replace(breaks_line, " "));
        (name.unwrap_or_default(), file(path))
    };
    Ok(paths.iter().map(document).collect())
}

/// What a file holds, or why it can't be read. What is no file is not opened: a pipe would keep
/// the answer waiting.
fn file(path: &Path) -> Result<String, String> {
    let reason = |error: io::Error| {
        format!("It can't be read: {error}. Mend it, or take it out of the folder.")
    };
    let kind = fs::metadata(path).map_err(reason)?.file_type();
    if !kind.is_file() {
        let kind = if kind.is_dir() {
            "a folder"
        } else {
            "a pipe or a device"
        };
        return Err(format!(
            "This is {kind}, not a plan document. Give it a name that does not end in .json, or take it out of the folder."
        ));
    }
    contents(Some(path)).map_err(|error| error.to_string())
}
