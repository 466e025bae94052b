//! What the Templates page shows: its tiles, or why there are none.

use contract::{SessionState, TemplateQuery};
use leptos::prelude::*;

use super::shelves::Shelves;
use super::tile::Tile;
use crate::app::{Store, store, t};
use crate::components::tiles::{Shape, Tiles};
use crate::components::{Empty, Glyph, NoneMatch, RefusalPanel, SignedOut, ToRiff};

/// Name, arc, facts and tags under a picture.
const SHAPE: Shape = Shape::upright(156.0, 86.0);

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    SignedOut,
    Loading,
    Unreachable,
    Empty,
    NoneMatch,
    Tiles,
}

/// The page below its tags.
#[component]
pub fn Contents() -> impl IntoView {
    let store = store();
    let sight = Memo::new(move |_| sight(store));
    view! {
        {move || match sight.get() {
            Sight::Tiles => view! { <List/> }.into_any(),
            Sight::Loading => view! { <Bones/> }.into_any(),
            Sight::Unreachable => view! { <Trouble/> }.into_any(),
            Sight::SignedOut => view! {
                <SignedOut
                    glyph=Glyph::Template
                    title="templates-signed-out"
                    words="templates-signed-out-how"
                    test="templates-sign-in"
                />
            }
            .into_any(),
            Sight::Empty => view! {
                <Empty
                    glyph=Glyph::Template
                    title=move || t("templates-empty")
                    words=move || t("templates-empty-how")
                    test="templates-empty"
                >
                    <ToRiff test="templates-to-riff"/>
                </Empty>
            }
            .into_any(),
            Sight::NoneMatch => view! {
                <NoneMatch
                    title="templates-none-match"
                    words="templates-none-match-how"
                    clear="templates-clear"
                    test="templates-clear"
                    on_clear=Callback::new(move |()| store.templates.look_for(clear))
                />
            }
            .into_any(),
        }}
    }
}

/// Everything is looked for again; the order stays.
fn clear(query: &mut TemplateQuery) {
    *query = TemplateQuery {
        sort: query.sort,
        ..TemplateQuery::default()
    };
}

fn sight(store: Store) -> Sight {
    let signed_out = store.session.with(SessionState::is_signed_out);
    let total = store.templates.shelves.with(Shelves::total);
    match total {
        _ if signed_out => Sight::SignedOut,
        Some(0) if is_narrowed(&store.templates.query()) => Sight::NoneMatch,
        Some(0) => Sight::Empty,
        Some(_) => Sight::Tiles,
        None if store.templates.refusal.with(Option::is_some) => Sight::Unreachable,
        None => Sight::Loading,
    }
}

/// Whether something other than the whole list is looked for.
fn is_narrowed(query: &TemplateQuery) -> bool {
    let mut whole = query.clone();
    clear(&mut whole);
    whole != *query
}

/// The tiles, and over their lower edge what could not be heard.
#[component]
fn List() -> impl IntoView {
    let store = store();
    let catalogue = store.templates;
    let total = Memo::new(move |_| {
        catalogue
            .shelves
            .with(|shelves| shelves.total().unwrap_or_default())
    });
    view! {
        <Tiles
            label=move || t("page-templates")
            test="templates-scroll"
            shape=SHAPE
            total=total.into()
            place=catalogue.place
            on_drawn=Callback::new(move |slice| catalogue.showing(slice))
            key=|_| ()
            tile=|seat| view! { <Tile seat/> }
            foot=move || view! { <Trouble/> }
        />
    }
}

/// Why no more of the list is there, and the way on.
#[component]
fn Trouble() -> impl IntoView {
    let store = store();
    move || {
        store.templates.refusal.get().map(|refusal| {
            view! {
                <div class="templates-trouble" data-test="templates-trouble">
                    <RefusalPanel
                        refusal
                        on_retry=Callback::new(move |()| store.templates.again())
                    />
                </div>
            }
        })
    }
}

/// The shape of tiles to come.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="tile-bones template-bones" aria-busy="true" data-test="templates-loading">
            <p class="visually-hidden" role="status">{move || t("templates-loading")}</p>
            {(0..6).map(|_| view! { <span class="bone tile-bone"></span> }).collect_view()}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use contract::{TemplateSort, TemplateStatus};

    use super::*;

    #[test]
    fn only_a_narrowed_question_can_be_cleared_and_its_order_stays() {
        let mut query = TemplateQuery {
            sort: TemplateSort::Oldest,
            ..TemplateQuery::default()
        };
        assert!(!is_narrowed(&query), "an order leaves nothing out");
        query.status = TemplateStatus::Archived;
        assert!(is_narrowed(&query));
        query.search = "doubt".to_owned();
        query.tags = vec!["hook".to_owned()];
        clear(&mut query);
        assert!(!is_narrowed(&query));
        assert_eq!(query.sort, TemplateSort::Oldest);
    }
}
