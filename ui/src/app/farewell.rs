//! What the page says when it failed: a sentence and a way on, instead of a picture that no longer
//! moves.

use contract::{Language, NextStep};
use words::Words;

use crate::backend::{self, Farewell};

/// Has a panic told to the person, in the language that the page had.
pub fn tell_of_panics() {
    backend::on_panic(|tag| {
        let words = Words::of(Language::nearest(tag));
        Farewell {
            sentence: words.say("page-stopped"),
            again: words.next(NextStep::TryAgain),
        }
    });
}
