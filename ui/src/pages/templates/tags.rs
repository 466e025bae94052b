//! Tags to look by: those that were seen on templates, and any other that is typed.

use leptos::prelude::*;

use crate::app::{store, t};
use crate::components::{Glyph, Icon};

/// The row of tags.
#[component]
pub fn Tags() -> impl IntoView {
    let store = store();
    let tags = Memo::new(move |_| store.templates.tags.get());
    let typed = RwSignal::new(String::new());
    let add = move || {
        let tag = clean(&typed.get_untracked());
        typed.set(String::new());
        if !tag.is_empty() {
            store.templates.tags.update(|tags| {
                if !tags.contains(&tag) {
                    tags.insert(0, tag.clone());
                }
            });
            store.templates.look_for(|query| {
                if !query.tags.contains(&tag) {
                    query.tags.push(tag);
                }
            });
        }
    };
    view! {
        <div class="template-tags" role="group" aria-label=move || t("templates-tags")>
            <label class="tag-entry">
                <Icon glyph=Glyph::Add/>
                <span class="visually-hidden">{move || t("templates-tag-add")}</span>
                <input
                    class="control"
                    data-test="templates-tag-add"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="60"
                    placeholder=move || t("templates-tag-add")
                    prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())
                    on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        add();
                    }
                    on:change=move |_| add()
                />
            </label>
            <For each=move || tags.get() key=Clone::clone let:tag>
                <Tag tag/>
            </For>
        </div>
    }
}

/// One tag: pressed, only templates that have it are shown.
#[component]
fn Tag(
    /// Which.
    tag: String,
) -> impl IntoView {
    let store = store();
    let tag = StoredValue::new(tag);
    let is_chosen = Memo::new(move |_| {
        let query = store.templates.query();
        tag.with_value(|tag| query.tags.contains(tag))
    });
    view! {
        <button
            type="button"
            class="chip"
            data-test="templates-tag"
            data-tag=tag.get_value()
            aria-pressed=move || is_chosen.get().to_string()
            on:click=move |_| store.templates.look_for(|query| {
                let tag = tag.get_value();
                match query.tags.iter().position(|other| *other == tag) {
                    Some(index) => drop(query.tags.remove(index)),
                    None => query.tags.push(tag),
                }
            })
        >
            {tag.get_value()}
        </button>
    }
}

/// A tag as the service writes it: without the mark, the spaces around it, and commas, which part
/// tags from one another.
fn clean(typed: &str) -> String {
    typed
        .replace(',', " ")
        .trim()
        .trim_start_matches('#')
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_tag_is_sent_without_what_is_not_part_of_it() {
        assert_eq!(clean("  #hook "), "hook");
        assert_eq!(clean("before after"), "before after");
        assert_eq!(clean("a,"), "a");
        assert_eq!(clean(" , "), "");
        assert_eq!(clean("＃开场"), "＃开场");
    }
}
