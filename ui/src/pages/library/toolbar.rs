//! Search, window of time, order.

use contract::AssetId;
use leptos::html;
use leptos::prelude::*;

use super::filter::{Since, Sort};
use crate::app::{Store, store, t};
use crate::backend;
use crate::components::{Glyph, Icon};

/// The three controls. Ctrl or Command with F goes to the search.
#[component]
pub fn Toolbar() -> impl IntoView {
    let store = store();
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
        <div class="toolbar" role="search">
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
                    prop:value=move || store.shelf.with(|shelf| shelf.query.search.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        change(store, |query| query.search = text);
                    }
                />
            </label>
            <label>
                <span class="visually-hidden">{move || t("library-since")}</span>
                <select
                    class="control"
                    data-test="library-since"
                    on:change:target=move |event| {
                        let since = Since::from_text(&event.target().value());
                        change(store, |query| query.since = since);
                    }
                >
                    {Since::ALL.map(|since| view! {
                        <option
                            value=since.as_str()
                            prop:selected=move || store.shelf.with(|shelf| shelf.query.since == since)
                        >
                            {move || since_word(since)}
                        </option>
                    })}
                </select>
            </label>
            <label>
                <span class="visually-hidden">{move || t("library-sort")}</span>
                <select
                    class="control"
                    data-test="library-sort"
                    on:change:target=move |event| {
                        let sort = Sort::from_text(&event.target().value());
                        change(store, |query| query.sort = sort);
                    }
                >
                    {Sort::ALL.map(|sort| view! {
                        <option
                            value=sort.as_str()
                            prop:selected=move || store.shelf.with(|shelf| shelf.query.sort == sort)
                        >
                            {move || sort_word(sort)}
                        </option>
                    })}
                </select>
            </label>
        </div>
    }
}

/// Another query begins at the top of its list.
pub fn change(store: Store, change: impl FnOnce(&mut super::filter::Query)) {
    store.shelf.update(|shelf| {
        change(&mut shelf.query);
        shelf.scroll_top = 0.0;
        shelf.last_opened = None::<AssetId>;
    });
}

fn since_word(since: Since) -> String {
    match since {
        Since::AnyTime => t("library-since-all"),
        Since::Day => t("library-since-day"),
        Since::Week => t("library-since-week"),
        Since::Month => t("library-since-month"),
        Since::Quarter => t("library-since-quarter"),
    }
}

fn sort_word(sort: Sort) -> String {
    match sort {
        Sort::Newest => t("library-sort-newest"),
        Sort::Oldest => t("library-sort-oldest"),
    }
}
