//! The plans that can be had, in seconds. They are bought on the service's own pages.

use contract::{PlanOffer, ask};
use leptos::prelude::*;

use super::asked::Asked;
use crate::app::{say, t, t_with};
use crate::components::RefusalPanel;
use crate::pages::wording::{args, facts};

/// The list, or why there is none.
#[component]
pub fn Offers(
    /// What was asked for.
    offers: Asked<Vec<PlanOffer>>,
) -> impl IntoView {
    let is_empty = move || {
        offers
            .value
            .with(|all| all.as_ref().is_some_and(Vec::is_empty))
    };
    view! {
        <Show when=move || offers.is_awaited()>
            <div class="offers" aria-busy="true" data-test="plans-loading">
                <span class="bone offer-bone"></span>
                <span class="bone offer-bone"></span>
                <span class="bone offer-bone"></span>
            </div>
        </Show>
        {move || offers.refusal.get().map(|refusal| view! {
            <RefusalPanel
                refusal
                on_retry=Callback::new(move |()| offers.ask(ask::ListPlans {}))
            />
        })}
        <Show when=is_empty>
            <p class="muted" data-test="plans-empty">{move || t("plan-no-offers")}</p>
        </Show>
        <ul class="offers" data-test="plans">
            {move || offers.value.get().unwrap_or_default().into_iter().map(|offer| view! {
                <Offer offer/>
            }).collect_view()}
        </ul>
    }
}

#[component]
fn Offer(
    /// Which.
    offer: PlanOffer,
) -> impl IntoView {
    let (seconds, videos) = (offer.seconds, offer.videos);
    let words = move || {
        let seconds = seconds
            .map(|seconds| t_with("plan-seconds", &args([("seconds", seconds.floor().into())])));
        let videos = videos
            .filter(|videos| *videos >= 1.0)
            .map(|videos| t_with("plan-videos", &args([("count", videos.floor().into())])));
        facts([seconds, videos].into_iter().flatten())
    };
    let mark = move || {
        if offer.is_current {
            Some(t("plan-current"))
        } else if offer.purchasable {
            None
        } else {
            Some(t("plan-not-now"))
        }
    };
    view! {
        <li class="panel offer" data-test="plan" data-plan=offer.plan_id data-current=offer.is_current.to_string()>
            <strong class="offer-name">{offer.name}</strong>
            <span>{words}</span>
            {move || mark().map(|mark| view! { <span class="muted small">{mark}</span> })}
        </li>
    }
}

/// What the offers say of buying.
pub fn how_to_buy() -> String {
    say().say("plan-how")
}
