//! Language and appearance.

use contract::{Language, Theme};
use leptos::prelude::*;

use super::Section;
use crate::app::{store, t, t_with};
use crate::components::Field;

/// Choices of appearance: value, key of its word, stable name.
const THEMES: [(Theme, &str, &str); 3] = [
    (
        Theme::System,
        "settings-theme-system",
        "settings-theme-system",
    ),
    (Theme::Light, "settings-theme-light", "settings-theme-light"),
    (Theme::Dark, "settings-theme-dark", "settings-theme-dark"),
];

/// The section.
#[component]
pub fn Look() -> impl IntoView {
    let store = store();
    let chosen = move || store.preferences.with(|p| p.language);
    let languages = Language::ALL.iter().map(move |language| {
        view! {
            <option
                value=language.tag()
                lang=language.tag()
                selected=move || chosen() == Some(*language)
            >
                {language.own_name()}
            </option>
        }
    });
    let choose_language = move |event| {
        let tag = event_target_value(&event);
        let language = Language::ALL
            .iter()
            .copied()
            .find(|language| language.tag() == tag);
        store.set_preferences(|p| p.language = language);
    };
    let follow_system = move || {
        let name = store.system_language.get().own_name();
        t_with(
            "settings-language-system",
            &[("name".to_owned(), name.into())].into(),
        )
    };
    let themes = THEMES.map(|(theme, word, test)| {
        let is_chosen = move || store.preferences.with(|p| p.theme) == theme;
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="theme"
                    data-test=test
                    prop:checked=is_chosen
                    on:change=move |_| store.set_preferences(|p| p.theme = theme)
                />
                <span>{move || t(word)}</span>
            </label>
        }
    });
    view! {
        <Section title=move || t("settings-look")>
            <Field label=move || t("settings-language") control="settings-language">
                <select
                    id="settings-language"
                    class="control"
                    data-test="settings-language"
                    on:change=choose_language
                >
                    <option value="" selected=move || chosen().is_none()>{follow_system}</option>
                    {languages.collect_view()}
                </select>
            </Field>
            <Field label=move || t("settings-theme")>
                <fieldset class="segments" data-test="settings-theme" aria-label=move || t("settings-theme")>
                    {themes}
                </fieldset>
            </Field>
        </Section>
    }
}
