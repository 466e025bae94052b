//! The confirm sheet for what costs credits: what, how much, what is left, and the one yes.

use contract::{NextStep, Refusal, Step, StepCaution, StepReview};
use leptos::prelude::*;
use words::Words;

use super::step::{StepDesk, StepStage, is_affordable};
use super::{HubRefusal, balance_words, credit_words};
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind, Dialog, Notice, OverLimits, Tone};
use crate::pages::wording::{args, facts};

/// The sheet. There is one, over every page; open it by `store.hub.steps.open(step)`.
#[component]
pub fn StepSheet() -> impl IntoView {
    let store = store();
    let desk = store.hub.steps;
    desk.follow(store);
    let open = Memo::new(move |_| desk.asked.with(Option::is_some));
    view! {
        <Dialog
            open=Signal::derive(move || open.get())
            title=move || desk.asked.with(|step| step.as_ref().map(title)).unwrap_or_default()
            test="step-sheet"
            on_close=Callback::new(move |()| desk.back())
        >
            {move || match desk.review.get() {
                Some(review) => view! { <Restated review/> }.into_any(),
                None => view! { <p class="muted" role="status">{move || status(desk)}</p> }.into_any(),
            }}
            <OverLimits yes=desk.extra service=contract::Service::Hubfluencer/>
            <Answer desk/>
        </Dialog>
    }
}

fn title(step: &Step) -> String {
    t(&format!("hub-step-{}", step.as_str()))
}

fn status(desk: StepDesk) -> String {
    match desk.stage.get() {
        StepStage::Pricing => t("hub-step-pricing"),
        _ => String::new(),
    }
}

/// The step as it will be taken.
#[component]
fn Restated(
    /// What the core understood.
    review: StepReview,
) -> impl IntoView {
    let store = store();
    let credits = review.credits;
    let available = review.available;
    let left = available.map(|available| available - i64::from(credits));
    let scope = StoredValue::new(scope_words_of(&review));
    let has_title = !review.scope.title.trim().is_empty();
    let title = review.scope.title.clone();
    let affordable = is_affordable(&review);
    view! {
        <dl class="restated" data-test="step-restated">
            {has_title.then(|| view! {
                <dt>{move || t("hub-step-what")}</dt>
                <dd data-test="step-title">{title}</dd>
            })}
            {move || {
                let words = scope.with_value(|scope| scope.say(&say()));
                (!words.is_empty()).then(|| view! {
                    <dt>{t("hub-step-scope")}</dt>
                    <dd data-test="step-scope">{words}</dd>
                })
            }}
            <dt>{move || t("hub-step-cost")}</dt>
            <dd class="step-cost" data-test="step-cost" data-credits=credits.to_string()>
                {move || credit_words(&say(), credits)}
            </dd>
            <dt>{move || t("hub-step-balance")}</dt>
            <dd data-test="step-balance">
                {move || match available {
                    Some(available) => balance_words(&say(), available),
                    None => t("hub-step-balance-unknown"),
                }}
                {left.filter(|left| *left >= 0).map(|left| view! {
                    <span class="restated-more" data-test="step-left">
                        {move || t_with("hub-step-left", &args([("count", whole(left).into())]))}
                    </span>
                })}
            </dd>
        </dl>
        {review.cautions.into_iter().map(|caution| view! { <OneCaution caution/> }).collect_view()}
        {(!affordable).then(|| view! {
            <div class="step-top-up">
                <Button
                    test="step-open-hubfluencer"
                    on_press=Callback::new(move |()| store.tell(contract::hub_ask::OpenHubfluencer {}))
                >
                    {move || t("hub-buy-credits")}
                </Button>
                <Button
                    test="step-look-again"
                    on_press=Callback::new(move |()| store.hub.steps.again())
                >
                    {move || t("hub-step-look-again")}
                </Button>
            </div>
        })}
    }
}

/// A balance, as sentences take it.
#[expect(
    clippy::cast_precision_loss,
    reason = "whole credits, far inside 53 bits"
)]
fn whole(n: i64) -> f64 {
    n as f64
}

/// What is known of a step's size.
struct Scope {
    step: Step,
    pieces: Option<u32>,
    seconds: Option<f64>,
}

fn scope_words_of(review: &StepReview) -> Scope {
    Scope {
        step: review.step.clone(),
        pieces: review.scope.pieces,
        seconds: review.scope.seconds,
    }
}

impl Scope {
    fn say(&self, words: &Words) -> String {
        let pieces = self.pieces.map(|count| {
            let key = match self.step {
                Step::GenerateCarousel { .. } => "hub-step-slides",
                Step::UnlockAssists => "hub-step-assists",
                _ => "hub-step-scenes",
            };
            words.say_with(key, &args([("count", f64::from(count).into())]))
        });
        let seconds = self.seconds.map(|seconds| words.seconds(seconds));
        facts([pieces, seconds].into_iter().flatten())
    }
}

#[component]
fn OneCaution(
    /// What.
    caution: StepCaution,
) -> impl IntoView {
    let kind = match caution {
        StepCaution::NotEnough { .. } => "not-enough",
        StepCaution::PriceFromContract => "price-from-contract",
        StepCaution::Replaces => "replaces",
    };
    view! {
        <Notice tone=Tone::Warning test=format!("step-caution-{kind}")>
            <p>{move || match caution {
                StepCaution::NotEnough { missing } => t_with(
                    "hub-caution-not-enough",
                    &args([("missing", f64::from(missing).into())]),
                ),
                StepCaution::PriceFromContract => t("hub-caution-price"),
                StepCaution::Replaces => t("hub-caution-replaces"),
            }}</p>
        </Notice>
    }
}

/// Back and the yes, and what became of it.
#[component]
fn Answer(
    /// The confirm.
    desk: StepDesk,
) -> impl IntoView {
    let refusal = Memo::new(move |_| match desk.stage.get() {
        StepStage::Refused(refusal) => Some(refusal),
        _ => None,
    });
    let is_taking =
        Memo::new(move |_| matches!(desk.stage.get(), StepStage::Taking | StepStage::Sent(_)));
    let has_price = Memo::new(move |_| desk.review.with(Option::is_some));
    let go = move |refusal: &Refusal| match refusal.next {
        NextStep::EditPlan | NextStep::ChooseAnother | NextStep::LookNow => desk.back(),
        _ => desk.again(),
    };
    // Leaves a held-down Enter without effect: it opened this sheet a moment ago.
    let no_repeats = |event: leptos::ev::KeyboardEvent| {
        if event.repeat() && matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
        }
    };
    view! {
        {move || refusal.get().map(|refusal| {
            let said = refusal.clone();
            view! { <HubRefusal refusal on_go=Callback::new(move |()| go(&said))/> }
        })}
        <p class="muted small" data-test="step-after">{move || t("hub-step-after")}</p>
        <div class="dialog-actions" on:keydown=no_repeats>
            <Button
                test="step-back"
                disabled=Signal::derive(move || desk.stage.get() == StepStage::Taking)
                on_press=Callback::new(move |()| desk.back())
            >
                {move || t("hub-step-back")}
            </Button>
            // Another button once there is a price: it takes the focus then, and not before.
            {move || view! { <Yes desk has_price=has_price.get() is_taking/> }}
        </div>
    }
}

/// The one yes.
#[component]
fn Yes(
    /// The confirm.
    desk: StepDesk,
    /// Whether there is a price to say yes to.
    has_price: bool,
    /// Whether it was given.
    is_taking: Memo<bool>,
) -> impl IntoView {
    view! {
        <Button
            kind=ButtonKind::Primary
            test="step-yes"
            autofocus=has_price
            disabled=Signal::derive(move || !desk.can_take())
            on_press=Callback::new(move |()| desk.take())
        >
            {move || match desk.review.with(|review| review.as_ref().map(|r| r.credits)) {
                _ if is_taking.get() => t("hub-step-taking"),
                Some(0) => t("hub-step-yes-free"),
                Some(credits) => t_with(
                    "hub-step-yes",
                    &args([("count", f64::from(credits).into())]),
                ),
                None => t("hub-step-yes-plain"),
            }}
        </Button>
    }
}
