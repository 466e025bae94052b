//! A server on loopback that does as it is told, the source that asks it, and who keeps the record.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use transfer::{
    Checkpoint, Control, Download, Engine, Fault, Head, Ledger, Network, Progress, Record, Setback,
    Settings, Source, Throttle, Whole,
};
use url::Url;
use wire::{Client, Failure, Portion, Streamed};

use crate::clock::TestClock;

/// What is stored.
#[derive(Clone)]
pub struct Object {
    pub bytes: Arc<Vec<u8>>,
    pub etag: Option<&'static str>,
}

impl Object {
    /// So many bytes, different ones for each seed.
    pub fn of(length: usize, seed: u64, etag: &'static str) -> Self {
        let mut luck = fastrand::Rng::with_seed(seed);
        let mut bytes = vec![0; length];
        luck.fill(&mut bytes);
        Self {
            bytes: Arc::new(bytes),
            etag: Some(etag),
        }
    }
}

/// What a request asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// How many came before it.
    pub nth: usize,
    /// Which link: counted up with each renewal.
    pub link: u32,
    pub range: Option<(usize, Option<usize>)>,
    pub if_range: Option<String>,
}

/// What is answered.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<String>,
    pub body: Vec<u8>,
    /// Bytes after which the connection is cut.
    pub cut_after: Option<usize>,
    /// Held back until the test says so.
    pub hold: Option<Arc<tokio::sync::Notify>>,
}

impl Answer {
    pub fn status(status: u16) -> Self {
        Self {
            status,
            headers: vec!["Content-Length: 0".to_owned()],
            body: Vec::new(),
            cut_after: None,
            hold: None,
        }
    }

    pub fn html() -> Self {
        let body = b"<!doctype html><title>Sign in to the hotel</title>".to_vec();
        Self {
            headers: vec![
                "Content-Type: text/html".to_owned(),
                format!("Content-Length: {}", body.len()),
            ],
            body,
            ..Self::status(200)
        }
    }

    #[must_use]
    pub fn cut(mut self, after: usize) -> Self {
        self.cut_after = Some(after);
        self
    }

    #[must_use]
    pub fn header(mut self, header: &str) -> Self {
        self.headers.push(header.to_owned());
        self
    }

    /// As the standard has it.
    pub fn of(object: &Object, asked: &Asked) -> Self {
        let length = object.bytes.len();
        let is_same = asked.if_range.is_none() || asked.if_range.as_deref() == object.etag;
        let mut answer = match asked.range.filter(|_| is_same) {
            Some((start, _)) if start >= length => return Self::status(416),
            Some((start, last)) => {
                let end = last.map_or(length, |last| length.min(last + 1));
                let range = format!("Content-Range: bytes {start}-{}/{length}", end - 1);
                Self {
                    body: object.bytes[start..end].to_vec(),
                    headers: vec![range],
                    ..Self::status(206)
                }
            }
            None => Self {
                body: object.bytes.to_vec(),
                headers: Vec::new(),
                ..Self::status(200)
            },
        };
        answer
            .headers
            .push(format!("Content-Length: {}", answer.body.len()));
        answer.headers.push("Content-Type: video/mp4".to_owned());
        if let Some(etag) = object.etag {
            answer.headers.push(format!("ETag: {etag}"));
        }
        answer
    }

    /// As a server that knows no ranges.
    pub fn whole(object: &Object, asked: &Asked) -> Self {
        let asked = Asked {
            range: None,
            ..asked.clone()
        };
        Self::of(object, &asked)
    }
}

type Rule = dyn Fn(&Asked) -> Answer + Send + Sync;

/// The server, and all that was asked of it.
pub struct Server {
    pub asked: Arc<Mutex<Vec<Asked>>>,
    url: Url,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    pub async fn new(rule: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/o", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (rule, log): (Arc<Rule>, _) = (Arc::new(rule), Arc::clone(&asked));
        let task = tokio::spawn(async move {
            loop {
                let Ok((stream, _)) = listener.accept().await else {
                    return;
                };
                tokio::spawn(answer(stream, Arc::clone(&rule), Arc::clone(&log)));
            }
        });
        Self {
            asked,
            url: url.parse().unwrap(),
            task,
        }
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    pub fn source(&self) -> Arc<Web> {
        let mut settings = wire::Settings::new("reelwright-test/1");
        settings.read_timeout = Duration::from_secs(10);
        Arc::new(Web {
            client: Client::new(settings).unwrap(),
            url: self.url.clone(),
            link: AtomicU32::new(0),
        })
    }
}

async fn answer(mut stream: TcpStream, rule: Arc<Rule>, log: Arc<Mutex<Vec<Asked>>>) -> Option<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let header = |name: &str| {
        head.lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    };
    let range = header("range").map(|range| {
        let (start, last) = range
            .strip_prefix("bytes=")
            .unwrap()
            .split_once('-')
            .unwrap();
        (start.parse().unwrap(), last.parse().ok())
    });
    let link = head
        .split("link=")
        .nth(1)
        .unwrap()
        .split(' ')
        .next()
        .unwrap();
    let asked = {
        let mut log = log.lock().unwrap();
        let asked = Asked {
            nth: log.len(),
            link: link.parse().unwrap(),
            range,
            if_range: header("if-range").map(str::to_owned),
        };
        log.push(asked.clone());
        asked
    };
    let Answer {
        status,
        headers,
        body,
        cut_after,
        hold,
    } = rule(&asked);
    let head = format!(
        "HTTP/1.1 {status} X\r\n{}\r\nConnection: close\r\n\r\n",
        headers.join("\r\n")
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    let end = cut_after.unwrap_or(body.len()).min(body.len());
    let held = if hold.is_some() { end / 2 } else { end };
    stream.write_all(&body[..held]).await.ok()?;
    if let Some(hold) = hold {
        stream.flush().await.ok()?;
        hold.notified().await;
        stream.write_all(&body[held..end]).await.ok()?;
    }
    if end < body.len() {
        // What was written gets there: the end is early, but in order.
        stream.shutdown().await.ok()?;
        let mut rest = [0; 1024];
        while stream.read(&mut rest).await.ok()? > 0 {}
    }
    stream.shutdown().await.ok()
}

/// Asks the server, and takes anything for the object that does not call itself HTML.
pub struct Web {
    client: Client,
    url: Url,
    pub link: AtomicU32,
}

impl Source for Web {
    type Error = Failure;

    fn open(&self, portion: Portion) -> BoxFuture<'_, Result<Streamed, Setback<Failure>>> {
        async move {
            let mut url = self.url.clone();
            let link = self.link.load(Ordering::SeqCst);
            url.set_query(Some(&format!("link={link}")));
            let opened = self.client.get_stream(url, None, &portion).await;
            opened.map_err(Setback::of_read)
        }
        .boxed()
    }

    fn renew(&self) -> BoxFuture<'_, Result<(), Setback<Failure>>> {
        self.link.fetch_add(1, Ordering::SeqCst);
        async { Ok(()) }.boxed()
    }

    fn setback(&self, failure: Failure) -> Setback<Failure> {
        Setback::of_read(failure)
    }

    fn accepts(&self, head: &Head, first: &[u8]) -> bool {
        head.content_type.as_deref() != Some("text/html") && !first.starts_with(b"<!doctype")
    }
}

/// Keeps the record as a journal does, and can be the end of the program.
#[derive(Default)]
pub struct Book {
    pub record: Mutex<Option<Record>>,
    pub told: Mutex<Vec<Progress>>,
    /// Bytes at which somebody is to be told.
    pub mark: AtomicU64,
    pub reached: tokio::sync::Notify,
    pub forgotten: AtomicU32,
}

impl Book {
    /// Tells [`Book::reached`] once so many bytes are written.
    pub fn at(mark: u64) -> Arc<Self> {
        let book = Self::default();
        book.mark.store(mark, Ordering::SeqCst);
        Arc::new(book)
    }

    pub fn record(&self) -> Option<Record> {
        self.record.lock().unwrap().clone()
    }
}

impl Ledger for Book {
    fn keep(&self, record: Record) -> BoxFuture<'_, ()> {
        *self.record.lock().unwrap() = Some(record);
        async {}.boxed()
    }

    fn forget(&self) -> BoxFuture<'_, ()> {
        *self.record.lock().unwrap() = None;
        self.forgotten.fetch_add(1, Ordering::SeqCst);
        async {}.boxed()
    }

    fn progress(&self, progress: Progress) {
        self.told.lock().unwrap().push(progress);
        let mark = self.mark.load(Ordering::SeqCst);
        if mark > 0 && progress.bytes >= mark {
            self.reached.notify_one();
        }
    }
}

/// A disk with as much room as the test says.
pub struct Room(pub AtomicU64);

impl transfer::Disk for Room {
    fn free_bytes(&self, _: &std::path::Path) -> std::io::Result<u64> {
        Ok(self.0.load(Ordering::SeqCst))
    }
}

/// An engine for small objects, its clock, and a folder for parts.
pub struct Bench {
    pub engine: Engine,
    pub clock: TestClock,
    pub room: Arc<Room>,
    pub folder: tempfile::TempDir,
}

impl Bench {
    pub fn new() -> Self {
        let clock = TestClock::new();
        let room = Arc::new(Room(AtomicU64::new(u64::MAX)));
        let settings = Settings {
            parallel_from: 512 * 1024,
            smallest_range: 64 * 1024,
            checkpoint: Checkpoint {
                soonest: Duration::ZERO,
                bytes: 1,
                latest: Duration::ZERO,
            },
            reserve: 0,
            ..Settings::default()
        };
        let engine = Engine {
            clock: clock.shared(),
            disk: Arc::<Room>::clone(&room),
            throttle: Throttle::unlimited(clock.shared()),
            network: Network::new(),
            settings,
        };
        Self {
            engine,
            clock,
            room,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn part(&self) -> PathBuf {
        self.folder.path().join("x.mp4.part")
    }

    /// One run, with what the book has of the runs before it.
    pub async fn run(
        &self,
        source: &Arc<Web>,
        book: &Arc<Book>,
        control: &Control,
    ) -> Result<Whole, Fault<Failure>> {
        let job = Download {
            source: Arc::clone(source),
            ledger: Arc::clone(book),
            part: self.part(),
            record: book.record(),
            seed: 1,
        };
        self.clock.drive(self.engine.download(job, control)).await
    }

    /// What one run of an undisturbed person comes to, with what was asked for it.
    pub async fn once(&self, server: &Server) -> Result<Whole, Fault<Failure>> {
        self.run(&server.source(), &Arc::default(), &Control::new())
            .await
    }

    pub fn written(&self) -> Vec<u8> {
        std::fs::read(self.part()).unwrap()
    }
}
