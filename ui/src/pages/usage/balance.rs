//! What is left, what is held, what today took, and where the balance comes from.

use contract::{BalanceBatch, UsagePart, UsageView};
use leptos::prelude::*;

use super::limits::OwnLimits;
use super::{Look, Missing, Section, wording};
use crate::app::{say, t};
use crate::backend;

/// The section.
#[component]
pub fn Balance(
    /// The page's question.
    look: Look,
) -> impl IntoView {
    let of = move |read: fn(&UsageView) -> Option<f64>| {
        Memo::new(move |_| look.usage.value.with(|view| view.as_ref().and_then(read)))
    };
    let left = of(|view| view.left_seconds);
    let held = of(|view| view.held_seconds);
    let today = of(|view| view.allowance.as_ref().map(|mine| mine.spent_seconds));
    let allowance = Memo::new(move |_| {
        look.usage
            .value
            .with(|view| view.as_ref().and_then(|view| view.allowance.clone()))
    });
    let shared = Memo::new(move |_| {
        look.usage
            .value
            .with(|view| view.as_ref().is_some_and(|view| view.is_shared))
    });
    let figure = move |value: Memo<Option<f64>>, key: &'static str, test: &'static str| {
        view! {
            <div class="usage-figure">
                <dt class="muted">{move || t(key)}</dt>
                <dd class="figures" data-test=test>
                    {move || match value.get() {
                        Some(seconds) => wording::used(&say(), seconds),
                        None => t("usage-unknown"),
                    }}
                </dd>
            </div>
        }
    };
    view! {
        <Section title="usage-balance" test="usage-balance">
            <div class="panel usage-balance">
                <Missing look part=UsagePart::Balance/>
                <p class="usage-left">
                    <span class="usage-left-figure figures" data-test="usage-left">
                        {move || match left.get() {
                            Some(seconds) => wording::left(&say(), seconds),
                            None => t("usage-unknown"),
                        }}
                    </span>
                    <span class="muted">{move || t("usage-left-means")}</span>
                </p>
                <Show when=move || shared.get()>
                    <p class="muted" data-test="usage-shared">{move || t("usage-shared")}</p>
                </Show>
                <dl class="usage-figures">
                    {figure(held, "usage-held", "usage-held")}
                    {figure(today, "usage-today", "usage-today")}
                </dl>
                <Missing look part=UsagePart::Allowance/>
                {move || allowance.get().map(|mine| {
                    let meter = mine.limit_seconds.filter(|limit| *limit > 0.0).map(|limit| {
                        let used = mine.spent_seconds.clamp(0.0, limit);
                        view! {
                            <progress
                                class="usage-meter"
                                max=limit
                                value=used
                                aria-label=move || t("usage-allowance")
                            ></progress>
                        }
                    });
                    view! {
                        <div class="usage-allowance">
                            {meter}
                            <p data-test="usage-allowance">
                                {move || wording::allowance(&say(), &mine)}
                            </p>
                        </div>
                    }
                })}
                <OwnLimits service=contract::Service::Riffkit/>
                <Batches look/>
            </div>
        </Section>
    }
}

/// Where the balance comes from: told only where there is something to tell apart.
#[component]
fn Batches(
    /// The page's question.
    look: Look,
) -> impl IntoView {
    let batches = Memo::new(move |_| {
        look.usage
            .value
            .with(|view| view.as_ref().map(|view| view.batches.clone()))
            .unwrap_or_default()
    });
    let worth_it = move || {
        batches.with(|all| all.len() > 1 || all.iter().any(|batch| batch.expires_at.is_some()))
    };
    view! {
        <Show when=worth_it>
            <table class="usage-table" data-test="usage-batches">
                <caption>{move || t("usage-batches")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || t("usage-batch-kind")}</th>
                        <th scope="col" class="usage-number">{move || t("usage-batch-left")}</th>
                        <th scope="col" class="usage-number">{move || t("usage-held")}</th>
                        <th scope="col">{move || t("usage-batch-expires")}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || batches.get().into_iter().map(|batch| view! { <Batch batch/> }).collect_view()}
                </tbody>
            </table>
        </Show>
    }
}

#[component]
fn Batch(
    /// Which.
    batch: BalanceBatch,
) -> impl IntoView {
    let kind = batch.kind;
    view! {
        <tr data-test="usage-batch">
            <th scope="row">
                {move || if kind.is_empty() { t("usage-batch-other") } else { kind.clone() }}
            </th>
            <td class="usage-number figures">{move || wording::left(&say(), batch.remaining_seconds)}</td>
            <td class="usage-number figures">{move || wording::used(&say(), batch.held_seconds)}</td>
            <td>
                {move || match batch.expires_at {
                    Some(at) => backend::format_day(at),
                    None => t("usage-batch-never"),
                }}
            </td>
        </tr>
    }
}
