//! A real window, driven with real clicks and keys against the sandbox.
//!
//! `cargo xtask test` runs these on a display that nobody sees; without
//! `REELWRIGHT_WINDOW_TESTS` each says that it was skipped.

#![cfg(target_os = "linux")]

mod harness;

mod doubt;
mod from_template;
mod hub_assists;
mod hub_autopilot;
mod hub_carousel;
mod hub_editor;
mod hub_footage;
mod hub_scope;
mod hub_short;
mod hub_steps;
mod intake;
mod keyboard;
mod library;
mod limits;
mod lists;
mod looks;
mod main_job;
mod pictures;
mod pictures_hub;
mod pictures_money;
mod pictures_service;
mod restart;
mod sign_in;
mod states;
mod steps;
mod tasks;
mod transfers;
mod trouble;
mod usage;
