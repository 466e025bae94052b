//! Making scenes of the scenario: what is there goes, so it is said first.

use contract::{choices, hub_ask};
use leptos::prelude::*;

use crate::app::{t, t_with};
use crate::components::{Dialog, DialogAnswers, Notice, Tone};
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::{Cost, Costing, WorkRefusal};
use crate::pages::editor::standing::{self, Applying};
use crate::pages::wording::{args, figure};

/// The count that is chosen to begin with.
const USUAL: u32 = 5;

/// The section.
#[component]
pub fn Apply(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let count = RwSignal::new(USUAL);
    let asked = RwSignal::new(false);
    let applying = Memo::new(move |_| desk.of(Applying::Fills, standing::applying));
    let can_apply = Memo::new(move |_| {
        desk.of(false, |ad| {
            standing::lock(ad).is_none() && !ad.scenario_prompt.trim().is_empty()
        })
    });
    let apply = Callback::new(move |()| {
        asked.set(false);
        let request = hub_ask::ApplyScenario {
            slug: desk.slug(),
            segments_count: count.get_untracked(),
        };
        desk.edit_then(Work::Apply, request, move |_| {
            // What was taken away one by one before belongs to scenes that are gone now.
            desk.removed.try_set(None);
        });
    });
    let press = Callback::new(move |()| match applying.get_untracked() {
        Applying::Replaces { with_video, .. } if with_video > 0 => asked.set(true),
        _ => apply.run(()),
    });
    view! {
        <section class="panel-part" aria-labelledby="apply-title" data-test="apply">
            <h3 id="apply-title">{move || t("editor-apply")}</h3>
            <fieldset class="segments">
                <legend class="visually-hidden">{move || t("editor-apply-count")}</legend>
                {choices::APPLIED_SCENES.iter().map(|number| view! {
                    <label class="segment">
                        <input
                            type="radio"
                            name="apply-count"
                            data-test=format!("apply-{number}")
                            prop:checked=move || count.get() == *number
                            on:change=move |_| count.set(*number)
                        />
                        <span class="figures">{*number}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <Show when=move || count.get() == 0>
                <p class="muted small" data-test="apply-zero-means">{move || t("editor-apply-zero")}</p>
            </Show>
            <Consequence applying/>
            <div class="row-actions">
                <Costing
                    test="apply-do"
                    cost=Signal::stored(Cost::Free)
                    disabled=Signal::derive(move || !can_apply.get() || desk.is_busy(&Work::Apply))
                    on_press=press
                    word=move || t("editor-apply-do")
                />
            </div>
            <Show when=move || desk.of(false, |ad| ad.scenario_prompt.trim().is_empty())>
                <p class="muted small" data-test="apply-needs-scenario">{move || t("editor-apply-needs")}</p>
            </Show>
            <WorkRefusal desk work=Work::Apply on_retry=apply/>
            <Question applying asked apply/>
        </section>
    }
}

/// What goes, before anybody presses.
#[component]
fn Consequence(
    /// What applying would do.
    applying: Memo<Applying>,
) -> impl IntoView {
    move || match applying.get() {
        Applying::Fills => ().into_any(),
        Applying::Replaces { scenes, with_video } => {
            let values = args([
                ("scenes", figure(scenes).into()),
                ("videos", figure(with_video).into()),
            ]);
            let key = if with_video == 0 {
                "editor-apply-replaces"
            } else {
                "editor-apply-replaces-videos"
            };
            view! {
                <Notice tone=Tone::Warning test="apply-consequence">
                    <p>{t_with(key, &values)}</p>
                </Notice>
            }
            .into_any()
        }
    }
}

/// Once more where videos would go.
#[component]
fn Question(
    /// What applying would do.
    applying: Memo<Applying>,
    /// Whether the question is open.
    asked: RwSignal<bool>,
    /// The yes.
    apply: Callback<()>,
) -> impl IntoView {
    let close = Callback::new(move |()| asked.set(false));
    view! {
        <Dialog
            open=asked
            title=move || t("editor-apply-title")
            test="apply-question"
            on_close=close
        >
            <Consequence applying/>
            <p>{move || t("editor-apply-lost")}</p>
            <DialogAnswers
                test="apply"
                no=move || t("editor-keep-them")
                yes=move || t("editor-apply-do")
                on_no=close
                on_yes=apply
            />
        </Dialog>
    }
}
