//! The service's templates as the page knows them: what is looked for, what was heard of it, and
//! where the person is in the list. Lives in the store, so that it is there when one comes back.

use contract::{Refusal, TEMPLATES_PAGE, TemplateQuery, TemplateView, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::shelves::{PAGE, Shelves};
use crate::backend;
use crate::components::tiles::{Place, Slice};

/// The list. Copy: parts of the page share it.
#[derive(Clone, Copy)]
pub struct Catalogue {
    /// What is looked for. Change it by [`Catalogue::look_for`].
    query: RwSignal<TemplateQuery>,
    /// What was heard of it.
    pub shelves: RwSignal<Shelves>,
    /// Whether a page is being asked for.
    pub loading: RwSignal<bool>,
    /// Why the last page could not be heard. Until [`Catalogue::again`] nothing more is asked.
    pub refusal: RwSignal<Option<Refusal>>,
    /// Where the person is.
    pub place: RwSignal<Place>,
    /// Tags that were seen on templates, or typed, the most frequent first.
    pub tags: RwSignal<Vec<String>>,
    /// Counts the lists: an answer to an earlier one's question is nobody's.
    turn: RwSignal<u32>,
    /// What the window shows.
    shown: RwSignal<Slice>,
}

/// Tags that are offered at most.
const MOST_TAGS: usize = 14;

impl Catalogue {
    /// Nothing heard yet.
    pub fn new() -> Self {
        Self {
            query: RwSignal::new(TemplateQuery::default()),
            shelves: RwSignal::new(Shelves::default()),
            loading: RwSignal::new(false),
            refusal: RwSignal::new(None),
            place: RwSignal::new(Place::default()),
            tags: RwSignal::new(Vec::new()),
            turn: RwSignal::new(0),
            shown: RwSignal::new(Slice::default()),
        }
    }

    /// What is looked for. Reactive.
    pub fn query(self) -> TemplateQuery {
        self.query.get()
    }

    /// Looks for something else. What was heard of the other list is let go.
    pub fn look_for(self, change: impl FnOnce(&mut TemplateQuery)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if query == self.query.get_untracked() {
            return;
        }
        self.query.set(query);
        self.begin();
    }

    /// Forgets all of it: the next to sign in may be somebody else.
    pub fn forget(self) {
        self.query.set(TemplateQuery::default());
        self.tags.set(Vec::new());
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.let_go();
    }

    /// Somebody came to the page: what was heard is shown, and heard again.
    pub fn visited(self) {
        self.shelves.update(Shelves::grow_old);
        self.again();
    }

    /// Asks again after a failure.
    pub fn again(self) {
        self.refusal.set(None);
        self.ask_for_what_is_missing();
    }

    /// The window shows another part of the list.
    pub fn showing(self, slice: Slice) {
        self.shown.set(slice);
        self.ask_for_what_is_missing();
    }

    /// Takes up what changed about one template.
    pub fn change(self, news: &TemplateView) {
        let is_known = self
            .shelves
            .with_untracked(|shelves| shelves.heard().any(|t| t.template_id == news.template_id));
        if is_known {
            self.shelves.update(|shelves| shelves.change(news));
        }
    }

    fn begin(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.let_go();
        self.ask_for_what_is_missing();
    }

    fn let_go(self) {
        self.shelves.set(Shelves::default());
        self.loading.set(false);
        self.refusal.set(None);
        self.place.set(Place::default());
        self.shown.set(Slice::default());
    }

    /// One page at a time: what is wanted is looked at anew after each, so that pages which were
    /// only scrolled past are never asked for.
    fn ask_for_what_is_missing(self) {
        if self.loading.get_untracked() || self.refusal.with_untracked(Option::is_some) {
            return;
        }
        let shown = self.shown.get_untracked();
        let wanted = self
            .shelves
            .with_untracked(|shelves| shelves.wanted(&(shown.first..shown.end)));
        let Some(page) = wanted else { return };
        let Ok(offset) = u32::try_from(page * PAGE) else {
            return;
        };
        let query = TemplateQuery {
            limit: TEMPLATES_PAGE,
            offset,
            ..self.query.get_untracked()
        };
        let turn = self.turn.get_untracked();
        self.loading.set(true);
        spawn_local(async move {
            let answer = backend::ask(ask::ListTemplates { query }).await;
            if self.turn.get_untracked() != turn {
                return;
            }
            if self
                .shelves
                .with_untracked(|shelves| shelves.total().is_none())
            {
                backend::mark(backend::LIST_HEARD);
            }
            self.loading.set(false);
            match answer {
                Ok(answer) => {
                    self.shelves.update(|shelves| shelves.put(page, answer));
                    self.see_tags();
                    self.ask_for_what_is_missing();
                }
                Err(refusal) => self.refusal.set(Some(refusal)),
            }
        });
    }

    fn see_tags(self) {
        let chosen = self.query.with_untracked(|query| query.tags.clone());
        let seen = self.shelves.with_untracked(|shelves| {
            frequent(
                shelves
                    .heard()
                    .flat_map(|t| t.tags.iter().map(String::as_str)),
                MOST_TAGS,
            )
        });
        self.tags
            .update(|tags| *tags = offered(&chosen, tags, &seen, MOST_TAGS));
    }
}

/// The most frequent words, the most frequent first, alphabetically where they are even.
fn frequent<'a>(words: impl Iterator<Item = &'a str>, most: usize) -> Vec<String> {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for word in words.filter(|word| !word.trim().is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    let mut counted: Vec<_> = counts.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted
        .into_iter()
        .take(most)
        .map(|(word, _)| word.to_owned())
        .collect()
}

/// The tags to offer: what is offered already keeps its place, so that nothing moves under the
/// pointer; what is chosen is always there.
fn offered(chosen: &[String], before: &[String], seen: &[String], most: usize) -> Vec<String> {
    let mut all: Vec<String> = before.to_vec();
    for tag in chosen.iter().chain(seen) {
        let has_room = all.len() < most || chosen.contains(tag);
        if has_room && !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use contract::TemplateSort;

    use super::*;

    #[test]
    fn frequent_tags_come_first_and_ties_are_in_order() {
        let words = ["b", "a", "c", "a", "b", "", "a"];
        assert_eq!(frequent(words.into_iter(), 2), ["a", "b"]);
    }

    #[test]
    fn offered_tags_do_not_move_and_the_chosen_are_among_them() {
        let text = |words: &[&str]| -> Vec<String> {
            words.iter().map(|word| (*word).to_owned()).collect()
        };
        let before = text(&["hook", "food"]);
        assert_eq!(
            offered(
                &text(&["mine"]),
                &before,
                &text(&["food", "new", "more"]),
                4
            ),
            ["hook", "food", "mine", "new"]
        );
        assert_eq!(
            offered(&text(&["mine"]), &before, &[], 2),
            ["hook", "food", "mine"]
        );
    }

    #[test]
    fn another_question_is_another_list_at_its_beginning() {
        let owner = Owner::new();
        owner.with(|| {
            let catalogue = Catalogue::new();
            // As if a page were being asked for, so that the test asks nothing.
            catalogue.loading.set(true);
            catalogue.place.set(Place {
                scroll_top: 900.0,
                index: 12,
                was_opened: true,
            });
            catalogue.look_for(|_| {});
            assert_eq!(catalogue.turn.get_untracked(), 0, "the same question");
            catalogue
                .refusal
                .set(Some(Refusal::new(contract::Code::Offline)));
            catalogue
                .query
                .update(|query| query.sort = TemplateSort::Newest);
            catalogue.forget();
            assert_eq!(catalogue.turn.get_untracked(), 1);
            assert_eq!(catalogue.place.get_untracked(), Place::default());
            assert_eq!(catalogue.refusal.get_untracked(), None);
            assert_eq!(catalogue.query.get_untracked(), TemplateQuery::default());
        });
    }
}
