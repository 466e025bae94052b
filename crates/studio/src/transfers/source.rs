//! Where the files of a saving come from, and what the services' answers mean.

use std::sync::Mutex;

use contract::{AssetId, Code, ProjectKey, ProjectMedia, Refusal};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use transfer::{Head, Setback, Source};
use wire::{Failure, Portion, Streamed};

use crate::Studio;
use crate::failure::refusal_of;
use crate::lock::held;

/// A file of a saving.
pub(super) struct Origin {
    pub(super) studio: Studio,
    pub(super) from: From,
}

/// Whose it is.
pub(super) enum From {
    /// A reel of Riffkit: an address of the service, which leads to storage anew each time. What
    /// storage does not take any more is asked for by a fresh look at the asset.
    Reel {
        asset_id: AssetId,
        url: Mutex<String>,
    },
    /// Something of a project of Hubfluencer: a presigned link, minted anew by reading the project.
    Media {
        project: ProjectKey,
        media: ProjectMedia,
    },
}

impl From {
    /// Whether it is a picture; else a video.
    fn is_picture(&self) -> bool {
        matches!(
            self,
            Self::Media {
                media: ProjectMedia::Slide(_),
                ..
            }
        )
    }
}

impl Origin {
    async fn opened(&self, portion: Portion) -> Result<Streamed, Setback<Refusal>> {
        let core = &self.studio.core;
        match &self.from {
            From::Reel { url, .. } => {
                let session = core.sessions.current();
                let session = session.ok_or(Setback::Final(Code::NotSignedIn.into()))?;
                let url = held(url).clone();
                let opened = core.api.file(&session, &url, &portion).await;
                opened.map_err(|failure| self.meaning(failure))
            }
            From::Media { project, media } => {
                let link = self.studio.fresh_link(project, media).await;
                let link = link.map_err(setback_of)?;
                self.studio
                    .expect_elsewhere(&link)
                    .map_err(Setback::Final)?;
                let api = core.hub.api().map_err(Setback::Final)?;
                let opened = api.fetch_object(&link, &portion).await;
                opened.map_err(|failure| self.meaning(failure))
            }
        }
    }

    async fn renewed(&self) -> Result<(), Setback<Refusal>> {
        match &self.from {
            From::Reel { asset_id, url } => {
                let asset = self.studio.ask_asset(asset_id).await.map_err(setback_of)?;
                let fresh = asset
                    .file_url
                    .ok_or_else(|| Setback::Final(Code::NotFound.into()))?;
                *held(url) = fresh;
                Ok(())
            }
            From::Media { project, media } => {
                let links = &self.studio.core.hub.projects.links;
                links.forget_link(project, media);
                let link = self.studio.fresh_link(project, media).await;
                link.map(drop).map_err(setback_of)
            }
        }
    }

    fn meaning(&self, failure: Failure) -> Setback<Refusal> {
        let refusal = match &self.from {
            From::Reel { .. } => refusal_of(&failure),
            From::Media { .. } => crate::hubfluencer::of_storage(&failure),
        };
        // What is not found may have moved: a fresh look tells.
        if failure.status() == Some(404) {
            return Setback::Expired(refusal);
        }
        // A refusal of storage says nothing about who is signed in: the fresh look does.
        Setback::of_read(failure).map(|_| match refusal.code {
            Code::NotSignedIn | Code::Forbidden => {
                let service = refusal.service;
                let refused = Refusal::new(Code::StorageRefused);
                Refusal { service, ..refused }
            }
            _ => refusal,
        })
    }
}

/// What a refusal of a read of the service means for a download.
fn setback_of(refusal: Refusal) -> Setback<Refusal> {
    match refusal.code {
        Code::Offline => Setback::Offline(refusal),
        Code::ServiceFailed | Code::RateLimited => Setback::Passing {
            error: refusal,
            retry_after: None,
        },
        _ => Setback::Final(refusal),
    }
}

impl Source for Origin {
    type Error = Refusal;

    fn open(&self, portion: Portion) -> BoxFuture<'_, Result<Streamed, Setback<Refusal>>> {
        self.opened(portion).boxed()
    }

    fn renew(&self) -> BoxFuture<'_, Result<(), Setback<Refusal>>> {
        self.renewed().boxed()
    }

    fn setback(&self, failure: Failure) -> Setback<Refusal> {
        let is_silence = matches!(failure, Failure::NoAnswer { .. });
        self.meaning(failure).map(|refusal| {
            if is_silence {
                // It had begun to answer: what came is cut off.
                let service = refusal.service;
                let damaged = Refusal::new(Code::DownloadDamaged);
                return Refusal { service, ..damaged };
            }
            refusal
        })
    }

    /// A page in place of a file is found out before it costs what is there. Whether it is all of a
    /// file is looked at when it is whole.
    fn accepts(&self, _: &Head, first: &[u8]) -> bool {
        match clip::sniff(first) {
            clip::Sniffed::Video(_) => !self.from.is_picture(),
            clip::Sniffed::Image(_) => self.from.is_picture(),
            // Something that this program does not know yet is not for it to refuse.
            _ => !looks_like_text(first),
        }
    }
}

/// Whether these bytes are markup or JSON: the page of a portal, storage's XML, an error's object.
fn looks_like_text(first: &[u8]) -> bool {
    let visible = first.iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(visible, None | Some(b'<' | b'{' | b'[')) || first.starts_with(b"\xef\xbb\xbf")
}

#[cfg(test)]
mod tests {
    use super::looks_like_text;

    #[test]
    fn a_page_is_told_from_a_file() {
        for page in [
            &b"<!doctype html>"[..],
            b"\r\n <html>",
            b"<?xml ?><Error>",
            b"{\"detail\":1}",
            b"\xef\xbb\xbf<html>",
            b"",
        ] {
            assert!(looks_like_text(page), "{page:?}");
        }
        assert!(!looks_like_text(b"\0\0\0\x20ftypisom"));
    }
}
