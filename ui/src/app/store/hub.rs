//! What the page knows of Hubfluencer: the core's views as signals.

use contract::{
    AssistsView, CarouselView, CreditsView, EditorView, FootageView, HubEvent, HubSession,
    HubSnapshot, ImageRole, ImageUploadState, ImageUploadView, ProjectKey, ProjectKind,
    ProjectView, PurchaseId, PurchaseView, Refusal, ServerView, ShortView, hub_ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Store;
use super::events::{At, put};
use crate::app::ToastKind;
use crate::backend;
use crate::components::hub::StepDesk;
use crate::components::tiles::Place;

/// Hubfluencer's part of the page's state. Copy: take it as `store().hub`.
#[derive(Clone, Copy)]
pub struct HubStore {
    /// Its server of this run. None: there is none.
    pub server: RwSignal<Option<ServerView>>,
    /// Sign-in.
    pub session: RwSignal<HubSession>,
    /// Whether the sandbox of this program has a token ready.
    pub sandbox_token_ready: RwSignal<bool>,
    /// The balance, once heard.
    pub credits: RwSignal<Option<CreditsView>>,
    /// The assists, once heard.
    pub assists: RwSignal<Option<AssistsView>>,
    /// Known projects, the last changed first.
    pub projects: RwSignal<Vec<ProjectView>>,
    /// Whether the projects are being asked for.
    pub projects_loading: RwSignal<bool>,
    /// Whether the projects were asked for since the start.
    pub projects_heard: RwSignal<bool>,
    /// Why the last look at the projects failed. What is known stays.
    pub projects_refusal: RwSignal<Option<Refusal>>,
    /// Paid steps, newest first.
    pub purchases: RwSignal<Vec<PurchaseView>>,
    /// Images on their way, or failed.
    pub images: RwSignal<Vec<ImageUploadView>>,
    /// The one confirm for what costs credits.
    pub steps: StepDesk,
    /// Whether the person is asked for a token over the page.
    pub token_asked: RwSignal<bool>,
    /// The slot for which an image is being chosen.
    pub image_wanted: RwSignal<Option<(ProjectKey, ImageRole)>>,
    /// Where the person is in the list of shorts.
    pub shorts_place: RwSignal<Place>,
    /// Where the person is in the list of carousels.
    pub carousels_place: RwSignal<Place>,
    /// Where the person is in the list of ads.
    pub editors_place: RwSignal<Place>,
    /// The ad that the person chose to make step by step as they created it.
    pub by_hand: RwSignal<Option<String>>,
}

impl HubStore {
    /// Nothing heard yet.
    pub(super) fn new() -> Self {
        Self {
            server: RwSignal::new(None),
            session: RwSignal::new(HubSession::Starting),
            sandbox_token_ready: RwSignal::new(false),
            credits: RwSignal::new(None),
            assists: RwSignal::new(None),
            projects: RwSignal::new(Vec::new()),
            projects_loading: RwSignal::new(false),
            projects_heard: RwSignal::new(false),
            projects_refusal: RwSignal::new(None),
            purchases: RwSignal::new(Vec::new()),
            images: RwSignal::new(Vec::new()),
            steps: StepDesk::new(),
            token_asked: RwSignal::new(false),
            image_wanted: RwSignal::new(None),
            shorts_place: RwSignal::new(Place::default()),
            carousels_place: RwSignal::new(Place::default()),
            editors_place: RwSignal::new(Place::default()),
            by_hand: RwSignal::new(None),
        }
    }

    /// Takes the core's first picture.
    pub(super) fn fill(self, snapshot: HubSnapshot) {
        self.server.set(snapshot.server);
        self.session.set(snapshot.session);
        self.sandbox_token_ready.set(snapshot.sandbox_token_ready);
        self.credits.set(snapshot.credits);
        self.assists.set(snapshot.assists);
        self.projects.set(snapshot.projects);
        self.purchases.set(snapshot.purchases);
    }

    /// Whether a token is at hand. Reactive.
    pub fn is_signed_in(self) -> bool {
        self.session
            .with(|session| matches!(session, HubSession::SignedIn { .. }))
    }

    /// Whether it is known that no token is at hand. Reactive.
    pub fn is_signed_out(self) -> bool {
        self.session
            .with(|session| matches!(session, HubSession::SignedOut { .. } | HubSession::Checking))
    }

    /// One short, followed by itself.
    pub fn short(self, slug: impl Into<String>) -> Memo<Option<ShortView>> {
        let slug = slug.into();
        Memo::new(move |_| {
            self.projects.with(|all| {
                all.iter().find_map(|project| match project {
                    ProjectView::Short(short) if short.slug == slug => Some((**short).clone()),
                    _ => None,
                })
            })
        })
    }

    /// One carousel, followed by itself.
    pub fn carousel(self, slug: impl Into<String>) -> Memo<Option<CarouselView>> {
        let slug = slug.into();
        Memo::new(move |_| {
            self.projects.with(|all| {
                all.iter().find_map(|project| match project {
                    ProjectView::Carousel(view) if view.slug == slug => Some((**view).clone()),
                    _ => None,
                })
            })
        })
    }

    /// One ad, followed by itself.
    pub fn editor(self, slug: impl Into<String>) -> Memo<Option<EditorView>> {
        let slug = slug.into();
        Memo::new(move |_| {
            self.projects.with(|all| {
                all.iter().find_map(|project| match project {
                    ProjectView::Editor(view) if view.slug == slug => Some((**view).clone()),
                    _ => None,
                })
            })
        })
    }

    /// The projects of one kind, the last changed first.
    pub fn of_kind(self, kind: ProjectKind) -> Memo<Vec<ProjectView>> {
        Memo::new(move |_| {
            self.projects.with(|all| {
                all.iter()
                    .filter(|project| project.key().kind == kind)
                    .cloned()
                    .collect()
            })
        })
    }

    /// The image that is on its way to a role of a project, or failed to get there.
    pub fn image(self, key: ProjectKey, role: ImageRole) -> Memo<Option<ImageUploadView>> {
        Memo::new(move |_| {
            self.images.with(|all| {
                all.iter()
                    .find(|image| image.project == key && image.role == role)
                    .cloned()
            })
        })
    }

    /// Whether a project is known here: only then is a form of it one to send.
    pub fn knows(self, key: &ProjectKey) -> bool {
        self.projects
            .with_untracked(|all| all.iter().any(|project| project.key() == *key))
    }

    /// Takes up a project that an answer brought.
    pub fn take_project(self, project: ProjectView) {
        put(
            self.projects,
            project,
            |a, b| a.key() == b.key(),
            At::Beginning,
        );
        let in_order = self.projects.with_untracked(|all| {
            all.windows(2)
                .all(|pair| pair[0].changed_at() >= pair[1].changed_at())
        });
        if !in_order {
            self.projects
                .update(|all| all.sort_by_key(|p| std::cmp::Reverse(p.changed_at())));
        }
    }

    /// Reads the list of projects anew.
    pub fn read_projects(self) {
        if self.projects_loading.get_untracked() {
            return;
        }
        self.projects_loading.set(true);
        spawn_local(async move {
            let answer = backend::ask(hub_ask::ListProjects {}).await;
            self.projects_loading.set(false);
            self.projects_heard.set(true);
            match answer {
                Ok(projects) => {
                    self.projects_refusal.set(None);
                    self.projects.set(projects);
                }
                Err(refusal) => self.projects_refusal.set(Some(refusal)),
            }
        });
    }

    /// Reads the balance anew. What it says comes as an event; a failure leaves the last one.
    pub fn read_credits(self) {
        spawn_local(async move {
            if let Ok(credits) = backend::ask(hub_ask::GetCredits {}).await {
                self.credits.set(Some(credits));
            }
        });
    }

    /// Reads the assists anew. A failure leaves what was heard last.
    pub fn read_assists(self) {
        spawn_local(async move {
            if let Ok(assists) = backend::ask(hub_ask::GetAssists {}).await {
                self.assists.set(Some(assists));
            }
        });
    }

    /// Takes an ended step off the lists, once the core has.
    pub fn hide_purchase(self, store: Store, purchase_id: PurchaseId) {
        spawn_local(async move {
            let request = hub_ask::HideStep {
                purchase_id: purchase_id.clone(),
            };
            match backend::ask(request).await {
                Ok(()) => self
                    .purchases
                    .update(|all| all.retain(|purchase| purchase.purchase_id != purchase_id)),
                Err(refusal) => store.report(refusal),
            }
        });
    }

    fn take_image(self, image: ImageUploadView) {
        let same =
            |a: &ImageUploadView, b: &ImageUploadView| a.project == b.project && a.role == b.role;
        if image.state == ImageUploadState::Done {
            self.images
                .update(|all| all.retain(|other| !same(other, &image)));
        } else {
            put(self.images, image, same, At::Beginning);
        }
    }

    fn take_footage(self, footage: &FootageView) {
        let place = self.projects.with_untracked(|all| {
            all.iter().position(
                |project| matches!(project, ProjectView::Editor(ad) if ad.slug == footage.slug),
            )
        });
        let Some(place) = place else { return };
        self.projects.update(|all| {
            if let Some(ProjectView::Editor(ad)) = all.get_mut(place) {
                match ad.footage.iter_mut().find(|f| is_same_clip(f, footage)) {
                    Some(known) => *known = footage.clone(),
                    None => ad.footage.push(footage.clone()),
                }
            }
        });
    }
}

/// A clip is known by our id of it, and by the service's once it has given one.
fn is_same_clip(a: &FootageView, b: &FootageView) -> bool {
    (a.footage_id.is_some() && a.footage_id == b.footage_id)
        || (a.upload_id.is_some() && a.upload_id == b.upload_id)
}

impl Store {
    /// Takes what the core tells of Hubfluencer.
    pub(super) fn apply_hub(self, event: HubEvent) {
        let hub = self.hub;
        match event {
            HubEvent::Session(session) => {
                // The next token may be somebody else's.
                if matches!(session, HubSession::SignedOut { .. }) {
                    hub.credits.set(None);
                    hub.assists.set(None);
                    hub.projects_refusal.set(None);
                }
                if matches!(session, HubSession::SignedIn { .. }) {
                    hub.token_asked.set(false);
                }
                hub.session.set(session);
            }
            HubEvent::Credits(credits) => hub.credits.set(Some(credits)),
            HubEvent::Assists(assists) => hub.assists.set(Some(assists)),
            HubEvent::Project(project) => hub.take_project(project),
            HubEvent::ProjectGone(key) => hub
                .projects
                .update(|all| all.retain(|project| project.key() != key)),
            HubEvent::ProjectReady(key) => {
                self.toast(ToastKind::ProjectReady(key), String::new());
            }
            HubEvent::Purchase(purchase) => put(
                hub.purchases,
                purchase,
                |a, b| a.purchase_id == b.purchase_id,
                At::Beginning,
            ),
            HubEvent::Footage(footage) => hub.take_footage(&footage),
            HubEvent::Image(image) => hub.take_image(image),
        }
    }
}
