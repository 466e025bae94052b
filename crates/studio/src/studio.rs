//! The studio: one core, opened once per process, with everything that its fronts ask.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use contract::{Code, Event, Language, Millis, Preferences, Refusal, Snapshot};
use tokio::task::JoinHandle;

use crate::activity::{self, Activity};
use crate::catalogue::Catalogue;
use crate::deployment::Facts;
use crate::files::Files;
use crate::home::{Home, default_reels_folder, readable};
use crate::hubfluencer::Hub;
use crate::intake::Intake;
use crate::journal::{Journal, Sender};
use crate::library::LibrarySync;
use crate::lock::held;
use crate::orders::{Desk, Doubts};
use crate::pictures::Pictures;
use crate::ports::{Ports, PreferenceStore};
use crate::products::Works;
use crate::references::References;
use crate::server::{HubAccess, Server};
use crate::service_clock::ServiceClock;
use crate::session::Sessions;
use crate::spending::Guard;
use crate::tasks::{Retries, Submitters};
use crate::traffic::Traffic;
use crate::transfers::Transfers;
use crate::usage::Meter;
use crate::vault::{ChosenVault, VaultPolicy};
use crate::watch::Watch;

/// What a studio is opened with.
pub struct Setup {
    /// Where state is kept.
    pub home: Home,
    /// The server of this run.
    pub server: Server,
    /// Hubfluencer, where this run has one.
    pub hubfluencer: Option<HubAccess>,
    /// Where preferences are kept.
    pub preferences: Box<dyn PreferenceStore>,
    /// How the vault is chosen.
    pub vault: VaultPolicy,
    /// The world.
    pub ports: Ports,
    /// Which finished reels are saved unasked.
    pub auto_save: AutoSave,
    /// The system's language, for the snapshot.
    pub system_language: Language,
    /// Whether ffmpeg is on this machine, for the snapshot. See [`Studio::lacks_ffmpeg`].
    pub has_ffmpeg: bool,
}

/// Which finished reels are saved unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AutoSave {
    /// As the person's preference says: the window's way.
    ByPreference,
    /// None: the command line says what it wants saved.
    Never,
}

/// The core. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Studio {
    pub(crate) core: Arc<Core>,
}

/// What the parts of the studio share. Each part locks its own state for moments only, never across
/// a wait, and never another's while holding its own.
pub(crate) struct Core {
    pub(crate) home: Home,
    pub(crate) server: Server,
    pub(crate) server_name: String,
    pub(crate) ports: Ports,
    pub(crate) api: riffkit::Api,
    pub(crate) hub: Hub,
    pub(crate) journal: Journal,
    pub(crate) sender: Sender,
    pub(crate) sessions: Sessions,
    pub(crate) intake: Intake,
    pub(crate) files: Files,
    pub(crate) catalogue: Catalogue,
    pub(crate) works: Works,
    pub(crate) desk: Desk,
    pub(crate) watch: Watch,
    pub(crate) doubts: Doubts,
    pub(crate) service_clock: ServiceClock,
    pub(crate) pictures: Pictures,
    pub(crate) traffic: Traffic,
    pub(crate) transfers: Transfers,
    pub(crate) sync: LibrarySync,
    pub(crate) retries: Retries,
    pub(crate) submitters: Submitters,
    pub(crate) references: References,
    pub(crate) meter: Meter,
    pub(crate) spending: Guard,
    pub(crate) activity: Activity,
    pub(crate) auto_save: AutoSave,
    preference_store: Box<dyn PreferenceStore>,
    preferences: Mutex<Preferences>,
    facts: Mutex<Facts>,
    system_language: Language,
    pub(crate) has_ffmpeg: AtomicBool,
    background: Mutex<Vec<JoinHandle<()>>>,
}

impl Core {
    pub(crate) fn tell(&self, event: Event) {
        self.ports.sink.send(event);
    }

    pub(crate) fn now(&self) -> Millis {
        self.ports.clock.now().as_millisecond()
    }

    pub(crate) fn preferences(&self) -> Preferences {
        held(&self.preferences).clone()
    }

    pub(crate) fn facts(&self) -> Facts {
        held(&self.facts).clone()
    }

    pub(crate) fn set_facts(&self, facts: Facts) {
        *held(&self.facts) = facts;
    }

    /// Lets `work` run until it ends or the studio closes.
    pub(crate) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.adopt(tokio::spawn(work));
    }

    /// Ends a task when the studio closes.
    pub(crate) fn adopt(&self, task: JoinHandle<()>) {
        let mut background = held(&self.background);
        background.retain(|task| !task.is_finished());
        background.push(task);
    }
}

impl Studio {
    /// Opens the studio: the journal, the vault and the session; recovers what an earlier run left,
    /// and watches what is under way.
    ///
    /// # Errors
    /// [`Code::JournalFailed`] or [`Code::Internal`] where the home can't be used.
    pub async fn open(setup: Setup) -> Result<Self, Refusal> {
        let internal = |error: &dyn std::error::Error| {
            Refusal::new(Code::Internal).with("detail", error.to_string())
        };
        let origin = wire::Origin::of(setup.server.base()).map_err(|error| internal(&error))?;
        let client =
            wire::Client::new(wire::Settings::new(USER_AGENT)).map_err(|error| internal(&error))?;
        let opened = Journal::open(&setup.home.journal()).await?;
        let sender = Sender::register(&setup.home.senders())
            .map_err(|error| Refusal::new(Code::JournalFailed).with("detail", error.to_string()))?;
        let preferences = setup.preferences.load().normalised();
        let policy = sandboxed(setup.vault, &setup.server);
        let vault = ChosenVault::choose(
            policy,
            preferences.vault,
            vault_path(&setup.home, &setup.server),
            &setup.ports.keychain,
        )
        .await;
        let (ear, heard) = activity::ear();
        let hub = Hub::new(setup.hubfluencer, &client).map_err(|error| internal(&error))?;
        let service_clock = ServiceClock::new(Arc::clone(&setup.ports.clock));
        let api = riffkit::Api::new(client, origin)
            .watched(ear)
            .timed(Arc::new(service_clock.clone()));
        let core = Arc::new(Core {
            server_name: setup.server.name(),
            pictures: Pictures::new(&setup.home, &setup.server.name()),
            traffic: Traffic::new(&setup.ports, &preferences),
            home: setup.home,
            server: setup.server,
            ports: setup.ports,
            api,
            hub,
            journal: opened.journal,
            sender,
            sessions: Sessions::new(vault),
            intake: Intake::default(),
            files: Files::default(),
            catalogue: Catalogue::default(),
            works: Works::default(),
            desk: Desk::default(),
            watch: Watch::default(),
            doubts: Doubts::default(),
            service_clock,
            transfers: Transfers::default(),
            sync: LibrarySync::default(),
            retries: Retries::default(),
            submitters: Submitters::default(),
            references: References::default(),
            meter: Meter::default(),
            spending: Guard::default(),
            activity: Activity::of(&heard),
            auto_save: setup.auto_save,
            preference_store: setup.preferences,
            preferences: Mutex::new(preferences),
            facts: Mutex::default(),
            system_language: setup.system_language,
            has_ffmpeg: AtomicBool::new(setup.has_ffmpeg),
            background: Mutex::default(),
        });
        let studio = Self { core };
        studio.recover_orders().await?;
        studio.restore_session().await;
        studio.recall_product_works().await?;
        studio.recover_retries().await?;
        studio.open_hub().await?;
        // Those that begin again need the sessions of both services.
        studio.recover_transfers().await?;
        studio.core.spawn(studio.clone().watch_forever());
        studio.core.spawn(studio.clone().save_due_forever());
        studio.core.spawn(studio.clone().keep_counting());
        studio.core.spawn(studio.clone().look_for_doubts_forever());
        studio.core.spawn(studio.clone().keep_noticing(heard));
        if let Some(file) = opened.set_aside {
            studio.core.tell(Event::Trouble(
                Refusal::new(Code::JournalSetAside).with("file", file),
            ));
        }
        Ok(studio)
    }

    /// Stops watching, uploads and transfers. What was under way is in the journal: batches are
    /// watched again at the next start, savings begin again, an upload was not sent. An order that
    /// has left whole is given a few seconds for its answer; without one it is in doubt then. So are
    /// anomalies that are not in the journal yet.
    pub async fn close(&self) {
        self.cancel_sign_in();
        let tasks = std::mem::take(&mut *held(&self.core.background));
        // Closed before: nobody is left to hear an answer.
        if !tasks.is_empty() {
            let settled = async {
                self.answers_came().await;
                self.core.hub.footage.close().await;
                self.core.activity.all_kept().await;
            };
            tokio::select! {
                () = settled => {}
                () = self.core.ports.clock.sleep(ANSWER_PATIENCE) => {}
            }
        }
        for task in &tasks {
            task.abort();
        }
        for task in tasks {
            // Aborted: the only answer there can be.
            let _ = task.await;
        }
        self.core.sender.resign();
    }

    /// Resolves when no order, no retry and no paid step of this process awaits its answer.
    async fn answers_came(&self) {
        let mut changes = self.core.desk.changes();
        while self.core.desk.awaits_answer() && changes.changed().await.is_ok() {}
        self.core.retries.answered().await;
        self.core.hub.steps.answered().await;
    }

    /// All that a front needs to draw its first picture.
    pub async fn snapshot(&self) -> Snapshot {
        let core = &self.core;
        let facts = core.facts();
        if let Err(refusal) = self.notice_others().await {
            core.tell(Event::Trouble(refusal));
        }
        if let Err(refusal) = self.recall_product_works().await {
            core.tell(Event::Trouble(refusal));
        }
        Snapshot {
            version: VERSION.to_owned(),
            system_language: core.system_language,
            server: core.server.view(),
            session: self.session(),
            vault: core.sessions.vault_state(),
            preferences: core.preferences(),
            reels_folder: readable(&self.reels_folder()),
            clips: core.intake.views(),
            languages: facts.languages,
            limits: facts.limits,
            orders: self.orders(),
            reels: self.newest_reels().await,
            spending: self.spending().await,
            transfers: self.transfers(),
            product_works: self.product_works(),
            activity: self.known_activity().await,
            hub: self.hub_snapshot().await,
            has_ffmpeg: core.has_ffmpeg.load(Ordering::Relaxed),
        }
    }

    /// There is no ffmpeg on this machine, or it does not run: for a front that did not know when it opened
    /// the core, as it takes a program's start to find out.
    pub fn lacks_ffmpeg(&self) {
        self.core.has_ffmpeg.store(false, Ordering::Relaxed);
    }

    /// What the person set.
    pub fn preferences(&self) -> Preferences {
        self.core.preferences()
    }

    /// Changes the settings. What is out of range is brought into it.
    ///
    /// # Errors
    /// Those of the store; the old settings then stay.
    pub async fn set_preferences(&self, wanted: Preferences) -> Result<Preferences, Refusal> {
        let wanted = wanted.normalised();
        {
            // Locked while it is saved: of two changes at once the later is in memory and on disk.
            let mut current = held(&self.core.preferences);
            self.core.preference_store.save(&wanted)?;
            current.clone_from(&wanted);
        }
        self.core.traffic.keep_to(&wanted);
        self.core.watch.wake();
        self.core.tell(Event::Preferences(wanted.clone()));
        Ok(wanted)
    }

    /// Where reels are saved.
    pub fn reels_folder(&self) -> std::path::PathBuf {
        self.core
            .preferences()
            .reels_folder
            .map_or_else(default_reels_folder, Into::into)
    }

    /// The server of this run.
    pub fn server(&self) -> &Server {
        &self.core.server
    }
}

/// How long closing waits for the answer to an order that has left.
const ANSWER_PATIENCE: Duration = Duration::from_secs(5);

/// This program's version.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");
const USER_AGENT: &str = concat!("reelwright/", env!("CARGO_PKG_VERSION"));

/// The embedded sandbox's session opens nothing but the sandbox on this machine: nobody is asked
/// where to keep it.
fn sandboxed(policy: VaultPolicy, server: &Server) -> VaultPolicy {
    match policy {
        VaultPolicy::Ask if server.is_embedded_sandbox() => VaultPolicy::File,
        other => other,
    }
}

fn vault_path(home: &Home, server: &Server) -> std::path::PathBuf {
    if server.is_embedded_sandbox() {
        home.sandbox().join("vault.json")
    } else {
        home.vault()
    }
}
