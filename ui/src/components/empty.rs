//! What an empty page says: what will be here, and how to begin.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Glyph, Icon};

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
