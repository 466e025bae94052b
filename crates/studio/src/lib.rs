//! The core: sign-in, intake, orders, watch, library and transfers, with its journal and its ports.
//!
//! Fronts open one [`Studio`] and call it; its answers come back as [`contract::Event`]s through
//! the sink that they gave. Nothing here knows a window, a terminal or a language.

mod activity;
mod batch;
mod catalogue;
mod contract_version;
mod deployment;
mod diagnostics;
mod direction;
mod documents;
mod extraction;
mod failure;
mod files;
mod home;
mod hubfluencer;
mod intake;
mod journal;
mod library;
mod link;
mod links;
mod lock;
mod news;
mod orders;
mod pictures;
pub mod ports;
mod preferences;
mod products;
mod reading;
mod references;
mod server;
mod service_clock;
mod session;
mod speed;
mod spending;
mod studio;
mod tasks;
mod traffic;
mod transfers;
mod turns;
mod usage;
pub mod vault;
mod watch;

pub use home::Home;
pub use intake::check_file;
pub use library::MediaStream;
pub use preferences::{JsonPreferences, PREFERENCES_KEY};
pub use server::{GivenToken, HubAccess, Server};
pub use studio::{AutoSave, Setup, Studio};
