//! Everything that a person reads, in English, 简体中文 and Español.
//!
//! The sentences stand in `locales/<language>/*.ftl` (Fluent) and are part of the program. Both
//! fronts ask here; neither has words of its own. No I/O, and it builds for `wasm32`.

mod locale;
mod measure;
mod number;
#[cfg(not(target_arch = "wasm32"))]
mod system;

use std::sync::Arc;

use contract::{Arg, Args, Language, NextStep, Reason, Refusal, Service};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::number::Separators;
#[cfg(not(target_arch = "wasm32"))]
pub use crate::system::system_language;

/// The words of one language. Clones share them, also across threads.
#[derive(Clone)]
pub struct Words {
    bundle: Arc<FluentBundle<FluentResource>>,
    language: Language,
    separators: Separators,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.language.tag()).finish()
    }
}

impl PartialEq for Words {
    /// Words of the same language are the same words.
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Words {
    /// The words of this language. Parses its files: keep the answer and clone it.
    pub fn of(language: Language) -> Self {
        Self {
            bundle: Arc::new(locale::bundle(language)),
            language,
            separators: Separators::of(language),
        }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence of a key. A key that no file has comes back as it is.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &Args::new())
    }

    /// The sentence of a key with its values filled in. Numbers are written as the language
    /// writes them, with one digit after the point at most (two below 0.1).
    pub fn say_with(&self, key: &str, args: &Args) -> String {
        match self.format(key, args) {
            Formatted::Whole(sentence) | Formatted::Lacking(sentence) => sentence,
            Formatted::Unknown => {
                debug_assert!(false, "no locale file has the key {key}");
                key.to_owned()
            }
        }
    }

    /// Whether a key has a sentence. For keys that are composed, such as those of `reel --help`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }

    /// What happened and what to do, in one sentence or two.
    ///
    /// A refusal that lacks a value which its sentence mentions (a 429 that did not say how long)
    /// is told by the sentence's `-plain` form.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let code = refusal.code.as_str();
        let of_hubfluencer = format!("refusal-hub-{code}");
        let key = match refusal.service {
            Service::Hubfluencer if self.has(&of_hubfluencer) => of_hubfluencer,
            _ => format!("refusal-{code}"),
        };
        self.told(&key, &refusal.args)
    }

    /// The word on the button of a next step. Empty for [`NextStep::None`], which has no button.
    pub fn next(&self, step: NextStep) -> String {
        match step {
            NextStep::None => String::new(),
            _ => self.say(&format!("next-{}", step.as_str())),
        }
    }

    /// Why a clip was refused or warned about.
    pub fn reason(&self, reason: &Reason) -> String {
        self.told(&format!("clip-{}", reason.code.as_str()), &reason.args)
    }

    /// A number with this many digits after the point, as the language writes it.
    pub fn decimal(&self, value: f64, digits: usize) -> String {
        self.separators.decimal(value, digits)
    }

    /// The sentence of a key, or of its `-plain` form where a value is lacking or empty.
    fn told(&self, key: &str, args: &Args) -> String {
        let empty = args
            .values()
            .any(|arg| matches!(arg, Arg::Text(text) if text.trim().is_empty()));
        let plain = format!("{key}-plain");
        match self.format(key, args) {
            Formatted::Whole(sentence) if !empty || !self.has(&plain) => sentence,
            Formatted::Unknown => self.say_with(key, args),
            Formatted::Lacking(sentence) if !self.has(&plain) => sentence,
            _ => self.say(&plain),
        }
    }

    fn format(&self, key: &str, args: &Args) -> Formatted {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return Formatted::Unknown;
        };
        let values: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| (name.as_str(), fluent(arg)))
            .collect();
        let mut errors = Vec::new();
        let sentence = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        if errors.is_empty() {
            Formatted::Whole(sentence)
        } else {
            Formatted::Lacking(sentence)
        }
    }
}

/// What became of a pattern.
enum Formatted {
    Whole(String),
    Lacking(String),
    Unknown,
}

/// Fluent can't choose a plural for what is no number, and panics on it: such a value goes as text.
fn fluent(arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Number(number) if number.is_finite() => number::rounded(*number).into(),
        Arg::Number(_) => "?".into(),
        Arg::Text(text) => text.as_str().into(),
    }
}
