//! A text with a cap, counted as the service counts it.

use contract::{TEXT_CAP_CHARS, text_length};
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::app::{say, t_with};
use crate::pages::wording::{args, figure};

/// The text with its name and counter.
#[component]
pub fn CountedText(
    /// Its id, also for tests.
    id: &'static str,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What could stand there.
    #[prop(into)]
    example: TextProp,
    /// Lines to show at least.
    rows: &'static str,
    /// The text.
    text: Signal<String>,
    /// It was changed.
    on_text: Callback<String>,
    /// Whether it has the focus as it appears.
    #[prop(optional)]
    focused: bool,
    /// Where its element can be found.
    #[prop(optional)]
    element: NodeRef<html::Textarea>,
    /// The same text, marked: it lies behind the letters.
    #[prop(optional, into)]
    behind: Option<ViewFn>,
    /// What stands between the name and the text.
    children: Children,
) -> impl IntoView {
    let value = Memo::new(move |_| text.get());
    let length = Memo::new(move |_| text.with(|text| text_length(text)));
    let over = Memo::new(move |_| length.get().saturating_sub(TEXT_CAP_CHARS));
    if focused {
        Effect::new(move |_| {
            if let Some(element) = element.get() {
                let _ = element.focus();
            }
        });
    }
    let is_plain = behind.is_none();
    let figures = move |n: usize| say().decimal(figure(n), 0);
    view! {
        <div class="counted">
            <div class="counted-head">
                <label for=id>{move || label.get()}</label>
                <span
                    class="counted-figure"
                    id=format!("{id}-count")
                    data-test=format!("{id}-count")
                    data-over=move || (over.get() > 0).to_string()
                >
                    {move || t_with(
                        "riff-text-count",
                        &args([
                            ("length", figures(length.get()).into()),
                            ("cap", figures(TEXT_CAP_CHARS).into()),
                        ]),
                    )}
                </span>
            </div>
            {children()}
            <div class="marked" class:plain=is_plain>
                {behind.map(|behind| view! {
                    <div class="marked-behind" aria-hidden="true">{behind.run()}</div>
                })}
                <textarea
                    node_ref=element
                    id=id
                    class="control"
                    data-test=id
                    rows=rows
                    placeholder=move || example.get().to_string()
                    aria-describedby=format!("{id}-over")
                    aria-invalid=move || (over.get() > 0).then_some("true")
                    prop:value=move || value.get()
                    on:input:target=move |event| on_text.run(event.target().value())
                ></textarea>
            </div>
            <p class="field-refusal" id=format!("{id}-over") data-test=format!("{id}-over") role="status">
                {move || (over.get() > 0).then(|| {
                    t_with("riff-text-over", &args([("over", figure(over.get()).into())]))
                })}
            </p>
        </div>
    }
}
