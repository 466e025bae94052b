//! Secrets in a file that only this user can read.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use wire::Secret;

use super::{Vault, VaultError};

/// Secrets in a JSON file, mode 0600, written whole or not at all.
///
/// On Windows the file stands in the user's own profile, whose access list lets in this user, the
/// system and administrators: the nearest to 0600 that there is.
#[derive(Clone, Debug)]
pub struct FileVault {
    path: PathBuf,
}

impl FileVault {
    /// A vault in the file at `path`, which need not exist.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    fn read(&self) -> Result<BTreeMap<String, String>, VaultError> {
        match std::fs::read(&self.path) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map_err(|_| VaultError("the vault's file is damaged".to_owned())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BTreeMap::new()),
            Err(error) => Err(VaultError(error.to_string())),
        }
    }

    fn write(&self, secrets: &BTreeMap<String, String>) -> Result<(), VaultError> {
        let failed = |error: std::io::Error| VaultError(error.to_string());
        let folder = self.path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(failed)?;
        // tempfile creates with mode 0600, and the rename keeps it.
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        serde_json::to_writer(&mut file, secrets).map_err(|error| failed(error.into()))?;
        file.flush().map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        file.persist(&self.path)
            .map_err(|error| failed(error.error))?;
        Ok(())
    }
}

impl Vault for FileVault {
    fn get(&self, name: &str) -> Result<Option<Secret>, VaultError> {
        Ok(self.read()?.remove(name).map(Secret::new))
    }

    fn put(&self, name: &str, secret: &Secret) -> Result<(), VaultError> {
        // A damaged file holds nothing that could be saved: it is written anew.
        let mut secrets = self.read().unwrap_or_default();
        secrets.insert(name.to_owned(), secret.expose().to_owned());
        self.write(&secrets)
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        // Not "gone" where it can't be read: the secret may still stand there.
        let mut secrets = self.read()?;
        match secrets.remove(name) {
            Some(_) => self.write(&secrets),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_and_forgets_and_is_for_this_user_alone() {
        let folder = tempfile::tempdir().expect("folder");
        let vault = FileVault::new(folder.path().join("vault.json"));
        assert!(vault.get("a").expect("readable").is_none());
        vault
            .put("a", &Secret::new("one".to_owned()))
            .expect("kept");
        vault
            .put("b", &Secret::new("two".to_owned()))
            .expect("kept");
        assert_eq!(
            vault.get("a").expect("readable").expect("there").expose(),
            "one"
        );
        vault.delete("a").expect("forgotten");
        vault.delete("a").expect("no error when it is gone");
        assert!(vault.get("a").expect("readable").is_none());
        assert_eq!(
            vault.get("b").expect("readable").expect("there").expose(),
            "two"
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(folder.path().join("vault.json"))
                .expect("file")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_damaged_file_is_said_and_can_be_written_anew() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("vault.json");
        std::fs::write(&path, "not json").expect("write");
        let vault = FileVault::new(path);
        assert!(vault.get("a").is_err());
        assert!(vault.delete("a").is_err(), "it may still stand there");
        vault
            .put("a", &Secret::new("one".to_owned()))
            .expect("kept");
        assert!(vault.get("a").expect("readable").is_some());
    }
}
