//! The person's browser, through the opener plugin.

use std::net::IpAddr;

use studio::ports::{Browser, BrowserFailed};
use tauri::{AppHandle, Url};
use tauri_plugin_opener::OpenerExt as _;

/// Opens links in the person's browser: https, or http on loopback (the sandbox's approval page).
pub struct SystemBrowser(pub AppHandle);

impl Browser for SystemBrowser {
    fn open(&self, link: &str) -> Result<(), BrowserFailed> {
        if !may_open(link) {
            tracing::warn!("a link that is neither https nor on loopback was not opened");
            return Err(BrowserFailed);
        }
        // Handed over exactly as it came: a re-serialised link may be another one.
        self.0
            .opener()
            .open_url(link, None::<&str>)
            .map_err(|error| {
                tracing::warn!(%error, "no browser could be started");
                BrowserFailed
            })
    }
}

fn may_open(link: &str) -> bool {
    let Ok(parsed) = Url::parse(link) else {
        return false;
    };
    match parsed.scheme() {
        "https" => true,
        "http" => parsed.host_str().is_some_and(|host| {
            let bare = host.trim_start_matches('[').trim_end_matches(']');
            host == "localhost"
                || bare
                    .parse::<IpAddr>()
                    .is_ok_and(|address| address.is_loopback())
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_and_loopback_links_are_opened() {
        for good in [
            "https://riffkit.ai/top-up?x=1",
            "http://127.0.0.1:4/a",
            "http://[::1]:4/",
            "http://localhost:4/",
        ] {
            assert!(may_open(good), "{good}");
        }
        for bad in [
            "http://riffkit.ai/",
            "http://127.0.0.1.example/",
            "http://localhost.example/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ms-settings:",
            "-https://x",
            "",
        ] {
            assert!(!may_open(bad), "{bad}");
        }
    }
}
