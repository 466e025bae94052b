//! What tells whether a file is still the one that was chosen.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Which file it was, and in what state. Two of them differ once the file was written to, cut,
/// or replaced by another of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIdentity {
    /// Size in bytes.
    pub size: u64,
    /// When it was last written, where the file system says so.
    pub modified: Option<SystemTime>,
    /// What tells it from another file of the same name.
    object: Object,
}

/// Device and inode: a rename over the path changes them even where size and time are the same.
#[cfg(unix)]
#[derive(Clone, Debug, PartialEq, Eq)]
struct Object {
    device: u64,
    inode: u64,
}

/// Time of creation: the standard library gives no file index here.
#[cfg(not(unix))]
#[derive(Clone, Debug, PartialEq, Eq)]
struct Object {
    created: Option<SystemTime>,
}

impl Object {
    #[cfg(unix)]
    fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
        }
    }

    #[cfg(not(unix))]
    fn of(metadata: &Metadata) -> Self {
        Self {
            created: metadata.created().ok(),
        }
    }
}

impl FileIdentity {
    /// A text that is the same for two identities of the same file in the same state, to be kept on
    /// disk. The device is left out of it: some file systems get another number at each start of
    /// the system.
    pub fn mark(&self) -> String {
        let since = |time: Option<SystemTime>| {
            let since = time.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
            since.map_or_else(String::new, |since| since.as_nanos().to_string())
        };
        #[cfg(unix)]
        let object = self.object.inode.to_string();
        #[cfg(not(unix))]
        let object = since(self.object.created);
        format!("{}-{}-{object}", self.size, since(self.modified))
    }
}

impl From<&Metadata> for FileIdentity {
    fn from(metadata: &Metadata) -> Self {
        Self {
            size: metadata.len(),
            modified: metadata.modified().ok(),
            object: Object::of(metadata),
        }
    }
}

/// The identity of the file that `path` leads to, links followed.
///
/// # Errors
/// Whatever the operating system says: [`io::ErrorKind::NotFound`] where the file has vanished.
pub fn identity(path: &Path) -> io::Result<FileIdentity> {
    Ok(FileIdentity::from(&std::fs::metadata(path)?))
}

/// The identity of an open file: the one whose bytes are really sent.
///
/// # Errors
/// Whatever the operating system says.
pub fn identity_of(file: &File) -> io::Result<FileIdentity> {
    Ok(FileIdentity::from(&file.metadata()?))
}
