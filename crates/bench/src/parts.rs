//! A clip's upload to object storage as the app makes it: in parts of the service's size, through
//! the engine of transfers and the typed client with its hooks.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::future::{BoxFuture, FutureExt as _, ready};
use hubfluencer::{Api, FileRange, Hooks};
use transfer::{Address, Control, Parts, Pause, Setback, Throttle, Upload};
use url::Url;
use wire::{Client, Failure, Origin, Presigned, Settings, SourceFault};

use crate::Outcome;
use crate::engine::engine;

/// A clip on its way.
struct Clip {
    api: Api,
    object: Url,
    path: PathBuf,
    length: u64,
    part_size: u64,
    throttle: Throttle,
}

impl Parts for Clip {
    type Ack = String;
    type Error = Failure;

    fn deliver(&self, number: u32, _: Address) -> BoxFuture<'_, Result<String, Setback<Failure>>> {
        let mut place = self.object.clone();
        place.set_query(Some(&format!("partNumber={number}&uploadId=bench")));
        let start = u64::from(number - 1) * self.part_size;
        async move {
            let file = tokio::fs::File::open(&self.path).await.map_err(|error| {
                Setback::Final(Failure::Source(SourceFault::Unreadable(error.kind())))
            })?;
            let range = FileRange {
                file,
                start,
                length: self.part_size.min(self.length - start),
                file_length: self.length,
            };
            let hooks = Hooks::none()
                .progress(|_, _| {})
                .paced(self.throttle.pace());
            let place = Presigned::new(place);
            let put = self.api.put_part(&place, range, hooks);
            put.await.map_err(Setback::of_read)
        }
        .boxed()
    }

    fn taken(&self, _: u32, _: String) -> BoxFuture<'_, Result<(), Failure>> {
        ready(Ok(())).boxed()
    }

    fn lost(&self, _: u32, _: Option<Pause>) {}
}

/// Sends the file to the storage's object at `to`, in parts of so many bytes.
///
/// # Errors
/// A part was not taken.
pub async fn parts(to: &str, path: &Path, part_size: u64) -> Outcome<()> {
    let client = Client::new(Settings::new("reelwright-bench"))?;
    let object: Url = to.parse()?;
    let engine = engine();
    let clip = Clip {
        api: Api::new(client, Origin::of(&object)?),
        object,
        path: path.to_path_buf(),
        length: std::fs::metadata(path)?.len(),
        part_size,
        throttle: engine.throttle.clone(),
    };
    let count = u32::try_from(clip.length.div_ceil(part_size))?;
    let upload = Upload {
        parts: Arc::new(clip),
        missing: (1..=count).collect(),
        seed: 7,
    };
    Ok(engine.upload(upload, &Control::default()).await?)
}
