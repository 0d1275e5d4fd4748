//! The page's content security policy: it stands in `www/index.html`, and nowhere else.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

/// What the policy has to say, word for word.
const PROMISES: [&str; 7] = [
    "default-src 'none'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
];

/// What it may say nowhere.
const BREACHES: [&str; 6] = [
    "'unsafe-inline'",
    "'unsafe-eval'",
    "http:",
    "https:",
    "*",
    "blob:",
];

/// Reads the policy of a built page, and refuses one that is weaker than promised.
pub fn of(folder: &Path) -> Result<String> {
    let path = folder.join("index.html");
    let document =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    in_document(&document)
}

fn in_document(document: &str) -> Result<String> {
    let policy = find(document)
        .context("the first thing after <meta charset> in www/index.html must be the policy")?;
    for promise in PROMISES {
        let kept = policy
            .split(';')
            .any(|directive| directive.trim() == promise);
        ensure!(kept, "the policy in www/index.html lacks: {promise}");
    }
    for breach in BREACHES {
        ensure!(
            !policy.contains(breach),
            "the policy in www/index.html allows {breach}"
        );
    }
    Ok(policy)
}

/// It has to come first after the character set: a policy in a document does not govern what stands
/// before it.
fn find(document: &str) -> Option<String> {
    let (_, from_charset) = document.split_once("<meta charset=")?;
    let (_, after_charset) = from_charset.split_once('>')?;
    let tag = after_charset.trim_start().strip_prefix("<meta")?;
    let attributes = tag
        .trim_start()
        .strip_prefix("http-equiv=\"Content-Security-Policy\"")?;
    let content = attributes.trim_start().strip_prefix("content=\"")?;
    let (policy, _) = content.split_once('"')?;
    Some(policy.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(policy: &str) -> String {
        format!(
            "<!doctype html><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"\
             \n content=\"{policy}\"><title>x</title>"
        )
    }

    #[test]
    fn the_whole_promise_passes() {
        assert_eq!(
            in_document(&page(&PROMISES.join(";\n"))).unwrap(),
            PROMISES.join("; ")
        );
    }

    #[test]
    fn each_promise_is_needed() {
        for missing in PROMISES {
            let others: Vec<_> = PROMISES.into_iter().filter(|&p| p != missing).collect();
            assert!(
                in_document(&page(&others.join("; "))).is_err(),
                "without {missing}"
            );
        }
    }

    #[test]
    fn each_breach_is_refused() {
        for breach in BREACHES {
            let policy = format!("{}; script-src {breach}", PROMISES.join("; "));
            assert!(in_document(&page(&policy)).is_err(), "with {breach}");
        }
    }

    #[test]
    fn a_policy_that_comes_late_is_none() {
        let late = page(&PROMISES.join("; ")).replace("<meta http", "<title>x</title><meta http");
        assert!(in_document(&late).is_err());
    }
}
