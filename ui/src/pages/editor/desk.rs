//! One ad on the work surface: what is asked for it, what is on its way, and what came of it.

use std::collections::HashMap;

use contract::{
    Ask, Assist, AssistAnswer, EditorView, Event, HubEvent, Media, ProjectKey, ProjectKind,
    ProjectView, Refusal, Step, hub_ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::panels::Shown;
use super::parts::Draft;
use super::scenes::{Enhanced, order};
use crate::app::Store;
use crate::backend;

/// Something that was asked for an ad, so that its place on the page can say how it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// Reading it.
    Look,
    /// The scenes' order.
    Order,
    /// A new scene.
    Add,
    /// A scene's words.
    Prompt(String),
    /// Taking a scene away.
    Delete(String),
    /// Better words for a scene.
    Enhance(String),
    /// Bringing a scene back.
    Undo,
    /// A video for a scene.
    Reuse,
    /// The scene that could come next.
    Suggest,
    /// The look and the length.
    Style,
    /// Writing a scenario.
    WriteScenario,
    /// The scenario's words.
    Scenario,
    /// Making scenes of the scenario.
    Apply,
    /// Writing what the voice says.
    WriteNarration,
    /// What the voice says.
    Narration,
    /// What the music could be like.
    SuggestMusic,
    /// Where the product is seen.
    Placement,
    /// How the logo stands.
    Logo,
    /// A clip, by its name here.
    Clip(String),
}

/// What a video is being chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picking {
    /// A scene of its own, at the end.
    NewScene,
    /// This scene.
    Scene(String),
}

/// A scene that was taken away and can be brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// What brings it back.
    pub back: Back,
    /// Where it stood, from 0.
    pub place: usize,
}

/// What brings a scene back.
#[derive(Clone, Debug, PartialEq)]
pub enum Back {
    /// A scene of these words, which was not made yet.
    Prompt(String),
    /// The person's clip.
    Clip(String),
}

/// The ad that is looked at. Copy: parts of the page share it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The ad, as it was last heard.
    pub ad: Memo<Option<EditorView>>,
    /// The video that is being chosen.
    pub picking: RwSignal<Option<Picking>>,
    /// What plays over the page.
    pub playing: RwSignal<Option<Media>>,
    /// The scene that the person is asked about before it goes.
    pub deleting: RwSignal<Option<String>>,
    /// The scene that went last.
    pub removed: RwSignal<Option<Removed>>,
    /// The next scene that was suggested.
    pub proposal: RwSignal<Option<String>>,
    /// What assists made of scenes' words, by the scene.
    pub enhanced: RwSignal<HashMap<String, Enhanced>>,
    /// The scenario, as it is typed.
    pub scenario: Draft,
    /// What the voice says, as it is typed.
    pub narration: Draft,
    /// What the music is to be like, as it is typed.
    pub music: Draft,
    /// The voice's id, as it is typed.
    pub voice_id: Draft,
    /// Whether the person goes step by step, so that the two ways are no longer offered.
    pub by_hand: RwSignal<bool>,
    /// What the panel beside the scenes shows.
    pub shown: RwSignal<Shown>,
    /// The order that was asked for, until the service has it.
    pub wanted: RwSignal<Option<Vec<String>>>,
    /// The page's state.
    pub store: Store,
    slug: StoredValue<String>,
    busy: RwSignal<Vec<Work>>,
    refusals: RwSignal<Vec<(Work, Refusal)>>,
}

impl Desk {
    /// The desk of one ad.
    pub fn new(store: Store, slug: String) -> Self {
        let ad = store.hub.editor(slug.as_str());
        let draft = |part: &str, of: fn(&EditorView) -> String| {
            let name = format!("ad-{slug}-{part}");
            Draft::of(name, move || ad.with(|ad| ad.as_ref().map(of)))
        };
        let is_by_hand = store
            .hub
            .by_hand
            .with_untracked(|chosen| chosen.as_ref() == Some(&slug));
        Self {
            ad,
            picking: RwSignal::new(None),
            playing: RwSignal::new(None),
            deleting: RwSignal::new(None),
            removed: RwSignal::new(None),
            proposal: RwSignal::new(None),
            enhanced: RwSignal::new(HashMap::new()),
            scenario: draft("scenario", |ad| ad.scenario_prompt.clone()),
            narration: draft("narration", |ad| ad.narration_script.clone()),
            music: draft("music", |ad| ad.music_prompt.clone()),
            voice_id: draft("voice", |ad| ad.brief.voice_id.clone().unwrap_or_default()),
            by_hand: RwSignal::new(is_by_hand),
            shown: RwSignal::new(Shown::Story),
            wanted: RwSignal::new(None),
            store,
            slug: StoredValue::new(slug),
            busy: RwSignal::new(Vec::new()),
            refusals: RwSignal::new(Vec::new()),
        }
    }

    /// The service's name of the ad.
    pub fn slug(self) -> String {
        self.slug.get_value()
    }

    /// The ad among the service's projects.
    pub fn key(self) -> ProjectKey {
        ProjectKey::new(ProjectKind::Editor, self.slug())
    }

    /// The film's shape, as a style has it. Reactive.
    pub fn ratio(self) -> String {
        let ratio = self.of(None, |ad| ad.brief.export_aspect_ratio.clone());
        super::standing::css_ratio(ratio.as_deref())
    }

    /// Something of the ad as it is now; `otherwise` before it was heard. Reactive.
    pub fn of<T>(self, otherwise: T, part: impl FnOnce(&EditorView) -> T) -> T {
        self.ad.with(|ad| ad.as_ref().map_or(otherwise, part))
    }

    /// The same without following it.
    pub fn of_untracked<T>(self, otherwise: T, part: impl FnOnce(&EditorView) -> T) -> T {
        self.ad
            .with_untracked(|ad| ad.as_ref().map_or(otherwise, part))
    }

    /// The ids of the scenes in the order to be shown.
    pub fn order(self) -> Vec<String> {
        self.wanted.with(|wanted| {
            self.of(Vec::new(), |ad| {
                order::arranged(&ad.scenes, wanted.as_deref())
            })
        })
    }

    /// Whether something is on its way. Reactive.
    pub fn is_busy(self, work: &Work) -> bool {
        self.busy.with(|busy| busy.contains(work))
    }

    /// Why something was not done. Reactive.
    pub fn refusal(self, work: &Work) -> Option<Refusal> {
        self.refusals.with(|all| {
            all.iter()
                .find(|(of, _)| of == work)
                .map(|(_, why)| why.clone())
        })
    }

    /// Takes a refusal away.
    pub fn forgive(self, work: &Work) {
        self.refusals
            .update(|all| all.retain(|(other, _)| other != work));
    }

    /// Asks about a paying step: the sheet over the page says what it costs.
    pub fn pay(self, step: Step) {
        self.store.hub.steps.open(step);
    }

    /// Reads the ad anew.
    pub fn look(self) {
        let project = self.key();
        self.ask(Work::Look, hub_ask::GetProject { project }, move |view| {
            self.heard(view);
        });
    }

    /// Has a free change made.
    pub fn edit<A>(self, work: Work, request: A)
    where
        A: Ask<Answer = EditorView> + 'static,
    {
        self.edit_then(work, request, |_| {});
    }

    /// Has a free change made, and goes on with the ad as it is then.
    pub fn edit_then<A>(self, work: Work, request: A, done: impl FnOnce(&EditorView) + 'static)
    where
        A: Ask<Answer = EditorView> + 'static,
    {
        self.ask(work, request, move |ad: EditorView| {
            let whole = ad.clone();
            self.heard(ProjectView::Editor(Box::new(ad)));
            done(&whole);
        });
    }

    /// Takes a step that costs an assist.
    pub fn assist(
        self,
        work: Work,
        assist: Assist,
        done: impl FnOnce(Option<String>, Option<EditorView>) + 'static,
    ) {
        self.ask(
            work,
            hub_ask::RunAssist { assist },
            move |answer: AssistAnswer| {
                let ad = match &answer.project {
                    ProjectView::Editor(ad) => Some((**ad).clone()),
                    _ => None,
                };
                self.heard(answer.project);
                if let Some(assists) = answer.assists {
                    self.tell(HubEvent::Assists(assists));
                }
                done(answer.suggestion, ad);
            },
        );
    }

    /// Asks the core; what it refuses is said at the work's own place.
    pub fn ask<A>(self, work: Work, request: A, done: impl FnOnce(A::Answer) + 'static)
    where
        A: Ask + 'static,
    {
        if self.busy.with_untracked(|busy| busy.contains(&work)) {
            return;
        }
        self.forgive(&work);
        self.busy.update(|busy| busy.push(work.clone()));
        spawn_local(async move {
            let answer = backend::ask(request).await;
            self.busy
                .try_update(|busy| busy.retain(|other| *other != work));
            match answer {
                Ok(answer) => done(answer),
                Err(refusal) => self.refused(work, refusal),
            }
        });
    }

    /// Puts the scenes in this order: here at once, at the service after. What is asked for
    /// meanwhile goes as one more order when the last has arrived.
    pub fn reorder(self, order: Vec<String>) {
        self.wanted.set(Some(order.clone()));
        self.send_order(order);
    }

    fn send_order(self, order: Vec<String>) {
        let work = Work::Order;
        if self.busy.with_untracked(|busy| busy.contains(&work)) {
            return;
        }
        self.forgive(&work);
        self.busy.update(|busy| busy.push(work.clone()));
        let request = hub_ask::ReorderScenes {
            slug: self.slug(),
            order: order.clone(),
        };
        spawn_local(async move {
            let answer = backend::ask(request).await;
            self.busy
                .try_update(|busy| busy.retain(|other| *other != work));
            match answer {
                Ok(ad) => {
                    self.heard(ProjectView::Editor(Box::new(ad)));
                    match self.wanted.try_get_untracked().flatten() {
                        Some(newer) if newer != order => self.send_order(newer),
                        _ => {
                            self.wanted.try_set(None);
                        }
                    }
                }
                Err(refusal) => {
                    // The scenes go back to where the service has them.
                    self.wanted.try_set(None);
                    self.refused(work, refusal);
                }
            }
        });
    }

    /// Takes a scene away, and remembers what could bring it back.
    pub fn delete(self, scene_id: String) {
        self.deleting.set(None);
        let removed = self.of_untracked(None, |ad| super::scenes::way_back(ad, &scene_id));
        let request = hub_ask::DeleteScene {
            slug: self.slug(),
            scene_id: scene_id.clone(),
        };
        self.edit_then(Work::Delete(scene_id), request, move |_| {
            self.removed.try_set(removed);
        });
    }

    /// Brings back the scene that went last: it is added at the end, and moved to its place.
    pub fn undo(self) {
        let Some(removed) = self.removed.get_untracked() else {
            return;
        };
        let place = removed.place;
        let settle = move |ad: &EditorView| {
            self.removed.try_set(None);
            let order = order::arranged(&ad.scenes, None);
            let last = order.len().saturating_sub(1);
            if place < last {
                self.reorder(order::moved(&order, last, place));
            }
        };
        let slug = self.slug();
        match removed.back {
            Back::Prompt(prompt) => {
                self.edit_then(Work::Undo, hub_ask::AddScene { slug, prompt }, settle);
            }
            Back::Clip(upload_id) => {
                self.edit_then(
                    Work::Undo,
                    hub_ask::PlaceFootage { slug, upload_id },
                    settle,
                );
            }
        }
    }

    /// Takes up what the core answered, as if it had told it.
    pub fn heard(self, view: ProjectView) {
        self.tell(HubEvent::Project(view));
    }

    fn tell(self, event: HubEvent) {
        self.store.apply(Event::Hub(Box::new(event)));
    }

    /// A refusal is said at its place; where that is gone, as a toast.
    fn refused(self, work: Work, refusal: Refusal) {
        let kept = self
            .refusals
            .try_update(|all| all.push((work, refusal.clone())));
        if kept.is_none() {
            self.store.report(refusal);
        }
    }
}
