//! A server on loopback that answers by hand, byte by byte.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use url::Url;
use wire::{Client, Credential, Origin, Secret, Settings};

/// A client that loses patience quickly.
pub fn client() -> Client {
    let mut settings = Settings::new("reelwright-test/1");
    settings.connect_timeout = Duration::from_secs(5);
    settings.read_timeout = Duration::from_secs(5);
    settings.upload_answer_timeout = Duration::from_secs(5);
    Client::new(settings).unwrap()
}

/// A client that takes any silence for the end.
pub fn impatient() -> Client {
    let mut settings = Settings::new("reelwright-test/1");
    settings.read_timeout = Duration::from_millis(150);
    settings.upload_answer_timeout = Duration::from_millis(150);
    Client::new(settings).unwrap()
}

pub struct Server {
    pub listener: TcpListener,
    pub origin: Origin,
}

impl Server {
    pub async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        Self {
            listener,
            origin: format!("http://127.0.0.1:{port}").parse().unwrap(),
        }
    }

    pub fn at(&self, path: &str) -> Url {
        self.origin.at(path)
    }

    pub fn cookie(&self) -> Credential {
        Credential::cookie(
            self.origin.clone(),
            "vee_session",
            Secret::new("s3cret".to_owned()),
        )
        .unwrap()
    }

    pub async fn accept(&self) -> Peer {
        let (stream, _) = self.listener.accept().await.unwrap();
        Peer {
            stream,
            early: Vec::new(),
        }
    }

    /// Answers one request after another with these, and gives the requests' heads back.
    pub fn answering(self, answers: Vec<String>) -> JoinHandle<Vec<String>> {
        tokio::spawn(async move {
            let mut heads = Vec::new();
            for answer in answers {
                let mut peer = self.accept().await;
                heads.push(peer.head().await);
                peer.say(&answer).await;
                peer.close().await;
            }
            heads
        })
    }
}

pub struct Peer {
    pub stream: TcpStream,
    early: Vec<u8>,
}

impl Peer {
    /// The request's head, lower-cased.
    pub async fn head(&mut self) -> String {
        self.head_if_any().await.expect("a head")
    }

    /// How much was announced and how much came, of a request that may not come whole.
    pub async fn share(mut self) -> (usize, usize) {
        let Some(head) = self.head_if_any().await else {
            return (usize::MAX, 0);
        };
        let total = announced(&head);
        (total, self.body(total).await.len())
    }

    async fn head_if_any(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.early.windows(4).position(|four| four == b"\r\n\r\n") {
                let body = self.early.split_off(end + 4);
                let head = std::mem::replace(&mut self.early, body);
                return Some(String::from_utf8(head).unwrap().to_lowercase());
            }
            let mut piece = [0; 1024];
            let read = self.stream.read(&mut piece).await.unwrap_or(0);
            if read == 0 {
                return None;
            }
            self.early.extend_from_slice(&piece[..read]);
        }
    }

    /// Body bytes until there are `length`, or the client hangs up.
    pub async fn body(&mut self, length: usize) -> Vec<u8> {
        let mut body = std::mem::take(&mut self.early);
        let mut piece = vec![0; 64 * 1024];
        while body.len() < length {
            match self.stream.read(&mut piece).await {
                Ok(0) | Err(_) => break,
                Ok(read) => body.extend_from_slice(&piece[..read]),
            }
        }
        body
    }

    pub async fn say(&mut self, text: &str) {
        self.stream.write_all(text.as_bytes()).await.unwrap();
    }

    pub async fn close(mut self) {
        let _ = self.stream.shutdown().await;
    }
}

/// A whole answer that ends the connection.
pub fn answer(status: &str, content_type: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

pub fn json(status: &str, body: &str) -> String {
    answer(status, "application/json", body)
}

pub fn redirect(to: &str) -> String {
    format!(
        "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )
}

/// A header's value in a lower-cased head.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// The announced length of a body, which is never sent in chunks of unknown number.
pub fn announced(head: &str) -> usize {
    assert_eq!(header(head, "transfer-encoding"), None);
    header(head, "content-length")
        .expect("a length")
        .parse()
        .unwrap()
}
