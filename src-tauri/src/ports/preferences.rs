//! Preferences, through Tauri's store plugin.
//!
//! The plugin hides a file that it can't parse and would overwrite it at the next save
//! (tauri-apps/plugins-workspace#3085), so the file is looked at first and set aside if broken.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use contract::{Code, Preferences, Refusal};
use studio::PREFERENCES_KEY;
use studio::ports::PreferenceStore;
use tauri::{AppHandle, Wry};
use tauri_plugin_store::{Store, StoreBuilder};

/// Preferences in a file that the store plugin keeps.
pub struct StoredPreferences {
    store: Arc<Store<Wry>>,
    path: PathBuf,
}

impl StoredPreferences {
    /// The preferences in the file at `path`, which need not exist. A broken file is set aside
    /// beside it, and the defaults are used.
    ///
    /// # Errors
    /// Those of the plugin, when it can't make sense of the path.
    pub fn open(app: &AppHandle, path: PathBuf) -> Result<Self, tauri_plugin_store::Error> {
        set_aside_if_broken(&path);
        let store = StoreBuilder::new(app, &path).disable_auto_save().build()?;
        Ok(Self { store, path })
    }
}

impl PreferenceStore for StoredPreferences {
    fn load(&self) -> Preferences {
        // The command line may have written since. A file that is not there yet is no error.
        let _ = self.store.reload();
        let Some(value) = self.store.get(PREFERENCES_KEY) else {
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
        self.store.set(PREFERENCES_KEY, value);
        self.store.save().map_err(|error| failed(error.to_string()))
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
