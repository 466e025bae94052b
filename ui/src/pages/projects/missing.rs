//! A project that is not known here: asked for, and said to be gone where it is.

use contract::{ProjectKey, Refusal, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Store, t};
use crate::backend;
use crate::components::hub::HubRefusal;

/// Why a project is not shown. Copy.
#[derive(Clone, Copy)]
pub struct Sought {
    refusal: RwSignal<Option<Refusal>>,
    again: Callback<()>,
}

/// Reads the project anew as its page comes: what is known is shown meanwhile.
pub fn look_for(
    store: Store,
    key: ProjectKey,
    is_missing: impl Fn() -> bool + Send + Sync + 'static,
) -> Sought {
    let refusal = RwSignal::new(None);
    let key = StoredValue::new(key);
    let look = move || {
        refusal.set(None);
        spawn_local(async move {
            let project = key.get_value();
            match backend::ask(hub_ask::GetProject { project }).await {
                Ok(project) => store.hub.take_project(project),
                Err(why) => {
                    refusal.try_set(Some(why));
                }
            }
        });
    };
    let signed_in = Memo::new(move |_| store.hub.is_signed_in());
    Effect::new(move |_| {
        if signed_in.get() || untrack(&is_missing) {
            look();
        }
    });
    Sought {
        refusal,
        again: Callback::new(move |()| look()),
    }
}

/// In the place of a project that is not known here.
#[component]
pub fn Missing(
    /// Why.
    sought: Sought,
) -> impl IntoView {
    move || match sought.refusal.get() {
        Some(refusal) => view! { <HubRefusal refusal on_go=sought.again/> }.into_any(),
        None => view! {
            <p class="muted" role="status" data-test="project-loading">{t("projects-loading")}</p>
        }
        .into_any(),
    }
}
