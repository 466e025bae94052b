//! All tasks of the service, in rows. Only those near the window exist in the document.

use std::time::Duration;

use contract::{SessionState, TaskDetail, TaskStatus};
use leptos::prelude::*;

use super::toolbar::TaskFilters;
use super::wording::{self, Known};
use crate::app::{Page, Store, say, store, t, t_with};
use crate::backend;
use crate::components::tiles::{Seat, Shape, Tiles};
use crate::components::{
    Empty, Glyph, ListFoot, NoneMatch, Notice, RefusalPanel, SignedOut, ToRiff, Tone,
};
use crate::pages::wording::{args, figure};

/// From one row's top to the next one's, in CSS pixels.
const ROW: f64 = 76.0;

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    SignedOut,
    Loading,
    Failed,
    Empty,
    NoneMatch,
    Rows,
}

/// The tab. Read again whenever somebody comes to it or signs in, and now and then while something
/// runs.
#[component]
pub fn AllTasks() -> impl IntoView {
    let store = store();
    let desk = store.tasks;
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    Effect::new(move |_| {
        if signed_in.get() {
            desk.visited();
            store.read_characters();
            store.read_products();
        }
    });
    look_while_something_runs(store, signed_in);
    let sight = Memo::new(move |_| {
        if !signed_in.get() {
            return Sight::SignedOut;
        }
        if desk.list.items.with(|items| !items.is_empty()) {
            Sight::Rows
        } else if desk.list.refusal.with(Option::is_some) {
            Sight::Failed
        } else if !desk.list.heard.get() {
            Sight::Loading
        } else if desk
            .query
            .with(|query| *query == contract::TaskQuery::default())
        {
            Sight::Empty
        } else {
            Sight::NoneMatch
        }
    });
    let shown = Memo::new(move |_| sight.get());
    view! {
        <div class="tasks" data-test="tasks">
            <Show when=move || signed_in.get()>
                <TaskFilters/>
            </Show>
            {move || match shown.get() {
                Sight::Rows => view! { <Rows/> }.into_any(),
                Sight::Loading => view! { <Bones/> }.into_any(),
                Sight::Failed => view! {
                    {move || desk.list.refusal.get().map(|refusal| view! {
                        <RefusalPanel refusal on_retry=Callback::new(move |()| desk.again())/>
                    })}
                }
                .into_any(),
                Sight::SignedOut => view! {
                    <SignedOut
                        glyph=Glyph::Queue
                        title="tasks-signed-out"
                        words="tasks-signed-out-how"
                        test="tasks-sign-in"
                    />
                }
                .into_any(),
                Sight::Empty => view! {
                    <Empty
                        glyph=Glyph::Queue
                        title=move || t("tasks-empty")
                        words=move || t("tasks-empty-how")
                        test="tasks-empty"
                    >
                        <ToRiff test="tasks-to-riff"/>
                    </Empty>
                }
                .into_any(),
                Sight::NoneMatch => view! {
                    <NoneMatch
                        title="tasks-none-match"
                        words="tasks-none-match-how"
                        clear="tasks-clear"
                        test="tasks-clear"
                        on_clear=Callback::new(move |()| {
                            desk.look_for(|query| *query = contract::TaskQuery::default());
                        })
                    />
                }
                .into_any(),
            }}
        </div>
    }
}

/// At the pace of the service's own advice, and only while something in sight has not ended.
fn look_while_something_runs(store: Store, signed_in: Memo<bool>) {
    let desk = store.tasks;
    let pace = Memo::new(move |_| {
        let something_runs = signed_in.get()
            && desk
                .list
                .items
                .with(|tasks| tasks.iter().any(|task| !task.task.status.has_ended()));
        something_runs.then(|| {
            store
                .server
                .with(|server| server.own_pace_seconds)
                .unwrap_or_else(|| {
                    store
                        .preferences
                        .with(|preferences| preferences.poll_seconds)
                })
        })
    });
    Effect::new(move |_| {
        if let Some(seconds) = pace.get() {
            backend::every(Duration::from_secs(u64::from(seconds.max(2))), move || {
                if desk.list.refusal.with_untracked(Option::is_none) {
                    desk.again();
                }
            });
        }
    });
}

#[component]
fn Rows() -> impl IntoView {
    let desk = store().tasks;
    let id_at = move |index: usize| {
        desk.list
            .items
            .with(|tasks| tasks.get(index).map(|task| task.task.task_id.clone()))
    };
    view! {
        <p class="muted small" data-test="tasks-count" aria-busy=move || desk.list.loading.get().to_string()>
            {move || {
                let shown = desk.list.items.with(Vec::len);
                let total = desk.list.total.get().and_then(|n| usize::try_from(n).ok()).unwrap_or(shown);
                t_with("tasks-count", &args([("count", figure(total.max(shown)).into())]))
            }}
        </p>
        <Tiles
            label=move || t("tasks-list")
            test="tasks-scroll"
            shape=Shape::rows(ROW)
            total=Signal::derive(move || desk.list.items.with(Vec::len))
            place=desk.list.place
            restart=Signal::derive(move || desk.list.turn.get())
            on_drawn=Callback::new(move |drawn| desk.showing(drawn))
            key=id_at
            tile=move |seat| view! { <Row seat/> }
            foot=move || view! {
                <ListFoot
                    refusal=desk.list.refusal
                    test="tasks-stale"
                    on_retry=Callback::new(move |()| {
                        if desk.list.has_more.get_untracked() {
                            desk.more();
                        } else {
                            desk.again();
                        }
                    })
                />
            }
        />
    }
}

/// One task. Pressing it opens it.
#[component]
fn Row(
    /// Its seat in the list.
    seat: Seat,
) -> impl IntoView {
    let store = store();
    let desk = store.tasks;
    let now = store.ticking();
    let index = seat.index;
    let task = Memo::new(move |_| desk.list.items.with(|tasks| tasks.get(index).cloned()));
    let of = move |tell: fn(&TaskDetail) -> String| {
        task.with(|task| task.as_ref().map(tell).unwrap_or_default())
    };
    let status = Memo::new(move |_| of(|task| wording::status_name(&task.task.status).to_owned()));
    let title = Memo::new(move |_| of(|task| wording::title(&say(), task)));
    let line = Memo::new(move |_| {
        task.with(|task| {
            let Some(task) = task else {
                return String::new();
            };
            with_known(store, |known| wording::line(&say(), task, known))
        })
    });
    let when = Memo::new(move |_| {
        task.with(|task| {
            task.as_ref()
                .map(|task| wording::when(&say(), task, now.get()))
                .unwrap_or_default()
        })
    });
    let figure = Memo::new(move |_| {
        task.with(|task| {
            let view = &task.as_ref()?.task;
            (view.status == TaskStatus::Running && view.progress > 0).then_some(view.progress)
        })
    });
    let open = move |_| {
        if let Some(task) = task.get_untracked() {
            seat.opened();
            store.page.set(Page::Task(task.task.task_id));
        }
    };
    view! {
        <button
            type="button"
            class="panel task-row"
            data-test="task-row"
            data-index=index.to_string()
            data-id=move || of(|task| task.task.task_id.to_string())
            data-status=move || status.get()
            tabindex=move || seat.tabindex()
            on:focus=move |_| seat.focused()
            on:click=open
        >
            <span class="task-status" data-status=move || status.get()>
                {move || wording::status_word(&say(), &status.get())}
                {move || figure.get().map(|percent| view! {
                    <span class="figures">" " {percent} "%"</span>
                })}
            </span>
            <span class="task-words">
                <span class="task-title">{move || title.get()}</span>
                <span class="task-line muted">{move || line.get()}</span>
            </span>
            <span class="task-when muted figures">{move || when.get()}</span>
        </button>
    }
}

/// Says something with the names that the page knows.
pub fn with_known<T>(store: Store, tell: impl FnOnce(Known<'_>) -> T) -> T {
    store.languages.with(|languages| {
        store.characters.items.with(|characters| {
            store.products.items.with(|products| {
                tell(Known {
                    languages,
                    characters: characters.as_deref().unwrap_or_default(),
                    products: products.as_deref().unwrap_or_default(),
                })
            })
        })
    })
}

/// The shape of rows to come.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="task-bones" aria-busy="true" data-test="tasks-loading">
            <p class="visually-hidden" role="status">{move || t("tasks-loading")}</p>
            {(0..5).map(|_| view! { <span class="bone task-bone"></span> }).collect_view()}
        </div>
    }
}

/// A quiet word over what may have moved since.
#[component]
pub fn Stale(
    /// Why it could not be read again.
    refusal: contract::Refusal,
    /// Reads it again.
    on_retry: Callback<()>,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Info test="task-stale"><p>{move || t("task-stale")}</p></Notice>
        <RefusalPanel refusal on_retry/>
    }
}
