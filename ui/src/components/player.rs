//! A player in the page, and the way to the system's own where this one can't.

use contract::{Media, ask};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use super::{Button, ButtonKind, Glyph, Icon};
use crate::app::{store, t};
use crate::backend;

/// What became of the video.
#[derive(Clone, PartialEq)]
enum Stage {
    Fetching,
    At(String),
    Unplayable,
}

/// A 9:16 player. Space or K plays and pauses, the arrows move by a second, M mutes.
#[component]
pub fn Player(
    /// What to play.
    #[prop(into)]
    media: Signal<Media>,
    /// The picture before it plays.
    #[prop(optional, into)]
    poster: Signal<Option<Media>>,
    /// What it is.
    #[prop(into)]
    label: TextProp,
    /// Whether the system's player can have it: a clip, or a reel that was saved.
    #[prop(optional, into)]
    can_open: Signal<bool>,
    /// For tests.
    #[prop(default = "player")]
    test: &'static str,
) -> impl IntoView {
    let store = store();
    let stage = RwSignal::new(Stage::Fetching);
    let picture = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let media = media.get();
        stage.set(Stage::Fetching);
        spawn_local(async move {
            let next = match store.media_url(media).await {
                Ok(url) => Stage::At(url),
                Err(_) => Stage::Unplayable,
            };
            stage.try_set(next);
        });
    });
    Effect::new(move |_| {
        let poster = poster.get();
        spawn_local(async move {
            let url = match poster {
                Some(poster) => store.media_url(poster).await.ok(),
                None => None,
            };
            picture.try_set(url);
        });
    });
    let label = StoredValue::new(label);
    view! {
        <div class="player" data-test=test>
            {move || match stage.get() {
                Stage::Fetching => view! { <span class="picture-none bone"></span> }.into_any(),
                Stage::At(url) => view! {
                    <Video
                        url
                        poster=picture
                        label=label.get_value()
                        failed=Callback::new(move |()| stage.set(Stage::Unplayable))
                    />
                }
                .into_any(),
                Stage::Unplayable => view! {
                    <div class="player-failed" data-test=format!("{test}-failed")>
                        <Icon glyph=Glyph::Reel/>
                        <p>{move || t("player-failed")}</p>
                        <Show when=move || can_open.get()>
                            <Button
                                kind=ButtonKind::Secondary
                                test=format!("{test}-open")
                                on_press=Callback::new(move |()| {
                                    store.tell(ask::OpenInPlayer { media: media.get_untracked() });
                                })
                            >
                                {move || t("player-open")}
                            </Button>
                        </Show>
                    </div>
                }
                .into_any(),
            }}
        </div>
    }
}

/// The video with a large button over it until it was first played; then the platform's controls.
#[component]
fn Video(
    /// Where it is.
    url: String,
    /// The picture before it plays.
    poster: RwSignal<Option<String>>,
    /// What it is.
    label: TextProp,
    /// It can't be played here.
    failed: Callback<()>,
) -> impl IntoView {
    let video = NodeRef::<html::Video>::new();
    let begun = RwSignal::new(false);
    let toggle = move || {
        if let Some(video) = video.try_get_untracked().flatten() {
            if video.paused() {
                begun.set(true);
                backend::play(&video);
            } else {
                let _ = video.pause();
            }
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        let Some(video) = video.try_get_untracked().flatten() else {
            return;
        };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            " " | "k" | "K" => toggle(),
            "ArrowLeft" => video.set_current_time((video.current_time() - 1.0).max(0.0)),
            "ArrowRight" => video.set_current_time(video.current_time() + 1.0),
            "m" | "M" => video.set_muted(!video.muted()),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <video
            node_ref=video
            src=url
            poster=move || poster.get()
            preload="metadata"
            playsinline=true
            controls=move || begun.get()
            tabindex="0"
            data-test="player-video"
            aria-label=move || label.get().to_string()
            on:keydown=keys
            on:play=move |_| begun.set(true)
            on:error=move |_| {
                failed.try_run(());
            }
        ></video>
        <Show when=move || !begun.get()>
            <button
                type="button"
                class="player-play"
                data-test="player-play"
                aria-label=move || t("player-play")
                on:click=move |_| {
                    toggle();
                    if let Some(video) = video.try_get_untracked().flatten() {
                        let _ = video.focus();
                    }
                }
            >
                <Icon glyph=Glyph::Play/>
            </button>
        </Show>
    }
}
