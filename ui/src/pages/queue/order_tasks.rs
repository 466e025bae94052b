//! The tasks of an order: how each stands, and what can be done about it.

use contract::{Millis, OrderView, TaskId, TaskStatus, TaskView};
use leptos::prelude::*;
use words::Words;

use crate::app::{Page, say, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind};
use crate::pages::tasks::wording::{self as task_words, can_retry, retry_deadline};
use crate::pages::wording::{args, figure};

/// Whether the service may take a Cancel of it.
fn can_cancel(task: &TaskView) -> bool {
    matches!(task.status, TaskStatus::Queued | TaskStatus::Running)
}

/// "Can be retried until 14:05", for one that can.
fn deadline(words: &Words, task: &TaskView, now: Millis) -> Option<String> {
    retry_deadline(words, task, now, backend::moment)
}

/// The first deadline of an order's tasks: what is lost next.
fn first_deadline(words: &Words, order: &OrderView, now: Millis) -> Option<String> {
    let can = order.tasks.iter().filter(|task| can_retry(task, now));
    let first = can.min_by_key(|task| task.retry_until.unwrap_or(Millis::MAX))?;
    deadline(words, first, now)
}

/// The one task of an order that this can be done to; none, where there are several: each of them
/// has its own button then.
fn only(order: &OrderView, can: impl Fn(&TaskView) -> bool) -> Option<TaskId> {
    let mut tasks = order.tasks.iter().filter(|task| can(task));
    let first = tasks.next()?;
    tasks.next().is_none().then(|| first.task_id.clone())
}

/// Cancel and Retry, where it is clear which task is meant.
#[component]
pub fn TaskActions(
    /// The order.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let desk = store().tasks;
    let cancels = Memo::new(move |_| order.with(|o| o.as_ref().and_then(|o| only(o, can_cancel))));
    let now = store().ticking();
    let until = Memo::new(move |_| {
        order.with(|o| {
            o.as_ref()
                .and_then(|o| first_deadline(&say(), o, now.get()))
        })
    });
    let retries = Memo::new(move |_| {
        let now = now.get();
        order.with(|o| {
            o.as_ref()
                .and_then(|o| only(o, |task| can_retry(task, now)))
        })
    });
    view! {
        {move || retries.get().map(|task_id| view! {
            <Button
                test="order-retry"
                on_press=Callback::new(move |()| desk.retrying.set(Some(task_id.clone())))
            >
                {move || t("task-retry")}
            </Button>
        })}
        {move || until.get().map(|until| view! {
            <p class="muted small order-deadline" data-test="order-retry-until">{until}</p>
        })}
        {move || cancels.get().map(|task_id| view! {
            <Button
                kind=ButtonKind::Quiet
                test="order-cancel-task"
                on_press=Callback::new(move |()| desk.cancelling.set(Some(task_id.clone())))
            >
                {move || t("task-cancel")}
            </Button>
        })}
    }
}

/// Each task in a row, to be opened.
#[component]
pub fn OrderTasks(
    /// The order.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        order
            .with(|o| {
                o.as_ref().map(|o| {
                    o.tasks
                        .iter()
                        .map(|task| task.task_id.clone())
                        .collect::<Vec<_>>()
                })
            })
            .unwrap_or_default()
    });
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <details class="order-tasks">
                <summary data-test="order-tasks">
                    {move || t_with("order-tasks", &args([("count", figure(ids.with(Vec::len)).into())]))}
                </summary>
                <ul>
                    <For each=move || ids.get() key=TaskId::clone let:task_id>
                        <Row order task_id/>
                    </For>
                </ul>
            </details>
        </Show>
    }
}

#[component]
fn Row(
    /// The order.
    order: Memo<Option<OrderView>>,
    /// Which of its tasks.
    task_id: TaskId,
) -> impl IntoView {
    let store = store();
    let desk = store.tasks;
    let key = StoredValue::new(task_id);
    let task = Memo::new(move |_| {
        order.with(|o| {
            let tasks = &o.as_ref()?.tasks;
            tasks
                .iter()
                .find(|task| key.with_value(|id| task.task_id == *id))
                .cloned()
        })
    });
    let status = Memo::new(move |_| {
        task.with(|task| {
            task.as_ref()
                .map(|task| task_words::status_name(&task.status).to_owned())
        })
        .unwrap_or_default()
    });
    let kind = Memo::new(move |_| {
        task.with(|task| {
            task.as_ref()
                .map(|task| task_words::kind_word(&say(), &task.kind))
        })
        .unwrap_or_default()
    });
    let cancels = Memo::new(move |_| task.with(|task| task.as_ref().is_some_and(can_cancel)));
    let now = store.ticking();
    let until = Memo::new(move |_| {
        task.with(|task| {
            task.as_ref()
                .and_then(|task| deadline(&say(), task, now.get()))
        })
    });
    let retries = Memo::new(move |_| {
        let now = now.get();
        task.with(|task| task.as_ref().is_some_and(|task| can_retry(task, now)))
    });
    view! {
        <li class="order-task" data-test="order-task" data-id=key.get_value().to_string() data-status=move || status.get()>
            <span class="task-status" data-status=move || status.get()>
                {move || task_words::status_word(&say(), &status.get())}
            </span>
            <span>{move || kind.get()}</span>
            <span class="muted small">{move || until.get()}</span>
            <Button
                kind=ButtonKind::Quiet
                test="order-task-open"
                on_press=Callback::new(move |()| store.page.set(Page::Task(key.get_value())))
            >
                {move || t("order-task-open")}
            </Button>
            <Show when=move || cancels.get()>
                <Button
                    kind=ButtonKind::Quiet
                    test="task-cancel"
                    on_press=Callback::new(move |()| desk.cancelling.set(Some(key.get_value())))
                >
                    {move || t("task-cancel")}
                </Button>
            </Show>
            <Show when=move || retries.get()>
                <Button
                    kind=ButtonKind::Quiet
                    test="task-retry"
                    on_press=Callback::new(move |()| desk.retrying.set(Some(key.get_value())))
                >
                    {move || t("task-retry")}
                </Button>
            </Show>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use contract::{OrderState, TaskKind};

    use super::*;
    use crate::pages::queue::samples::{order, task};

    #[test]
    fn of_several_tasks_none_is_guessed() {
        let mut two = order(OrderState::Failed);
        let failed = task(TaskKind::Pipeline, TaskStatus::Failed);
        two.tasks = vec![
            task(TaskKind::Analyze, TaskStatus::Completed),
            failed.clone(),
        ];
        let can = |task: &TaskView| can_retry(task, 0);
        assert_eq!(only(&two, can), Some(failed.task_id.clone()));
        two.tasks.push(failed);
        assert_eq!(only(&two, can), None);
    }
}
