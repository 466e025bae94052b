//! Where reels are saved, by which name, and whether by themselves.

use leptos::prelude::*;

use super::pattern::{PARTS, example, unknown_part};
use super::{Section, Switch};
use crate::app::{store, t, t_with};
use crate::backend;
use crate::components::{Button, Field, Glyph};

/// The section.
#[component]
pub fn Reels() -> impl IntoView {
    let store = store();
    let change_folder = Callback::new(move |()| store.choose_reels_folder());
    view! {
        <Section title=move || t("settings-reels")>
            <Field
                label=move || t("settings-folder")
                end=move || view! {
                    <Button test="settings-folder-change" glyph=Glyph::Folder on_press=change_folder>
                        {move || t("settings-folder-change")}
                    </Button>
                }
            >
                <p class="path" data-test="settings-folder">{move || store.reels_folder.get()}</p>
            </Field>
            <NamePattern/>
            <Switch
                test="settings-save-automatically"
                label=move || t("settings-save")
                note=move || t("settings-save-note")
                on=Signal::derive(move || store.preferences.with(|p| p.save_automatically))
                turned=Callback::new(move |on| store.set_preferences(|p| p.save_automatically = on))
            />
        </Section>
    }
}

/// The pattern's field, with what it makes of a reel while it is typed.
#[component]
fn NamePattern() -> impl IntoView {
    let store = store();
    let draft = RwSignal::new(store.preferences.with_untracked(|p| p.name_pattern.clone()));
    // What the core kept may differ from what was typed: an empty one becomes the usual one.
    Effect::new(move |_| draft.set(store.preferences.with(|p| p.name_pattern.clone())));
    let keep = move || {
        // A field that goes with its page may still tell of its change.
        let Some(pattern) = draft.try_get_untracked() else {
            return;
        };
        store.set_preferences(|p| {
            p.name_pattern = pattern;
            *p = p.clone().normalised();
        });
        // Also where nothing changed in the end: an emptied field shows the usual pattern again.
        draft.set(store.preferences.with_untracked(|p| p.name_pattern.clone()));
    };
    let made = move || {
        let newest = store.reels.with(|reels| reels.first().cloned());
        let title = newest
            .as_ref()
            .map_or_else(|| t("settings-pattern-title"), |reel| reel.title.clone());
        let id = newest
            .as_ref()
            .map_or_else(|| "a1b2c3".to_owned(), |reel| reel.asset_id.to_string());
        let made_at = newest.as_ref().and_then(|reel| reel.created_at);
        let date = backend::format_day(made_at.unwrap_or_else(|| store.now.get()));
        let name = example(&draft.get(), &date, &title, &id);
        t_with(
            "settings-pattern-example",
            &[("name".to_owned(), name.into())].into(),
        )
    };
    let unknown = move || {
        unknown_part(&draft.get()).map(|part| {
            let words = t_with(
                "settings-pattern-unknown",
                &[("part".to_owned(), part.into())].into(),
            );
            view! { <p class="field-note warning-words">{words}</p> }
        })
    };
    let parts = PARTS.map(|part| {
        let label = move || {
            t_with(
                "settings-pattern-insert",
                &[("part".to_owned(), part.into())].into(),
            )
        };
        view! {
            <button
                type="button"
                class="chip"
                data-test=format!("settings-pattern-{}", part.trim_matches(['{', '}']))
                aria-label=label
                on:click=move |_| {
                    draft.update(|pattern| {
                        if !pattern.is_empty() && !pattern.ends_with(' ') {
                            pattern.push(' ');
                        }
                        pattern.push_str(part);
                    });
                    keep();
                }
            >
                {part}
            </button>
        }
    });
    view! {
        <Field label=move || t("settings-pattern") control="settings-pattern">
            <div class="pattern">
                <input
                    type="text"
                    id="settings-pattern"
                    class="control"
                    data-test="settings-pattern"
                    maxlength="120"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby="settings-pattern-example"
                    prop:value=move || draft.get()
                    on:input=move |event| draft.set(event_target_value(&event))
                    on:change=move |_| keep()
                />
                {parts}
            </div>
            <p class="field-note" id="settings-pattern-example" data-test="settings-pattern-example">{made}</p>
            {unknown}
        </Field>
    }
}
