//! The scenario: written by an assist or by hand.

use contract::{Assist, choices, hub_ask};
use leptos::prelude::*;

use crate::app::{t, t_with};
use crate::components::Choose;
use crate::components::hub::AssistButton;
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::{Cost, Costing, CountedArea, WorkRefusal};
use crate::pages::editor::standing::{self, SCENARIO_CAP};
use crate::pages::wording::args;

/// The section.
#[component]
pub fn Scenario(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let draft = desk.scenario;
    let is_locked = Memo::new(move |_| desk.of(true, |ad| standing::lock(ad).is_some()));
    let count = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        choices::SCENARIO_SCENES
            .map(|count| {
                let word = t_with(
                    "editor-scenes-of",
                    &args([("count", f64::from(count).into())]),
                );
                (count.to_string(), word)
            })
            .collect::<Vec<_>>()
    });
    let is_writing = Signal::derive(move || desk.is_busy(&Work::WriteScenario));
    let write = Callback::new(move |()| {
        let assist = Assist::Scenario {
            slug: desk.slug(),
            segments_count: count.with_untracked(|count| count.parse().ok()),
            creative_format: None,
            visual_language: None,
            theme: None,
        };
        desk.assist(Work::WriteScenario, assist, move |suggestion, ad| {
            // Whether it stands in the ad already or is only offered: these are the new words.
            let words = suggestion.or_else(|| ad.map(|ad| ad.scenario_prompt));
            if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
                draft.text.try_set(words);
            }
        });
    });
    let is_over = Memo::new(move |_| {
        draft
            .text
            .with(|text| contract::text_length(text) > SCENARIO_CAP)
    });
    let save = Callback::new(move |()| {
        let request = hub_ask::EditScenario {
            slug: desk.slug(),
            scenario_prompt: draft.text.get_untracked(),
        };
        desk.edit_then(Work::Scenario, request, move |ad| {
            draft.take(ad.scenario_prompt.clone());
        });
    });
    let can_save = move || {
        draft.is_dirty()
            && !is_over.get()
            && !draft.text.with(|text| text.trim().is_empty())
            && !desk.is_busy(&Work::Scenario)
    };
    view! {
        <section class="panel-part" aria-labelledby="scenario-title" data-test="scenario">
            <h3 id="scenario-title">{move || t("editor-scenario")}</h3>
            <p class="muted small">{move || t("editor-scenario-means")}</p>
            <div class="row-actions">
                <Choose
                    label=move || t("editor-scenario-count")
                    none=move || t("editor-scenario-count-auto")
                    test="scenario-count"
                    options
                    chosen=count
                    on_choose=Callback::new(move |value| count.set(value))
                />
                <AssistButton
                    test="scenario-write"
                    busy=is_writing
                    disabled=Signal::derive(move || is_locked.get())
                    on_press=write
                >
                    {move || t("editor-write-it")}
                </AssistButton>
            </div>
            <WorkRefusal desk work=Work::WriteScenario on_retry=write/>
            <CountedArea
                id="scenario-words"
                label=move || t("editor-scenario-words")
                example=move || t("editor-scenario-example")
                cap=SCENARIO_CAP
                rows="9"
                text=draft.text
                disabled=Signal::derive(move || is_locked.get())
            />
            <div class="row-actions">
                <Costing
                    test="scenario-save"
                    cost=Signal::stored(Cost::Free)
                    disabled=Signal::derive(move || !can_save() || is_locked.get())
                    on_press=save
                    word=move || t("editor-save")
                />
                <Show when=move || draft.is_dirty()>
                    <span class="muted small" data-test="scenario-unsaved">{move || t("editor-unsaved")}</span>
                </Show>
            </div>
            <WorkRefusal desk work=Work::Scenario on_retry=save/>
        </section>
    }
}
