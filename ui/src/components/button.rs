//! Buttons.

use leptos::html;
use leptos::prelude::*;

use super::{Glyph, Icon};

/// How loud a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one action of a page or dialog.
    Primary,
    /// Any other.
    #[default]
    Secondary,
    /// One that should not draw the eye.
    Quiet,
}

/// A button with words in it.
#[component]
pub fn Button(
    /// How loud.
    #[prop(optional)]
    kind: ButtonKind,
    /// For tests.
    #[prop(into)]
    test: String,
    /// A picture before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// When it can't be pressed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether a dialog should put the focus here as it opens.
    #[prop(optional)]
    autofocus: bool,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        ButtonKind::Primary => "button primary",
        ButtonKind::Secondary => "button",
        ButtonKind::Quiet => "button quiet",
    };
    let element = NodeRef::<html::Button>::new();
    if autofocus {
        // A dialog reads the attribute as it opens; where it is open already and its content
        // changed, the focus has to be put here.
        Effect::new(move |_| {
            if let Some(button) = element.get() {
                let _ = button.focus();
            }
        });
    }
    view! {
        <button
            node_ref=element
            type="button"
            class=class
            data-test=test
            disabled=move || disabled.get()
            autofocus=autofocus
            on:click=move |_| on_press.run(())
        >
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {children()}
        </button>
    }
}
