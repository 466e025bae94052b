//! The look of what is made from now on, and the length that is aimed at.

use contract::{EditorChange, choices, hub_ask};
use leptos::prelude::*;

use crate::app::t;
use crate::components::{Choose, Field};
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::looks;
use crate::pages::editor::parts::{Cost, Costing, WorkRefusal};

/// The longest that can be aimed at, in seconds: as many scenes as fit, of the length that they have.
const LONGEST: f64 = choices::SCENE_SECONDS * choices::SCENES_AT_MOST as f64;

/// The section.
#[component]
pub fn Style(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let format = RwSignal::new(String::new());
    let look = RwSignal::new(String::new());
    let theme = RwSignal::new(String::new());
    let seconds = RwSignal::new(String::new());
    let heard = Memo::new(move |_| {
        desk.of(None, |ad| {
            Some((
                ad.brief.creative_format.clone().unwrap_or_default(),
                ad.brief.visual_language.clone().unwrap_or_default(),
                ad.brief.theme.clone().unwrap_or_default(),
                ad.target_duration_seconds
                    .map_or_else(String::new, |seconds| seconds.to_string()),
            ))
        })
    });
    Effect::new(move |_| {
        if let Some((said_format, said_look, said_theme, said_seconds)) = heard.get() {
            format.set(said_format);
            look.set(said_look);
            theme.set(said_theme);
            seconds.set(said_seconds);
        }
    });
    let typed = move || (format.get(), look.get(), theme.get(), seconds.get());
    let is_dirty = Memo::new(move |_| heard.get().is_some_and(|heard| heard != typed()));
    let save = Callback::new(move |()| {
        let said = |text: RwSignal<String>| {
            Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
        };
        let change = EditorChange {
            narration_script: None,
            target_duration_seconds: said(seconds).and_then(|seconds| seconds.parse().ok()),
            creative_format: said(format),
            visual_language: said(look),
            theme: said(theme),
        };
        desk.edit(
            Work::Style,
            hub_ask::EditEditor {
                slug: desk.slug(),
                change,
            },
        );
    });
    view! {
        <details class="aid panel-part" data-test="style">
            <summary data-test="style-open">{move || t("editor-style")}</summary>
            <p class="muted small">{move || t("editor-style-means")}</p>
            <div class="panel rows">
                <Field label=move || t("editor-format") control="style-format">
                    <Choose
                        id="style-format"
                        label=move || t("editor-format")
                        none=move || t("editor-auto")
                        test="style-format"
                        options=Signal::derive(looks::formats)
                        chosen=format
                        on_choose=Callback::new(move |value| format.set(value))
                    />
                </Field>
                <Field label=move || t("editor-look") control="style-look">
                    <Choose
                        id="style-look"
                        label=move || t("editor-look")
                        none=move || t("editor-auto")
                        test="style-look"
                        options=Signal::derive(looks::visual_languages)
                        chosen=look
                        on_choose=Callback::new(move |value| look.set(value))
                    />
                </Field>
                <Field label=move || t("editor-theme") control="style-theme" note=move || t("editor-theme-means")>
                    <input
                        id="style-theme"
                        class="control"
                        data-test="style-theme"
                        type="text"
                        autocomplete="off"
                        prop:value=move || theme.get()
                        on:input:target=move |event| theme.set(event.target().value())
                    />
                </Field>
                <Field label=move || t("editor-target") control="style-target">
                    <input
                        id="style-target"
                        class="control"
                        data-test="style-target"
                        type="number"
                        min="1"
                        max=LONGEST
                        step="1"
                        prop:value=move || seconds.get()
                        on:input:target=move |event| seconds.set(event.target().value())
                    />
                </Field>
            </div>
            <div class="row-actions">
                <Costing
                    test="style-save"
                    cost=Signal::stored(Cost::Free)
                    disabled=Signal::derive(move || !is_dirty.get() || desk.is_busy(&Work::Style))
                    on_press=save
                    word=move || t("editor-save")
                />
            </div>
            <WorkRefusal desk work=Work::Style on_retry=save/>
        </details>
    }
}
