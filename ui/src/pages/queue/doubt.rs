//! An order that may have been taken: what that means, and what the person can say of it.

use contract::{OrderView, ask};
use leptos::prelude::*;

use crate::app::{store, t};
use crate::components::{Button, ButtonKind};

/// The panel.
#[component]
pub fn Doubt(
    /// The order.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let store = store();
    let asking = RwSignal::new(false);
    let id = move || order.with_untracked(|order| order.as_ref().map(|o| o.order_id.clone()));
    let give_up = Callback::new(move |()| {
        if let Some(order_id) = id() {
            store.tell(ask::GiveUp { order_id });
        }
    });
    view! {
        <section class="notice warning doubt" data-test="order-doubt">
            <h3>{move || t("queue-doubt")}</h3>
            <p>{move || t("queue-doubt-why")}</p>
            <p>{move || t("queue-doubt-how")}</p>
            <Show
                when=move || asking.get()
                fallback=move || view! {
                    <div class="doubt-actions">
                        <Button
                            test="order-give-up"
                            on_press=Callback::new(move |()| asking.set(true))
                        >
                            {move || t("queue-give-up")}
                        </Button>
                    </div>
                }
            >
                <p class="doubt-question">{move || t("queue-give-up-sure")}</p>
                <div class="doubt-actions">
                    <Button test="order-give-up-yes" on_press=give_up>
                        {move || t("queue-give-up-yes")}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        test="order-give-up-no"
                        autofocus=true
                        on_press=Callback::new(move |()| asking.set(false))
                    >
                        {move || t("queue-give-up-no")}
                    </Button>
                </div>
            </Show>
        </section>
    }
}
