//! The clips at hand, each with its picture and its checks. One of them is the source.

use std::time::Duration;

use contract::{ClipId, ClipView, Media, Source, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::checks::{self, Outcome};
use super::choice;
use crate::app::{Store, say, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph, Icon, Picture, Player};
use crate::pages::wording::args;

/// How long after the file dialog closed its clips may still arrive.
const ARRIVAL: Duration = Duration::from_secs(1);

/// The list. With one clip only, there is nothing to choose.
#[component]
pub fn ClipList(
    /// The clips.
    clips: Memo<Vec<ClipView>>,
) -> impl IntoView {
    let store = store();
    let several = Memo::new(move |_| {
        clips.with(Vec::len) > 1
            || store.plan.with(|plan| {
                matches!(
                    plan.source,
                    Some(Source::Link { .. } | Source::Template { .. })
                )
            })
    });
    let replaced = RwSignal::new(None::<ClipId>);
    take_away_replaced(store, replaced);
    view! {
        <ul class="clips" aria-label=move || t("riff-clips")>
            <For
                each=move || clips.with(|clips| clips.iter().map(|c| c.clip_id.clone()).collect::<Vec<_>>())
                key=ClipId::clone
                let:clip_id
            >
                <ClipCard clip_id clips several replaced/>
            </For>
        </ul>
    }
}

/// One clip.
#[component]
fn ClipCard(
    /// Which.
    clip_id: ClipId,
    /// All of them.
    clips: Memo<Vec<ClipView>>,
    /// Whether there is a choice.
    several: Memo<bool>,
    /// The clip that the next ones take the place of.
    replaced: RwSignal<Option<ClipId>>,
) -> impl IntoView {
    let store = store();
    let key = StoredValue::new(clip_id);
    // The row goes before the clip does: in between there is nothing to say.
    let clip = Memo::new(move |_| {
        clips.with(|clips| {
            clips
                .iter()
                .find(|c| key.with_value(|id| c.clip_id == *id))
                .cloned()
        })
    });
    let name = Memo::new(move |_| {
        clip.with(|c| c.as_ref().map(|c| c.name.clone()))
            .unwrap_or_default()
    });
    let seconds =
        Signal::derive(move || clip.with(|c| c.as_ref().and_then(|c| c.report.duration_seconds)));
    let is_good = Memo::new(move |_| clip.with(|c| c.as_ref().is_some_and(choice::can_be_source)));
    // A clip over a cap is still to be recognised by its picture.
    let has_video = Memo::new(move |_| {
        clip.with(|c| c.as_ref().is_some_and(|c| c.report.video_codec.is_some()))
    });
    let is_source = Memo::new(move |_| {
        store
            .plan
            .with(|plan| key.with_value(|id| choice::is_source(plan, id)))
    });
    let is_large = Memo::new(move |_| is_source.get() || !several.get());
    let choose = move || {
        let clip_id = key.get_value();
        store
            .plan
            .update(|plan| plan.source = Some(Source::Clip { clip_id }));
    };
    let media = Signal::derive(move || Media::Clip(key.get_value()));
    let named = move |sentence: &str| t_with(sentence, &args([("name", name.get().into())]));
    view! {
        <li
            class="clip"
            class:large=move || is_large.get()
            class:chosen=move || is_source.get() && several.get()
            class:refused=move || !is_good.get()
            data-test="clip-card"
            data-verdict=move || clip.with(|c| c.as_ref().map(|c| match c.report.verdict {
                contract::Verdict::Ok => "ok",
                contract::Verdict::Warn => "warn",
                contract::Verdict::Refused => "refused",
            }))
            data-chosen=move || is_source.get().to_string()
        >
            <div class="clip-picture">
                {move || if is_large.get() && is_good.get() {
                    view! {
                        <Player
                            media
                            label=move || name.get()
                            can_open=Signal::derive(|| true)
                            test="clip-player"
                        />
                    }
                    .into_any()
                } else {
                    view! { <Picture media=Signal::derive(move || has_video.get().then(|| media.get())) seconds/> }
                        .into_any()
                }}
            </div>
            <div class="clip-words">
                <Show when=move || several.get() && is_good.get()>
                    <label class="clip-choice">
                        <input
                            type="radio"
                            name="clip-choice"
                            data-test="clip-choose"
                            aria-label=move || named("riff-clip-choose")
                            prop:checked=move || is_source.get()
                            on:change=move |_| choose()
                        />
                        <span>
                            {move || if is_source.get() { t("riff-clip-chosen") } else { t("riff-clip-use") }}
                        </span>
                    </label>
                </Show>
                <h2 class="clip-name" data-test="clip-name" title=move || name.get()>{move || name.get()}</h2>
                <p class="muted clip-facts">
                    {move || clip.with(|c| c.as_ref().map(|c| checks::dimensions(&say(), &c.report)))}
                </p>
                <ClipChecks clip/>
                <div class="clip-actions">
                    <Show when=move || is_large.get()>
                        <Button
                            test="clip-replace"
                            on_press=Callback::new(move |()| replace(store, replaced, key.get_value()))
                        >
                            {move || t("riff-clip-replace")}
                        </Button>
                    </Show>
                    <Button
                        kind=ButtonKind::Quiet
                        test="clip-remove"
                        on_press=Callback::new(move |()| {
                            store.tell(ask::RemoveClip { clip_id: key.get_value() });
                        })
                    >
                        {move || t("riff-clip-remove")}
                    </Button>
                </div>
            </div>
        </li>
    }
}

/// Asks for another file. The clip goes once one has come; not when the person changes their mind.
fn replace(store: Store, replaced: RwSignal<Option<ClipId>>, clip_id: ClipId) {
    replaced.set(Some(clip_id));
    spawn_local(async move {
        if let Err(refusal) = backend::ask(ask::BrowseClips {}).await {
            store.report(refusal);
        }
        set_timeout(move || drop(replaced.try_set(None)), ARRIVAL);
    });
}

fn take_away_replaced(store: Store, replaced: RwSignal<Option<ClipId>>) {
    Effect::new(move |before: Option<Vec<ClipId>>| {
        let now: Vec<ClipId> = store
            .clips
            .with(|clips| clips.iter().map(|clip| clip.clip_id.clone()).collect());
        let has_new = before.is_some_and(|before| now.iter().any(|id| !before.contains(id)));
        if has_new && let Some(clip_id) = replaced.get_untracked() {
            replaced.set(None);
            store.tell(ask::RemoveClip { clip_id });
        }
        now
    });
}

/// The checks, each with its outcome.
#[component]
fn ClipChecks(
    /// The clip.
    clip: Memo<Option<ClipView>>,
) -> impl IntoView {
    let store = store();
    let lines = move || {
        let limits = store.limits.get();
        clip.with(|clip| {
            clip.as_ref()
                .map(|clip| checks::checks(&say(), &clip.report, &limits))
        })
    };
    view! {
        <ul class="clip-checks">
            {move || lines().into_iter().flatten().map(|check| {
                let glyph = match check.outcome {
                    Outcome::Pass => Glyph::Check,
                    Outcome::Warn => Glyph::Alert,
                    Outcome::Fail => Glyph::Close,
                };
                let outcome = match check.outcome {
                    Outcome::Pass => t("riff-check-pass"),
                    Outcome::Warn => t("riff-check-warn"),
                    Outcome::Fail => t("riff-check-fail"),
                };
                view! {
                    <li
                        class="clip-check"
                        data-test=if check.code.is_some() { "clip-reason" } else { "clip-check" }
                        data-outcome=check.outcome.as_str()
                        data-code=check.code.map(contract::ReasonCode::as_str)
                    >
                        <Icon glyph/>
                        <span><span class="visually-hidden">{outcome}" "</span>{check.text}</span>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}
