//! The creative direction: its text with a counter, and the drafting aid that helps to fill it.

use contract::{TEXT_CAP_CHARS, text_length};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::draft::{Draft, put_into};
use crate::app::{say, store, t, t_with};
use crate::pages::wording::args;

/// The direction.
#[component]
pub fn Direction() -> impl IntoView {
    let store = store();
    view! {
        <CountedText
            id="direction"
            label=move || t("riff-direction")
            example=move || t("riff-direction-example")
            rows="4"
            text=Signal::derive(move || store.plan.with(|plan| plan.direction.clone()))
            on_text=Callback::new(move |text: String| {
                store.plan.update(|plan| plan.direction = text);
            })
        >
            <Aid/>
        </CountedText>
    }
}

/// A text with a cap, counted as the service counts it.
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
    /// What stands between the name and the text.
    children: Children,
) -> impl IntoView {
    let value = Memo::new(move |_| text.get());
    let length = Memo::new(move |_| text.with(|text| text_length(text)));
    let over = Memo::new(move |_| length.get().saturating_sub(TEXT_CAP_CHARS));
    let element = NodeRef::<leptos::html::Textarea>::new();
    if focused {
        Effect::new(move |_| {
            if let Some(element) = element.get() {
                let _ = element.focus();
            }
        });
    }
    let figures = move |n: usize| say().decimal(count(n), 0);
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
            <p class="field-refusal" id=format!("{id}-over") data-test=format!("{id}-over") role="status">
                {move || (over.get() > 0).then(|| {
                    t_with("riff-text-over", &args([("over", count(over.get()).into())]))
                })}
            </p>
        </div>
    }
}

/// Three fields that fill the direction: beat × feature → shift.
#[component]
fn Aid() -> impl IntoView {
    let store = store();
    let draft = RwSignal::new(Draft::default());
    let change = move |change: &dyn Fn(&mut Draft)| {
        let before = draft.with_untracked(Draft::compose);
        draft.update(|draft| change(draft));
        let composed = draft.with_untracked(Draft::compose);
        store
            .plan
            .update(|plan| plan.direction = put_into(&plan.direction, &before, &composed));
    };
    view! {
        <details class="aid" data-test="aid">
            <summary data-test="aid-open">{move || t("riff-aid")}</summary>
            <div class="aid-parts">
                <AidPart
                    id="aid-beat"
                    label=move || t("riff-aid-beat")
                    example=move || t("riff-aid-beat-example")
                    text=Signal::derive(move || draft.with(|draft| draft.beat.clone()))
                    on_text=Callback::new(move |text: String| change(&|d| d.beat.clone_from(&text)))
                />
                <span class="aid-sign" aria-hidden="true">"×"</span>
                <AidPart
                    id="aid-feature"
                    label=move || t("riff-aid-feature")
                    example=move || t("riff-aid-feature-example")
                    text=Signal::derive(move || draft.with(|draft| draft.feature.clone()))
                    on_text=Callback::new(move |text: String| change(&|d| d.feature.clone_from(&text)))
                />
                <span class="aid-sign" aria-hidden="true">"→"</span>
                <AidPart
                    id="aid-shift"
                    label=move || t("riff-aid-shift")
                    example=move || t("riff-aid-shift-example")
                    text=Signal::derive(move || draft.with(|draft| draft.shift.clone()))
                    on_text=Callback::new(move |text: String| change(&|d| d.shift.clone_from(&text)))
                />
            </div>
            <ul class="aid-examples muted small">
                <li>{move || t("riff-aid-good")}</li>
                <li>{move || t("riff-aid-empty")}</li>
            </ul>
        </details>
    }
}

#[component]
fn AidPart(
    /// Its id, also for tests.
    id: &'static str,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What could stand there.
    #[prop(into)]
    example: TextProp,
    /// The text.
    text: Signal<String>,
    /// It was changed.
    on_text: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="aid-part" for=id>
            <span>{move || label.get()}</span>
            <input
                id=id
                class="control"
                data-test=id
                type="text"
                autocomplete="off"
                placeholder=move || example.get().to_string()
                prop:value=move || text.get()
                on:input:target=move |event| on_text.run(event.target().value())
            />
        </label>
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of characters, far inside 53 bits"
)]
fn count(n: usize) -> f64 {
    n as f64
}
