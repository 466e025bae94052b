//! One task: all that the service says of it, and what can be done about it.

use std::time::Duration;

use contract::{SessionState, TaskDetail, TaskId, TaskStatus};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::TaskSheets;
use super::facts::Facts;
use super::list::Stale;
use super::recap::RecapSection;
use super::wording;
use crate::app::{Page, PageFrame, Store, say, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph, Icon, RefusalPanel};
use crate::pages::wording::{args, facts, figure};

/// The task as it was last heard, and how the last look went.
#[derive(Clone, Copy)]
struct Look {
    task_id: StoredValue<TaskId>,
    task: RwSignal<Option<TaskDetail>>,
    refusal: RwSignal<Option<contract::Refusal>>,
    loading: RwSignal<bool>,
}

impl Look {
    fn again(self, store: Store) {
        if self.loading.get_untracked() {
            return;
        }
        self.loading.set(true);
        let task_id = self.task_id.get_value();
        spawn_local(async move {
            let answer = backend::ask(contract::ask::GetTask { task_id }).await;
            self.loading.try_set(false);
            match answer {
                Ok(task) => {
                    store.tasks.list.change(&task);
                    self.task.try_set(Some(task));
                    self.refusal.try_set(None);
                }
                Err(refusal) => {
                    self.refusal.try_set(Some(refusal));
                }
            }
        });
    }
}

/// The page.
#[component]
pub fn Task(
    /// Which.
    task_id: TaskId,
) -> impl IntoView {
    let store = store();
    let known = store.tasks.list.items.with_untracked(|tasks| {
        tasks
            .iter()
            .find(|task| task.task.task_id == task_id)
            .cloned()
    });
    let look = Look {
        task_id: StoredValue::new(task_id),
        task: RwSignal::new(known),
        refusal: RwSignal::new(None),
        loading: RwSignal::new(false),
    };
    follow(store, look);
    backend::on_key(move |event| {
        if event.key() == "Escape" && !event.default_prevented() && !backend::has_open_dialog() {
            event.prevent_default();
            store.page.set(Page::Queue);
        }
    });
    let now = store.ticking();
    let is_known = Memo::new(move |_| look.task.with(Option::is_some));
    let title = Memo::new(move |_| {
        look.task
            .with(|task| task.as_ref().map(|task| wording::title(&say(), task)))
            .unwrap_or_else(|| t("task-one"))
    });
    let subtitle = Memo::new(move |_| {
        look.task
            .with(|task| {
                task.as_ref().map(|task| {
                    let words = say();
                    let status = wording::status_name(&task.task.status);
                    facts([
                        wording::kind_word(&words, &task.task.kind),
                        wording::status_word(&words, status),
                        wording::when(&words, task, now.get()),
                    ])
                })
            })
            .unwrap_or_default()
    });
    let has_recap = Memo::new(move |_| {
        look.task.with(|task| {
            task.as_ref()
                .is_some_and(|task| task.task.status == TaskStatus::Completed)
        })
    });
    view! {
        <PageFrame
            name="task"
            title=move || title.get()
            subtitle=move || subtitle.get()
            actions=move || view! { <Ways look/> }
        >
            {move || look.refusal.get().map(|refusal| {
                let on_retry = Callback::new(move |()| look.again(store));
                if is_known.get() {
                    view! { <Stale refusal on_retry/> }.into_any()
                } else {
                    view! { <RefusalPanel refusal on_retry/> }.into_any()
                }
            })}
            <Show when=move || !is_known.get() && look.refusal.with(Option::is_none)>
                <div class="task-bones" aria-busy="true" data-test="task-loading">
                    <p class="visually-hidden" role="status">{move || t("tasks-loading")}</p>
                    <span class="bone task-bone"></span>
                </div>
            </Show>
            <Show when=move || is_known.get()>
                <div class="task-page">
                    <Progress look/>
                    <Failure look/>
                    <Facts task=look.task/>
                    <Show when=move || has_recap.get()>
                        <RecapSection task_id=look.task_id.get_value()/>
                    </Show>
                </div>
            </Show>
            <TaskSheets/>
        </PageFrame>
    }
}

/// Read as it is opened, whenever somebody signs in, and at the service's pace until it has ended.
fn follow(store: Store, look: Look) {
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    Effect::new(move |_| {
        if signed_in.get() {
            look.again(store);
            store.read_characters();
            store.read_products();
        }
    });
    let is_open = Memo::new(move |_| {
        look.task.with(|task| {
            task.as_ref()
                .is_some_and(|task| !task.task.status.has_ended())
        })
    });
    Effect::new(move |_| {
        if is_open.get() && signed_in.get() {
            let seconds = store
                .server
                .with(|server| server.own_pace_seconds)
                .unwrap_or_else(|| store.preferences.with(|all| all.poll_seconds));
            backend::every(Duration::from_secs(u64::from(seconds.max(2))), move || {
                look.again(store);
            });
        }
    });
    Effect::new(move |_| {
        let news = store.tasks.news.get();
        if let Some(task) =
            news.filter(|task| look.task_id.with_value(|id| task.task.task_id == *id))
        {
            look.task.set(Some(task));
        }
    });
}

/// Back, and what can be done.
#[component]
fn Ways(
    /// The task.
    look: Look,
) -> impl IntoView {
    let store = store();
    let can =
        move |ask: fn(&TaskDetail) -> bool| look.task.with(|task| task.as_ref().is_some_and(ask));
    let can_cancel = Memo::new(move |_| can(|task| task.can_cancel));
    let can_retry = Memo::new(move |_| can(|task| task.can_retry));
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="task-back"
            glyph=Glyph::Back
            on_press=Callback::new(move |()| store.page.set(Page::Queue))
        >
            {move || t("page-queue")}
        </Button>
        <Show when=move || can_cancel.get()>
            <Button
                test="task-cancel"
                on_press=Callback::new(move |()| {
                    store.tasks.cancelling.set(Some(look.task_id.get_value()));
                })
            >
                {move || t("task-cancel")}
            </Button>
        </Show>
        <Show when=move || can_retry.get()>
            <Button
                kind=ButtonKind::Primary
                test="task-retry"
                on_press=Callback::new(move |()| {
                    store.tasks.retrying.set(Some(look.task_id.get_value()));
                })
            >
                {move || t("task-retry")}
            </Button>
        </Show>
        <Reels look/>
    }
}

/// The way to each reel that it made.
#[component]
fn Reels(
    /// The task.
    look: Look,
) -> impl IntoView {
    let store = store();
    let reels = Memo::new(move |_| {
        look.task
            .with(|task| task.as_ref().map(|task| task.task.asset_ids.clone()))
            .unwrap_or_default()
    });
    move || {
        let reels = reels.get();
        let is_one = reels.len() == 1;
        reels
            .into_iter()
            .enumerate()
            .map(|(index, asset_id)| {
                view! {
                    <Button
                        kind=ButtonKind::Primary
                        test=format!("task-reel-{}", index + 1)
                        glyph=Glyph::Reel
                        on_press=Callback::new(move |()| store.page.set(Page::Reel(asset_id.clone())))
                    >
                        {move || if is_one {
                            t("task-reel")
                        } else {
                            t_with("task-reel-of", &args([("number", figure(index + 1).into())]))
                        }}
                    </Button>
                }
            })
            .collect_view()
    }
}

/// The service's own figure and step, while it runs.
#[component]
fn Progress(
    /// The task.
    look: Look,
) -> impl IntoView {
    let running = Memo::new(move |_| {
        look.task.with(|task| {
            let view = &task.as_ref()?.task;
            (view.status == TaskStatus::Running).then(|| (view.progress, view.step.clone()))
        })
    });
    move || {
        running.get().map(|(progress, step)| {
            view! {
                <div class="task-progress" data-test="task-progress">
                    {(progress > 0).then(|| view! {
                        <progress
                            class="saving-bar"
                            max="100"
                            value=progress.to_string()
                            aria-label=t("task-progress")
                        ></progress>
                        <span class="figures">{progress} "%"</span>
                    })}
                    {step.map(|step| view! {
                        <span class="muted" data-test="task-step">
                            {t_with("queue-step", &args([("step", step.into())]))}
                        </span>
                    })}
                </div>
            }
        })
    }
}

/// Why it ended without what was wanted.
#[component]
fn Failure(
    /// The task.
    look: Look,
) -> impl IntoView {
    let sentences = Memo::new(move |_| {
        look.task
            .with(|task| task.as_ref().map(|task| wording::failure(&say(), task)))
            .unwrap_or_default()
    });
    let now = store().ticking();
    let until = Memo::new(move |_| {
        look.task.with(|task| {
            let task = task.as_ref().filter(|task| task.can_retry)?;
            wording::retry_deadline(&say(), &task.task, now.get(), backend::moment)
        })
    });
    view! {
        <Show when=move || sentences.with(|all| !all.is_empty())>
            <div class="notice bad order-refusal" data-test="task-failure">
                <Icon glyph=Glyph::Alert/>
                <div>
                    {move || sentences.get().into_iter().map(|sentence| view! {
                        <p>{sentence}</p>
                    }).collect_view()}
                </div>
            </div>
        </Show>
        {move || until.get().map(|until| view! {
            <p class="muted figures" data-test="task-retry-until">{until}</p>
        })}
    }
}
