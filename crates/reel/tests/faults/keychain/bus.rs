//! The real keychain of a Linux desktop is asked over a bus: one that is not there, and one that takes
//! calls and never answers.

use std::os::unix::net::UnixListener;
use std::path::Path;

use super::GROUP;
use crate::bench::{Bench, Ended};
use crate::table::{Table, Try, attempt};

/// Its row.
pub fn rows(table: &mut Table) {
    let tries = vec![
        bus("no bus", |_| None),
        bus("a bus that never answers", |path| Some(hung(path))),
    ];
    table.row(
        GROUP,
        "the system's own keychain: no bus, and one that hangs",
        tries,
    );
}

/// Takes connections, as the system does by itself, and never says a word.
fn hung(path: &Path) -> UnixListener {
    UnixListener::bind(path).expect("a socket")
}

/// The real program ends by itself, says that nobody is signed in, and what is wrong.
fn bus(what: &str, listen: fn(&Path) -> Option<UnixListener>) -> Try {
    attempt(what, async move {
        let bench = Bench::new(|_| {}).await;
        let socket = bench.folder.path().join("bus");
        let listener = listen(&socket);
        for arguments in [
            &["credits", "--json"][..],
            &["riff", "sandbox-silent-desk", "--yes", "--json"],
        ] {
            let mut command = bench.command(arguments);
            command.env("REELWRIGHT_VAULT", "keychain").env(
                "DBUS_SESSION_BUS_ADDRESS",
                format!("unix:path={}", socket.display()),
            );
            let ended = Ended::from(command.output().await.expect("reel starts"));
            assert_eq!(
                ended.exit, 4,
                "{arguments:?}: {}{}",
                ended.stdout, ended.stderr
            );
            assert!(!ended.stderr.is_empty(), "said to nobody");
        }
        assert!(bench.sandbox.books().riffs.is_empty());
        drop(listener);
    })
}
