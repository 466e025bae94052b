//! The present, for "3 min ago".

use std::time::{SystemTime, UNIX_EPOCH};

use contract::Millis;

/// Milliseconds since 1970, UTC.
pub fn now() -> Millis {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}
