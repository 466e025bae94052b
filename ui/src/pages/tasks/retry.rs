//! What a retry of a task means, before the one yes: what it can cost at most, what is left, and
//! what can be mended first. Nothing is retried without it.

use contract::{Code, FixableCause, NextStep, Refusal, RetryReview, SpendReview, TaskId, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Shortage;
use crate::app::{Page, Store, say, store, t, t_with};
use crate::backend;
use crate::components::{
    Button, Dialog, DialogAnswers, ExtraYes, Notice, OverLimits, RefusalPanel, Tone,
};
use crate::pages::wording::args;
use crate::pages::{Asked, TopUpSheet, is_shortage};

/// The sheet, while `store.tasks.retrying` names a task; and the one about seconds that are missing.
#[component]
pub fn RetrySheet() -> impl IntoView {
    let store = store();
    let desk = store.tasks;
    let review = Asked::<RetryReview>::new();
    let extra = ExtraYes::new();
    Effect::new(move |_| {
        let over = review
            .value
            .with(|review| review.as_ref().map(|r| r.over_limits.clone()));
        extra.ask_for(over.unwrap_or_default());
    });
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let look = move |task_id: TaskId| {
        refusal.set(None);
        review.forget();
        review.ask(ask::ReviewRetry { task_id });
    };
    Effect::new(move |_| match desk.retrying.get() {
        Some(task_id) => look(task_id),
        None => review.forget(),
    });
    let again = Callback::new(move |()| {
        if let Some(task_id) = desk.retrying.get_untracked() {
            look(task_id);
        }
    });
    let close = Callback::new(move |()| {
        if !busy.get_untracked() {
            desk.retrying.set(None);
        }
    });
    let retry = Callback::new(move |()| {
        if let Some(review) = review
            .value
            .get_untracked()
            .filter(|_| !busy.get_untracked())
        {
            send(
                store,
                review,
                extra,
                Progress {
                    busy,
                    refusal,
                    again,
                },
            );
        }
    });
    let top_up = Callback::new(move |()| {
        let Some(short) = desk.short.get_untracked() else {
            return;
        };
        // The service's own link where it gave one.
        if short.refusal.next == NextStep::TopUp {
            store.tell(ask::OpenRetryTopUp {
                retry_id: short.retry_id,
            });
        } else {
            store.tell(ask::OpenService {});
        }
    });
    view! {
        <Dialog
            open=Signal::derive(move || desk.retrying.with(Option::is_some))
            title=move || t("retry-title")
            test="retry-sheet"
            on_close=close
        >
            {move || match (review.value.get(), review.refusal.get()) {
                (_, Some(refusal)) => view! { <RefusalPanel refusal on_retry=again/> }.into_any(),
                (Some(review), None) => view! { <Meaning review/> }.into_any(),
                (None, None) => view! {
                    <div aria-busy="true" data-test="retry-loading">
                        <p class="visually-hidden" role="status">{move || t("retry-loading")}</p>
                        <span class="bone retry-bone"></span>
                    </div>
                }
                .into_any(),
            }}
            {move || refusal.get().map(|refusal| view! {
                <RefusalPanel refusal on_retry=again/>
            })}
            <OverLimits yes=extra service=contract::Service::Riffkit/>
            <DialogAnswers
                test="retry"
                no=move || t("retry-no")
                yes=move || t(if busy.get() { "retry-busy" } else { "retry-yes" })
                busy
                incomplete=Signal::derive(move || {
                    review.value.with(Option::is_none)
                        || !extra.is_given()
                        || refusal.with(Option::is_some)
                })
                on_no=close
                on_yes=retry
            />
        </Dialog>
        <TopUpSheet
            refusal=Signal::derive(move || desk.short.get().map(|short| short.refusal))
            on_top_up=top_up
            on_close=Callback::new(move |()| desk.short.set(None))
        />
    }
}

/// What shows how the yes goes.
#[derive(Clone, Copy)]
struct Progress {
    /// Whether it is on its way.
    busy: RwSignal<bool>,
    /// Why it was refused.
    refusal: RwSignal<Option<Refusal>>,
    /// Looks at the task anew.
    again: Callback<()>,
}

/// The yes: sends exactly what was looked at, once.
fn send(store: Store, review: RetryReview, extra: ExtraYes, progress: Progress) {
    let Progress {
        busy,
        refusal,
        again,
    } = progress;
    let desk = store.tasks;
    busy.set(true);
    let said = store.words().say("retry-done");
    spawn_local(async move {
        let retry_id = review.retry_id;
        let allowed = extra.tell(SpendReview::Retry(retry_id.clone())).await;
        let answer = match allowed {
            Ok(()) => {
                let retry_id = retry_id.clone();
                backend::ask(ask::RetryTask { retry_id }).await
            }
            Err(refusal) => Err(refusal),
        };
        busy.try_set(false);
        match answer {
            Ok(detail) => {
                desk.change(detail);
                desk.retrying.set(None);
                store.announce(said);
            }
            Err(refused) if is_shortage(&refused) => {
                desk.retrying.set(None);
                desk.short.set(Some(Shortage {
                    retry_id,
                    refusal: refused,
                }));
            }
            // Something else was spent meanwhile: the sheet shows what it comes to now.
            Err(refused) if refused.code == Code::OverLimit => again.run(()),
            Err(refused) => {
                refusal.try_set(Some(refused));
            }
        }
    });
}

/// What was found out.
#[component]
fn Meaning(
    /// The review.
    review: RetryReview,
) -> impl IntoView {
    let (most, left) = (review.at_most_seconds, review.left_seconds);
    let lacks = most.zip(left).is_some_and(|(most, left)| left < most);
    let has_causes = !review.causes.is_empty();
    let figure = move |test: &'static str, word: &'static str, seconds: Option<f64>| {
        view! {
            <div class="usage-figure">
                <dt class="muted">{move || t(word)}</dt>
                <dd class="figures" data-test=test>
                    {move || match seconds {
                        Some(seconds) => say().seconds(seconds.max(0.0)),
                        None => t("retry-unknown"),
                    }}
                </dd>
            </div>
        }
    };
    view! {
        {has_causes.then(|| view! {
            <section class="retry-causes" data-test="retry-causes" aria-labelledby="retry-causes-title">
                <h3 id="retry-causes-title">{move || t("retry-causes")}</h3>
                {review.causes.into_iter().map(|cause| view! { <Cause cause/> }).collect_view()}
            </section>
        })}
        <p>{move || t("retry-means")}</p>
        <dl class="usage-figures">
            {figure("retry-at-most", "retry-at-most", most)}
            {figure("retry-left", "retry-left", left)}
        </dl>
        {lacks.then(|| view! {
            <Notice tone=Tone::Warning test="retry-lacks">{move || t("retry-lacks")}</Notice>
        })}
    }
}

/// Something to mend first, and the way to it.
#[component]
fn Cause(
    /// What.
    cause: FixableCause,
) -> impl IntoView {
    let store = store();
    let (words, way) = match cause {
        FixableCause::StaleTemplate { template_id } => (
            "retry-stale-template",
            Some(("retry-to-template", Page::Template(template_id))),
        ),
        FixableCause::ProductImages { product_id } => (
            "retry-product-images",
            Some(("retry-to-product", Page::Product(product_id))),
        ),
        FixableCause::Character { character_id } => {
            return view! {
                <Notice tone=Tone::Warning test="retry-cause">
                    <p>{move || {
                        let name = store.characters.items.with(|all| {
                            all.as_ref()
                                .and_then(|all| all.iter().find(|c| c.character_id == character_id))
                                .map(|c| c.name.clone())
                        });
                        let name = name.unwrap_or_else(|| character_id.to_string());
                        t_with("retry-character", &args([("name", name.into())]))
                    }}</p>
                    <Way label="retry-to-characters" page=Page::Characters/>
                </Notice>
            }
            .into_any();
        }
        FixableCause::FailedBefore => ("retry-failed-before", None),
    };
    view! {
        <Notice tone=Tone::Warning test="retry-cause">
            <p>{move || t(words)}</p>
            {way.map(|(label, page)| view! { <Way label page/> })}
        </Notice>
    }
    .into_any()
}

#[component]
fn Way(
    /// The key of its word, and its name in tests.
    label: &'static str,
    /// Where it leads.
    page: Page,
) -> impl IntoView {
    let store = store();
    view! {
        <Button
            test=label
            on_press=Callback::new(move |()| {
                store.tasks.retrying.set(None);
                store.page.set(page.clone());
            })
        >
            {move || t(label)}
        </Button>
    }
}
