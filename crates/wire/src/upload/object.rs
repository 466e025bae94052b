//! Objects at presigned addresses: a file, or a range of one, put as it is; and fetched again.

use std::io::SeekFrom;

use reqwest::header::ETAG;
use tokio::io::AsyncSeekExt as _;

use super::Hooks;
use super::layout::Layout;
use crate::{Client, Failure, Portion, Presigned, Reached, SourceFault, Streamed, answer};

/// A range of a file that was opened, and measured, before.
#[derive(Debug)]
pub struct FileRange {
    /// The open file. Its position is this upload's own, so each part in flight opens it anew.
    pub file: tokio::fs::File,
    /// First byte that is sent.
    pub start: u64,
    /// Bytes that are sent: at least 1. An empty file is none that was measured.
    pub length: u64,
    /// Bytes of the whole file; the upload ends in [`SourceFault::Changed`] when that is no longer so.
    pub file_length: u64,
}

impl FileRange {
    /// All of a file.
    pub fn whole(file: tokio::fs::File, length: u64) -> Self {
        Self {
            file,
            start: 0,
            length,
            file_length: length,
        }
    }
}

/// What object storage said of what it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// `ETag` as it was written, with its quotes.
    pub etag: Option<String>,
}

impl Client {
    /// PUT of a file's range to a presigned address, streamed with its exact length announced.
    ///
    /// `Content-Type` is sent as it is given, and not at all where none is: the address's signature
    /// covers it or its absence. No credential goes along, and no redirect is followed. Dropping the
    /// future cancels: not one more piece leaves after that.
    ///
    /// # Errors
    /// See [`Failure`]: [`Failure::Status`] keeps storage's own status and the code of its XML (as
    /// `error` of the detail); [`Failure::Source`] when the file is no longer what it was.
    pub async fn put_range(
        &self,
        to: &Presigned,
        range: FileRange,
        content_type: Option<&str>,
        hooks: Hooks,
    ) -> Result<Stored, Failure> {
        let mut range = range;
        if range.length == 0 {
            return Err(Failure::Source(SourceFault::Changed));
        }
        range
            .file
            .seek(SeekFrom::Start(range.start))
            .await
            .map_err(|error| Failure::Source(SourceFault::Unreadable(error.kind())))?;
        let request = self.put(to.expose().clone())?;
        let layout = Layout::of_range(range, content_type.map(str::to_owned));
        let (response, reached) = self.send_layout(request, layout, hooks).await?;
        let response = answer::success(response, reached, self.settings.read_timeout).await?;
        if reached == Reached::NotSent {
            // Nothing that takes an object says so before it has it.
            return Err(Failure::NotTheService {
                status: response.status().as_u16(),
                content_type: answer::content_type(response.headers()),
                path: None,
                reached,
            });
        }
        Ok(Stored {
            etag: answer::text(response.headers(), ETAG.as_str()),
        })
    }

    /// GET of a presigned address, without any credential. See [`Client::get_stream`].
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn get_presigned(
        &self,
        from: &Presigned,
        portion: &Portion,
    ) -> Result<Streamed, Failure> {
        self.get_stream(from.expose().clone(), None, portion).await
    }
}
