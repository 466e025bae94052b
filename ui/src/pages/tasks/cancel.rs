//! Whether a task is really to be cancelled.

use contract::{Refusal, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{store, t};
use crate::backend;
use crate::components::{Dialog, DialogAnswers, RefusalPanel};

/// The question, while `store.tasks.cancelling` names a task.
#[component]
pub fn CancelSheet() -> impl IntoView {
    let store = store();
    let desk = store.tasks;
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    Effect::new(move |_| {
        // Another question begins without the last one's answer.
        desk.cancelling.track();
        refusal.set(None);
    });
    let close = Callback::new(move |()| {
        if !busy.get_untracked() {
            desk.cancelling.set(None);
        }
    });
    let cancel = Callback::new(move |()| {
        let Some(task_id) = desk.cancelling.get_untracked() else {
            return;
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        refusal.set(None);
        let said = store.words().say("task-cancel-done");
        spawn_local(async move {
            let answer = backend::ask(ask::CancelTask { task_id }).await;
            busy.try_set(false);
            match answer {
                Ok(detail) => {
                    desk.change(detail);
                    desk.cancelling.set(None);
                    store.announce(said);
                }
                Err(refused) => {
                    refusal.try_set(Some(refused));
                }
            }
        });
    });
    view! {
        <Dialog
            open=Signal::derive(move || desk.cancelling.with(Option::is_some))
            title=move || t("task-cancel-title")
            test="task-cancel-sheet"
            on_close=close
        >
            <p data-test="task-cancel-means">{move || t("task-cancel-means")}</p>
            {move || refusal.get().map(|refusal| view! {
                <RefusalPanel refusal on_retry=cancel/>
            })}
            <DialogAnswers
                test="task-cancel"
                no=move || t("task-cancel-no")
                yes=move || t(if busy.get() { "task-cancel-busy" } else { "task-cancel-yes" })
                busy
                on_no=close
                on_yes=cancel
            />
        </Dialog>
    }
}
