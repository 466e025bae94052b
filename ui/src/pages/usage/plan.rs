//! The plan that is subscribed to, and those that can be had.

use contract::{PlanOffer, PlanStanding, UsagePart, ask};
use leptos::prelude::*;

use super::asked::Asked;
use super::offers::Offers;
use super::{Look, Missing, Section, wording};
use crate::app::{say, t, t_with};
use crate::backend;
use crate::components::Field;
use crate::pages::wording::args;

/// The section.
#[component]
pub fn Plans(
    /// The page's question.
    look: Look,
) -> impl IntoView {
    let plan = Memo::new(move |_| {
        look.usage
            .value
            .with(|view| view.as_ref().and_then(|view| view.plan.clone()))
    });
    let offers = Asked::<Vec<PlanOffer>>::new();
    offers.ask(ask::ListPlans {});
    view! {
        <Section title="plan-title" test="usage-plan">
            <div class="panel usage-plan">
                <Missing look part=UsagePart::Plan/>
                {move || plan.get().map(|plan| view! { <Standing plan/> })}
            </div>
            <h3 class="usage-sub">{move || t("plan-offers")}</h3>
            <Offers offers/>
        </Section>
    }
}

/// How the plan stands.
#[component]
fn Standing(
    /// It.
    plan: PlanStanding,
) -> impl IntoView {
    let day = |at: Option<i64>| at.map(backend::format_day);
    let name = plan.name.clone();
    let status = plan.status.clone();
    let until = day(plan.period_end);
    let since = day(plan.period_start);
    let scheduled = plan.scheduled.clone();
    let ends = plan.ends_with_period;
    view! {
        <Field label=move || t("plan-name")>
            <p data-test="plan-name">
                {move || match &name {
                    Some(name) => name.clone(),
                    None => t("plan-none"),
                }}
            </p>
        </Field>
        {status.map(|status| view! {
            <Field label=move || t("plan-status")>
                <p data-test="plan-status">{move || wording::status(&say(), &status)}</p>
            </Field>
        })}
        {until.map(|until| view! {
            <Field label=move || t("plan-period") note=move || t("plan-period-note")>
                <p class="figures" data-test="plan-period">
                    {move || match &since {
                        Some(since) => {
                            let values = [("from", since.as_str().into()), ("to", until.as_str().into())];
                            t_with("plan-from-to", &args(values))
                        }
                        None => t_with("plan-until", &args([("day", until.as_str().into())])),
                    }}
                </p>
            </Field>
        })}
        {(ends || scheduled.is_some()).then(|| view! {
            <Field label=move || t("plan-next")>
                <p data-test="plan-next">
                    {move || match &scheduled {
                        Some(scheduled) => scheduled.clone(),
                        None => t("plan-ends"),
                    }}
                </p>
            </Field>
        })}
        {(!plan.can_be_bought).then(|| view! {
            <p class="muted usage-note" data-test="plan-no-payments">{move || t("plan-no-payments")}</p>
        })}
    }
}
