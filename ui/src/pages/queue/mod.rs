//! The Queue page: what was ordered, and how far each order really is.

mod card;
mod doubt;
mod elsewhere;
mod facts;
mod keeping;
mod order_card;
mod order_tasks;
mod preparing;
pub mod progress;
#[cfg(test)]
pub mod samples;

use contract::{OrderId, OrderState, OrderView};
use leptos::prelude::*;

use self::doubt::Finding;
use self::elsewhere::Elsewhere;
use self::order_card::OrderCard;
use crate::app::{PageFrame, say, store, t, t_with};
use crate::components::{Empty, Glyph, Tabs, ToRiff};
use crate::pages::tasks::{AllTasks, QueueTab, TaskSheets};
use crate::pages::wording::args;

/// The page.
#[component]
pub fn Queue() -> impl IntoView {
    let store = store();
    let tab = store.tasks.tab;
    let shows_tasks = Memo::new(move |_| tab.get() == QueueTab::Tasks);
    let ids = Memo::new(move |_| {
        store.orders.with(|all| {
            all.iter()
                .map(|order| order.order_id.clone())
                .collect::<Vec<_>>()
        })
    });
    view! {
        <PageFrame
            name="queue"
            title=move || t("page-queue")
            subtitle=move || {
                if shows_tasks.get() {
                    t("tasks-means")
                } else {
                    store.orders.with(|orders| {
                        store.product_works.with(|works| card::summary(&say(), orders, works))
                    })
                }
            }
            actions=move || view! {
                <Tabs
                    label=move || t("queue-tabs")
                    name="queue-tab"
                    tabs=[
                        (QueueTab::Orders, "queue-tab-orders", "queue-tab-orders"),
                        (QueueTab::Tasks, "queue-tab-tasks", "queue-tab-tasks"),
                    ]
                    chosen=tab
                />
            }
            bar=move || view! { <p class="muted" data-test="queue-pace">{move || pace()}</p> }
        >
            <Show when=move || shows_tasks.get()>
                <AllTasks/>
            </Show>
            <Show when=move || !shows_tasks.get()>
                <Elsewhere/>
                <Orders ids/>
            </Show>
            <TaskSheets/>
        </PageFrame>
    }
}

/// What was ordered here.
#[component]
fn Orders(
    /// The orders, newest first.
    ids: Memo<Vec<OrderId>>,
) -> impl IntoView {
    view! {
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=move || view! {
                    <Empty
                        glyph=Glyph::Queue
                        title=move || t("queue-empty")
                        words=move || t("queue-empty-how")
                        test="queue-empty"
                    >
                        <ToRiff test="queue-to-riff"/>
                    </Empty>
                }
            >
                <ul class="orders">
                    <For each=move || ids.get() key=OrderId::clone let:order_id>
                        <OrderCard order_id/>
                    </For>
                </ul>
            </Show>
    }
}

/// How often the service is looked at, when it is.
fn pace() -> String {
    let store = store();
    let any = |holds: fn(&OrderView) -> bool| store.orders.with(|all| all.iter().any(holds));
    if any(is_watched) {
        let own = store.server.with(|server| server.own_pace_seconds);
        let set = store
            .preferences
            .with(|preferences| preferences.poll_seconds);
        let seconds = own.unwrap_or(set);
        t_with(
            "queue-pace",
            &args([("seconds", f64::from(seconds).into())]),
        )
    } else if any(is_looked_for) {
        t("queue-looking")
    } else {
        t("queue-asleep")
    }
}

/// Whether an order in doubt is looked for by itself.
fn is_looked_for(order: &OrderView) -> bool {
    card::search_of(order).is_some_and(|search| Finding::of(search).goes_on())
}

/// Whether an order's batch is looked at: not one that has not left, nor one in doubt.
fn is_watched(order: &OrderView) -> bool {
    matches!(order.state, OrderState::Working { .. })
}
