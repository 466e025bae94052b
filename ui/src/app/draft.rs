//! The words of a plan that is not ordered yet outlive the window: whoever closes it in the middle
//! of a thought finds the thought again. The source is not kept: a file has to be chosen anew.

use contract::Plan;
use leptos::prelude::*;

use super::Store;
use crate::backend;

const NAME: &str = "draft";

/// Takes up the words of the last run, and keeps those of this one.
pub(super) fn keep(store: Store) {
    if let Some(words) = backend::kept(NAME).as_deref().and_then(read) {
        store.plan.set(words);
    }
    let words = Memo::new(move |_| store.plan.with(written));
    Effect::new(move |_| match words.get() {
        Some(text) => backend::keep(NAME, &text),
        None => backend::forget(NAME),
    });
}

/// The words of a plan, or none where there is nothing to lose.
fn written(plan: &Plan) -> Option<String> {
    if plan.direction.is_empty() && plan.hint.is_empty() {
        return None;
    }
    let words = Plan {
        source: None,
        ..plan.clone()
    };
    serde_json::to_string(&words).ok()
}

/// What an older or newer version wrote and this one can't read is none.
fn read(text: &str) -> Option<Plan> {
    let words: Plan = serde_json::from_str(text).ok()?;
    Some(Plan {
        source: None,
        ..words
    })
}

#[cfg(test)]
mod tests {
    use contract::Source;

    use super::*;

    #[test]
    fn the_words_come_back_without_the_source() {
        let plan = Plan {
            source: Some(Source::Link {
                url: "https://vm.tiktok.com/Z1".to_owned(),
                agreed_host: None,
            }),
            language: "es".to_owned(),
            direction: "foam in one pour ☕".to_owned(),
            ..Plan::default()
        };
        let back = written(&plan).as_deref().and_then(read).expect("kept");
        assert_eq!(
            back,
            Plan {
                source: None,
                ..plan
            }
        );
    }

    #[test]
    fn nothing_written_is_nothing_kept_and_damage_is_nothing_read() {
        assert_eq!(written(&Plan::default()), None);
        assert_eq!(read("{ broken"), None);
    }
}
