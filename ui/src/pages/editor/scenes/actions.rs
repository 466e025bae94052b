//! What can be done with one scene, each with what it costs.

use contract::{Assist, SceneStatus, SceneView, Step, hub_ask};
use leptos::prelude::*;

use super::Quiet;
use crate::app::t;
use crate::components::hub::AssistButton;
use crate::components::{Button, ButtonKind, Glyph, Notice, Tone};
use crate::pages::editor::desk::{Desk, Picking, Work};
use crate::pages::editor::parts::{Cost, Costing, WorkRefusal};
use crate::pages::editor::standing::{self, Making};

/// The buttons.
#[component]
pub fn SceneActions(
    /// The desk.
    desk: Desk,
    /// The scene.
    scene: Memo<Option<SceneView>>,
    /// Whether the timeline is locked.
    is_locked: Memo<bool>,
) -> impl IntoView {
    let making = Memo::new(move |_| scene.with(|scene| scene.as_ref().and_then(standing::making)));
    let id = move || {
        scene
            .with_untracked(|scene| scene.as_ref().map(|scene| scene.scene_id.clone()))
            .unwrap_or_default()
    };
    let scene_id = StoredValue::new(id());
    let make = Callback::new(move |()| {
        let (slug, scene_id) = (desk.slug(), scene_id.get_value());
        match making.get_untracked() {
            Some(Making::First) => desk.pay(Step::GenerateScene { slug, scene_id }),
            Some(Making::Again) => desk.pay(Step::RegenerateScene { slug, scene_id }),
            None => {}
        }
    });
    let is_making = Memo::new(move |_| {
        scene.with(|scene| {
            scene
                .as_ref()
                .is_some_and(|scene| scene.status == SceneStatus::Processing)
        })
    });
    let can_assist = Memo::new(move |_| {
        !is_locked.get()
            && !is_making.get()
            && scene.with(|scene| {
                scene
                    .as_ref()
                    .is_some_and(|scene| !scene.prompt.trim().is_empty())
            })
    });
    let delete = Callback::new(move |()| {
        let id = scene_id.get_value();
        if desk.of_untracked(false, |ad| super::would_lose_video(ad, &id)) {
            desk.deleting.set(Some(id));
        } else {
            desk.delete(id);
        }
    });
    let deletes = StoredValue::new(Work::Delete(scene_id.get_value()));
    view! {
        <div class="row-actions">
            {move || making.get().map(|making| view! {
                <Costing
                    test=match making {
                        Making::First => "scene-make",
                        Making::Again => "scene-again",
                    }
                    cost=Signal::stored(Cost::Credits(making.credits()))
                    disabled=Signal::derive(move || is_locked.get())
                    on_press=make
                    word=move || t(match making {
                        Making::First => "editor-scene-make",
                        Making::Again => "editor-scene-again",
                    })
                />
            })}
            <Show when=move || making.with(Option::is_some)>
                <Enhance desk scene_id can_assist/>
            </Show>
            <Quiet
                test="scene-use"
                glyph=Glyph::Reel
                word="editor-scene-use"
                disabled=Signal::derive(move || is_locked.get() || is_making.get())
                on_press=Callback::new(move |()| {
                    desk.picking.set(Some(Picking::Scene(scene_id.get_value())));
                })
            />
            <Quiet
                test="scene-delete"
                glyph=Glyph::Bin
                word="editor-scene-delete"
                disabled=Signal::derive(move || {
                    is_locked.get() || deletes.with_value(|work| desk.is_busy(work))
                })
                on_press=delete
            />
        </div>
        <Put desk scene scene_id/>
    }
}

/// Better words by an assist. The words before it can be put back.
#[component]
fn Enhance(
    /// The desk.
    desk: Desk,
    /// The scene.
    scene_id: StoredValue<String>,
    /// Whether it can be asked for.
    can_assist: Memo<bool>,
) -> impl IntoView {
    let work = StoredValue::new(Work::Enhance(scene_id.get_value()));
    let is_busy = Signal::derive(move || work.with_value(|work| desk.is_busy(work)));
    let run = Callback::new(move |()| {
        let scene_id = scene_id.get_value();
        let before = desk.of_untracked(None, |ad| prompt_of(ad, &scene_id));
        let assist = Assist::EnhanceScene {
            slug: desk.slug(),
            scene_id: scene_id.clone(),
        };
        desk.assist(work.get_value(), assist, move |suggestion, ad| {
            let after = ad.as_ref().and_then(|ad| prompt_of(ad, &scene_id));
            if let Some(before) = before.filter(|before| after.as_ref() != Some(before)) {
                desk.enhanced.try_update(|all| {
                    all.insert(scene_id.clone(), Enhanced::Put { before });
                });
            } else if let Some(words) = suggestion {
                desk.enhanced.try_update(|all| {
                    all.insert(scene_id.clone(), Enhanced::Offered { words });
                });
            }
        });
    });
    view! {
        <AssistButton
            test="scene-enhance"
            busy=is_busy
            disabled=Signal::derive(move || !can_assist.get())
            on_press=run
        >
            {move || t("editor-scene-enhance")}
        </AssistButton>
        <WorkRefusal desk work=work.get_value()/>
    }
}

/// What an assist made of a scene's words.
#[derive(Clone, Debug, PartialEq)]
pub enum Enhanced {
    /// They stand in the scene already.
    Put {
        /// What stood there before.
        before: String,
    },
    /// They are only offered.
    Offered {
        /// They.
        words: String,
    },
}

/// After an assist: the way back to the old words, or to the offered ones.
#[component]
fn Put(
    /// The desk.
    desk: Desk,
    /// The scene.
    scene: Memo<Option<SceneView>>,
    /// Its id.
    scene_id: StoredValue<String>,
) -> impl IntoView {
    let enhanced = Memo::new(move |_| {
        desk.enhanced
            .with(|all| scene_id.with_value(|id| all.get(id).cloned()))
    });
    let forget = move || {
        desk.enhanced.try_update(|all| {
            scene_id.try_with_value(|id| all.remove(id));
        });
    };
    let write = move |prompt: String| {
        let request = hub_ask::EditScene {
            slug: desk.slug(),
            scene_id: scene_id.get_value(),
            prompt,
        };
        desk.edit_then(Work::Prompt(scene_id.get_value()), request, move |_| {
            forget()
        });
    };
    let is_there = move || scene.with(Option::is_some);
    move || {
        enhanced.get().filter(|_| is_there()).map(|enhanced| {
            let (sentence, word, offered, prompt) = match enhanced {
                Enhanced::Put { before } => {
                    ("editor-enhanced", "editor-enhanced-back", None, before)
                }
                Enhanced::Offered { words } => (
                    "editor-enhanced-offered",
                    "editor-use-words",
                    Some(words.clone()),
                    words,
                ),
            };
            view! {
                <Notice tone=Tone::Info test="scene-enhanced">
                    <p>
                        {move || t(sentence)}
                        {offered.map(|words| view! { <span class="offered">{words}</span> })}
                    </p>
                    <Button
                        test="scene-enhanced-take"
                        on_press=Callback::new(move |()| write(prompt.clone()))
                    >
                        {move || t(word)}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        test="scene-enhanced-leave"
                        on_press=Callback::new(move |()| forget())
                    >
                        {move || t("editor-dismiss")}
                    </Button>
                </Notice>
            }
        })
    }
}

fn prompt_of(ad: &contract::EditorView, scene_id: &str) -> Option<String> {
    ad.scenes
        .iter()
        .find(|scene| scene.scene_id == scene_id)
        .map(|scene| scene.prompt.clone())
}
