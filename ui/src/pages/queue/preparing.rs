//! An order that waits for its new product: how the writing of that goes.

use contract::{OrderState, OrderView, ProductWorkId, WorkState, ask};
use leptos::prelude::*;

use crate::app::{store, t};
use crate::components::{Button, ButtonKind};
use crate::pages::products::work::WorkLines;

/// The panel.
#[component]
pub fn Preparing(
    /// The order.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let store = store();
    let work_id = Memo::new(move |_| order.with(|order| order.as_ref().and_then(writing)));
    let work = Memo::new(move |_| {
        let work_id = work_id.get()?;
        store
            .product_works
            .with(|all| all.iter().find(|work| work.work_id == work_id).cloned())
    });
    let has_stopped = move || {
        work.with(|work| {
            work.as_ref().is_some_and(|work| {
                matches!(work.state, WorkState::Paused | WorkState::Failed { .. })
            })
        })
    };
    let resume = Callback::new(move |()| {
        if let Some(order_id) = order.with_untracked(|o| o.as_ref().map(|o| o.order_id.clone())) {
            store.tell(ask::ResumeOrder { order_id });
        }
    });
    view! {
        <section class="preparing" data-test="order-preparing">
            <p class="muted small">{move || t("queue-preparing")}</p>
            <WorkLines work/>
            <Show when=has_stopped>
                <div class="work-actions">
                    <Button kind=ButtonKind::Primary test="order-resume" on_press=resume>
                        {move || t("queue-resume")}
                    </Button>
                </div>
            </Show>
        </section>
    }
}

/// The writing that an order waits for.
fn writing(order: &OrderView) -> Option<ProductWorkId> {
    match &order.state {
        OrderState::Preparing { work_id } => Some(work_id.clone()),
        _ => None,
    }
}
