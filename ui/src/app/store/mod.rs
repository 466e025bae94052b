//! What the page knows: the core's views as signals, kept up to date by its events.

use std::collections::HashMap;

use contract::{
    ActivityEntry, AssetId, CharacterView, ClipView, FileView, Language, LanguageView, Limits,
    Media, Millis, OrderId, OrderView, Plan, Preferences, ProductView, ProductWorkView, ReelView,
    Refusal, ServerChoice, ServerView, SessionState, Snapshot, SpendingView, TemplateView,
    TransferView, UploadView, VaultState, ask,
};
use leptos::prelude::*;
use words::Words;

mod acts;
mod events;
mod hub;
#[cfg(test)]
mod hub_tests;
mod listing;
mod paged;
#[cfg(test)]
mod tests;

use hub::HubStore;
use listing::Listing;
pub use paged::{Paged, Piece};

use super::{Page, Toast};
use crate::backend;
use crate::pages::{Catalogue, Drafting, Material, ProductForm, Shelf, TaskDesk};

/// The state of the whole page. Copy: take it by [`store`] wherever a component needs it.
#[derive(Clone, Copy)]
pub struct Store {
    /// The server of this run.
    pub server: RwSignal<ServerView>,
    /// Sign-in.
    pub session: RwSignal<SessionState>,
    /// Where secrets go.
    pub vault: RwSignal<VaultState>,
    /// The settings. Change them by [`Store::set_preferences`].
    pub preferences: RwSignal<Preferences>,
    /// Where reels are saved, as the person reads it.
    pub reels_folder: RwSignal<String>,
    /// Clips at hand, in the order they were chosen.
    pub clips: RwSignal<Vec<ClipView>>,
    /// Languages of videos; empty until the service answered.
    pub languages: RwSignal<Vec<LanguageView>>,
    /// Caps.
    pub limits: RwSignal<Limits>,
    /// Orders, newest first.
    pub orders: RwSignal<Vec<OrderView>>,
    /// Reels that were heard of since the start, newest first. The whole library is the shelf's.
    pub reels: RwSignal<Vec<ReelView>>,
    /// The spend guard: limits, and what was spent on this machine.
    pub spending: RwSignal<SpendingView>,
    /// Transfers of this run, newest first.
    pub transfers: RwSignal<Vec<TransferView>>,
    /// Chosen files other than clips, in the order in which they were chosen.
    pub files: RwSignal<Vec<FileView>>,
    /// The files that were chosen last. Whoever waits for some takes them up.
    pub files_news: RwSignal<Vec<FileView>>,
    /// Writings of products, newest first.
    pub product_works: RwSignal<Vec<ProductWorkView>>,
    /// Uploadings of reference material of this run, newest first.
    pub uploads: RwSignal<Vec<UploadView>>,
    /// What the service did that its contract does not say, newest first.
    pub activity: RwSignal<Vec<ActivityEntry>>,
    /// The template that changed last. Whoever shows it takes it up.
    pub template_news: RwSignal<Option<TemplateView>>,
    /// The service's templates, as they are looked at.
    pub templates: Catalogue,
    /// The service's characters, once somebody asked for them.
    pub characters: Listing<CharacterView>,
    /// The service's products, once somebody asked for them; each change is taken up.
    pub products: Listing<ProductView>,
    /// Hubfluencer's part.
    pub hub: HubStore,
    /// Whether ffmpeg is on this machine.
    pub has_ffmpeg: RwSignal<bool>,
    /// This program's version.
    pub version: RwSignal<String>,
    /// Where the person is. Going there moves nothing else: drafts stay.
    pub page: RwSignal<Page>,
    /// The order in the making.
    pub plan: RwSignal<Plan>,
    /// The parts of a creative direction while they are being thought of.
    pub drafting: RwSignal<Drafting>,
    /// The product that is being staged for the plan.
    pub staging: ProductForm,
    /// Names of images that a kept draft had as files: they have to be chosen anew.
    pub lost_images: RwSignal<Vec<String>>,
    /// The library, as it is looked at.
    pub shelf: Shelf,
    /// What the person uploaded to be referred to.
    pub material: Material,
    /// The service's tasks.
    pub tasks: TaskDesk,
    /// Where files hang over the window, in physical pixels.
    pub drag_over: RwSignal<Option<(f64, f64)>>,
    /// The last thing that went wrong without being asked for. Also shown as a toast.
    pub trouble: RwSignal<Option<Refusal>>,
    /// The time. Ticks each second while someone asked for it by [`Store::ticking`].
    pub now: RwSignal<Millis>,
    /// Toasts, oldest first.
    pub toasts: RwSignal<Vec<Toast>>,
    /// The sentence that the page's polite live region reads out.
    pub announcement: RwSignal<String>,
    /// Whether the person asked to see the question where the session is kept.
    pub vault_asked: RwSignal<bool>,
    /// The system's language, which the page follows unless the person chose one.
    pub system_language: RwSignal<Language>,
    /// How many views need the time to tick.
    pub(super) watchers: RwSignal<u32>,
    vocabulary: StoredValue<HashMap<Language, Words>, LocalStorage>,
    media_urls: StoredValue<HashMap<Media, String>, LocalStorage>,
    toast_count: StoredValue<u32>,
}

/// The page's state, from the context that [`App`](super::App) provides.
pub fn store() -> Store {
    expect_context::<Store>()
}

impl Store {
    /// The state before the core has answered. `now` is the time that the clock shows first.
    pub(super) fn new(system_language: Language, now: Millis) -> Self {
        let nowhere = ServerView {
            choice: ServerChoice::Sandbox,
            origin: String::new(),
            fixed_by_environment: false,
            own_pace_seconds: None,
        };
        Self {
            server: RwSignal::new(nowhere),
            session: RwSignal::new(SessionState::Starting),
            vault: RwSignal::new(VaultState::Memory),
            preferences: RwSignal::new(Preferences::default()),
            reels_folder: RwSignal::new(String::new()),
            clips: RwSignal::new(Vec::new()),
            languages: RwSignal::new(Vec::new()),
            limits: RwSignal::new(Limits::default()),
            orders: RwSignal::new(Vec::new()),
            reels: RwSignal::new(Vec::new()),
            spending: RwSignal::new(SpendingView::default()),
            transfers: RwSignal::new(Vec::new()),
            files: RwSignal::new(Vec::new()),
            files_news: RwSignal::new(Vec::new()),
            product_works: RwSignal::new(Vec::new()),
            uploads: RwSignal::new(Vec::new()),
            activity: RwSignal::new(Vec::new()),
            template_news: RwSignal::new(None),
            templates: Catalogue::new(),
            characters: Listing::new(),
            products: Listing::new(),
            hub: HubStore::new(),
            has_ffmpeg: RwSignal::new(true),
            version: RwSignal::new(String::new()),
            page: RwSignal::new(Page::Riff),
            plan: RwSignal::new(Plan::default()),
            drafting: RwSignal::new(Drafting::default()),
            staging: ProductForm::new(),
            lost_images: RwSignal::new(Vec::new()),
            shelf: Shelf::new(),
            material: Material::new(),
            tasks: TaskDesk::new(),
            drag_over: RwSignal::new(None),
            trouble: RwSignal::new(None),
            now: RwSignal::new(now),
            toasts: RwSignal::new(Vec::new()),
            announcement: RwSignal::new(String::new()),
            vault_asked: RwSignal::new(false),
            system_language: RwSignal::new(system_language),
            watchers: RwSignal::new(0),
            vocabulary: StoredValue::new_local(HashMap::new()),
            media_urls: StoredValue::new_local(HashMap::new()),
            toast_count: StoredValue::new(0),
        }
    }

    /// Takes the core's first picture.
    pub(super) fn fill(self, snapshot: Snapshot) {
        self.server.set(snapshot.server);
        self.session.set(snapshot.session);
        self.vault.set(snapshot.vault);
        self.preferences.set(snapshot.preferences);
        self.reels_folder.set(snapshot.reels_folder);
        self.languages.set(snapshot.languages);
        self.limits.set(snapshot.limits);
        self.orders.set(snapshot.orders);
        self.shelf.fill(snapshot.reels.clone());
        self.reels.set(snapshot.reels);
        self.spending.set(snapshot.spending);
        self.transfers.set(snapshot.transfers);
        self.product_works.set(snapshot.product_works);
        self.activity.set(snapshot.activity);
        self.hub.fill(snapshot.hub);
        self.has_ffmpeg.set(snapshot.has_ffmpeg);
        self.version.set(snapshot.version);
        self.system_language.set(snapshot.system_language);
        // None is chosen here: the Riff page takes the first that was not ordered yet, also when
        // the page is loaded anew in the middle of an order.
        self.clips.set(snapshot.clips);
    }

    /// One order, followed by itself: a list's row changes without its neighbours.
    pub fn order(self, order_id: OrderId) -> Memo<Option<OrderView>> {
        Memo::new(move |_| {
            self.orders
                .with(|all| all.iter().find(|o| o.order_id == order_id).cloned())
        })
    }

    /// One reel, followed by itself.
    pub fn reel(self, asset_id: AssetId) -> Memo<Option<ReelView>> {
        Memo::new(move |_| {
            let of = |all: &Vec<ReelView>| all.iter().find(|r| r.asset_id == asset_id).cloned();
            self.reels
                .with(of)
                .or_else(|| self.shelf.reels.items.with(of))
        })
    }

    /// The language of the page.
    pub fn language(self) -> Language {
        self.preferences
            .with(|p| p.language)
            .unwrap_or_else(|| self.system_language.get())
    }

    /// The words of the page's language, which are read when they are first needed. Reactive.
    pub fn words(self) -> Words {
        let language = self.language();
        self.vocabulary
            .try_update_value(|read| {
                let words = read.entry(language).or_insert_with(|| Words::of(language));
                words.clone()
            })
            .unwrap_or_else(|| Words::of(language))
    }

    /// The time, each second anew for as long as the calling view is there. It is not set here:
    /// while a page is drawn, the one before it is half gone and must not be woken.
    pub fn ticking(self) -> ReadSignal<Millis> {
        self.watchers.update(|count| *count += 1);
        on_cleanup(move || {
            self.watchers
                .try_update(|count| *count = count.saturating_sub(1));
        });
        self.now.read_only()
    }

    /// A link that plays or shows something in this page; asked once, good for this run.
    ///
    /// # Errors
    /// The core's refusal, when there is nothing to show.
    pub async fn media_url(self, media: Media) -> Result<String, Refusal> {
        if let Some(url) = self.media_urls.with_value(|urls| urls.get(&media).cloned()) {
            return Ok(url);
        }
        let url = backend::ask(ask::GetMediaUrl {
            media: media.clone(),
        })
        .await?;
        self.media_urls.update_value(|urls| {
            urls.insert(media, url.clone());
        });
        Ok(url)
    }
}
