//! Moving bytes, whoever's they are: who may run (lanes), how fast (throttle), when again (backoff),
//! and how a person stops it (control); downloads in ranges that resume, and uploads in parts.
//!
//! It knows [`wire`] and no service. What a service means by its answers is said by the caller: a
//! [`Source`] of a download, a [`Setback`] of a part. Time, room on the disk and luck are passed in.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod backoff;
mod control;
mod download;
mod engine;
mod fault;
mod lanes;
mod network;
mod ports;
mod ranges;
mod record;
mod settings;
mod source;
mod throttle;
mod upload;

pub use backoff::{Backoff, Retries};
pub use control::{Control, Stopped, Wish};
pub use download::{Download, Whole};
pub use engine::Engine;
pub use fault::{Damage, Fault, PartFault};
pub use lanes::{Bounds, Lane, Lanes, Load, Priority, Ticket, TicketId};
pub use network::Network;
pub use ports::{Clock, Disk, SystemClock, SystemDisk};
pub use ranges::Ranges;
pub use record::{Ledger, NotKept, Pause, Progress, Record};
pub use settings::{Checkpoint, Settings};
pub use source::{Head, SNIFFED, Setback, Source};
pub use throttle::Throttle;
pub use upload::{Address, Parts, Upload};
