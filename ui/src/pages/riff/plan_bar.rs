//! The bottom bar: the sentence that says the whole plan, and the way to the confirm step.

use contract::{ClipView, NextStep};
use leptos::prelude::*;

use super::confirm::Confirm;
use super::sentence::{Around, plan_sentence};
use crate::app::{say, store, t};
use crate::backend;
use crate::components::RefusalPanel;

/// The bar.
#[component]
pub fn PlanBar(
    /// The confirm step.
    confirm: Confirm,
    /// The clips on the page.
    clips: Memo<Vec<ClipView>>,
) -> impl IntoView {
    let store = store();
    let sentence = Memo::new(move |_| {
        let words = say();
        store.plan.with(|plan| {
            clips.with(|clips| {
                store.languages.with(|languages| {
                    store.characters.items.with(|characters| {
                        let around = Around {
                            clips,
                            languages,
                            characters: characters.as_deref(),
                        };
                        plan_sentence(&words, plan, around)
                    })
                })
            })
        })
    });
    let is_ready = move || sentence.with(|sentence| sentence.ready);
    view! {
        {move || confirm.plan_refusal.get().map(|refusal| {
            let next = refusal.next;
            view! {
                <div class="plan-refusal">
                    <RefusalPanel
                        refusal
                        on_retry=Callback::new(move |()| match next {
                            NextStep::EditPlan => focus_direction(),
                            _ => confirm.review(store),
                        })
                    />
                </div>
            }
        })}
        <p class="plan-sentence" data-test="plan-sentence" data-ready=move || is_ready().to_string()>
            {move || sentence.get().spans.into_iter().map(|span| match span.strong {
                true => view! { <strong>{span.text}</strong> }.into_any(),
                false => span.text.into_any(),
            }).collect_view()}
        </p>
        <Show when=is_ready>
            <button
                type="button"
                class="button primary"
                data-test="review"
                aria-keyshortcuts="Control+Enter Meta+Enter"
                disabled=move || confirm.reviewing.get()
                on:click=move |_| confirm.review(store)
            >
                {move || t("riff-review")}
                <kbd aria-hidden="true">
                    {move || if is_mac() { t("riff-review-keys-mac") } else { t("riff-review-keys") }}
                </kbd>
            </button>
        </Show>
    }
}

fn focus_direction() {
    if let Some(body) = document().body() {
        backend::focus_first(&body, "#direction");
    }
}

/// Whether the key beside the space bar is Command.
fn is_mac() -> bool {
    window()
        .navigator()
        .platform()
        .is_ok_and(|platform| platform.starts_with("Mac"))
}
