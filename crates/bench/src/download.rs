//! A reel's way to disk as the app goes it: the engine of transfers, in ranges where the server
//! allows it, into a part that is synced and then renamed.

use std::path::Path;
use std::sync::Arc;

use futures_util::future::{BoxFuture, FutureExt as _, ready};
use tokio::sync::Mutex;
use transfer::{Control, Download, Head, Ledger, NotKept, Progress, Record, Setback, Source};
use url::Url;
use wire::{Client, Failure, Portion, Settings, Streamed};

use crate::Outcome;
use crate::engine::engine;

/// An object behind one address.
struct Object {
    client: Client,
    address: Url,
}

impl Source for Object {
    type Error = Failure;

    fn open(&self, portion: Portion) -> BoxFuture<'_, Result<Streamed, Setback<Failure>>> {
        async move {
            let opened = self.client.get_stream(self.address.clone(), None, &portion);
            opened.await.map_err(Setback::of_read)
        }
        .boxed()
    }

    fn renew(&self) -> BoxFuture<'_, Result<(), Setback<Failure>>> {
        ready(Ok(())).boxed()
    }

    fn setback(&self, failure: Failure) -> Setback<Failure> {
        Setback::of_read(failure)
    }

    fn accepts(&self, _: &Head, first: &[u8]) -> bool {
        matches!(clip::sniff(first), clip::Sniffed::Video(_))
    }
}

/// Keeps its record as the app's journal does, but in memory.
#[derive(Default)]
struct Notes(Mutex<Option<Record>>);

impl Ledger for Notes {
    fn keep(&self, record: Record) -> BoxFuture<'_, Result<(), NotKept>> {
        async move {
            *self.0.lock().await = Some(record);
            Ok(())
        }
        .boxed()
    }

    fn forget(&self) -> BoxFuture<'_, ()> {
        async move { *self.0.lock().await = None }.boxed()
    }

    fn progress(&self, _: Progress) {}
}

/// Fetches the object at `from` into a file at `to`.
///
/// # Errors
/// It did not come whole.
pub async fn download(from: &str, to: &Path) -> Outcome<()> {
    let source = Object {
        client: Client::new(Settings::new("reelwright-bench"))?,
        address: from.parse()?,
    };
    let part = to.with_extension("part");
    let download = Download {
        source: Arc::new(source),
        ledger: Arc::new(Notes::default()),
        part: part.clone(),
        record: None,
        seed: 7,
    };
    engine().download(download, &Control::default()).await?;
    Ok(std::fs::rename(part, to)?)
}
