//! Which processes are alive. Each holds a lock on a file of its own while it runs, so that another
//! can tell an order that is on its way from one whose sender died.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// This process, as the journal names it. Its lock is released by the system when it ends, however
/// it ends.
pub(crate) struct Sender {
    id: String,
    folder: PathBuf,
    _lock: File,
}

impl Sender {
    /// Registers this process in `folder`.
    pub(crate) fn register(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let id = uuid::Uuid::now_v7().to_string();
        let lock = OpenOptions::new()
            .create_new(true)
            .write(true)
            .open(folder.join(&id))?;
        lock.lock()?;
        Ok(Self {
            id,
            folder: folder.to_path_buf(),
            _lock: lock,
        })
    }

    /// Its name.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Whether the process of that name has ended. Cleans up after one that has.
    pub(crate) fn has_died(&self, id: &str) -> bool {
        if id == self.id {
            return false;
        }
        // Names are ours, but they come from a file: nothing but a name may be joined to the folder.
        if uuid::Uuid::parse_str(id).is_err() {
            return true;
        }
        let path = self.folder.join(id);
        let Ok(file) = File::open(&path) else {
            return true;
        };
        match file.try_lock() {
            Ok(()) => {
                drop(file);
                // Nobody waits for this file; if it stays, it is found unlocked again next time.
                let _ = std::fs::remove_file(path);
                true
            }
            Err(_) => false,
        }
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        // An unlocked file that stays is harmless.
        let _ = std::fs::remove_file(self.folder.join(&self.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_living_are_told_from_the_dead() {
        let folder = tempfile::tempdir().expect("folder");
        let one = Sender::register(folder.path()).expect("registered");
        let two = Sender::register(folder.path()).expect("registered");
        assert!(!one.has_died(one.id()));
        assert!(!one.has_died(two.id()));
        let id = two.id().to_owned();
        drop(two);
        assert!(one.has_died(&id));
        assert!(one.has_died("../../etc/passwd"));
    }
}
