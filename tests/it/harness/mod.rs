//! A studio and a sandbox on one clock, with everything in a folder of the test's own.

mod approval;
mod clock;
pub mod doubt;
mod guest;
pub mod hub;
mod options;
mod stand_in;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use contract::{
    ClipView, Event, Language, OrderId, OrderView, Plan, Review, SecretText, Service, SessionState,
    Source,
};
use sandbox::{Fault, Sandbox};
use studio::ports::{Browser, BrowserFailed, PreferenceStore as _};
use studio::{AutoSave, GivenToken, Home, HubAccess, JsonPreferences, Server, Setup, Studio};
use tempfile::TempDir;
use url::Url;

pub use approval::submit_approval;
pub use clock::TestClock;
pub use guest::Guest;
pub use options::{Bin, Machine, Options};
pub use stand_in::{Answer, NoBrowser, StandIn};

/// One person's machine and one service.
pub struct World {
    pub folder: TempDir,
    pub clock: TestClock,
    pub sandbox: Sandbox,
    pub studio: Studio,
    pub events: Arc<Mutex<Vec<Event>>>,
    pub opened: Arc<Mutex<Vec<String>>>,
    machine: Machine,
}

struct RecordedBrowser(Arc<Mutex<Vec<String>>>);

impl Browser for RecordedBrowser {
    fn open(&self, link: &str) -> Result<(), BrowserFailed> {
        self.0.lock().unwrap().push(link.to_owned());
        Ok(())
    }
}

impl World {
    /// A world with nobody signed in.
    pub async fn new(options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = TestClock::new();
        let setup = sandbox::Setup {
            pace: options.pace,
            clock: Arc::new(clock.clone()),
            balance_seconds: options.balance_seconds,
            hub_credits: options.hub_credits,
            ffmpeg: options.ffmpeg,
            templates: options.templates,
            reels: options.reels,
            past_days: options.past_days,
            team: options.team,
            skill_version: options.skill_version.to_owned(),
            upload_quota: options.upload_quota,
            faults: options.faults,
            // The least that object storage takes.
            part_size: 5 * 1024 * 1024,
            ..sandbox::Setup::new(folder.path().join("service"))
        };
        let sandbox = Sandbox::start(setup).await.unwrap();
        let mut preferences = options.preferences;
        preferences
            .reels_folder
            .get_or_insert(folder.path().join("reels").display().to_string());
        let store = JsonPreferences::new(home(&folder).preferences());
        store.save(&preferences).unwrap();
        let (events, opened) = <(Arc<Mutex<Vec<Event>>>, Arc<Mutex<Vec<String>>>)>::default();
        let studio = open(
            &folder,
            &clock,
            &Services::of(&sandbox),
            &events,
            RecordedBrowser(Arc::clone(&opened)),
            options.auto_save,
            &options.machine,
        )
        .await;
        Self {
            folder,
            clock,
            sandbox,
            studio,
            events,
            opened,
            machine: options.machine,
        }
    }

    /// A world with somebody signed in.
    pub async fn signed_in() -> Self {
        Self::signed_in_with(Options::default()).await
    }

    pub async fn signed_in_with(options: Options) -> Self {
        let world = Self::new(options).await;
        world.sign_in().await;
        world
    }

    /// The program is closed and started again.
    pub async fn restart(&mut self, auto_save: AutoSave) {
        self.studio.close().await;
        self.studio = open(
            &self.folder,
            &self.clock,
            &Services::of(&self.sandbox),
            &self.events,
            RecordedBrowser(Arc::clone(&self.opened)),
            auto_save,
            &self.machine,
        )
        .await;
    }

    /// Another process of this machine, such as the command line beside the window.
    pub async fn beside(&self) -> Studio {
        open(
            &self.folder,
            &self.clock,
            &Services::of(&self.sandbox),
            &Arc::default(),
            RecordedBrowser(Arc::default()),
            AutoSave::Never,
            &self.machine,
        )
        .await
    }

    pub fn home(&self) -> Home {
        home(&self.folder)
    }

    pub fn reels(&self) -> PathBuf {
        self.folder.path().join("reels")
    }

    pub fn arm(&self, fault: Fault) {
        self.sandbox.faults().arm(fault);
    }

    /// The person signs in and approves.
    pub async fn sign_in(&self) {
        self.studio.sign_in();
        let link = self.clock.until(|| self.studio.sign_in_link()).await;
        submit_approval(&link, "approve").await;
        self.until_session(|state| matches!(state, SessionState::SignedIn { .. }))
            .await;
        self.studio.service_facts().await.unwrap();
    }

    /// A world in which Hubfluencer's token was given.
    pub async fn with_token() -> Self {
        Self::with_token_and(Options::default()).await
    }

    pub async fn with_token_and(options: Options) -> Self {
        let world = Self::new(options).await;
        world.give_token().await;
        world
    }

    /// The person pastes the sandbox's token.
    pub async fn give_token(&self) {
        let token = SecretText::new(self.sandbox.hubfluencer_token());
        self.studio.hub_sign_in(token).await.unwrap();
    }

    /// Lets time pass until the session is so.
    pub async fn until_session(&self, wanted: impl Fn(&SessionState) -> bool) -> SessionState {
        self.clock
            .until(|| Some(self.studio.session()).filter(&wanted))
            .await
    }

    /// Lets time pass until an order is so.
    pub async fn until_order(
        &self,
        order_id: &OrderId,
        wanted: impl Fn(&OrderView) -> bool,
    ) -> OrderView {
        self.clock
            .until(|| self.studio.order(order_id).filter(&wanted))
            .await
    }

    /// The person drops a clip.
    pub async fn drop_clip(&self, path: &Path) -> ClipView {
        self.studio
            .add_clips(vec![path.to_path_buf()])
            .await
            .remove(0)
    }

    /// A plan from the sample clip.
    pub async fn plan(&self) -> Plan {
        let clip = self.drop_clip(&sample()).await;
        Plan {
            source: Some(Source::Clip {
                clip_id: clip.clip_id,
            }),
            direction: "At the reveal, show the label → from doubt to trust".to_owned(),
            ..Plan::default()
        }
    }

    /// The person drops a clip and reviews a plan of nothing else.
    pub async fn review_clip(&self, path: &Path) -> Review {
        let clip = self.drop_clip(path).await;
        let source = Some(Source::Clip {
            clip_id: clip.clip_id,
        });
        self.studio
            .review(Plan {
                source,
                ..Plan::default()
            })
            .await
            .unwrap()
    }

    /// The person says yes.
    pub async fn submit(&self, review: &Review) -> OrderId {
        self.studio.submit(&review.review_id).await.unwrap()
    }

    /// The person drops the sample, reviews and says yes.
    pub async fn order(&self) -> OrderId {
        let review = self.studio.review(self.plan().await).await.unwrap();
        self.studio.submit(&review.review_id).await.unwrap()
    }

    /// Waits until a reel is on disk.
    pub async fn saved(&self, asset_id: &contract::AssetId) -> PathBuf {
        loop {
            if let Some(path) = self.studio.saved_path(asset_id).await {
                return path;
            }
            tokio::task::yield_now().await;
        }
    }

    /// How often a riff was asked of the service, taken or not.
    pub fn riffs_asked(&self) -> usize {
        self.sandbox.books().count("POST", "/api/riffs")
    }

    /// How many riffs the service took.
    pub fn riffs_taken(&self) -> usize {
        self.sandbox.books().riffs.len()
    }

    pub fn told(&self, wanted: impl Fn(&Event) -> bool) -> usize {
        self.events
            .lock()
            .unwrap()
            .iter()
            .filter(|event| wanted(event))
            .count()
    }
}

/// Where both services are.
struct Services {
    riffkit: Url,
    hubfluencer: Url,
}

impl Services {
    fn of(sandbox: &Sandbox) -> Self {
        Self {
            riffkit: sandbox.riffkit_url(),
            hubfluencer: sandbox.hubfluencer_url(),
        }
    }
}

async fn open(
    folder: &TempDir,
    clock: &TestClock,
    services: &Services,
    events: &Arc<Mutex<Vec<Event>>>,
    browser: impl Browser,
    auto_save: AutoSave,
    machine: &Machine,
) -> Studio {
    let (sink, ticker) = (Arc::clone(events), clock.clone());
    let home = home(folder);
    Studio::open(Setup {
        preferences: Box::new(JsonPreferences::new(home.preferences())),
        home,
        server: Server::named(Service::Riffkit, services.riffkit.as_str()).unwrap(),
        hubfluencer: Some(HubAccess {
            server: Server::named(Service::Hubfluencer, services.hubfluencer.as_str()).unwrap(),
            given: GivenToken::None,
        }),
        vault: machine.vault,
        ports: studio::ports::Ports {
            clock: Arc::new(clock.clone()),
            browser: Arc::new(browser),
            disk: Arc::clone(&machine.disk),
            trash: Arc::clone(&machine.trash),
            sink: Arc::new(move |event| {
                sink.lock().unwrap().push(event);
                ticker.stir();
            }),
            keychain: Arc::clone(&machine.keychain),
        },
        auto_save,
        system_language: Language::English,
        has_ffmpeg: false,
    })
    .await
    .unwrap()
}

fn home(folder: &TempDir) -> Home {
    Home::at(folder.path().join("home"))
}

/// The clip that the repository ships.
pub fn sample() -> PathBuf {
    // Also from a test program of another package of the workspace.
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let mut samples = folders.map(|folder| folder.join("tests/fixtures/sample.mp4"));
    samples.find(|sample| sample.is_file()).unwrap()
}

/// The sample with room behind it, as big as asked.
pub fn big_clip(world: &World, bytes: u64) -> PathBuf {
    let path = world.folder.path().join("big.mp4");
    let mut clip = std::fs::read(sample()).unwrap();
    let filling = u32::try_from(bytes).unwrap();
    clip.extend_from_slice(&filling.to_be_bytes());
    clip.extend_from_slice(b"free");
    clip.resize(clip.len() + bytes as usize - 8, 0);
    std::fs::write(&path, clip).unwrap();
    path
}
