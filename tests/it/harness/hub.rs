//! What a person does with Hubfluencer in a test.

use std::sync::Arc;

use contract::{
    CarouselBrief, CarouselView, EditorBrief, EditorView, Event, HubEvent, ProjectKey, ProjectKind,
    ProjectView, PurchaseState, PurchaseView, ShortBrief, ShortView, Step, StepReview,
};
use studio::{AutoSave, Studio};
use tempfile::TempDir;

use super::{Machine, NoBrowser, Services, World, open};

impl World {
    /// The person says yes to a step, and it is taken.
    pub async fn take(&self, step: Step) -> PurchaseView {
        let purchase = self.try_to_take(step).await;
        assert_eq!(purchase.state, PurchaseState::Taken, "{purchase:?}");
        purchase
    }

    /// The person says yes to a step; what came of it.
    pub async fn try_to_take(&self, step: Step) -> PurchaseView {
        let yes = async {
            let review = self.studio.review_step(step).await.unwrap();
            self.come_of(&review).await
        };
        self.clock.drive(yes).await
    }

    /// The person says yes to a step that was reviewed before; what came of it.
    pub async fn try_to_take_reviewed(&self, review: &StepReview) -> PurchaseView {
        self.clock.drive(self.come_of(review)).await
    }

    async fn come_of(&self, review: &StepReview) -> PurchaseView {
        let taken = self.studio.take_step(&review.step_review_id).await.unwrap();
        self.studio.purchase_ended(&taken).await.unwrap()
    }

    /// Waits until nothing of a project is under way.
    pub async fn ended(&self, key: &ProjectKey) -> ProjectView {
        let ended = self.studio.project_ended(key);
        self.clock.drive(ended).await.unwrap()
    }

    /// A short with nothing but its prompt.
    pub async fn short(&self) -> ShortView {
        let brief = ShortBrief {
            product_prompt: "A lamp that folds flat for travel".to_owned(),
            ..ShortBrief::default()
        };
        self.studio.create_short(brief).await.unwrap()
    }

    /// A carousel of three slides.
    pub async fn carousel(&self) -> CarouselView {
        let brief = CarouselBrief {
            prompt: "Three ways to pour coffee slowly".to_owned(),
            slide_count: Some(3),
            ..CarouselBrief::default()
        };
        self.studio.create_carousel(brief).await.unwrap()
    }

    /// A carousel whose slides are made.
    pub async fn finished_carousel(&self) -> CarouselView {
        let slug = self.carousel().await.slug;
        self.take(Step::GenerateCarousel { slug: slug.clone() })
            .await;
        carousel(self.ended(&carousel_key(&slug)).await)
    }

    /// An ad with a brief and no scenes.
    pub async fn editor(&self) -> EditorView {
        let brief = EditorBrief {
            language: "en".to_owned(),
            product_prompt: "A lamp that folds flat for travel".to_owned(),
            ..EditorBrief::default()
        };
        self.studio.create_editor(brief).await.unwrap()
    }

    /// The same account on another machine: nothing is known there.
    pub async fn elsewhere(&self) -> (TempDir, Studio) {
        let folder = tempfile::tempdir().unwrap();
        let studio = open(
            &folder,
            &self.clock,
            &Services::of(&self.sandbox),
            &Arc::default(),
            NoBrowser,
            AutoSave::Never,
            &Machine::default(),
        )
        .await;
        let token = contract::SecretText::new(self.sandbox.hubfluencer_token());
        studio.hub_sign_in(token).await.unwrap();
        (folder, studio)
    }

    /// How often Hubfluencer's part told something so.
    pub fn hub_told(&self, wanted: impl Fn(&HubEvent) -> bool) -> usize {
        self.told(|event| matches!(event, Event::Hub(event) if wanted(event)))
    }

    /// How often Hubfluencer was asked this.
    pub fn hub_asked(&self, method: &str, path: &str) -> usize {
        self.sandbox.hub_books().count(method, path)
    }
}

pub fn short_key(slug: &str) -> ProjectKey {
    ProjectKey::new(ProjectKind::Short, slug)
}

pub fn carousel_key(slug: &str) -> ProjectKey {
    ProjectKey::new(ProjectKind::Carousel, slug)
}

pub fn editor_key(slug: &str) -> ProjectKey {
    ProjectKey::new(ProjectKind::Editor, slug)
}

pub fn short(view: ProjectView) -> ShortView {
    match view {
        ProjectView::Short(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn carousel(view: ProjectView) -> CarouselView {
    match view {
        ProjectView::Carousel(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn editor(view: ProjectView) -> EditorView {
    match view {
        ProjectView::Editor(view) => *view,
        other => panic!("{other:?}"),
    }
}
