//! The panel beside the scenes: story, sound, pictures, clips, and the finished film.

mod apply;
mod film;
mod images;
mod logo;
mod music;
mod narration;
mod scenario;
mod style;
mod voice;

use contract::JobStatus;
use leptos::prelude::*;
use words::Words;

use self::apply::Apply;
pub use self::film::Film;
use self::images::Images;
use self::music::Music;
use self::narration::Narration;
use self::scenario::Scenario;
use self::style::Style;
use self::voice::Voice;
use super::clips::Clips;
use super::desk::Desk;
use super::standing;
use crate::app::t;
use crate::components::Tabs;
use crate::components::hub::AssistMeter;

/// What the panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The scenario, and the look.
    Story,
    /// What is said, and the music.
    Sound,
    /// Product, closing image and logo.
    Images,
    /// The person's clips.
    Clips,
    /// The finished film.
    Film,
}

/// The panel.
#[component]
pub fn Panels(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let shown = desk.shown;
    // A film that is finished is what one came for; after that the person chooses.
    Effect::new(move |before: Option<bool>| {
        let is_there = desk.of(false, standing::is_rendered);
        if is_there && before != Some(true) {
            shown.set(Shown::Film);
        }
        is_there
    });
    view! {
        <section class="editor-panels" aria-label=move || t("editor-panels")>
            <Tabs
                label=move || t("editor-panels")
                name="editor-panel"
                tabs=[
                    (Shown::Story, "editor-story", "panel-story"),
                    (Shown::Clips, "editor-clips", "panel-clips"),
                    (Shown::Sound, "editor-sound", "panel-sound"),
                    (Shown::Images, "editor-images", "panel-images"),
                    (Shown::Film, "editor-film", "panel-film"),
                ]
                chosen=shown
            />
            <div class="panel-body">
                {move || match shown.get() {
                    Shown::Story => view! {
                        <Scenario desk/>
                        <Apply desk/>
                        <Style desk/>
                        <AssistMeter/>
                    }
                    .into_any(),
                    Shown::Sound => view! {
                        <Narration desk/>
                        <Voice desk/>
                        <Music desk/>
                        <AssistMeter/>
                    }
                    .into_any(),
                    Shown::Images => view! { <Images desk/> }.into_any(),
                    Shown::Clips => view! { <Clips desk/> }.into_any(),
                    Shown::Film => view! { <Film desk/> }.into_any(),
                }}
            </div>
        </section>
    }
}

/// Where a job of the ad stands, in a word or two.
fn job_word(words: &Words, status: &JobStatus) -> String {
    match status {
        JobStatus::None => words.say("editor-job-none"),
        JobStatus::Processing => words.say("editor-job-processing"),
        JobStatus::Completed => words.say("editor-job-completed"),
        JobStatus::Failed => words.say("editor-job-failed"),
        JobStatus::Other(word) => word.clone(),
    }
}

/// The state's stable text, for tests and styles.
const fn job_mark(status: &JobStatus) -> &'static str {
    match status {
        JobStatus::None => "none",
        JobStatus::Processing => "processing",
        JobStatus::Completed => "completed",
        JobStatus::Failed => "failed",
        JobStatus::Other(_) => "other",
    }
}

/// A job's heading with where it stands.
#[component]
fn JobHead(
    /// Key of its name.
    title: &'static str,
    /// For tests.
    test: &'static str,
    /// Where it stands.
    status: Memo<JobStatus>,
) -> impl IntoView {
    view! {
        <div class="job-head">
            <h3>{move || t(title)}</h3>
            <span
                class="job-state"
                role="status"
                data-test=test
                data-state=move || status.with(job_mark)
            >
                {move || status.with(|status| job_word(&crate::app::say(), status))}
            </span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    #[test]
    fn a_job_of_an_unknown_state_says_the_services_own_word() {
        let words = Words::of(Language::English);
        let odd = JobStatus::Other("remixing".to_owned());
        assert_eq!(job_word(&words, &odd), "remixing");
        assert_eq!(job_mark(&odd), "other");
        assert_eq!(job_word(&words, &JobStatus::None), "Not made yet");
    }
}
