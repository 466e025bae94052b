//! More scenes: written by hand, placed from a clip, or suggested.

use contract::{Assist, check_scene_prompt, choices, hub_ask};
use leptos::prelude::*;

use super::Quiet;
use crate::app::t;
use crate::components::hub::AssistButton;
use crate::components::{Button, ButtonKind, Glyph};
use crate::pages::editor::desk::{Desk, Picking, Work};
use crate::pages::editor::parts::{Cost, Costing, CountedArea, WorkRefusal};
use crate::pages::editor::standing::{self, PROMPT_CAP};

/// The ways to one more scene.
#[component]
pub fn AddScene(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let is_full =
        Memo::new(move |_| desk.of(true, |ad| ad.scenes.len() >= choices::SCENES_AT_MOST));
    let is_locked = Memo::new(move |_| desk.of(true, |ad| standing::lock(ad).is_some()));
    let is_stopped = Signal::derive(move || is_full.get() || is_locked.get());
    let suggesting = Signal::derive(move || desk.is_busy(&Work::Suggest));
    let suggest = Callback::new(move |()| {
        let slug = desk.slug();
        desk.assist(
            Work::Suggest,
            Assist::NextScene { slug },
            move |words, _| {
                desk.proposal.try_set(words);
            },
        );
    });
    view! {
        <div class="add-scene" data-test="add-scene">
            <Show
                when=move || is_open.get()
                fallback=move || view! {
                    <div class="row-actions">
                        <Costing
                            test="scene-add"
                            glyph=Glyph::Add
                            cost=Signal::stored(Cost::Free)
                            disabled=is_stopped
                            on_press=Callback::new(move |()| is_open.set(true))
                            word=move || t("editor-scene-add")
                        />
                        <Quiet
                            test="scene-place"
                            glyph=Glyph::Reel
                            word="editor-scene-place"
                            disabled=is_stopped
                            on_press=Callback::new(move |()| {
                                desk.picking.set(Some(Picking::NewScene));
                            })
                        />
                        <AssistButton
                            test="scene-suggest"
                            busy=suggesting
                            disabled=is_stopped
                            on_press=suggest
                        >
                            {move || t("editor-scene-suggest")}
                        </AssistButton>
                    </div>
                }
            >
                <NewScene desk text is_open is_stopped/>
            </Show>
            <Show when=move || is_full.get() && desk.ad.with(Option::is_some)>
                <p class="muted small" data-test="scenes-full">{move || t("editor-scenes-full")}</p>
            </Show>
            <WorkRefusal desk work=Work::Suggest on_retry=suggest/>
            <WorkRefusal desk work=Work::Reuse/>
        </div>
    }
}

/// The words of a scene that is not there yet.
#[component]
fn NewScene(
    /// The desk.
    desk: Desk,
    /// The words.
    text: RwSignal<String>,
    /// Whether this is open.
    is_open: RwSignal<bool>,
    /// Whether no scene can be added.
    is_stopped: Signal<bool>,
) -> impl IntoView {
    let is_sound = Memo::new(move |_| text.with(|text| check_scene_prompt(text).is_empty()));
    let close = move || {
        is_open.try_set(false);
        crate::backend::focus_after_drawing("[data-test='scene-add']".to_owned());
    };
    let add = move || {
        if !is_sound.get_untracked() || is_stopped.get_untracked() {
            return;
        }
        let request = hub_ask::AddScene {
            slug: desk.slug(),
            prompt: text.get_untracked(),
        };
        desk.edit_then(Work::Add, request, move |_| {
            text.try_set(String::new());
            close();
        });
    };
    let keys = Callback::new(
        move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                add();
            }
            "Escape" => {
                event.prevent_default();
                close();
            }
            _ => {}
        },
    );
    view! {
        <CountedArea
            id="new-scene"
            label=move || t("editor-scene-prompt")
            example=move || t("editor-scene-prompt-example")
            cap=PROMPT_CAP
            rows="3"
            text
            focused=true
            on_keys=keys
        />
        <div class="row-actions">
            <Costing
                test="new-scene-add"
                cost=Signal::stored(Cost::Free)
                disabled=Signal::derive(move || {
                    !is_sound.get() || is_stopped.get() || desk.is_busy(&Work::Add)
                })
                on_press=Callback::new(move |()| add())
                word=move || t("editor-scene-add")
            />
            <Button kind=ButtonKind::Quiet test="new-scene-leave" on_press=Callback::new(move |()| close())>
                {move || t("editor-leave")}
            </Button>
        </div>
        <WorkRefusal desk work=Work::Add on_retry=Callback::new(move |()| add())/>
    }
}

/// The scene that was suggested: nobody has to take it, and its words can be changed first.
#[component]
pub fn Proposal(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let is_there = Memo::new(move |_| desk.proposal.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <Offered desk/>
        </Show>
    }
}

#[component]
fn Offered(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(words) = desk.proposal.get() {
            text.set(words);
        }
    });
    let is_sound = Memo::new(move |_| text.with(|text| check_scene_prompt(text).is_empty()));
    let dismiss = move || {
        desk.proposal.try_set(None);
        crate::backend::focus_after_drawing("[data-test='scene-suggest']".to_owned());
    };
    view! {
        <section class="proposal" data-test="proposal" aria-label=move || t("editor-proposal")>
            <CountedArea
                id="proposal-words"
                label=move || t("editor-proposal")
                cap=PROMPT_CAP
                rows="3"
                text
                focused=true
            />
            <div class="row-actions">
                <Costing
                    kind=ButtonKind::Secondary
                    test="proposal-take"
                    cost=Signal::stored(Cost::Free)
                    disabled=Signal::derive(move || !is_sound.get() || desk.is_busy(&Work::Add))
                    on_press=Callback::new(move |()| {
                        let request = hub_ask::AddScene {
                            slug: desk.slug(),
                            prompt: text.get_untracked(),
                        };
                        desk.edit_then(Work::Add, request, move |_| dismiss());
                    })
                    word=move || t("editor-proposal-take")
                />
                <Button kind=ButtonKind::Quiet test="proposal-dismiss" on_press=Callback::new(move |()| dismiss())>
                    {move || t("editor-dismiss")}
                </Button>
            </div>
            <WorkRefusal desk work=Work::Add/>
        </section>
    }
}
