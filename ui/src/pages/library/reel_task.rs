//! What the service knows of the task that made a reel: who submitted it, with which words where it
//! was ordered elsewhere, and what was riffed.

use contract::{OrderId, ReelView, SessionState, TaskDetail, TaskId, ask};
use leptos::prelude::*;

use crate::app::{Page, store, t};
use crate::components::{Button, ButtonKind};
use crate::pages::Asked;
use crate::pages::tasks::RecapSection;
use crate::pages::wording::language_name;

/// The sections. They ask as they come, where somebody is signed in.
#[component]
pub fn TaskOfReel(
    /// The reel.
    reel: Memo<Option<ReelView>>,
) -> impl IntoView {
    let store = store();
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    let of = Memo::new(move |_| {
        reel.with(|reel| {
            let reel = reel.as_ref().filter(|_| signed_in.get())?;
            Some((reel.task_id.clone()?, reel.order_id.clone()))
        })
    });
    move || {
        of.get().map(|(task_id, order_id)| {
            view! {
                <Submitted task_id=task_id.clone() order_id/>
                <RecapSection task_id/>
            }
        })
    }
}

/// Who ordered it, and what, as far as the page does not say so already.
#[component]
fn Submitted(
    /// The task.
    task_id: TaskId,
    /// The order of ours that it belongs to.
    order_id: Option<OrderId>,
) -> impl IntoView {
    let store = store();
    let task = Asked::<TaskDetail>::new();
    task.ask(ask::GetTask {
        task_id: task_id.clone(),
    });
    let key = StoredValue::new(task_id);
    let is_ours = order_id.is_some();
    let rows = move || {
        let task = task.value.get()?;
        let language = task
            .language
            .as_deref()
            .map(|code| store.languages.with(|all| language_name(all, code)));
        let known = |word: &'static str, value: Option<String>| {
            Some((word, value.filter(|value| !value.trim().is_empty())?))
        };
        let ours = [known("task-fact-by", task.submitted_by_email)];
        let elsewhere = [
            known("task-fact-template", task.template_name),
            known("reel-language", language),
            known("reel-direction", task.direction),
            known("reel-hint", task.hint),
        ];
        let rows: Vec<_> = ours
            .into_iter()
            .chain(elsewhere.into_iter().filter(|_| !is_ours))
            .flatten()
            .collect();
        Some(rows)
    };
    view! {
        <section class="reel-section">
        {move || rows().filter(|rows| !rows.is_empty()).map(|rows| view! {
            <dl class="restated" data-test="reel-task">
                {rows.into_iter().map(|(word, value)| view! {
                    <dt>{t(word)}</dt>
                    <dd class="restated-text" data-test=format!("reel-{word}")>{value}</dd>
                }).collect_view()}
            </dl>
        })}
        <p class="reel-task-way">
            <Button
                kind=ButtonKind::Quiet
                test="reel-to-task"
                on_press=Callback::new(move |()| store.page.set(Page::Task(key.get_value())))
            >
                {move || t("reel-to-task")}
            </Button>
        </p>
        </section>
    }
}
