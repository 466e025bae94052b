//! Everything that is known of a task, beside how it goes.

use contract::{Millis, TaskDetail, TaskKind};
use leptos::prelude::*;
use words::Words;

use super::list::with_known;
use super::wording;
use crate::app::{Page, say, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Copy, Glyph};
use crate::pages::wording::language_name;

/// The facts, and the ways that lead from them.
#[component]
pub fn Facts(
    /// The task.
    task: RwSignal<Option<TaskDetail>>,
) -> impl IntoView {
    let store = store();
    let rows = Memo::new(move |_| {
        task.with(|task| {
            let Some(task) = task else {
                return Vec::new();
            };
            with_known(store, |known| {
                fact_rows(&say(), task, known, backend::format_moment)
            })
        })
    });
    let template =
        move || task.with(|task| task.as_ref().and_then(|task| task.template_id.clone()));
    let text = move |tell: fn(&TaskDetail) -> Option<String>| {
        task.with(|task| task.as_ref().and_then(tell))
            .filter(|text| !text.trim().is_empty())
    };
    let long =
        move |test: &'static str, word: &'static str, tell: fn(&TaskDetail) -> Option<String>| {
            move || {
                text(tell).map(|text| {
                    view! {
                        <dt>{t(word)}</dt>
                        <dd class="restated-text" data-test=test>{text}</dd>
                    }
                })
            }
        };
    view! {
        <section class="panel task-facts" data-test="task-facts" aria-label=move || t("task-facts")>
            <dl class="restated">
                {move || rows.get().into_iter().map(|(word, value)| view! {
                    <dt>{t(word)}</dt>
                    <dd data-test=word>{value}</dd>
                }).collect_view()}
                {long("task-direction", "reel-direction", |task| task.direction.clone())}
                {long("task-hint", "reel-hint", |task| task.hint.clone())}
            </dl>
            <div class="task-facts-ways">
                {move || template().map(|template_id| view! {
                    <Button
                        kind=ButtonKind::Quiet
                        test="task-template"
                        glyph=Glyph::Template
                        on_press=Callback::new(move |()| {
                            store.page.set(Page::Template(template_id.clone()));
                        })
                    >
                        {t("task-to-template")}
                    </Button>
                })}
                <Copy
                    text=Signal::derive(move || {
                        task.with(|task| task.as_ref().map(|task| task.task.task_id.to_string()))
                            .unwrap_or_default()
                    })
                    label=move || t("task-copy-id")
                    test="task-copy-id"
                />
            </div>
        </section>
    }
}

/// The short facts with their names' keys, without those that are not known.
fn fact_rows(
    words: &Words,
    task: &TaskDetail,
    known: wording::Known<'_>,
    moment: impl Fn(Millis) -> String,
) -> Vec<(&'static str, String)> {
    let is_video = task.task.kind == TaskKind::Pipeline;
    let visibility = task
        .visibility
        .as_deref()
        .filter(|_| is_video)
        .map(|name| wording::visibility(words, name));
    let character = known
        .character(task)
        .or_else(|| is_video.then(|| words.say("queue-meta-character")));
    let language = task
        .language
        .as_deref()
        .map(|code| language_name(known.languages, code));
    let segments = task
        .segments
        .map(|count| words.decimal(f64::from(count), 0));
    [
        ("task-fact-template", task.template_name.clone()),
        ("task-fact-character", character),
        ("task-fact-product", known.product(task)),
        ("task-fact-visibility", visibility),
        ("task-fact-language", language),
        ("task-fact-segments", segments),
        (
            "task-fact-by",
            task.submitted_by_email
                .clone()
                .or_else(|| task.submitted_by.clone()),
        ),
        ("task-fact-submitted", task.task.created_at.map(&moment)),
        ("task-fact-started", task.started_at.map(&moment)),
        ("task-fact-ended", task.task.finished_at.map(&moment)),
        ("task-fact-took", wording::took(words, task)),
        ("task-fact-batch", task.batch_id.clone()),
        ("task-fact-id", Some(task.task.task_id.to_string())),
    ]
    .into_iter()
    .filter_map(|(word, value)| Some((word, value.filter(|value| !value.trim().is_empty())?)))
    .collect()
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::pages::tasks::samples::detail;

    #[test]
    fn only_what_is_known_is_listed() {
        let words = Words::of(Language::English);
        let mut task = detail("t-1");
        task.batch_id = Some(String::new());
        task.visibility = Some("no_product".to_owned());
        task.task.created_at = Some(5);
        let rows = fact_rows(&words, &task, wording::Known::default(), |at| {
            format!("at {at}")
        });
        let names: Vec<&str> = rows.iter().map(|(word, _)| *word).collect();
        assert_eq!(
            names,
            [
                "task-fact-template",
                "task-fact-character",
                "task-fact-visibility",
                "task-fact-language",
                "task-fact-submitted",
                "task-fact-id"
            ]
        );
        assert_eq!(rows[4].1, "at 5");
    }
}
