//! Search, filters, order.

use contract::{CreatedWindow, LibraryQuery, ReelSort, Service};
use leptos::html;
use leptos::prelude::*;

use crate::app::{store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Choose, Glyph, Icon, Tabs};

const WINDOWS: [(CreatedWindow, &str, &str); 4] = [
    (CreatedWindow::Today, "1d", "library-since-today"),
    (CreatedWindow::Week, "7d", "library-since-week"),
    (CreatedWindow::Month, "30d", "library-since-month"),
    (CreatedWindow::Quarter, "90d", "library-since-quarter"),
];

const SORTS: [(ReelSort, &str, &str); 3] = [
    (ReelSort::Oldest, "oldest", "library-sort-oldest"),
    (ReelSort::Character, "character", "library-sort-character"),
    (ReelSort::Product, "product", "library-sort-product"),
];

/// Words to look for. Ctrl or Command with F goes there.
#[component]
pub fn Search() -> impl IntoView {
    let shelf = store().shelf;
    let search = NodeRef::<html::Input>::new();
    backend::on_key(move |event| {
        let is_find = (event.ctrl_key() || event.meta_key()) && event.key() == "f";
        if is_find && !backend::has_open_dialog() {
            event.prevent_default();
            if let Some(search) = search.get_untracked() {
                let _ = search.focus();
                search.select();
            }
        }
    });
    view! {
        <div role="search">
            <label class="search">
                <Icon glyph=Glyph::Search/>
                <span class="visually-hidden">{move || t("library-search")}</span>
                <input
                    node_ref=search
                    class="control"
                    data-test="library-search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=move || t("library-search")
                    prop:value=move || shelf.query.with(|query| query.search.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        shelf.look_for(|query| query.search = text);
                    }
                />
            </label>
        </div>
    }
}

/// By whom, with what, from what, when, and in which order.
#[component]
pub fn Filters() -> impl IntoView {
    let store = store();
    let shelf = store.shelf;
    let chosen =
        move |of: fn(&LibraryQuery) -> String| Signal::derive(move || shelf.query.with(of));
    let characters = Signal::derive(move || {
        store.characters.items.with(|all| {
            let all = all.as_deref().unwrap_or_default();
            all.iter()
                .map(|c| (c.character_id.to_string(), c.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let products = Signal::derive(move || {
        store.products.items.with(|all| {
            let all = all.as_deref().unwrap_or_default();
            all.iter()
                .map(|p| (p.product_id.to_string(), p.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let templates = Signal::derive(move || {
        shelf.templates.with(|all| {
            all.iter()
                .map(|(name, id)| (id.to_string(), name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let windows = Signal::derive(|| {
        WINDOWS
            .map(|(_, value, word)| (value.to_owned(), t(word)))
            .to_vec()
    });
    let sorts = Signal::derive(|| {
        SORTS
            .map(|(_, value, word)| (value.to_owned(), t(word)))
            .to_vec()
    });
    view! {
        <div class="toolbar library-filters">
            <Choose
                label=move || t("library-character")
                none=move || t("library-any-character")
                test="library-filter-character"
                options=characters
                chosen=chosen(|query| query.characters.first().map(ToString::to_string).unwrap_or_default())
                on_choose=Callback::new(move |id: String| shelf.look_for(|query| {
                    query.characters = one(&id).map(Into::into).into_iter().collect();
                }))
            />
            <Choose
                label=move || t("library-product")
                none=move || t("library-any-product")
                test="library-filter-product"
                options=products
                chosen=chosen(|query| query.products.first().map(ToString::to_string).unwrap_or_default())
                on_choose=Callback::new(move |id: String| shelf.look_for(|query| {
                    query.products = one(&id).map(Into::into).into_iter().collect();
                }))
            />
            <Choose
                label=move || t("library-template")
                none=move || t("library-any-template")
                test="library-filter-template"
                options=templates
                chosen=chosen(|query| query.templates.first().map(ToString::to_string).unwrap_or_default())
                on_choose=Callback::new(move |id: String| shelf.look_for(|query| {
                    query.templates = one(&id).map(Into::into).into_iter().collect();
                }))
            />
            <Choose
                label=move || t("library-since")
                none=move || t("library-since-all")
                test="library-since"
                options=windows
                chosen=chosen(|query| word_of(&WINDOWS, query.window))
                on_choose=Callback::new(move |value: String| shelf.look_for(|query| {
                    query.window = value_of(&WINDOWS, &value);
                }))
            />
            <Choose
                label=move || t("library-sort")
                none=move || t("library-sort-newest")
                test="library-sort"
                options=sorts
                chosen=chosen(|query| word_of(&SORTS, query.sort))
                on_choose=Callback::new(move |value: String| shelf.look_for(|query| {
                    query.sort = value_of(&SORTS, &value);
                }))
            />
            <Show when=move || shelf.query.with(is_narrowed)>
                <Button
                    kind=ButtonKind::Quiet
                    test="library-clear"
                    on_press=Callback::new(move |()| shelf.look_for(widen))
                >
                    {move || t("library-clear")}
                </Button>
            </Show>
        </div>
    }
}

/// Whose reels: those of both services, or of one.
#[component]
pub fn ByService() -> impl IntoView {
    let shelf = store().shelf;
    let chosen = RwSignal::new(shelf.query.with_untracked(|query| query.service));
    // The button that clears all filters changes it as well.
    Effect::new(move |_| {
        let now = shelf.query.with(|query| query.service);
        if chosen.get_untracked() != now {
            chosen.set(now);
        }
    });
    Effect::new(move |_| {
        let service = chosen.get();
        shelf.look_for(|query| query.service = service);
    });
    view! {
        <Tabs
            label=move || t("library-service")
            name="library-service"
            tabs=[
                (None, "library-service-all", "library-service-all"),
                (Some(Service::Riffkit), "service-riffkit", "library-service-riffkit"),
                (Some(Service::Hubfluencer), "service-hubfluencer", "library-service-hubfluencer"),
            ]
            chosen
        />
    }
}

/// Whether a query leaves something out.
pub fn is_narrowed(query: &LibraryQuery) -> bool {
    let mut widest = query.clone();
    widen(&mut widest);
    widest != *query
}

/// Whether all that is left out is the other service's.
pub fn is_of_hub_alone(query: &LibraryQuery) -> bool {
    let wider = LibraryQuery {
        service: None,
        ..query.clone()
    };
    query.service == Some(Service::Hubfluencer) && !is_narrowed(&wider)
}

/// Leaves nothing out, in the same order.
pub fn widen(query: &mut LibraryQuery) {
    *query = LibraryQuery {
        sort: query.sort,
        ..LibraryQuery::default()
    };
}

fn one(id: &str) -> Option<&str> {
    Some(id).filter(|id| !id.is_empty())
}

/// The text of a choice; empty for the one that stands first.
fn word_of<T: PartialEq>(all: &[(T, &str, &str)], value: T) -> String {
    all.iter()
        .find(|(other, ..)| *other == value)
        .map(|(_, text, _)| (*text).to_owned())
        .unwrap_or_default()
}

/// The choice with this text; the first for any other.
fn value_of<T: Copy + Default>(all: &[(T, &str, &str)], text: &str) -> T {
    all.iter()
        .find(|(_, other, _)| *other == text)
        .map(|(value, ..)| *value)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_come_back_from_their_texts() {
        for (window, text, _) in WINDOWS {
            assert_eq!(word_of(&WINDOWS, window), text);
            assert_eq!(value_of(&WINDOWS, text), window);
        }
        assert_eq!(word_of(&WINDOWS, CreatedWindow::Ever), "");
        assert_eq!(value_of(&SORTS, ""), ReelSort::Newest);
    }

    #[test]
    fn hubfluencers_own_shelf_is_told_from_one_that_is_searched() {
        let mut query = LibraryQuery {
            service: Some(Service::Hubfluencer),
            ..LibraryQuery::default()
        };
        assert!(is_of_hub_alone(&query));
        query.search = "oat".to_owned();
        assert!(!is_of_hub_alone(&query));
        assert!(!is_of_hub_alone(&LibraryQuery::default()));
    }

    #[test]
    fn an_order_alone_leaves_nothing_out() {
        let mut query = LibraryQuery {
            sort: ReelSort::Oldest,
            ..LibraryQuery::default()
        };
        assert!(!is_narrowed(&query));
        query.search = "oat".to_owned();
        assert!(is_narrowed(&query));
        widen(&mut query);
        assert_eq!((query.search.as_str(), query.sort), ("", ReelSort::Oldest));
    }
}
