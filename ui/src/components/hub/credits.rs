//! Credits: what something costs, and what is left.

use leptos::prelude::*;
use words::Words;

use crate::app::{say, store, t};
use crate::components::{ButtonKind, Glyph, Icon};
use crate::pages::wording::args;

/// "15 credits"; "free" for none.
pub fn credit_words(words: &Words, credits: u32) -> String {
    match credits {
        0 => words.say("hub-free"),
        _ => words.say_with("hub-credits", &args([("count", f64::from(credits).into())])),
    }
}

/// "120 credits left".
#[expect(
    clippy::cast_precision_loss,
    reason = "whole credits, far inside 53 bits"
)]
pub fn balance_words(words: &Words, available: i64) -> String {
    words.say_with("hub-balance", &args([("count", (available as f64).into())]))
}

/// A button that leads to the confirm sheet, with the cost on it. The sheet's price is the one that
/// counts; this one is the contract's.
#[component]
pub fn CostButton(
    /// How loud. Unsaid: as the primary one.
    #[prop(default = Signal::stored(ButtonKind::Primary), into)]
    kind: Signal<ButtonKind>,
    /// For tests.
    #[prop(into)]
    test: String,
    /// A picture before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// What it costs. None: not known before the sheet.
    #[prop(into)]
    cost: Signal<Option<u32>>,
    /// When it can't be pressed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let class = move || match kind.get() {
        ButtonKind::Primary => "button primary",
        ButtonKind::Secondary => "button",
        ButtonKind::Quiet => "button quiet",
    };
    view! {
        <button
            type="button"
            class=class
            data-test=test
            disabled=move || disabled.get()
            on:click=move |_| on_press.run(())
        >
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {children()}
            {move || cost.get().map(|cost| view! {
                <span class="cost" data-credits=cost.to_string()>{credit_words(&say(), cost)}</span>
            })}
        </button>
    }
}

/// What is left, in one quiet line. Asks the service as it appears.
#[component]
pub fn CreditLine() -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let signed_in = Memo::new(move |_| hub.is_signed_in());
    Effect::new(move |_| {
        if signed_in.get() {
            hub.read_credits();
        }
    });
    view! {
        <Show when=move || signed_in.get()>
            <p class="credit-line muted" data-test="credit-line">
                {move || match hub.credits.get() {
                    Some(credits) => balance_words(&say(), credits.credits),
                    None => t("hub-balance-unknown"),
                }}
            </p>
        </Show>
    }
}
