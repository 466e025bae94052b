//! Uploads, streamed from disk with their exact length: multipart forms with a gate before the end,
//! and objects to presigned addresses.

mod body;
mod layout;
mod object;
mod read;
mod send;

use std::fmt;

use futures_util::future::BoxFuture;

pub use object::{FileRange, Stored};
pub use send::Order;

/// The file of an upload. It was opened, and measured, before.
#[derive(Debug)]
pub struct FilePart {
    /// The open file, read from its present position.
    pub file: tokio::fs::File,
    /// Bytes that it has; the upload ends in [`crate::SourceFault::Changed`] when that is no longer so.
    pub length: u64,
    /// What the service is told about its name.
    pub file_name: String,
    /// Its media type.
    pub content_type: String,
}

/// The body of a multipart upload: text fields first, then the file.
#[derive(Debug, Default)]
pub struct Multipart {
    fields: Vec<(&'static str, String)>,
    file: Option<(&'static str, FilePart)>,
}

impl Multipart {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text field.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// Sets the file. It is sent last, whenever it is set.
    #[must_use]
    pub fn file(mut self, name: &'static str, file: FilePart) -> Self {
        self.file = Some((name, file));
        self
    }
}

/// The gate's "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aborted;

type Progress = Box<dyn FnMut(u64, u64) + Send>;
type Pace = Box<dyn FnMut(u64) -> BoxFuture<'static, ()> + Send>;
type Gate = Box<dyn FnOnce() -> BoxFuture<'static, Result<(), Aborted>> + Send>;

/// What the caller wants to hear of, and have a say in, during an upload.
pub struct Hooks {
    progress: Progress,
    pace: Option<Pace>,
    before_last: Gate,
}

impl Hooks {
    /// Nothing to hear and nothing to say.
    pub fn none() -> Self {
        Self {
            progress: Box::new(|_, _| {}),
            pace: None,
            before_last: Box::new(|| Box::pin(async { Ok(()) })),
        }
    }

    /// Called with the bytes handed to the transport and the bytes of the whole body, after every
    /// piece (about 128 KiB). It must not block; slowing it down is the caller's business.
    #[must_use]
    pub fn progress(mut self, progress: impl FnMut(u64, u64) + Send + 'static) -> Self {
        self.progress = Box::new(progress);
        self
    }

    /// Awaited before each piece is handed over, with its bytes: a speed limit, or a pause. The time
    /// that it takes is no silence. Nothing is read ahead meanwhile but a few pieces.
    ///
    /// Before the last piece it comes ahead of the gate, so that nothing is held back after a "yes".
    #[must_use]
    pub fn paced(
        mut self,
        pace: impl FnMut(u64) -> BoxFuture<'static, ()> + Send + 'static,
    ) -> Self {
        self.pace = Some(Box::new(pace));
        self
    }

    /// Awaited when everything but the last piece has been handed over (of a body in one piece:
    /// before any of it). Until it has said yes the service can't have the whole request, so every
    /// failure before it means that nothing was taken.
    #[must_use]
    pub fn before_last(
        mut self,
        gate: impl FnOnce() -> BoxFuture<'static, Result<(), Aborted>> + Send + 'static,
    ) -> Self {
        self.before_last = Box::new(gate);
        self
    }
}

impl fmt::Debug for Hooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hooks")
    }
}
