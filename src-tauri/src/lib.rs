//! The window: Tauri around the core. It holds no logic of the trade; it opens the core, hands the
//! page's questions to it and its news to the page, and lends it the desktop's services.

mod arguments;
mod commands;
#[cfg(test)]
mod confinement;
mod environment;
mod instance;
mod log;
mod media;
mod ports;
mod shell;
mod start;
mod tray;
mod window;

use std::process::ExitCode;

use contract::{Code, Refusal};
use studio::Home;
use tauri::{App, RunEvent};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogKind};
use words::Words;

use crate::media::Port;

/// Runs the window until it is closed.
pub fn run() -> ExitCode {
    environment::prepare();
    let home = match Home::from_environment() {
        Ok(home) => home,
        Err(refusal) => return fail(&refusal),
    };
    log::start(&home.logs());
    let port = match Port::take() {
        Ok(port) => port,
        Err(error) => return fail(&internal(error)),
    };
    match build(home, port) {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(after)).unwrap_or(1)),
        Err(error) => fail(&internal(error)),
    }
}

/// The application, built but not begun. The single-instance plugin comes first: a second start
/// ends in it, before anything is opened.
fn build(home: Home, port: Port) -> tauri::Result<App> {
    let mut context = tauri::generate_context!();
    window::allow_media(&mut context.config_mut().app.security, &port.origin());
    let builder = tauri::Builder::default();
    let builder = match instance::plugin(&home) {
        Some(plugin) => builder.plugin(plugin),
        None => builder,
    };
    builder
        .plugin(window::state_plugin(&home))
        .plugin(tauri_plugin_store::Builder::default().build())
        .plugin(tauri_plugin_shell::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .invoke_handler(tauri::generate_handler![commands::ask])
        .on_window_event(window::on_event)
        .setup(move |app| {
            let handle = app.handle().clone();
            if let Err(refusal) = tauri::async_runtime::block_on(start::start(&handle, home, port))
            {
                tell_and_exit(&handle, &refusal);
            }
            Ok(())
        })
        .build(context)
}

fn after(app: &tauri::AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        shell::close(app);
    }
}

/// The core can't be opened: says why in a dialog of the system, and ends when it is closed.
fn tell_and_exit(app: &tauri::AppHandle, refusal: &Refusal) {
    window::hide(app);
    tracing::error!(%refusal, args = ?refusal.args, "the core could not be opened");
    let words = Words::of(words::system_language());
    let ended = app.clone();
    app.dialog()
        .message(words.refusal(refusal))
        .title(words.say("shell-cannot-start"))
        .kind(MessageDialogKind::Error)
        .show(move |_| ended.exit(1));
}

/// There isn't even a window system: says why where a terminal may show it.
fn fail(refusal: &Refusal) -> ExitCode {
    tracing::error!(%refusal, args = ?refusal.args, "could not start");
    let words = Words::of(words::system_language());
    eprintln!("{}", words.refusal(refusal));
    ExitCode::FAILURE
}

/// A failure of the program's own or of the system's, as the contract has it.
pub(crate) fn internal(error: impl std::fmt::Display) -> Refusal {
    Refusal::new(Code::Internal).with("detail", error.to_string())
}
