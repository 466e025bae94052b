//! Tasks in words. Pure: it is given the words and says them.

use contract::{
    CharacterView, LanguageView, Millis, ProductView, TaskDetail, TaskKind, TaskStats, TaskStatus,
    TaskView,
};
use words::Words;

use crate::pages::wording::{self, Moment, args, facts, language_name};

/// The statuses that the contract names, in the service's words, as the chips stand.
const STATUSES: [&str; 6] = [
    "queued",
    "running",
    "completed",
    "failed",
    "dead",
    "cancelled",
];

/// What the page knows of the names behind ids.
#[derive(Clone, Copy, Default)]
pub struct Known<'a> {
    /// Languages of videos.
    pub languages: &'a [LanguageView],
    /// Characters that were listed.
    pub characters: &'a [CharacterView],
    /// Products that were listed.
    pub products: &'a [ProductView],
}

impl Known<'_> {
    /// A character's name, or its id.
    pub fn character(&self, task: &TaskDetail) -> Option<String> {
        let id = task.character_id.as_ref()?;
        let known = self.characters.iter().find(|c| c.character_id == *id);
        Some(known.map_or_else(|| id.to_string(), |c| c.name.clone()))
    }

    /// A product's name; nothing where it is not known, since its id says nothing to anybody.
    pub fn product(&self, task: &TaskDetail) -> Option<String> {
        let id = task.product_id.as_ref()?;
        let known = self.products.iter().find(|p| p.product_id == *id);
        known.map(|p| p.name.clone())
    }
}

/// The service's word of a status: for filters, tests and styles.
pub fn status_name(status: &TaskStatus) -> &str {
    match status {
        TaskStatus::Queued => "queued",
        TaskStatus::Running => "running",
        TaskStatus::Completed => "completed",
        TaskStatus::Failed => "failed",
        TaskStatus::Dead => "dead",
        TaskStatus::Cancelled => "cancelled",
        TaskStatus::Other(word) => word,
    }
}

/// A status in the person's words; one that the contract does not name, in the service's.
pub fn status_word(words: &Words, name: &str) -> String {
    match name {
        "queued" => words.say("task-queued"),
        "running" => words.say("task-running"),
        "completed" => words.say("task-completed"),
        "failed" => words.say("task-failed"),
        "dead" => words.say("task-dead"),
        "cancelled" => words.say("task-cancelled"),
        other => other.to_owned(),
    }
}

/// What a task does.
pub fn kind_word(words: &Words, kind: &TaskKind) -> String {
    match kind {
        TaskKind::Analyze => words.say("task-analysis"),
        TaskKind::Pipeline => words.say("task-video"),
        TaskKind::Other(word) => word.clone(),
    }
}

/// What to call a task: its template, where it has one.
pub fn title(words: &Words, task: &TaskDetail) -> String {
    match task.template_name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => kind_word(words, &task.task.kind),
    }
}

/// The line under a row's title: what, who, in which language, by whom.
pub fn line(words: &Words, task: &TaskDetail, known: Known<'_>) -> String {
    let kind = kind_word(words, &task.task.kind);
    let language = task
        .language
        .as_deref()
        .map(|code| language_name(known.languages, code));
    facts(
        [
            Some(kind).filter(|kind| *kind != title(words, task)),
            known.character(task),
            known.product(task),
            language,
            task.submitted_by_email.clone(),
        ]
        .into_iter()
        .flatten(),
    )
}

/// Since when, or when it ended.
pub fn when(words: &Words, task: &TaskDetail, now: Millis) -> String {
    let ago = |key: &str, then: Millis| {
        words.say_with(key, &args([("ago", words.ago(now, then).into())]))
    };
    match (task.task.finished_at, task.started_at, task.task.created_at) {
        (Some(ended), ..) => ago("task-ended", ended),
        (None, Some(started), _) => ago("task-started", started),
        (None, None, Some(created)) => ago("task-submitted", created),
        (None, None, None) => String::new(),
    }
}

/// How long it was worked on.
pub fn took(words: &Words, task: &TaskDetail) -> Option<String> {
    let seconds = (task.task.finished_at? - task.started_at?) / 1000;
    u64::try_from(seconds)
        .ok()
        .map(|seconds| words.span(seconds))
}

/// On camera, off camera, none; what else the service wrote, in its word.
pub fn visibility(words: &Words, name: &str) -> String {
    match name {
        "on_camera" => words.say("task-on-camera"),
        "off_camera" => words.say("task-off-camera"),
        "no_product" => words.say("task-no-product"),
        other => other.to_owned(),
    }
}

/// The chips: each status with its count, those that the contract names first.
pub fn chips(stats: Option<&TaskStats>, chosen: &[String]) -> Vec<(String, Option<u64>)> {
    let count = |name: &str| stats.map(|stats| stats.by_status.get(name).copied().unwrap_or(0));
    let named = STATUSES.iter().map(|name| (*name).to_owned());
    let others = stats
        .into_iter()
        .flat_map(|stats| stats.by_status.keys().cloned())
        .chain(chosen.iter().cloned())
        .filter(|name| !STATUSES.contains(&name.as_str()));
    let mut chips: Vec<(String, Option<u64>)> = Vec::new();
    for name in named.chain(others) {
        if !chips.iter().any(|(other, _)| *other == name) {
            let count = count(&name);
            chips.push((name, count));
        }
    }
    chips
}

/// Why a task ended without what was wanted: sentences, ours first, then the service's own words.
pub fn failure(words: &Words, task: &TaskDetail) -> Vec<String> {
    let view = &task.task;
    let mut sentences: Vec<String> = view.refusal.iter().map(|r| words.refusal(r)).collect();
    match view.status {
        TaskStatus::Failed if sentences.is_empty() => {
            sentences.push(words.say("task-failed-means"))
        }
        TaskStatus::Dead => sentences.push(words.say("task-dead-means")),
        _ => {}
    }
    let has_failed = matches!(view.status, TaskStatus::Failed | TaskStatus::Dead);
    if has_failed && !task.can_retry {
        sentences.push(words.say("task-too-late"));
    }
    let said = view.error.as_deref().map(str::trim).unwrap_or_default();
    if !said.is_empty() && !sentences.iter().any(|sentence| sentence.contains(said)) {
        sentences.push(words.say_with("queue-said", &args([("detail", said.into())])));
    }
    sentences
}

/// Whether the service may make it again: it failed, or began no video, and that within a day.
pub fn can_retry(task: &TaskView, now: Millis) -> bool {
    let has_failed = match task.status {
        TaskStatus::Failed | TaskStatus::Dead => true,
        TaskStatus::Completed => task.refusal.is_some(),
        _ => false,
    };
    has_failed && task.retry_until.is_none_or(|until| now < until)
}

/// "Can be retried until 14:05", for one that can. `moment` tells a time of day.
pub fn retry_deadline(
    words: &Words,
    task: &TaskView,
    now: Millis,
    moment: impl Fn(Millis) -> Moment,
) -> Option<String> {
    let until = task.retry_until.filter(|_| can_retry(task, now))?;
    let until = wording::deadline(words, now, until, moment)?;
    Some(words.say_with("task-retry-deadline", &args([("until", until.into())])))
}

#[cfg(test)]
mod tests {
    use contract::{Code, Language, Refusal};

    use super::*;
    use crate::pages::tasks::samples::detail;

    fn english() -> Words {
        Words::of(Language::English)
    }

    #[test]
    fn a_task_is_called_by_its_template_and_else_by_what_it_does() {
        let mut task = detail("t");
        assert_eq!(title(&english(), &task), "Froth in one shake");
        assert_eq!(line(&english(), &task, Known::default()), "Video · en");
        task.template_name = Some("  ".to_owned());
        task.submitted_by_email = Some("ana@example.com".to_owned());
        assert_eq!(title(&english(), &task), "Video");
        assert_eq!(
            line(&english(), &task, Known::default()),
            "en · ana@example.com"
        );
    }

    #[test]
    fn what_the_contract_does_not_name_is_shown_as_it_came() {
        assert_eq!(status_word(&english(), "paused"), "paused");
        assert_eq!(
            status_name(&TaskStatus::Other("paused".to_owned())),
            "paused"
        );
        assert_eq!(
            kind_word(&english(), &TaskKind::Other("trim".to_owned())),
            "trim"
        );
        assert_eq!(visibility(&english(), "half"), "half");
    }

    #[test]
    fn chips_stand_in_order_with_their_counts_and_unknown_ones_last() {
        let mut stats = TaskStats::default();
        stats.by_status.insert("paused".to_owned(), 2);
        stats.by_status.insert("failed".to_owned(), 3);
        let chips = chips(Some(&stats), &["odd".to_owned()]);
        let names: Vec<&str> = chips.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names[..6], STATUSES);
        assert_eq!(names[6..], ["paused", "odd"]);
        assert_eq!(chips[3].1, Some(3));
        assert_eq!(chips[0].1, Some(0));
        assert_eq!(super::chips(None, &[])[0].1, None, "unknown is not none");
    }

    #[test]
    fn times_tell_the_last_thing_that_happened() {
        let mut task = detail("t");
        assert_eq!(when(&english(), &task, 0), "");
        task.task.created_at = Some(0);
        assert_eq!(when(&english(), &task, 60_000), "submitted 1 min ago");
        task.started_at = Some(30_000);
        assert_eq!(when(&english(), &task, 60_000), "started 30 s ago");
        task.task.finished_at = Some(60_000);
        assert_eq!(when(&english(), &task, 90_000), "ended 30 s ago");
        assert_eq!(took(&english(), &task).as_deref(), Some("30 s"));
    }

    #[test]
    fn a_failure_can_be_made_again_for_a_day() {
        let mut failed = detail("t").task;
        failed.status = TaskStatus::Failed;
        failed.retry_until = Some(90_000);
        assert!(can_retry(&failed, 89_999));
        assert!(!can_retry(&failed, 90_000));
        let said = |now| {
            retry_deadline(&english(), &failed, now, |_| {
                unreachable!("less than an hour is left")
            })
        };
        assert_eq!(
            said(0).as_deref(),
            Some("Can be retried for another 1 min 30 s")
        );
        assert_eq!(said(90_000), None);
        failed.status = TaskStatus::Completed;
        assert!(!can_retry(&failed, 1));
    }

    #[test]
    fn a_failure_is_told_once_and_with_the_services_own_words() {
        let mut task = detail("t");
        task.task.status = TaskStatus::Failed;
        task.task.error = Some("LLM timeout".to_owned());
        task.can_retry = true;
        assert_eq!(
            failure(&english(), &task),
            [
                "Riffkit could not finish it.",
                "The service says: LLM timeout"
            ]
        );
        task.task.refusal = Some(Refusal::new(Code::EngineFailed).with("detail", "LLM timeout"));
        assert_eq!(failure(&english(), &task).len(), 1);
        task.can_retry = false;
        assert_eq!(failure(&english(), &task).len(), 2, "why there is no retry");
    }
}
