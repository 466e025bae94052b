//! One clip: how far it is, and what can be done with it.

use contract::{FootageState, FootageView, ProjectMedia, hub_ask};
use leptos::prelude::*;

use super::{FollowedClip, progress};
use crate::app::{say, store, t, t_with};
use crate::components::hub::{HubPicture, HubRefusal};
use crate::components::{Button, ButtonKind, Choose, Glyph};
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::{Cost, Costing, WorkRefusal};
use crate::pages::editor::scenes::scene_name;
use crate::pages::editor::standing;
use crate::pages::wording::{args, list};

/// The row.
#[component]
pub fn ClipRow(
    /// The desk.
    desk: Desk,
    /// Which.
    key: String,
) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(key);
    let clip = Memo::new(move |_| {
        desk.of(None, |ad| {
            id.with_value(|id| {
                ad.footage
                    .iter()
                    .find(|clip| progress::key(clip) == *id)
                    .cloned()
            })
        })
    });
    let FollowedClip {
        name,
        mark,
        part,
        line,
        address,
    } = FollowedClip::of(clip, store.ticking());
    let picture = Signal::derive(move || {
        clip.with(|clip| {
            let clip = clip.as_ref().filter(|clip| clip.has_first_frame)?;
            clip.upload_id.clone().map(ProjectMedia::FirstFrame)
        })
    });
    let is_moving = Memo::new(move |_| {
        matches!(
            mark.get(),
            Some(
                "waiting"
                    | "sending"
                    | "awaiting_network"
                    | "awaiting_server"
                    | "paused"
                    | "processing"
            )
        )
    });
    // A state that ends is read out; bytes that move are not.
    Effect::new(move |before: Option<Option<&'static str>>| {
        let now = mark.get();
        if before.flatten().is_some_and(|before| Some(before) != now) {
            let line = clip.with_untracked(|clip| {
                clip.as_ref()
                    .filter(|clip| progress::part(&clip.state).is_none())
                    .map(|clip| progress::line(&store.words(), &clip.state, 0))
            });
            if let Some(line) = line {
                store.announce(format!("{}: {line}", name.get_untracked()));
            }
        }
        now
    });
    view! {
        <li class="clip-row" data-test="clip-row" data-state=move || mark.get()>
            <div class="clip-row-picture">
                <HubPicture key=Signal::derive(move || desk.key()) media=picture glyph=Glyph::Reel/>
            </div>
            <div class="clip-row-words">
                <p class="clip-row-name" title=move || name.get()>{move || name.get()}</p>
                <p class="muted small figures">
                    {move || clip.with(|clip| clip.as_ref().map(|clip| progress::clip_facts(&say(), clip)))}
                </p>
                <p class="small figures clip-row-line" data-test="clip-line">
                    {move || line.get()}
                </p>
                {move || address.get().map(|words| view! {
                    <p class="muted small" data-test="clip-address">{words}</p>
                })}
                <Show when=move || is_moving.get()>
                    <progress
                        aria-label=move || name.get()
                        max="1"
                        value=move || part.get().map(|part| format!("{part:.3}"))
                    ></progress>
                </Show>
                <Shown desk clip/>
                <Failure desk clip/>
                <Actions desk clip mark/>
            </div>
        </li>
    }
}

/// The scenes that show it.
#[component]
fn Shown(
    /// The desk.
    desk: Desk,
    /// The clip.
    clip: Memo<Option<FootageView>>,
) -> impl IntoView {
    let scenes = Memo::new(move |_| {
        let order = desk.order();
        clip.with(|clip| {
            let clip = clip.as_ref()?;
            let names: Vec<String> = order
                .iter()
                .enumerate()
                .filter(|(_, id)| clip.attached_scene_ids.contains(id))
                .map(|(place, _)| scene_name(&say(), place))
                .collect();
            (!names.is_empty()).then(|| list(&say(), &names))
        })
    });
    move || {
        scenes.get().map(|scenes| {
            view! {
                <p class="muted small" data-test="clip-shown-in">
                    {t_with("editor-clip-shown-in", &args([("scenes", scenes.into())]))}
                </p>
            }
        })
    }
}

/// Why it stopped or can't be used.
#[component]
fn Failure(
    /// The desk.
    desk: Desk,
    /// The clip.
    clip: Memo<Option<FootageView>>,
) -> impl IntoView {
    let refusal = Memo::new(move |_| {
        clip.with(|clip| match clip.as_ref().map(|clip| &clip.state) {
            Some(
                FootageState::Failed { refusal }
                | FootageState::Paused {
                    refusal: Some(refusal),
                    ..
                },
            ) => Some(refusal.clone()),
            _ => None,
        })
    });
    let go = Callback::new(move |()| resume(desk, clip));
    let can_resume = move || {
        clip.with(|clip| {
            clip.as_ref().is_some_and(|clip| {
                clip.footage_id.is_some() && progress::part(&clip.state).is_some()
            })
        })
    };
    move || {
        refusal.get().map(|refusal| {
            if can_resume() {
                view! { <HubRefusal refusal on_go=go/> }.into_any()
            } else {
                view! { <HubRefusal refusal/> }.into_any()
            }
        })
    }
}

fn resume(desk: Desk, clip: Memo<Option<FootageView>>) {
    if let Some(footage_id) = clip.with_untracked(|clip| clip.as_ref()?.footage_id.clone()) {
        let work = Work::Clip(footage_id.to_string());
        desk.ask(work, hub_ask::ResumeFootage { footage_id }, |()| {});
    }
}

/// Pausing, going on, giving up; placing it.
#[component]
fn Actions(
    /// The desk.
    desk: Desk,
    /// The clip.
    clip: Memo<Option<FootageView>>,
    /// Where it stands.
    mark: Memo<Option<&'static str>>,
) -> impl IntoView {
    let footage_id = Memo::new(move |_| clip.with(|clip| clip.as_ref()?.footage_id.clone()));
    let upload_id = Memo::new(move |_| clip.with(|clip| clip.as_ref()?.upload_id.clone()));
    let work = Memo::new(move |_| {
        let ours = footage_id.get().map(|id| id.to_string());
        Work::Clip(ours.or_else(|| upload_id.get()).unwrap_or_default())
    });
    let go_on = Callback::new(move |()| resume(desk, clip));
    let pause = Callback::new(move |()| {
        if let Some(footage_id) = footage_id.get_untracked() {
            let request = hub_ask::PauseFootage { footage_id };
            desk.ask(work.get_untracked(), request, |()| {});
        }
    });
    let cancel = Callback::new(move |()| {
        if let Some(footage_id) = footage_id.get_untracked() {
            let request = hub_ask::CancelFootage { footage_id };
            desk.ask(work.get_untracked(), request, |()| {});
        }
    });
    let is_ours = move || footage_id.with(Option::is_some);
    let steer = move |mark: &str| match mark {
        "paused" => view! {
            <Button test="clip-resume" on_press=go_on>{move || t("editor-clip-resume")}</Button>
        }
        .into_any(),
        "awaiting_network" | "awaiting_server" => view! {
            <Button test="clip-try-now" on_press=go_on>{move || t("transfers-try-now")}</Button>
            <Button kind=ButtonKind::Quiet test="clip-pause" on_press=pause>
                {move || t("editor-clip-pause")}
            </Button>
        }
        .into_any(),
        _ => view! {
            <Button test="clip-pause" glyph=Glyph::Pause on_press=pause>
                {move || t("editor-clip-pause")}
            </Button>
        }
        .into_any(),
    };
    view! {
        <div class="row-actions">
            {move || match mark.get() {
                Some(
                    mark @ ("waiting" | "sending" | "awaiting_network" | "awaiting_server" | "paused"),
                ) if is_ours() => view! {
                    {steer(mark)}
                    <Button kind=ButtonKind::Quiet test="clip-cancel" on_press=cancel>
                        {move || t("editor-clip-cancel")}
                    </Button>
                }
                .into_any(),
                Some("ready") => view! { <Placing desk upload_id work/> }.into_any(),
                _ => ().into_any(),
            }}
        </div>
        {move || view! { <WorkRefusal desk work=work.get()/> }}
    }
}

/// The two places for a ready clip.
#[component]
fn Placing(
    /// The desk.
    desk: Desk,
    /// The service's id of it.
    upload_id: Memo<Option<String>>,
    /// What placing it is called.
    work: Memo<Work>,
) -> impl IntoView {
    let is_locked = Memo::new(move |_| desk.of(true, |ad| standing::lock(ad).is_some()));
    let is_full = Memo::new(move |_| {
        desk.of(true, |ad| {
            ad.scenes.len() >= contract::choices::SCENES_AT_MOST
        })
    });
    let is_busy = Memo::new(move |_| desk.is_busy(&work.get()));
    let place = Callback::new(move |()| {
        if let Some(upload_id) = upload_id.get_untracked() {
            let request = hub_ask::PlaceFootage {
                slug: desk.slug(),
                upload_id,
            };
            desk.edit(work.get_untracked(), request);
        }
    });
    let into = Callback::new(move |scene_id: String| {
        let Some(upload_id) = upload_id.get_untracked().filter(|_| !scene_id.is_empty()) else {
            return;
        };
        let request = hub_ask::UseFootage {
            slug: desk.slug(),
            scene_id,
            upload_id,
        };
        desk.edit(work.get_untracked(), request);
    });
    let scenes = Signal::derive(move || {
        desk.order()
            .into_iter()
            .enumerate()
            .map(|(place, id)| (id, scene_name(&say(), place)))
            .collect::<Vec<_>>()
    });
    view! {
        <Costing
            test="clip-place"
            glyph=Glyph::Add
            cost=Signal::stored(Cost::Free)
            disabled=Signal::derive(move || is_locked.get() || is_full.get() || is_busy.get())
            on_press=place
            word=move || t("editor-clip-place")
        />
        <Show when=move || !is_locked.get() && scenes.with(|scenes| !scenes.is_empty())>
            <span class="clip-into">
                <Choose
                    label=move || t("editor-clip-into")
                    none=move || t("editor-clip-into")
                    test="clip-into"
                    options=scenes
                    chosen=Signal::stored(String::new())
                    on_choose=into
                />
            </span>
        </Show>
        <Show when=move || is_locked.get()>
            <span class="muted small">{move || t("editor-locked-short")}</span>
        </Show>
    }
}
