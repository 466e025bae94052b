//! A task's life, reckoned from the records and the time.
//!
//! There is no worker: whenever somebody looks, [`advance`] replays in their order all the starts
//! and ends that fell due since the last look. So a restart forgets nothing, and a test that moves
//! its clock sees what would have happened meanwhile. Only the rendering is real work; a task
//! whose reel isn't rendered yet stays at 99 %.

use serde_json::json;
use uuid::Uuid;

use super::{
    Asset, Batch, Fate, PlannedReel, Records, Task, TaskKind, TaskStatus, charge, fate, freshness,
    records::CREDITS_PER_SECOND,
};
use crate::{faults::Faults, moment::Millis, render::captions::Captions, setup::Pace};

/// Tasks that run at the same time; the others are queued (contract: 10).
pub(crate) const CONCURRENCY: usize = 10;

/// How the life of a riff is divided at a pace.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schedule {
    /// From submit to the start of the first task.
    pub(crate) queue_ms: Millis,
    /// Length of the analysis.
    pub(crate) analyze_ms: Millis,
    /// From one task's end to the start of the chained one.
    pub(crate) chain_ms: Millis,
    /// Length of the generation.
    pub(crate) generate_ms: Millis,
    /// Until a product's image has its description.
    pub(crate) caption_ms: Millis,
}

impl Schedule {
    /// Divides a pace: a little queueing, a third of analysis, the rest generation.
    pub(crate) fn of(pace: Pace) -> Self {
        let whole = Millis::try_from(pace.whole().as_millis()).unwrap_or(Millis::MAX / 100);
        let part = |hundredths: Millis| whole * hundredths / 100;
        Self {
            queue_ms: part(5),
            analyze_ms: part(30),
            chain_ms: part(5),
            generate_ms: part(60),
            caption_ms: part(10),
        }
    }
}

/// What [`advance`] needs beside the records.
pub(crate) struct Course<'a> {
    pub(crate) now: Millis,
    pub(crate) schedule: Schedule,
    pub(crate) faults: &'a Faults,
    pub(crate) captions: &'a Captions,
    pub(crate) topup_url: &'a str,
}

enum Due {
    Start(usize, Millis),
    End(usize, Millis),
}

/// Replays everything that fell due until now. True where an end is overdue only because its reel
/// isn't rendered yet.
pub(crate) fn advance(records: &mut Records, course: &Course<'_>) -> bool {
    // While all places are taken, the next start is the moment at which one is given back.
    let mut freed: Millis = 0;
    while let Some(due) = next_due(records, course.now, freed) {
        match due {
            Due::Start(place, at) => start(records, place, at, course),
            Due::End(place, at) => {
                if running(records) >= CONCURRENCY {
                    freed = at;
                }
                end(records, place, at, course);
            }
        }
    }
    records
        .tasks
        .iter()
        .any(|task| task_end(task).is_some_and(|end| end <= course.now))
}

fn running(records: &Records) -> usize {
    records
        .tasks
        .iter()
        .filter(|task| task.status == TaskStatus::Running)
        .count()
}

fn task_end(task: &Task) -> Option<Millis> {
    (task.status == TaskStatus::Running).then(|| task.started.unwrap_or(task.ready) + task.run_ms)
}

fn next_due(records: &Records, now: Millis, freed: Millis) -> Option<Due> {
    let end = records
        .tasks
        .iter()
        .enumerate()
        .filter_map(|(place, task)| Some((place, possible_end(records, task)?)))
        .min_by_key(|(_, at)| *at)
        .filter(|(_, at)| *at <= now);
    let start = (running(records) < CONCURRENCY)
        .then(|| {
            records
                .tasks
                .iter()
                .enumerate()
                .filter(|(_, task)| task.status == TaskStatus::Queued)
                .map(|(place, task)| (place, task.ready.max(freed)))
                .min_by_key(|(_, at)| *at)
                .filter(|(_, at)| *at <= now)
        })
        .flatten();
    match (start, end) {
        (Some((place, at)), Some((_, ended))) if at <= ended => Some(Due::Start(place, at)),
        (_, Some((place, at))) => Some(Due::End(place, at)),
        (Some((place, at)), None) => Some(Due::Start(place, at)),
        (None, None) => None,
    }
}

/// When a running task ends; none while its reel is still being rendered. A late one ends at its
/// planned time all the same, so that a test's clock decides and not the computer's speed.
fn possible_end(records: &Records, task: &Task) -> Option<Millis> {
    let end = task_end(task)?;
    match (&task.asset_id, task.fate) {
        (Some(asset), Fate::Complete) if !records.rendered.contains_key(asset) => None,
        _ => Some(end),
    }
}

fn start(records: &mut Records, place: usize, at: Millis, course: &Course<'_>) {
    let Some(task) = records.tasks.get_mut(place) else {
        return;
    };
    task.status = TaskStatus::Running;
    task.started = Some(at);
    task.fate = fate::of(task, course.faults);
    task.run_ms = task.run_ms * task.fate.share() / 100;
}

fn end(records: &mut Records, place: usize, at: Millis, course: &Course<'_>) {
    let Some(task) = records.tasks.get_mut(place) else {
        return;
    };
    task.finished = Some(at);
    task.error = task.fate.error().map(str::to_owned);
    match task.fate {
        Fate::Fail | Fate::FailSeedance | Fate::FailProductImage => {
            task.status = TaskStatus::Failed;
        }
        Fate::FailLate => {
            task.status = TaskStatus::Failed;
            let task = task.clone();
            rendered_for_nothing(records, &task, at);
        }
        Fate::FailStaleTemplate => {
            task.status = TaskStatus::Failed;
            let batch_id = task.batch_id.clone();
            freshness::outdate(records, &batch_id);
        }
        Fate::Die => task.status = TaskStatus::Dead,
        Fate::Complete | Fate::NoBalance => {
            task.status = TaskStatus::Completed;
            let task = task.clone();
            match task.kind {
                TaskKind::Analyze => analyzed(records, &task, at, course),
                TaskKind::Pipeline => generated(records, &task, at, course),
            }
        }
    }
}

/// A generation has failed after its video was rendered: its seconds are charged all the same.
fn rendered_for_nothing(records: &mut Records, task: &Task, at: Millis) {
    let batch = records.batch(&task.batch_id);
    let formula = batch.and_then(|batch| records.formula(&batch.formula_id));
    let credits = estimate(formula.and_then(|formula| formula.source_ms));
    charge(records, &task.id, at, credits * 1000 / CREDITS_PER_SECOND);
}

/// An analysis has completed: the template is ready, and the generation is chained to it.
fn analyzed(records: &mut Records, task: &Task, at: Millis, course: &Course<'_>) {
    if let Some(formula_id) = &task.refreshes {
        return freshness::refreshed(records, &task.id, formula_id);
    }
    let Some(batch) = records.batch(&task.batch_id).cloned() else {
        return;
    };
    if let Some(formula) = records
        .formulas
        .iter_mut()
        .find(|formula| formula.id == batch.formula_id)
    {
        formula.analyzed = true;
        formula.name = course.captions.template_name(&batch);
    }
    let required = required_credits(records, &batch);
    let available = available_credits(records);
    let mut result = json!({ "formula_id": batch.formula_id });
    if task.fate == Fate::NoBalance || available < required {
        result["auto_generate_error"] = json!("insufficient_credits");
        result["insufficient_credits"] = json!({
            "error": "insufficient_credits",
            "required_credits": required,
            "available_credits": available.min(required - 1).max(0),
            "topup_url": course.topup_url,
        });
    } else {
        queue_generation(records, &batch, at, at + course.schedule.chain_ms, course);
    }
    if let Some(task) = records.tasks.iter_mut().find(|known| known.id == task.id) {
        task.result = Some(result);
    }
}

/// Queues the generation tasks of a batch.
pub(crate) fn queue_generation(
    records: &mut Records,
    batch: &Batch,
    created: Millis,
    ready: Millis,
    course: &Course<'_>,
) {
    for PlannedReel {
        task_id,
        asset_id,
        character_id,
    } in &batch.planned
    {
        records.tasks.push(Task {
            id: task_id.clone(),
            batch_id: batch.id.clone(),
            refreshes: None,
            kind: TaskKind::Pipeline,
            status: TaskStatus::Queued,
            asset_id: Some(asset_id.clone()),
            character_id: character_id.clone(),
            created,
            ready,
            started: None,
            run_ms: course.schedule.generate_ms,
            finished: None,
            fate: Fate::Complete,
            failing: 0,
            error: None,
            result: None,
        });
    }
    if let Some(formula) = records
        .formulas
        .iter_mut()
        .find(|formula| formula.id == batch.formula_id)
    {
        formula.used += 1;
    } else if records.templates.get(&batch.formula_id).is_some() {
        let uses = records.template_uses.entry(batch.formula_id.clone());
        *uses.or_default() += 1;
    }
}

/// A generation has completed: the reel is there, and its seconds are charged.
fn generated(records: &mut Records, task: &Task, at: Millis, course: &Course<'_>) {
    let (Some(batch), Some(asset_id)) = (records.batch(&task.batch_id).cloned(), &task.asset_id)
    else {
        return;
    };
    let duration_ms = records
        .rendered
        .get(asset_id)
        .map_or(0, |reel| reel.duration_ms);
    charge(records, &task.id, at, duration_ms);
    let words = course.captions.of(&batch);
    records.assets.push(Asset {
        id: asset_id.clone(),
        name: words.name,
        batch_id: batch.id.clone(),
        task_id: task.id.clone(),
        formula_id: batch.formula_id.clone(),
        character_id: task.character_id.clone(),
        caption: words.caption,
        hashtags: words.hashtags,
        language: batch.language.clone(),
        created: at,
        product_id: batch
            .placed
            .as_ref()
            .map(|placed| placed.product_id.clone()),
        // Putting the direction's words on the picture is the post-processing.
        has_raw: !batch.content_anchor.trim().is_empty(),
    });
    if let Some(task) = records.tasks.iter_mut().find(|known| known.id == task.id) {
        task.result = Some(json!({ "asset_id": asset_id }));
    }
}

/// Credits that a batch will need: the source's length, at most 15 s, for each of its reels.
pub(crate) fn required_credits(records: &Records, batch: &Batch) -> i64 {
    let source_ms = records
        .formula(&batch.formula_id)
        .and_then(|formula| formula.source_ms);
    let reels = i64::try_from(batch.planned.len()).unwrap_or(1);
    estimate(source_ms) * reels
}

/// Credits that one reel from a source of this length is expected to cost.
pub(crate) fn estimate(source_ms: Option<Millis>) -> i64 {
    source_ms.unwrap_or(15_000).clamp(1_000, 15_000) * CREDITS_PER_SECOND / 1000
}

/// Credits that open generation tasks hold.
pub(crate) fn held_credits(records: &Records) -> i64 {
    records
        .tasks
        .iter()
        .filter(|task| task.kind == TaskKind::Pipeline)
        .filter(|task| matches!(task.status, TaskStatus::Queued | TaskStatus::Running))
        .map(|task| {
            let source_ms = records
                .batch(&task.batch_id)
                .and_then(|batch| records.formula(&batch.formula_id))
                .and_then(|formula| formula.source_ms);
            estimate(source_ms)
        })
        .sum()
}

/// Credits that a new riff may use.
pub(crate) fn available_credits(records: &Records) -> i64 {
    (records.credits - held_credits(records)).max(0)
}

/// How far a task is, 0 to 100.
pub(crate) fn progress(task: &Task, now: Millis) -> i64 {
    match task.status {
        TaskStatus::Queued => 0,
        TaskStatus::Completed => 100,
        TaskStatus::Running | TaskStatus::Failed | TaskStatus::Dead | TaskStatus::Cancelled => {
            let Some(started) = task.started else {
                return 0;
            };
            let until = task.finished.unwrap_or(now);
            let share = task.fate.share();
            ((until - started).max(0) * share / task.run_ms.max(1)).clamp(0, 99)
        }
    }
}

/// A new id, opaque to clients.
pub(crate) fn new_id() -> String {
    Uuid::new_v4().simple().to_string()
}
