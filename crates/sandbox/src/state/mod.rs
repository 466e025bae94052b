//! What the service remembers, and how a task's life follows from it and the time.

mod life;
mod records;
mod store;

pub(crate) use life::{
    Course, Schedule, advance, available_credits, charge, estimate, held_credits, new_id, progress,
    queue_generation,
};
pub(crate) use records::{
    Asset, Batch, CREDITS_PER_SECOND, Decision, Fate, Flow, Formula, Mode, PlannedReel, Ports,
    Records, Rendered, Session, Source, Task, TaskKind, TaskStatus, Totals, User,
};
pub(crate) use store::{Store, StoreError};
