//! Carrying a scene to another place: by the pointer, and by the keys.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use super::order::{self, Motion};
use super::wording;
use crate::backend;
use crate::pages::editor::desk::Desk;

/// A scene on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Where it stood, from 0.
    pub from: usize,
    /// Where it would stand if it were let go now.
    pub to: usize,
}

/// Carrying in one list. Copy: its rows share it.
#[derive(Clone, Copy)]
pub struct Carry {
    /// The scene that the pointer carries.
    pub carried: RwSignal<Option<Carried>>,
    /// The list, whose rows say where things are.
    pub list: NodeRef<html::Ol>,
    desk: Desk,
}

impl Carry {
    /// Nothing is carried yet.
    pub fn new(desk: Desk) -> Self {
        Self {
            carried: RwSignal::new(None),
            list: NodeRef::new(),
            desk,
        }
    }

    /// The pointer went down on a grip.
    pub fn take_up(self, event: &PointerEvent, place: usize) {
        if backend::hold_pointer(event) {
            self.carried.set(Some(Carried {
                from: place,
                to: place,
            }));
        }
    }

    /// The pointer moved.
    pub fn follow(self, event: &PointerEvent) {
        let Some(carried) = self.carried.get_untracked() else {
            return;
        };
        let Some(list) = self.list.get_untracked() else {
            return;
        };
        let y = f64::from(event.client_y());
        backend::scroll_near_edge(&list, y);
        let to = order::place_under(y, carried.from, &backend::extents(&list));
        if to != carried.to {
            self.carried.set(Some(Carried { to, ..carried }));
        }
    }

    /// The pointer let go.
    pub fn put_down(self) {
        if let Some(carried) = self.carried.get_untracked() {
            self.carried.set(None);
            self.put(carried.from, carried.to);
        }
    }

    /// It is not carried after all.
    pub fn leave(self) {
        self.carried.set(None);
    }

    /// A key on a grip: the arrows, Home and End carry the scene; Esc gives a drag up.
    pub fn key_on_grip(self, event: &KeyboardEvent, place: usize) {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let motion = match event.key().as_str() {
            "ArrowUp" | "ArrowLeft" => Motion::Earlier,
            "ArrowDown" | "ArrowRight" => Motion::Later,
            "Home" => Motion::First,
            "End" => Motion::Last,
            "Escape" if self.carried.with_untracked(Option::is_some) => {
                self.leave();
                event.prevent_default();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        self.shift(place, motion);
    }

    /// A key anywhere in a row: Alt with an arrow carries the scene.
    pub fn key_in_row(self, event: &KeyboardEvent, place: usize) {
        if !event.alt_key() || event.ctrl_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let motion = match event.key().as_str() {
            "ArrowUp" => Motion::Earlier,
            "ArrowDown" => Motion::Later,
            _ => return,
        };
        event.prevent_default();
        self.shift(place, motion);
    }

    /// Moves a scene one step; the focus goes with it.
    pub fn shift(self, place: usize, motion: Motion) {
        let count = self.desk.order().len();
        if let Some(to) = motion.from(place, count) {
            self.put(place, to);
        }
    }

    fn put(self, from: usize, to: usize) {
        let before = untrack(|| self.desk.order());
        if from == to || from >= before.len() {
            return;
        }
        let store = self.desk.store;
        let sentence = wording::moved_sentence(&store.words(), from, to, before.len());
        self.desk.reorder(order::moved(&before, from, to));
        store.announce(sentence);
        // A row that is drawn elsewhere loses the focus on its way.
        backend::focus_after_drawing(format!("[data-grip='{to}']"));
    }
}
