//! What one carousel's page knows beside the carousel itself.

use std::collections::BTreeMap;

use contract::{
    CarouselBrief, CarouselStatus, CarouselView, ProjectKey, ProjectKind, ProjectView, Refusal,
    SlideView, SlideWords, hub_ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::wording::change;
use crate::app::Store;
use crate::backend;
use crate::components::hub::Autosave;
use crate::pages::projects::known;

/// The page's state. Copy: its parts share it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The carousel.
    pub carousel: Memo<Option<CarouselView>>,
    /// Its brief, which saves itself while the service takes changes of it.
    pub form: Autosave<CarouselBrief>,
    /// Its name.
    pub slug: StoredValue<String>,
    /// The slide that is looked at, by its place in the row.
    pub place: RwSignal<usize>,
    /// Words of slides that are not at the service yet, by position.
    pub typed: RwSignal<BTreeMap<u32, SlideWords>>,
    /// Whether the slide's words are being changed.
    pub editing: RwSignal<bool>,
    /// Whether a free change is on its way.
    pub busy: RwSignal<bool>,
    /// Why the last free change was not made.
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Desk {
    /// The state of a carousel's page. Words that were typed and not sent come back.
    pub fn new(store: Store, slug: String) -> Self {
        let carousel = store.hub.carousel(slug.clone());
        let desk = Self {
            carousel,
            form: form(store, slug.clone(), carousel),
            slug: StoredValue::new(slug.clone()),
            place: RwSignal::new(0),
            typed: RwSignal::new(kept(&slug)),
            editing: RwSignal::new(false),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
        };
        Effect::new(move |_| desk.typed.with(|typed| keep(&slug, typed)));
        desk
    }

    /// The carousel's key.
    pub fn key(self) -> ProjectKey {
        ProjectKey::new(ProjectKind::Carousel, self.slug.get_value())
    }

    /// Something of the carousel; its default while it is not known. Reactive.
    pub fn of<T: Default>(self, pick: impl FnOnce(&CarouselView) -> T) -> T {
        self.carousel
            .with(|carousel| carousel.as_ref().map(pick))
            .unwrap_or_default()
    }

    /// What was said of it, as the service has it.
    pub fn brief(self) -> Signal<CarouselBrief> {
        Signal::derive(move || self.of(|c| c.brief.clone()))
    }

    /// Whether its slides' words and look can be changed now: it is finished, and nothing is on its
    /// way. Reactive.
    pub fn can_edit(self) -> bool {
        self.of(|c| c.status == CarouselStatus::Completed) && !self.busy.get()
    }

    /// The slide that is looked at. Reactive.
    pub fn slide(self) -> Option<SlideView> {
        self.of(|c| c.slides.get(self.place.get()).cloned())
    }

    /// A slide's words as the person has them. Reactive.
    pub fn words_of(self, slide: &SlideView) -> SlideView {
        let typed = self
            .typed
            .with(|typed| typed.get(&slide.position).cloned())
            .unwrap_or_default();
        with_words(slide, &typed)
    }

    /// Changes what the person has of the slide that is looked at.
    pub fn type_words(self, change: impl FnOnce(&mut SlideWords)) {
        let Some(slide) = untrack(|| self.slide()) else {
            return;
        };
        self.refusal.set(None);
        self.typed.update(|typed| {
            let mut words = typed.remove(&slide.position).unwrap_or_default();
            change(&mut words);
            let words = without_same(words, &slide);
            if words != SlideWords::default() {
                typed.insert(slide.position, words);
            }
        });
    }

    /// Gives up what the person typed for a slide.
    pub fn drop_words(self, position: u32) {
        self.refusal.set(None);
        self.typed.update(|typed| {
            typed.remove(&position);
        });
        self.editing.set(false);
    }

    /// Sends a slide's words. Free.
    pub fn save_words(self, store: Store, position: u32) {
        let words = self
            .typed
            .with_untracked(|typed| typed.get(&position).cloned());
        let Some(words) = words.filter(|words| words.faults().is_empty()) else {
            return;
        };
        let slug = self.slug.get_value();
        let ask = hub_ask::EditSlide {
            slug,
            position,
            words: words.clone(),
        };
        self.send(store, ask, move || {
            self.typed.try_update(|typed| {
                // What was typed on while it was on its way stays.
                if typed.get(&position) == Some(&words) {
                    typed.remove(&position);
                }
            });
            self.editing.try_set(false);
        });
    }

    /// Sends a free change, one at a time.
    pub fn send<A>(self, store: Store, ask: A, done: impl FnOnce() + 'static)
    where
        A: contract::Ask<Answer = CarouselView> + 'static,
    {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            let answer = backend::ask(ask).await;
            self.busy.try_set(false);
            match answer {
                Ok(view) => {
                    done();
                    store
                        .hub
                        .take_project(ProjectView::Carousel(Box::new(view)));
                }
                Err(refusal) => {
                    self.refusal.try_set(Some(refusal));
                }
            }
        });
    }
}

fn form(
    store: Store,
    slug: String,
    carousel: Memo<Option<CarouselView>>,
) -> Autosave<CarouselBrief> {
    let heard = carousel.with_untracked(|c| c.as_ref().map(|c| c.brief.clone()));
    let name = format!("carousel-{slug}");
    let form = Autosave::new(name, heard.unwrap_or_default(), move |before, after| {
        let slug = slug.clone();
        async move {
            known(store, ProjectKind::Carousel, &slug)?;
            let change = change(&before, &after);
            let view = backend::ask(hub_ask::EditCarousel { slug, change }).await?;
            let brief = view.brief.clone();
            store
                .hub
                .take_project(ProjectView::Carousel(Box::new(view)));
            Ok(brief)
        }
    });
    Effect::new(move |_| {
        if let Some(brief) = carousel.with(|c| c.as_ref().map(|c| c.brief.clone())) {
            form.heard(brief);
        }
    });
    form
}

/// A slide with the words that were typed for it.
fn with_words(slide: &SlideView, typed: &SlideWords) -> SlideView {
    let or =
        |typed: &Option<String>, heard: &String| typed.clone().unwrap_or_else(|| heard.clone());
    SlideView {
        headline: or(&typed.headline, &slide.headline),
        body: or(&typed.body, &slide.body),
        kicker: or(&typed.kicker, &slide.kicker),
        ..slide.clone()
    }
}

/// Typed words without those that the slide has anyway.
fn without_same(words: SlideWords, slide: &SlideView) -> SlideWords {
    SlideWords {
        headline: words.headline.filter(|text| *text != slide.headline),
        body: words.body.filter(|text| *text != slide.body),
        kicker: words.kicker.filter(|text| *text != slide.kicker),
    }
}

fn kept(slug: &str) -> BTreeMap<u32, SlideWords> {
    backend::kept(&format!("slides-{slug}"))
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

fn keep(slug: &str, typed: &BTreeMap<u32, SlideWords>) {
    let name = format!("slides-{slug}");
    if typed.is_empty() {
        backend::forget(&name);
    } else if let Ok(text) = serde_json::to_string(typed) {
        backend::keep(&name, &text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::carousel;
    use super::*;

    #[test]
    fn words_typed_back_to_what_they_were_are_nothing_to_send() {
        let mut slide = carousel("c", CarouselStatus::Completed, 1).slides.remove(0);
        slide.headline = "One shake".to_owned();
        let typed = SlideWords {
            headline: Some("One shake".to_owned()),
            body: Some("No machine".to_owned()),
            kicker: None,
        };
        let left = without_same(typed, &slide);
        assert_eq!(left.headline, None);
        let shown = with_words(&slide, &left);
        assert_eq!(
            (shown.headline.as_str(), shown.body.as_str()),
            ("One shake", "No machine")
        );
    }

    #[test]
    fn an_emptied_text_is_a_change() {
        let mut slide = carousel("c", CarouselStatus::Completed, 1).slides.remove(0);
        slide.kicker = "Today".to_owned();
        let typed = SlideWords {
            kicker: Some(String::new()),
            ..SlideWords::default()
        };
        assert_eq!(without_same(typed.clone(), &slide), typed);
        assert_eq!(with_words(&slide, &typed).kicker, "");
    }
}
