//! The tiles. Only those near the window exist in the document; the keys reach all of them.

use contract::{AssetId, Media};
use leptos::html;
use leptos::prelude::*;

use super::filter::Query;
use crate::app::{Page, Store, say, store, t, t_with};
use crate::backend;
use crate::components::tiles::{Grid, Shape, Step};
use crate::components::{Glyph, Icon, Picture};
use crate::pages::wording::args;

/// Title and time under a picture.
const SHAPE: Shape = Shape::upright(148.0, 52.0);

/// The list.
#[component]
pub fn Tiles(
    /// The reels to show, in order.
    shown: Memo<Vec<AssetId>>,
) -> impl IntoView {
    let store = store();
    let scroller = NodeRef::<html::Div>::new();
    let list = NodeRef::<html::Div>::new();
    let size = Size::new(scroller, list);
    let scroll_top = RwSignal::new(store.shelf.with_untracked(|shelf| shelf.scroll_top));
    let grid = Memo::new(move |_| Grid::fit(SHAPE, size.width.get(), size.height.get()));
    let slice = Memo::new(move |_| grid.get().slice(shown.with(Vec::len), scroll_top.get()));
    let active = RwSignal::new(last_opened(store, shown).unwrap_or(0));
    come_back(store, scroller, size, active);
    from_the_top_on_change(store, scroller, scroll_top, active);

    let tiles = move || {
        let slice = slice.get();
        shown.with(|shown| {
            (slice.first..slice.end)
                .filter_map(|index| shown.get(index).map(|id| (index, id.clone())))
                .collect::<Vec<_>>()
        })
    };
    let go = move |index: usize| {
        active.set(index);
        let Some(element) = scroller.get_untracked() else {
            return;
        };
        let target = grid.get_untracked().reveal(
            index,
            scroll_top.get_untracked(),
            size.height.get_untracked(),
        );
        backend::set_scroll_top(&element, target);
        scroll_top.set(target);
        focus_tile(scroller, index);
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if let Some(step) = Step::of_key(&event.key()) {
            event.prevent_default();
            let total = shown.with_untracked(Vec::len);
            go(grid
                .get_untracked()
                .step(active.get_untracked(), step, total));
        }
    };
    view! {
        <div
            node_ref=scroller
            class="library-scroll"
            data-test="library-scroll"
            on:scroll:target=move |event| {
                let top = f64::from(event.target().scroll_top());
                // Once the list has gone, its place is the one that it was left at.
                if scroll_top.try_set(top).is_none() {
                    store.shelf.update_untracked(|shelf| shelf.scroll_top = top);
                }
            }
            on:keydown=keys
        >
            <div node_ref=list class="library-height" style:height=move || format!("{}px", slice.get().height)>
                <ul
                    class="tiles"
                    aria-label=move || t("library-reels")
                    style:transform=move || format!("translateY({}px)", slice.get().top)
                    style:grid-template-columns=move || {
                        let grid = grid.get();
                        format!("repeat({}, {}px)", grid.columns, grid.tile_width)
                    }
                    style:grid-auto-rows=move || format!("{}px", grid.get().row_height)
                >
                    <For each=tiles key=|(index, asset_id)| (*index, asset_id.clone()) let((index, asset_id))>
                        <Tile asset_id index active total=Signal::derive(move || shown.with(Vec::len))/>
                    </For>
                </ul>
            </div>
        </div>
    }
}

/// One reel.
#[component]
fn Tile(
    /// Which.
    asset_id: AssetId,
    /// Its place in the list.
    index: usize,
    /// The tile that the Tab key reaches.
    active: RwSignal<usize>,
    /// How many there are.
    total: Signal<usize>,
) -> impl IntoView {
    let store = store();
    let reel = store.reel(asset_id.clone());
    let now = store.ticking();
    let title = Memo::new(move |_| {
        reel.with(|r| r.as_ref().map(|r| r.title.clone()))
            .unwrap_or_default()
    });
    let is_saved = Memo::new(move |_| {
        reel.with(|r| {
            r.as_ref()
                .and_then(|r| r.saved.as_ref())
                .is_some_and(|saved| saved.present)
        })
    });
    let made = Memo::new(move |_| {
        let made = reel.with(|r| r.as_ref().and_then(|r| r.created_at));
        made.map(|made| say().ago(now.get(), made))
            .unwrap_or_default()
    });
    let pictured = asset_id.clone();
    let media = Signal::derive(move || {
        reel.with(|r| r.as_ref().is_some_and(|r| r.has_picture))
            .then(|| Media::Picture(pictured.clone()))
    });
    let seconds =
        Signal::derive(move || reel.with(|r| r.as_ref().and_then(|r| r.duration_seconds)));
    let name = move || {
        let values = args([("title", title.get().into())]);
        if is_saved.get() {
            t_with("library-open-saved", &values)
        } else {
            t_with("library-open", &values)
        }
    };
    let open = move |_| {
        let asset_id = asset_id.clone();
        store
            .shelf
            .update_untracked(|shelf| shelf.last_opened = Some(asset_id.clone()));
        store.page.set(Page::Reel(asset_id));
    };
    view! {
        <li aria-setsize=move || total.get().to_string() aria-posinset=(index + 1).to_string()>
            <button
                type="button"
                class="tile"
                data-test="reel-tile"
                data-index=index.to_string()
                data-saved=move || is_saved.get().to_string()
                tabindex=move || if active.get() == index { "0" } else { "-1" }
                aria-label=name
                on:focus=move |_| active.set(index)
                on:click=open
            >
                <span class="tile-picture">
                    <Picture media seconds/>
                    <Show when=move || is_saved.get()>
                        <span class="tile-saved" title=move || t("library-saved-mark")>
                            <Icon glyph=Glyph::Check/>
                        </span>
                    </Show>
                </span>
                <span class="tile-title">{move || title.get()}</span>
                <span class="tile-time muted">{move || made.get()}</span>
            </button>
        </li>
    }
}

fn last_opened(store: Store, shown: Memo<Vec<AssetId>>) -> Option<usize> {
    let opened = store
        .shelf
        .with_untracked(|shelf| shelf.last_opened.clone())?;
    shown.with_untracked(|shown| shown.iter().position(|asset_id| *asset_id == opened))
}

/// Width of a row of tiles and height of the window onto them, in CSS pixels.
#[derive(Clone, Copy)]
struct Size {
    width: RwSignal<f64>,
    height: RwSignal<f64>,
}

impl Size {
    /// Nothing until both elements are laid out, then whatever they are.
    fn new(scroller: NodeRef<html::Div>, list: NodeRef<html::Div>) -> Self {
        let size = Self {
            width: RwSignal::new(0.0),
            height: RwSignal::new(0.0),
        };
        Effect::new(move |_| {
            if let (Some(scroller), Some(list)) = (scroller.get(), list.get()) {
                size.height.set(f64::from(scroller.client_height()));
                size.width.set(f64::from(list.client_width()));
                backend::on_resize(&scroller, move |_, height| {
                    size.height.try_set(height);
                });
                backend::on_resize(&list, move |width, _| {
                    size.width.try_set(width);
                });
            }
        });
        size
    }
}

/// Back from a reel: the list stands where it was left, with the focus on that reel.
fn come_back(store: Store, scroller: NodeRef<html::Div>, size: Size, active: RwSignal<usize>) {
    let is_laid_out = Memo::new(move |_| size.width.get() > 0.0);
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) || !is_laid_out.get() {
            return done.unwrap_or(false);
        }
        let (top, opened) = store
            .shelf
            .with_untracked(|shelf| (shelf.scroll_top, shelf.last_opened.is_some()));
        // The list has its height one frame after its size was told.
        request_animation_frame(move || {
            if let Some(element) = scroller.try_get_untracked().flatten() {
                backend::set_scroll_top(&element, top);
            }
            if opened && let Some(index) = active.try_get_untracked() {
                focus_tile(scroller, index);
            }
        });
        true
    });
}

/// Another query: another list, from its beginning.
fn from_the_top_on_change(
    store: Store,
    scroller: NodeRef<html::Div>,
    scroll_top: RwSignal<f64>,
    active: RwSignal<usize>,
) {
    let query = Memo::new(move |_| store.shelf.with(|shelf| shelf.query.clone()));
    Effect::new(move |before: Option<Query>| {
        // Read, not only tracked: a memo that nobody reads hears nothing.
        let now = query.get();
        if before.is_some_and(|before| before != now) {
            active.set(0);
            scroll_top.set(0.0);
            if let Some(element) = scroller.get_untracked() {
                backend::set_scroll_top(&element, 0.0);
            }
        }
        now
    });
}

fn focus_tile(scroller: NodeRef<html::Div>, index: usize) {
    request_animation_frame(move || {
        if let Some(element) = scroller.try_get_untracked().flatten() {
            backend::focus_first(&element, &format!("[data-index=\"{index}\"]"));
        }
    });
}
