//! How a run begins: home, preferences, window, server, core, media, tray, and the clips of the
//! command line.

use contract::{Event, Refusal, SecretText, ServerChoice, Service};
use sandbox::{Attachment, Sandbox};
use studio::ports::{Ports, PreferenceStore as _};
use studio::vault::VaultPolicy;
use studio::{AutoSave, Home, HubAccess, Server, Studio};
use tauri::{AppHandle, Manager as _};
use words::Words;

use crate::media::{MediaServer, Port};
use crate::ports::browser::SystemBrowser;
use crate::ports::ffmpeg;
use crate::ports::outbox::Outbox;
use crate::ports::preferences::StoredPreferences;
use crate::shell::{self, Shell};
use crate::tray::Tray;
use crate::{arguments, internal, window};

/// Opens everything.
///
/// # Errors
/// Those of opening the core; [`contract::Code::Internal`] where the sandbox, the media listener or
/// the window can't be had.
pub async fn start(app: &AppHandle, home: Home, port: Port) -> Result<(), Refusal> {
    let store = StoredPreferences::new(app.clone(), home.preferences());
    let preferences = store.load();
    let system_language = words::system_language();
    let words = Words::of(preferences.language.unwrap_or(system_language));

    // First, as its engine starts in processes of its own, beside all that follows. What the page loads and asks is
    // served by the thread that runs this, and so not before everything is there.
    window::open(app, &home, preferences.theme).map_err(internal)?;

    let (server, sandbox) = server(preferences.server, &home).await?;
    let hubfluencer = HubAccess::beside(&server, sandbox.as_ref().map(hubfluencer_of))?;
    let outbox = Outbox::default();
    let studio = Studio::open(studio::Setup {
        home: home.clone(),
        server,
        hubfluencer,
        preferences: Box::new(store),
        vault: VaultPolicy::from_environment(),
        ports: Ports::system(SystemBrowser(app.clone()), outbox.clone()),
        auto_save: AutoSave::ByPreference,
        system_language,
        // Most likely. To find out takes as long as everything else here does, and nobody asks before the page is there.
        has_ffmpeg: true,
    })
    .await?;
    tauri::async_runtime::spawn(look_for_ffmpeg(app.clone(), studio.clone()));
    studio.keep_up_with_others();

    let page = window::page_origin(app.config());
    let media = MediaServer::start(port, &page, studio.clone()).map_err(internal)?;
    let tray = Tray::put(app, &words).await;
    app.manage(Shell::new(studio.clone(), media, sandbox, tray, words));
    app.manage(outbox.clone());

    let handle = app.clone();
    tauri::async_runtime::spawn(outbox.deliver(move |event: Event| {
        let app = handle.clone();
        async move { shell::hear(&app, event).await }
    }));
    tauri::async_runtime::spawn(end_on_signal(app.clone()));
    add_arguments(studio);
    Ok(())
}

/// The server of this run: the one that the environment names, else the one that the person chose,
/// else the sandbox that this program carries.
async fn server(
    choice: ServerChoice,
    home: &Home,
) -> Result<(Server, Option<Attachment>), Refusal> {
    if let Some(named) = Server::from_environment(Service::Riffkit) {
        return Ok((named?, None));
    }
    match choice {
        ServerChoice::Live => Ok((Server::live(Service::Riffkit), None)),
        ServerChoice::Sandbox => {
            let setup = sandbox::Setup::new(home.sandbox());
            let sandbox = Sandbox::attach_or_start(setup).await.map_err(internal)?;
            Ok((
                Server::sandbox(Service::Riffkit, sandbox.riffkit_url()),
                Some(sandbox),
            ))
        }
    }
}

/// The embedded sandbox's Hubfluencer, and the token that it has ready.
fn hubfluencer_of(sandbox: &Attachment) -> (url::Url, SecretText) {
    let token = SecretText::new(sandbox.hubfluencer_token());
    (sandbox.hubfluencer_url(), token)
}

/// One that is not there says so at once.
async fn look_for_ffmpeg(app: AppHandle, studio: Studio) {
    if !ffmpeg::is_there(&app).await {
        studio.lacks_ffmpeg();
    }
}

fn add_arguments(studio: Studio) {
    let folder = std::env::current_dir().unwrap_or_default();
    let clips = arguments::clips(std::env::args_os().skip(1), &folder);
    if !clips.is_empty() {
        tauri::async_runtime::spawn(async move { studio.add_clips(clips).await });
    }
}

/// Ends the program in good order when the system asks for it (a logout, Ctrl+C).
async fn end_on_signal(app: AppHandle) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (Ok(mut interrupt), Ok(mut terminate)) = (
            signal(SignalKind::interrupt()),
            signal(SignalKind::terminate()),
        ) else {
            return;
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    if tokio::signal::ctrl_c().await.is_err() {
        return;
    }
    app.exit(0);
}
