//! Opening the service: its records, its listener, and its ready token.

use std::sync::Arc;

use axum::Router;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::{
    idempotency::UnderWay,
    rate::Rates,
    records::{FILE, HubRecords, HubStore},
    router,
    service::{HubService, pace_ms},
};
use crate::{
    connection::{CuttableListener, loopback},
    objects::{self, Objects, Surroundings},
    render::Renderer,
    service::Folders,
    setup::{Setup, StartError},
    traffic::Traffic,
};

/// The service, ready to be served.
pub(crate) struct Opened {
    pub(crate) service: Arc<HubService>,
    /// The full-access token that is there from the start.
    pub(crate) token: String,
    /// Where its API listens.
    pub(crate) listener: CuttableListener,
    /// What its API answers.
    pub(crate) router: Router,
    /// Where its object storage listens, and what that answers.
    pub(crate) storage: (CuttableListener, Router),
}

/// Opens the service on the port of last time where it is free.
///
/// # Errors
/// What is wrong with the folder, its records, or the port.
pub(crate) async fn open(
    setup: &Setup,
    folders: Folders,
    renderer: Arc<Renderer>,
    closing: &CancellationToken,
) -> Result<Opened, StartError> {
    let path = folders.root().join(FILE);
    let folder = |source| StartError::Folder {
        path: path.clone(),
        source,
    };
    let store = HubStore::open(path.clone(), HubRecords::fresh(setup.hub_credits))?;
    let port = store.read(|records| records.port);
    let listener = CuttableListener::bind(port, closing.clone()).await;
    let listener = listener.map_err(StartError::Bind)?;
    let port = listener.port().map_err(StartError::Bind)?;
    let surroundings = Surroundings {
        clock: Arc::clone(&setup.clock),
        faults: setup.faults.clone(),
        closing: closing.clone(),
        front: setup.objects_front.clone(),
    };
    let (objects, storage) = Objects::open(folders.root(), surroundings).await?;
    let service = Arc::new(HubService {
        clock: Arc::clone(&setup.clock),
        faults: setup.faults.clone(),
        pace_ms: pace_ms(setup.pace),
        assists_per_day: setup.hub_assists,
        store,
        folders,
        traffic: Traffic::since(0),
        rates: Rates::default(),
        under_way: Arc::new(UnderWay::default()),
        renderer,
        objects: Arc::clone(&objects),
        upload_quota: setup.upload_quota,
        part_size: setup.part_size,
        base: loopback(port),
        closing: closing.clone(),
        changed: Notify::new(),
    });
    let token = service.change(|records, course| {
        records.port = port;
        records.tokens.ready(course.now)
    });
    let token = token.map_err(|error| folder(error.into()))??;
    service.resume();
    Ok(Opened {
        router: router(Arc::clone(&service)),
        service,
        token,
        listener,
        storage: (storage, objects::router(objects)),
    })
}
