//! The material's tiles.

use contract::Media;
use leptos::prelude::*;

use crate::app::{say, store, t};
use crate::components::tiles::{Seat, Tiles};
use crate::components::{ListFoot, Picture};
use crate::pages::library::tiles::SHAPE;
use crate::pages::wording::facts;

/// The list.
#[component]
pub fn MaterialTiles() -> impl IntoView {
    let material = store().material;
    let list = material.list;
    let id_at = move |index: usize| {
        list.items
            .with(|items| items.get(index).map(|item| item.asset_id.clone()))
    };
    view! {
        <Tiles
            label=move || t("library-tab-material")
            test="material-scroll"
            shape=SHAPE
            total=Signal::derive(move || list.items.with(Vec::len))
            place=list.place
            restart=Signal::derive(move || list.turn.get())
            on_drawn=Callback::new(move |drawn| material.showing(drawn))
            key=id_at
            tile=move |seat| view! { <Tile seat/> }
            foot=move || view! {
                <ListFoot
                    refusal=list.refusal
                    test="material-stale"
                    on_retry=Callback::new(move |()| {
                        if list.has_more.get_untracked() {
                            material.more();
                        } else {
                            material.visited();
                        }
                    })
                />
            }
        />
    }
}

/// One of it: its picture, its name, what it belongs to and since when it is there.
#[component]
fn Tile(
    /// Its seat in the list.
    seat: Seat,
) -> impl IntoView {
    let store = store();
    let index = seat.index;
    let item = Memo::new(move |_| {
        store
            .material
            .list
            .items
            .with(|items| items.get(index).cloned())
    });
    let now = store.ticking();
    let name = Memo::new(move |_| {
        item.with(|item| item.as_ref().map(|item| item.name.clone()))
            .unwrap_or_default()
    });
    let picture = Memo::new(move |_| {
        item.with(|item| {
            item.as_ref()
                .filter(|item| item.has_picture)
                .map(|item| Media::Picture(item.asset_id.clone()))
        })
    });
    let line = Memo::new(move |_| {
        item.with(|item| {
            let item = item.as_ref()?;
            let product = store.products.items.with(|all| {
                let all = all.as_ref()?;
                let known = all
                    .iter()
                    .find(|p| Some(&p.product_id) == item.product_id.as_ref())?;
                Some(known.name.clone())
            });
            let character = store.characters.items.with(|all| {
                let all = all.as_ref()?;
                let known = all
                    .iter()
                    .find(|c| Some(&c.character_id) == item.character_id.as_ref())?;
                Some(known.name.clone())
            });
            let since = item.created_at.map(|at| say().ago(now.get(), at));
            Some(facts([product, character, since].into_iter().flatten()))
        })
        .unwrap_or_default()
    });
    view! {
        <div
            class="tile"
            data-test="reference-tile"
            data-id=move || item.with(|item| item.as_ref().map(|item| item.asset_id.to_string()))
            data-index=index.to_string()
            tabindex=move || seat.tabindex()
            on:focus=move |_| seat.focused()
        >
            <span class="tile-picture"><Picture media=Signal::derive(move || picture.get())/></span>
            <span class="tile-title" title=move || name.get()>{move || name.get()}</span>
            <span class="tile-time muted" title=move || line.get()>{move || line.get()}</span>
        </div>
    }
}
