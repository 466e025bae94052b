//! How far a batch is, and how it ended, read from the service's tasks alone.

use contract::{Stage, TaskKind, TaskStatus, TaskView};

/// How a batch ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// At least one generation was completed.
    Reels,
    /// Nothing came of it.
    Failed,
    /// It was cancelled.
    Cancelled,
}

/// How a batch ended, or `None` while something may still come of it.
///
/// A completed analysis is no ending: the service chains the generation to it, in the same batch.
/// Only one that says that it began no video (`auto_generate_error`) is one, and a failure.
pub(crate) fn ending(tasks: &[TaskView]) -> Option<Ending> {
    if tasks.is_empty() || !tasks.iter().all(|task| task.status.has_ended()) {
        return None;
    }
    let mut generations = tasks
        .iter()
        .filter(|task| task.kind != TaskKind::Analyze)
        .peekable();
    if generations.peek().is_none() {
        let waits_for_generation =
            |task: &TaskView| task.status == TaskStatus::Completed && task.refusal.is_none();
        if tasks.iter().any(waits_for_generation) {
            return None;
        }
        let cancelled = tasks
            .iter()
            .all(|task| task.status == TaskStatus::Cancelled);
        return Some(if cancelled {
            Ending::Cancelled
        } else {
            Ending::Failed
        });
    }
    let mut all_cancelled = true;
    for task in generations {
        if task.status == TaskStatus::Completed {
            return Some(Ending::Reels);
        }
        all_cancelled &= task.status == TaskStatus::Cancelled;
    }
    Some(if all_cancelled {
        Ending::Cancelled
    } else {
        Ending::Failed
    })
}

/// How far an open batch is.
pub(crate) fn stage(tasks: &[TaskView]) -> Stage {
    let of = |kind: fn(&TaskKind) -> bool| tasks.iter().filter(move |task| kind(&task.kind));
    let analyses = || of(|kind| *kind == TaskKind::Analyze);
    let generations = || of(|kind| *kind != TaskKind::Analyze);
    let begun = |task: &&TaskView| task.status != TaskStatus::Queued;
    if generations().any(|task| begun(&task)) {
        return Stage::Generating {
            progress: figure(generations()),
        };
    }
    if analyses().any(|task| task.status == TaskStatus::Completed) {
        return Stage::Analysed;
    }
    if analyses().any(|task| begun(&task)) {
        return Stage::Analysing {
            progress: figure(analyses()),
        };
    }
    Stage::Queued
}

/// Whether everything that has not ended waits for one of the service's places.
pub(crate) fn is_queued(tasks: &[TaskView]) -> bool {
    let mut open = tasks
        .iter()
        .filter(|task| !task.status.has_ended())
        .peekable();
    open.peek().is_some() && open.all(|task| task.status == TaskStatus::Queued)
}

/// The mean of the service's own figures; none where it gave none.
fn figure<'a>(tasks: impl Iterator<Item = &'a TaskView>) -> Option<u8> {
    let figures: Vec<u32> = tasks
        .map(|task| match task.status {
            TaskStatus::Completed => 100,
            _ => u32::from(task.progress.min(100)),
        })
        .collect();
    let count = u32::try_from(figures.len())
        .ok()
        .filter(|count| *count > 0)?;
    u8::try_from(figures.iter().sum::<u32>() / count)
        .ok()
        .filter(|mean| *mean > 0)
}

#[cfg(test)]
mod tests {
    use contract::{Code, TaskId};

    use super::*;

    fn task(kind: TaskKind, status: TaskStatus) -> TaskView {
        TaskView {
            task_id: TaskId("t".to_owned()),
            kind,
            status,
            progress: 0,
            step: None,
            error: None,
            refusal: None,
            asset_ids: Vec::new(),
            created_at: None,
            finished_at: None,
            retry_until: None,
        }
    }

    fn analyze(status: TaskStatus) -> TaskView {
        task(TaskKind::Analyze, status)
    }

    fn generate(status: TaskStatus) -> TaskView {
        task(TaskKind::Pipeline, status)
    }

    #[test]
    fn a_completed_analysis_waits_for_its_generation() {
        assert_eq!(ending(&[]), None);
        let done = [analyze(TaskStatus::Completed)];
        assert_eq!(ending(&done), None);
        assert_eq!(stage(&done), Stage::Analysed);
        let next = [analyze(TaskStatus::Completed), generate(TaskStatus::Queued)];
        assert_eq!(ending(&next), None);
        assert_eq!(stage(&next), Stage::Analysed);
    }

    #[test]
    fn an_analysis_that_began_no_video_is_a_failure() {
        let mut task = analyze(TaskStatus::Completed);
        task.refusal = Some(Code::AutoGenerateNoBalance.into());
        assert_eq!(ending(&[task]), Some(Ending::Failed));
    }

    #[test]
    fn every_status_has_its_ending() {
        for (status, expected) in [
            (TaskStatus::Queued, None),
            (TaskStatus::Running, None),
            (TaskStatus::Other("paused".to_owned()), None),
            (TaskStatus::Completed, Some(Ending::Reels)),
            (TaskStatus::Failed, Some(Ending::Failed)),
            (TaskStatus::Dead, Some(Ending::Failed)),
            (TaskStatus::Cancelled, Some(Ending::Cancelled)),
        ] {
            let tasks = [analyze(TaskStatus::Completed), generate(status.clone())];
            assert_eq!(ending(&tasks), expected, "{status:?}");
        }
        assert_eq!(ending(&[analyze(TaskStatus::Failed)]), Some(Ending::Failed));
        assert_eq!(
            ending(&[analyze(TaskStatus::Cancelled)]),
            Some(Ending::Cancelled)
        );
    }

    #[test]
    fn one_reel_of_many_tasks_is_a_reel_and_the_last_open_task_holds_the_rest() {
        let mixed = [
            generate(TaskStatus::Completed),
            generate(TaskStatus::Failed),
        ];
        assert_eq!(ending(&mixed), Some(Ending::Reels));
        let open = [
            generate(TaskStatus::Completed),
            generate(TaskStatus::Running),
        ];
        assert_eq!(ending(&open), None);
        let mixed = [
            generate(TaskStatus::Cancelled),
            generate(TaskStatus::Failed),
        ];
        assert_eq!(ending(&mixed), Some(Ending::Failed));
    }

    #[test]
    fn a_figure_is_shown_only_where_the_service_gave_one() {
        let mut running = generate(TaskStatus::Running);
        assert_eq!(
            stage(std::slice::from_ref(&running)),
            Stage::Generating { progress: None }
        );
        running.progress = 42;
        assert_eq!(stage(&[running]), Stage::Generating { progress: Some(42) });
        assert_eq!(stage(&[analyze(TaskStatus::Queued)]), Stage::Queued);
        assert!(is_queued(&[
            analyze(TaskStatus::Completed),
            generate(TaskStatus::Queued)
        ]));
        assert!(!is_queued(&[analyze(TaskStatus::Completed)]));
    }
}
