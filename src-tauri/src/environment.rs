//! What is settled before anything else runs.

use contract::Language;

/// Sets what the browser engine reads from the environment.
///
/// On some graphics drivers WebKitGTK's window stays blank with its DMA-BUF renderer
/// (tauri-apps/tauri#9304); a person who wants it sets the variable to `0` themselves.
pub fn prepare() {
    #[cfg(target_os = "linux")]
    set_unless_set("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
}

#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn set_unless_set(name: &str, value: &str) {
    if std::env::var_os(name).is_none() {
        // SAFETY: `prepare` is the first statement of `run`, before any thread is started and
        // before GTK or the async runtime is touched, so nothing reads the environment meanwhile.
        unsafe { std::env::set_var(name, value) };
    }
}

/// The system's language, as near as we have it.
pub fn system_language() -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .or_else(platform_language);
    tag.as_deref().map_or(Language::English, Language::nearest)
}

/// The language of a desktop that does not tell it by the environment.
#[cfg(not(target_os = "linux"))]
fn platform_language() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(target_os = "linux")]
fn platform_language() -> Option<String> {
    None
}
