//! Which tasks: by status with counts, by kind, by day, by whoever submitted them.

use contract::TaskQuery;
use leptos::prelude::*;

use super::wording;
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::wording::args;

/// The chips and the filters.
#[component]
pub fn TaskFilters() -> impl IntoView {
    view! {
        <div class="task-filters">
            <Statuses/>
            <div class="toolbar">
                <Kind/>
                <Submitter/>
                <Day end=DayEnd::First/>
                <Day end=DayEnd::Last/>
                <Clear/>
            </div>
        </div>
    }
}

/// A chip for each status, and one for all.
#[component]
fn Statuses() -> impl IntoView {
    let desk = store().tasks;
    let chips = Memo::new(move |_| {
        desk.query.with(|query| {
            desk.stats
                .value
                .with(|stats| wording::chips(stats.as_ref(), &query.status))
        })
    });
    let names = Memo::new(move |_| {
        chips.with(|chips| {
            chips
                .iter()
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        })
    });
    let total = Memo::new(move |_| {
        desk.stats
            .value
            .with(|stats| stats.as_ref().map(|s| s.total))
    });
    view! {
        <div class="chips" role="group" aria-label=move || t("tasks-by-status")>
            <Chip
                test="task-status-all".to_owned()
                pressed=Signal::derive(move || desk.query.with(|query| query.status.is_empty()))
                count=Signal::derive(move || total.get())
                on_press=Callback::new(move |()| desk.look_for(|query| query.status.clear()))
            >
                {move || t("tasks-all")}
            </Chip>
            <For each=move || names.get() key=Clone::clone let:name>
                {
                    let key = StoredValue::new(name.clone());
                    let is_chosen = move |query: &TaskQuery| {
                        key.with_value(|name| query.status.contains(name))
                    };
                    view! {
                        <Chip
                            test=format!("task-status-{name}")
                            pressed=Signal::derive(move || desk.query.with(is_chosen))
                            count=Signal::derive(move || chips.with(|chips| {
                                chips
                                    .iter()
                                    .find(|(other, _)| key.with_value(|name| name == other))
                                    .and_then(|(_, count)| *count)
                            }))
                            on_press=Callback::new(move |()| desk.look_for(|query| {
                                let name = key.get_value();
                                if is_chosen(query) {
                                    query.status.retain(|other| *other != name);
                                } else {
                                    query.status.push(name);
                                }
                            }))
                        >
                            {move || wording::status_word(&say(), &key.get_value())}
                        </Chip>
                    }
                }
            </For>
        </div>
    }
}

#[component]
fn Chip(
    /// For tests.
    test: String,
    /// Whether it is chosen.
    pressed: Signal<bool>,
    /// How many there are, once known.
    count: Signal<Option<u64>>,
    /// It was pressed.
    on_press: Callback<()>,
    /// Its word.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="chip task-chip"
            data-test=test
            data-count=move || count.get().map(|count| count.to_string())
            aria-pressed=move || pressed.get().to_string()
            on:click=move |_| on_press.run(())
        >
            {children()}
            {move || count.get().map(|count| view! {
                <span class="figures task-chip-count">{whole(count)}</span>
            })}
        </button>
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a count of tasks, far inside 53 bits"
)]
fn whole(count: u64) -> String {
    say().decimal(count as f64, 0)
}

#[component]
fn Kind() -> impl IntoView {
    let desk = store().tasks;
    let option = move |value: &'static str, word: &'static str| {
        view! {
            <option
                value=value
                prop:selected=move || desk.query.with(|query| query.kind == value)
            >
                {move || t(word)}
            </option>
        }
    };
    view! {
        <label>
            <span class="visually-hidden">{move || t("tasks-kind")}</span>
            <select
                class="control"
                data-test="task-kind"
                on:change:target=move |event| {
                    let kind = event.target().value();
                    desk.look_for(|query| query.kind = kind);
                }
            >
                {option("", "tasks-kind-any")}
                {option("pipeline", "tasks-kind-videos")}
                {option("analyze", "tasks-kind-analyses")}
            </select>
        </label>
    }
}

/// Whoever submitted them, in a team.
#[component]
fn Submitter() -> impl IntoView {
    let desk = store().tasks;
    let members = Memo::new(move |_| {
        desk.team.value.with(|team| {
            team.as_ref()
                .filter(|team| team.is_team)
                .map(|team| team.members.clone())
                .unwrap_or_default()
        })
    });
    view! {
        <Show when=move || members.with(|members| !members.is_empty())>
            <label>
                <span class="visually-hidden">{move || t("tasks-by")}</span>
                <select
                    class="control"
                    data-test="task-submitter"
                    on:change:target=move |event| {
                        let user_id = event.target().value();
                        desk.look_for(|query| query.submitted_by = user_id);
                    }
                >
                    <option
                        value=""
                        prop:selected=move || desk.query.with(|query| query.submitted_by.is_empty())
                    >
                        {move || t("tasks-by-anybody")}
                    </option>
                    {move || members.get().into_iter().map(|member| {
                        let id = member.user_id.clone();
                        let email = member.email;
                        let is_me = member.is_me;
                        view! {
                            <option
                                value=member.user_id
                                prop:selected=move || desk.query.with(|query| query.submitted_by == id)
                            >
                                {move || if is_me {
                                    t_with("tasks-by-me", &args([("email", email.as_str().into())]))
                                } else {
                                    email.clone()
                                }}
                            </option>
                        }
                    }).collect_view()}
                </select>
            </label>
        </Show>
    }
}

/// Which end of the days.
#[derive(Clone, Copy)]
enum DayEnd {
    /// The first day.
    First,
    /// The last day.
    Last,
}

/// The first or the last day.
#[component]
fn Day(
    /// Which.
    end: DayEnd,
) -> impl IntoView {
    let desk = store().tasks;
    let (word, test) = match end {
        DayEnd::First => ("tasks-from", "task-from"),
        DayEnd::Last => ("tasks-to", "task-to"),
    };
    let day = Memo::new(move |_| {
        desk.query.with(|query| match end {
            DayEnd::First => query.date_from.clone(),
            DayEnd::Last => query.date_to.clone(),
        })
    });
    view! {
        <label class="task-day">
            <span>{move || t(word)}</span>
            // Where the platform has no calendar for it, it is a line to type into: asked for only
            // when it is whole.
            <input
                class="control figures"
                class:no-day=move || day.with(String::is_empty)
                data-test=test
                type="date"
                autocomplete="off"
                placeholder=move || t("tasks-day-example")
                prop:value=move || day.get()
                on:change:target=move |event| {
                    let day = event.target().value().trim().to_owned();
                    desk.look_for(|query| match end {
                        DayEnd::First => query.date_from = day,
                        DayEnd::Last => query.date_to = day,
                    });
                }
            />
        </label>
    }
}

/// Takes all filters away, while there is one.
#[component]
fn Clear() -> impl IntoView {
    let desk = store().tasks;
    let is_filtered = Memo::new(move |_| desk.query.with(|query| *query != TaskQuery::default()));
    view! {
        <Show when=move || is_filtered.get()>
            <Button
                kind=ButtonKind::Quiet
                test="task-filters-clear"
                on_press=Callback::new(move |()| desk.look_for(|query| *query = TaskQuery::default()))
            >
                {move || t("tasks-clear")}
            </Button>
        </Show>
    }
}
