//! The one window: how it is made, what may be loaded in it, what is dropped on it.

use contract::{Event, Theme};
use studio::Home;
use studio::ports::EventSink as _;
use tauri::utils::config::{Csp, SecurityConfig};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Config, DragDropEvent, Manager as _, Url, WebviewWindowBuilder, Window, WindowEvent,
    Wry, plugin::TauriPlugin,
};
use tauri_plugin_window_state::StateFlags;

use crate::ports::outbox::Outbox;
use crate::shell::Shell;

/// The window's label.
pub const MAIN: &str = "main";

/// What the configured policy says of the media listener, before its port is known.
const ANY_LOOPBACK_PORT: &str = "http://127.0.0.1:*";

/// Narrows the content security policy from any port on loopback to the media listener's.
pub fn allow_media(security: &mut SecurityConfig, origin: &str) {
    let narrowed = |policy: &mut Csp| {
        *policy = Csp::Policy(policy.to_string().replace(ANY_LOOPBACK_PORT, origin));
    };
    security.csp.iter_mut().for_each(narrowed);
    security.dev_csp.iter_mut().for_each(narrowed);
}

/// Remembers the window's size and place under the home.
pub fn state_plugin(home: &Home) -> TauriPlugin<Wry> {
    // An absolute name stands for itself when the plugin joins it to its own folder.
    let file = home.root().join("window.json");
    tauri_plugin_window_state::Builder::new()
        .with_filename(file.to_string_lossy())
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Opens the window.
///
/// # Errors
/// Those of the system's window and browser engine.
pub fn open(app: &AppHandle, home: &Home, theme: Theme) -> tauri::Result<()> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN)
        .cloned()
        .ok_or(tauri::Error::WindowNotFound)?;
    let ours = page_origin(app.config());
    WebviewWindowBuilder::from_config(app, &config)?
        .data_directory(home.webview())
        .theme(native(theme))
        // The page is one program: it leads nowhere else, and opens nothing beside itself.
        .on_navigation(move |link| may_go_to(link, &ours))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Shows the window and brings it to the front.
pub fn show(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    for shown in [window.show(), window.unminimize(), window.set_focus()] {
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be brought to the front");
        }
    }
}

/// Takes the window from sight: there is nothing to show in it.
pub fn hide(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN)
        && let Err(error) = window.hide()
    {
        tracing::warn!(%error, "the window could not be hidden");
    }
}

/// Whether the person is looking at the window.
pub fn has_focus(app: &AppHandle) -> bool {
    app.get_webview_window(MAIN)
        .is_some_and(|window| window.is_focused().unwrap_or(false))
}

/// Gives the window's frame, and with it the page's `prefers-color-scheme`, the chosen theme.
pub fn follow_theme(app: &AppHandle, theme: Theme) {
    if let Some(window) = app.get_webview_window(MAIN)
        && let Err(error) = window.set_theme(native(theme))
    {
        tracing::warn!(%error, "the window's theme could not be set");
    }
}

/// Where the page is loaded from: what its requests carry as their origin.
pub fn page_origin(config: &Config) -> String {
    match &config.build.dev_url {
        Some(link) if tauri::is_dev() => origin(link),
        _ if cfg!(windows) => "http://tauri.localhost".to_owned(),
        _ => "tauri://localhost".to_owned(),
    }
}

/// What happens to the window.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let app = window.app_handle();
    match event {
        WindowEvent::DragDrop(drag) => on_drag(app, drag),
        WindowEvent::CloseRequested { api, .. } => {
            let Some(shell) = app.try_state::<Shell>() else {
                return;
            };
            let stays = shell.tray.is_some() && shell.is_working();
            if stays && window.hide().is_ok() {
                api.prevent_close();
            }
        }
        _ => {}
    }
}

fn on_drag(app: &AppHandle, drag: &DragDropEvent) {
    let Some(outbox) = app.try_state::<Outbox>() else {
        return;
    };
    match drag {
        DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
            outbox.send(Event::DragOver(Some((position.x, position.y))));
        }
        DragDropEvent::Drop { paths, .. } => {
            outbox.send(Event::DragOver(None));
            if let Some(shell) = app.try_state::<Shell>() {
                let (studio, paths) = (shell.studio.clone(), paths.clone());
                tauri::async_runtime::spawn(async move { studio.add_dropped(paths).await });
            }
        }
        _ => outbox.send(Event::DragOver(None)),
    }
}

/// `None` follows the system.
fn native(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

/// Whether the window may show what this link leads to: the page itself, wherever in it, and nothing else.
fn may_go_to(link: &Url, ours: &str) -> bool {
    link.as_str() == "about:blank" || origin(link) == ours
}

/// Scheme, host and port, also of a scheme that the URL standard has no origin for.
fn origin(link: &Url) -> String {
    let port = link
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    format!(
        "{}://{}{port}",
        link.scheme(),
        link.host_str().unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_own_links_have_its_origin_and_no_others() {
        let of = |text: &str| origin(&Url::parse(text).expect("a link"));
        assert_eq!(
            of("tauri://localhost/index.html#queue"),
            "tauri://localhost"
        );
        assert_eq!(of("http://localhost:1420/"), "http://localhost:1420");
        assert_ne!(of("tauri://localhost.example/"), "tauri://localhost");
        assert_ne!(of("https://localhost/"), "tauri://localhost");
    }

    #[test]
    fn the_window_goes_nowhere_but_to_its_own_page() {
        let goes = |text: &str, ours: &str| may_go_to(&Url::parse(text).expect("a link"), ours);
        for (ours, page) in [
            ("tauri://localhost", "tauri://localhost/index.html#queue"),
            ("http://tauri.localhost", "http://tauri.localhost/"),
        ] {
            assert!(goes(page, ours) && goes("about:blank", ours));
            for elsewhere in [
                "https://riffkit.ai/",
                "http://127.0.0.1:4711/secret",
                "http://localhost/",
                "https://tauri.localhost/",
                "http://tauri.localhost:8080/",
                "http://tauri.localhost.evil.example/",
                "http://evil.example/tauri.localhost",
                "tauri://localhost:1/",
                "tauri://evil.example/",
                "file:///etc/passwd",
                "data:text/html,<script>alert(1)</script>",
                "javascript:alert(1)",
                "blob:https://evil.example/1",
                "about:srcdoc",
                "asset://localhost/etc/passwd",
                "mailto:a@b.example",
            ] {
                assert!(!goes(elsewhere, ours), "{elsewhere} from {ours}");
            }
        }
    }

    #[test]
    fn the_policy_names_the_listeners_port() {
        let mut security = SecurityConfig {
            csp: Some(Csp::Policy("media-src blob: http://127.0.0.1:*".to_owned())),
            ..SecurityConfig::default()
        };
        allow_media(&mut security, "http://127.0.0.1:4711");
        let policy = security.csp.map(|policy| policy.to_string());
        assert_eq!(
            policy.as_deref(),
            Some("media-src blob: http://127.0.0.1:4711")
        );
    }
}
