//! The browsers that the page is tested in.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use super::{executable, on_search_path};
use crate::process::{output, run};

/// Stands in for Arial, so that the page looks in a test as it does for a user.
const FONT: &str = "fonts-liberation";

pub struct Browser {
    name: &'static str,
    /// The environment variable that may name one.
    variable: &'static str,
    /// What it is called on the search path.
    programs: &'static [&'static str],
    /// Where one is found that does not put itself on the search path.
    places: &'static [&'static str],
    /// Debian's.
    package: &'static str,
}

pub const CHROMIUM: Browser = Browser {
    name: "Chromium or Google Chrome",
    variable: "CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
    ],
    places: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ],
    package: "chromium",
};

pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
    package: "firefox-esr",
};

impl Browser {
    /// The one that the variable names, or else one that is installed.
    pub fn find(&self) -> Result<Option<PathBuf>> {
        let Some(named) = env::var_os(self.variable) else {
            return Ok(self.installed());
        };
        let path = PathBuf::from(named);
        ensure!(
            path.is_file(),
            "{} names no file: {}",
            self.variable,
            path.display()
        );
        Ok(Some(path))
    }

    fn installed(&self) -> Option<PathBuf> {
        let places = self.places.iter().map(PathBuf::from);
        self.programs
            .iter()
            .filter_map(|program| on_search_path(&executable(program)))
            .chain(places.filter(|place| place.is_file()))
            .next()
    }

    pub fn find_or_install(&self) -> Result<PathBuf> {
        self.find()?.map_or_else(|| self.install(), Ok)
    }

    /// Installs one from the system's packages, where it has them and lets us.
    pub fn install(&self) -> Result<PathBuf> {
        let how = || {
            format!(
                "{} is missing: install it (on Debian, as root: apt-get install {}), or let the \
                 variable {} name one",
                self.name, self.package, self.variable
            )
        };
        ensure!(on_search_path("apt-get").is_some() && is_root(), how());
        println!("installing {}", self.package);
        install_packages(&[self.package, FONT]).with_context(how)?;
        self.installed()
            .with_context(|| format!("{} was installed, but is not found", self.package))
    }
}

fn install_packages(names: &[&str]) -> Result<()> {
    run(apt_get().args(["-qq", "update"]))?;
    run(apt_get()
        .args(["-qq", "-y", "--no-install-recommends", "install"])
        .args(names))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    // It says a line or more for each package; its errors go elsewhere.
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null());
    command
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}
