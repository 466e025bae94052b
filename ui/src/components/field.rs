//! One row of a panel: its name, its value or control, and what can be done about it.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A row. With `control`, the name is a label of the control with that id.
#[component]
pub fn Field(
    /// The row's name.
    #[prop(into)]
    label: TextProp,
    /// The id of the control that the name belongs to.
    #[prop(optional, into)]
    control: Option<String>,
    /// A muted line below the value.
    #[prop(optional, into)]
    note: Option<TextProp>,
    /// A quiet button or a figure at the row's end.
    #[prop(optional, into)]
    end: Option<ViewFn>,
    /// The value or the control.
    children: Children,
) -> impl IntoView {
    let name = match control {
        Some(id) => {
            view! { <label class="field-name" for=id>{move || label.get()}</label> }.into_any()
        }
        None => view! { <span class="field-name">{move || label.get()}</span> }.into_any(),
    };
    view! {
        <div class="field">
            {name}
            <div class="field-value">
                {children()}
                {note.map(|note| view! { <p class="field-note">{move || note.get()}</p> })}
            </div>
            {end.map(|end| view! { <div class="field-end">{end.run()}</div> })}
        </div>
    }
}
