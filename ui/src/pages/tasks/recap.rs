//! What was riffed: what the engine extracted from the source, what it wrote instead, and what it
//! was told to.

use contract::{Extraction, Recap, Rewrite, TaskId, ask};
use leptos::prelude::*;

use crate::app::{say, t};
use crate::components::RefusalPanel;
use crate::pages::Asked;

/// The section. It asks as it comes.
#[component]
pub fn RecapSection(
    /// The task.
    task_id: TaskId,
) -> impl IntoView {
    let recap = Asked::<Recap>::new();
    let key = StoredValue::new(task_id);
    let look = move || {
        recap.ask(ask::GetRecap {
            task_id: key.get_value(),
        });
    };
    look();
    view! {
        <section class="reel-section recap" data-test="recap" aria-labelledby="recap-title">
            <h2 id="recap-title">{move || t("recap-title")}</h2>
            {move || match (recap.value.get(), recap.refusal.get()) {
                (Some(recap), _) => view! { <Told recap/> }.into_any(),
                (None, Some(refusal)) => view! {
                    <RefusalPanel refusal on_retry=Callback::new(move |()| look())/>
                }
                .into_any(),
                (None, None) => view! {
                    <div aria-busy="true" data-test="recap-loading">
                        <p class="visually-hidden" role="status">{move || t("recap-loading")}</p>
                        <span class="bone recap-bone"></span>
                    </div>
                }
                .into_any(),
            }}
        </section>
    }
}

/// What was told of it.
#[component]
fn Told(
    /// All of it.
    recap: Recap,
) -> impl IntoView {
    let is_blank = recap.extraction.is_none() && recap.rewrite.is_none();
    let text = |test: &'static str, word: &'static str, text: Option<String>| {
        text.filter(|text| !text.trim().is_empty()).map(|text| {
            view! {
                <dt>{move || t(word)}</dt>
                <dd class="restated-text" data-test=test>{text}</dd>
            }
        })
    };
    let direction = text("recap-direction", "reel-direction", recap.direction);
    let hint = text("recap-hint", "reel-hint", recap.hint);
    let has_words = direction.is_some() || hint.is_some();
    view! {
        {is_blank.then(|| view! {
            <p class="muted" data-test="recap-none">{move || t("recap-none")}</p>
        })}
        <div class="recap-sides">
            {recap.extraction.map(|extraction| view! { <Extracted extraction/> })}
            {recap.rewrite.map(|rewrite| view! { <Rewritten rewrite/> })}
        </div>
        {has_words.then(|| view! { <dl class="restated">{direction}{hint}</dl> })}
    }
}

/// What was found in the source.
#[component]
fn Extracted(
    /// It.
    extraction: Extraction,
) -> impl IntoView {
    let marks = timeline(&extraction);
    view! {
        <div class="recap-side" data-test="recap-extraction">
            <h3 class="muted">{move || t("recap-extracted")}</h3>
            {(!extraction.narrative.trim().is_empty()).then(|| view! { <p>{extraction.narrative}</p> })}
            <ol class="recap-marks">
                {marks.into_iter().map(|(at, text)| view! {
                    <li>
                        <span class="muted figures">{move || say().clock(at)}</span>
                        <span>{text}</span>
                    </li>
                }).collect_view()}
            </ol>
        </div>
    }
}

/// What was written instead.
#[component]
fn Rewritten(
    /// It.
    rewrite: Rewrite,
) -> impl IntoView {
    view! {
        <div class="recap-side" data-test="recap-rewrite">
            <h3 class="muted">{move || t("recap-rewritten")}</h3>
            {(!rewrite.story.trim().is_empty()).then(|| view! { <p>{rewrite.story}</p> })}
            <ul class="recap-lines">
                {rewrite.dialogue.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </div>
    }
}

/// What is said and seen in the source, by time.
fn timeline(extraction: &Extraction) -> Vec<(f64, String)> {
    let spoken = extraction
        .transcript
        .iter()
        .map(|line| (line.at, line.text.clone()));
    let seen = extraction
        .on_screen
        .iter()
        .map(|seen| (seen.at, seen.label.clone()));
    let mut marks: Vec<(f64, String)> = spoken
        .chain(seen)
        .filter(|(_, text)| !text.trim().is_empty())
        .collect();
    // Stable: what is said stands before what is seen at the same moment.
    marks.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    marks
}

#[cfg(test)]
mod tests {
    use contract::{OnScreen, SpeechMode, SpokenLine};

    use super::*;

    #[test]
    fn what_is_said_and_seen_stands_in_the_order_of_the_source() {
        let extraction = Extraction {
            transcript: vec![
                SpokenLine {
                    at: 3.0,
                    text: "No machine.".to_owned(),
                    mode: SpeechMode::Voiceover,
                },
                SpokenLine {
                    at: 0.0,
                    text: " ".to_owned(),
                    mode: SpeechMode::NoDialogue,
                },
            ],
            on_screen: vec![
                OnScreen {
                    at: 3.0,
                    kind: "person".to_owned(),
                    label: "barista".to_owned(),
                },
                OnScreen {
                    at: 1.0,
                    kind: "product_image".to_owned(),
                    label: "bottle".to_owned(),
                },
            ],
            ..Extraction::default()
        };
        let marks = timeline(&extraction);
        let texts: Vec<&str> = marks.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["bottle", "No machine.", "barista"]);
    }
}
