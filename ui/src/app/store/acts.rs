//! What the page does beyond drawing: ask the core, and say what came of it.

use contract::{Preferences, Refusal, ask};
use leptos::prelude::*;

use super::Store;
use crate::app::{Toast, ToastKind};
use crate::backend;

impl Store {
    /// Changes the settings, here at once and in the core after; taken back if the core refuses.
    pub fn set_preferences(self, change: impl FnOnce(&mut Preferences)) {
        let before = self.preferences.get_untracked();
        let mut wanted = before.clone();
        change(&mut wanted);
        if wanted == before {
            return;
        }
        self.preferences.set(wanted.clone());
        leptos::task::spawn_local(async move {
            match backend::ask(ask::SetPreferences {
                preferences: wanted,
            })
            .await
            {
                Ok(kept) => self.preferences.set(kept),
                Err(refusal) => {
                    self.preferences.set(before);
                    self.report(refusal);
                }
            }
        });
    }

    /// Asks the core for something whose answer is nothing or comes as an event; what it refuses
    /// is shown as trouble.
    pub fn tell<A: contract::Ask + 'static>(self, request: A) {
        leptos::task::spawn_local(async move {
            if let Err(refusal) = backend::ask(request).await {
                self.report(refusal);
            }
        });
    }

    /// Reads the service's characters anew.
    pub fn read_characters(self) {
        self.characters.read(ask::ListCharacters {});
    }

    /// Reads the service's products anew.
    pub fn read_products(self) {
        self.products.read(ask::ListProducts {});
    }

    /// Lets the person choose the folder for reels by the system's dialog.
    pub fn choose_reels_folder(self) {
        leptos::task::spawn_local(async move {
            match backend::ask(ask::ChooseReelsFolder {}).await {
                Ok(Some(folder)) => self.reels_folder.set(folder),
                Ok(None) => {}
                Err(refusal) => self.report(refusal),
            }
        });
    }

    /// Shows something that went wrong.
    pub fn report(self, refusal: Refusal) {
        self.trouble.set(Some(refusal.clone()));
        let shown = self.toasts.with_untracked(|toasts| {
            toasts
                .iter()
                .any(|t| t.kind == ToastKind::Trouble(refusal.clone()))
        });
        if !shown {
            self.toast(ToastKind::Trouble(refusal), String::new());
        }
    }

    /// Shows a short word that goes away by itself, and reads it out.
    pub fn toast(self, kind: ToastKind, text: String) {
        let number = self.toast_count.with_value(|count| count.wrapping_add(1));
        self.toast_count.set_value(number);
        self.toasts
            .update(|toasts| toasts.push(Toast { number, kind, text }));
    }

    /// Takes a toast away.
    pub fn dismiss(self, number: u32) {
        self.toasts
            .update(|toasts| toasts.retain(|toast| toast.number != number));
    }

    /// Has a sentence read out politely.
    pub fn announce(self, sentence: String) {
        self.announcement.set(sentence);
    }
}
