//! Words go to stderr, results to stdout.

use std::io::{IsTerminal as _, Write as _};

use contract::{Args, Code, ProductId};
use serde::Serialize;
use words::Words;

use crate::args::Global;
use crate::layout::plain;
use crate::shapes::FailureDocument;
use crate::stop::Stop;

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// One JSON document.
    Json,
}

/// How much is said on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Volume {
    Normal,
    Quiet,
}

/// Where a command speaks.
#[derive(Clone, Debug)]
pub struct Output {
    pub words: Words,
    pub format: Format,
    pub volume: Volume,
}

impl Output {
    pub fn new(words: Words, global: &Global) -> Self {
        Self {
            words,
            format: if global.json {
                Format::Json
            } else {
                Format::Text
            },
            volume: if global.quiet {
                Volume::Quiet
            } else {
                Volume::Normal
            },
        }
    }

    /// A sentence on the way; not with `--quiet`.
    pub fn say(&self, key: &str) {
        self.say_with(key, &Args::new());
    }

    /// A sentence with values on the way; not with `--quiet`.
    pub fn say_with(&self, key: &str, args: &Args) {
        if self.volume == Volume::Normal {
            self.must_tell(&self.words.say_with(key, args));
        }
    }

    /// A line on the way; not with `--quiet`.
    pub fn tell(&self, line: &str) {
        if self.volume == Volume::Normal {
            self.must_tell(line);
        }
    }

    /// A line that must be known: a question, a link to open, why it did not work.
    pub fn must_tell(&self, line: &str) {
        // With stderr closed there is nobody to tell; the exit code still says it.
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }

    /// The result, in the form that was asked for.
    pub fn result(&self, document: &impl Serialize, text: impl FnOnce(&Words) -> String) {
        match self.format {
            Format::Json => print_json(document),
            Format::Text => print_text(&text(&self.words)),
        }
    }

    /// Why a command did not do it: the sentence on stderr, and with `--json` the document on stdout.
    pub fn failure(&self, stop: &Stop) {
        let sentence = stop.sentence(&self.words);
        self.must_tell(&sentence);
        if stop.code() == Code::TokenNeeded.as_str() || stop.code() == Code::TokenRefused.as_str() {
            self.must_tell(&self.words.say("cli-hub-token-how"));
        }
        if stop.code() == Code::OverLimit.as_str() {
            self.must_tell(&self.words.say("cli-over-limit-how"));
        }
        if let Some(link) = &stop.trace.top_up_url {
            self.must_tell(&format!("  {link}"));
        }
        if let Some(product_id) = &stop.trace.product_id {
            self.left_over(product_id, &stop.trace.images_left);
        }
        if let Some(slug) = &stop.trace.slug {
            let args = Args::from([("slug".to_owned(), slug.as_str().into())]);
            self.must_tell(&self.words.say_with("cli-hub-kept", &args));
        }
        if self.format == Format::Json {
            print_json(&FailureDocument::of(stop, sentence));
        }
    }
}

impl Output {
    /// A product that is there without some of its images, and how to go on with them.
    fn left_over(&self, product_id: &ProductId, images: &[String]) {
        let id: Args = [("id".to_owned(), product_id.0.as_str().into())].into();
        self.must_tell(&self.words.say_with("cli-product-kept", &id));
        for name in images {
            self.must_tell(&format!("  · {}", plain(name)));
        }
        if !images.is_empty() {
            self.must_tell(&self.words.say_with("cli-product-go-on", &id));
        }
    }
}

/// One line of JSON on stdout.
pub fn print_json(document: &impl Serialize) {
    let line =
        serde_json::to_string(document).expect("shapes have text keys and plain values only");
    print_text(&line);
}

/// Words on stdout, with one line end.
pub fn print_text(text: &str) {
    if text.is_empty() {
        return;
    }
    let mut stdout = std::io::stdout().lock();
    // A reader that went away (`reel library | head`) is no failure of ours.
    let _ = writeln!(stdout, "{}", text.trim_end()).and_then(|()| stdout.flush());
}

/// Whether a person can be asked: they see the question and can type an answer.
pub fn at_a_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}
