//! The Riffkit and Hubfluencer services on loopback: what the demo, the tests and a new user run
//! against.
//!
//! It is written from the contract text alone and shares no code with the clients, so that a
//! misreading in a client shows. It keeps the contract's validation, limits, statuses, rate
//! limits and error shapes, remembers everything in one folder, renders real MP4 files, and can
//! be told to misbehave at one named point (see [`Fault`]).
//!
//! Nothing here leaves the machine: all of its listeners are bound to 127.0.0.1.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod books;
mod cast;
mod clock;
mod connection;
mod delivery;
mod faults;
mod filling;
mod hubfluencer;
mod lingering;
mod moment;
mod objects;
mod overlaps;
mod pages;
mod pictures;
mod range;
mod render;
mod rendering;
mod riffkit;
mod running;
mod server;
mod service;
mod setup;
mod signature;
mod sniff;
mod state;
mod storage;
mod stored;
mod tampering;
mod team;
mod templates;
mod traffic;

pub use books::{Books, ProductEntry, ProductUse, RequestEntry, RiffEntry, RiffSource};
pub use clock::{Clock, SystemClock};
pub use faults::{Distortion, Endpoint, Fault, Faults, UnknownEndpoint, UnknownFault};
pub use hubfluencer::{HubBooks, HubCharge};
pub use objects::{ObjectEntry, OpenUpload, PutEntry, StorageBooks};
pub use running::{Attachment, Running};
pub use server::Sandbox;
pub use setup::{Ffmpeg, Pace, Setup, StartError, UnknownPace};
pub use signature::NoRandomness;
pub use team::Team;
