//! Which Riffkit this run speaks to.

use std::time::Duration;

use contract::{Code, Refusal, ServerChoice, ServerView};
use url::Url;

/// How often a sandbox is looked at.
const SANDBOX_PACE_SECONDS: u8 = 1;

/// A server and what follows from the choice of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    base: Url,
    choice: ServerChoice,
    fixed_by_environment: bool,
}

impl Server {
    /// The variable that chooses another server. Plain http only for loopback.
    pub const VARIABLE: &str = "RIFFKIT_BASE_URL";

    /// The service's own address, from its contract.
    const LIVE: &str = "https://riffkit.ai";

    /// The real service.
    pub fn live() -> Self {
        let base = Url::parse(Self::LIVE).expect("a constant that is a URL");
        Self {
            base,
            choice: ServerChoice::Live,
            fixed_by_environment: false,
        }
    }

    /// The sandbox that this program carries, where it listens now.
    pub fn sandbox(base: Url) -> Self {
        Self {
            base,
            choice: ServerChoice::Sandbox,
            fixed_by_environment: false,
        }
    }

    /// The server that the environment names, if it names one.
    pub fn from_environment() -> Option<Result<Self, Refusal>> {
        let text = std::env::var(Self::VARIABLE)
            .ok()
            .filter(|text| !text.trim().is_empty())?;
        Some(Self::named(text.trim()))
    }

    /// A server by its address.
    ///
    /// # Errors
    /// [`Code::Internal`] with a `detail` where it is no address, has a path or a login, or is
    /// plain http on a host other than loopback.
    pub fn named(text: &str) -> Result<Self, Refusal> {
        let refuse = |why: &str| {
            Refusal::new(Code::Internal).with("detail", format!("{}: {why}", Self::VARIABLE))
        };
        let base = Url::parse(text).map_err(|_| refuse("not an address"))?;
        let origin = wire::Origin::of(&base).map_err(|error| refuse(&error.to_string()))?;
        if base.path() != "/" || base.query().is_some() || !base.username().is_empty() {
            return Err(refuse("only scheme, host and port"));
        }
        let choice = if origin.is_loopback() {
            ServerChoice::Sandbox
        } else {
            ServerChoice::Live
        };
        Ok(Self {
            base,
            choice,
            fixed_by_environment: true,
        })
    }

    /// Scheme, host and port, ending in `/`.
    pub fn base(&self) -> &Url {
        &self.base
    }

    /// The name under which the vault and the journal keep what belongs to this server. The
    /// embedded sandbox keeps one name although its port changes.
    pub fn name(&self) -> String {
        if self.is_embedded_sandbox() {
            "sandbox".to_owned()
        } else {
            self.base.origin().ascii_serialization()
        }
    }

    /// Whether it is the sandbox that this program carries.
    pub fn is_embedded_sandbox(&self) -> bool {
        self.is_sandbox() && !self.fixed_by_environment
    }

    /// Whether it is a sandbox, embedded or named.
    pub fn is_sandbox(&self) -> bool {
        self.choice == ServerChoice::Sandbox
    }

    /// Time between two looks at a batch. A sandbox runs a task's life in seconds, so it is looked
    /// at each second; the service at the pace that the person set (10 to 15 s by contract).
    pub fn pace(&self, poll_seconds: u8) -> Duration {
        let own = self.view().own_pace_seconds;
        Duration::from_secs(own.unwrap_or(poll_seconds).into())
    }

    /// As a front shows it.
    pub fn view(&self) -> ServerView {
        ServerView {
            choice: self.choice,
            origin: self.base.origin().ascii_serialization(),
            fixed_by_environment: self.fixed_by_environment,
            own_pace_seconds: self.is_sandbox().then_some(SANDBOX_PACE_SECONDS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_loopback_alone() {
        assert!(Server::named("http://127.0.0.1:8000").is_ok());
        assert!(Server::named("http://[::1]:8000").is_ok());
        assert!(Server::named("http://localhost:8000").is_ok());
        assert!(Server::named("https://riffkit.ai").is_ok());
        for bad in [
            "http://riffkit.ai",
            "ftp://riffkit.ai",
            "riffkit.ai",
            "https://a@b.c",
            "https://b.c/x",
        ] {
            assert!(Server::named(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_embedded_sandbox_keeps_its_name_when_its_port_changes() {
        let at =
            |port| Server::sandbox(Url::parse(&format!("http://127.0.0.1:{port}")).expect("url"));
        assert_eq!(at(1).name(), at(2).name());
        assert_ne!(Server::live().name(), at(1).name());
    }

    #[test]
    fn the_service_is_polled_by_contract_and_the_sandbox_each_second() {
        assert_eq!(Server::live().pace(12), Duration::from_secs(12));
        let sandbox = Server::named("http://127.0.0.1:1").expect("loopback");
        assert_eq!(sandbox.pace(12), Duration::from_secs(1));
    }
}
