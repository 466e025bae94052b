//! What happens while riffs are made.

use contract::Preferences;
use leptos::prelude::*;

use super::{Section, Switch};
use crate::app::{store, t, t_with};
use crate::components::Field;

/// The section.
#[component]
pub fn Work() -> impl IntoView {
    let store = store();
    let seconds = RwSignal::new(store.preferences.with_untracked(|p| p.poll_seconds));
    Effect::new(move |_| seconds.set(store.preferences.with(|p| p.poll_seconds)));
    let said = move || {
        let args = [("seconds".to_owned(), f64::from(seconds.get()).into())];
        t_with("settings-pace-value", &args.into())
    };
    let read = move |event: &leptos::ev::Event| event_target_value(event).parse::<u8>().ok();
    view! {
        <Section title=move || t("settings-work")>
            <Field
                label=move || t("settings-pace")
                control="settings-pace"
                note=move || t("settings-pace-note")
            >
                <div class="range">
                    <input
                        type="range"
                        id="settings-pace"
                        data-test="settings-pace"
                        min=Preferences::POLL_SECONDS.start().to_string()
                        max=Preferences::POLL_SECONDS.end().to_string()
                        step="1"
                        aria-valuetext=said
                        prop:value=move || seconds.get().to_string()
                        on:input=move |event| {
                            if let Some(chosen) = read(&event) {
                                seconds.set(chosen);
                            }
                        }
                        on:change=move |event| {
                            if let Some(chosen) = read(&event) {
                                store.set_preferences(|p| p.poll_seconds = chosen);
                            }
                        }
                    />
                    <output for="settings-pace">{said}</output>
                </div>
            </Field>
            <Switch
                test="settings-notify"
                label=move || t("settings-notify")
                note=move || t("settings-notify-note")
                on=Signal::derive(move || store.preferences.with(|p| p.notify))
                turned=Callback::new(move |on| store.set_preferences(|p| p.notify = on))
            />
        </Section>
    }
}
