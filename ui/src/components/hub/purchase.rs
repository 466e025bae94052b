//! A paid step that is not settled, or was refused after its sheet had closed.

use contract::{Code, Millis, ProjectKey, PurchaseState, PurchaseView, Refusal, hub_ask};
use leptos::prelude::*;

use super::HubRefusal;
use crate::app::{Store, say, store, t, t_with};
use crate::components::{Button, Notice, Tone};
use crate::pages::wording::args;

/// What is to be said of a project's paid steps; without a project, of the account's. Nothing where
/// all is settled.
#[component]
pub fn PurchaseNotice(
    /// The project.
    #[prop(optional, into)]
    project: Option<ProjectKey>,
) -> impl IntoView {
    let store = store();
    let told = Memo::new(move |_| {
        store.hub.purchases.with(|all| {
            all.iter()
                .filter(|purchase| purchase.step.project() == project && is_worth_telling(purchase))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    view! {
        <For
            each=move || told.get()
            key=|purchase| (purchase.purchase_id.clone(), state_name(&purchase.state), next_try(&purchase.state))
            let:purchase
        >
            <One purchase/>
        </For>
    }
}

/// Whether the person has to know, or to say something.
fn is_worth_telling(purchase: &PurchaseView) -> bool {
    matches!(
        purchase.state,
        PurchaseState::AskingAgain { .. }
            | PurchaseState::InDoubt
            | PurchaseState::Refused { .. }
            | PurchaseState::NotSent
    )
}

/// When a lost answer is asked for next: another time is another notice.
const fn next_try(state: &PurchaseState) -> Option<Millis> {
    match state {
        PurchaseState::AskingAgain { at, .. } => Some(*at),
        _ => None,
    }
}

/// For tests, and to tell one state of a purchase from another.
const fn state_name(state: &PurchaseState) -> &'static str {
    match state {
        PurchaseState::Sending => "sending",
        PurchaseState::AskingAgain { .. } => "asking-again",
        PurchaseState::Taken => "taken",
        PurchaseState::Refused { .. } => "refused",
        PurchaseState::NotSent => "not-sent",
        PurchaseState::InDoubt => "in-doubt",
        PurchaseState::GivenUp => "given-up",
    }
}

#[component]
fn One(
    /// Which.
    purchase: PurchaseView,
) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(purchase.purchase_id.clone());
    let name = state_name(&purchase.state);
    let step = StoredValue::new(purchase.step.clone());
    let hide = Callback::new(move |()| {
        store.hub.hide_purchase(store, id.get_value());
    });
    let anew = Callback::new(move |()| {
        hide.run(());
        store.hub.steps.open(step.get_value());
    });
    let body = match purchase.state {
        PurchaseState::AskingAgain { at, .. } => view! { <AskingAgain id at/> }.into_any(),
        PurchaseState::InDoubt => view! {
            <Notice tone=Tone::Warning test="purchase-in-doubt">
                <p>{move || t("hub-purchase-in-doubt")}</p>
                <Button
                    test="purchase-look"
                    on_press=Callback::new(move |()| look(store, step.with_value(|step| step.project())))
                >
                    {move || t("hub-purchase-look")}
                </Button>
                <Button
                    test="purchase-give-up"
                    on_press=Callback::new(move |()| {
                        store.tell(hub_ask::GiveUpStep { purchase_id: id.get_value() });
                    })
                >
                    {move || t("hub-purchase-give-up")}
                </Button>
            </Notice>
        }
        .into_any(),
        PurchaseState::Refused { refusal } => {
            view! { <HubRefusal refusal on_go=anew on_hide=hide/> }.into_any()
        }
        _ => {
            let refusal = Refusal::from(Code::NotSent).of_hubfluencer();
            view! { <HubRefusal refusal on_go=anew on_hide=hide/> }.into_any()
        }
    };
    view! { <div class="purchase-notice" data-test="purchase-notice" data-state=name>{body}</div> }
}

/// Looks at what could have come of it: the project, the balance, the assists.
fn look(store: Store, project: Option<ProjectKey>) {
    store.hub.read_credits();
    match project {
        Some(project) => store.tell(hub_ask::LookAtProject { project }),
        None => store.hub.read_assists(),
    }
}

/// The answer was lost, and is asked for again.
#[component]
fn AskingAgain(
    /// Which.
    id: StoredValue<contract::PurchaseId>,
    /// When it is asked next.
    at: Millis,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
    let wait = move || {
        u64::try_from((at - now.get()) / 1000)
            .ok()
            .filter(|s| *s > 0)
    };
    view! {
        <Notice tone=Tone::Warning test="purchase-asking-again">
            <p>
                {move || t("hub-purchase-asking-again")}
                " "
                <span class="muted figures">
                    {move || wait().map(|seconds| t_with(
                        "hub-purchase-next",
                        &args([("span", say().span(seconds).into())]),
                    ))}
                </span>
            </p>
            <Button
                test="purchase-ask-now"
                on_press=Callback::new(move |()| {
                    store.tell(hub_ask::AskStepAgain { purchase_id: id.get_value() });
                })
            >
                {move || t("hub-purchase-ask-now")}
            </Button>
        </Notice>
    }
}
