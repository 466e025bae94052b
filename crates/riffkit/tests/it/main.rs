//! The typed API against recorded answers, and against the sandbox.

#![allow(clippy::unwrap_used, missing_docs)]

mod anomalies;
mod answers;
mod axis;
mod catalogue;
mod errors;
mod hostile;
mod mangled;
mod orders;
mod products;
mod recorded;
mod requests;
mod sandbox;
mod service;
mod shapes;
mod sign_in;
mod wild;
