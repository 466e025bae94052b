//! Who is signed in, and where.

use serde::{Deserialize, Serialize};

use crate::{Millis, Refusal, ServerChoice};

/// The two services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// Riffs a winning video's formula.
    #[default]
    Riffkit,
    /// Shorts, carousels and ads.
    Hubfluencer,
}

impl Service {
    /// Whether it is Riffkit.
    pub fn is_riffkit(&self) -> bool {
        *self == Self::Riffkit
    }
}

/// The server that this run speaks to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerView {
    /// Sandbox or live.
    pub choice: ServerChoice,
    /// Scheme, host and port.
    pub origin: String,
    /// Whether the environment chose it (`RIFFKIT_BASE_URL`), so that Settings can't change it.
    pub fixed_by_environment: bool,
    /// Seconds between two looks at a batch, where that is not the person's to set.
    #[serde(default)]
    pub own_pace_seconds: Option<u8>,
}

/// Where sign-in stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "session", rename_all = "snake_case")]
pub enum SessionState {
    /// The vault is being read.
    Starting,
    /// Nobody. `ended` says how the last try or session ended, if one did.
    SignedOut {
        /// How the last one ended.
        ended: Option<SignInEnd>,
    },
    /// The service is being asked for a code.
    Asking,
    /// The person is to approve in the browser.
    Waiting {
        /// To compare with the page's. Not a secret.
        user_code: String,
        /// When the code stops working.
        expires_at: Millis,
        /// Whether the last look found no network; the flow is alive all the same.
        offline: bool,
        /// Whether a browser could be opened. If not, the link is to be copied.
        browser_opened: bool,
    },
    /// Approved.
    SignedIn {
        /// The account, when the service has told it.
        email: Option<String>,
    },
}

impl SessionState {
    /// Whether the service can be asked.
    pub const fn is_signed_in(&self) -> bool {
        matches!(self, Self::SignedIn { .. })
    }

    /// Whether nobody is signed in, as far as is known: not while the vault is read.
    pub const fn is_signed_out(&self) -> bool {
        matches!(
            self,
            Self::SignedOut { .. } | Self::Asking | Self::Waiting { .. }
        )
    }
}

/// How a sign-in or a session ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum SignInEnd {
    /// The person signed out.
    SignedOut,
    /// The person cancelled the sign-in.
    Cancelled,
    /// It could not be finished, or the session stopped being good.
    Refused {
        /// Why.
        refusal: Refusal,
    },
}

/// Where secrets go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VaultState {
    /// The system's keychain.
    Keychain,
    /// A file of mode 0600.
    File,
    /// Memory only.
    Memory,
    /// There is no keychain, and the person has not been asked yet.
    Undecided,
}
