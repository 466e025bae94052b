//! A server on loopback that does as it is told, and the source that asks it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use transfer::{Head, Setback, Source};
use url::Url;
use wire::{Client, Failure, Portion, Streamed};

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
