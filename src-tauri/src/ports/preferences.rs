//! Preferences, through Tauri's store plugin.
//!
//! Two of the plugin's ways are kept away from: it hides a file that it can't parse and overwrites
//! it at the next save (tauri-apps/plugins-workspace#3085), so the file is looked at first and set
//! aside if broken; and it saves every open store once more at exit, over what the command line
//! may have written meanwhile, so the store is open for the moment of a read or a write only.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use contract::{Code, Preferences, Refusal};
use studio::PREFERENCES_KEY;
use studio::ports::PreferenceStore;
use tauri::{AppHandle, Wry};
use tauri_plugin_store::{Store, StoreBuilder};

/// Preferences in a file that the store plugin reads and writes.
pub struct StoredPreferences {
    app: AppHandle,
    path: PathBuf,
}

impl StoredPreferences {
    /// The preferences in the file at `path`, which need not exist. A broken file is set aside
    /// beside it, and the defaults are used.
    pub fn new(app: AppHandle, path: PathBuf) -> Self {
        Self { app, path }
    }

    fn open(&self) -> Result<Open, tauri_plugin_store::Error> {
        set_aside_if_broken(&self.path);
        StoreBuilder::new(&self.app, &self.path)
            .disable_auto_save()
            .build()
            .map(Open)
    }
}

/// A store that is closed when it goes out of scope.
struct Open(Arc<Store<Wry>>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close_resource();
    }
}

impl PreferenceStore for StoredPreferences {
    fn load(&self) -> Preferences {
        let read = self.open().map(|store| store.0.get(PREFERENCES_KEY));
        let Ok(Some(value)) = read else {
            return Preferences::default();
        };
        serde_json::from_value::<Preferences>(value)
            .map(Preferences::normalised)
            .unwrap_or_else(|error| {
                tracing::warn!(%error, "the preferences make no sense; the defaults are used");
                Preferences::default()
            })
    }

    fn save(&self, preferences: &Preferences) -> Result<(), Refusal> {
        let failed = |detail: String| {
            Refusal::new(Code::FolderUnwritable)
                .with("folder", self.path.display().to_string())
                .with("detail", detail)
        };
        let value = serde_json::to_value(preferences).map_err(|error| failed(error.to_string()))?;
        let store = self.open().map_err(|error| failed(error.to_string()))?;
        store.0.set(PREFERENCES_KEY, value);
        store.0.save().map_err(|error| failed(error.to_string()))
    }
}

fn set_aside_if_broken(path: &Path) {
    let Ok(bytes) = std::fs::read(path) else {
        return;
    };
    let sound =
        serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(&bytes).is_ok();
    if !sound {
        let aside = path.with_extension("broken.json");
        tracing::warn!(aside = %aside.display(), "the preferences are broken and were set aside");
        if let Err(error) = std::fs::rename(path, &aside) {
            tracing::warn!(%error, "they could not be set aside");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_file_is_set_aside_and_a_sound_one_stays() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("preferences.json");
        let aside = folder.path().join("preferences.broken.json");
        set_aside_if_broken(&path);
        std::fs::write(&path, r#"{"preferences":{}}"#).expect("write");
        set_aside_if_broken(&path);
        assert!(path.exists() && !aside.exists());
        std::fs::write(&path, r#"{"preferences":{"#).expect("write");
        set_aside_if_broken(&path);
        assert!(!path.exists() && aside.exists());
    }
}
