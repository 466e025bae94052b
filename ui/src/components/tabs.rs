//! A few ways to look at a page, one of them chosen.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One of them: what it is, the key of its word, its name in tests.
pub type Tab<T> = (T, &'static str, &'static str);

/// The ways.
#[component]
pub fn Tabs<T, const N: usize>(
    /// What is chosen, for whoever does not see it.
    #[prop(into)]
    label: TextProp,
    /// Names them to the platform: those of one name exclude each other.
    name: &'static str,
    /// Each.
    tabs: [Tab<T>; N],
    /// The one that is chosen.
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <fieldset class="segments">
            <legend class="visually-hidden">{move || label.get()}</legend>
            {tabs.into_iter().map(|(value, word, test)| view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=name
                        data-test=test
                        prop:checked=move || chosen.get() == value
                        on:change=move |_| chosen.set(value)
                    />
                    <span>{move || crate::app::t(word)}</span>
                </label>
            }).collect_view()}
        </fieldset>
    }
}
