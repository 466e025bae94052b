//! `reel retry TASK`: a task once more, after saying what it can cost at most.

use contract::{Args, Code, FixableCause, Refusal, RetryReview, TaskId};
use words::Words;

use super::{asking, plan, tasks};
use crate::args::Retry;
use crate::exit::Exit;
use crate::front::Front;
use crate::output::at_a_terminal;
use crate::prompt::{self, Answer};
use crate::run::Run;
use crate::stop::Stop;

/// Restates, asks, and retries exactly once.
pub async fn run(run: &Run, asked: Retry) -> Result<Exit, Stop> {
    // Nobody could say yes, so nothing at all is asked.
    if !asked.yes && !at_a_terminal() {
        return Err(plan::not_confirmed("cli-not-confirmed-script"));
    }
    asking::winding_down(run, async |front| {
        let task_id = TaskId::from(asked.task.as_str());
        let review = run
            .interrupt
            .or(async { Ok(front.studio.review_retry(&task_id).await?) })
            .await?;
        restate(run, &review);
        if !asked.yes {
            let question = run.output.words.say("cli-retry-ask");
            if prompt::confirm(run, &question).await == Answer::No {
                return Err(plan::not_confirmed("cli-not-confirmed"));
            }
        }
        let task = match front.studio.retry_task(&review.retry_id).await {
            Ok(task) => task,
            Err(refusal) => return Err(refused(front, run, &review, refusal).await),
        };
        let document = front.studio.task_document(&task.task.task_id);
        asking::printed(run, document, async || {
            Ok(tasks::text(&run.output.words, &task))
        })
        .await
    })
    .await
}

/// After a 402 the service's own link is shown, unaltered.
async fn refused(front: &Front, run: &Run, review: &RetryReview, refusal: Refusal) -> Stop {
    if matches!(
        refusal.code,
        Code::NotEnoughSeconds | Code::NotEnoughSecondsUnknown
    ) && let Ok(Some(link)) = front.studio.retry_top_up_link(&review.retry_id).await
    {
        run.output.must_tell(&format!("  {link}"));
    }
    refusal.into()
}

fn restate(run: &Run, review: &RetryReview) {
    let words = &run.output.words;
    let seconds = |key: &str, seconds: Option<f64>| {
        if let Some(seconds) = seconds {
            let args = Args::from([("seconds".to_owned(), words.seconds(seconds).into())]);
            run.output.say_with(key, &args);
        }
    };
    seconds("cli-retry-at-most", review.at_most_seconds);
    seconds("cli-retry-left", review.left_seconds);
    for cause in &review.causes {
        run.output.tell(&said(words, cause));
    }
}

fn said(words: &Words, cause: &FixableCause) -> String {
    let (key, id) = match cause {
        FixableCause::StaleTemplate { template_id } => ("cli-cause-template", &template_id.0),
        FixableCause::ProductImages { product_id } => ("cli-cause-product", &product_id.0),
        FixableCause::Character { character_id } => ("cli-cause-character", &character_id.0),
        FixableCause::FailedBefore => return words.say("cli-cause-failed-before"),
    };
    let args = Args::from([("id".to_owned(), id.as_str().into())]);
    words.say_with(key, &args)
}
