//! What the voice says: written by an assist or by hand.

use contract::{Assist, EditorChange, hub_ask, text_length};
use leptos::prelude::*;

use crate::app::t;
use crate::components::hub::AssistButton;
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::{Cost, Costing, CountedArea, WorkRefusal};
use crate::pages::editor::standing::NARRATION_CAP;

/// The section.
#[component]
pub fn Narration(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let draft = desk.narration;
    let is_writing = Signal::derive(move || desk.is_busy(&Work::WriteNarration));
    let write = Callback::new(move |()| {
        let slug = desk.slug();
        desk.assist(
            Work::WriteNarration,
            Assist::Narration { slug },
            move |suggestion, ad| {
                let words = suggestion.or_else(|| ad.map(|ad| ad.narration_script));
                if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
                    draft.text.try_set(words);
                }
            },
        );
    });
    let is_over = Memo::new(move |_| draft.text.with(|text| text_length(text) > NARRATION_CAP));
    let save = Callback::new(move |()| {
        let change = EditorChange {
            narration_script: Some(draft.text.get_untracked()),
            ..EditorChange::default()
        };
        let request = hub_ask::EditEditor {
            slug: desk.slug(),
            change,
        };
        desk.edit_then(Work::Narration, request, move |ad| {
            draft.take(ad.narration_script.clone());
        });
    });
    view! {
        <section class="panel-part" aria-labelledby="narration-title" data-test="narration">
            <h3 id="narration-title">{move || t("editor-narration")}</h3>
            <CountedArea
                id="narration-words"
                label=move || t("editor-narration-words")
                example=move || t("editor-narration-example")
                cap=NARRATION_CAP
                rows="6"
                text=draft.text
            />
            <div class="row-actions">
                <Costing
                    test="narration-save"
                    cost=Signal::stored(Cost::Free)
                    disabled=Signal::derive(move || {
                        !draft.is_dirty() || is_over.get() || desk.is_busy(&Work::Narration)
                    })
                    on_press=save
                    word=move || t("editor-save")
                />
                <AssistButton test="narration-write" busy=is_writing on_press=write>
                    {move || t("editor-write-it")}
                </AssistButton>
            </div>
            <WorkRefusal desk work=Work::WriteNarration on_retry=write/>
            <WorkRefusal desk work=Work::Narration on_retry=save/>
        </section>
    }
}
