//! A refusal: what happened, and the way on as a button that goes there.

use contract::{NextStep, OrderId, Refusal, Service, Step, ask, hub_ask};
use leptos::prelude::*;

use super::{Button, ButtonKind, Glyph, Icon};
use crate::app::{Page, Store, leads_to, next_word, say_refusal, store};

/// The panel. The button is there when its step leads somewhere from here: most steps are the
/// same everywhere; `TryAgain` needs to be told what to try, `TopUp` which order it was.
#[component]
pub fn RefusalPanel(
    /// What happened.
    #[prop(into)]
    refusal: Signal<Refusal>,
    /// What to try again, and what else only the owner can do: with it, `TryAgain`, `EditPlan`
    /// and `ReviewAgain` are the owner's.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// The order, for its top-up link.
    #[prop(optional, into)]
    order: Option<OrderId>,
    /// After the button was pressed.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let store = store();
    let can_retry = on_retry.is_some();
    let has_order = order.is_some();
    let next = Memo::new(move |_| {
        Some(refusal.get())
            .filter(|r| leads(r, can_retry, has_order))
            .map(|r| r.next)
    });
    let order = StoredValue::new(order);
    let press = Callback::new(move |()| {
        if let Some(next) = next.get_untracked() {
            match (next, on_retry, order.get_value()) {
                (
                    NextStep::TryAgain
                    | NextStep::Resume
                    | NextStep::EditPlan
                    | NextStep::LookNow
                    | NextStep::ReviewAgain,
                    Some(retry),
                    _,
                ) => {
                    retry.run(());
                }
                (NextStep::TopUp, _, Some(order_id)) => store.tell(ask::OpenTopUp { order_id }),
                (next, ..) => go(store, next),
            }
        }
        if let Some(done) = on_done {
            done.run(());
        }
    });
    view! {
        <div class="notice bad refusal" data-test="refusal" data-code=move || refusal.get().code.as_str()>
            <Icon glyph=Glyph::Alert/>
            <p>{move || say_refusal(&refusal.get())}</p>
            // Where the button leads, before it is pressed.
            {move || {
                let is_link = next.get() == Some(NextStep::TopUp);
                let host = is_link.then(|| leads_to(&refusal.get())).flatten();
                host.map(|host| view! { <p class="muted" data-test="refusal-leads-to">{host}</p> })
            }}
            {move || next.get().map(|next| view! {
                <Button kind=ButtonKind::Secondary test=format!("next-{}", next.as_str()) on_press=press>
                    {move || next_word(next)}
                </Button>
            })}
        </div>
    }
}

/// At the end of a list that is still shown: why it could not be read on, or again.
#[component]
pub fn ListFoot(
    /// What happened, if something did.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
    /// Reads it on, or again.
    on_retry: Callback<()>,
    /// For tests.
    test: &'static str,
) -> impl IntoView {
    move || {
        refusal.get().map(|refusal| {
            view! {
                <div class="tasks-foot" data-test=test>
                    <RefusalPanel refusal on_retry/>
                </div>
            }
        })
    }
}

/// Whether a button for this step would do something.
fn leads(refusal: &Refusal, can_retry: bool, has_order: bool) -> bool {
    match refusal.next {
        NextStep::None => false,
        NextStep::TryAgain | NextStep::Resume | NextStep::LookNow => can_retry,
        NextStep::TopUp => has_order,
        NextStep::GiveToken | NextStep::OpenHubfluencer | NextStep::UnlockAssists => true,
        // Where these lead is Riffkit's; a page of Hubfluencer's has its own.
        NextStep::EditPlan | NextStep::ReviewAgain if can_retry => true,
        _ if refusal.service == Service::Hubfluencer => false,
        NextStep::SignIn
        | NextStep::ChooseAnother
        | NextStep::EditPlan
        | NextStep::OpenQueue
        | NextStep::ChooseFolder
        | NextStep::ChooseVault
        | NextStep::ReviewAgain
        | NextStep::OpenService => true,
    }
}

/// Goes where a step leads when the owner has nothing better.
fn go(store: Store, next: NextStep) {
    match next {
        NextStep::SignIn => store.tell(ask::SignIn {}),
        NextStep::ChooseAnother => {
            store.page.set(Page::Riff);
            store.tell(ask::BrowseClips {});
        }
        NextStep::EditPlan | NextStep::ReviewAgain => store.page.set(Page::Riff),
        NextStep::OpenQueue => store.page.set(Page::Queue),
        NextStep::ChooseFolder => store.choose_reels_folder(),
        NextStep::ChooseVault => store.vault_asked.set(true),
        NextStep::OpenService => store.tell(ask::OpenService {}),
        NextStep::GiveToken => store.hub.token_asked.set(true),
        NextStep::OpenHubfluencer => store.tell(hub_ask::OpenHubfluencer {}),
        NextStep::UnlockAssists => store.hub.steps.open(Step::UnlockAssists),
        NextStep::None
        | NextStep::TryAgain
        | NextStep::Resume
        | NextStep::TopUp
        | NextStep::LookNow => {}
    }
}
