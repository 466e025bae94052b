//! A request's body, streamed into a file and summed on its way.

use std::{io, path::Path, time::Duration};

use axum::body::Body;
use futures_util::StreamExt;
use md5::{Digest, Md5};
use tempfile::TempPath;
use tokio::io::{AsyncWriteExt, BufWriter};

use super::INCOMING;
use crate::{clock::Clock, connection::Line, signature::hex};

/// What goes wrong with an upload.
pub(super) struct Trouble {
    /// At most this many bytes in a second.
    pub(super) rate: Option<u64>,
    /// The connection drops after this many bytes.
    pub(super) cut: Option<u64>,
    pub(super) line: Line,
}

/// A body that came whole.
pub(super) struct Received {
    pub(super) path: TempPath,
    pub(super) bytes: u64,
    /// Its MD5, in hexadecimal.
    pub(super) md5: String,
}

/// Why nothing was kept.
#[derive(Debug)]
pub(super) enum Lost {
    /// Fewer bytes came than were announced.
    Incomplete,
    /// A file could not be written.
    Disk(io::Error),
}

/// Streams a body into `folder`; each chunk's length is told to `count` as it comes.
///
/// # Errors
/// [`Lost`]; nothing is left on disk then.
pub(super) async fn receive(
    body: Body,
    announced: u64,
    folder: &Path,
    trouble: Trouble,
    clock: &dyn Clock,
    mut count: impl FnMut(u64),
) -> Result<Received, Lost> {
    let incoming = tempfile::Builder::new()
        .prefix(INCOMING)
        .tempfile_in(folder);
    let (file, path) = incoming.map_err(Lost::Disk)?.into_parts();
    let mut file = BufWriter::new(tokio::fs::File::from_std(file));
    let mut sum = Md5::new();
    let mut bytes: u64 = 0;
    let mut stream = body.into_data_stream();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| Lost::Incomplete)?;
        let length = chunk.len() as u64;
        bytes += length;
        count(length);
        if trouble.cut.is_some_and(|limit| bytes >= limit) {
            trouble.line.cut();
            return Err(Lost::Incomplete);
        }
        sum.update(&chunk);
        file.write_all(&chunk).await.map_err(Lost::Disk)?;
        if let Some(rate) = trouble.rate {
            let pause = Duration::from_secs_f64(length as f64 / rate.max(1) as f64);
            clock.sleep(pause).await;
        }
    }
    if bytes != announced {
        return Err(Lost::Incomplete);
    }
    file.flush().await.map_err(Lost::Disk)?;
    Ok(Received {
        path,
        bytes,
        md5: hex(&sum.finalize()),
    })
}
