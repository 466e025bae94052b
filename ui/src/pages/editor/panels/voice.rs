//! The voice that speaks the narration.

use contract::{JobStatus, Step, choices};
use leptos::prelude::*;

use super::JobHead;
use crate::app::t;
use crate::pages::editor::desk::Desk;
use crate::pages::editor::parts::{Cost, Costing};
use crate::pages::editor::standing;

/// The section.
#[component]
pub fn Voice(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let status = Memo::new(move |_| desk.of(JobStatus::None, |ad| ad.voice.clone()));
    let voice_id = desk.voice_id.text;
    let is_sound = Memo::new(move |_| voice_id.with(|id| standing::is_voice_id(id.trim())));
    let is_blank = Memo::new(move |_| voice_id.with(|id| id.trim().is_empty()));
    let has_words = Memo::new(move |_| desk.of(false, |ad| !ad.narration_script.trim().is_empty()));
    let stop = Memo::new(move |_| {
        if !has_words.get() {
            Some("editor-voice-needs-words")
        // The voice reads what the service has.
        } else if desk.narration.is_dirty() {
            Some("editor-voice-needs-saving")
        } else {
            None
        }
    });
    let speak = Callback::new(move |()| {
        desk.pay(Step::GenerateVoice {
            slug: desk.slug(),
            voice_id: voice_id.with_untracked(|id| id.trim().to_owned()),
        });
    });
    view! {
        <section class="panel-part" data-test="voice" aria-label=move || t("editor-voice")>
            <JobHead title="editor-voice" test="voice-state" status/>
            <div class="labelled">
                <label for="voice-id">{move || t("editor-voice-id")}</label>
                <input
                    id="voice-id"
                    class="control"
                    data-test="voice-id"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="voice-id-means"
                    aria-invalid=move || (!is_sound.get() && !is_blank.get()).then_some("true")
                    prop:value=move || voice_id.get()
                    on:input:target=move |event| voice_id.set(event.target().value())
                />
                <p class="muted small" id="voice-id-means">{move || t("editor-voice-id-means")}</p>
            </div>
            <div class="row-actions">
                <Costing
                    test="voice-make"
                    cost=Signal::stored(Cost::Credits(choices::VOICE_CREDITS))
                    disabled=Signal::derive(move || {
                        !is_sound.get()
                            || stop.get().is_some()
                            || status.get() == JobStatus::Processing
                    })
                    on_press=speak
                    word=move || match status.get() {
                        JobStatus::Completed => t("editor-voice-again"),
                        _ => t("editor-voice-make"),
                    }
                />
            </div>
            {move || stop.get().map(|key| view! { <p class="muted small" data-test="voice-stop">{t(key)}</p> })}
        </section>
    }
}
