//! A text with the cap that Hubfluencer has for it, counted as it counts.

use contract::{FieldFault, text_length};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Fault;
use crate::app::{say, t_with};
use crate::pages::wording::{args, figure};

/// A name, a counter, a field and what is wrong with it. With `rows` of "1" it is one line.
#[component]
pub fn Counted(
    /// Its id, also for tests; the counter is `{id}-count`.
    #[prop(into)]
    id: String,
    /// The contract's name of the field, to find its fault by.
    field: &'static str,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What could stand there.
    #[prop(optional, into)]
    example: TextProp,
    /// Lines to show at least.
    #[prop(default = "1")]
    rows: &'static str,
    /// Characters that it takes. None: the contract names no cap.
    #[prop(optional, into)]
    most: Option<u32>,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// It was changed.
    on_text: Callback<String>,
    /// All faults of the form.
    #[prop(optional, into)]
    faults: Signal<Vec<FieldFault>>,
    /// Whether it can't be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let value = Memo::new(move |_| text.get());
    let length = Memo::new(move |_| text.with(|text| text_length(text)));
    let is_over = Memo::new(move |_| most.is_some_and(|most| length.get() > most as usize));
    let is_faulty = Memo::new(move |_| {
        is_over.get() || faults.with(|faults| faults.iter().any(|fault| fault.field() == field))
    });
    let count = move || {
        let length = say().decimal(figure(length.get()), 0);
        match most {
            Some(most) => {
                let most = say().decimal(f64::from(most), 0);
                t_with(
                    "hub-count-of",
                    &args([("length", length.into()), ("most", most.into())]),
                )
            }
            None => length,
        }
    };
    let input = if rows == "1" {
        view! {
            <input
                id=id.clone()
                class="control"
                data-test=id.clone()
                type="text"
                autocomplete="off"
                placeholder=move || example.get().to_string()
                aria-describedby=format!("{id}-fault")
                aria-invalid=move || is_faulty.get().then_some("true")
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| on_text.run(event.target().value())
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                id=id.clone()
                class="control"
                data-test=id.clone()
                rows=rows
                placeholder=move || example.get().to_string()
                aria-describedby=format!("{id}-fault")
                aria-invalid=move || is_faulty.get().then_some("true")
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| on_text.run(event.target().value())
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="counted hub-counted">
            <div class="counted-head">
                <label for=id.clone()>{move || label.get()}</label>
                <span
                    class="counted-figure"
                    data-test=format!("{id}-count")
                    data-over=move || is_over.get().to_string()
                >
                    {count}
                </span>
            </div>
            {input}
            <div id=format!("{id}-fault")><Fault faults field/></div>
        </div>
    }
}
