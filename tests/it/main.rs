//! The core against the sandbox, from the person's side: one process, both on one clock of ours.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod harness;

mod accounts;
mod activity;
mod delivery;
mod direction;
mod doubt;
mod doubt_unsure;
mod hub_assists;
mod hub_carousels;
mod hub_editor;
mod hub_footage;
mod hub_images;
mod hub_newer;
mod hub_results;
mod hub_shorts;
mod hub_steps;
mod hub_steps_lost;
mod hub_watch;
mod library;
mod news;
mod orders;
mod plans;
mod plans_beside;
mod products;
mod races;
mod references;
mod restart;
mod retries;
mod secrets;
mod sign_in;
mod spending;
mod tasks;
mod templates;
mod transfers;
mod usage;
mod vanished;
mod watch;
