//! What is left at Hubfluencer: credits, assists, and what was paid lately. It has nothing to do with
//! who is signed in to Riffkit.

use contract::{AssistsView, Millis, Step, hub_ask};
use leptos::prelude::*;

use super::Section;
use super::limits::OwnLimits;
use super::purchases::Purchases;
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::wording::{args, facts};

/// The section. Nothing where this run has no Hubfluencer.
#[component]
pub fn Hubfluencer() -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let has_server = Memo::new(move |_| hub.server.with(Option::is_some));
    let signed_in = Memo::new(move |_| hub.is_signed_in());
    Effect::new(move |_| {
        if signed_in.get() {
            hub.read_credits();
            hub.read_assists();
        }
    });
    view! {
        <Show when=move || has_server.get()>
            <div class="usage usage-of-hub">
                <Section title="hub-usage" test="usage-hub">
                    <div class="panel usage-balance">
                        <Show
                            when=move || signed_in.get()
                            fallback=move || view! {
                                <div class="usage-hub-token">
                                    <p class="muted">{move || t("hub-usage-token")}</p>
                                    <Button
                                        test="usage-hub-token"
                                        on_press=Callback::new(move |()| hub.token_asked.set(true))
                                    >
                                        {move || t("next-give-token")}
                                    </Button>
                                </div>
                            }
                        >
                            <Figures/>
                        </Show>
                        <OwnLimits service=contract::Service::Hubfluencer/>
                        <Purchases/>
                    </div>
                </Section>
            </div>
        </Show>
    }
}

/// The figures, when they were heard, and the ways to more.
#[component]
fn Figures() -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let now = store.ticking();
    let minute = Memo::new(move |_| now.get() / 60_000 * 60_000);
    let assists = move |of: fn(&AssistsView) -> u32| {
        Memo::new(move |_| hub.assists.with(|assists| assists.as_ref().map(of)))
    };
    let left = assists(|assists| assists.remaining);
    let used = assists(|assists| assists.used);
    let shown = |value: Option<f64>| match value {
        Some(value) => t_with("hub-figure", &args([("count", value.into())])),
        None => t("usage-unknown"),
    };
    let anew = move || {
        let resets_at = hub
            .assists
            .with(|assists| assists.and_then(|a| a.resets_at));
        resets_at.and_then(|at| reset_words(at, minute.get()))
    };
    let heard = move || {
        let credits = hub.credits.with(|credits| credits.map(|c| c.heard_at));
        let heard_at = credits.or_else(|| hub.assists.with(|assists| assists.map(|a| a.heard_at)));
        heard_at.map(|at| {
            let ago = say().ago(now.get().max(at), at);
            t_with("hub-usage-heard", &args([("ago", ago.into())]))
        })
    };
    #[expect(
        clippy::cast_precision_loss,
        reason = "whole credits, far inside 53 bits"
    )]
    let credits = move || hub.credits.with(|c| c.map(|c| c.credits as f64));
    view! {
        <dl class="usage-figures">
            <div class="usage-figure">
                <dt class="muted">{move || t("hub-usage-credits")}</dt>
                <dd class="figures" data-test="usage-hub-credits">{move || shown(credits())}</dd>
            </div>
            <div class="usage-figure">
                <dt class="muted">{move || t("hub-usage-assists-left")}</dt>
                <dd class="figures">
                    <span data-test="usage-hub-assists-left">{move || shown(left.get().map(f64::from))}</span>
                    <span class="muted small usage-reset" data-test="usage-hub-reset">{anew}</span>
                </dd>
            </div>
            <div class="usage-figure">
                <dt class="muted">{move || t("hub-usage-assists-used")}</dt>
                <dd class="figures" data-test="usage-hub-assists-used">
                    {move || shown(used.get().map(f64::from))}
                </dd>
            </div>
        </dl>
        <div class="toolbar">
            <Button
                test="usage-hub-unlock"
                on_press=Callback::new(move |()| hub.steps.open(Step::UnlockAssists))
            >
                {move || unlock_words(hub.assists.get())}
            </Button>
            <Button
                kind=ButtonKind::Quiet
                test="usage-hub-buy"
                on_press=Callback::new(move |()| store.tell(hub_ask::OpenHubfluencer {}))
            >
                {move || t("hub-buy-credits")}
            </Button>
        </div>
        <p class="muted small" data-test="usage-hub-heard">{heard}</p>
    }
}

/// "anew in 5 h", to the minute; nothing once that time has passed.
fn reset_words(at: Millis, now: Millis) -> Option<String> {
    let seconds = u64::try_from((at - now) / 1000).ok()?;
    let span = say().span(seconds.div_ceil(60).max(1) * 60);
    Some(t_with("hub-assists-reset", &args([("span", span.into())])))
}

/// "More assists · 10 more for 1 credit".
fn unlock_words(assists: Option<AssistsView>) -> String {
    let offer = assists.map(|assists| {
        t_with(
            "hub-assists-more",
            &args([
                ("batch", f64::from(assists.unlock_batch_size).into()),
                ("cost", f64::from(assists.unlock_cost).into()),
            ]),
        )
    });
    facts(
        [Some(t("hub-assists-more-plain")), offer]
            .into_iter()
            .flatten(),
    )
}
