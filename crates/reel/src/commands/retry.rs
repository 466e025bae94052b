//! `reel retry TASK`: a task once more, after saying what it can cost at most.

use contract::{Args, Code, FixableCause, Refusal, RetryReview, SpendReview, TaskDetail, TaskId};
use words::Words;

use super::{asking, over_limit, tasks};
use crate::args::Retry;
use crate::exit::Exit;
use crate::front::Front;
use crate::output::at_a_terminal;
use crate::prompt::{self, Answer};
use crate::run::Run;
use crate::stop::{Stop, Trace};

/// Restates, asks, and retries exactly once.
pub async fn run(run: &Run, asked: Retry) -> Result<Exit, Stop> {
    // Nobody could say yes, so nothing at all is asked.
    if !asked.consent.yes && !at_a_terminal() {
        return Err(Stop::not_confirmed("cli-retry-not-confirmed-script"));
    }
    asking::winding_down(run, async |front| {
        let task_id = TaskId::from(asked.task.as_str());
        let review = run
            .interrupt
            .or(async { Ok(front.studio.review_retry(&task_id).await?) })
            .await?;
        restate(run, &review);
        if !asked.consent.yes {
            let question = run.output.words.say("cli-retry-ask");
            if prompt::confirm(run, &question).await == Answer::No {
                return Err(Stop::not_confirmed("cli-not-confirmed"));
            }
        }
        let shown = SpendReview::Retry(review.retry_id.clone());
        over_limit::agree(front, run, asked.consent, &shown, &review.over_limits).await?;
        let task = retried(front, run, &review).await?;
        let document = front.studio.task_document(&task.task.task_id);
        asking::printed(run, document, async || {
            Ok(tasks::text(&run.output.words, &task))
        })
        .await
    })
    .await
}

/// Sends it. Once it may have left, only its answer tells what became of it: Ctrl+C waits for that,
/// and a second one leaves it in doubt.
async fn retried(front: &Front, run: &Run, review: &RetryReview) -> Result<TaskDetail, Stop> {
    let answer = front.studio.retry_task(&review.retry_id);
    tokio::pin!(answer);
    let answer = tokio::select! {
        answer = &mut answer => answer,
        () = run.interrupt.pressed() => {
            run.output.must_tell(&run.output.words.say("cli-retry-waits"));
            tokio::select! {
                answer = &mut answer => answer,
                () = run.interrupt.pressed_again() => Err(Refusal::new(Code::InDoubt)),
            }
        }
    };
    match answer {
        Ok(task) => Ok(task),
        Err(refusal) => {
            // After a 402: the service's own link, unaltered.
            let link = front.studio.retry_top_up_link(&review.retry_id).await;
            Err(Stop::from(refusal).about(Trace {
                top_up_url: link.unwrap_or_default(),
                ..Trace::default()
            }))
        }
    }
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
