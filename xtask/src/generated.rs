//! What the build writes into `www/generated` for the page's sources to import, with its types.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use base64::{Engine as _, prelude::BASE64_STANDARD};

use crate::{
    project::{Project, files_ending},
    rule_book,
};

const PACKED_ENGINE_TYPES: &str = "\
/** The engine: gzip, then base64. */
declare const packed: string;
export default packed;
";

const PACKED_RULE_BOOK_TYPES: &str = "\
/** The rule book as JSON: gzip, then base64. */
declare const packed: string;
export default packed;
";

const PACKED_EXAMPLES_TYPES: &str = "\
/** The examples as JSON: gzip, then base64. */
declare const packed: string;
export default packed;
";

/// The glue between page and engine, as wasm-bindgen made it.
pub fn write_engine(folder: &Path, glue: &str, types: &str) -> Result<()> {
    write(folder, "engine.js", glue)?;
    write(folder, "engine.d.ts", &without_raw_any(types))
}

/// The engine as a JavaScript module: a page that may open no connection can still load it.
pub fn write_packed_engine(folder: &Path, engine: &[u8]) -> Result<()> {
    write(folder, "packed-engine.js", &packed(engine)?)?;
    write(folder, "packed-engine.d.ts", PACKED_ENGINE_TYPES)
}

/// The examples' names, titles and texts: the page has to hand the texts to the engine letter by
/// letter, and may not fetch them.
pub fn write_examples(project: &Project) -> Result<()> {
    let mut examples = Vec::new();
    for file in files_ending(&project.www().join("examples"), ".json")? {
        let name = file
            .file_stem()
            .context("an example has no name")?
            .to_string_lossy();
        let text = fs::read_to_string(&file)
            .with_context(|| format!("could not read {}", file.display()))?;
        let plan: serde_json::Value = serde_json::from_str(&text)
            .with_context(|| format!("{} is not JSON", file.display()))?;
        examples.push(serde_json::json!({ "name": name, "title": plan["title"], "text": text }));
    }
    let packed = packed(&serde_json::to_vec(&examples)?)?;
    write(&project.generated(), "packed-examples.js", &packed)?;
    write(
        &project.generated(),
        "packed-examples.d.ts",
        PACKED_EXAMPLES_TYPES,
    )
}

/// Packed for the page, and plain for `tsc` to hold against the page's types.
pub fn write_rule_book(project: &Project) -> Result<()> {
    let folder = project.generated();
    write(&folder, "rule-book.js", &rule_book::module()?)?;
    let packed = packed(rule_book::json()?.as_bytes())?;
    write(&folder, "packed-rule-book.js", &packed)?;
    write(&folder, "packed-rule-book.d.ts", PACKED_RULE_BOOK_TYPES)
}

/// Gzip comes first, so that no web server's compression is needed, and its pure Rust form packs
/// to the same bytes on every machine.
fn packed(bytes: &[u8]) -> Result<String> {
    Ok(format!(
        "export default \"{}\";\n",
        BASE64_STANDARD.encode(gzip(bytes)?)
    ))
}

/// In the gzip form, some five in a hundred smaller than `gzip -9` makes it: packing may take its
/// time, since unpacking is as fast.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let form = zopfli::Format::Gzip;
    zopfli::compress(zopfli::Options::default(), form, bytes, &mut packed)
        .context("could not compress")?;
    Ok(packed)
}

/// wasm-bindgen also lists the module's raw exports, where a JavaScript value is `any`. The page
/// never calls those, but `any` would spread from them unseen; `unknown` does not.
fn without_raw_any(types: &str) -> String {
    const RAW_EXPORTS: &str = "export interface InitOutput {";
    let Some((before, rest)) = types.split_once(RAW_EXPORTS) else {
        return types.to_owned();
    };
    let Some((raw, after)) = rest.split_once("\n}") else {
        return types.to_owned();
    };
    let raw = crate::untyped::replace_word(raw, "any", "unknown");
    format!("{before}{RAW_EXPORTS}{raw}\n}}{after}")
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    let path = folder.join(name);
    fs::write(&path, text).with_context(|| format!("could not write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_raw_exports_lose_their_any() {
        let types = "export function a(x: any): void;\nexport interface InitOutput {\n  readonly \
                     b: (c: any) => [any, number];\n}\nexport type D = any;\n";
        let expected = "export function a(x: any): void;\nexport interface InitOutput {\n  \
                        readonly b: (c: unknown) => [unknown, number];\n}\nexport type D = any;\n";
        assert_eq!(without_raw_any(types), expected);
    }

    #[test]
    fn packing_the_same_bytes_twice_gives_the_same_module() {
        let once = packed(b"\0asm").unwrap();
        assert_eq!(once, packed(b"\0asm").unwrap());
        assert!(once.starts_with("export default \"H4sI"));
    }
}
