//! One scene: its grip, its picture, its words, and what can be done with it.

use contract::{Media, ProjectMedia, SceneStatus, SceneView};
use leptos::prelude::*;

use super::actions::SceneActions;
use super::carry::Carry;
use super::order::Motion;
use super::prompt::ScenePrompt;
use super::time;
use super::wording::{scene_facts, scene_name, status_mark, status_word};
use crate::app::{say, t, t_with};
use crate::components::{Glyph, Icon, Picture};
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::WorkRefusal;
use crate::pages::editor::play::Play;
use crate::pages::editor::standing;
use crate::pages::wording::args;

/// The row.
#[component]
pub fn SceneRow(
    /// The desk.
    desk: Desk,
    /// Carrying in this list.
    carry: Carry,
    /// The scenes in the order in which they are shown.
    order: Memo<Vec<String>>,
    /// Which.
    scene_id: String,
) -> impl IntoView {
    let id = StoredValue::new(scene_id);
    let scene = Memo::new(move |_| {
        desk.of(None, |ad| {
            id.with_value(|id| {
                ad.scenes
                    .iter()
                    .find(|scene| scene.scene_id == *id)
                    .cloned()
            })
        })
    });
    let place = Memo::new(move |_| {
        order.with(|order| {
            id.with_value(|id| order.iter().position(|other| other == id))
                .unwrap_or_default()
        })
    });
    let is_locked = Memo::new(move |_| desk.of(false, |ad| standing::lock(ad).is_some()));
    let mark = move || scene.with(|scene| scene.as_ref().map(|scene| status_mark(&scene.status)));
    let name = move || scene_name(&say(), place.get());
    let heading = move || format!("scene-{}", place.get());
    let is_carried = move || {
        carry
            .carried
            .get()
            .is_some_and(|carried| carried.from == place.get())
    };
    // The line shows the side on which the carried scene would come in.
    let line = move || {
        carry.carried.get().and_then(|carried| {
            (carried.to != carried.from && carried.to == place.get()).then_some(
                if carried.to < carried.from {
                    "before"
                } else {
                    "behind"
                },
            )
        })
    };
    view! {
        <li
            class="scene"
            class:carried=is_carried
            data-test="scene"
            data-state=mark
            data-line=line
            aria-labelledby=heading
            on:keydown=move |event| {
                if !is_locked.get_untracked() {
                    carry.key_in_row(&event, place.get_untracked());
                }
            }
        >
            <Handle carry order place is_locked/>
            <ScenePicture desk scene/>
            <div class="scene-words">
                <div class="scene-head">
                    <h3 id=heading>{name}</h3>
                    <span class="scene-status" data-test="scene-status">
                        {move || scene.with(|scene| scene.as_ref().map(|scene| status_word(&say(), scene)))}
                    </span>
                    <span class="muted small figures" data-test="scene-facts">
                        {move || scene.with(|scene| scene.as_ref().map(|scene| scene_facts(&say(), scene)))}
                    </span>
                    <StartsAt desk order place/>
                </div>
                <Failure scene/>
                <ScenePrompt desk scene place is_locked/>
                <SceneActions desk scene is_locked/>
                <WorkRefusal desk work=Work::Prompt(id.get_value())/>
                <WorkRefusal desk work=Work::Delete(id.get_value())/>
            </div>
        </li>
    }
}

/// Why the service could not make it, in its own words.
#[component]
fn Failure(
    /// The scene.
    scene: Memo<Option<SceneView>>,
) -> impl IntoView {
    let said = Memo::new(move |_| {
        scene.with(|scene| {
            scene
                .as_ref()
                .filter(|scene| scene.status == SceneStatus::Failed)
                .map(|scene| scene.error.clone().unwrap_or_default())
        })
    });
    move || {
        said.get().map(|detail| {
            view! {
                <p class="field-refusal" data-test="scene-error">
                    {if detail.trim().is_empty() {
                        t("editor-scene-failed-plain")
                    } else {
                        t_with("editor-scene-failed-because", &args([("detail", detail.into())]))
                    }}
                </p>
            }
        })
    }
}

/// When the scene begins in the film.
#[component]
fn StartsAt(
    /// The desk.
    desk: Desk,
    /// The scenes in their order.
    order: Memo<Vec<String>>,
    /// Its place.
    place: Memo<usize>,
) -> impl IntoView {
    let starts = Memo::new(move |_| {
        let spans = order.with(|order| desk.of(Vec::new(), |ad| time::spans(&ad.scenes, order)));
        spans.get(place.get()).map_or(0.0, |span| span.starts)
    });
    view! {
        <span class="scene-starts muted small figures" title=move || t("editor-scene-starts")>
            <span class="visually-hidden">{move || t("editor-scene-starts")}" "</span>
            {move || say().clock(starts.get())}
        </span>
    }
}

/// The grip to carry it by, between two buttons that move it by one.
#[component]
fn Handle(
    /// Carrying in this list.
    carry: Carry,
    /// The scenes in their order.
    order: Memo<Vec<String>>,
    /// Its place.
    place: Memo<usize>,
    /// Whether the timeline is locked.
    is_locked: Memo<bool>,
) -> impl IntoView {
    let named = move |key: &str| {
        t_with(
            key,
            &args([("name", scene_name(&say(), place.get()).into())]),
        )
    };
    let is_last = move || place.get() + 1 >= order.with(Vec::len);
    view! {
        <div class="scene-handle">
            <button
                type="button"
                class="scene-step up"
                data-test="scene-earlier"
                tabindex="-1"
                aria-label=move || named("editor-scene-earlier")
                disabled=move || is_locked.get() || place.get() == 0
                on:click=move |_| carry.shift(place.get_untracked(), Motion::Earlier)
            >
                <Icon glyph=Glyph::Back/>
            </button>
            <button
                type="button"
                class="scene-grip"
                data-test="scene-grip"
                data-grip=move || place.get().to_string()
                aria-label=move || named("editor-scene-grip")
                aria-describedby="scene-keys"
                aria-keyshortcuts="ArrowUp ArrowDown Home End"
                aria-disabled=move || is_locked.get().to_string()
                on:pointerdown=move |event| {
                    if !is_locked.get_untracked() {
                        carry.take_up(&event, place.get_untracked());
                    }
                }
                on:pointermove=move |event| carry.follow(&event)
                on:pointerup=move |_| carry.put_down()
                on:pointercancel=move |_| carry.leave()
                on:lostpointercapture=move |_| carry.leave()
                on:keydown=move |event| {
                    if !is_locked.get_untracked() {
                        carry.key_on_grip(&event, place.get_untracked());
                    }
                }
            >
                <Icon glyph=Glyph::Grip/>
            </button>
            <button
                type="button"
                class="scene-step down"
                data-test="scene-later"
                tabindex="-1"
                aria-label=move || named("editor-scene-later")
                disabled=move || is_locked.get() || is_last()
                on:click=move |_| carry.shift(place.get_untracked(), Motion::Later)
            >
                <Icon glyph=Glyph::Back/>
            </button>
        </div>
    }
}

/// Its still, and over it the way to its video.
#[component]
fn ScenePicture(
    /// The desk.
    desk: Desk,
    /// The scene.
    scene: Memo<Option<SceneView>>,
) -> impl IntoView {
    // Only what changes the picture: prompts that are typed leave it alone.
    let shown = Memo::new(move |_| {
        scene.with(|scene| {
            scene
                .as_ref()
                .map(|scene| (scene.scene_id.clone(), scene.has_still, scene.has_video))
        })
    });
    let media = Signal::derive(move || {
        let (id, has_still, has_video) = shown.get()?;
        let part = if has_still {
            ProjectMedia::SceneStill(id)
        } else if has_video {
            ProjectMedia::Scene(id)
        } else {
            return None;
        };
        Some(Media::Project(desk.key(), part))
    });
    let video = Signal::derive(move || {
        let (id, _, has_video) = shown.get()?;
        has_video.then(|| Media::Project(desk.key(), ProjectMedia::Scene(id)))
    });
    let is_making = move || {
        scene.with(|scene| {
            scene
                .as_ref()
                .is_some_and(|scene| scene.status == SceneStatus::Processing)
        })
    };
    view! {
        <div class="scene-picture" class:making=is_making>
            <Picture media glyph=Glyph::Scenes/>
            <Show when=move || video.with(Option::is_some)>
                <Play desk media=video/>
            </Show>
        </div>
    }
}
