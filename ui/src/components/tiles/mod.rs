//! A list of pictures of any length. Only the tiles near the window exist in the document (never
//! more than [`MOST_TILES`](grid::MOST_TILES)); the keys reach all of them, and whoever comes back
//! finds the list as it was left.

mod grid;

use std::hash::Hash;

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

pub use self::grid::{Grid, Shape, Slice, Step};
use crate::backend;

/// Where the person is in a list. Kept by whoever wants it found again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// How far the list is scrolled, in CSS pixels.
    pub scroll_top: f64,
    /// The tile that the Tab key reaches.
    pub index: usize,
    /// Whether that tile was opened: the focus comes back to it.
    pub was_opened: bool,
}

/// One tile's seat in the list: what its button needs to know to be reached by the keys.
#[derive(Clone, Copy)]
pub struct Seat {
    /// Its place in the list, from 0.
    pub index: usize,
    place: RwSignal<Place>,
}

impl Seat {
    /// The button's `tabindex`. Reactive.
    pub fn tabindex(self) -> &'static str {
        if self.place.with(|place| place.index) == self.index {
            "0"
        } else {
            "-1"
        }
    }

    /// The button got the focus.
    pub fn focused(self) {
        if self.place.with_untracked(|place| place.index) != self.index {
            self.place.update(|place| place.index = self.index);
        }
    }

    /// The button was pressed and leads away from the list.
    pub fn opened(self) {
        self.place.update_untracked(|place| {
            place.index = self.index;
            place.was_opened = true;
        });
    }
}

/// The list. A tile's button has `data-index`, and takes `tabindex` and focus from its [`Seat`].
#[component]
pub fn Tiles<K, V>(
    /// What it lists, for whoever does not see it.
    #[prop(into)]
    label: TextProp,
    /// For tests.
    test: &'static str,
    /// The tiles' looks.
    shape: Shape,
    /// How many there are.
    total: Signal<usize>,
    /// Where the person is. Read as the list comes, and told while it is there.
    place: RwSignal<Place>,
    /// Changes when the list becomes another one: that one stands at its beginning.
    #[prop(optional, into)]
    restart: Option<Signal<u32>>,
    /// What is drawn now. Told whenever that changes.
    #[prop(into)]
    on_drawn: Callback<Slice>,
    /// What makes the tile of this place another tile.
    key: impl Fn(usize) -> K + Send + Sync + 'static,
    /// Draws one.
    tile: impl Fn(Seat) -> V + Clone + Send + Sync + 'static,
    /// What stands over the list's lower edge.
    #[prop(optional, into)]
    foot: Option<ViewFn>,
) -> impl IntoView
where
    K: Eq + Hash + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let scroller = NodeRef::<html::Div>::new();
    let list = NodeRef::<html::Div>::new();
    let size = Size::new(scroller, list);
    let scroll_top = RwSignal::new(place.with_untracked(|place| place.scroll_top));
    let grid = Memo::new(move |_| Grid::fit(shape, size.width.get(), size.height.get()));
    let slice = Memo::new(move |_| grid.get().slice(total.get(), scroll_top.get()));
    Effect::new(move |_| on_drawn.run(slice.get()));
    let has_tiles = Memo::new(move |_| size.width.get() > 0.0 && slice.get().end > 0);
    Effect::new(move |_| {
        if has_tiles.get() {
            backend::mark_painted(backend::LIST_PAINTED);
        }
    });
    come_back(scroller, size, place);
    if let Some(restart) = restart {
        begin_anew(scroller, scroll_top, place, restart);
    }

    let tiles = move || {
        let slice = slice.get();
        (slice.first..slice.end)
            .map(|index| (index, key(index)))
            .collect::<Vec<_>>()
    };
    let go = move |index: usize| {
        place.update(|place| place.index = index);
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
            let from = place.with_untracked(|place| place.index);
            go(grid.get_untracked().step(from, step, total.get_untracked()));
        }
    };
    view! {
        <div class="tiles-window">
            <div
                node_ref=scroller
                class="tiles-scroll"
                data-test=test
                on:scroll:target=move |event| {
                    let top = f64::from(event.target().scroll_top());
                    // Once the list has gone, its place is the one that it was left at.
                    if scroll_top.try_set(top).is_none() {
                        place.update_untracked(|place| place.scroll_top = top);
                    }
                }
                on:keydown=keys
            >
                <div
                    node_ref=list
                    class="tiles-height"
                    style:height=move || format!("{}px", slice.get().height)
                >
                    <ul
                        class="tiles"
                        aria-label=move || label.get()
                        style:transform=move || format!("translateY({}px)", slice.get().top)
                        style:grid-template-columns=move || {
                            let grid = grid.get();
                            format!("repeat({}, {}px)", grid.columns, grid.tile_width)
                        }
                        style:grid-auto-rows=move || format!("{}px", grid.get().row_height)
                    >
                        <For each=tiles key=Clone::clone let((index, _))>
                            <li
                                aria-setsize=move || total.get().to_string()
                                aria-posinset=(index + 1).to_string()
                            >
                                {tile(Seat { index, place })}
                            </li>
                        </For>
                    </ul>
                </div>
            </div>
            {foot.map(|foot| foot.run())}
        </div>
    }
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

/// The list stands where it was left; if one of its tiles was opened, with the focus on that one.
fn come_back(scroller: NodeRef<html::Div>, size: Size, place: RwSignal<Place>) {
    let left_at = place.get_untracked();
    place.update_untracked(|place| place.was_opened = false);
    let is_laid_out = Memo::new(move |_| size.width.get() > 0.0);
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) || !is_laid_out.get() {
            return done.unwrap_or(false);
        }
        // The list has its height one frame after its size was told.
        request_animation_frame(move || {
            if let Some(element) = scroller.try_get_untracked().flatten() {
                backend::set_scroll_top(&element, left_at.scroll_top);
                if left_at.was_opened {
                    focus_tile(scroller, left_at.index);
                }
            }
        });
        true
    });
}

/// Another list begins at its beginning.
fn begin_anew(
    scroller: NodeRef<html::Div>,
    scroll_top: RwSignal<f64>,
    place: RwSignal<Place>,
    restart: Signal<u32>,
) {
    Effect::new(move |before: Option<u32>| {
        // Read, not only tracked: a signal that nobody reads is not heard.
        let now = restart.get();
        if before.is_some_and(|before| before != now) {
            place.set(Place::default());
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
