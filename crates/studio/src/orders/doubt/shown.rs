//! What the person is shown of a look: what it could be, or that it is nowhere.

use contract::{Candidate, DoubtSearch, Millis, TaskKind, TaskStatus};

use super::Look;
use super::matching::Batch;
use crate::tasks;

/// The batch of this id among those that were listed.
pub(super) fn batch<'a>(look: &'a Look, batch_id: &str) -> Option<&'a Batch> {
    let mut batches = look.listed.batches.iter();
    batches.find(|batch| batch.batch_id == batch_id)
}

/// The batches that only the person can choose from, in this order.
pub(super) fn several(look: &Look, batches: &[String]) -> DoubtSearch {
    // From the service's clock to ours.
    let order = &look.doubtful.order;
    let shift = look.window.left - order.sealed_at.unwrap_or(look.window.left);
    let batches = batches.iter().filter_map(|id| batch(look, id));
    DoubtSearch::Several {
        candidates: batches.map(|batch| candidate(look, batch, shift)).collect(),
    }
}

/// Nothing of the whole lists fits, later than anything ever does, by a look that began then.
pub(super) fn missing(look: &Look, began: Millis) -> DoubtSearch {
    let order = &look.doubtful.order;
    let left = order.sealed_at.or(order.sent_at);
    DoubtSearch::NotTaken {
        missing_for: began - left.unwrap_or(order.created_at),
    }
}

fn candidate(look: &Look, batch: &Batch, shift: Millis) -> Candidate {
    let told = |read: fn(&riffkit::Task) -> Option<&String>| {
        batch.tasks.iter().find_map(|task| read(task).cloned())
    };
    let listed = || {
        let template = look.listed.facts.templates.get(batch.formula_id()?)?;
        Some(template.name.clone()).filter(|name| !name.is_empty())
    };
    Candidate {
        batch_id: batch.batch_id.clone(),
        created_at: batch.began().map(|began| began - shift),
        template_name: told(|task| task.formula_name.as_ref()).or_else(listed),
        direction: told(|task| task.content_anchor.as_ref()),
        tasks: u32::try_from(batch.tasks.len()).unwrap_or(u32::MAX),
        status: furthest(batch),
    }
}

/// Where the furthest task stands: a generation is further than an analysis, and what has an output
/// than what has none.
fn furthest(batch: &Batch) -> TaskStatus {
    let rank = |status: &TaskStatus| match status {
        TaskStatus::Completed => 4,
        TaskStatus::Running => 3,
        TaskStatus::Other(_) => 2,
        TaskStatus::Queued => 1,
        TaskStatus::Failed | TaskStatus::Dead | TaskStatus::Cancelled => 0,
    };
    let views = batch.tasks.iter().map(tasks::view);
    views
        .max_by_key(|view| (view.kind != TaskKind::Analyze, rank(&view.status)))
        .map_or(TaskStatus::Queued, |view| view.status)
}
