//! Sends a file as the program does, to be measured: `send URL FILE` as a form, `send URL FILE
//! PART_SIZE` in parts.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use transfer::{
    Address, Control, Engine, Network, Parts, Pause, Setback, Settings, SystemClock, SystemDisk,
    Throttle, Upload,
};
use url::Url;
use wire::upload::{FilePart, FileRange, Hooks, Multipart};
use wire::{Client, Failure, Presigned};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

struct Object {
    client: Client,
    throttle: Throttle,
    to: Url,
    file: PathBuf,
    length: u64,
    part_size: u64,
}

impl Parts for Object {
    type Ack = Option<String>;
    type Error = Failure;

    fn deliver(
        &self,
        number: u32,
        _: Address,
    ) -> BoxFuture<'_, Result<Self::Ack, Setback<Self::Error>>> {
        async move {
            let mut to = self.to.clone();
            to.set_query(Some(&format!("partNumber={number}&uploadId=bench")));
            let start = u64::from(number - 1) * self.part_size;
            let file = tokio::fs::File::open(&self.file).await.map_err(|error| {
                let fault = wire::SourceFault::Unreadable(error.kind());
                Setback::Final(Failure::Source(fault))
            })?;
            let range = FileRange {
                file,
                start,
                length: self.part_size.min(self.length - start),
                file_length: self.length,
            };
            let hooks = Hooks::none().paced(self.throttle.pace());
            let to = Presigned::new(to);
            let stored = self.client.put_range(&to, range, None, hooks).await;
            stored.map(|stored| stored.etag).map_err(Setback::of_read)
        }
        .boxed()
    }

    fn taken(&self, _: u32, _: Self::Ack) -> BoxFuture<'_, Result<(), Failure>> {
        async { Ok(()) }.boxed()
    }

    fn lost(&self, _: u32, _: Option<Pause>) {}
}

async fn as_form(client: &Client, to: Url, file: &Path) -> Outcome<()> {
    let opened = tokio::fs::File::open(file).await?;
    let part = FilePart {
        length: opened.metadata().await?.len(),
        file: opened,
        file_name: "clip.mp4".to_owned(),
        content_type: "video/mp4".to_owned(),
    };
    let form = Multipart::new().file("video", part);
    let sent = client.post_multipart::<serde_json::Value>(to, None, form, Hooks::none());
    match sent.await {
        // What the server has to say of it is of no interest here.
        Ok(_) | Err(Failure::NotTheService { status: 200, .. }) => Ok(()),
        Err(failure) => Err(failure.into()),
    }
}

async fn in_parts(client: Client, to: Url, file: PathBuf, part_size: u64) -> Outcome<()> {
    let clock = Arc::new(SystemClock);
    let engine = Engine {
        throttle: Throttle::unlimited(clock.clone()),
        clock,
        disk: Arc::new(SystemDisk),
        network: Network::new(),
        settings: Settings::default(),
    };
    let length = std::fs::metadata(&file)?.len();
    let count = u32::try_from(length.div_ceil(part_size))?;
    let object = Object {
        client,
        throttle: engine.throttle.clone(),
        to,
        file,
        length,
        part_size,
    };
    let job = Upload {
        parts: Arc::new(object),
        missing: (1..=count).collect(),
        seed: 0,
    };
    Ok(engine.upload(job, &Control::new()).await?)
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(to), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("send URL FILE [PART_SIZE]".into());
    };
    let client = Client::new(wire::Settings::new("reelwright-send/1"))?;
    match arguments.next() {
        None => as_form(&client, to.parse()?, Path::new(&file)).await,
        Some(size) => in_parts(client, to.parse()?, file.into(), size.parse()?).await,
    }
}
