//! A DNS server of the tests' own, which one run of `reel` asks and nobody else: in a mount namespace of
//! its own, that run finds another configuration of the system's resolver. Root may do so on Linux.

use std::net::{Ipv4Addr, SocketAddr, UdpSocket as StdUdpSocket};
use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use tokio::net::UdpSocket;
use tokio::process::Command;
use tokio::task::JoinHandle;

use crate::within::within;

/// Where DNS servers listen.
const PORT: u16 = 53;
/// The only name service that is asked: not even `localhost` is known without it.
const SERVICES: &str = "hosts: dns\n";
/// Asks for 15 s, longer than the program's own patience for a connection, and anew each second, so that
/// a server that answers again is soon heard.
const PATIENCE: &str = "options timeout:1 attempts:5\n";
/// Puts both files in place of the machine's own, and becomes the program.
const SCRIPT: &str = "mount --bind \"$1\" /etc/resolv.conf && mount --bind \"$2\" /etc/nsswitch.conf \
    && shift 2 && exec \"$@\"";
/// How long a question may take on this machine.
const MOMENT: Duration = Duration::from_secs(2);

/// How it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answering {
    /// Every name is this machine.
    Well,
    /// The same, so much later.
    Late(Duration),
    /// It can't say (SERVFAIL).
    Unable,
    /// The same as [`Answering::Well`] for so many more names, and then not at all.
    SilentAfter(usize),
}

/// A DNS server, until it is dropped.
pub struct Resolver {
    state: Arc<Mutex<State>>,
    /// Holds the files that lead to it.
    folder: TempDir,
    answering: JoinHandle<()>,
}

struct State {
    answering: Answering,
    /// Where each name was asked for that was found.
    found: Vec<SocketAddr>,
}

impl Resolver {
    /// Whether a run can be made to ask one on this machine: root may, where there are namespaces, and
    /// a C library that goes by these files.
    pub fn is_possible() -> bool {
        let Some((socket, folder)) = begun() else {
            return false;
        };
        let mut probe = in_place(folder.path()).into_std();
        let probe = probe
            .args(["getent", "ahostsv4", "localhost"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut probe) = probe else {
            return false;
        };
        let waits = socket.set_read_timeout(Some(MOMENT));
        let is_asked = waits.is_ok() && socket.recv(&mut [0; 512]).is_ok();
        // One that has ended by itself is gone.
        let _ = probe.kill();
        let _ = probe.wait();
        is_asked
    }

    /// One that answers well.
    pub fn new() -> Self {
        let (socket, folder) = begun().expect("it is possible");
        socket.set_nonblocking(true).expect("a socket");
        let socket = UdpSocket::from_std(socket).expect("a socket");
        let state = Arc::new(Mutex::new(State {
            answering: Answering::Well,
            found: Vec::new(),
        }));
        let answering = tokio::spawn(answered(Arc::new(socket), Arc::clone(&state)));
        Self {
            state,
            folder,
            answering,
        }
    }

    /// From now on it answers so.
    pub fn becomes(&self, answering: Answering) {
        self.state.lock().unwrap().answering = answering;
    }

    /// How many names it has found by now.
    pub fn found(&self) -> usize {
        self.state.lock().unwrap().found.len()
    }

    /// The same program, which asks it for every name.
    pub fn asked_by(&self, program: &Command) -> Command {
        within(in_place(self.folder.path()), program)
    }
}

impl Drop for Resolver {
    fn drop(&mut self) {
        self.answering.abort();
    }
}

/// A socket of its own, and the files that lead there. None where this user may not.
fn begun() -> Option<(StdUdpSocket, TempDir)> {
    let mut addresses = (1..=254).map(|host| Ipv4Addr::new(127, 53, 53, host));
    let (socket, address) = addresses.find_map(|address| {
        let socket = StdUdpSocket::bind((address, PORT)).ok()?;
        Some((socket, address))
    })?;
    let folder = tempfile::tempdir().ok()?;
    // Thrice the same one, or it would be given up too soon.
    let servers = format!("nameserver {address}\n").repeat(3) + PATIENCE;
    std::fs::write(folder.path().join("resolv.conf"), servers).ok()?;
    std::fs::write(folder.path().join("nsswitch.conf"), SERVICES).ok()?;
    Some((socket, folder))
}

/// What a program is started with, so that it finds the files of this folder in their place.
fn in_place(folder: &Path) -> Command {
    let mut command = Command::new("unshare");
    command
        .args(["--mount", "sh", "-c", SCRIPT, "sh"])
        .args([folder.join("resolv.conf"), folder.join("nsswitch.conf")]);
    command
}

async fn answered(socket: Arc<UdpSocket>, state: Arc<Mutex<State>>) {
    let mut question = [0; 512];
    while let Ok((length, from)) = socket.recv_from(&mut question).await {
        let Some(question) = Question::read(&question[..length]) else {
            continue;
        };
        let answer = state.lock().unwrap().answer(&question, from);
        let Some((answer, pause)) = answer else {
            continue;
        };
        let socket = Arc::clone(&socket);
        tokio::spawn(async move {
            tokio::time::sleep(pause).await;
            // Whoever asked may be gone.
            let _ = socket.send_to(&answer, from).await;
        });
    }
}

impl State {
    /// What is said to a question, and how much later. None: nothing.
    fn answer(&mut self, question: &Question<'_>, from: SocketAddr) -> Option<(Vec<u8>, Duration)> {
        // For both kinds of addresses at once, for those of version 4 first.
        let is_other_half = !question.is_for_ipv4() && self.found.contains(&from);
        let pause = match &mut self.answering {
            Answering::Unable => return Some((question.failed(), Duration::ZERO)),
            Answering::SilentAfter(left) if !is_other_half => {
                *left = left.checked_sub(1)?;
                Duration::ZERO
            }
            Answering::SilentAfter(_) | Answering::Well => Duration::ZERO,
            Answering::Late(pause) => *pause,
        };
        if question.is_for_ipv4() {
            self.found.push(from);
        }
        Some((question.found(), pause))
    }
}

/// A question (RFC 1035, 4.1).
struct Question<'a> {
    id: &'a [u8],
    /// Name, type and class.
    section: &'a [u8],
}

impl<'a> Question<'a> {
    const HEAD: usize = 12;
    /// An address of version 4.
    const A: [u8; 2] = [0, 1];

    fn read(message: &'a [u8]) -> Option<Self> {
        let mut end = Self::HEAD;
        while *message.get(end)? != 0 {
            end += 1 + usize::from(message[end]);
        }
        // The name's end, its type and its class.
        end += 5;
        Some(Self {
            id: &message[..2],
            section: message.get(Self::HEAD..end)?,
        })
    }

    fn is_for_ipv4(&self) -> bool {
        self.section.ends_with(&[Self::A, [0, 1]].concat())
    }

    /// This machine; and no address of version 6.
    fn found(&self) -> Vec<u8> {
        let address = [
            // The name that was asked for; an address; for no time at all.
            &[0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4][..],
            &Ipv4Addr::LOCALHOST.octets(),
        ];
        match self.is_for_ipv4() {
            true => [self.answer(0, 1), address.concat()].concat(),
            false => self.answer(0, 0),
        }
    }

    fn failed(&self) -> Vec<u8> {
        self.answer(2, 0)
    }

    /// The head of an answer with this code and so many addresses, and the question.
    fn answer(&self, code: u8, addresses: u8) -> Vec<u8> {
        let flags = [0x81, 0x80 | code];
        let counts = [0, 1, 0, addresses, 0, 0, 0, 0];
        [self.id, &flags, &counts, self.section].concat()
    }
}
