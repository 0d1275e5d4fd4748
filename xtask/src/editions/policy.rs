//! The content security policies: what a browser lets each edition's page do, word for word.

use anyhow::{Context, Result};

use super::Edition;
use crate::hash::Hash;

/// What an edition lets run or be used: texts in its document and scripts, told by their hashes.
pub struct Allowed {
    pub program: Hash,
    pub watch: Hash,
    pub styles: Hash,
    /// The engine, where it is a script.
    pub engine: Option<Hash>,
}

/// No edition may open a connection, send a form, show another page or read a text as markup.
pub fn policy(edition: Edition, allowed: &Allowed) -> String {
    let [program, watch, styles] = [&allowed.program, &allowed.watch, &allowed.styles]
        .map(|hash| format!("'{}'", hash.for_browsers()));
    let (scripts, styles, images, kept, trusted) = match (edition, &allowed.engine) {
        // The browser keeps these files by a manifest and a worker. The readable edition's document
        // has its icon in itself, as the single files have.
        (Edition::Hosted | Edition::Readable, _) => (
            format!("'self' {watch} 'wasm-unsafe-eval'"),
            "'self'".to_owned(),
            "'self' data:",
            "'self'",
            "service-worker",
        ),
        (_, None) => (
            format!("{watch} {program} 'wasm-unsafe-eval'"),
            styles,
            "data:",
            "'none'",
            "'none'",
        ),
        (_, Some(engine)) => (
            format!("{watch} {program} '{}'", engine.for_browsers()),
            styles,
            "data:",
            "'none'",
            "engine",
        ),
    };
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; \
         connect-src 'none'; font-src 'none'; manifest-src {kept}; worker-src {kept}; \
         object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types {trusted}"
    )
}

/// The policy that stands in a document.
pub fn of_document(document: &str) -> Result<&str> {
    document
        .split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(policy, _)| policy)
        .context("the document has no policy")
}
