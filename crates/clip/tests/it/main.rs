//! What a person's file comes to: its facts, its verdict, and how little of it is read.

mod facts;
mod hostile;
mod identity;
mod paths;
mod reading;
mod support;
mod verdicts;
