//! What all transfers of a run share: the lanes they wait for, the speed limits they keep, and the
//! network they wait out. One for each direction, so that a large upload keeps no saving waiting.

use std::num::NonZeroU64;
use std::sync::Arc;
use std::time::Duration;

use contract::{Millis, Preferences};
use transfer::{Bounds, Engine, Lane, Lanes, Network, Pause, Priority, Settings, Throttle};

use crate::Studio;
use crate::ports::Ports;

/// Savings at once: two of a service, and one of the other beside them.
const SAVINGS: Bounds = Bounds {
    total: 3,
    per_host: 2,
};
/// Uploads at once: each is one file, whichever of its parts are on their way.
const UPLOADS: Bounds = Bounds {
    total: 4,
    per_host: 3,
};
/// Newly signed addresses in a row of one part that was refused: a second refusal is storage's word.
const UPLOAD_RENEWALS: u32 = 1;
/// A pause after a failure that is shorter is not worth a word.
const WORTH_TELLING: Duration = Duration::from_secs(3);
/// Bytes of a kilobyte, as the preferences count them.
const KILOBYTE: u64 = 1_000;

/// The transfers' engines and lanes. Cheap to clone; all clones are the same.
#[derive(Clone)]
pub(crate) struct Traffic {
    /// What savings wait for.
    pub(crate) savings: Lanes,
    /// What uploads wait for.
    pub(crate) uploads: Lanes,
    /// How savings are fetched.
    pub(crate) down: Engine,
    /// How uploads are sent.
    pub(crate) up: Engine,
}

impl Traffic {
    pub(crate) fn new(ports: &Ports, preferences: &Preferences) -> Self {
        let network = Network::new();
        let engine = |settings| Engine {
            clock: Arc::clone(&ports.clock),
            disk: Arc::clone(&ports.disk),
            throttle: Throttle::unlimited(Arc::clone(&ports.clock)),
            network: network.clone(),
            settings,
        };
        let traffic = Self {
            savings: Lanes::new(SAVINGS),
            uploads: Lanes::new(UPLOADS),
            down: engine(Settings::default()),
            up: engine(Settings {
                max_renewals: UPLOAD_RENEWALS,
                ..Settings::default()
            }),
        };
        traffic.keep_to(preferences);
        traffic
    }

    /// Takes over the person's speed limits, also for what is under way.
    pub(crate) fn keep_to(&self, preferences: &Preferences) {
        let rate = |limit: Option<u32>| {
            limit.and_then(|limit| NonZeroU64::new(u64::from(limit) * KILOBYTE))
        };
        self.down
            .throttle
            .set_limit(rate(preferences.download_limit));
        self.up.throttle.set_limit(rate(preferences.upload_limit));
    }

    /// Waits for a lane for an upload to this server.
    pub(crate) async fn upload_lane(&self, server: &str, priority: Priority) -> Lane {
        self.uploads.queue(server, priority).lane().await
    }

    /// Every try that waits is due now.
    pub(crate) fn hurry(&self) {
        self.down.network.hurry();
    }
}

impl Studio {
    /// Limits the bytes a second of this run, in each direction, until the preferences are changed.
    pub fn limit_rate(&self, bytes_per_second: NonZeroU64) {
        let traffic = &self.core.traffic;
        traffic.down.throttle.set_limit(Some(bytes_per_second));
        traffic.up.throttle.set_limit(Some(bytes_per_second));
    }
}

/// What a transfer waits for, and when it is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// A network to whoever should answer.
    Network(Millis),
    /// A proper answer of who does.
    Server(Millis),
}

impl Wait {
    /// When it is tried again.
    pub(crate) fn retry_at(self) -> Millis {
        match self {
            Self::Network(at) | Self::Server(at) => at,
        }
    }
}

/// What something that pauses now waits for. None for a pause that is over before it is read.
pub(crate) fn worth_telling(pause: Pause, now: Millis) -> Option<Wait> {
    let length = Millis::try_from(pause.length().as_millis()).unwrap_or(Millis::MAX);
    let retry_at = now.saturating_add(length);
    match pause {
        Pause::Offline(_) => Some(Wait::Network(retry_at)),
        _ if pause.length() < WORTH_TELLING => None,
        Pause::Cut(_) => Some(Wait::Network(retry_at)),
        Pause::Backoff(_) => Some(Wait::Server(retry_at)),
    }
}

/// What decides the jitter of a transfer's pauses: its own id, so that no two are alike.
pub(crate) fn seed_of(id: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}
