//! Hubfluencer's part of the core: its session, its projects, its paid steps, the person's own
//! clips on their way to it, and what came of it all.
//!
//! It shares with Riffkit's part what is truly the same (the wire, the journal, the vault, the
//! turns of the watch, transfers, the library) and nothing else.

mod account;
mod failure;
mod footage;
mod images;
mod links;
mod pace;
mod projects;
mod results;
mod session;
mod steps;
mod tokens;
mod watch;

use contract::{Code, HubEvent, HubSnapshot, Refusal};
use hubfluencer::Api;

use crate::Studio;
use crate::lock::held;
use crate::server::{GivenToken, HubAccess, Server};
use crate::studio::Core;

use account::Account;
pub(crate) use failure::refusal_of;
use footage::Footage;
pub(crate) use pace::{Bucket, Pace};
pub(crate) use projects::Projects;
pub(crate) use results::of_storage;
use session::HubSessions;
use steps::Steps;

/// What Hubfluencer's parts share. Each locks its own state for moments only.
pub(crate) struct Hub {
    place: Option<Place>,
    pub(crate) sessions: HubSessions,
    pub(crate) pace: Pace,
    pub(crate) projects: Projects,
    account: Account,
    pub(crate) steps: Steps,
    pub(crate) footage: Footage,
}

/// Where the service is in this run.
struct Place {
    server: Server,
    name: String,
    api: Api,
    given: GivenToken,
}

impl Hub {
    /// Hubfluencer where this run reaches it. None: this run has none.
    ///
    /// # Errors
    /// Where its address is none that may be talked to.
    pub(crate) fn new(
        access: Option<HubAccess>,
        client: &wire::Client,
    ) -> Result<Self, wire::OriginError> {
        let place = match access {
            Some(HubAccess { server, given }) => Some(Place {
                name: server.name(),
                api: Api::new(client.clone(), wire::Origin::of(server.base())?),
                server,
                given,
            }),
            None => None,
        };
        Ok(Self {
            place,
            sessions: HubSessions::default(),
            pace: Pace::default(),
            projects: Projects::default(),
            account: Account::default(),
            steps: Steps::default(),
            footage: Footage::default(),
        })
    }

    fn place(&self) -> Result<&Place, Refusal> {
        self.place
            .as_ref()
            .ok_or_else(|| Refusal::new(Code::HubAbsent))
    }

    /// Its API.
    ///
    /// # Errors
    /// [`Code::HubAbsent`] where this run has none.
    pub(crate) fn api(&self) -> Result<&Api, Refusal> {
        Ok(&self.place()?.api)
    }

    /// Its server's name in the journal and the vault; empty where this run has none.
    pub(crate) fn server_name(&self) -> &str {
        self.place.as_ref().map_or("", |place| &place.name)
    }

    /// Its server.
    pub(crate) fn server(&self) -> Option<&Server> {
        self.place.as_ref().map(|place| &place.server)
    }

    fn given(&self) -> &GivenToken {
        self.place
            .as_ref()
            .map_or(&GivenToken::None, |place| &place.given)
    }
}

impl Core {
    /// Tells the fronts of Hubfluencer.
    pub(crate) fn tell_hub(&self, event: HubEvent) {
        self.tell(contract::Event::Hub(Box::new(event)));
    }
}

impl Studio {
    /// Reads what Hubfluencer's part left in an earlier run, and goes on with it.
    pub(crate) async fn open_hub(&self) -> Result<(), Refusal> {
        self.restore_hub_session().await;
        self.core.spawn(self.clone().watch_projects_forever());
        if self.core.hub.sessions.current().is_some() {
            self.hub_signed_in();
        }
        self.recover_steps().await?;
        self.recover_results().await?;
        self.recall_footage().await?;
        self.core.spawn(self.clone().watch_footage());
        Ok(())
    }

    /// A token is at hand: what waited for one goes on.
    fn hub_signed_in(&self) {
        self.refresh_account();
        self.core.hub.projects.wake();
    }

    /// All that a front needs to draw Hubfluencer's pages.
    pub(crate) async fn hub_snapshot(&self) -> HubSnapshot {
        let hub = &self.core.hub;
        let projects = self.known_projects_or_tell().await;
        // Steps that the other front took since.
        if let Err(refusal) = self.recover_steps().await {
            self.core.tell(contract::Event::Trouble(refusal));
        }
        HubSnapshot {
            server: hub.server().map(Server::view),
            session: self.hub_session(),
            sandbox_token_ready: matches!(hub.given(), GivenToken::Sandbox(_)),
            credits: held(&hub.account.credits).as_ref().copied(),
            assists: held(&hub.account.assists).as_ref().copied(),
            projects,
            purchases: self.purchases(),
        }
    }
}
