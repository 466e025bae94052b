//! A quiet box with a sentence about what lies above it.

use leptos::prelude::*;

/// What kind of sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// To be minded.
    Warning,
    /// It failed.
    Bad,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice info",
            Self::Warning => "notice warning",
            Self::Bad => "notice bad",
        }
    }
}

/// The box. Its sentence may have buttons after it.
#[component]
pub fn Notice(
    /// What kind.
    tone: Tone,
    /// For tests.
    #[prop(optional, into)]
    test: Option<String>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <div class=tone.class() data-test=test>{children()}</div> }
}
