//! What is asked at a terminal, where a person can answer: a real one, of which the test is the person.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::Stdio;

use rustix::fs::{Mode, OFlags};
use rustix::pty::OpenptFlags;
use sandbox::Ffmpeg;
use tokio::sync::mpsc;

use crate::bench::{Bench, TEMPLATE};
use crate::waiting::PATIENCE;

/// The first question of an order, and the one where it goes over a limit.
const ORDER: &str = "Send this order?";
const OVER: &str = "Go over it this once?";

/// The person's end of a terminal.
struct Terminal {
    keys: File,
    shown: mpsc::UnboundedReceiver<Vec<u8>>,
    text: String,
}

impl Terminal {
    /// A terminal, and the program's end of it.
    fn open() -> (Self, File) {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let person = rustix::pty::openpt(flags).expect("a terminal");
        rustix::pty::grantpt(&person).expect("granted");
        rustix::pty::unlockpt(&person).expect("unlocked");
        let name = rustix::pty::ptsname(&person, Vec::new()).expect("a name");
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let program = rustix::fs::open(name, flags, Mode::empty()).expect("its other end");
        let keys = File::from(person);
        let mut screen = keys.try_clone().expect("one more handle");
        let (sender, shown) = mpsc::unbounded_channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // At the program's end it is the end of the file, or an error, by the system.
            while let Ok(read @ 1..) = screen.read(&mut bytes) {
                if sender.send(bytes[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let terminal = Self {
            keys,
            shown,
            text: String::new(),
        };
        (terminal, File::from(program))
    }

    /// Reads on until this is asked, and types an answer.
    async fn answer(&mut self, question: &str, answer: &str) {
        let asked = async {
            while !self.text.contains(question) {
                let more = self.shown.recv().await;
                let more =
                    more.unwrap_or_else(|| panic!("{question} was not asked: {}", self.text));
                self.text.push_str(&String::from_utf8_lossy(&more));
            }
        };
        let asked = tokio::time::timeout(PATIENCE, asked).await;
        asked.expect("it ends or asks");
        writeln!(self.keys, "{answer}").expect("typed");
    }

    /// Reads to the program's end. All that was shown.
    async fn rest(mut self) -> String {
        while let Some(more) = self.shown.recv().await {
            self.text.push_str(&String::from_utf8_lossy(&more));
        }
        self.text
    }
}

/// Runs `reel` at a terminal and answers these questions. Its exit, and all that was shown.
async fn answered(bench: &Bench, arguments: &[&str], answers: &[(&str, &str)]) -> (i32, String) {
    let (mut terminal, program) = Terminal::open();
    let mut command = bench.command(arguments);
    command
        .stdin(Stdio::from(program.try_clone().expect("one more handle")))
        .stderr(Stdio::from(program));
    let mut child = command.spawn().expect("reel starts");
    // The command holds the program's end open.
    drop(command);
    for (question, answer) in answers {
        terminal.answer(question, answer).await;
    }
    let ended = tokio::time::timeout(PATIENCE, child.wait()).await;
    let status = ended.expect("it asks nothing more").expect("it ended");
    (
        status.code().expect("ended by itself"),
        terminal.rest().await,
    )
}

#[tokio::test]
async fn going_over_a_limit_is_asked_for_after_the_order_itself() {
    let bench = Bench::signed_in(|setup| setup.ffmpeg = Ffmpeg::Absent).await;
    bench
        .document(&["limits", "riffkit", "--order", "30"])
        .await;
    let riff = ["riff", TEMPLATE, "--json"];
    let ordered = || bench.sandbox.books().riffs.len();

    let (exit, shown) = answered(&bench, &riff, &[(ORDER, "n")]).await;
    assert_eq!((exit, ordered()), (3, 0), "{shown}");
    assert!(!shown.contains(OVER), "nothing more is asked: {shown}");

    for answers in [
        &[(ORDER, "y"), (OVER, "")][..],
        &[(ORDER, "y"), (OVER, "n")],
    ] {
        let (exit, shown) = answered(&bench, &riff, answers).await;
        assert_eq!((exit, ordered()), (3, 0), "{shown}");
        assert!(shown.contains("limit for one order is 30 s"), "{shown}");
    }

    // Said in advance, the order is not asked about; going over the limit is.
    let said = [&riff[..], &["--yes"]].concat();
    let (exit, shown) = answered(&bench, &said, &[(OVER, "n")]).await;
    assert_eq!((exit, ordered()), (3, 0), "{shown}");
    assert!(!shown.contains(ORDER), "{shown}");

    let (exit, shown) = answered(&bench, &riff, &[(ORDER, "y"), (OVER, "y")]).await;
    assert_eq!((exit, ordered()), (0, 1), "{shown}");
}
