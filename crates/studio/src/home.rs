//! Where everything of ours is kept on this machine.

use std::path::{Path, PathBuf};

use contract::{Code, Refusal};

/// The folder that holds all state: journal, preferences, file vault, sandbox, caches, logs.
///
/// `REELWRIGHT_HOME` moves it; otherwise it is the platform's folder for application data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    root: PathBuf,
}

impl Home {
    /// The variable that moves all state.
    pub const VARIABLE: &str = "REELWRIGHT_HOME";

    /// A home in a given folder, which need not exist yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The home that the environment names, or the platform's usual place.
    ///
    /// # Errors
    /// [`Code::Internal`] where neither is set: a system account without a home folder.
    pub fn from_environment() -> Result<Self, Refusal> {
        if let Some(root) = set(Self::VARIABLE) {
            let root = std::path::absolute(&root).unwrap_or(root);
            return Ok(Self::at(root));
        }
        platform_data_folder().map(Self::at).ok_or_else(|| {
            Refusal::new(Code::Internal)
                .with("detail", format!("no home folder; set {}", Self::VARIABLE))
        })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The journal's database.
    pub fn journal(&self) -> PathBuf {
        self.root.join("journal.db")
    }

    /// The preferences, a JSON file.
    pub fn preferences(&self) -> PathBuf {
        self.root.join("preferences.json")
    }

    /// The vault's file, where a person chose one.
    pub fn vault(&self) -> PathBuf {
        self.root.join("vault.json")
    }

    /// The sandbox's folder.
    pub fn sandbox(&self) -> PathBuf {
        self.root.join("sandbox")
    }

    /// Pictures of reels, templates, characters and products. May be deleted at any time.
    pub fn cache(&self) -> PathBuf {
        self.root.join("cache")
    }

    /// What the window's browser engine keeps.
    pub fn webview(&self) -> PathBuf {
        self.root.join("webview")
    }

    /// Log files.
    pub fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// Locked by whoever writes a product, see [`crate::products`].
    pub(crate) fn product_turn(&self) -> PathBuf {
        self.root.join("products.lock")
    }

    /// One locked file for each living process, see [`crate::journal`].
    pub(crate) fn senders(&self) -> PathBuf {
        self.root.join("senders")
    }
}

/// A folder `Reels` in the system's folder for videos, wherever and however that is called here.
pub(crate) fn default_reels_folder() -> PathBuf {
    dirs::video_dir()
        .or_else(|| user_home().map(|home| home.join("Videos")))
        .unwrap_or_else(|| PathBuf::from("."))
        .join("Reels")
}

/// A path as a person reads it: their home folder is `~`.
pub(crate) fn readable(path: &Path) -> String {
    match user_home().and_then(|home| path.strip_prefix(home).ok().map(Path::to_path_buf)) {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => format!("~{}{}", std::path::MAIN_SEPARATOR, rest.display()),
        None => path.display().to_string(),
    }
}

fn user_home() -> Option<PathBuf> {
    dirs::home_dir().filter(|home| !home.as_os_str().is_empty())
}

fn set(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

fn platform_data_folder() -> Option<PathBuf> {
    let name = if cfg!(any(target_os = "windows", target_os = "macos")) {
        "Reelwright"
    } else {
        "reelwright"
    };
    dirs::data_local_dir().map(|data| data.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_lives_under_the_root() {
        let home = Home::at("/somewhere");
        for path in [
            home.journal(),
            home.preferences(),
            home.vault(),
            home.sandbox(),
            home.cache(),
            home.webview(),
            home.logs(),
            home.senders(),
        ] {
            assert!(path.starts_with(home.root()), "{path:?}");
        }
    }

    #[test]
    fn the_persons_own_folder_reads_as_a_tilde() {
        let Some(home) = user_home() else { return };
        assert_eq!(readable(&home), "~");
        assert_eq!(
            readable(&home.join("Videos")),
            format!("~{}Videos", std::path::MAIN_SEPARATOR)
        );
        assert_eq!(readable(Path::new("/elsewhere/x")), "/elsewhere/x");
    }
}
