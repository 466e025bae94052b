//! Which processes are alive. Each holds a lock on a file of its own while it runs, so that another
//! can tell an order that is on its way from one whose sender died.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::lock::held;

/// This process, as the journal names it. Its lock is released by the system when it ends, however
/// it ends.
pub(crate) struct Sender {
    id: String,
    folder: PathBuf,
    lock: Mutex<Option<File>>,
}

impl Sender {
    /// Registers this process in `folder`, and clears away the files of processes that were killed.
    pub(crate) fn register(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        // One registers at a time: a file that is there but not locked is then no newcomer's.
        let turn = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.with_extension("lock"))?;
        turn.lock()?;
        clear_dead(folder)?;
        let id = uuid::Uuid::now_v7().to_string();
        let lock = OpenOptions::new()
            .create_new(true)
            .write(true)
            .open(folder.join(&id))?;
        lock.lock()?;
        Ok(Self {
            id,
            folder: folder.to_path_buf(),
            lock: Mutex::new(Some(lock)),
        })
    }

    /// Its name.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Whether the process of that name has ended. One that has never comes back: what it left in
    /// the journal is final when it is read after this.
    pub(crate) fn has_died(&self, id: &str) -> bool {
        if id == self.id {
            return false;
        }
        // Names are ours, but they come from a file: nothing but a name may be joined to the folder.
        uuid::Uuid::parse_str(id).is_err() || is_dead(&self.folder.join(id))
    }

    /// This process sends nothing more: what it left open may be judged by the next.
    pub(crate) fn resign(&self) {
        if let Some(lock) = held(&self.lock).take() {
            drop(lock);
            // An unlocked file that stays is harmless.
            let _ = std::fs::remove_file(self.folder.join(&self.id));
        }
    }
}

/// Whether nobody holds this file's lock. Looked at with a lock that can be shared: two who look at
/// once don't take each other for its owner.
fn is_dead(path: &Path) -> bool {
    match File::open(path) {
        Ok(file) => file.try_lock_shared().is_ok(),
        // What can't be opened for another reason (too many open files) may well be alive.
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

fn clear_dead(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if is_dead(&path) {
            // If it stays, it is found unlocked again next time.
            let _ = std::fs::remove_file(path);
        }
    }
    Ok(())
}

impl Drop for Sender {
    fn drop(&mut self) {
        self.resign();
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
        two.resign();
        assert!(one.has_died(&id));
        assert!(one.has_died("../../etc/passwd"));
    }

    #[test]
    fn who_comes_clears_away_the_files_of_the_killed() {
        let folder = tempfile::tempdir().expect("folder");
        let killed = folder.path().join(uuid::Uuid::now_v7().to_string());
        std::fs::write(&killed, "").expect("what a killed process leaves");
        let one = Sender::register(folder.path()).expect("registered");
        let two = Sender::register(folder.path()).expect("registered");
        assert!(!killed.exists());
        assert!(!two.has_died(one.id()));
    }
}
