//! One test's own world: home, server, desktop.

use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use sandbox::{Pace, Sandbox, Setup};
use tempfile::TempDir;
use tokio::process::Command;

use super::PATIENCE;
use super::app::App;
use super::browser::Browser;
use super::desktop::Desktop;

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_reelwright");

/// One test's own world.
pub struct Stage {
    /// The server, in this process.
    pub sandbox: Sandbox,
    /// Stands for the person's browser.
    pub browser: Browser,
    /// The windows around the app's.
    pub desktop: Desktop,
    folder: TempDir,
    name: &'static str,
}

impl Stage {
    /// Sets a stage with a server that takes a few seconds for a riff. `None`, with a word why,
    /// where there is no display to open a window on.
    pub async fn set(name: &'static str) -> Option<Self> {
        Self::with(name, |_| {}).await
    }

    /// The same, with another server.
    pub async fn with(name: &'static str, adapt: impl FnOnce(&mut Setup)) -> Option<Self> {
        if std::env::var_os("REELWRIGHT_WINDOW_TESTS").is_none() {
            println!("{name}: skipped, it needs a display: run `cargo xtask test`");
            return None;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let mut setup = Setup::new(folder.path().join("service"));
        setup.pace = Pace::Fast;
        setup.sign_in_interval = Duration::from_secs(1);
        adapt(&mut setup);
        let sandbox = Sandbox::start(setup).await.expect("the sandbox");
        let browser = Browser::stand_in(&folder.path().join("bin"));
        let desktop = Desktop::begin(folder.path()).await;
        Some(Self {
            sandbox,
            browser,
            desktop,
            folder,
            name,
        })
    }

    /// Opens the app, with `clips` as its arguments.
    pub async fn open(&self, clips: &[&Path]) -> App {
        App::open(self, clips).await
    }

    /// Starts the program once more, with a clip, while it runs; gives how the second one ended.
    pub async fn start_again(&self, clip: &Path) -> ExitStatus {
        let mut second = Command::new(PROGRAM);
        self.furnish(&mut second);
        let ended = second
            .arg(clip)
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .status();
        let ended = tokio::time::timeout(PATIENCE, ended).await;
        ended.expect("it ends").expect("it starts")
    }

    /// Gives a program this stage's environment.
    pub fn furnish(&self, program: &mut Command) {
        let user = self.user();
        std::fs::create_dir_all(&user).expect("a folder");
        program
            .env("HOME", &user)
            .env("REELWRIGHT_HOME", self.home())
            .env("REELWRIGHT_VAULT", "file")
            .env("RIFFKIT_BASE_URL", self.sandbox.riffkit_url().as_str())
            .env(
                "HUBFLUENCER_BASE_URL",
                self.sandbox.hubfluencer_url().as_str(),
            )
            .env_remove("HUBFLUENCER_API_TOKEN")
            .env("PATH", self.browser.path())
            .env("LANG", "C.UTF-8")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES");
    }

    /// The test's name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The app's home.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Where the app writes down what it does.
    pub fn log(&self) -> PathBuf {
        self.home().join("logs/window.log")
    }

    /// The folder that stands for the person's own: reels go to `Videos/Reels` in it.
    pub fn user(&self) -> PathBuf {
        self.folder.path().join("user")
    }

    /// Where a test keeps the clips that it makes.
    pub fn clips(&self) -> PathBuf {
        let clips = self.folder.path().join("clips");
        std::fs::create_dir_all(&clips).expect("a folder");
        clips
    }

    /// The reels that are saved, with their whole paths.
    pub fn saved_reels(&self) -> Vec<PathBuf> {
        self.saved("mp4")
    }

    /// The saved files with this extension, by name, with their whole paths.
    pub fn saved(&self, extension: &str) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.user().join("Videos/Reels")) else {
            return Vec::new();
        };
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|known| known == extension))
            .collect();
        paths.sort();
        paths
    }
}
