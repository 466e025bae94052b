//! The sandbox, judged from outside by the contract's text: every test is an HTTP client.

// A test that can't go on is to stop right there.
#![allow(clippy::unwrap_used, missing_docs)]

mod bench;
mod hub_bench;

mod approval;
mod assets;
mod billing;
mod characters;
mod document;
mod download;
mod endpoint_faults;
mod faults;
mod hub_account;
mod hub_autopilot;
mod hub_document;
mod hub_editor;
mod hub_footage;
mod hub_images;
mod hub_multipart;
mod hub_objects;
mod hub_render;
mod hub_scenes;
mod hub_shorts;
mod hub_sliders;
mod hub_slides;
mod hub_uploads;
mod life;
mod moving_faults;
mod order;
mod past;
mod pipeline;
mod placement;
mod product_images;
mod products;
mod render;
mod restart;
mod session;
mod sign_in;
mod strict;
mod tasks;
mod team;
mod templates;
mod usage;
