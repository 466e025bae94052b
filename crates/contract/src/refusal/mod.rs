//! Refusals are data: a closed list of codes, what to say, and the way on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Service;

/// A value that a sentence about a refusal or a reason mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A number: sentences choose singular or plural by it.
    Number(f64),
    /// Anything else, shown as it is.
    Text(String),
}

/// The values of a sentence, by the name they have in the locale files.
pub type Args = BTreeMap<String, Arg>;

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, so that a test can hold the locale files against the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable text of this value, as it stands in JSON and in the locale files' keys.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}
pub(crate) use closed_list;

mod code;
mod next;

pub use code::Code;
pub use next::NextStep;
use next::usual;

/// Why something was not done, and the way on. Crosses to every front.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// From the closed list.
    pub code: Code,
    /// Which service it is about: sentences name it.
    #[serde(default, skip_serializing_if = "Service::is_riffkit")]
    pub service: Service,
    /// What the sentence mentions.
    #[serde(default, skip_serializing_if = "Args::is_empty")]
    pub args: Args,
    /// The way on.
    pub next: NextStep,
    /// Whether the very same request may be made again without risk.
    pub retryable: bool,
}

impl Refusal {
    /// A refusal with this code's usual next step.
    pub fn new(code: Code) -> Self {
        let (next, retryable) = usual(code);
        Self {
            code,
            service: Service::Riffkit,
            args: Args::new(),
            next,
            retryable,
        }
    }

    /// Adds a value that the sentence mentions.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Says that it is about Hubfluencer.
    #[must_use]
    pub fn of_hubfluencer(mut self) -> Self {
        self.service = Service::Hubfluencer;
        self
    }

    /// Offers another way on than the usual one.
    #[must_use]
    pub fn then(mut self, next: NextStep) -> Self {
        self.next = next;
        self
    }
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl std::fmt::Display for Refusal {
    /// For logs. People read the sentence of the locale files instead.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.as_str())
    }
}

impl std::error::Error for Refusal {}
