//! One thing of the service, as it was last heard.

use contract::{Ask, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::backend;

/// What was asked for, for as long as the page that asked is there. Copy.
pub struct Asked<T: Send + Sync + 'static> {
    /// What was heard last. `None`: nothing yet.
    pub value: RwSignal<Option<T>>,
    /// Whether it is being asked for.
    pub loading: RwSignal<bool>,
    /// Why the last question was not answered. What was heard before stays.
    pub refusal: RwSignal<Option<Refusal>>,
    /// Counts the questions: only the last one's answer counts.
    turn: StoredValue<u32>,
}

impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Asked<T> {}

impl<T: Clone + Send + Sync + 'static> Asked<T> {
    /// Nothing heard yet.
    pub fn new() -> Self {
        Self {
            value: RwSignal::new(None),
            loading: RwSignal::new(false),
            refusal: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// Asks. An answer to an earlier question that comes later is nobody's.
    pub fn ask<A: Ask<Answer = T> + 'static>(self, request: A) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.loading.set(true);
        spawn_local(async move {
            let answer = backend::ask(request).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match answer {
                Ok(value) => {
                    self.refusal.set(None);
                    self.value.set(Some(value));
                }
                Err(refusal) => self.refusal.set(Some(refusal)),
            }
            self.loading.set(false);
        });
    }

    /// Forgets all of it: the next to sign in may be somebody else.
    pub fn forget(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.loading.set(false);
        self.refusal.set(None);
        self.value.set(None);
    }

    /// Whether it was not asked for yet.
    pub fn is_unasked(self) -> bool {
        self.value.with_untracked(Option::is_none) && !self.loading.get_untracked()
    }

    /// Whether nothing was heard and nothing went wrong yet.
    pub fn is_awaited(self) -> bool {
        self.value.with(Option::is_none) && self.refusal.with(Option::is_none)
    }
}
