//! Pictures in both themes and all three languages, at the smallest and at a common size.

use std::path::{Path, PathBuf};

use sandbox::Setup;

use crate::harness::app::App;
use crate::harness::desktop::screenshot_of;
use crate::harness::stage::Stage;

const SIZES: [(u32, u32); 2] = [(960, 640), (1440, 900)];
const THEMES: [&str; 2] = ["light", "dark"];
const LANGUAGES: [&str; 3] = ["en", "zh-Hans", "es"];

/// What leaves the dialog that may be open.
const WAYS_OUT: [&str; 11] = [
    "confirm-back",
    "step-back",
    "sign-in-cancel",
    "top-up-close",
    "characters-cancel",
    "product-cancel",
    "product-close",
    "retry-no",
    "trash-no",
    "task-cancel-no",
    "riff-again-no",
];

/// Takes the pictures of one stage.
pub struct Looks {
    pub app: App,
    pub stage: Stage,
    /// Where the pictures go.
    folder: PathBuf,
}

impl Looks {
    /// Opens the app with these clips, on a stage with such a server. `None`, with a word why, where
    /// nobody wants pictures or there is no display.
    pub async fn open(
        name: &'static str,
        clips: &[&Path],
        adapt: impl FnOnce(&mut Setup),
    ) -> Option<Self> {
        let folder = Self::folder()?;
        let stage = Stage::with(name, adapt).await?;
        let app = stage.open(clips).await;
        Some(Self { app, stage, folder })
    }

    /// Where a person wants the pictures, if one does.
    pub fn folder() -> Option<PathBuf> {
        let folder = std::env::var_os("REELWRIGHT_PICTURES").map(PathBuf::from);
        if folder.is_none() {
            println!("pictures: skipped, REELWRIGHT_PICTURES names no folder");
        }
        folder
    }

    /// Pictures what these clicks lead to, once it shows this, in every look: with it in sight, and
    /// without the words that go away by themselves.
    pub async fn take(&self, page: &str, clicks: &[&str], shows: &str) {
        for language in LANGUAGES {
            for theme in THEMES {
                self.leave_dialog().await;
                self.app.click("rail-settings").await;
                self.app.choose("settings-language", language).await;
                self.app.click(&format!("settings-theme-{theme}")).await;
                for click in clicks {
                    self.app.click(click).await;
                }
                self.app.find(shows).await;
                while self.app.shows("toast-dismiss").await {
                    self.app.click("toast-dismiss").await;
                }
                for (width, height) in SIZES {
                    self.stage.desktop.place_app(width, height).await;
                    self.app.settled(width).await;
                    let into_sight = format!(
                        "document.querySelector(\"[data-test='{shows}']\")
                            ?.scrollIntoView({{ block: 'nearest' }})"
                    );
                    self.app.look(&into_sight).await;
                    let name = format!("{page}-{language}-{theme}-{width}.png");
                    screenshot_of("Reelwright", &self.folder.join(name));
                }
            }
        }
        // What was found on the pictures' way counts as a failure too.
        self.app.is_sound().await;
    }

    /// Leaves the dialog that may be open.
    pub async fn leave_dialog(&self) {
        for way_out in WAYS_OUT {
            if self.app.shows(way_out).await {
                self.app.click(way_out).await;
            }
        }
    }
}
