//! What the service remembers, and how a task's life follows from it and the time.

mod fate;
mod freshness;
mod ledger;
mod life;
mod material;
mod past;
mod product;
mod records;
mod store;

pub(crate) use ledger::{Charge, charge, charges_of, first_of_day, spent_today};
pub(crate) use life::{
    Course, Schedule, advance, available_credits, estimate, held_credits, new_id, progress,
    queue_generation,
};
pub(crate) use material::{Material, MaterialKind};
pub(crate) use past::{Past, Wanted};
pub(crate) use product::{ContentPolicy, ImagePlace, Placed, Product, ProductImage, Visibility};
pub(crate) use records::{
    Asset, Batch, CREDITS_PER_SECOND, Decision, Fate, Flow, Formula, Mode, PlannedReel, Ports,
    Records, Rendered, Session, Source, Task, TaskKind, TaskStatus, Totals, User,
};
pub(crate) use store::{Store, StoreError};
