//! `reel tasks`, `reel task`, `reel cancel`: the service's tasks.

use contract::{TaskDetail, TaskId, TaskQuery, TaskStats, TaskView};
use words::Words;

use super::asking::{self, columns};
use crate::args::{TaskArgs, Tasks};
use crate::exit::Exit;
use crate::front::Front;
use crate::run::Run;
use crate::shapes::{task_kind, task_status};
use crate::stop::{OwnCode, Stop};

/// Lists tasks, newest first, or counts them.
pub async fn list(run: &Run, asked: Tasks) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let query = TaskQuery {
            status: asked.status,
            kind: asked.kind,
            date_from: asked.from,
            date_to: asked.to,
            submitted_by: submitter(front, &asked.by).await?,
            limit: asked.limit,
            offset: asked.offset,
        };
        if asked.count {
            let document = front.studio.task_stats_document(query.clone());
            return asking::printed(run, document, async || {
                Ok(counts(&front.studio.task_stats(query.clone()).await?))
            })
            .await;
        }
        let document = front.studio.tasks_document(query.clone());
        asking::printed(run, document, async || {
            let page = front.studio.tasks(query.clone()).await?;
            if page.tasks.is_empty() {
                run.output.say("cli-tasks-empty");
            }
            let rows: Vec<_> = page.tasks.iter().map(row).collect();
            Ok(columns(&rows))
        })
        .await
    })
    .await
}

/// Prints one task, or what was extracted and rewritten for it.
pub async fn one(run: &Run, asked: TaskArgs) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let task_id = TaskId::from(asked.task.as_str());
        if asked.content {
            let document = front.studio.task_content_document(&task_id);
            return asking::printed(run, document, async || {
                recap(&run.output.words, front, &task_id).await
            })
            .await;
        }
        let document = front.studio.task_document(&task_id);
        asking::printed(run, document, async || {
            let task = front.studio.task(&task_id).await?;
            Ok(text(&run.output.words, &task))
        })
        .await
    })
    .await
}

/// Cancels a task, after saying what that means.
pub async fn cancel(run: &Run, task: &str) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let task_id = TaskId::from(task);
        run.output.say("cli-cancel-means");
        let task = front.studio.cancel_task(&task_id).await?;
        let document = front.studio.task_document(&task_id);
        asking::printed(run, document, async || Ok(text(&run.output.words, &task))).await
    })
    .await
}

/// A user's id, also by their e-mail.
async fn submitter(front: &Front, by: &str) -> Result<String, Stop> {
    if !by.contains('@') {
        return Ok(by.to_owned());
    }
    let team = front.studio.team().await?;
    let member = team
        .members
        .into_iter()
        .find(|member| member.email.eq_ignore_ascii_case(by));
    member.map(|member| member.user_id).ok_or_else(|| {
        Stop::own(Exit::Usage, OwnCode::Usage, "cli-member-unknown").with("email", by)
    })
}

fn row(detail: &TaskDetail) -> Vec<String> {
    let TaskView {
        task_id,
        kind,
        status,
        progress,
        ..
    } = &detail.task;
    let figure = if status.has_ended() {
        String::new()
    } else {
        format!("{progress} %")
    };
    let by = detail
        .submitted_by_email
        .as_ref()
        .or(detail.submitted_by.as_ref());
    vec![
        task_id.0.clone(),
        task_kind(kind),
        task_status(status),
        figure,
        detail.template_name.clone().unwrap_or_default(),
        by.cloned().unwrap_or_default(),
    ]
}

/// A task in full.
pub fn text(words: &Words, detail: &TaskDetail) -> String {
    let mut lines = vec![columns(&[row(detail)])];
    let facts = [
        &detail.task.step,
        &detail.visibility,
        &detail.language,
        &detail.direction,
        &detail.hint,
        &detail.task.error,
    ];
    lines.extend(facts.into_iter().flatten().map(|fact| format!("  {fact}")));
    let assets = detail.task.asset_ids.iter();
    lines.extend(assets.map(|asset| format!("  {asset}")));
    if let Some(refusal) = &detail.task.refusal {
        lines.push(format!("  {}", words.refusal(refusal)));
    }
    lines.join("\n")
}

async fn recap(words: &Words, front: &Front, task_id: &TaskId) -> Result<String, Stop> {
    let recap = front.studio.recap(task_id).await?;
    let mut lines: Vec<String> = recap.template_name.into_iter().collect();
    let mut part = |key: &str, text: String| {
        if !text.trim().is_empty() {
            lines.push(format!(
                "{}:\n  {}",
                words.say(key),
                text.replace('\n', "\n  ")
            ));
        }
    };
    if let Some(extraction) = recap.extraction {
        part("cli-recap-extracted", extraction.narrative);
    }
    if let Some(rewrite) = recap.rewrite {
        part("cli-recap-story", rewrite.story);
        part("cli-recap-dialogue", rewrite.dialogue.join("\n"));
        part("cli-recap-caption", rewrite.caption);
        part("cli-recap-hashtags", rewrite.hashtags.join(" "));
    }
    part("cli-plan-direction", recap.direction.unwrap_or_default());
    part("cli-plan-hint", recap.hint.unwrap_or_default());
    Ok(lines.join("\n"))
}

fn counts(stats: &TaskStats) -> String {
    let row = |(word, count): (&String, &u64)| vec![word.clone(), count.to_string()];
    let rows: Vec<_> = stats
        .by_type
        .iter()
        .map(row)
        .chain(stats.by_status.iter().map(row))
        .collect();
    format!("{}\n{}", stats.total, columns(&rows))
}
