//! What the core says of a direction while it is written: advice, and nothing of it blocks.

use std::time::Duration;

use contract::{DirectionMode, DirectionReview, ask};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drafting::empty_reason;
use super::marks::{self, Mark};
use crate::app::{t, t_with};
use crate::backend;
use crate::pages::wording::{args, figure};

/// How long the person has to stop typing before their words are looked at.
const PAUSE: Duration = Duration::from_millis(250);

/// The last review, with the text that it was made of.
#[derive(Clone, Debug, Default, PartialEq)]
struct Made {
    text: String,
    review: DirectionReview,
}

/// The review as it holds for the text of the moment. Copy.
#[derive(Clone, Copy)]
pub struct Reviewed {
    current: Memo<DirectionReview>,
}

impl Reviewed {
    /// Follows a text for as long as the calling view is there.
    pub fn follow(
        text: Memo<String>,
        mode: Memo<DirectionMode>,
        image_names: Memo<Vec<String>>,
    ) -> Self {
        let made = RwSignal::new(Made::default());
        Effect::new(move |before: Option<()>| {
            let (text, mode, image_names) = (text.get(), mode.get(), image_names.get());
            if text.trim().is_empty() {
                made.set(Made::default());
                return;
            }
            // Typing on takes this back: the timer goes with the effect's last run.
            let pause = before.map_or(Duration::ZERO, |()| PAUSE);
            backend::after(pause, move || {
                spawn_local(async move {
                    let answer = backend::ask(ask::ReviewDirection {
                        text: text.clone(),
                        mode,
                        image_names,
                    })
                    .await;
                    // Advice that can't be had is simply not there.
                    if let Ok(review) = answer {
                        made.try_set(Made { text, review });
                    }
                });
            });
        });
        let current = Memo::new(move |_| {
            text.with(|text| {
                made.with(|made| {
                    if made.text == *text {
                        made.review.clone()
                    } else {
                        marks::carried(&made.review, &made.text, text)
                    }
                })
            })
        });
        Self { current }
    }
}

/// The text once more, invisible but for its marks. It lies behind the letters of the field.
#[component]
pub fn Behind(
    /// What was found.
    reviewed: Reviewed,
    /// The text.
    text: Memo<String>,
) -> impl IntoView {
    move || {
        let runs = text.with(|text| reviewed.current.with(|review| marks::runs(text, review)));
        runs.into_iter()
            .map(|run| match run.mark {
                None => run.text.into_any(),
                Some(mark) => {
                    view! { <mark class=mark.class() data-test=mark.class()>{run.text}</mark> }
                        .into_any()
                }
            })
            .collect_view()
    }
}

/// The names of the product's images. Pressing one types it where the caret is.
#[component]
pub fn Chips(
    /// The names.
    names: Memo<Vec<String>>,
    /// What was found.
    reviewed: Reviewed,
    /// The field.
    element: NodeRef<html::Textarea>,
) -> impl IntoView {
    let is_matched = move |name: &str| {
        reviewed
            .current
            .with(|review| review.matches.iter().any(|found| found.name == name))
    };
    let matched = Memo::new(move |_| {
        names.with(|names| names.iter().filter(|name| is_matched(name)).count())
    });
    let insert = move |name: &str| {
        if let Some(area) = element.get_untracked() {
            let (before, after) = backend::around_selection(&area);
            backend::type_into(&area, &marks::spaced(&before, name, &after));
        }
    };
    view! {
        <Show when=move || names.with(|names| !names.is_empty())>
            <div class="chips" data-test="image-chips">
                <For each=move || names.get() key=Clone::clone let:name>
                    {
                        let (shown, hint) = (name.clone(), name.clone());
                        let test = format!("chip-{name}");
                        let (marked, pressed) = (name.clone(), name);
                        view! {
                            <button
                                type="button"
                                class="chip"
                                data-test=test
                                data-matched=move || is_matched(&marked).to_string()
                                title=hint
                                on:click=move |_| insert(&pressed)
                            >
                                <span class="chip-word">{shown}</span>
                            </button>
                        }
                    }
                </For>
                <span class="muted small" role="status" data-test="chips-matched">
                    {move || t_with("aid-chips", &args([("count", figure(matched.get()).into())]))}
                </span>
            </div>
        </Show>
    }
}

/// Wording that says nothing, quoted, with why; and whether a part is missing.
#[component]
pub fn Words(
    /// What was found.
    reviewed: Reviewed,
    /// The text.
    text: Memo<String>,
) -> impl IntoView {
    let empty = Memo::new(move |_| {
        text.with(|text| {
            reviewed
                .current
                .with(|review| marks::empty_wording(text, review))
        })
    });
    let is_written = move || text.with(|text| !text.trim().is_empty());
    let lacks_parts =
        Memo::new(move |_| is_written() && reviewed.current.with(|review| !review.has_three_parts));
    view! {
        <ul class="direction-words" data-test="direction-words" aria-live="polite">
            {move || empty.get().into_iter().map(|(quoted, kind)| view! {
                <li class="small" data-test="direction-empty" data-kind=Mark::Empty(kind).class()>
                    {t_with(empty_reason(kind), &args([("text", quoted.into())]))}
                </li>
            }).collect_view()}
            <Show when=move || lacks_parts.get()>
                <li class="small muted" data-test="direction-lacks">{move || t("aid-lacks-parts")}</li>
            </Show>
        </ul>
    }
}
