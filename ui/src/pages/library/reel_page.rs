//! One reel: its player, its words to copy, and its way to the disk.

use contract::{AssetId, Event, Media, ProjectKey, ReelView, Refusal, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::again::RiffAgain;
use super::mark::is_of_hub;
use super::reel_facts::{self, Ordered};
use super::reel_task::TaskOfReel;
use super::save_bar::SaveBar;
use super::slides::{CarouselSlides, is_carousel};
use crate::app::{Page, PageFrame, Store, say, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Copy, Glyph, Icon, Player, RefusalPanel, Tabs};

/// Which of the two videos is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    /// The one to publish.
    Finished,
    /// The one before its post-processing.
    Raw,
}

/// The page.
#[component]
pub fn Reel(
    /// Which.
    asset_id: AssetId,
) -> impl IntoView {
    let store = store();
    let reel = store.reel(asset_id.clone());
    let refusal = RwSignal::new(None::<Refusal>);
    look(store, asset_id.clone(), refusal);
    let id = StoredValue::new(asset_id.clone());
    let neighbours = Memo::new(move |_| store.shelf.neighbours(&id.get_value()));
    stay_in_list(store, asset_id, neighbours);
    listen(store, neighbours);
    let now = store.ticking();
    let on_disk = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(reel_facts::is_on_disk)));
    let of_hub = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(is_of_hub)));
    let project = Memo::new(move |_| {
        reel.with(|r| {
            r.as_ref()
                .filter(|r| is_of_hub(r))
                .and_then(|r| r.project.clone())
        })
    });
    // A set of slides has nothing to play.
    let slides = Memo::new(move |_| {
        let is_set = reel.with(|r| r.as_ref().is_some_and(is_carousel));
        project.get().filter(|_| is_set)
    });
    // What is not saved is to be saved first.
    let again = move || {
        let kind = if on_disk.get() {
            ButtonKind::Primary
        } else {
            ButtonKind::Secondary
        };
        match project.get() {
            Some(key) => view! { <ToProject key kind/> }.into_any(),
            None if of_hub.get() => ().into_any(),
            None => view! { <RiffAgain asset_id=id.get_value() kind/> }.into_any(),
        }
    };
    let is_known = Memo::new(move |_| reel.with(Option::is_some));
    view! {
        <PageFrame
            name="reel"
            title=move || match reel.with(|r| r.as_ref().map(|r| r.title.clone())) {
                Some(title) => title,
                None => t("reel-gone"),
            }
            subtitle=move || reel.with(|r| r.as_ref().map(|r| {
                store.orders.with(|orders| store.languages.with(|languages| {
                    reel_facts::subtitle(&say(), r, orders, languages, now.get())
                }))
            })).unwrap_or_default()
            actions=move || view! { <Ways neighbours/>{again} }
            bar=move || view! { <SaveBar reel/> }
        >
            {move || (!is_known.get()).then(|| refusal.get()).flatten().map(|said| view! {
                <RefusalPanel
                    refusal=said
                    on_retry=Callback::new(move |()| look(store, id.get_value(), refusal))
                />
            })}
            <Show when=move || is_known.get()>
                <div class="reel-columns">
                    <div class="reel-player" class:of-slides=move || slides.with(Option::is_some)>
                        {move || match slides.get() {
                            Some(key) => view! { <CarouselSlides reel key/> }.into_any(),
                            None => view! { <Videos reel asset_id=id.get_value()/> }.into_any(),
                        }}
                    </div>
                    <div class="reel-words">
                        <Caption reel/>
                        <Show when=move || !of_hub.get()>
                            <Ordered reel/>
                        </Show>
                        <TaskOfReel reel/>
                    </div>
                </div>
            </Show>
        </PageFrame>
    }
}

/// The player, and the choice where there are two versions.
#[component]
fn Videos(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// Its id.
    asset_id: AssetId,
) -> impl IntoView {
    let id = StoredValue::new(asset_id);
    let version = RwSignal::new(Version::Finished);
    let has_raw = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(|r| r.has_raw)));
    let media = Memo::new(move |_| match version.get() {
        Version::Finished => Media::Reel(id.get_value()),
        Version::Raw => Media::RawReel(id.get_value()),
    });
    view! {
        <Show when=move || has_raw.get()>
            <Tabs
                label=move || t("reel-version")
                name="reel-version"
                tabs=[
                    (Version::Finished, "reel-finished", "reel-finished"),
                    (Version::Raw, "reel-raw", "reel-raw"),
                ]
                chosen=version
            />
        </Show>
        <Player
            media=Signal::derive(move || media.get())
            poster=Signal::derive(move || {
                reel.with(|r| r.as_ref().is_some_and(|r| r.has_picture))
                    .then(|| Media::Picture(id.get_value()))
            })
            label=move || reel.with(|r| {
                r.as_ref().map(|r| r.title.clone()).unwrap_or_default()
            })
            can_open=Signal::derive(move || {
                version.get() == Version::Finished
                    && reel.with(|r| r.as_ref().is_some_and(reel_facts::is_on_disk))
            })
            test="reel-player"
        />
    }
}

/// Back to the project that it came of.
#[component]
fn ToProject(
    /// The project.
    key: ProjectKey,
    /// How loud.
    kind: ButtonKind,
) -> impl IntoView {
    let store = store();
    let page = Page::of_project(&key);
    view! {
        <Button
            kind
            test="reel-project"
            on_press=Callback::new(move |()| store.page.set(page.clone()))
        >
            {move || t("reel-hub-project")}
        </Button>
    }
}

/// Coming back, the list stands at this reel; and going along it reads it on where it ends.
fn stay_in_list(
    store: Store,
    asset_id: AssetId,
    neighbours: Memo<(Option<AssetId>, Option<AssetId>)>,
) {
    let reels = store.shelf.reels;
    let index = reels
        .items
        .with_untracked(|all| all.iter().position(|reel| reel.asset_id == asset_id));
    if let Some(index) = index {
        reels.place.update_untracked(|place| {
            place.index = index;
            place.was_opened = true;
        });
    }
    Effect::new(move |_| {
        if index.is_some() && neighbours.with(|(_, after)| after.is_none()) {
            store.shelf.more();
        }
    });
}

/// Has the reel read anew: its words or its file may have changed.
fn look(store: Store, asset_id: AssetId, refusal: RwSignal<Option<Refusal>>) {
    refusal.set(None);
    spawn_local(async move {
        match backend::ask(ask::GetReel { asset_id }).await {
            Ok(reel) => store.apply(Event::Reel(reel)),
            Err(refused) => {
                refusal.try_set(Some(refused));
            }
        }
    });
}

/// Esc goes back, the arrows go along the list. The player keeps the arrows while it has the focus.
fn listen(store: Store, neighbours: Memo<(Option<AssetId>, Option<AssetId>)>) {
    backend::on_key(move |event| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.default_prevented() || has_modifier || backend::has_open_dialog() {
            return;
        }
        let (before, after) = neighbours.get_untracked();
        let page = match event.key().as_str() {
            "Escape" => Page::Library,
            "ArrowLeft" => match before {
                Some(asset_id) => Page::Reel(asset_id),
                None => return,
            },
            "ArrowRight" => match after {
                Some(asset_id) => Page::Reel(asset_id),
                None => return,
            },
            _ => return,
        };
        event.prevent_default();
        store.page.set(page);
    });
}

/// Back to the list, and along it.
#[component]
fn Ways(
    /// The reels before and after this one in the list.
    neighbours: Memo<(Option<AssetId>, Option<AssetId>)>,
) -> impl IntoView {
    let store = store();
    let go = move |to: Option<AssetId>| {
        if let Some(asset_id) = to {
            store.page.set(Page::Reel(asset_id));
        }
    };
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="reel-back"
            glyph=Glyph::Back
            on_press=Callback::new(move |()| store.page.set(Page::Library))
        >
            {move || t("page-library")}
        </Button>
        <button
            type="button"
            class="button step"
            data-test="reel-previous"
            aria-label=move || t("reel-previous")
            aria-keyshortcuts="ArrowLeft"
            disabled=move || neighbours.with(|(before, _)| before.is_none())
            on:click=move |_| go(neighbours.get_untracked().0)
        >
            <Icon glyph=Glyph::Back/>
        </button>
        <button
            type="button"
            class="button step next"
            data-test="reel-next"
            aria-label=move || t("reel-next")
            aria-keyshortcuts="ArrowRight"
            disabled=move || neighbours.with(|(_, after)| after.is_none())
            on:click=move |_| go(neighbours.get_untracked().1)
        >
            <Icon glyph=Glyph::Back/>
        </button>
    }
}

/// The words to publish with the reel.
#[component]
fn Caption(
    /// The reel.
    reel: Memo<Option<ReelView>>,
) -> impl IntoView {
    let caption = Memo::new(move |_| {
        reel.with(|r| r.as_ref().map(|r| r.caption.clone()))
            .unwrap_or_default()
    });
    let tags = Memo::new(move |_| {
        reel.with(|r| r.as_ref().map(|r| r.hashtags.clone()))
            .unwrap_or_default()
    });
    let joined = Signal::derive(move || tags.with(|tags| tags.join(" ")));
    let both = Signal::derive(move || reel_facts::both(&caption.get(), &tags.get()));
    let has_caption = Memo::new(move |_| caption.with(|caption| !caption.trim().is_empty()));
    let has_tags = Memo::new(move |_| tags.with(|tags| !tags.is_empty()));
    view! {
        <section class="reel-section" aria-labelledby="reel-caption-title">
            <div class="reel-head">
                <h2 id="reel-caption-title">{move || t("reel-caption")}</h2>
                <div class="reel-copies">
                    <Show when=move || has_caption.get()>
                        <Copy
                            text=Signal::derive(move || caption.get())
                            label=move || t("reel-copy-caption")
                            test="copy-caption"
                        />
                    </Show>
                    <Show when=move || has_tags.get()>
                        <Copy text=joined label=move || t("reel-copy-hashtags") test="copy-hashtags"/>
                    </Show>
                    <Show when=move || has_caption.get() && has_tags.get()>
                        <Copy
                            text=both
                            label=move || t("reel-copy-both")
                            kind=ButtonKind::Secondary
                            test="copy-both"
                        />
                    </Show>
                </div>
            </div>
            <p class="reel-caption" class:muted=move || !has_caption.get() data-test="reel-caption">
                {move || if has_caption.get() { caption.get() } else { t("reel-no-caption") }}
            </p>
            <ul class="reel-tags" data-test="reel-hashtags" aria-label=move || t("reel-hashtags")>
                {move || tags.get().into_iter().map(|tag| view! {
                    <li class="chip">{tag}</li>
                }).collect_view()}
            </ul>
        </section>
    }
}
