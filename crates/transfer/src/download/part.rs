//! The file that a download fills, written at any place.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;

/// An open part. All of its calls block.
#[derive(Debug)]
pub(super) struct Part {
    file: File,
    path: PathBuf,
    /// Nobody waits for it any more: what is still in a queue of writes must not be written.
    abandoned: AtomicBool,
}

impl Part {
    /// Makes a part that is not there yet.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        Self::open(path, OpenOptions::new().write(true).create_new(true))
    }

    /// Opens a part that a record speaks of, or makes it where it is gone; and its length.
    ///
    /// Something else in its place, such as a link to a file of somebody's, is left alone.
    pub(super) fn reopen(path: &Path) -> io::Result<(Self, u64)> {
        match std::fs::symlink_metadata(path) {
            Ok(metadata) if metadata.is_file() => {
                let part = Self::open(path, OpenOptions::new().write(true))?;
                let length = part.file.metadata()?.len();
                Ok((part, length))
            }
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((Self::create(path)?, 0)),
            Err(error) => Err(error),
        }
    }

    fn open(path: &Path, options: &OpenOptions) -> io::Result<Self> {
        Ok(Self {
            file: options.open(path)?,
            path: path.to_path_buf(),
            abandoned: AtomicBool::new(false),
        })
    }

    /// Writes pieces one after another, the first one at this place.
    pub(super) fn write(&self, pieces: &[Bytes], at: u64) -> io::Result<()> {
        let mut at = at;
        for piece in pieces {
            if self.abandoned.load(Ordering::Relaxed) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            write_all_at(&self.file, piece, at)?;
            at += piece.len() as u64;
        }
        Ok(())
    }

    /// Everything that was written is on the disk when this returns.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Cuts it, or lengthens it.
    pub(super) fn set_len(&self, length: u64) -> io::Result<()> {
        self.file.set_len(length)
    }

    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// For the one who goes without waiting for what still writes.
    pub(super) fn abandon(&self) {
        self.abandoned.store(true, Ordering::Relaxed);
    }
}

#[cfg(unix)]
fn write_all_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, at)
}

/// `seek_write` moves the file's cursor, which nothing here reads.
#[cfg(windows)]
fn write_all_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    use std::os::windows::fs::FileExt as _;
    let (mut bytes, mut at) = (bytes, at);
    while !bytes.is_empty() {
        match file.seek_write(bytes, at) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => {
                bytes = bytes.get(written..).unwrap_or_default();
                at += written as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Whether the disk has no room. A file that is too large for its file system is another matter:
/// no room would help there.
pub(super) fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    )
}
