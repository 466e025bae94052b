//! What the page knows of Hubfluencer after the core's events.

use contract::{
    AutopilotView, Code, CreditsView, EditorBrief, EditorView, Event, FootageId, FootageState,
    FootageView, HubEvent, HubSession, ImageRole, ImageUploadState, ImageUploadView, JobStatus,
    Language, Millis, ProjectKey, ProjectKind, ProjectView, Refusal, ShortBrief, ShortStage,
    ShortView, TokenSource,
};
use leptos::prelude::*;

use super::Store;

fn with_store(test: impl FnOnce(Store)) {
    let owner = Owner::new();
    owner.with(|| test(Store::new(Language::English, 1_000)));
}

fn tell(store: Store, event: HubEvent) {
    store.apply(Event::Hub(Box::new(event)));
}

fn short(slug: &str, changed_at: Millis) -> ProjectView {
    ProjectView::Short(Box::new(ShortView {
        slug: slug.to_owned(),
        brief: ShortBrief::default(),
        text_beats: Vec::new(),
        stage: ShortStage::Draft,
        failed_stage: None,
        error: None,
        has_product: false,
        product_description: String::new(),
        has_poster: false,
        render: None,
        caption: String::new(),
        hashtags: Vec::new(),
        note: None,
        began_at: None,
        heard_at: None,
        changed_at,
    }))
}

fn ad(slug: &str) -> ProjectView {
    ProjectView::Editor(Box::new(EditorView {
        slug: slug.to_owned(),
        brief: EditorBrief::default(),
        scenario_prompt: String::new(),
        narration_script: String::new(),
        target_duration_seconds: None,
        scenes: Vec::new(),
        footage: Vec::new(),
        autopilot: AutopilotView::default(),
        batch_active: false,
        voice: JobStatus::None,
        music: JobStatus::None,
        music_prompt: String::new(),
        has_product: false,
        product_description: String::new(),
        has_closing_image: false,
        has_logo: false,
        logo_treatment: None,
        logo_position: None,
        logo_duration_seconds: None,
        render: None,
        caption: String::new(),
        hashtags: Vec::new(),
        note: None,
        began_at: None,
        heard_at: None,
        changed_at: 0,
    }))
}

fn clip(footage_id: Option<&str>, upload_id: Option<&str>, state: FootageState) -> FootageView {
    FootageView {
        footage_id: footage_id.map(FootageId::from),
        upload_id: upload_id.map(str::to_owned),
        slug: "ad".to_owned(),
        name: "clip.mp4".to_owned(),
        size_bytes: None,
        fit_mode: None,
        in_parts: false,
        state,
        address_until: None,
        duration_seconds: None,
        has_first_frame: false,
        attached_scene_ids: Vec::new(),
    }
}

fn slugs(store: Store) -> Vec<String> {
    store
        .hub
        .projects
        .with_untracked(|all| all.iter().map(|project| project.key().slug).collect())
}

#[test]
fn the_project_that_changed_last_stands_first() {
    with_store(|store| {
        tell(store, HubEvent::Project(short("a", 10)));
        tell(store, HubEvent::Project(short("b", 20)));
        assert_eq!(slugs(store), ["b", "a"]);
        tell(store, HubEvent::Project(short("a", 30)));
        assert_eq!(slugs(store), ["a", "b"]);
        let gone = ProjectKey::new(ProjectKind::Short, "a");
        tell(store, HubEvent::ProjectGone(gone));
        assert_eq!(slugs(store), ["b"]);
    });
}

#[test]
fn a_short_and_a_carousel_of_one_name_are_two() {
    with_store(|store| {
        tell(store, HubEvent::Project(short("oat", 10)));
        let carousel = ProjectKey::new(ProjectKind::Carousel, "oat");
        assert!(!store.hub.knows(&carousel));
        tell(store, HubEvent::ProjectGone(carousel));
        assert_eq!(slugs(store), ["oat"]);
    });
}

#[test]
fn a_clip_keeps_its_place_from_its_first_byte_to_the_services_list() {
    with_store(|store| {
        tell(store, HubEvent::Project(ad("ad")));
        tell(
            store,
            HubEvent::Footage(clip(Some("f"), None, FootageState::Waiting)),
        );
        tell(
            store,
            HubEvent::Footage(clip(Some("f"), Some("7"), FootageState::Processing)),
        );
        // An earlier run's clip is known by the service's id alone.
        tell(
            store,
            HubEvent::Footage(clip(None, Some("7"), FootageState::Ready)),
        );
        let footage = store
            .hub
            .editor("ad")
            .get_untracked()
            .expect("known")
            .footage;
        assert_eq!(footage.len(), 1);
        assert_eq!(footage[0].state, FootageState::Ready);
    });
}

#[test]
fn another_token_may_be_somebody_elses() {
    with_store(|store| {
        let credits = CreditsView {
            credits: 120,
            heard_at: 0,
        };
        store.hub.token_asked.set(true);
        let signed_in = HubSession::SignedIn {
            source: TokenSource::Vault,
            lacks: Vec::new(),
        };
        tell(store, HubEvent::Session(signed_in));
        assert!(!store.hub.token_asked.get_untracked());
        tell(store, HubEvent::Credits(credits));
        let refusal = Some(Refusal::from(Code::TokenNeeded));
        tell(store, HubEvent::Session(HubSession::SignedOut { refusal }));
        assert_eq!(store.hub.credits.get_untracked(), None);
    });
}

#[test]
fn an_image_that_arrived_is_the_projects_and_one_that_failed_stays_to_be_tried_again() {
    with_store(|store| {
        let project = ProjectKey::new(ProjectKind::Short, "oat");
        let image = |state| ImageUploadView {
            project: project.clone(),
            role: ImageRole::Product,
            name: "front.png".to_owned(),
            began_at: 0,
            state,
        };
        let known = store.hub.image(project.clone(), ImageRole::Product);
        let refusal = Refusal::from(Code::Offline);
        tell(
            store,
            HubEvent::Image(image(ImageUploadState::Sending { sent: 1, total: 2 })),
        );
        tell(
            store,
            HubEvent::Image(image(ImageUploadState::Failed { refusal })),
        );
        assert!(known.get_untracked().is_some());
        tell(store, HubEvent::Image(image(ImageUploadState::Done)));
        assert_eq!(store.hub.images.with_untracked(Vec::len), 0);
    });
}
