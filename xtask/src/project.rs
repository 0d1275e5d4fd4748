//! Where things are in this repository.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The repository that this program was started in.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Cargo says where xtask's manifest is; the repository is the folder around it.
    pub fn find() -> Result<Self> {
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").context("start this with `cargo xtask`")?;
        let root = Path::new(&manifest)
            .parent()
            .context("xtask has no folder around it")?
            .to_path_buf();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |t| root.join(t));
        Ok(Self { root, target })
    }

    /// Another folder for the same sources, with a space in its name as users have them.
    pub fn elsewhere(&self) -> Self {
        let root = self.target.join("another folder");
        Self {
            target: root.join("target"),
            root,
        }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The page's sources and tools.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// What the build makes for the page's sources to import, and for `tsc` to check.
    pub fn generated(&self) -> PathBuf {
        self.www().join("generated")
    }

    /// What is published.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Kept apart from the native builds: other flags would make them rebuild each other.
    pub fn web_target(&self) -> PathBuf {
        self.target.join("web-build")
    }

    /// The command line as users get it.
    pub fn command_line(&self) -> PathBuf {
        let name = format!("control-total-calculator{}", env::consts::EXE_SUFFIX);
        self.target.join("release").join(name)
    }

    pub fn licence(&self) -> PathBuf {
        self.root.join("LICENSE")
    }
}

/// The files of a folder whose name ends so, in the order of their names; none if there is no such
/// folder.
pub fn files_ending(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| unreadable(folder))? {
        let path = entry.with_context(|| unreadable(folder))?.path();
        if path.is_file() && path.to_string_lossy().ends_with(ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// As [`files_ending`], with the folders inside.
pub fn files_ending_below(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = files_ending(folder, ending)?;
    if folder.is_dir() {
        for entry in fs::read_dir(folder).with_context(|| unreadable(folder))? {
            let path = entry.with_context(|| unreadable(folder))?.path();
            if path.is_dir() {
                files.extend(files_ending_below(&path, ending)?);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn unreadable(folder: &Path) -> String {
    format!("could not read {}", folder.display())
}
