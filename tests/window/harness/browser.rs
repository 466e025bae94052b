//! Stands for the person's browser: first in the app's PATH, it writes down what it was asked to
//! open. The test then does what a person would do on that page.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use super::until;

/// The stand-in.
pub struct Browser {
    folder: PathBuf,
    http: reqwest::Client,
}

impl Browser {
    /// Puts the stand-in into `folder`.
    pub fn stand_in(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).expect("a folder");
        let script = folder.join("xdg-open");
        let text = format!(
            "#!/bin/sh\necho \"$1\" >> '{}'\n",
            folder.join("opened").display()
        );
        std::fs::write(&script, text).expect("the script");
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("mode");
        Self {
            folder: folder.to_owned(),
            http: reqwest::Client::new(),
        }
    }

    /// The app's PATH.
    pub fn path(&self) -> std::ffi::OsString {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.folder.clone()).chain(std::env::split_paths(&path));
        std::env::join_paths(folders).expect("a path")
    }

    /// Everything that was opened so far, oldest first.
    pub fn opened(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.folder.join("opened")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Waits until a page is opened that was not among the first `before`, and gives its link.
    pub async fn opens(&self, before: usize) -> String {
        until("a page in the browser", async || {
            self.opened().get(before).cloned()
        })
        .await
    }

    /// Presses the approval page's Approve.
    pub async fn approve(&self, link: &str) {
        self.press(link, "approve").await;
    }

    /// Presses the approval page's Deny.
    pub async fn deny(&self, link: &str) {
        self.press(link, "deny").await;
    }

    /// Sends the page's own form, with the button of this value.
    async fn press(&self, link: &str, button: &str) {
        let page = self
            .http
            .get(link)
            .send()
            .await
            .expect("the page")
            .text()
            .await
            .expect("text");
        let action = attribute(&page, "<form", "action").expect("a form");
        let target = url::Url::parse(link)
            .expect("a link")
            .join(&action)
            .expect("an address");
        let pressed = tag_with(&page, "<button", &format!("value=\"{button}\"")).expect("a button");
        let mut fields: Vec<(String, String)> = page
            .match_indices("<input")
            .filter_map(|(at, _)| {
                let input = page[at..].split('>').next()?;
                Some((
                    value(input, "name")?,
                    value(input, "value").unwrap_or_default(),
                ))
            })
            .collect();
        fields.push((value(pressed, "name").expect("a name"), button.to_owned()));
        let answer = self
            .http
            .post(target)
            .form(&fields)
            .send()
            .await
            .expect("an answer");
        assert!(
            answer.status().is_success(),
            "the approval page: {}",
            answer.status()
        );
    }
}

/// An attribute of the first tag that begins so.
fn attribute(page: &str, tag: &str, name: &str) -> Option<String> {
    value(page.split_once(tag)?.1.split('>').next()?, name)
}

/// The first tag that begins so and holds `mark`.
fn tag_with<'a>(page: &'a str, tag: &str, mark: &str) -> Option<&'a str> {
    page.match_indices(tag)
        .filter_map(|(at, _)| page[at..].split('>').next())
        .find(|found| found.contains(mark))
}

fn value(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!("{name}=\""))?.1;
    let text = rest.split('"').next()?;
    Some(text.replace("&amp;", "&").replace("&#x2F;", "/"))
}
