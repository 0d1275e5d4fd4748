//! Turns the rules, which are kept as text that a finance person can review, into
//! the constants that the program is compiled with, so that no parser for them
//! travels to the browser. A rule without words, source, status or confidence
//! stops the build here. Part of the build script alone.

mod check;
mod code;
mod form;
mod measure;
mod rate;
mod round;
mod statement;

use form::{RoundFile, RuleFile, SchemeFile, SourceFile, StatementFile};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::mem;
use std::path::Path;

/// What was made, or why not.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Reads the files of `folder` and writes the constants to `out`.
pub fn compile(folder: &Path, out: &Path) -> Outcome<()> {
    let mut sources = read(&folder.join("sources.toml"))?;
    let readings = read(&folder.join("readings.toml"))?;
    fs::write(out.join("readings.rs"), code::readings(&readings)?)?;
    let schemes = schemes(&folder.join("published"), &mut sources)?;
    let statements: Vec<StatementFile> = lists(&folder.join("statements"), &sources)?;
    let rounds: Vec<RoundFile> = lists(&folder.join("rounds"), &sources)?;
    fs::write(out.join("rounds.rs"), code::rounds(&rounds)?)?;
    fs::write(out.join("schemes.rs"), code::schemes(&schemes)?)?;
    fs::write(out.join("statements.rs"), code::statements(&statements)?)?;
    fs::write(out.join("sources.rs"), code::sources(&sources)?)?;
    Ok(())
}

/// The schemes, by year and id. Those that bring documents of their own add them to the sources.
fn schemes(folder: &Path, sources: &mut BTreeMap<String, SourceFile>) -> Outcome<Vec<SchemeFile>> {
    let mut schemes = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let mut scheme: SchemeFile = read(&path)?;
        if path.file_stem().and_then(|stem| stem.to_str()) != Some(&scheme.id) {
            return Err(format!("{}: the file is not named after its id", path.display()).into());
        }
        for (key, source) in mem::take(&mut scheme.source) {
            if sources.insert(key.clone(), source).is_some() {
                return Err(format!("{}: there is a source {key} already", path.display()).into());
            }
        }
        schemes.push(scheme);
    }
    for scheme in &schemes {
        scheme
            .check(sources)
            .map_err(|error| format!("{}.toml: {error}", scheme.id))?;
    }
    schemes.sort_by(|a, b| (&a.year, &a.id).cmp(&(&b.year, &b.id)));
    Ok(schemes)
}

/// A file of rules besides a scheme's, named after its id.
trait List: for<'de> Deserialize<'de> {
    fn id(&self) -> &str;
    fn from(&self) -> &str;
    fn rules(&self) -> Vec<&RuleFile>;
}

impl List for StatementFile {
    fn id(&self) -> &str {
        &self.id
    }

    fn from(&self) -> &str {
        &self.from
    }

    fn rules(&self) -> Vec<&RuleFile> {
        self.rules().collect()
    }
}

impl List for RoundFile {
    fn id(&self) -> &str {
        &self.id
    }

    fn from(&self) -> &str {
        &self.from
    }

    fn rules(&self) -> Vec<&RuleFile> {
        self.rules()
    }
}

/// The files of a folder, by first year and id.
fn lists<T: List>(folder: &Path, sources: &BTreeMap<String, SourceFile>) -> Outcome<Vec<T>> {
    let mut lists = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let list: T = read(&path)?;
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        if stem != Some(&list.id().replace('_', "-")) {
            return Err(format!("{}: the file is not named after its id", path.display()).into());
        }
        for rule in list.rules() {
            rule.check(sources)
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
        lists.push(list);
    }
    lists.sort_by(|a, b| (a.from(), a.id()).cmp(&(b.from(), b.id())));
    Ok(lists)
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Outcome<T> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
