//! The person's ffmpeg, through the shell plugin.

use std::time::Duration;

use tauri::AppHandle;
use tauri_plugin_shell::ShellExt as _;

/// The one program that is run, by its name in the person's PATH, and with these arguments only.
const PROGRAM: &str = "ffmpeg";
const VERSION: [&str; 2] = ["-hide_banner", "-version"];

/// A program that does not answer in this time counts as not there.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether ffmpeg is on this machine and runs.
pub async fn is_there(app: &AppHandle) -> bool {
    let run = app.shell().command(PROGRAM).args(VERSION).output();
    match tokio::time::timeout(PATIENCE, run).await {
        Ok(Ok(output)) if output.status.success() => {
            let told = String::from_utf8_lossy(&output.stdout);
            tracing::info!(version = told.lines().next().unwrap_or_default(), "ffmpeg");
            true
        }
        Ok(Ok(_)) | Ok(Err(_)) | Err(_) => false,
    }
}
