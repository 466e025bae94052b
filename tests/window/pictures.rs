//! A picture of every page, in both themes and all three languages, at the smallest and at a
//! common size: for a person to look at. Only where `REELWRIGHT_PICTURES` names a folder.

use std::path::PathBuf;

use crate::harness::app::App;
use crate::harness::clips;
use crate::harness::desktop::screenshot_of;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order, order_is, sign_in};

const SIZES: [(u32, u32); 2] = [(960, 640), (1440, 900)];
const THEMES: [&str; 2] = ["light", "dark"];
const LANGUAGES: [&str; 3] = ["en", "zh-Hans", "es"];

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_pictured() {
    let Some(folder) = std::env::var_os("REELWRIGHT_PICTURES").map(PathBuf::from) else {
        println!("pictures: skipped, REELWRIGHT_PICTURES names no folder");
        return;
    };
    let Some(stage) = Stage::set("pictures").await else {
        return;
    };
    let long = clips::slowed(
        &stage.clips(),
        "a rather long name for a rather long clip.mp4",
        10,
    );
    let app = stage.open(&[&clips::sample()]).await;
    let looks = Looks {
        app: &app,
        stage: &stage,
        folder,
    };

    looks.take("riff-signed-out", &["rail-riff"]).await;
    looks.take("library-signed-out", &["rail-library"]).await;
    looks.take("queue-empty", &["rail-queue"]).await;
    sign_in(&app, &stage).await;
    looks.take("library-empty", &["rail-library"]).await;
    app.click("rail-riff").await;
    app.write(
        "direction",
        "The first sip of coffee, seen from inside the cup.",
    )
    .await;
    looks.take("confirm", &["review"]).await;
    app.click("confirm-back").await;
    app.click("rail-riff").await;
    order(&app).await;
    order_is(&app, "working").await;
    looks.take("queue-working", &["rail-queue"]).await;
    order_is(&app, "ready").await;
    until("the saved reel", async || stage.saved_reels().pop()).await;
    looks.take("queue", &["rail-queue"]).await;
    looks.take("library", &["rail-library"]).await;
    looks.take("reel", &["rail-library", "reel-tile"]).await;
    stage.start_again(&long).await;
    looks.take("riff-refused", &["rail-riff"]).await;
    looks.take("settings", &["rail-settings"]).await;
}

struct Looks<'a> {
    app: &'a App,
    stage: &'a Stage,
    folder: PathBuf,
}

impl Looks<'_> {
    /// Pictures what these clicks lead to, in every look.
    async fn take(&self, page: &str, clicks: &[&str]) {
        for language in LANGUAGES {
            for theme in THEMES {
                self.leave_dialog().await;
                self.app.click("rail-settings").await;
                self.app.choose("settings-language", language).await;
                self.app.click(&format!("settings-theme-{theme}")).await;
                for click in clicks {
                    if *click == "review" {
                        self.app.click("rail-riff").await;
                    }
                    self.app.click(click).await;
                }
                for (width, height) in SIZES {
                    self.stage.desktop.place_app(width, height).await;
                    self.app.settled(width).await;
                    let name = format!("{page}-{language}-{theme}-{width}.png");
                    screenshot_of("Reelwright", &self.folder.join(name));
                }
            }
        }
    }

    async fn leave_dialog(&self) {
        if self.app.shows("confirm-back").await {
            self.app.click("confirm-back").await;
        }
    }
}
