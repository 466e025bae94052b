//! A scene's words, changed where they stand.

use contract::{SceneOrigin, SceneView, check_scene_prompt, hub_ask};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::wording::scene_name;
use crate::app::{say, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::{Cost, Costing, CountedArea};
use crate::pages::editor::standing::PROMPT_CAP;
use crate::pages::wording::args;

/// The words, or the field to change them in.
#[component]
pub fn ScenePrompt(
    /// The desk.
    desk: Desk,
    /// The scene.
    scene: Memo<Option<SceneView>>,
    /// Its place, from 0.
    place: Memo<usize>,
    /// Whether the timeline is locked.
    is_locked: Memo<bool>,
) -> impl IntoView {
    let is_editing = RwSignal::new(false);
    let draft = RwSignal::new(String::new());
    let prompt = Memo::new(move |_| {
        scene
            .with(|scene| scene.as_ref().map(|scene| scene.prompt.clone()))
            .unwrap_or_default()
    });
    let begin = Callback::new(move |()| {
        draft.set(prompt.get_untracked());
        is_editing.set(true);
    });
    view! {
        <Show
            when=move || is_editing.get()
            fallback=move || view! { <Shown scene prompt is_locked begin place/> }
        >
            <Field desk scene place draft is_editing/>
        </Show>
    }
}

/// The words as they are, with the button to change them.
#[component]
fn Shown(
    /// The scene.
    scene: Memo<Option<SceneView>>,
    /// Its words.
    prompt: Memo<String>,
    /// Whether the timeline is locked.
    is_locked: Memo<bool>,
    /// Begins to change them.
    begin: Callback<()>,
    /// Its place, from 0.
    place: Memo<usize>,
) -> impl IntoView {
    let is_clip = move || {
        scene.with(|scene| {
            scene
                .as_ref()
                .is_some_and(|scene| scene.origin == SceneOrigin::Footage)
        })
    };
    let is_blank = Memo::new(move |_| prompt.with(|prompt| prompt.trim().is_empty()));
    view! {
        <div class="scene-prompt">
            <p class:muted=move || is_blank.get() data-test="scene-prompt">
                {move || match (is_blank.get(), is_clip()) {
                    (false, _) => prompt.get(),
                    (true, true) => t("editor-scene-clip-wordless"),
                    (true, false) => t("editor-scene-wordless"),
                }}
            </p>
            <Button
                kind=ButtonKind::Quiet
                test="scene-edit"
                disabled=Signal::derive(move || is_locked.get())
                on_press=begin
            >
                <span aria-hidden="true">{move || t("editor-scene-edit")}</span>
                <span class="visually-hidden">
                    {move || t_with("editor-scene-edit-of", &args([
                        ("name", scene_name(&say(), place.get()).into()),
                    ]))}
                </span>
            </Button>
        </div>
    }
}

/// The field. Ctrl or Command with Enter saves, Esc leaves it as it was.
#[component]
fn Field(
    /// The desk.
    desk: Desk,
    /// The scene.
    scene: Memo<Option<SceneView>>,
    /// Its place, from 0.
    place: Memo<usize>,
    /// What is typed.
    draft: RwSignal<String>,
    /// Whether the field is open.
    is_editing: RwSignal<bool>,
) -> impl IntoView {
    let id = move || {
        scene
            .with_untracked(|scene| scene.as_ref().map(|scene| scene.scene_id.clone()))
            .unwrap_or_default()
    };
    let work = StoredValue::new(Work::Prompt(id()));
    let is_sound = Memo::new(move |_| draft.with(|draft| check_scene_prompt(draft).is_empty()));
    let is_busy = Memo::new(move |_| work.with_value(|work| desk.is_busy(work)));
    // The button that opened the field is gone: the focus goes to what stands nearest.
    let close = move || {
        is_editing.set(false);
        crate::backend::focus_after_drawing(format!("[data-grip='{}']", place.get_untracked()));
    };
    let save = move || {
        if !is_sound.get_untracked() {
            return;
        }
        let request = hub_ask::EditScene {
            slug: desk.slug(),
            scene_id: id(),
            prompt: draft.get_untracked(),
        };
        desk.edit_then(work.get_value(), request, move |_| {
            if is_editing.try_set(false).is_none() {
                crate::backend::focus_after_drawing(format!(
                    "[data-grip='{}']",
                    place.try_get_untracked().unwrap_or_default()
                ));
            }
        });
    };
    let keys = Callback::new(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            event.stop_propagation();
            save();
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
        // The field's own: Alt with an arrow moves the caret on some systems.
        "ArrowUp" | "ArrowDown" => event.stop_propagation(),
        _ => {}
    });
    view! {
        <div class="scene-field">
            <CountedArea
                id=format!("scene-field-{}", place.get_untracked())
                label=move || t("editor-scene-prompt")
                example=move || t("editor-scene-prompt-example")
                cap=PROMPT_CAP
                rows="4"
                text=draft
                focused=true
                on_keys=keys
            />
            <div class="row-actions">
                <Costing
                    test="scene-save"
                    cost=Signal::stored(Cost::Free)
                    disabled=Signal::derive(move || !is_sound.get() || is_busy.get())
                    on_press=Callback::new(move |()| save())
                    word=move || t("editor-save")
                />
                <Button kind=ButtonKind::Quiet test="scene-leave" on_press=Callback::new(move |()| close())>
                    {move || t("editor-leave")}
                </Button>
            </div>
        </div>
    }
}
