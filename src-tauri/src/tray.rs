//! The icon in the desktop's tray, where the desktop has one: work goes on there when the window
//! is closed.

use std::panic::{AssertUnwindSafe, catch_unwind};
#[cfg(target_os = "linux")]
use std::time::Duration;

use tauri::menu::{Menu, MenuItem};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Wry, include_image};
use words::Words;

use crate::window;

const SHOW: &str = "show";
const QUIT: &str = "quit";

/// The tray's icon and its menu.
pub struct Tray {
    show: MenuItem<Wry>,
    quit: MenuItem<Wry>,
}

impl Tray {
    /// Puts the icon into the tray. `None` where the desktop has none: closing the window then
    /// ends the program, and what was under way goes on at the next start.
    pub async fn put(app: &AppHandle, words: &Words) -> Option<Self> {
        if !has_host().await {
            return None;
        }
        // On Linux the library behind it is loaded now, and panics where it is not installed.
        let put = catch_unwind(AssertUnwindSafe(|| Self::build(app, words)));
        match put {
            Ok(Ok(tray)) => Some(tray),
            Ok(Err(error)) => {
                tracing::warn!(%error, "there is no icon in the tray");
                None
            }
            Err(_) => None,
        }
    }

    fn build(app: &AppHandle, words: &Words) -> tauri::Result<Self> {
        let show = MenuItem::with_id(app, SHOW, words.say("tray-show"), true, None::<&str>)?;
        let quit = MenuItem::with_id(app, QUIT, words.say("tray-quit"), true, None::<&str>)?;
        let menu = Menu::with_items(app, &[&show, &quit])?;
        TrayIconBuilder::with_id("main")
            .icon(include_image!("icons/tray.png"))
            .tooltip(&app.package_info().name)
            .menu(&menu)
            .on_menu_event(|app, event| match event.id().as_ref() {
                SHOW => window::show(app),
                QUIT => app.exit(0),
                _ => {}
            })
            .build(app)?;
        Ok(Self { show, quit })
    }

    /// Puts the menu into another language.
    pub fn speak(&self, words: &Words) {
        for (item, key) in [(&self.show, "tray-show"), (&self.quit, "tray-quit")] {
            if let Err(error) = item.set_text(words.say(key)) {
                tracing::warn!(%error, "the tray's menu could not be renamed");
            }
        }
    }
}

/// Whether anything shows tray icons. Without it an icon is made all the same and seen by nobody,
/// and a window that was hidden could not be brought back.
#[cfg(target_os = "linux")]
async fn has_host() -> bool {
    const WATCHER: &str = "org.kde.StatusNotifierWatcher";
    let asked = async {
        let bus = zbus::Connection::session().await?;
        let answer = bus
            .call_method(
                Some(WATCHER),
                "/StatusNotifierWatcher",
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &(WATCHER, "IsStatusNotifierHostRegistered"),
            )
            .await?;
        let value: zbus::zvariant::OwnedValue = answer.body().deserialize()?;
        Ok::<bool, zbus::Error>(bool::try_from(value)?)
    };
    matches!(
        tokio::time::timeout(Duration::from_secs(1), asked).await,
        Ok(Ok(true))
    )
}

#[cfg(not(target_os = "linux"))]
async fn has_host() -> bool {
    true
}
