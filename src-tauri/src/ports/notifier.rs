//! Notifications, through the notification plugin.

use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt as _;
use words::Words;

/// Says that a reel is ready. Where the desktop has no notifications, it is only logged.
pub fn reel_ready(app: &AppHandle, words: &Words, title: &str) {
    let shown = app
        .notification()
        .builder()
        .title(words.say("notice-reel-ready"))
        .body(title)
        .show();
    if let Err(error) = shown {
        tracing::info!(%error, "no notification could be shown");
    }
}
