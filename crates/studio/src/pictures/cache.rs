//! The folder of kept pictures, and its limit.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use std::time::SystemTime;

use super::file_name;
use crate::home::Home;
use crate::lock::held;

/// Bytes of pictures that are kept at most, those of all servers together.
pub(crate) const LIMIT: u64 = 200 * 1_000_000;

/// Kept pictures. Over the limit, the oldest are let go.
pub(super) struct Cache {
    /// The pictures of every server.
    root: PathBuf,
    /// Those of the server of this run.
    pub(super) folder: PathBuf,
    limit: u64,
    /// Bytes that are kept; not known before the folder was looked through.
    kept: Mutex<Option<u64>>,
}

struct Kept {
    path: PathBuf,
    bytes: u64,
    since: SystemTime,
}

impl Cache {
    pub(super) fn new(home: &Home, server_name: &str, limit: u64) -> Self {
        let root = home.cache().join("pictures");
        Self {
            folder: root.join(file_name(server_name)),
            root,
            limit,
            kept: Mutex::default(),
        }
    }

    /// The picture of that name, if it is kept.
    pub(super) fn find(&self, name: &str) -> Option<PathBuf> {
        let path = self.folder.join(name);
        path.is_file().then_some(path)
    }

    /// Keeps a picture under a name, and makes room for it. Blocks.
    pub(super) fn keep(&self, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
        let path = self.folder.join(name);
        std::fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(&path).map_err(|error| error.error)?;
        self.make_room(bytes.len() as u64);
        Ok(path)
    }

    fn make_room(&self, added: u64) {
        let mut kept = self.kept();
        let known = kept.map(|known| known + added);
        if known.is_some_and(|known| known <= self.limit) {
            *kept = known;
            return;
        }
        // Another process may have kept or let go meanwhile: counted anew.
        let mut pictures = pictures(&self.root);
        pictures.sort_by_key(|picture| picture.since);
        let mut total: u64 = pictures.iter().map(|picture| picture.bytes).sum();
        if total > self.limit {
            // A tenth more than needed, so that not every further picture makes a sweep.
            let target = self.limit - self.limit / 10;
            for picture in pictures {
                if total <= target {
                    break;
                }
                // One that can't be removed just now is found again by the next sweep.
                if std::fs::remove_file(&picture.path).is_ok() {
                    total -= picture.bytes;
                }
            }
        }
        *kept = Some(total);
    }

    fn kept(&self) -> MutexGuard<'_, Option<u64>> {
        held(&self.kept)
    }
}

/// Every kept picture. What can't be looked at is left out.
fn pictures(root: &Path) -> Vec<Kept> {
    let entries = |folder: &Path| {
        let entries = std::fs::read_dir(folder).ok();
        entries.into_iter().flatten().filter_map(Result::ok)
    };
    entries(root)
        .flat_map(|server| entries(&server.path()))
        .filter_map(|entry| {
            let metadata = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
            Some(Kept {
                path: entry.path(),
                bytes: metadata.len(),
                since: metadata.modified().ok()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_oldest_make_room_whichever_server_they_are_of() {
        let folder = tempfile::tempdir().expect("folder");
        let home = Home::at(folder.path());
        let earlier = Cache::new(&home, "earlier", 100);
        let now = Cache::new(&home, "now", 100);
        let aged = |cache: &Cache, name: &str, seconds: u64| {
            let path = cache.keep(name, &[0; 30]).expect("kept");
            let since = SystemTime::now() - Duration::from_secs(seconds);
            let file = std::fs::File::options().write(true).open(path);
            let file = file.expect("opened");
            file.set_modified(since).expect("aged");
        };
        aged(&earlier, "a", 400);
        aged(&now, "b", 300);
        aged(&now, "c", 200);
        assert!(earlier.find("a").is_some(), "90 of 100");
        aged(&now, "d", 100);
        assert!(earlier.find("a").is_none(), "the oldest");
        assert!(["b", "c", "d"].iter().all(|name| now.find(name).is_some()));
        aged(&now, "e", 0);
        assert!(now.find("b").is_none());
        assert!(now.find("e").is_some(), "what was asked for is there");
    }
}
