//! Which Riffkit and which Hubfluencer this run speaks to.

use std::time::Duration;

use contract::{Code, Refusal, SecretText, ServerChoice, ServerView, Service};
use url::Url;

/// How often a sandbox is looked at.
const SANDBOX_PACE_SECONDS: u8 = 1;

/// A server and what follows from the choice of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    service: Service,
    base: Url,
    choice: ServerChoice,
    fixed_by_environment: bool,
}

impl Server {
    /// The variable that chooses another server. Plain http only for loopback.
    pub const fn variable(service: Service) -> &'static str {
        match service {
            Service::Riffkit => "RIFFKIT_BASE_URL",
            Service::Hubfluencer => "HUBFLUENCER_BASE_URL",
        }
    }

    /// The service's own address, from its contract.
    const fn live_address(service: Service) -> &'static str {
        match service {
            Service::Riffkit => "https://riffkit.ai",
            Service::Hubfluencer => "https://hubfluencer.com",
        }
    }

    /// The real service.
    pub fn live(service: Service) -> Self {
        let base = Url::parse(Self::live_address(service)).expect("a constant that is a URL");
        Self {
            service,
            base,
            choice: ServerChoice::Live,
            fixed_by_environment: false,
        }
    }

    /// The sandbox that this program carries, where it listens now.
    pub fn sandbox(service: Service, base: Url) -> Self {
        Self {
            service,
            base,
            choice: ServerChoice::Sandbox,
            fixed_by_environment: false,
        }
    }

    /// The server that the environment names, if it names one.
    pub fn from_environment(service: Service) -> Option<Result<Self, Refusal>> {
        let text = std::env::var(Self::variable(service))
            .ok()
            .filter(|text| !text.trim().is_empty())?;
        Some(Self::named(service, text.trim()))
    }

    /// A server by its address.
    ///
    /// # Errors
    /// [`Code::Internal`] with a `detail` where it is no address, has a path or a login, or is
    /// plain http on a host other than loopback.
    pub fn named(service: Service, text: &str) -> Result<Self, Refusal> {
        let refuse = |why: &str| {
            Refusal::new(Code::Internal)
                .with("detail", format!("{}: {why}", Self::variable(service)))
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
            service,
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
            match self.service {
                Service::Riffkit => "sandbox".to_owned(),
                Service::Hubfluencer => "hubfluencer sandbox".to_owned(),
            }
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

/// Hubfluencer as this run reaches it, and a token that needs nobody to paste it.
#[derive(Clone, Debug)]
pub struct HubAccess {
    /// Where it is.
    pub server: Server,
    /// A token that is at hand.
    pub given: GivenToken,
}

/// A token that nobody has to paste.
#[derive(Clone, Debug, Default)]
pub enum GivenToken {
    /// None: the vault's, or the person is asked.
    #[default]
    None,
    /// `HUBFLUENCER_API_TOKEN`: used unasked, and kept nowhere.
    Environment(SecretText),
    /// The embedded sandbox's own: used where the person says so.
    Sandbox(SecretText),
}

impl HubAccess {
    /// The variable that brings a token.
    pub const TOKEN_VARIABLE: &str = "HUBFLUENCER_API_TOKEN";

    /// Hubfluencer beside this Riffkit: the one that the environment names, else the embedded
    /// sandbox's, else the real one where Riffkit is the real one. None beside a Riffkit on loopback
    /// that the environment named: nobody said where its Hubfluencer is.
    ///
    /// # Errors
    /// As [`Server::named`].
    pub fn beside(
        riffkit: &Server,
        sandbox: Option<(Url, SecretText)>,
    ) -> Result<Option<Self>, Refusal> {
        let given = Self::given();
        if let Some(named) = Server::from_environment(Service::Hubfluencer) {
            let server = named?;
            return Ok(Some(Self { server, given }));
        }
        if let Some((base, token)) = sandbox {
            let given = match given {
                GivenToken::Environment(_) => given,
                _ => GivenToken::Sandbox(token),
            };
            let server = Server::sandbox(Service::Hubfluencer, base);
            return Ok(Some(Self { server, given }));
        }
        let server = Server::live(Service::Hubfluencer);
        Ok((!riffkit.is_sandbox()).then_some(Self { server, given }))
    }

    fn given() -> GivenToken {
        match std::env::var(Self::TOKEN_VARIABLE) {
            Ok(token) if !token.trim().is_empty() => {
                GivenToken::Environment(SecretText::new(token.trim()))
            }
            _ => GivenToken::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn riffkit(text: &str) -> Result<Server, Refusal> {
        Server::named(Service::Riffkit, text)
    }

    #[test]
    fn plain_http_is_for_loopback_alone() {
        assert!(riffkit("http://127.0.0.1:8000").is_ok());
        assert!(riffkit("http://[::1]:8000").is_ok());
        assert!(riffkit("http://localhost:8000").is_ok());
        assert!(riffkit("https://riffkit.ai").is_ok());
        for bad in [
            "http://riffkit.ai",
            "ftp://riffkit.ai",
            "riffkit.ai",
            "https://a@b.c",
            "https://b.c/x",
        ] {
            assert!(riffkit(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_embedded_sandbox_keeps_its_name_when_its_port_changes() {
        let at = |port| {
            Server::sandbox(
                Service::Riffkit,
                Url::parse(&format!("http://127.0.0.1:{port}")).expect("url"),
            )
        };
        assert_eq!(at(1).name(), at(2).name());
        assert_ne!(Server::live(Service::Riffkit).name(), at(1).name());
    }

    #[test]
    fn the_service_is_polled_by_contract_and_the_sandbox_each_second() {
        assert_eq!(
            Server::live(Service::Riffkit).pace(12),
            Duration::from_secs(12)
        );
        let sandbox = riffkit("http://127.0.0.1:1").expect("loopback");
        assert_eq!(sandbox.pace(12), Duration::from_secs(1));
    }
}
