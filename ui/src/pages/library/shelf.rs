//! The library as the page knows it: what is looked for, what was heard of it, and where the person
//! is. Lives in the store, so that it is there when one comes back from a reel.

use contract::{
    AssetId, CreatedWindow, LibraryQuery, Millis, ReelPage, ReelSort, ReelView, Refusal,
    TemplateId, ask,
};
use leptos::prelude::*;

use crate::app::{Paged, Piece};
use crate::backend;
use crate::components::tiles::Slice;

const DAY: Millis = 24 * 60 * 60 * 1000;
/// Templates that are offered as a filter at most.
const MOST_TEMPLATES: usize = 200;

/// What the Library page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LibraryTab {
    /// Finished reels.
    #[default]
    Reels,
    /// What the person uploaded to be referred to.
    Material,
}

/// The library. Copy: parts of the page share it.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// What the page shows.
    pub tab: RwSignal<LibraryTab>,
    /// Whether the drawer of transfers is open.
    pub drawer: RwSignal<bool>,
    /// What is looked for. Change it by [`Shelf::look_for`].
    pub query: RwSignal<LibraryQuery>,
    /// What was heard of it.
    pub reels: Paged<ReelView>,
    /// Why these are what is kept here, and not what the service lists.
    pub kept_because: RwSignal<Option<Refusal>>,
    /// Templates that reels were made from, by name, as far as they were seen.
    pub templates: RwSignal<Vec<(String, TemplateId)>>,
}

impl Shelf {
    /// Nothing heard yet.
    pub fn new() -> Self {
        Self {
            tab: RwSignal::new(LibraryTab::Reels),
            drawer: RwSignal::new(false),
            query: RwSignal::new(LibraryQuery::default()),
            reels: Paged::new(|a, b| a.asset_id == b.asset_id),
            kept_because: RwSignal::new(None),
            templates: RwSignal::new(Vec::new()),
        }
    }

    /// Takes what is kept here, to be seen until the service has answered.
    pub fn fill(self, reels: Vec<ReelView>) {
        self.see_templates(&reels);
        self.reels.items.set(reels);
    }

    /// Looks for others.
    pub fn look_for(self, change: impl FnOnce(&mut LibraryQuery)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if query != self.query.get_untracked() {
            self.query.set(query);
            self.look();
        }
    }

    /// Somebody came to the page, or signed in or out: the list is read, or read again.
    pub fn visited(self) {
        if self.reels.heard.get_untracked() {
            self.again();
        } else {
            self.look();
        }
    }

    /// Reads the list's beginning anew, without moving the person.
    pub fn again(self) {
        let query = self.page(1);
        self.reels.again(ask::ListReels { query }, self.taken());
    }

    /// The window shows another part of the list.
    pub fn showing(self, drawn: Slice) {
        if self.reels.is_near_end(drawn) {
            self.more();
        }
    }

    /// Asks for what follows.
    pub fn more(self) {
        self.reels.more(
            |pages, _| ask::ListReels {
                query: self.page(pages + 1),
            },
            self.taken(),
        );
    }

    /// Takes up a reel that became known or changed.
    pub fn take(self, reel: &ReelView) {
        self.see_templates(std::slice::from_ref(reel));
        if self.reels.change(reel) {
            return;
        }
        let has_more = self.reels.has_more.get_untracked();
        let place = self.query.with_untracked(|query| {
            self.reels
                .items
                .with_untracked(|reels| place_of(query, reels, reel, has_more, backend::now_ms))
        });
        if let Some(index) = place {
            self.reels.insert(index, reel.clone());
        }
    }

    /// A reel is in the library no longer.
    pub fn leave(self, asset_id: &AssetId) {
        self.reels.remove(|reel| reel.asset_id == *asset_id);
    }

    /// The reels before and after one, in the order shown. Reactive.
    pub fn neighbours(self, current: &AssetId) -> (Option<AssetId>, Option<AssetId>) {
        self.reels.items.with(|reels| neighbours(reels, current))
    }

    fn look(self) {
        let query = self.page(1);
        self.reels.begin(ask::ListReels { query }, self.taken());
    }

    fn page(self, page: u32) -> LibraryQuery {
        LibraryQuery {
            page,
            ..self.query.get_untracked()
        }
    }

    fn taken(self) -> impl FnOnce(ReelPage) -> Piece<ReelView> {
        move |page| {
            self.see_templates(&page.reels);
            self.kept_because.set(page.kept_because);
            Piece {
                items: page.reels,
                has_more: page.has_more,
                total: page.total,
            }
        }
    }

    fn see_templates(self, reels: &[ReelView]) {
        let fresh: Vec<(String, TemplateId)> = self.templates.with_untracked(|known| {
            let mut fresh: Vec<(String, TemplateId)> = Vec::new();
            for reel in reels {
                if let (Some(id), Some(name)) = (&reel.template_id, &reel.template_name)
                    && !known.iter().chain(&fresh).any(|(_, other)| other == id)
                {
                    fresh.push((name.clone(), id.clone()));
                }
            }
            fresh
        });
        if !fresh.is_empty() {
            self.templates.update(|known| {
                known.extend(fresh);
                known.truncate(MOST_TEMPLATES);
                known.sort();
            });
        }
    }
}

/// Where a reel that was not in the list belongs; nowhere, where the query does not show it, or
/// where it is below what was heard. Lists by name take it up when they are read again.
fn place_of(
    query: &LibraryQuery,
    reels: &[ReelView],
    reel: &ReelView,
    has_more: bool,
    now: impl Fn() -> Millis,
) -> Option<usize> {
    if !shows(query, reel, now) {
        return None;
    }
    // The service has only just made what has no date.
    let made = |reel: &ReelView| reel.created_at.unwrap_or(Millis::MAX);
    let before = match query.sort {
        ReelSort::Newest => reels.iter().position(|other| made(other) < made(reel)),
        ReelSort::Oldest => reels.iter().position(|other| made(other) > made(reel)),
        ReelSort::Character | ReelSort::Product => return None,
    };
    before.or_else(|| (!has_more).then_some(reels.len()))
}

/// Whether a query shows a reel.
fn shows(query: &LibraryQuery, reel: &ReelView, now: impl Fn() -> Millis) -> bool {
    fn has<T: PartialEq>(wanted: &[T], has: Option<&T>) -> bool {
        wanted.is_empty() || has.is_some_and(|has| wanted.contains(has))
    }
    let since = match query.window {
        CreatedWindow::Ever => None,
        // The service's day is the one in UTC.
        CreatedWindow::Today => {
            let now = now();
            Some(now - now.rem_euclid(DAY))
        }
        CreatedWindow::Week => Some(now() - 7 * DAY),
        CreatedWindow::Month => Some(now() - 30 * DAY),
        CreatedWindow::Quarter => Some(now() - 90 * DAY),
    };
    let in_time = match (since, reel.created_at) {
        (Some(since), Some(made)) => made >= since,
        _ => true,
    };
    let by_whom = query.service.is_none_or(|service| service == reel.service);
    in_time
        && by_whom
        && has(&query.characters, reel.character_id.as_ref())
        && has(&query.products, reel.product_id.as_ref())
        && has(&query.templates, reel.template_id.as_ref())
        && matches(reel, &query.search)
}

fn matches(reel: &ReelView, search: &str) -> bool {
    let mut text = format!("{}\n{}", reel.title, reel.caption).to_lowercase();
    for tag in &reel.hashtags {
        text.push('\n');
        text.push_str(&tag.to_lowercase());
    }
    search
        .split_whitespace()
        .all(|word| text.contains(&word.to_lowercase()))
}

fn neighbours(reels: &[ReelView], current: &AssetId) -> (Option<AssetId>, Option<AssetId>) {
    let at = |index: usize| reels.get(index).map(|reel| reel.asset_id.clone());
    match reels.iter().position(|reel| reel.asset_id == *current) {
        None => (None, None),
        Some(index) => (index.checked_sub(1).and_then(at), at(index + 1)),
    }
}

#[cfg(test)]
mod tests {
    use contract::CharacterId;

    use super::*;
    use crate::pages::queue::samples::reel;

    const NOW: Millis = 100 * DAY;

    fn made(id: &str, at: Option<Millis>) -> ReelView {
        ReelView {
            created_at: at,
            ..reel(id, false)
        }
    }

    fn place(
        query: &LibraryQuery,
        reels: &[ReelView],
        reel: &ReelView,
        has_more: bool,
    ) -> Option<usize> {
        place_of(query, reels, reel, has_more, || NOW)
    }

    #[test]
    fn a_new_reel_takes_its_place_in_time() {
        let newest = LibraryQuery::default();
        let reels = [made("c", Some(30)), made("a", Some(10))];
        assert_eq!(place(&newest, &reels, &made("d", Some(40)), true), Some(0));
        assert_eq!(place(&newest, &reels, &made("n", None), true), Some(0));
        assert_eq!(place(&newest, &reels, &made("b", Some(20)), true), Some(1));
        let oldest = LibraryQuery {
            sort: ReelSort::Oldest,
            ..newest
        };
        let reels = [made("a", Some(10)), made("c", Some(30))];
        assert_eq!(place(&oldest, &reels, &made("b", Some(20)), true), Some(1));
    }

    #[test]
    fn what_lies_below_what_was_heard_comes_with_its_own_piece() {
        let reels = [made("c", Some(30))];
        let old = made("a", Some(10));
        let query = LibraryQuery::default();
        assert_eq!(place(&query, &reels, &old, true), None);
        assert_eq!(place(&query, &reels, &old, false), Some(1));
    }

    #[test]
    fn a_reel_that_the_query_does_not_show_stays_away() {
        let mut mia = made("a", Some(NOW));
        mia.character_id = Some(CharacterId::from("mia"));
        let of = |name: &str| LibraryQuery {
            characters: vec![CharacterId::from(name)],
            ..LibraryQuery::default()
        };
        assert!(shows(&of("mia"), &mia, || NOW));
        assert!(!shows(&of("caden"), &mia, || NOW));
        let week = LibraryQuery {
            window: CreatedWindow::Week,
            ..LibraryQuery::default()
        };
        assert!(!shows(&week, &made("b", Some(NOW - 8 * DAY)), || NOW));
        assert!(shows(&week, &made("b", None), || NOW));
    }

    #[test]
    fn every_word_must_be_somewhere_whatever_its_case_and_script() {
        let mut one = made("a", None);
        one.caption = "One Shake, 摇一下".to_owned();
        one.hashtags = vec!["#OatMilk".to_owned()];
        assert!(matches(&one, "#OATMILK shake"));
        assert!(matches(&one, "摇一下"));
        assert!(!matches(&one, "shake tea"));
    }

    #[test]
    fn neighbours_follow_what_is_shown() {
        let reels = ["a", "b", "c"].map(|id| made(id, None));
        let id = |id: &str| Some(AssetId::from(id));
        assert_eq!(neighbours(&reels, &AssetId::from("b")), (id("a"), id("c")));
        assert_eq!(neighbours(&reels, &AssetId::from("a")).0, None);
        assert_eq!(neighbours(&reels, &AssetId::from("x")), (None, None));
    }
}
