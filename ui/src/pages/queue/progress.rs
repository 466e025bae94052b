//! An order's four stages in plain words. Only what is known: a figure stands there when the
//! service or the disk gave one, never a guess.

use contract::{OrderState, OrderView, Stage, TaskKind, TaskStatus};
use words::Words;

use super::doubt::Finding;
use super::keeping::Keeping;
use crate::components::{StageState, StageView};
use crate::pages::wording::args;

/// Sent, analysed, generated, saved.
pub fn stages(words: &Words, order: &OrderView, keeping: &Keeping) -> [StageView; 4] {
    let done = |label| StageView {
        label,
        state: StageState::Done,
    };
    // Nothing is being done yet: an empty bar, not an unknown part of one.
    let waiting = |label| now(label, Some(0.0));
    let stopped = |label| StageView {
        label,
        state: StageState::Stopped,
    };
    let ahead = |label| StageView {
        label,
        state: StageState::Ahead,
    };

    let sent = || done(words.say("queue-stage-sent"));
    let analysed = || done(words.say("queue-stage-analysed"));
    let to_analyse = || ahead(words.say("queue-stage-analyse"));
    let to_generate = || ahead(words.say("queue-stage-generate"));
    let to_end = || ahead(words.say("queue-stage-ready"));

    match &order.state {
        OrderState::AwaitingSignIn => [
            waiting(words.say("queue-stage-waits")),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::Preparing { .. } => [
            waiting(words.say("queue-stage-preparing")),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::Sending { sent: bytes, total } => [
            sending(words, *bytes, *total),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::InDoubt { search } if Finding::of(search).goes_on() => [
            waiting(words.say("queue-stage-perhaps-sent")),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::InDoubt { .. } => [
            stopped(words.say("queue-stage-perhaps-sent")),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::Refused => [
            stopped(words.say("queue-stage-refused")),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::NotSent => [
            stopped(words.say("queue-stage-not-sent")),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::GivenUp => [
            stopped(words.say("queue-stage-given-up")),
            to_analyse(),
            to_generate(),
            to_end(),
        ],
        OrderState::Working { stage } => match stage {
            Stage::Queued if has_analysis(order) => [
                sent(),
                analysed(),
                waiting(words.say("queue-stage-queued")),
                to_end(),
            ],
            Stage::Queued => [
                sent(),
                waiting(words.say("queue-stage-queued")),
                to_generate(),
                to_end(),
            ],
            Stage::Analysing { progress } => {
                [sent(), analysing(words, *progress), to_generate(), to_end()]
            }
            Stage::Analysed => [
                sent(),
                analysed(),
                waiting(words.say("queue-stage-generate-waits")),
                to_end(),
            ],
            Stage::Generating { progress } => {
                [sent(), analysed(), generating(words, *progress), to_end()]
            }
        },
        OrderState::Ready => [
            sent(),
            analysed(),
            done(words.say("queue-stage-generated")),
            keeping.stage(words),
        ],
        OrderState::Failed | OrderState::Cancelled => {
            let word = match order.state {
                OrderState::Cancelled => words.say("queue-stage-cancelled"),
                _ => words.say("queue-stage-stopped"),
            };
            if has_analysis(order) {
                [sent(), analysed(), stopped(word), to_end()]
            } else {
                [sent(), stopped(word), to_generate(), to_end()]
            }
        }
    }
}

/// What is worth reading out: the stage that goes on or stopped, without its figure, so that a
/// moving bar does not chatter.
pub fn spoken(stages: &[StageView; 4]) -> Option<String> {
    let current = stages
        .iter()
        .find(|stage| matches!(stage.state, StageState::Now(_) | StageState::Stopped))
        .or_else(|| {
            stages
                .last()
                .filter(|stage| stage.state == StageState::Done)
        })?;
    match current.state {
        StageState::Now(Some(_)) => Some(
            current
                .label
                .split([',', '，'])
                .next()
                .unwrap_or_default()
                .to_owned(),
        ),
        _ => Some(current.label.clone()),
    }
}

/// Whether the analysis is behind the order: it completed, or generating has begun.
fn has_analysis(order: &OrderView) -> bool {
    order.tasks.iter().any(|task| match task.kind {
        TaskKind::Analyze => task.status == TaskStatus::Completed,
        TaskKind::Pipeline => true,
        TaskKind::Other(_) => false,
    })
}

fn sending(words: &Words, sent: u64, total: Option<u64>) -> StageView {
    let Some(total) = total.filter(|total| *total > 0) else {
        return now(words.say("queue-stage-sending"), None);
    };
    let values = args([
        ("sent", megabytes(words, sent).into()),
        ("total", megabytes(words, total).into()),
    ]);
    now(
        words.say_with("queue-stage-sending-bytes", &values),
        Some(share(sent, total)),
    )
}

fn now(label: String, part: Option<f64>) -> StageView {
    StageView {
        label,
        state: StageState::Now(part),
    }
}

fn analysing(words: &Words, progress: Option<u8>) -> StageView {
    let label = match progress {
        None => words.say("queue-stage-analysing"),
        Some(percent) => words.say_with(
            "queue-stage-analysing-percent",
            &args([("percent", f64::from(percent).into())]),
        ),
    };
    now(label, progress.map(of_hundred))
}

fn generating(words: &Words, progress: Option<u8>) -> StageView {
    let label = match progress {
        None => words.say("queue-stage-generating"),
        Some(percent) => words.say_with(
            "queue-stage-generating-percent",
            &args([("percent", f64::from(percent).into())]),
        ),
    };
    now(label, progress.map(of_hundred))
}

fn of_hundred(percent: u8) -> f64 {
    f64::from(percent.min(100)) / 100.0
}

/// A part of a whole, 0 to 1.
#[expect(
    clippy::cast_precision_loss,
    reason = "a share for a bar; bytes of files fit 53 bits"
)]
pub fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        0.0
    } else {
        (part as f64 / whole as f64).clamp(0.0, 1.0)
    }
}

/// Millions of bytes with one digit, without the unit.
#[expect(
    clippy::cast_precision_loss,
    reason = "one digit after the point is shown"
)]
pub fn megabytes(words: &Words, bytes: u64) -> String {
    words.decimal(bytes as f64 / 1e6, 1)
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::pages::queue::samples::{order, task};

    fn english() -> Words {
        Words::of(Language::English)
    }

    use StageState::{Ahead, Done, Now, Stopped};

    fn states(lines: &[StageView; 4]) -> [StageState; 4] {
        [
            lines[0].state,
            lines[1].state,
            lines[2].state,
            lines[3].state,
        ]
    }

    #[test]
    fn sending_shows_the_bytes_that_left() {
        let order = order(OrderState::Sending {
            sent: 12_000_000,
            total: Some(48_000_000),
        });
        let lines = stages(&english(), &order, &Keeping::NotSaved);
        assert_eq!(lines[0].label, "Sending, 12.0 of 48.0 MB");
        assert_eq!(states(&lines), [Now(Some(0.25)), Ahead, Ahead, Ahead]);
    }

    #[test]
    fn a_link_is_sent_without_a_figure() {
        let order = order(OrderState::Sending {
            sent: 0,
            total: None,
        });
        let lines = stages(&english(), &order, &Keeping::NotSaved);
        assert_eq!(
            (lines[0].label.as_str(), lines[0].state),
            ("Sending", Now(None))
        );
    }

    #[test]
    fn generating_without_a_figure_shows_none() {
        let order = order(OrderState::Working {
            stage: Stage::Generating { progress: None },
        });
        let lines = stages(&english(), &order, &Keeping::NotSaved);
        assert_eq!(lines[2].label, "Generating");
        assert_eq!(states(&lines), [Done, Done, Now(None), Ahead]);
    }

    #[test]
    fn generating_shows_the_services_own_figure() {
        let order = order(OrderState::Working {
            stage: Stage::Generating { progress: Some(42) },
        });
        let lines = stages(&english(), &order, &Keeping::NotSaved);
        assert_eq!(
            (lines[2].label.as_str(), lines[2].state),
            ("Generating, 42%", Now(Some(0.42)))
        );
    }

    #[test]
    fn a_failure_stands_at_the_stage_where_it_happened() {
        let mut failed = order(OrderState::Failed);
        failed.tasks = vec![task(TaskKind::Analyze, TaskStatus::Failed)];
        let lines = stages(&english(), &failed, &Keeping::NotSaved);
        assert_eq!(states(&lines), [Done, Stopped, Ahead, Ahead]);

        failed.tasks = vec![
            task(TaskKind::Analyze, TaskStatus::Completed),
            task(TaskKind::Pipeline, TaskStatus::Dead),
        ];
        let lines = stages(&english(), &failed, &Keeping::NotSaved);
        assert_eq!(states(&lines), [Done, Done, Stopped, Ahead]);
    }

    #[test]
    fn a_generation_that_waits_for_a_place_waits_after_its_analysis() {
        let mut waiting = order(OrderState::Working {
            stage: Stage::Queued,
        });
        waiting.tasks = vec![
            task(TaskKind::Analyze, TaskStatus::Completed),
            task(TaskKind::Pipeline, TaskStatus::Queued),
        ];
        let lines = stages(&english(), &waiting, &Keeping::NotSaved);
        assert_eq!(lines[2].label, "Waiting for a place");
    }

    #[test]
    fn a_moving_figure_is_not_read_out_again_and_again() {
        let at = |progress| {
            let order = order(OrderState::Working {
                stage: Stage::Generating { progress },
            });
            spoken(&stages(&english(), &order, &Keeping::NotSaved))
        };
        assert_eq!(at(Some(42)).as_deref(), Some("Generating"));
        assert_eq!(at(Some(43)), at(None));
        let ready = stages(&english(), &order(OrderState::Ready), &Keeping::NotSaved);
        assert_eq!(spoken(&ready).as_deref(), Some("Ready"));
    }

    #[test]
    fn nothing_that_was_not_taken_claims_to_be_sent() {
        for state in [
            OrderState::Refused,
            OrderState::NotSent,
            OrderState::GivenUp,
            OrderState::InDoubt {
                search: contract::DoubtSearch::NotTaken {
                    missing_for: 660_000,
                },
            },
        ] {
            let lines = stages(&english(), &order(state.clone()), &Keeping::NotSaved);
            assert_eq!(lines[0].state, Stopped, "{state:?}");
        }
        // What is still looked for has not stopped, and claims no part of it either.
        let looking = order(OrderState::InDoubt {
            search: contract::DoubtSearch::default(),
        });
        let lines = stages(&english(), &looking, &Keeping::NotSaved);
        assert_eq!(lines[0].state, Now(Some(0.0)));
    }
}
