//! The confirm sheet: the whole plan restated, what to think about, and the one yes.

use contract::{Caution, NextStep, Review, SourceKind, TemplateId, ask};
use leptos::prelude::*;

use super::confirm::{Confirm, Yes};
use crate::app::{say, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, Notice, OverLimits, RefusalPanel, Tone};
use crate::pages::wording::{args, facts, source_title};

use super::restated::{Characters, Product, RestatedDirection};

/// The sheet, while there is a review.
#[component]
pub fn ConfirmSheet(
    /// Its state.
    confirm: Confirm,
) -> impl IntoView {
    view! {
        <Dialog
            open=Signal::derive(move || confirm.review.with(Option::is_some))
            title=move || t("confirm-title")
            test="confirm-sheet"
            on_close=Callback::new(move |()| confirm.back())
        >
            {move || confirm.review.get().map(|review| view! { <Restated review confirm/> })}
            <Answer confirm/>
        </Dialog>
    }
}

/// The plan as it will be sent.
#[component]
fn Restated(
    /// What the core understood.
    review: Review,
    /// The sheet's state.
    confirm: Confirm,
) -> impl IntoView {
    let source = review.source;
    let address = (source.kind == SourceKind::Link).then(|| source.name.clone());
    let cautions = review.cautions;
    let videos = review.videos;
    let characters: Vec<String> = review.characters.into_iter().map(|c| c.name).collect();
    let has_hint = !review.hint.trim().is_empty();
    view! {
        <dl class="restated" data-test="confirm-plan">
            <dt>{move || t("confirm-source")}</dt>
            <dd data-test="confirm-source">
                {move || {
                    let length = source.duration_seconds.map(|s| say().seconds(s)).unwrap_or_default();
                    facts([source_title(&say(), &source), length])
                }}
                {address.map(|address| view! {
                    <span class="restated-address" data-test="confirm-address">{address}</span>
                })}
            </dd>
            <dt>{move || t("confirm-character")}</dt>
            <dd data-test="confirm-characters"><Characters names=characters videos/></dd>
            <dt>{move || t("confirm-product")}</dt>
            <dd data-test="confirm-product"><Product product=review.product/></dd>
            <dt>{move || t("confirm-language")}</dt>
            <dd data-test="confirm-language">{review.language.name}</dd>
            <dt>{move || t("confirm-direction")}</dt>
            <dd class="restated-text" data-test="confirm-direction">
                <RestatedDirection text=review.direction/>
            </dd>
            {has_hint.then(|| view! {
                <dt>{move || t("confirm-hint")}</dt>
                <dd class="restated-text" data-test="confirm-hint">{review.hint}</dd>
            })}
        </dl>
        {cautions.into_iter().map(|caution| view! { <OneCaution caution confirm/> }).collect_view()}
        <AgreeHost confirm/>
        <OverLimits yes=confirm.extra service=contract::Service::Riffkit/>
    }
}

/// Something to think about. The unusual host has its own question.
#[component]
fn OneCaution(
    /// What.
    caution: Caution,
    /// The sheet's state.
    confirm: Confirm,
) -> impl IntoView {
    let store = store();
    let stale = match &caution {
        Caution::StaleTemplate { template_id } => Some(template_id.clone()),
        _ => None,
    };
    // The template's card shows how it goes.
    let analyse = move |template_id: &TemplateId| {
        store.tell(ask::RefreshTemplate {
            template_id: template_id.clone(),
        });
        confirm.back();
    };
    let sentence = move || match &caution {
        Caution::UnusualHost { .. } => None,
        Caution::NearSizeCap => Some(t("confirm-near-size-cap")),
        Caution::UnknownContainer => Some(t("confirm-unknown-container")),
        Caution::StaleTemplate { .. } => Some(t("confirm-stale-template")),
        Caution::OrderedBefore { at } => {
            let ago = say().ago(backend::now_ms().max(store.now.get_untracked()), *at);
            Some(t_with(
                "confirm-ordered-before",
                &args([("ago", ago.into())]),
            ))
        }
    };
    move || {
        sentence().map(|sentence| {
            let stale = stale.clone();
            view! {
                <Notice tone=Tone::Warning test="confirm-caution">
                    <p>{sentence}</p>
                    {stale.map(|template_id| view! {
                        <Button
                            test="confirm-refresh"
                            on_press=Callback::new(move |()| analyse(&template_id))
                        >
                            {move || t("riff-template-refresh")}
                        </Button>
                    })}
                </Notice>
            }
        })
    }
}

/// The unusual host, to be agreed to by name.
#[component]
fn AgreeHost(
    /// The sheet's state.
    confirm: Confirm,
) -> impl IntoView {
    let store = store();
    move || {
        confirm.host.get().map(|host| {
            view! {
                <label class="notice warning agree">
                    <input
                        type="checkbox"
                        data-test="agree-host"
                        data-host=host.clone()
                        prop:checked=move || confirm.agreed.get()
                        on:change:target=move |event| confirm.agree(store, event.target().checked())
                    />
                    <span>
                        {move || t_with("confirm-agree-host", &args([("host", host.as_str().into())]))}
                    </span>
                </label>
            }
        })
    }
}

/// Back and Submit, and what became of the yes.
#[component]
fn Answer(
    /// The sheet's state.
    confirm: Confirm,
) -> impl IntoView {
    let store = store();
    let refusal = Memo::new(move |_| match confirm.yes.get() {
        Yes::Refused(refusal) => Some(refusal),
        _ => None,
    });
    let videos = move || {
        confirm.review.with(|review| {
            review
                .as_ref()
                .map_or(1.0, |review| f64::from(review.videos))
        })
    };
    // Leaves a held-down Enter without effect: it opened this sheet a moment ago.
    let no_repeats = |event: leptos::ev::KeyboardEvent| {
        if event.repeat() && matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
        }
    };
    view! {
        {move || refusal.get().map(|refusal| {
            let next = refusal.next;
            view! {
                <RefusalPanel
                    refusal
                    on_retry=Callback::new(move |()| match next {
                        NextStep::TryAgain => confirm.submit(store),
                        NextStep::ReviewAgain => confirm.review(store),
                        _ => {}
                    })
                    on_done=Callback::new(move |()| match next {
                        NextStep::EditPlan | NextStep::ChooseAnother | NextStep::OpenQueue => {
                            confirm.back();
                        }
                        NextStep::SignIn => confirm.await_sign_in(),
                        _ => {}
                    })
                />
            }
        })}
        <p class="muted small" data-test="confirm-places">
            {move || t_with("confirm-places", &args([("count", videos().into())]))}
        </p>
        <p class="muted small" role="status" data-test="confirm-status">
            {move || match confirm.yes.get() {
                Yes::AwaitsSignIn => t("confirm-after-sign-in"),
                _ => String::new(),
            }}
        </p>
        <div class="dialog-actions" on:keydown=no_repeats>
            <Button
                test="confirm-back"
                disabled=Signal::derive(move || confirm.yes.with(|yes| *yes == Yes::Submitting))
                on_press=Callback::new(move |()| confirm.back())
            >
                {move || t("confirm-back")}
            </Button>
            <Button
                kind=ButtonKind::Primary
                test="confirm-submit"
                autofocus=true
                disabled=Signal::derive(move || !confirm.can_submit())
                on_press=Callback::new(move |()| confirm.submit(store))
            >
                {move || match confirm.yes.get() {
                    Yes::AwaitsSignIn => t("confirm-signing-in"),
                    Yes::Submitting => t("confirm-submitting"),
                    Yes::Open | Yes::Refused(_) => t("confirm-submit"),
                }}
            </Button>
        </div>
    }
}
