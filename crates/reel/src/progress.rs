//! How far it is: a bar or a spinner on a terminal, a line for each stage elsewhere.

mod hub;

use std::io::IsTerminal as _;
use std::time::Duration;

use contract::{
    Args, OrderNote, OrderState, OrderView, Stage, TransferState, TransferView, UploadState,
    UploadView,
};
use indicatif::{ProgressBar, ProgressStyle};

use crate::output::{Output, Volume};

/// What is shown while a command waits.
pub struct Progress {
    output: Output,
    bar: Option<ProgressBar>,
    /// The key of the last line, so that each stage is told once where there is no terminal.
    last: &'static str,
    last_note: &'static str,
}

/// One moment of something under way.
struct Moment {
    key: &'static str,
    args: Args,
    /// Bytes done and bytes of the whole, where both are known.
    bytes: Option<(u64, u64)>,
}

impl Progress {
    pub fn new(output: &Output) -> Self {
        let shown = output.volume == Volume::Normal && std::io::stderr().is_terminal();
        let bar = shown.then(|| {
            let bar = ProgressBar::new_spinner();
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        Self {
            output: output.clone(),
            bar,
            last: "",
            last_note: "",
        }
    }

    /// An order, as it is now.
    pub fn order(&mut self, order: &OrderView) {
        if let Some(moment) = self.moment_of(order) {
            self.show(&moment);
        }
        let note = match &order.note {
            Some(OrderNote::ServiceBusy) => "cli-note-busy",
            Some(OrderNote::TakingLong) => "cli-note-long",
            Some(OrderNote::Unreachable { .. }) => "cli-note-unreachable",
            Some(OrderNote::Vanished { .. }) => "cli-note-vanished",
            // Said by what ends the watching.
            Some(OrderNote::SignInNeeded | OrderNote::OtherAccount { .. }) | None => "",
        };
        self.note(note);
    }

    /// A quiet word, told once.
    fn note(&mut self, note: &'static str) {
        if note != self.last_note {
            self.last_note = note;
            if !note.is_empty() {
                self.aside(|output| output.say(note));
            }
        }
    }

    /// A transfer, as it is now.
    pub fn transfer(&mut self, transfer: &TransferView) {
        let waits_for = match &transfer.state {
            TransferState::AwaitingNetwork { .. } => Some("cli-progress-awaiting-network"),
            TransferState::AwaitingServer { .. } => Some("cli-progress-awaiting-server"),
            _ => None,
        };
        if let Some(key) = waits_for {
            self.show(&Moment {
                key,
                args: Args::new(),
                bytes: None,
            });
        }
        if let TransferState::Running {
            received, total, ..
        } = &transfer.state
        {
            let args = self.sizes("received", *received, *total);
            let key = if total.is_some() {
                "cli-progress-saving-of"
            } else {
                "cli-progress-saving"
            };
            self.show(&Moment {
                key,
                args,
                bytes: total.map(|total| (*received, total)),
            });
        }
    }

    /// An uploading of reference material, as it is now.
    pub fn upload(&mut self, upload: &UploadView) {
        if let UploadState::Sending { sent, total } = upload.state {
            self.show(&Moment {
                key: "cli-progress-sending-of",
                args: self.sizes("sent", sent, Some(total)),
                bytes: Some((sent, total)),
            });
        }
    }

    /// Says something without tearing the bar.
    pub fn aside<T>(&self, speak: impl FnOnce(&Output) -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(|| speak(&self.output)),
            None => speak(&self.output),
        }
    }

    fn moment_of(&self, order: &OrderView) -> Option<Moment> {
        let plain = |key| Moment {
            key,
            args: Args::new(),
            bytes: None,
        };
        let percent = |key, with, progress: Option<u8>| match progress {
            Some(figure) => Moment {
                key: with,
                args: Args::from([("percent".to_owned(), f64::from(figure).into())]),
                bytes: None,
            },
            None => plain(key),
        };
        Some(match &order.state {
            OrderState::Preparing { .. } => plain("cli-progress-preparing"),
            OrderState::Sending {
                sent,
                total: Some(total),
            } => Moment {
                key: "cli-progress-sending-of",
                args: self.sizes("sent", *sent, Some(*total)),
                bytes: Some((*sent, *total)),
            },
            OrderState::Sending { total: None, .. } => plain("cli-progress-sending"),
            OrderState::Working {
                stage: Stage::Queued,
            } => plain("cli-progress-queued"),
            OrderState::Working {
                stage: Stage::Analysing { progress },
            } => percent(
                "cli-progress-analysing",
                "cli-progress-analysing-percent",
                *progress,
            ),
            OrderState::Working {
                stage: Stage::Analysed,
            } => plain("cli-progress-analysed"),
            OrderState::Working {
                stage: Stage::Generating { progress },
            } => percent(
                "cli-progress-generating",
                "cli-progress-generating-percent",
                *progress,
            ),
            _ => return None,
        })
    }

    fn sizes(&self, name: &str, done: u64, total: Option<u64>) -> Args {
        let words = &self.output.words;
        let mut args = Args::from([(name.to_owned(), words.megabytes(done).into())]);
        if let Some(total) = total {
            args.insert("total".to_owned(), words.megabytes(total).into());
        }
        args
    }

    fn show(&mut self, moment: &Moment) {
        let sentence = self.output.words.say_with(moment.key, &moment.args);
        let Some(bar) = &self.bar else {
            if quiet_form(moment.key) != self.last {
                self.last = quiet_form(moment.key);
                self.output.say(self.last);
            }
            return;
        };
        match moment.bytes {
            Some((done, total)) => {
                bar.set_style(style("{bar:24} {msg}"));
                bar.set_length(total);
                bar.set_position(done.min(total));
            }
            None => bar.set_style(style("{spinner} {msg}")),
        }
        bar.set_message(sentence);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// The same moment without its figures.
fn quiet_form(key: &'static str) -> &'static str {
    match key {
        "cli-progress-sending-of" => "cli-progress-sending",
        "cli-progress-analysing-percent" => "cli-progress-analysing",
        "cli-progress-generating-percent" => "cli-progress-generating",
        "cli-progress-saving-of" => "cli-progress-saving",
        "cli-hub-making-slides-of" => "cli-hub-making-slides",
        "cli-hub-making-scenes-of" => "cli-hub-making-scenes",
        other => other,
    }
}

fn style(template: &'static str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}
