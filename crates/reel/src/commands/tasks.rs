//! `reel tasks`, `reel task`, `reel cancel`: the service's tasks.

use contract::{Millis, TaskDetail, TaskId, TaskQuery, TaskStats, TaskView};
use words::Words;

use super::asking;
use crate::args::{TaskArgs, Tasks};
use crate::exit::Exit;
use crate::front::Front;
use crate::layout::{self, columns, paragraph};
use crate::moment::now;
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
                let stats = front.studio.task_stats(query.clone()).await?;
                Ok(counts(&run.output.words, &stats))
            })
            .await;
        }
        let document = front.studio.tasks_document(query.clone());
        asking::printed(run, document, async || {
            let page = front.studio.tasks(query.clone()).await?;
            if page.tasks.is_empty() {
                run.output.say("cli-tasks-empty");
            }
            if let Some(total) = page.total {
                asking::tell_shown(run, page.tasks.len(), total);
            }
            let now = now();
            let tasks = page.tasks.iter();
            let rows: Vec<_> = tasks
                .map(|task| row(&run.output.words, task, now))
                .collect();
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

/// Cancels a task, and says what that means.
pub async fn cancel(run: &Run, task: &str) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let task_id = TaskId::from(task);
        let task = front.studio.cancel_task(&task_id).await?;
        run.output.say("cli-cancelled");
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

/// The service's own words for what and how; when, by this machine's clock.
fn row(words: &Words, detail: &TaskDetail, now: Millis) -> Vec<String> {
    let TaskView {
        task_id,
        kind,
        status,
        progress,
        created_at,
        ..
    } = &detail.task;
    let figure = if status.has_ended() {
        String::new()
    } else {
        format!("{progress} %")
    };
    let when = created_at.map(|created| words.ago(now, created));
    vec![
        task_id.0.clone(),
        task_kind(kind),
        task_status(status),
        figure,
        when.unwrap_or_default(),
        // Outside a team everything is one's own.
        detail.submitted_by_email.clone().unwrap_or_default(),
        detail.template_name.clone().unwrap_or_default(),
    ]
}

/// A task in full.
pub fn text(words: &Words, detail: &TaskDetail) -> String {
    let title = layout::row(&row(words, detail, now()));
    let refusal = detail.task.refusal.as_ref();
    // The refusal's sentence has the service's own words in it.
    let cause = match refusal {
        Some(refusal) => Some(words.refusal(refusal)),
        None => detail.task.error.clone(),
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let template = detail.template_id.as_ref().map(|id| id.0.clone());
    let character = detail.character_id.as_ref().map(|id| id.0.clone());
    let product = detail.product_id.as_ref().map(|id| id.0.clone());
    let step = detail.task.step.clone();
    let step = step.filter(|_| !detail.task.status.has_ended());
    let facts = [
        ("cli-task-cause", text(&cause)),
        ("cli-task-step", text(&step)),
        ("cli-task-template", text(&template)),
        ("cli-plan-character", text(&character)),
        ("cli-plan-product", text(&product)),
        ("cli-task-visibility", text(&detail.visibility)),
        ("cli-plan-language", text(&detail.language)),
        ("cli-plan-direction", text(&detail.direction)),
        ("cli-plan-hint", text(&detail.hint)),
    ];
    let mut rows: Vec<Vec<String>> = facts
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(key, value)| vec![words.say(key), value])
        .collect();
    let reels = detail.task.asset_ids.iter();
    rows.extend(reels.map(|reel| vec![words.say("cli-task-reel"), reel.0.clone()]));
    format!("{title}\n{}", layout::facts(&rows))
}

async fn recap(words: &Words, front: &Front, task_id: &TaskId) -> Result<String, Stop> {
    let recap = front.studio.recap(task_id).await?;
    let name = recap.template_name.as_deref().map(layout::plain);
    let mut lines: Vec<String> = name.into_iter().collect();
    let mut part = |key: &str, text: String| {
        if !text.trim().is_empty() {
            lines.push(format!("{}:\n{}", words.say(key), paragraph(2, &text)));
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

fn counts(words: &Words, stats: &TaskStats) -> String {
    let row = |(word, count): (&String, &u64)| vec![word.clone(), count.to_string()];
    let rows: Vec<_> = stats
        .by_type
        .iter()
        .map(row)
        .chain(stats.by_status.iter().map(row))
        .chain([vec![words.say("cli-tasks-total"), stats.total.to_string()]])
        .collect();
    columns(&rows)
}
