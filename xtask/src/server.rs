//! Serves one folder of files to this machine and to no other.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response};

use crate::editions;

/// How many ports are tried when the wished one is taken.
const PORTS_TRIED: u16 = 50;

/// A server that has its port, and answers once it runs.
pub struct Server {
    http: Arc<tiny_http::Server>,
    site: Site,
}

impl Server {
    /// Takes the wished port, or the next free one.
    pub fn bind_from(port: u16, folder: &Path) -> Result<Self> {
        let mut refused = None;
        for port in port..=port.saturating_add(PORTS_TRIED) {
            match Self::bind(port, folder) {
                Ok(server) => return Ok(server),
                Err(error) => refused = Some(error),
            }
        }
        Err(refused.context("no port to try")?)
    }

    /// Takes any free port.
    pub fn bind_anywhere(folder: &Path) -> Result<Self> {
        Self::bind(0, folder)
    }

    fn bind(port: u16, folder: &Path) -> Result<Self> {
        let site = Site {
            folder: folder.to_path_buf(),
            policy: policy_of(folder)?,
        };
        let http = tiny_http::Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .map_err(|error| anyhow!("could not take the port {port}: {error}"))?;
        Ok(Self {
            http: Arc::new(http),
            site,
        })
    }

    /// The address to open.
    pub fn address(&self) -> String {
        format!("http://{}/", self.http.server_addr())
    }

    /// Answers until the program ends.
    pub fn run(&self) {
        for request in self.http.incoming_requests() {
            self.site.answer(request);
        }
    }

    /// Answers in the background until the value is dropped.
    pub fn spawn(self) -> Running {
        let running = Running {
            address: self.address(),
            http: Arc::clone(&self.http),
        };
        thread::spawn(move || self.run());
        running
    }
}

/// A server in the background.
pub struct Running {
    address: String,
    http: Arc<tiny_http::Server>,
}

impl Running {
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.http.unblock();
    }
}

struct Site {
    folder: PathBuf,
    policy: String,
}

/// What the worker may do that keeps the page's files: fetch them, and nothing else.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'";

fn policy_of(folder: &Path) -> Result<String> {
    let path = folder.join("index.html");
    let document =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    editions::policy_of(&document).map(str::to_owned)
}

impl Site {
    fn answer(&self, request: Request) {
        let (status, kind, body) = self.choose(request.method(), request.url());
        let policy = if request.url().ends_with("/service-worker.js") {
            WORKER_POLICY
        } else {
            &self.policy
        };
        let mut response = Response::from_data(body).with_status_code(status);
        for (name, value) in headers(kind, policy) {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // It fails when the browser has gone away: nobody is left to tell.
        let _ = request.respond(response);
    }

    fn choose(&self, method: &Method, url: &str) -> (u16, &'static str, Vec<u8>) {
        const TEXT: &str = "text/plain; charset=utf-8";
        if !matches!(method, Method::Get | Method::Head) {
            return (405, TEXT, b"Only GET and HEAD\n".to_vec());
        }
        let found = relative_path(url).and_then(|relative| {
            let path = self.folder.join(relative);
            Some((media_type(&path), fs::read(path).ok()?))
        });
        match found {
            Some((kind, body)) => (200, kind, body),
            None => (404, TEXT, b"Not found\n".to_vec()),
        }
    }
}

/// A policy in a header can also forbid other pages to frame this one.
fn headers(kind: &str, policy: &str) -> [(&'static str, String); 6] {
    [
        ("Content-Type", kind.to_owned()),
        (
            "Content-Security-Policy",
            format!("{policy}; frame-ancestors 'none'"),
        ),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cache-Control", "no-store".to_owned()),
    ]
}

/// The file that an address means. Only plain names: what could lead out of the folder (`..`, a
/// drive, an escape, a hidden file) is none.
fn relative_path(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    path.split('/')
        .all(is_plain)
        .then(|| path.split('/').collect())
}

fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("zip") => "application/zip",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_addresses_are_files() {
        assert_eq!(relative_path("/"), Some(PathBuf::from("index.html")));
        assert_eq!(
            relative_path("/?a=../b#c"),
            Some(PathBuf::from("index.html"))
        );
        assert_eq!(
            relative_path("/examples/a-1.json"),
            Some(PathBuf::from("examples/a-1.json"))
        );
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        for url in [
            "",
            "//etc/passwd",
            "/../Cargo.toml",
            "/a/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..\\Cargo.toml",
            "/C:/Windows",
            "/.git/config",
            "/a/",
            "http://127.0.0.1/",
        ] {
            assert_eq!(relative_path(url), None, "{url}");
        }
    }
}
