//! The music: what it is to be like, by hand or by an assist.

use contract::{Assist, JobStatus, Step, choices};
use leptos::prelude::*;

use super::JobHead;
use crate::app::t;
use crate::components::hub::AssistButton;
use crate::components::{Button, ButtonKind, Notice, Tone};
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::{Cost, Costing, CountedArea, WorkRefusal};
use crate::pages::editor::standing::MUSIC_PROMPT_CAP;

/// The section.
#[component]
pub fn Music(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let status = Memo::new(move |_| desk.of(JobStatus::None, |ad| ad.music.clone()));
    let text = desk.music.text;
    let offered = RwSignal::new(None::<String>);
    let is_suggesting = Signal::derive(move || desk.is_busy(&Work::SuggestMusic));
    let suggest = Callback::new(move |()| {
        let slug = desk.slug();
        desk.assist(
            Work::SuggestMusic,
            Assist::MusicPrompt { slug },
            move |suggestion, ad| {
                let words = suggestion.or_else(|| ad.map(|ad| ad.music_prompt));
                let Some(words) = words.filter(|words| !words.trim().is_empty()) else {
                    return;
                };
                // An empty field takes it; words of the person's own are not written over.
                if text.try_with_untracked(|text| text.trim().is_empty()) == Some(true) {
                    text.try_set(words);
                } else {
                    offered.try_set(Some(words));
                }
            },
        );
    });
    let make = Callback::new(move |()| {
        desk.pay(Step::GenerateMusic {
            slug: desk.slug(),
            prompt: text.get_untracked(),
        });
    });
    let is_blank = Memo::new(move |_| text.with(|text| text.trim().is_empty()));
    view! {
        <section class="panel-part" data-test="music" aria-label=move || t("editor-music")>
            <JobHead title="editor-music" test="music-state" status/>
            // Beyond the cap the service cuts it off without a word: it is said here instead.
            <CountedArea
                id="music-words"
                label=move || t("editor-music-words")
                example=move || t("editor-music-example")
                cap=MUSIC_PROMPT_CAP
                rows="3"
                text
                over_key="editor-music-cut"
            />
            {move || offered.get().map(|words| {
                let taken = words.clone();
                view! {
                    <Notice tone=Tone::Info test="music-offered">
                        <p>{t("editor-music-offered")}<span class="offered">{words}</span></p>
                        <Button
                            test="music-take"
                            on_press=Callback::new(move |()| {
                                text.set(taken.clone());
                                offered.set(None);
                            })
                        >
                            {move || t("editor-use-words")}
                        </Button>
                        <Button
                            kind=ButtonKind::Quiet
                            test="music-dismiss"
                            on_press=Callback::new(move |()| offered.set(None))
                        >
                            {move || t("editor-dismiss")}
                        </Button>
                    </Notice>
                }
            })}
            <div class="row-actions">
                <Costing
                    test="music-make"
                    cost=Signal::stored(Cost::Credits(choices::MUSIC_CREDITS))
                    disabled=Signal::derive(move || {
                        is_blank.get() || status.get() == JobStatus::Processing
                    })
                    on_press=make
                    word=move || match status.get() {
                        JobStatus::Completed => t("editor-music-again"),
                        _ => t("editor-music-make"),
                    }
                />
                <AssistButton test="music-suggest" busy=is_suggesting on_press=suggest>
                    {move || t("editor-music-suggest")}
                </AssistButton>
            </div>
            <WorkRefusal desk work=Work::SuggestMusic on_retry=suggest/>
        </section>
    }
}
