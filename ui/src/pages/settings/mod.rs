//! Settings. Every change applies and is kept at once; there is no Save button.

mod about;
mod account;
mod amount;
mod hubfluencer;
mod limits;
mod look;
mod pattern;
mod reels;
mod service;
mod speed;
mod work;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::app::{PageFrame, t};

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <PageFrame
            name="settings"
            title=move || t("page-settings")
            subtitle=move || t("settings-subtitle")
        >
            <div class="settings">
                <look::Look/>
                <reels::Reels/>
                <limits::Limits/>
                <speed::Speed/>
                <work::Work/>
                <account::Account/>
                <service::Service/>
                <about::About/>
            </div>
        </PageFrame>
    }
}

/// A titled panel of rows.
#[component]
fn Section(
    /// Its heading.
    #[prop(into)]
    title: TextProp,
    /// Its rows.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="settings-section">
            <h2>{move || title.get()}</h2>
            <div class="panel">{children()}</div>
        </section>
    }
}

/// A switch with its name and what it means.
#[component]
fn Switch(
    /// For tests, and its id.
    test: &'static str,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What it means.
    #[prop(into)]
    note: TextProp,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// It was turned.
    #[prop(into)]
    turned: Callback<bool>,
) -> impl IntoView {
    let note_id = format!("{test}-note");
    view! {
        <div class="field">
            <label class="field-name" for=test>{move || label.get()}</label>
            <div class="field-value">
                <input
                    type="checkbox"
                    role="switch"
                    class="switch"
                    id=test
                    data-test=test
                    aria-describedby=note_id.clone()
                    prop:checked=move || on.get()
                    on:change=move |event| turned.run(event_target_checked(&event))
                />
                <p class="field-note" id=note_id>{move || note.get()}</p>
            </div>
        </div>
    }
}
