//! What the tests stand on: a sandbox in this process, the real program in a real window, and the
//! programs around it that a person would use.

pub mod app;
pub mod browser;
pub mod clips;
pub mod desktop;
mod driver;
mod evidence;
pub mod images;
pub mod stage;
mod window_manager;

use std::time::Duration;

/// How long anything may take before a test gives up on it. Generous: the machine may be busy.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Time between two looks at something that is waited for.
const LOOK: Duration = Duration::from_millis(50);

/// Looks again and again until there is something, and panics with `what` if it never comes.
pub async fn until<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    until_or(look)
        .await
        .unwrap_or_else(|| panic!("never came: {what}"))
}

/// The same; nothing if it never comes.
pub async fn until_or<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    within(async {
        loop {
            if let Some(found) = look().await {
                return found;
            }
            tokio::time::sleep(LOOK).await;
        }
    })
    .await
}

/// The same for what is rendered, which takes its time on a busy machine.
pub async fn until_rendered<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    /// So many times the patience with anything else.
    const PATIENCES: usize = 5;
    for _ in 0..PATIENCES {
        if let Some(found) = until_or(&mut look).await {
            return found;
        }
    }
    panic!("never came: {what}")
}

/// What comes out of something that may hang; nothing if it does.
async fn within<T>(work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(PATIENCE, work).await.ok()
}
