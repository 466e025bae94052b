//! Short words in a row: instruments, hashtags.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::KeptSigns;
use crate::app::t_with;
use crate::pages::wording::args;

/// Short words in a row: typed with Enter or a comma, taken away one by one.
#[component]
pub fn TagField(
    /// Its id, also for tests; a tag's button is `{id}-remove-{tag}`.
    id: &'static str,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What could stand there.
    #[prop(into)]
    example: TextProp,
    /// The words.
    #[prop(into)]
    tags: Signal<Vec<String>>,
    /// They were changed.
    on_tags: Callback<Vec<String>>,
    /// What a tag looks like once it is taken: hashtags get their sign.
    signs: KeptSigns,
    /// Whether they can't be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let add = move || {
        let fresh = signs.read(&typed.get_untracked());
        typed.set(String::new());
        let before = tags.get_untracked();
        let after = signs.joined(&before, fresh);
        if after != before {
            on_tags.run(after);
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" | "," => {
            event.prevent_default();
            add();
        }
        "Backspace" if typed.with_untracked(String::is_empty) => {
            let mut left = tags.get_untracked();
            if left.pop().is_some() {
                on_tags.run(left);
            }
        }
        _ => {}
    };
    view! {
        <div class="tag-field">
            <label for=id>{move || label.get()}</label>
            <div class="tag-row">
                <For each=move || tags.get() key=Clone::clone let:tag>
                    <Tag id tag tags on_tags disabled/>
                </For>
                <input
                    id=id
                    class="control tag-input"
                    data-test=id
                    type="text"
                    autocomplete="off"
                    disabled=move || disabled.get()
                    placeholder=move || example.get().to_string()
                    prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())
                    on:keydown=keys
                    on:blur=move |_| add()
                />
            </div>
        </div>
    }
}

#[component]
fn Tag(
    /// Of which field.
    id: &'static str,
    /// The word.
    tag: String,
    /// All words.
    tags: Signal<Vec<String>>,
    /// They were changed.
    on_tags: Callback<Vec<String>>,
    /// Whether they can't be changed now.
    disabled: Signal<bool>,
) -> impl IntoView {
    let word = StoredValue::new(tag.clone());
    let test = format!("{id}-remove-{tag}");
    view! {
        <span class="chip tag">
            {tag}
            <button
                type="button"
                class="tag-remove"
                disabled=move || disabled.get()
                data-test=test
                aria-label=move || t_with("hub-tag-remove", &args([("tag", word.get_value().into())]))
                on:click=move |_| {
                    let mut left = tags.get_untracked();
                    word.with_value(|word| left.retain(|other| other != word));
                    on_tags.run(left);
                }
            >
                "×"
            </button>
        </span>
    }
}
