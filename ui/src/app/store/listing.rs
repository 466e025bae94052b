//! A short list of the service, read whole, as it was last heard.

use contract::{Ask, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::backend;

/// The list. Copy: parts of the page share it.
pub struct Listing<T: Send + Sync + 'static> {
    /// What was heard last. `None`: nothing yet.
    pub items: RwSignal<Option<Vec<T>>>,
    /// Whether it is being asked for.
    pub loading: RwSignal<bool>,
    /// Why the last look failed. What was heard before stays.
    pub refusal: RwSignal<Option<Refusal>>,
    /// Counts what was forgotten: an answer from before that is nobody's.
    turn: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Listing<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Listing<T> {}

impl<T: Clone + Send + Sync + 'static> Listing<T> {
    /// Nothing heard yet.
    pub(super) fn new() -> Self {
        Self {
            items: RwSignal::new(None),
            loading: RwSignal::new(false),
            refusal: RwSignal::new(None),
            turn: RwSignal::new(0),
        }
    }

    /// Asks the service, unless that is being done.
    pub(super) fn read<A: Ask<Answer = Vec<T>> + 'static>(self, request: A) {
        if self.loading.get_untracked() {
            return;
        }
        self.loading.set(true);
        let turn = self.turn.get_untracked();
        spawn_local(async move {
            let answer = backend::ask(request).await;
            if self.turn.get_untracked() != turn {
                return;
            }
            self.loading.set(false);
            match answer {
                Ok(items) => {
                    self.items.set(Some(items));
                    self.refusal.set(None);
                }
                Err(refusal) => self.refusal.set(Some(refusal)),
            }
        });
    }

    /// Takes up one thing that changed, where the list was heard.
    pub(super) fn put(self, item: T, same: impl Fn(&T, &T) -> bool) {
        if self.items.with_untracked(Option::is_none) {
            return;
        }
        self.items.update(|items| {
            let Some(items) = items else { return };
            match items.iter_mut().find(|other| same(other, &item)) {
                Some(other) => *other = item,
                None => items.insert(0, item),
            }
        });
    }

    /// Forgets all of it.
    pub(super) fn forget(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.loading.set(false);
        self.refusal.set(None);
        self.items.set(None);
    }
}
