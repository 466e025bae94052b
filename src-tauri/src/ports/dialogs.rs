//! The system's file dialogs. One at a time: a second press while one is open does nothing.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::{Mutex, oneshot};
use words::Words;

use crate::window::MAIN;

/// Extensions that the clip dialog offers first. Others can be chosen under "all files".
const CLIPS: &[&str] = &["mp4", "mov", "m4v", "webm", "mkv"];

/// Extensions that the dialog for images offers first.
const IMAGES: &[&str] = &["jpg", "jpeg", "png", "webp"];

/// The system's file dialogs.
#[derive(Default)]
pub struct Dialogs {
    open: Mutex<()>,
}

impl Dialogs {
    /// Asks for clips. Empty: the person cancelled.
    pub async fn clips(&self, app: &AppHandle, words: &Words) -> Vec<PathBuf> {
        let Ok(_one) = self.open.try_lock() else {
            return Vec::new();
        };
        let (answer, chosen) = oneshot::channel();
        builder(app)
            .set_title(words.say("dialog-choose-clips"))
            .add_filter(words.say("dialog-videos"), CLIPS)
            .add_filter(words.say("dialog-all-files"), &["*"])
            .pick_files(move |files| drop(answer.send(files)));
        let files = chosen.await.ok().flatten().unwrap_or_default();
        files.into_iter().filter_map(path).collect()
    }

    /// Asks for images or reference material. Empty: the person cancelled.
    pub async fn files(&self, app: &AppHandle, words: &Words) -> Vec<PathBuf> {
        let Ok(_one) = self.open.try_lock() else {
            return Vec::new();
        };
        let (answer, chosen) = oneshot::channel();
        builder(app)
            .set_title(words.say("dialog-choose-files"))
            .add_filter(words.say("dialog-images"), IMAGES)
            .add_filter(words.say("dialog-videos"), CLIPS)
            .add_filter(words.say("dialog-all-files"), &["*"])
            .pick_files(move |files| drop(answer.send(files)));
        let files = chosen.await.ok().flatten().unwrap_or_default();
        files.into_iter().filter_map(path).collect()
    }

    /// Asks for a folder, beginning at `at`.
    pub async fn reels_folder(
        &self,
        app: &AppHandle,
        words: &Words,
        at: PathBuf,
    ) -> Option<PathBuf> {
        let _one = self.open.try_lock().ok()?;
        let (answer, chosen) = oneshot::channel();
        builder(app)
            .set_title(words.say("dialog-reels-folder"))
            .set_directory(at)
            .pick_folder(move |folder| drop(answer.send(folder)));
        chosen.await.ok().flatten().and_then(path)
    }

    /// Asks where to save a reel, beginning at `folder` with the name `name`.
    pub async fn save_reel(
        &self,
        app: &AppHandle,
        words: &Words,
        folder: PathBuf,
        name: &str,
    ) -> Option<PathBuf> {
        let _one = self.open.try_lock().ok()?;
        let (answer, chosen) = oneshot::channel();
        let dialog = builder(app)
            .set_title(words.say("dialog-save-reel"))
            .set_directory(folder)
            .set_file_name(name);
        // A carousel's slides get the name that is given here, and a number each.
        let dialog = if name.ends_with(".mp4") {
            dialog.add_filter(words.say("dialog-videos"), &["mp4"])
        } else {
            dialog
        };
        dialog.save_file(move |file| drop(answer.send(file)));
        chosen.await.ok().flatten().and_then(path)
    }
}

fn builder(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let builder = app.dialog().file();
    match app.get_webview_window(MAIN) {
        Some(window) => builder.set_parent(&window),
        None => builder,
    }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
