//! Taking a project away, after one question.

use contract::{ProjectKey, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Page, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, DialogAnswers, Glyph};

/// The button and its question. Where it leads once the project has gone: to `back`.
#[component]
pub fn RemoveProject(
    /// The project.
    key: ProjectKey,
    /// Key of the question.
    title: &'static str,
    /// Key of what it means.
    words: &'static str,
    /// The page then.
    back: Page,
) -> impl IntoView {
    let store = store();
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let key = StoredValue::new(key);
    let back = StoredValue::new(back);
    let remove = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let project = key.get_value();
            let answer = backend::ask(hub_ask::RemoveProject { project }).await;
            busy.try_set(false);
            open.try_set(false);
            match answer {
                Ok(()) => store.page.set(back.get_value()),
                Err(refusal) => store.report(refusal),
            }
        });
    });
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="project-remove"
            glyph=Glyph::Bin
            on_press=Callback::new(move |()| open.set(true))
        >
            {move || t("hub-remove")}
        </Button>
        <Dialog
            open
            title=move || t(title)
            test="remove-dialog"
            on_close=Callback::new(move |()| open.set(false))
        >
            <p class="muted">{move || t(words)}</p>
            <DialogAnswers
                test="remove"
                no=move || t("hub-step-back")
                yes=move || t("hub-remove")
                busy
                on_no=Callback::new(move |()| open.set(false))
                on_yes=remove
            />
        </Dialog>
    }
}
