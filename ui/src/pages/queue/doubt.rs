//! An order that may have been taken: what that means, and the two things to do about it.

use contract::{OrderView, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{say_refusal, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind};

/// The panel.
#[component]
pub fn Doubt(
    /// The order.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let store = store();
    let looking = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let refusal = RwSignal::new(None);
    let id = move || order.with_untracked(|order| order.as_ref().map(|o| o.order_id.clone()));
    let look = Callback::new(move |()| {
        let Some(order_id) = id() else { return };
        looking.set(true);
        refusal.set(None);
        spawn_local(async move {
            let answer = backend::ask(ask::LookNow { order_id }).await;
            looking.try_set(false);
            refusal.try_set(answer.err());
        });
    });
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
            <p role="status" class="field-refusal" data-test="order-doubt-refusal">
                {move || refusal.get().map(|refusal| say_refusal(&refusal))}
            </p>
            <Show
                when=move || asking.get()
                fallback=move || view! {
                    <div class="doubt-actions">
                        <Button
                            test="order-look-again"
                            disabled=Signal::derive(move || looking.get())
                            on_press=look
                        >
                            {move || if looking.get() { t("queue-looking") } else { t("queue-look-again") }}
                        </Button>
                        <Button
                            kind=ButtonKind::Quiet
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
