//! Object storage on an origin of its own: files behind presigned links, in one part or in many,
//! as S3 and its kin serve them.
//!
//! It knows nothing of the service that hands its links out. Whoever holds a link needs nothing
//! else, and may bring nothing else: a bearer token or a cookie here is a client's mistake.

mod books;
mod deposit;
mod in_flight;
mod multipart;
mod presign;
mod read;
mod receive;
mod records;
mod refusal;
mod router;
mod sums;
mod write;

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use axum::http::Method;
use tokio_util::sync::CancellationToken;
use url::Url;

pub use books::{ObjectEntry, OpenUpload, PutEntry, StorageBooks};
pub(crate) use multipart::Incomplete;
pub(crate) use router::router;
pub(crate) use sums::sha256;

use crate::{
    clock::Clock,
    connection::{CuttableListener, loopback},
    faults::Faults,
    moment::Millis,
    setup::StartError,
    signature::secret,
    state::Store,
    traffic::Traffic,
};
use in_flight::InFlight;
use presign::{Grant, Presigner};
use records::{Object, ObjectRecords};

/// The first part of every path.
const BUCKET: &str = "hubfluencer-media";
const RECORDS: &str = "objects.json";
const FOLDER: &str = "objects";
/// Begins the names of files that are still being received.
const INCOMING: &str = "incoming-";

/// What the storage needs from the sandbox around it.
pub(crate) struct Surroundings {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) faults: Faults,
    pub(crate) closing: CancellationToken,
    /// What clients are told instead of the storage's own address.
    pub(crate) front: Option<Url>,
}

/// The object storage.
pub(crate) struct Objects {
    folder: PathBuf,
    /// Where it listens.
    own: Url,
    /// The same, as clients are told it.
    origin: Url,
    store: Store<ObjectRecords>,
    presigner: Presigner,
    traffic: Traffic,
    in_flight: InFlight,
    clock: Arc<dyn Clock>,
    faults: Faults,
    closing: CancellationToken,
}

/// What a HEAD of an object says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// Its length.
    pub(crate) bytes: u64,
    /// The content type that its PUT came with.
    pub(crate) content_type: String,
}

impl Objects {
    /// Opens the storage in the data folder `data`, and the listener for [`router`]: on the port
    /// of last time where that is free.
    ///
    /// # Errors
    /// What is wrong with the folder, the records in it, or the ports.
    pub(crate) async fn open(
        data: &Path,
        surroundings: Surroundings,
    ) -> Result<(Arc<Self>, CuttableListener), StartError> {
        let folder = data.join(FOLDER);
        let refused = |source| StartError::Folder {
            path: folder.clone(),
            source,
        };
        std::fs::create_dir_all(&folder).map_err(refused)?;
        let fresh = ObjectRecords {
            secret: secret()?,
            ..ObjectRecords::default()
        };
        let store = Store::open(data.join(RECORDS), fresh)?;
        store.read(|records| tidy(&folder, records));
        let (port, secret) = store.read(|records| (records.port, records.secret.clone()));
        let Surroundings {
            clock,
            faults,
            closing,
            front,
        } = surroundings;
        let bound = CuttableListener::bind(port, closing.clone()).await;
        let listener = bound.map_err(StartError::Bind)?;
        let port = listener.port().map_err(StartError::Bind)?;
        let kept = store.change(|records| records.port = port);
        kept.map_err(|error| refused(error.into()))?;
        let objects = Arc::new(Self {
            folder: std::path::absolute(&folder).map_err(refused)?,
            own: loopback(port),
            origin: front.unwrap_or_else(|| loopback(port)),
            store,
            presigner: Presigner::new(secret),
            traffic: Traffic::since(0),
            in_flight: InFlight::default(),
            clock,
            faults,
            closing,
        });
        Ok((objects, listener))
    }

    /// Where it listens.
    pub(crate) fn own(&self) -> &Url {
        &self.own
    }

    /// A link to read an object with, for as long as `ttl`.
    pub(crate) fn presign_get(&self, key: &str, ttl: Duration) -> Url {
        self.presign(Method::GET, key, None, Vec::new(), ttl)
    }

    /// A link to write a whole object with: once or again, for as long as `ttl`, with exactly this
    /// content type.
    pub(crate) fn presign_put(&self, key: &str, content_type: &str, ttl: Duration) -> Url {
        self.presign(Method::PUT, key, Some(content_type), Vec::new(), ttl)
    }

    fn presign(
        &self,
        method: Method,
        key: &str,
        content_type: Option<&str>,
        words: Vec<(&'static str, String)>,
        ttl: Duration,
    ) -> Url {
        let grant = Grant {
            method,
            path: &format!("/{BUCKET}/{key}"),
            words,
            content_type,
        };
        self.presigner.link(&self.origin, grant, self.now(), ttl)
    }

    /// What there is at a key.
    pub(crate) fn head(&self, key: &str) -> Option<Head> {
        self.store.read(|records| {
            records.objects.get(key).map(|object| Head {
                bytes: object.bytes,
                content_type: object.content_type.clone(),
            })
        })
    }

    /// The file that holds an object.
    pub(crate) fn path(&self, key: &str) -> Option<PathBuf> {
        self.store.read(|records| {
            let object = records.objects.get(key)?;
            Some(self.folder.join(&object.file))
        })
    }

    /// Takes an object away, if it is there.
    ///
    /// # Errors
    /// Where the records can't be written.
    pub(crate) fn remove(&self, key: &str) -> io::Result<()> {
        let gone = self
            .store
            .change(|records| records.objects.remove(key))
            .map_err(io::Error::from)?;
        if let Some(Object { file, .. }) = gone {
            self.forget(&file);
        }
        Ok(())
    }

    fn now(&self) -> Millis {
        self.clock.now().as_millisecond()
    }

    /// Removes a file that nothing names any more.
    fn forget(&self, file: &str) {
        if let Err(error) = std::fs::remove_file(self.folder.join(file)) {
            tracing::warn!(%error, "a file of the object storage could not be removed");
        }
    }
}

/// Takes away what a killed process left half received.
fn tidy(folder: &Path, records: &ObjectRecords) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    let named: std::collections::HashSet<&str> = records.files().collect();
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| named.contains(name)) {
            continue;
        }
        if let Err(error) = std::fs::remove_file(entry.path()) {
            tracing::warn!(%error, "an unfinished object could not be removed");
        }
    }
}
