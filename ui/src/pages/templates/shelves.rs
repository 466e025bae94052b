//! What was heard of the service's list, page by page, and what has to be asked for next. Pure.

use std::collections::BTreeMap;
use std::ops::Range;

use contract::{TEMPLATES_PAGE, TemplatePage, TemplateView};

use crate::pages::wording::whole;

/// Templates on a page of the service's list.
pub const PAGE: usize = TEMPLATES_PAGE as usize;

/// The most pages that are kept. What is far from the window is forgotten and asked for again.
pub const MOST_PAGES: usize = 40;

/// The part of the list that was heard. Pages may be missing anywhere: whoever jumps to the end
/// does not have to wait for what lies between.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelves {
    pages: BTreeMap<usize, Shelf>,
    total: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
struct Shelf {
    templates: Vec<TemplateView>,
    /// Heard before the person came here this time.
    is_old: bool,
}

impl Shelves {
    /// How many there are in all, by the service's last word. `None`: it said none yet.
    pub fn total(&self) -> Option<usize> {
        self.total
    }

    /// The template at a place of the list, where it was heard.
    pub fn get(&self, index: usize) -> Option<&TemplateView> {
        self.pages.get(&(index / PAGE))?.templates.get(index % PAGE)
    }

    /// Everything that was heard, in the list's order.
    pub fn heard(&self) -> impl Iterator<Item = &TemplateView> {
        self.pages.values().flat_map(|shelf| &shelf.templates)
    }

    /// Takes the answer to the question for a page, and lets go of pages far from it where there are too many.
    pub fn put(&mut self, page: usize, answer: TemplatePage) {
        self.total = Some(whole(answer.total));
        self.pages.insert(
            page,
            Shelf {
                templates: answer.templates,
                is_old: false,
            },
        );
        // A list that became shorter has no pages behind its end.
        let end = whole(answer.total).div_ceil(PAGE).max(1);
        self.pages.retain(|page, _| *page < end);
        while self.pages.len() > MOST_PAGES {
            let farthest = self.pages.keys().copied().max_by_key(|p| p.abs_diff(page));
            let Some(farthest) = farthest else { break };
            self.pages.remove(&farthest);
        }
    }

    /// Takes up what changed about one template.
    pub fn change(&mut self, news: &TemplateView) {
        let all = self
            .pages
            .values_mut()
            .flat_map(|shelf| &mut shelf.templates);
        for template in all.filter(|template| template.template_id == news.template_id) {
            template.clone_from(news);
        }
    }

    /// From now on everything counts as heard long ago: it is shown, and asked for again.
    pub fn grow_old(&mut self) {
        self.pages
            .values_mut()
            .for_each(|shelf| shelf.is_old = true);
    }

    /// The page to ask for next, so that these places can be shown: what lies in them first, then
    /// the page that follows. Pages that were only passed by are never asked for.
    pub fn wanted(&self, shown: &Range<usize>) -> Option<usize> {
        let Some(total) = self.total else {
            return Some(0);
        };
        let last = total.saturating_sub(1) / PAGE;
        let first = (shown.start / PAGE).min(last);
        let end = (shown.end.saturating_sub(1) / PAGE).clamp(first, last);
        let ahead = (end + 1).min(last);
        (first..=ahead).find(|page| self.pages.get(page).is_none_or(|shelf| shelf.is_old))
    }
}

#[cfg(test)]
mod tests {
    use contract::TemplateId;

    use super::*;
    use crate::pages::templates::samples::template;

    fn answer(page: usize, total: u64) -> TemplatePage {
        let first = page * PAGE;
        let end = (first + PAGE).min(whole(total));
        TemplatePage {
            templates: (first..end).map(|n| template(&n.to_string())).collect(),
            total,
            offset: u32::try_from(first).expect("small"),
        }
    }

    fn id(shelves: &Shelves, index: usize) -> Option<String> {
        shelves.get(index).map(|t| t.template_id.to_string())
    }

    #[test]
    fn the_beginning_is_asked_for_first_and_then_what_is_seen_and_what_follows() {
        let mut shelves = Shelves::default();
        assert_eq!(shelves.wanted(&(0..0)), Some(0));
        shelves.put(0, answer(0, 10_000));
        assert_eq!(shelves.wanted(&(0..30)), Some(1), "one page ahead");
        shelves.put(1, answer(1, 10_000));
        assert_eq!(shelves.wanted(&(0..30)), None);
        assert_eq!(
            shelves.wanted(&(9_970..10_000)),
            Some(166),
            "a jump to the end"
        );
        shelves.put(166, answer(166, 10_000));
        assert_eq!(shelves.wanted(&(9_970..10_000)), None);
        assert_eq!(id(&shelves, 9_999).as_deref(), Some("9999"));
        assert_eq!(id(&shelves, 5_000), None);
    }

    #[test]
    fn what_grew_old_is_shown_and_asked_for_again() {
        let mut shelves = Shelves::default();
        shelves.put(0, answer(0, 20));
        shelves.grow_old();
        assert_eq!(id(&shelves, 7).as_deref(), Some("7"));
        assert_eq!(shelves.wanted(&(0..20)), Some(0));
        shelves.put(0, answer(0, 20));
        assert_eq!(shelves.wanted(&(0..20)), None);
    }

    #[test]
    fn an_empty_list_is_asked_for_once() {
        let mut shelves = Shelves::default();
        shelves.put(0, answer(0, 0));
        assert_eq!((shelves.total(), shelves.wanted(&(0..0))), (Some(0), None));
    }

    #[test]
    fn a_list_that_became_shorter_forgets_what_lay_behind_its_end() {
        let mut shelves = Shelves::default();
        shelves.put(3, answer(3, 240));
        shelves.put(0, answer(0, 100));
        assert_eq!(id(&shelves, 190), None);
        assert_eq!(shelves.total(), Some(100));
    }

    #[test]
    fn no_more_pages_are_kept_than_are_needed_and_the_nearest_stay() {
        let mut shelves = Shelves::default();
        for page in 0..60 {
            shelves.put(page, answer(page, 10_000));
        }
        assert_eq!(shelves.heard().count(), MOST_PAGES * PAGE);
        assert!(shelves.get(59 * PAGE).is_some() && shelves.get(0).is_none());
    }

    #[test]
    fn news_of_a_template_change_it_where_it_stands() {
        let mut shelves = Shelves::default();
        shelves.put(0, answer(0, 60));
        let mut news = template("5");
        news.name = "Another".to_owned();
        shelves.change(&news);
        let changed = shelves.get(5).expect("heard");
        assert_eq!(
            (&changed.template_id, changed.name.as_str()),
            (&TemplateId::from("5"), "Another")
        );
    }
}
