//! A short list to choose one of.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A list with a choice that means all of them, or none.
#[component]
pub fn Choose(
    /// What is chosen, for whoever does not see it.
    #[prop(into)]
    label: TextProp,
    /// What the choice without a value says.
    #[prop(into)]
    none: TextProp,
    /// For tests.
    #[prop(into)]
    test: String,
    /// Values and their words. What is chosen and not among them is shown as it is.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The value that is chosen; empty for none.
    #[prop(into)]
    chosen: Signal<String>,
    /// Another one was chosen.
    on_choose: Callback<String>,
    /// The id, where a label stands elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let all = Memo::new(move |_| {
        let chosen = chosen.get();
        options.with(|options| {
            let mut all = options.clone();
            if !chosen.is_empty() && !all.iter().any(|(value, _)| *value == chosen) {
                all.push((chosen.clone(), chosen));
            }
            all
        })
    });
    view! {
        <select
            id=id
            class="control"
            data-test=test
            aria-label=move || label.get()
            on:change:target=move |event| on_choose.run(event.target().value())
        >
            <option value="" prop:selected=move || chosen.with(String::is_empty)>
                {move || none.get()}
            </option>
            {move || all.get().into_iter().map(|(value, word)| {
                let key = value.clone();
                view! {
                    <option value=value prop:selected=move || chosen.with(|chosen| *chosen == key)>
                        {word}
                    </option>
                }
            }).collect_view()}
        </select>
    }
}
