//! Starting and stopping.

use std::{fmt, future::IntoFuture, path::Path, sync::Arc, time::Duration};

use axum::Router;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::{
    books::Books,
    cast::Cast,
    clock::Skewed,
    connection::{CuttableListener, Line, loopback},
    faults::Faults,
    hubfluencer::{self, HubBooks, HubService},
    moment::Millis,
    objects::StorageBooks,
    overlaps::Uploads,
    pages::Pages,
    render::{Renderer, captions::Captions, put_sample, script::Scripts},
    riffkit,
    running::{Hold, Running},
    service::{Folders, Service},
    setup::{Setup, StartError},
    signature::{Signer, secret},
    state::{
        CREDITS_PER_SECOND, Past, Ports, Records, Schedule, Store, Totals, User, Wanted, new_id,
    },
    storage,
    team::Roster,
    templates::Templates,
    traffic::Traffic,
};

/// The file of Riffkit's records in the data folder.
const RECORDS: &str = "records.json";

/// Uploads that outlive a restart; each may be 100 MB.
const KEPT_UPLOADS: usize = 30;

/// How long a stop waits for answers that are under way.
const STOP_PATIENCE: Duration = Duration::from_secs(2);

/// A running sandbox. Dropping it cuts its connections; [`Sandbox::stop`] also waits until
/// everything has ended and another may take its folder.
pub struct Sandbox {
    service: Arc<Service>,
    hub: Arc<HubService>,
    running: Running,
    servers: Vec<JoinHandle<()>>,
    hold: Hold,
}

impl Sandbox {
    /// Starts a sandbox on its loopback ports: those of last time where they are free.
    ///
    /// # Errors
    /// [`StartError::Busy`] where another process serves the folder; otherwise what is wrong with
    /// the folder, its records, or the ports.
    pub async fn start(mut setup: Setup) -> Result<Self, StartError> {
        setup.clock = Arc::new(Skewed {
            clock: setup.clock,
            faults: setup.faults.clone(),
        });
        let folders = prepare(&setup.data)?;
        let hold = Hold::take(folders.root())?;
        tidy(&folders.uploads());
        let now = setup.clock.now().as_millisecond();
        let store = Store::open(folders.root().join(RECORDS), fresh(&setup, now)?)?;
        let unreadable = |source| StartError::Unreadable {
            path: setup.data.clone(),
            source,
        };
        let captions = Captions::carried().map_err(unreadable)?;
        let roster = store.read(|records| Roster::of(setup.team, &records.user));
        let sample = put_sample(&folders.sample(), &folders.sample_picture());
        let sample = sample.map_err(|source| StartError::Folder {
            path: folders.reels(),
            source,
        })?;
        let cast = Cast::carried().map_err(unreadable)?;
        let began = store.read(|records| records.user.created);
        let templates = Templates::there(setup.templates, began).map_err(unreadable)?;
        let past = Past::invent(&Wanted {
            reels: setup.reels,
            days: setup.past_days,
            roster: &roster,
            until: began,
            templates: &templates.fresh(),
            characters: &cast.able(),
            captions: &captions,
            sample: sample.into(),
        })
        .map_err(unreadable)?;
        let closing = CancellationToken::new();
        let (ports, key, upload_bytes) = store.read(|records| {
            let key = records.signing_key.clone();
            (records.ports, key, records.totals.upload_bytes)
        });
        let bind = async |port| {
            let listener = CuttableListener::bind(port, closing.clone()).await?;
            let port = listener.port()?;
            Ok((listener, port))
        };
        let (api, api_port) = bind(ports.riffkit).await.map_err(StartError::Bind)?;
        let (files, files_port) = bind(ports.storage).await.map_err(StartError::Bind)?;
        let renderer = Arc::new(Renderer::new(&setup.ffmpeg));
        let opened = hubfluencer::open(&setup, folders.clone(), Arc::clone(&renderer), &closing);
        let hubfluencer::Opened {
            service: hub,
            token,
            listener,
            router,
            storage: (object_listener, object_router),
        } = opened.await?;
        let service = Arc::new(Service {
            clock: setup.clock,
            faults: setup.faults,
            schedule: Schedule::of(setup.pace),
            store,
            traffic: Traffic::since(upload_bytes),
            signer: Signer::new(key),
            captions,
            cast,
            uploads: Uploads::default(),
            scripts: Scripts::carried().map_err(unreadable)?,
            pages: Pages::carried().map_err(unreadable)?,
            renderer,
            base: loopback(api_port),
            storage: loopback(files_port),
            storage_front: setup.storage_front,
            max_render_seconds: setup.max_render_seconds,
            roster,
            skill_version: setup.skill_version,
            sign_in_interval: setup.sign_in_interval,
            closing: closing.clone(),
            folders,
        });
        let kept = service.change(|records, _| {
            records.past = Arc::new(past);
            records.templates = Arc::new(templates);
            records.ports = Ports {
                riffkit: api_port,
                storage: files_port,
            };
        });
        kept.map_err(|error| StartError::Folder {
            path: setup.data.clone(),
            source: error.into(),
        })?;
        for asset_id in service.unrendered() {
            service.render_soon(&asset_id);
        }
        let running = Running {
            riffkit: service.base.clone(),
            hubfluencer: hub.base.clone(),
            hubfluencer_token: token,
        };
        let servers = vec![
            serve(api, riffkit::router(Arc::clone(&service)), &closing),
            serve(files, storage::router(Arc::clone(&service)), &closing),
            serve(listener, router, &closing),
            serve(object_listener, object_router, &closing),
        ];
        hold.announce(&running)?;
        Ok(Self {
            service,
            hub,
            running,
            servers,
            hold,
        })
    }

    /// The base address of its Riffkit, like `http://127.0.0.1:49152/`.
    #[must_use]
    pub fn riffkit_url(&self) -> Url {
        self.running.riffkit.clone()
    }

    /// The base address of its Hubfluencer, another origin than Riffkit's.
    #[must_use]
    pub fn hubfluencer_url(&self) -> Url {
        self.running.hubfluencer.clone()
    }

    /// The full-access token of its Hubfluencer that is there from the start, and still after a
    /// restart.
    #[must_use]
    pub fn hubfluencer_token(&self) -> String {
        self.running.hubfluencer_token.clone()
    }

    /// The base address of Hubfluencer's object storage, another origin than the API's.
    #[must_use]
    pub fn objects_url(&self) -> Url {
        self.hub.objects.own().clone()
    }

    /// What really happened at Hubfluencer's object storage, as of now.
    #[must_use]
    pub fn storage_books(&self) -> StorageBooks {
        self.hub.objects.books()
    }

    /// The base address of Riffkit's file storage, another origin than the API's.
    #[must_use]
    pub fn storage_url(&self) -> Url {
        self.service.storage.clone()
    }

    /// The faults; arm them at any time.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.service.faults
    }

    /// What really happened, as of now.
    #[must_use]
    pub fn books(&self) -> Books {
        self.service.books()
    }

    /// What really happened at its Hubfluencer, as of now.
    #[must_use]
    pub fn hub_books(&self) -> HubBooks {
        self.hub.books()
    }

    /// The document that describes every endpoint of its Hubfluencer (OpenAPI 3.1, JSON). It is
    /// made from the routes, and needs no running sandbox.
    #[must_use]
    pub fn hubfluencer_openapi() -> String {
        hubfluencer::openapi()
    }

    /// The document that describes every endpoint of its Riffkit (OpenAPI 3.1, JSON). It is made
    /// from the routes, and needs no running sandbox.
    #[must_use]
    pub fn openapi() -> String {
        riffkit::openapi()
    }

    /// Stops it: cuts what is under way, waits until it has ended, and gives the folder back.
    pub async fn stop(mut self) {
        self.service.closing.cancel();
        for mut server in std::mem::take(&mut self.servers) {
            if tokio::time::timeout(STOP_PATIENCE, &mut server)
                .await
                .is_err()
            {
                tracing::warn!("a server of the sandbox did not end by itself");
                server.abort();
            }
        }
        self.service.renderer.stop().await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.service.closing.cancel();
        self.hold.withdraw();
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Sandbox")
            .field("running", &self.running)
            .finish_non_exhaustive()
    }
}

fn serve(
    listener: CuttableListener,
    router: Router,
    closing: &CancellationToken,
) -> JoinHandle<()> {
    let server = axum::serve(
        listener,
        router.into_make_service_with_connect_info::<Line>(),
    )
    .with_graceful_shutdown(closing.clone().cancelled_owned())
    .into_future();
    tokio::spawn(async move {
        if let Err(error) = server.await {
            tracing::error!(%error, "a server of the sandbox ended");
        }
    })
}

/// Makes the folder and its parts.
fn prepare(data: &Path) -> Result<Folders, StartError> {
    let make = || {
        std::fs::create_dir_all(data)?;
        // Absolute, as programs are run in other folders.
        let folders = Folders::new(std::path::absolute(data)?);
        std::fs::create_dir_all(folders.uploads())?;
        std::fs::create_dir_all(folders.reels())?;
        std::fs::create_dir_all(folders.pictures())?;
        Ok(folders)
    };
    make().map_err(|source| StartError::Folder {
        path: data.to_owned(),
        source,
    })
}

/// Takes away what a killed process left half done, and the oldest uploads: what is made from
/// their templates later starts from a pattern, as with a link.
fn tidy(uploads: &Path) {
    let Ok(entries) = std::fs::read_dir(uploads) else {
        return;
    };
    let mut kept = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = entry.path();
        let gone = if name.starts_with("incoming-") {
            std::fs::remove_file(path)
        } else if name.starts_with("render-") {
            std::fs::remove_dir_all(path)
        } else {
            let changed = entry.metadata().and_then(|metadata| metadata.modified());
            kept.extend(changed.ok().map(|changed| (changed, path)));
            Ok(())
        };
        if let Err(error) = gone {
            tracing::warn!(%error, "an unfinished file of the sandbox could not be removed");
        }
    }
    kept.sort();
    let surplus = kept.len().saturating_sub(KEPT_UPLOADS);
    for (_, path) in kept.into_iter().take(surplus) {
        if let Err(error) = std::fs::remove_file(path) {
            tracing::warn!(%error, "an old upload of the sandbox could not be removed");
        }
    }
}

/// The records of a new data folder.
fn fresh(setup: &Setup, now: Millis) -> Result<Records, StartError> {
    Ok(Records {
        user: User {
            id: new_id(),
            email: "creator@sandbox.invalid".to_owned(),
            scope_id: new_id(),
            created: now,
            last_login: None,
        },
        signing_key: secret()?,
        ports: Ports::default(),
        sessions: Vec::new(),
        flows: Vec::new(),
        credits: (setup.balance_seconds * CREDITS_PER_SECOND as f64).round() as i64,
        submits: Vec::new(),
        batches: Vec::new(),
        tasks: Vec::new(),
        formulas: Vec::new(),
        rendered: std::collections::BTreeMap::new(),
        assets: Vec::new(),
        totals: Totals::default(),
        charges: Vec::new(),
        materials: Vec::new(),
        products: Vec::new(),
        staleness: std::collections::BTreeMap::new(),
        template_uses: std::collections::BTreeMap::new(),
        templates: Arc::default(),
        past: Arc::default(),
    })
}
