//! What an empty page says: what will be here, and how to begin.

use contract::ask;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Button, ButtonKind, Glyph, Icon};
use crate::app::{Page, store, t};

/// An empty page or list.
#[component]
pub fn Empty(
    /// A large picture.
    glyph: Glyph,
    /// What will be here.
    #[prop(into)]
    title: TextProp,
    /// How it comes here.
    #[prop(into)]
    words: TextProp,
    /// For tests.
    test: &'static str,
    /// Buttons to begin with.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty" data-test=test>
            <Icon glyph/>
            <h2>{move || title.get()}</h2>
            <p class="muted">{move || words.get()}</p>
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </div>
    }
}

/// A page that shows nothing until somebody signs in, with the button that begins it.
#[component]
pub fn SignedOut(
    /// A large picture.
    glyph: Glyph,
    /// Key of its heading, and for tests.
    title: &'static str,
    /// Key of what a sign-in would bring here.
    words: &'static str,
    /// The button, for tests.
    test: &'static str,
) -> impl IntoView {
    let store = store();
    view! {
        <Empty glyph title=move || t(title) words=move || t(words) test=title>
            <Button
                kind=ButtonKind::Primary
                test
                on_press=Callback::new(move |()| store.tell(ask::SignIn {}))
            >
                {move || t("library-sign-in")}
            </Button>
        </Empty>
    }
}

/// A list that has something, but nothing of what is looked for, with the button that looks for
/// everything again.
#[component]
pub fn NoneMatch(
    /// Key of its heading, and for tests.
    title: &'static str,
    /// Key of what could be changed.
    words: &'static str,
    /// Key of the button's words.
    clear: &'static str,
    /// The button, for tests.
    test: &'static str,
    /// Looks for everything again.
    on_clear: Callback<()>,
) -> impl IntoView {
    view! {
        <Empty glyph=Glyph::Search title=move || t(title) words=move || t(words) test=title>
            <Button test on_press=on_clear>{move || t(clear)}</Button>
        </Empty>
    }
}

/// The button of an empty page that fills once a riff is made: it goes where riffs begin.
#[component]
pub fn ToRiff(
    /// For tests.
    test: &'static str,
) -> impl IntoView {
    let store = store();
    view! {
        <Button
            kind=ButtonKind::Primary
            test
            on_press=Callback::new(move |()| store.page.set(Page::Riff))
        >
            {move || t("queue-to-riff")}
        </Button>
    }
}
