//! A road to a server of this machine, which can be made as bad as roads are.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::chance::Chance;

/// Pieces that are passed on, in bytes.
const PIECE: usize = 16 * 1024;
/// A slow road's pieces: a byte at a time would take longer than anybody waits.
const DRIBBLE: usize = 512;

/// How a road is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As it should be.
    Good,
    /// Nobody listens at its end.
    Refused,
    /// The line is cut after so many bytes of an answer.
    CutAnswer(usize),
    /// The line is cut after so many bytes of what is asked.
    CutAsking(usize),
    /// Bytes come in small pieces, with this pause after each, both ways.
    Slow(Duration),
    /// One of so many pieces is the last: the line is reset after it.
    Lossy(u64),
    /// Whatever is asked, another address is the answer.
    Elsewhere,
    /// Whatever is asked, a page with a form is the answer.
    Page,
    /// Something listens that speaks no HTTP.
    Noise,
}

/// A road, from its own port to where it leads.
pub struct Road {
    port: u16,
    state: Arc<Mutex<State>>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

struct State {
    manner: Manner,
    /// The port at its end.
    end: u16,
    chance: Chance,
}

impl Road {
    /// A road that leads nowhere yet.
    pub async fn begun(seed: u64) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let road = Self {
            port: listener.local_addr().expect("bound").port(),
            state: Arc::new(Mutex::new(State {
                manner: Manner::Good,
                end: 0,
                chance: Chance(seed),
            })),
            listening: Mutex::default(),
        };
        road.listen(listener);
        road
    }

    /// From now on it leads to this port.
    pub fn leads_to(&self, port: u16) {
        self.state.lock().unwrap().end = port;
    }

    /// Its address, at a name of this machine.
    pub fn address(&self, host: &str) -> String {
        format!("http://{host}:{}/", self.port)
    }

    /// Makes it so, for every line from now on.
    pub async fn becomes(&self, manner: Manner) {
        let before = std::mem::replace(&mut self.state.lock().unwrap().manner, manner);
        if manner == Manner::Refused {
            if let Some(listening) = self.listening.lock().unwrap().take() {
                listening.abort();
            }
        } else if before == Manner::Refused {
            // The one before is closed as soon as its task has been swept away.
            let listener = loop {
                match TcpListener::bind(("127.0.0.1", self.port)).await {
                    Ok(listener) => break listener,
                    Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
                }
            };
            self.listen(listener);
        }
    }

    fn listen(&self, listener: TcpListener) {
        let state = Arc::clone(&self.state);
        let listening = tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                let _ = line.set_nodelay(true);
                tokio::spawn(passed(line, Arc::clone(&state)));
            }
        });
        *self.listening.lock().unwrap() = Some(listening);
    }
}

impl Drop for Road {
    fn drop(&mut self) {
        if let Some(listening) = self.listening.lock().unwrap().take() {
            listening.abort();
        }
    }
}

/// One line, both ways, until either side ends or the road breaks.
async fn passed(mut line: TcpStream, state: Arc<Mutex<State>>) {
    let (manner, end, seed) = {
        let mut state = state.lock().unwrap();
        (state.manner, state.end, state.chance.next())
    };
    match manner {
        Manner::Elsewhere => {
            return answered(
                line,
                "302 Found",
                "Location: http://portal.example/login\r\n",
                "",
            )
            .await;
        }
        Manner::Page => return answered(line, "200 OK", "Content-Type: text/html\r\n", PAGE).await,
        Manner::Noise => {
            let _ = line
                .write_all(b"\x00\x01\x02 220 not what you think\r\n\r\n")
                .await;
            return;
        }
        _ => {}
    }
    let Ok(server) = TcpStream::connect(("127.0.0.1", end)).await else {
        return;
    };
    let _ = server.set_nodelay(true);
    let ending = {
        let (mut from_client, mut to_client) = line.split();
        let (mut from_server, mut to_server) = server.into_split();
        let there = Carriage {
            manner,
            way: Way::There,
            chance: Chance(seed),
            state: &state,
        };
        let back = Carriage {
            manner,
            way: Way::Back,
            chance: Chance(!seed),
            state: &state,
        };
        tokio::select! {
            ending = there.carried(&mut from_client, &mut to_server) => ending,
            ending = back.carried(&mut from_server, &mut to_client) => ending,
        }
    };
    if ending == Ending::Broken {
        // A reset, not a farewell.
        let _ = line.set_zero_linger();
    }
}

const PAGE: &str =
    "<!doctype html><title>Welcome</title><form>Accept the terms to go online</form>";

/// Reads what is asked as far as its head, and answers so.
async fn answered(mut line: TcpStream, status: &str, header: &str, body: &str) {
    let mut piece = vec![0; PIECE];
    let _ = line.read(&mut piece).await;
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\n{header}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    let _ = line.write_all(answer.as_bytes()).await;
    let _ = line.shutdown().await;
    // Whoever is still sending is heard out, or a reset would swallow the answer.
    while matches!(line.read(&mut piece).await, Ok(1..)) {}
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    There,
    Back,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// A side had no more to say.
    Quiet,
    /// The road broke.
    Broken,
}

/// What goes one way over a line.
struct Carriage<'a> {
    manner: Manner,
    way: Way,
    chance: Chance,
    state: &'a Mutex<State>,
}

impl Carriage<'_> {
    /// Carries bytes, as the manner has it.
    async fn carried(
        mut self,
        from: &mut (impl AsyncRead + Unpin),
        to: &mut (impl AsyncWrite + Unpin),
    ) -> Ending {
        let is_slow = matches!(self.manner, Manner::Slow(_));
        let mut piece = vec![0; if is_slow { DRIBBLE } else { PIECE }];
        let mut left = match (self.manner, self.way) {
            (Manner::CutAnswer(bytes), Way::Back) | (Manner::CutAsking(bytes), Way::There) => bytes,
            _ => usize::MAX,
        };
        loop {
            let length = match from.read(&mut piece).await {
                Ok(0) => {
                    let _ = to.shutdown().await;
                    if self.way == Way::There {
                        // The other way decides when the line ends.
                        std::future::pending::<()>().await;
                    }
                    return Ending::Quiet;
                }
                Ok(length) => length.min(left),
                Err(_) => return Ending::Broken,
            };
            if to.write_all(&piece[..length]).await.is_err() {
                return Ending::Broken;
            }
            left -= length;
            match self.manner {
                Manner::Slow(pause) if self.is_still_so() => tokio::time::sleep(pause).await,
                Manner::Lossy(of) if self.chance.below(of) == 0 => return Ending::Broken,
                _ => {}
            }
            if left == 0 {
                return Ending::Broken;
            }
        }
    }

    /// A slow line is as fast as any once the road is good again.
    fn is_still_so(&self) -> bool {
        self.state.lock().unwrap().manner == self.manner
    }
}
