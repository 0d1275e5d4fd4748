//! The page's document: one text, `www/index.html`, which says what stands in which edition.
//!
//! A line `<!-- in hosted offline -->` says that what follows stands in those editions only, up to the
//! next such line; `<!-- in all -->` ends it, and `<!-- in none -->` is for remarks. `{{name}}` is a place that the build fills.

use std::fs;

use anyhow::{Context, Result};

use super::{
    Edition,
    bundle::Bundle,
    policy::{Allowed, policy},
};
use crate::{hash::Hash, project::Project, release::Release};

/// The document of an edition.
///
/// `engine` is the hash of the engine where it is a script; `offline_files` tells of the archive that
/// a hosted page offers.
pub fn write(
    project: &Project,
    release: &Release,
    edition: Edition,
    bundle: &Bundle,
    engine: Option<Hash>,
    offline_files: &[(&str, String)],
) -> Result<String> {
    let program = Hash::of(&bundle.program);
    let policy = policy(
        edition,
        &Allowed {
            program,
            watch: Hash::of(&bundle.watch),
            styles: Hash::of(&bundle.styles),
            engine,
        },
    );
    let mut places = vec![
        ("policy", policy.as_str()),
        ("styles", &bundle.styles),
        ("watch", &bundle.watch),
        ("program", &bundle.program),
        ("version", release.version),
        ("revision", &release.revision),
    ];
    let (fingerprint, integrity) = (program.hex(), program.for_browsers());
    places.extend([
        ("fingerprint", fingerprint.as_str()),
        ("integrity", &integrity),
    ]);
    places.extend(
        offline_files
            .iter()
            .map(|(name, text)| (*name, text.as_str())),
    );
    let template = fs::read_to_string(project.www().join("index.html"))
        .context("could not read www/index.html")?;
    fill(&only(&template, edition), &places)
}

fn only(template: &str, edition: Edition) -> String {
    let mut stands = true;
    let mut document = String::new();
    for line in template.lines() {
        let editions = line
            .trim()
            .strip_prefix("<!-- in ")
            .and_then(|rest| rest.strip_suffix(" -->"));
        if let Some(editions) = editions {
            stands = editions
                .split(' ')
                .any(|name| name == "all" || name == edition.name());
        } else if stands {
            document.extend(line.chars().map(in_ascii));
            document.push('\n');
        }
    }
    document
}

/// The document is plain ASCII as the scripts in it are.
fn in_ascii(letter: char) -> String {
    if letter.is_ascii() {
        letter.to_string()
    } else {
        format!("&#{};", u32::from(letter))
    }
}

/// Each place once, in one go: what is filled in may itself have such brackets.
pub fn fill(document: &str, places: &[(&str, &str)]) -> Result<String> {
    let mut parts = document.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once("}}").context("a place does not end")?;
        let (_, text) = places
            .iter()
            .find(|(place, _)| *place == name)
            .with_context(|| format!("a place that nothing fills: {name}"))?;
        filled.push_str(text);
        filled.push_str(after);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<p>\n  <!-- in hosted -->\n  on {{where}}\n  <!-- in offline \
                            without-webassembly -->\n  in {{where}}\n  <!-- in all -->\n</p>\n";

    #[test]
    fn each_edition_has_its_own_lines() {
        for (edition, expected) in [
            (Edition::Hosted, "<p>\n  on {{a}}\n</p>\n"),
            (Edition::Offline, "<p>\n  in {{a}}\n</p>\n"),
            (Edition::WithoutWebAssembly, "<p>\n  in {{a}}\n</p>\n"),
            (Edition::Readable, "<p>\n</p>\n"),
        ] {
            let filled = fill(&only(TEMPLATE, edition), &[("where", "{{a}}")]);
            assert_eq!(filled.unwrap(), expected);
        }
    }

    #[test]
    fn a_document_is_plain_ascii() {
        assert_eq!(only("it’s £1\n", Edition::Offline), "it&#8217;s &#163;1\n");
    }

    #[test]
    fn a_place_that_nothing_fills_is_refused() {
        assert!(fill(&only(TEMPLATE, Edition::Offline), &[]).is_err());
        assert!(fill("{{where", &[("where", "x")]).is_err());
    }
}
