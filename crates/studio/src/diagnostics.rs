//! A report about this program, for whoever helps or develops.

use std::fmt::Write as _;
use std::sync::atomic::Ordering;

use crate::Studio;
use crate::home::readable;
use crate::studio::VERSION;

/// Entries of the activity list that a report has: the newest.
const ACTIVITY: usize = 50;

impl Studio {
    /// A report about this program, with no secrets in it: no session, no address, no words of a
    /// plan, no file names.
    pub fn diagnostics(&self) -> String {
        let core = &self.core;
        let mut report = String::new();
        let mut line = |name: &str, value: &dyn std::fmt::Display| {
            // Writing to a String can't fail.
            let _ = writeln!(report, "{name}: {value}");
        };
        line("reelwright", &VERSION);
        line(
            "system",
            &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        );
        line("server", &core.server.view().origin);
        line("home", &readable(core.home.root()));
        line("session", &self.session_word());
        line("vault", &format!("{:?}", core.sessions.vault_state()));
        line(
            "ffmpeg",
            &if core.has_ffmpeg.load(Ordering::Relaxed) {
                "found"
            } else {
                "not found"
            },
        );
        line("cap", &format!("{} s", core.facts().limits.max_seconds));
        line("pace", &format!("{} s", core.preferences().poll_seconds));
        for (word, count) in core.desk.counts() {
            line(&format!("orders {word}"), &count);
        }
        line("transfers", &self.transfers().len());
        for entry in self.activity_lines().iter().take(ACTIVITY) {
            line("activity", entry);
        }
        report
    }
}
