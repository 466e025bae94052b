//! Dialogs: the platform's own `<dialog>`, so that focus, Esc and what lies below are right.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::backend;

/// A dialog over everything. What it holds exists only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Its heading.
    #[prop(into)]
    title: TextProp,
    /// For tests, and the stem of its ids.
    test: &'static str,
    /// Esc was pressed. The owner closes it by changing `open`.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it holds. Mark one control `autofocus`, or the first one gets the focus.
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if open.get() {
            backend::show_modal(&dialog);
        } else if dialog.open() {
            // Closing by the platform gives the focus back to where it was.
            dialog.close();
            backend::rescue_focus();
        }
    });
    let heading = format!("{test}-title");
    let labelled_by = heading.clone();
    view! {
        <dialog
            node_ref=element
            class="dialog"
            data-test=test
            aria-labelledby=labelled_by
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <Show when=move || open.get()>
                <div class="dialog-body">
                    <h2 id=heading.clone()>{
                        let title = title.clone();
                        move || title.get()
                    }</h2>
                    {children()}
                </div>
            </Show>
        </dialog>
    }
}
