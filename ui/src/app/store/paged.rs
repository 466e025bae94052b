//! A long list of the service, read piece by piece as somebody comes near its end.

use contract::{Ask, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::backend;
use crate::components::tiles::{Place, Slice};

/// Things left below what is drawn when the next piece is asked for.
const AHEAD: usize = 30;

/// A piece of a list, as an answer holds it.
pub struct Piece<T> {
    /// The things.
    pub items: Vec<T>,
    /// Whether more may follow.
    pub has_more: bool,
    /// How many there are in all, where it is known.
    pub total: Option<u64>,
}

/// The list, as far as it was heard. Copy: parts of the page share it.
pub struct Paged<T: Send + Sync + 'static> {
    /// What was heard, in order.
    pub items: RwSignal<Vec<T>>,
    /// How many there are in all, where it is known.
    pub total: RwSignal<Option<u64>>,
    /// Whether more may follow.
    pub has_more: RwSignal<bool>,
    /// Whether a piece is being asked for.
    pub loading: RwSignal<bool>,
    /// Whether an answer came since the list was begun.
    pub heard: RwSignal<bool>,
    /// Why the last piece could not be heard. Nothing more is asked by itself until then.
    pub refusal: RwSignal<Option<Refusal>>,
    /// Where the person is in it.
    pub place: RwSignal<Place>,
    /// Counts the lists: an answer to an earlier one's question is nobody's.
    pub turn: RwSignal<u32>,
    /// Pieces that were heard.
    pieces: StoredValue<u32>,
    /// Whether two are the same thing.
    same: StoredValue<fn(&T, &T) -> bool>,
}

impl<T: Send + Sync + 'static> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Paged<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Paged<T> {
    /// Nothing heard yet. `same` says whether two are the same thing, perhaps changed.
    pub fn new(same: fn(&T, &T) -> bool) -> Self {
        Self {
            items: RwSignal::new(Vec::new()),
            total: RwSignal::new(None),
            has_more: RwSignal::new(false),
            loading: RwSignal::new(false),
            heard: RwSignal::new(false),
            refusal: RwSignal::new(None),
            place: RwSignal::new(Place::default()),
            turn: RwSignal::new(0),
            pieces: StoredValue::new(0),
            same: StoredValue::new(same),
        }
    }

    /// Begins another list. What was heard of the one before stays in sight until the answer.
    pub fn begin<A: Ask + 'static>(
        self,
        request: A,
        piece: impl FnOnce(A::Answer) -> Piece<T> + 'static,
    ) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.place.set(Place::default());
        self.pieces.set_value(0);
        self.heard.set(false);
        self.ask(request, move |list, answer| {
            let piece = piece(answer);
            list.pieces.set_value(1);
            list.items.set(piece.items);
            list.has_more.set(piece.has_more);
            list.total.set(piece.total);
        });
    }

    /// Asks for the next piece, unless one is being asked for or none follows. The request is made
    /// from how many pieces and how many things were heard.
    pub fn more<A: Ask + 'static>(
        self,
        request: impl FnOnce(u32, usize) -> A,
        piece: impl FnOnce(A::Answer) -> Piece<T> + 'static,
    ) {
        if self.loading.get_untracked() || !self.has_more.get_untracked() {
            return;
        }
        let (pieces, heard) = (self.pieces.get_value(), self.items.with_untracked(Vec::len));
        self.ask(request(pieces, heard), move |list, answer| {
            let piece = piece(answer);
            let same = list.same.get_value();
            list.pieces.set_value(pieces + 1);
            // A list that promises more and gives nothing would be asked for ever.
            list.has_more.set(piece.has_more && !piece.items.is_empty());
            list.items.update(|items| append(items, piece.items, same));
            if piece.total.is_some() {
                list.total.set(piece.total);
            }
        });
    }

    /// Reads the list's beginning again and keeps what was heard below it. The person stays where
    /// they are.
    pub fn again<A: Ask + 'static>(
        self,
        request: A,
        piece: impl FnOnce(A::Answer) -> Piece<T> + 'static,
    ) {
        if self.loading.get_untracked() {
            return;
        }
        self.ask(request, move |list, answer| {
            let piece = piece(answer);
            let same = list.same.get_value();
            let (items, kept) = list
                .items
                .with_untracked(|before| renewed(before, piece.items, same));
            if kept == 0 {
                list.pieces.set_value(1);
                list.has_more.set(piece.has_more);
            }
            list.total.set(piece.total);
            if list.items.with_untracked(|before| *before != items) {
                list.items.set(items);
            }
        });
    }

    /// Whether what is drawn comes so near to the end that the next piece is wanted.
    pub fn is_near_end(self, drawn: Slice) -> bool {
        self.refusal.with_untracked(Option::is_none)
            && self.has_more.get_untracked()
            && drawn.end + AHEAD >= self.items.with_untracked(Vec::len)
    }

    /// Takes up one that changed. Whether it was in the list.
    pub fn change(self, item: &T) -> bool {
        let same = self.same.get_value();
        let found = self.items.with_untracked(|items| {
            items
                .iter()
                .position(|other| same(other, item))
                .map(|index| (index, items[index] == *item))
        });
        match found {
            None => false,
            Some((_, true)) => true,
            Some((index, false)) => {
                self.items.update(|items| {
                    if let Some(place) = items.get_mut(index) {
                        *place = item.clone();
                    }
                });
                true
            }
        }
    }

    /// Puts a new one into the list.
    pub fn insert(self, index: usize, item: T) {
        self.items
            .update(|items| items.insert(index.min(items.len()), item));
        self.total.update(|total| {
            if let Some(total) = total {
                *total += 1;
            }
        });
    }

    /// Takes what is no longer there out of the list.
    pub fn remove(self, is_gone: impl Fn(&T) -> bool) {
        let before = self.items.with_untracked(Vec::len);
        if !self
            .items
            .with_untracked(|items| items.iter().any(&is_gone))
        {
            return;
        }
        self.items
            .update(|items| items.retain(|item| !is_gone(item)));
        let gone = before - self.items.with_untracked(Vec::len);
        self.total.update(|total| {
            if let Some(total) = total {
                *total = total.saturating_sub(gone as u64);
            }
        });
    }

    /// Forgets all of it: the next to sign in may be somebody else.
    pub fn forget(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.loading.set(false);
        self.heard.set(false);
        self.refusal.set(None);
        self.has_more.set(false);
        self.total.set(None);
        self.place.set(Place::default());
        self.items.set(Vec::new());
    }

    fn ask<A: Ask + 'static>(self, request: A, take: impl FnOnce(Self, A::Answer) + 'static) {
        let turn = self.turn.get_untracked();
        self.loading.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            let answer = backend::ask(request).await;
            if self.turn.get_untracked() != turn {
                return;
            }
            if !self.heard.get_untracked() {
                backend::mark(backend::LIST_HEARD);
            }
            self.loading.set(false);
            match answer {
                Ok(answer) => take(self, answer),
                Err(refusal) => {
                    // What is in sight is another list's, not an answer to this question.
                    if !self.heard.get_untracked() {
                        self.items.set(Vec::new());
                        self.total.set(None);
                        self.has_more.set(false);
                    }
                    self.refusal.set(Some(refusal));
                }
            }
            self.heard.set(true);
        });
    }
}

/// Adds a piece; what moved into it since the piece before is not shown twice.
fn append<T>(items: &mut Vec<T>, piece: Vec<T>, same: fn(&T, &T) -> bool) {
    // Things move by a few places only: looking at the list's end is enough.
    let seam = items.len().saturating_sub(piece.len() + AHEAD);
    for item in piece {
        if !items[seam..].iter().any(|other| same(other, &item)) {
            items.push(item);
        }
    }
}

/// The list with a new beginning, and how many of it were kept: those below the place where the new
/// beginning ends. Where it ends nowhere in the old list, nothing of that is kept.
fn renewed<T: Clone>(before: &[T], fresh: Vec<T>, same: fn(&T, &T) -> bool) -> (Vec<T>, usize) {
    let seam = fresh
        .last()
        .and_then(|last| before.iter().position(|other| same(other, last)));
    let mut items = fresh;
    let mut kept = 0;
    if let Some(seam) = seam {
        for item in &before[seam + 1..] {
            if !items.iter().any(|other| same(other, item)) {
                items.push(item.clone());
                kept += 1;
            }
        }
    }
    (items, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name and version.
    type Thing = (&'static str, u32);

    fn same(a: &Thing, b: &Thing) -> bool {
        a.0 == b.0
    }

    #[test]
    fn what_moved_into_the_next_piece_is_not_shown_twice() {
        let mut items = vec![("a", 1), ("b", 1)];
        append(&mut items, vec![("b", 1), ("c", 1)], same);
        assert_eq!(items, [("a", 1), ("b", 1), ("c", 1)]);
    }

    #[test]
    fn a_new_beginning_keeps_what_lies_below_it() {
        let before = [("b", 1), ("c", 1), ("gone", 1), ("d", 1), ("e", 1)];
        let (items, kept) = renewed(&before, vec![("a", 1), ("b", 2), ("c", 1), ("d", 1)], same);
        assert_eq!(items, [("a", 1), ("b", 2), ("c", 1), ("d", 1), ("e", 1)]);
        assert_eq!(kept, 1);
    }

    #[test]
    fn a_beginning_that_meets_nothing_old_is_all_there_is() {
        let (items, kept) = renewed(&[("y", 1), ("z", 1)], vec![("a", 1), ("b", 1)], same);
        assert_eq!((items, kept), (vec![("a", 1), ("b", 1)], 0));
    }

    #[test]
    fn what_changed_is_changed_in_its_place_and_forgotten_is_forgotten() {
        let owner = Owner::new();
        owner.with(|| {
            let list = Paged::new(same);
            list.items.set(vec![("a", 1), ("b", 1)]);
            list.total.set(Some(9));
            assert!(list.change(&("b", 2)));
            assert!(!list.change(&("c", 1)));
            list.insert(1, ("c", 1));
            assert_eq!(list.items.get_untracked(), [("a", 1), ("c", 1), ("b", 2)]);
            assert_eq!(list.total.get_untracked(), Some(10));
            list.forget();
            assert!(list.items.with_untracked(Vec::is_empty));
            assert_eq!(list.turn.get_untracked(), 1);
        });
    }
}
