//! Finds places where the page's types were given up: there a wrong figure could pass `tsc`.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::project::{Project, files_ending_below};

/// Comments that silence `tsc`.
const SILENCERS: [&str; 2] = ["@ts-ignore", "@ts-nocheck"];

/// Fails when a generated type or a type in a comment of the page's sources is `any`.
pub fn check(project: &Project) -> Result<()> {
    let types = files_ending_below(&project.generated(), ".d.ts")?;
    let sources = files_ending_below(&project.www().join("source"), ".js")?;
    ensure!(
        !types.is_empty(),
        "www/generated is empty: nothing was built"
    );
    let mut found = 0_usize;
    for path in &types {
        found += report(project, path, in_declarations)?;
    }
    for path in &sources {
        found += report(project, path, in_comments)?;
    }
    ensure!(found == 0, "{found} places have no type");
    println!(
        "{} files of types, {} sources: none gives up its types",
        types.len(),
        sources.len()
    );
    Ok(())
}

fn report(project: &Project, path: &Path, find: fn(&str) -> Vec<usize>) -> Result<usize> {
    let text =
        fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))?;
    let places = find(&text);
    let name = path.strip_prefix(project.root()).unwrap_or(path).display();
    for offset in &places {
        let line = text
            .get(..*offset)
            .unwrap_or_default()
            .matches('\n')
            .count()
            + 1;
        println!(
            "{name}:{line}: {}",
            text.lines().nth(line - 1).unwrap_or_default().trim()
        );
    }
    Ok(places.len())
}

/// Where `any` stands in a file of declarations, outside its comments.
fn in_declarations(text: &str) -> Vec<usize> {
    let mut code = text.to_owned();
    for (start, end) in spans(text, "/*", "*/")
        .into_iter()
        .chain(spans(text, "//", "\n"))
    {
        let blank = " ".repeat(end - start);
        code.replace_range(start..end, &blank);
    }
    words(&code, "any")
}

/// Where `any` or `*` stands for a type in a comment, or a comment silences the checker.
fn in_comments(text: &str) -> Vec<usize> {
    let mut found: Vec<usize> = SILENCERS
        .iter()
        .flat_map(|silencer| text.match_indices(silencer).map(|(offset, _)| offset))
        .collect();
    for (comment_start, comment_end) in spans(text, "/**", "*/") {
        let comment = text.get(comment_start..comment_end).unwrap_or_default();
        for (start, end) in braces(comment) {
            let inner = comment.get(start..end).unwrap_or_default();
            let offset = comment_start + start;
            found.extend(words(inner, "any").into_iter().map(|at| offset + at));
            if inner.trim_matches(['{', '}', ' ']) == "*" {
                found.push(offset);
            }
        }
    }
    found.sort_unstable();
    found
}

/// The stretches from an opening to the next closing mark, or to the end.
fn spans(text: &str, open: &str, close: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text
        .get(from..)
        .and_then(|rest| rest.find(open))
        .map(|at| from + at)
    {
        let inside = start + open.len();
        let end = text
            .get(inside..)
            .and_then(|rest| rest.find(close))
            .map_or(text.len(), |at| inside + at + close.len());
        found.push((start, end));
        from = end;
    }
    found
}

/// The outermost pairs of braces.
fn braces(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (offset, letter) in text.char_indices() {
        match letter {
            '{' => open.push(offset),
            '}' => {
                if let (Some(start), true) = (open.pop(), open.is_empty()) {
                    found.push((start, offset + 1));
                }
            }
            _ => {}
        }
    }
    found
}

/// Where a word stands that is no part of a longer one.
fn words(text: &str, word: &str) -> Vec<usize> {
    let continues = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    text.match_indices(word)
        .map(|(offset, _)| offset)
        .filter(|offset| {
            let before = text
                .get(..*offset)
                .and_then(|before| before.chars().next_back());
            let after = text
                .get(offset + word.len()..)
                .and_then(|after| after.chars().next());
            !before.is_some_and(continues) && !after.is_some_and(continues)
        })
        .collect()
}

/// Puts another word in the place of each such word.
pub fn replace_word(text: &str, word: &str, by: &str) -> String {
    let mut replaced = text.to_owned();
    for offset in words(text, word).into_iter().rev() {
        replaced.replace_range(offset..offset + word.len(), by);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_may_say_any_in_words_only() {
        assert!(in_declarations("/** any */ // any\ntype A = many | company;").is_empty());
        assert_eq!(in_declarations("/* x */ type A = any;"), [17]);
        assert_eq!(in_declarations("type A = Map<string, any[]>;"), [21]);
    }

    #[test]
    fn comments_may_say_any_outside_their_types_only() {
        assert!(in_comments("/** Is there any? @param {string} a */ let any = {};").is_empty());
        assert_eq!(in_comments("/** @type {any} */"), [11]);
        assert_eq!(in_comments("/** @type {{ a: any[] }} */"), [16]);
        assert_eq!(in_comments("/** @param {*} a */"), [11]);
        assert_eq!(in_comments("// @ts-ignore\n"), [3]);
    }
}
