//! What is settled before anything else runs.

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
