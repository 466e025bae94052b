//! The core, opened for one command.

use contract::{
    Event, Language, Refusal, SecretText, ServerChoice, Service, SessionState, VaultState,
};
use sandbox::Attachment;
use studio::ports::{Browser, BrowserFailed, Ports, PreferenceStore as _};
use studio::vault::VaultPolicy;
use studio::{AutoSave, Home, HubAccess, JsonPreferences, Server, Setup, Studio};
use tokio::sync::broadcast;

use crate::args::Global;
use crate::exit::Exit;
use crate::output::Output;
use crate::stop::{OwnCode, Stop};

/// Events that a slow reader may lag behind by. Each carries the whole new view: losing some is no
/// harm.
const EVENTS: usize = 256;

/// Whether links are opened, or only printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    Open,
    Print,
}

/// The core of one run, and what it speaks to.
pub struct Front {
    pub studio: Studio,
    events: broadcast::Sender<Event>,
    /// Runs only where this process started it.
    sandbox: Option<sandbox::Sandbox>,
}

impl Front {
    /// Opens the core on the server that the environment, the command line or the settings choose.
    pub async fn open(output: &Output, global: &Global, links: Links) -> Result<Self, Stop> {
        let home = Home::from_environment()?;
        let preferences = JsonPreferences::new(home.preferences());
        let (server, hubfluencer, sandbox) = servers(output, global, &home, &preferences).await?;
        let (events, _) = broadcast::channel(EVENTS);
        let sink = {
            let events = events.clone();
            // Nobody may be listening just now.
            move |event| drop(events.send(event))
        };
        let studio = Studio::open(Setup {
            home,
            server,
            hubfluencer,
            preferences: Box::new(preferences),
            vault: VaultPolicy::from_environment(),
            ports: Ports::system(SystemBrowser(links), sink),
            auto_save: AutoSave::Never,
            system_language: words::system_language(),
            has_ffmpeg: on_path("ffmpeg"),
        })
        .await?;
        if let Some(rate) = global.limit_rate {
            studio.limit_rate(rate.0);
        }
        Ok(Self {
            studio,
            events,
            sandbox,
        })
    }

    /// What happens from now on.
    pub fn listen(&self) -> Listener {
        Listener(self.events.subscribe())
    }

    /// Whether somebody is signed in, once the vault has been read.
    pub async fn signed_in(&self) -> bool {
        matches!(
            self.studio.session_settled().await,
            SessionState::SignedIn { .. }
        )
    }

    /// Whether nobody has said yet where the sign-in is to be kept.
    pub async fn vault_undecided(&self) -> bool {
        self.studio.snapshot().await.vault == VaultState::Undecided
    }

    /// Stops cleanly. What is under way is picked up by the next run.
    pub async fn close(self) {
        self.studio.close().await;
        if let Some(sandbox) = self.sandbox {
            sandbox.stop().await;
        }
    }
}

/// The core's events.
pub struct Listener(broadcast::Receiver<Event>);

impl Listener {
    /// The next event. Never resolves once the core is gone.
    pub async fn next(&mut self) -> Event {
        loop {
            match self.0.recv().await {
                Ok(event) => return event,
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
            }
        }
    }
}

/// `RIFFKIT_BASE_URL`, else `--live`, else the settings, else the sandbox that this program carries;
/// and the Hubfluencer beside it.
async fn servers(
    output: &Output,
    global: &Global,
    home: &Home,
    preferences: &JsonPreferences,
) -> Result<(Server, Option<HubAccess>, Option<sandbox::Sandbox>), Stop> {
    if let Some(named) = Server::from_environment(Service::Riffkit) {
        let server = named.map_err(|refusal| wrong_server(Service::Riffkit, &refusal))?;
        let hubfluencer = beside(&server, None)?;
        return Ok((server, hubfluencer, None));
    }
    if global.live || preferences.load().server == ServerChoice::Live {
        let server = Server::live(Service::Riffkit);
        let hubfluencer = beside(&server, None)?;
        return Ok((server, hubfluencer, None));
    }
    output.say("cli-sandbox-used");
    let setup = sandbox::Setup::new(home.sandbox());
    let attachment = sandbox::Sandbox::attach_or_start(setup)
        .await
        .map_err(|error| sandbox_failed(&error))?;
    let server = Server::sandbox(Service::Riffkit, attachment.riffkit_url());
    let token = SecretText::new(attachment.hubfluencer_token());
    let hubfluencer = beside(&server, Some((attachment.hubfluencer_url(), token)))?;
    let own = match attachment {
        Attachment::Own(sandbox) => Some(sandbox),
        Attachment::Other(_) => None,
    };
    Ok((server, hubfluencer, own))
}

fn beside(
    riffkit: &Server,
    sandbox: Option<(url::Url, SecretText)>,
) -> Result<Option<HubAccess>, Stop> {
    HubAccess::beside(riffkit, sandbox)
        .map_err(|refusal| wrong_server(Service::Hubfluencer, &refusal))
}

fn wrong_server(service: Service, refusal: &Refusal) -> Stop {
    let detail = refusal.args.get("detail").cloned();
    let stop = Stop::own(Exit::Usage, OwnCode::Usage, "cli-server-wrong");
    stop.with(
        "detail",
        detail.unwrap_or_else(|| Server::variable(service).into()),
    )
}

/// The sandbox could not be started.
pub fn sandbox_failed(error: &sandbox::StartError) -> Stop {
    Stop::own(Exit::Refused, OwnCode::SandboxFailed, "cli-sandbox-failed")
        .with("detail", error.to_string())
}

/// The system's browser, unless links are only to be printed.
struct SystemBrowser(Links);

impl Browser for SystemBrowser {
    fn open(&self, link: &str) -> Result<(), BrowserFailed> {
        match self.0 {
            Links::Open => open::that_detached(link).map_err(|_| BrowserFailed),
            Links::Print => Err(BrowserFailed),
        }
    }
}

/// Whether a program of this name can be started.
fn on_path(program: &str) -> bool {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(&file).is_file()))
}

/// The language of the settings, if there is one.
pub fn preferred_language() -> Option<Language> {
    let home = Home::from_environment().ok()?;
    JsonPreferences::new(home.preferences()).load().language
}
