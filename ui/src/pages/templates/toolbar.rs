//! Search, how far the analysis is, order.

use std::time::Duration;

use contract::{TemplateSort, TemplateStatus};
use leptos::html;
use leptos::prelude::*;

use crate::app::{store, t};
use crate::backend;
use crate::components::{Glyph, Icon};

/// How long the person has to stop typing before the service is asked.
const PAUSE: Duration = Duration::from_millis(300);

/// The three controls. Ctrl or Command with F goes to the search.
#[component]
pub fn Toolbar() -> impl IntoView {
    view! {
        <div class="toolbar" role="search">
            <Search/>
            <Status/>
            <Sort/>
        </div>
    }
}

#[component]
fn Search() -> impl IntoView {
    let store = store();
    let input = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(store.templates.query().search);
    // Cleared from elsewhere, it is cleared here.
    Effect::new(move |_| {
        let asked = store.templates.query().search;
        if typed.with_untracked(|typed| typed.trim() != asked) {
            typed.set(asked);
        }
    });
    Effect::new(move |before: Option<()>| {
        let wanted = typed.get().trim().to_owned();
        if before.is_some() {
            // Typing on takes this back: the timer goes with the effect's last run.
            backend::after(PAUSE, move || {
                store.templates.look_for(|query| query.search = wanted);
            });
        }
    });
    backend::on_key(move |event| {
        let is_find = (event.ctrl_key() || event.meta_key()) && event.key() == "f";
        if is_find && !backend::has_open_dialog() {
            event.prevent_default();
            if let Some(input) = input.get_untracked() {
                let _ = input.focus();
                input.select();
            }
        }
    });
    view! {
        <label class="search">
            <Icon glyph=Glyph::Search/>
            <span class="visually-hidden">{move || t("templates-search")}</span>
            <input
                node_ref=input
                class="control"
                data-test="templates-search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=move || t("templates-search")
                prop:value=move || typed.get()
                on:input:target=move |event| typed.set(event.target().value())
            />
        </label>
    }
}

#[component]
fn Status() -> impl IntoView {
    let store = store();
    view! {
        <label>
            <span class="visually-hidden">{move || t("templates-status")}</span>
            <select
                class="control"
                data-test="templates-status"
                on:change:target=move |event| {
                    let status = of_text(&STATUSES, &event.target().value());
                    store.templates.look_for(|query| query.status = status);
                }
            >
                {STATUSES.map(|(text, status)| view! {
                    <option
                        value=text
                        prop:selected=move || store.templates.query().status == status
                    >
                        {move || status_word(status)}
                    </option>
                })}
            </select>
        </label>
    }
}

#[component]
fn Sort() -> impl IntoView {
    let store = store();
    view! {
        <label>
            <span class="visually-hidden">{move || t("templates-sort")}</span>
            <select
                class="control"
                data-test="templates-sort"
                on:change:target=move |event| {
                    let sort = of_text(&SORTS, &event.target().value());
                    store.templates.look_for(|query| query.sort = sort);
                }
            >
                {SORTS.map(|(text, sort)| view! {
                    <option value=text prop:selected=move || store.templates.query().sort == sort>
                        {move || sort_word(sort)}
                    </option>
                })}
            </select>
        </label>
    }
}

const STATUSES: [(&str, TemplateStatus); 3] = [
    ("analyzed", TemplateStatus::Analyzed),
    ("collected", TemplateStatus::Collected),
    ("archived", TemplateStatus::Archived),
];

const SORTS: [(&str, TemplateSort); 3] = [
    ("used", TemplateSort::Used),
    ("newest", TemplateSort::Newest),
    ("oldest", TemplateSort::Oldest),
];

/// The choice with this stable text; the first for any other.
fn of_text<T: Copy + Default>(all: &[(&str, T)], text: &str) -> T {
    all.iter()
        .find(|(name, _)| *name == text)
        .map(|(_, choice)| *choice)
        .unwrap_or_default()
}

fn status_word(status: TemplateStatus) -> String {
    match status {
        TemplateStatus::Analyzed => t("templates-status-analysed"),
        TemplateStatus::Collected => t("templates-status-collected"),
        TemplateStatus::Archived => t("templates-status-archived"),
    }
}

fn sort_word(sort: TemplateSort) -> String {
    match sort {
        TemplateSort::Used => t("templates-sort-used"),
        TemplateSort::Newest => t("templates-sort-newest"),
        TemplateSort::Oldest => t("templates-sort-oldest"),
    }
}
