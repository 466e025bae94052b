//! The reels' tiles.

use contract::{AssetId, Media, ReelView};
use leptos::prelude::*;

use super::mark::{kind_glyph, kind_of, kind_word};
use super::slides::slide_count;
use crate::app::{Page, say, store, t, t_with};
use crate::components::tiles::{Seat, Shape, Tiles};
use crate::components::{Glyph, Icon, ListFoot, Picture};
use crate::pages::wording::args;

/// Title and time under a picture.
pub const SHAPE: Shape = Shape::upright(148.0, 52.0);

/// The list.
#[component]
pub fn ReelTiles() -> impl IntoView {
    let shelf = store().shelf;
    let reels = shelf.reels;
    let id_at = move |index: usize| {
        reels
            .items
            .with(|reels| reels.get(index).map(|reel| reel.asset_id.clone()))
    };
    view! {
        <Tiles
            label=move || t("library-reels")
            test="library-scroll"
            shape=SHAPE
            total=Signal::derive(move || reels.items.with(Vec::len))
            place=reels.place
            restart=Signal::derive(move || reels.turn.get())
            on_drawn=Callback::new(move |drawn| shelf.showing(drawn))
            key=id_at
            tile=move |seat| view! { <Tile seat/> }
            foot=move || view! {
                <ListFoot
                    refusal=reels.refusal
                    test="library-stale"
                    on_retry=Callback::new(move |()| shelf.more())
                />
            }
        />
    }
}

/// One reel.
#[component]
fn Tile(
    /// Its seat in the list.
    seat: Seat,
) -> impl IntoView {
    let store = store();
    let reels = store.shelf.reels;
    let index = seat.index;
    // The seat belongs to this reel: with another one it is drawn anew.
    let reel = Memo::new(move |_| reels.items.with(|reels| reels.get(index).cloned()));
    let now = store.ticking();
    let title = Memo::new(move |_| {
        reel.with(|r| r.as_ref().map(|r| r.title.clone()))
            .unwrap_or_default()
    });
    let is_saved = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(is_on_disk)));
    let made = Memo::new(move |_| {
        let made = reel.with(|r| r.as_ref().and_then(|r| r.created_at));
        made.map(|made| say().ago(now.get(), made))
            .unwrap_or_default()
    });
    let picture = Memo::new(move |_| {
        reel.with(|r| {
            r.as_ref()
                .filter(|r| r.has_picture)
                .map(|r| Media::Picture(r.asset_id.clone()))
        })
    });
    let kind = Memo::new(move |_| reel.with(|r| r.as_ref().and_then(kind_of)));
    let slides = Memo::new(move |_| reel.with(|r| r.as_ref().map_or(0, slide_count)));
    let seconds = Memo::new(move |_| reel.with(|r| r.as_ref().and_then(|r| r.duration_seconds)));
    let name = move || {
        let values = args([("title", title.get().into())]);
        let word = match (kind.get().is_some(), is_saved.get()) {
            (false, false) => "library-open",
            (false, true) => "library-open-saved",
            (true, false) => "library-open-hub",
            (true, true) => "library-open-hub-saved",
        };
        t_with(word, &values)
    };
    let id = move || reel.with(|r| r.as_ref().map(|r| r.asset_id.clone()));
    let open = move |_| {
        if let Some(asset_id) = untrack(id) {
            seat.opened();
            store.page.set(Page::Reel(asset_id));
        }
    };
    view! {
        <button
            type="button"
            class="tile"
            data-test="reel-tile"
            data-id=move || id().map(|id: AssetId| id.to_string())
            data-index=index.to_string()
            data-saved=move || is_saved.get().to_string()
            data-form=move || if slides.get() == 0 { "video" } else { "carousel" }
            data-service=move || if kind.get().is_some() { "hubfluencer" } else { "riffkit" }
            tabindex=move || seat.tabindex()
            aria-label=name
            on:focus=move |_| seat.focused()
            on:click=open
        >
            <span class="tile-picture">
                <Picture
                    media=Signal::derive(move || picture.get())
                    seconds=Signal::derive(move || seconds.get())
                />
                {move || kind.get().map(|kind| {
                    let name = kind_word(&say(), kind);
                    let title = t_with("library-mark", &args([("kind", name.into())]));
                    view! {
                        <span class="tile-mark" data-test="reel-mark" title=title>
                            <Icon glyph=kind_glyph(kind)/>
                        </span>
                    }
                })}
                <Show when=move || { slides.get() > 0 }>
                    <span class="picture-length" data-test="reel-slide-count">
                        {move || t_with(
                            "hub-step-slides",
                            &args([("count", f64::from(slides.get()).into())]),
                        )}
                    </span>
                </Show>
                <Show when=move || is_saved.get()>
                    <span class="tile-saved" title=move || t("library-saved-mark")>
                        <Icon glyph=Glyph::Check/>
                    </span>
                </Show>
            </span>
            <span class="tile-title">{move || title.get()}</span>
            <span class="tile-time muted">{move || made.get()}</span>
        </button>
    }
}

fn is_on_disk(reel: &ReelView) -> bool {
    reel.saved.as_ref().is_some_and(|saved| saved.present)
}
