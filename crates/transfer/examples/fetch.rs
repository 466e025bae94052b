//! Fetches a file as the program does, to be measured: `fetch URL FILE [CONNECTIONS]`.

use std::path::PathBuf;
use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use transfer::{
    Control, Download, Engine, Head, Ledger, Network, Progress, Record, Setback, Settings, Source,
    SystemClock, SystemDisk, Throttle,
};
use wire::{Client, Failure, Portion, Streamed};

struct Web {
    client: Client,
    url: url::Url,
}

impl Source for Web {
    type Error = Failure;

    fn open(&self, portion: Portion) -> BoxFuture<'_, Result<Streamed, Setback<Failure>>> {
        async move {
            let opened = self.client.get_stream(self.url.clone(), None, &portion);
            opened.await.map_err(Setback::of_read)
        }
        .boxed()
    }

    fn renew(&self) -> BoxFuture<'_, Result<(), Setback<Failure>>> {
        async { Ok(()) }.boxed()
    }

    fn setback(&self, failure: Failure) -> Setback<Failure> {
        Setback::of_read(failure)
    }

    fn accepts(&self, _: &Head, _: &[u8]) -> bool {
        true
    }
}

struct Nobody;

impl Ledger for Nobody {
    fn keep(&self, _: Record) -> BoxFuture<'_, ()> {
        async {}.boxed()
    }

    fn forget(&self) -> BoxFuture<'_, ()> {
        async {}.boxed()
    }

    fn progress(&self, _: Progress) {}
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("fetch URL FILE [CONNECTIONS]".into());
    };
    let mut settings = Settings::default();
    if let Some(connections) = arguments.next() {
        settings.connections = connections.parse()?;
    }
    let clock = Arc::new(SystemClock);
    let engine = Engine {
        throttle: Throttle::unlimited(clock.clone()),
        clock,
        disk: Arc::new(SystemDisk),
        network: Network::new(),
        settings,
    };
    let job = Download {
        source: Arc::new(Web {
            client: Client::new(wire::Settings::new("reelwright-fetch/1"))?,
            url: url.parse()?,
        }),
        ledger: Arc::new(Nobody),
        part: PathBuf::from(file),
        record: None,
        seed: 0,
    };
    let whole = engine.download(job, &Control::new()).await?;
    println!("{} bytes", whole.bytes);
    Ok(())
}
