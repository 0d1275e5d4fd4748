//! What an edition's page is put together from, by the page's own build.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};

use super::{Edition, empty};
use crate::{process::run, project::Project};

/// The texts, each as the document has it between its tags or in a file beside it.
pub struct Bundle {
    /// The calculator, with its engine packed in it.
    pub program: String,
    /// Says why the calculator has not started.
    pub watch: String,
    pub styles: String,
}

impl Bundle {
    pub fn of(project: &Project, edition: Edition) -> Result<Self> {
        let folder = project.web_target().join("bundles").join(edition.name());
        empty(&folder)?;
        let mut build = Command::new("node");
        build
            .current_dir(project.www())
            .args(["build.mjs", edition.entry()])
            .arg(&folder);
        if edition == Edition::Readable {
            build.arg("--readable");
        }
        run(&mut build)?;
        let bundle = Self {
            program: script(&read(&folder.join("app.js"))?),
            watch: script(&read(&folder.join("watch.js"))?),
            styles: read(&folder.join("app.css"))?.trim().to_owned(),
        };
        // A developer's script is a file by itself, and still has some comments.
        if edition != Edition::Readable {
            can_stand_in_a_document(&bundle.program)?;
        }
        can_stand_in_a_document(&bundle.watch)?;
        can_stand_in_a_document(&bundle.styles)?;
        Ok(bundle)
    }
}

impl Edition {
    /// The page's source that starts it.
    const fn entry(self) -> &'static str {
        match self {
            Self::Readable => Self::Hosted.name(),
            other => other.name(),
        }
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Its end tag can only be in a text of the script, where this means the same.
fn script(text: &str) -> String {
    text.trim().replace("</script", r"<\/script")
}

/// A browser takes the text between two tags as it stands but for these. It reads plain ASCII faster
/// than anything else, and whoever stores the document in another encoding does not change it.
fn can_stand_in_a_document(text: &str) -> Result<()> {
    ensure!(
        text.is_ascii(),
        "a script or the styles are not plain ASCII"
    );
    for mark in ["</script", "</style", "<!--", "\r", "\0"] {
        ensure!(
            !text.contains(mark),
            "{mark:?} in a script or in the styles would mean something else in the document"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_can_name_its_own_end_tag() {
        assert_eq!(script(" a('</script>') \n"), r"a('<\/script>')");
        assert!(can_stand_in_a_document(&script("a('</script>')")).is_ok());
    }

    #[test]
    fn what_would_change_in_a_document_is_refused() {
        for text in [
            "a('</script>')",
            "b{}</style>",
            "if (a<!--b) c",
            "a\r\nb",
            "\0",
        ] {
            assert!(can_stand_in_a_document(text).is_err(), "{text}");
        }
    }
}
