//! Preferences in a JSON file, as the command line front reads and writes them.
//!
//! The window keeps the same file through Tauri's store plugin: one JSON object whose member
//! `preferences` holds them.

use std::io::Write as _;
use std::path::PathBuf;

use contract::{Code, Preferences, Refusal};
use serde_json::{Value, json};

use crate::ports::PreferenceStore;

/// The member of the file that holds the preferences.
pub const PREFERENCES_KEY: &str = "preferences";

/// Preferences in a JSON file.
#[derive(Clone, Debug)]
pub struct JsonPreferences {
    path: PathBuf,
}

impl JsonPreferences {
    /// Preferences in the file at `path`, which need not exist.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }
}

impl PreferenceStore for JsonPreferences {
    fn load(&self) -> Preferences {
        let Ok(text) = std::fs::read_to_string(&self.path) else {
            return Preferences::default();
        };
        serde_json::from_str::<Value>(&text)
            .ok()
            .and_then(|mut file| serde_json::from_value(file[PREFERENCES_KEY].take()).ok())
            .unwrap_or_else(|| {
                tracing::warn!("the preferences could not be read; the defaults are used");
                Preferences::default()
            })
            .normalised()
    }

    fn save(&self, preferences: &Preferences) -> Result<(), Refusal> {
        let failed = |error: std::io::Error| {
            Refusal::new(Code::FolderUnwritable)
                .with("folder", self.path.display().to_string())
                .with("detail", error.to_string())
        };
        let folder = self.path.parent().unwrap_or(&self.path);
        std::fs::create_dir_all(folder).map_err(failed)?;
        let text = format!("{:#}\n", json!({ PREFERENCES_KEY: preferences }));
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        file.persist(&self.path)
            .map_err(|error| failed(error.error))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_comes_back_and_what_is_broken_gives_the_defaults() {
        let folder = tempfile::tempdir().expect("folder");
        let store = JsonPreferences::new(folder.path().join("deep/preferences.json"));
        assert_eq!(store.load(), Preferences::default());
        let mine = Preferences {
            poll_seconds: 15,
            save_automatically: false,
            ..Preferences::default()
        };
        store.save(&mine).expect("saved");
        assert_eq!(store.load(), mine);
        std::fs::write(folder.path().join("deep/preferences.json"), "{ broken").expect("write");
        assert_eq!(store.load(), Preferences::default());
        std::fs::write(
            folder.path().join("deep/preferences.json"),
            r#"{"preferences":{"poll_seconds":1,"unknown":2}}"#,
        )
        .expect("write");
        assert_eq!(
            store.load().poll_seconds,
            10,
            "brought into the contract's range"
        );
    }
}
