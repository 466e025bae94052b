//! A page's frame: heading, what it holds, and the bar at the bottom.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A page. Only what lies between heading and bar scrolls.
#[component]
pub fn PageFrame(
    /// The page's name.
    #[prop(into)]
    title: TextProp,
    /// One muted line below it.
    #[prop(optional, into)]
    subtitle: Option<TextProp>,
    /// Buttons at the right of the heading.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// What the bottom bar holds. Without it there is no bar.
    #[prop(optional, into)]
    bar: Option<ViewFn>,
    /// For tests, and for styles of one page: `page-<name>`.
    name: &'static str,
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <main class=format!("page page-{name}") tabindex="-1" data-test=format!("page-{name}")>
            <header class="page-head">
                <div class="page-words">
                    <h1>{move || title.get()}</h1>
                    {subtitle.map(|text| view! { <p class="muted">{move || text.get()}</p> })}
                </div>
                {actions.map(|actions| view! { <div class="page-actions">{actions.run()}</div> })}
            </header>
            <div class="page-body">{children()}</div>
            {bar.map(|bar| view! { <footer class="page-bar">{bar.run()}</footer> })}
        </main>
    }
}
