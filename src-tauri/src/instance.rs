//! One window for each home: a second start hands its clips to the first and ends.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use studio::Home;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager as _, Wry};

use crate::shell::Shell;
use crate::{arguments, window};

/// The plugin, keyed by the home. Without a desktop session's bus it lets every start through.
///
/// It can be keyed on Linux alone; elsewhere a home that the environment moved has no such guard.
pub fn plugin(home: &Home) -> Option<TauriPlugin<Wry>> {
    let moved = std::env::var_os(Home::VARIABLE).is_some_and(|value| !value.is_empty());
    let builder = tauri_plugin_single_instance::Builder::new().callback(second_start);
    match (moved, cfg!(target_os = "linux")) {
        (false, _) => Some(builder.build()),
        #[cfg(target_os = "linux")]
        (true, true) => Some(builder.dbus_id(bus_name(home.root())).build()),
        (true, _) => {
            let _ = home;
            None
        }
    }
}

/// A name on the bus for a home, the same whenever it is asked for.
#[cfg(target_os = "linux")]
fn bus_name(home: &Path) -> String {
    // FNV-1a: stable across builds, unlike the standard library's hasher. It keeps homes apart; it
    // guards nothing.
    let hash = home
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("studio.reelwright.app.home_{hash:016x}")
}

fn second_start(app: &AppHandle, arguments: Vec<String>, folder: String) {
    let given = arguments.into_iter().skip(1).map(OsString::from);
    let clips = arguments::clips(given, &PathBuf::from(folder));
    window::show(app);
    if !clips.is_empty()
        && let Some(shell) = app.try_state::<Shell>()
    {
        let studio = shell.studio.clone();
        tauri::async_runtime::spawn(async move { studio.add_clips(clips).await });
    }
}
