//! What the page knows: the core's views as signals, kept up to date by its events.

use std::collections::HashMap;

use contract::{
    AssetId, ClipView, Event, Language, LanguageView, Limits, Media, Millis, OrderId, OrderView,
    Plan, Preferences, ReelView, Refusal, ServerChoice, ServerView, SessionState, Snapshot, Source,
    TransferView, VaultState, Verdict, ask,
};
use leptos::prelude::*;
use words::Words;

use super::{Page, Toast, ToastKind};
use crate::backend;
use crate::pages::Shelf;

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
    /// Reels, newest first.
    pub reels: RwSignal<Vec<ReelView>>,
    /// Transfers of this run, newest first.
    pub transfers: RwSignal<Vec<TransferView>>,
    /// Whether ffmpeg is on this machine.
    pub has_ffmpeg: RwSignal<bool>,
    /// This program's version.
    pub version: RwSignal<String>,
    /// Where the person is. Going there moves nothing else: drafts stay.
    pub page: RwSignal<Page>,
    /// The order in the making.
    pub plan: RwSignal<Plan>,
    /// What stays of the library while a reel is open.
    pub shelf: RwSignal<Shelf>,
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
    /// The state before the core has answered.
    pub(super) fn new(system_language: Language) -> Self {
        let vocabulary = Language::ALL.iter().map(|l| (*l, Words::of(*l))).collect();
        let nowhere = ServerView {
            choice: ServerChoice::Sandbox,
            origin: String::new(),
            fixed_by_environment: false,
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
            transfers: RwSignal::new(Vec::new()),
            has_ffmpeg: RwSignal::new(true),
            version: RwSignal::new(String::new()),
            page: RwSignal::new(Page::Riff),
            plan: RwSignal::new(Plan::default()),
            shelf: RwSignal::new(Shelf::default()),
            drag_over: RwSignal::new(None),
            trouble: RwSignal::new(None),
            now: RwSignal::new(backend::now_ms()),
            toasts: RwSignal::new(Vec::new()),
            announcement: RwSignal::new(String::new()),
            vault_asked: RwSignal::new(false),
            system_language: RwSignal::new(system_language),
            watchers: RwSignal::new(0),
            vocabulary: StoredValue::new_local(vocabulary),
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
        self.reels.set(snapshot.reels);
        self.transfers.set(snapshot.transfers);
        self.has_ffmpeg.set(snapshot.has_ffmpeg);
        self.version.set(snapshot.version);
        self.system_language.set(snapshot.system_language);
        self.add_clips(snapshot.clips);
    }

    /// Takes what the core tells.
    pub fn apply(self, event: Event) {
        match event {
            Event::Session(state) => self.session.set(state),
            Event::Vault(state) => self.vault.set(state),
            Event::ClipsAdded(clips) => self.add_clips(clips),
            Event::ClipChanged(clip) => {
                put(self.clips, clip, |a, b| a.clip_id == b.clip_id, At::End);
            }
            Event::ClipRemoved(clip_id) => {
                self.clips
                    .update(|clips| clips.retain(|clip| clip.clip_id != clip_id));
                if self.plan.with_untracked(|plan| is_clip(plan, &clip_id)) {
                    self.plan.update(|plan| plan.source = None);
                }
            }
            Event::DragOver(position) => self.drag_over.set(position),
            Event::Service { languages, limits } => {
                self.languages.set(languages);
                self.limits.set(limits);
            }
            Event::Order(order) => {
                put(
                    self.orders,
                    order,
                    |a, b| a.order_id == b.order_id,
                    At::Beginning,
                );
            }
            Event::Reel(reel) => {
                put(
                    self.reels,
                    reel,
                    |a, b| a.asset_id == b.asset_id,
                    At::Beginning,
                );
                self.reels
                    .update(|reels| reels.sort_by_key(|r| std::cmp::Reverse(r.created_at)));
            }
            Event::ReelReady { asset_id, .. } => {
                let title = self.reels.with_untracked(|reels| {
                    reels
                        .iter()
                        .find(|r| r.asset_id == asset_id)
                        .map(|r| r.title.clone())
                });
                self.toast(ToastKind::ReelReady(asset_id), title.unwrap_or_default());
            }
            Event::Transfer(transfer) => {
                put(
                    self.transfers,
                    transfer,
                    |a, b| a.transfer_id == b.transfer_id,
                    At::Beginning,
                );
            }
            Event::Preferences(preferences) => self.preferences.set(preferences),
            Event::Trouble(refusal) => self.report(refusal),
        }
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
            self.reels
                .with(|all| all.iter().find(|r| r.asset_id == asset_id).cloned())
        })
    }

    /// The newest transfer of a reel, followed by itself.
    pub fn transfer_of(self, asset_id: AssetId) -> Memo<Option<TransferView>> {
        Memo::new(move |_| {
            self.transfers
                .with(|all| all.iter().find(|t| t.asset_id == asset_id).cloned())
        })
    }

    /// The clip that the plan is made from, if it is one.
    pub fn chosen_clip(self) -> Memo<Option<ClipView>> {
        Memo::new(move |_| {
            let clip_id = self.plan.with(|plan| match &plan.source {
                Some(Source::Clip { clip_id }) => Some(clip_id.clone()),
                _ => None,
            })?;
            self.clips
                .with(|clips| clips.iter().find(|c| c.clip_id == clip_id).cloned())
        })
    }

    /// The language of the page.
    pub fn language(self) -> Language {
        self.preferences
            .with(|p| p.language)
            .unwrap_or_else(|| self.system_language.get())
    }

    /// The words of the page's language. Reactive.
    pub fn words(self) -> Words {
        let language = self.language();
        self.vocabulary
            .with_value(|all| all.get(&language).cloned())
            .unwrap_or_else(|| Words::of(language))
    }

    /// The time, each second anew for as long as the calling view is there.
    pub fn ticking(self) -> ReadSignal<Millis> {
        self.now.set(backend::now_ms());
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

    /// Changes the settings, here at once and in the core after; taken back if the core refuses.
    pub fn set_preferences(self, change: impl FnOnce(&mut Preferences)) {
        let before = self.preferences.get_untracked();
        let mut wanted = before.clone();
        change(&mut wanted);
        if wanted == before {
            return;
        }
        self.preferences.set(wanted.clone());
        leptos::task::spawn_local(async move {
            match backend::ask(ask::SetPreferences {
                preferences: wanted,
            })
            .await
            {
                Ok(kept) => self.preferences.set(kept),
                Err(refusal) => {
                    self.preferences.set(before);
                    self.report(refusal);
                }
            }
        });
    }

    /// Asks the core for something whose answer is nothing or comes as an event; what it refuses
    /// is shown as trouble.
    pub fn tell<A: contract::Ask + 'static>(self, request: A) {
        leptos::task::spawn_local(async move {
            if let Err(refusal) = backend::ask(request).await {
                self.report(refusal);
            }
        });
    }

    /// Lets the person choose the folder for reels by the system's dialog.
    pub fn choose_reels_folder(self) {
        leptos::task::spawn_local(async move {
            match backend::ask(ask::ChooseReelsFolder {}).await {
                Ok(Some(folder)) => self.reels_folder.set(folder),
                Ok(None) => {}
                Err(refusal) => self.report(refusal),
            }
        });
    }

    /// Shows something that went wrong.
    pub fn report(self, refusal: Refusal) {
        self.trouble.set(Some(refusal.clone()));
        let shown = self.toasts.with_untracked(|toasts| {
            toasts
                .iter()
                .any(|t| t.kind == ToastKind::Trouble(refusal.clone()))
        });
        if !shown {
            self.toast(ToastKind::Trouble(refusal), String::new());
        }
    }

    /// Shows a short word that goes away by itself, and reads it out.
    pub fn toast(self, kind: ToastKind, text: String) {
        let number = self.toast_count.with_value(|count| count.wrapping_add(1));
        self.toast_count.set_value(number);
        self.toasts
            .update(|toasts| toasts.push(Toast { number, kind, text }));
    }

    /// Takes a toast away.
    pub fn dismiss(self, number: u32) {
        self.toasts
            .update(|toasts| toasts.retain(|toast| toast.number != number));
    }

    /// Has a sentence read out politely.
    pub fn announce(self, sentence: String) {
        self.announcement.set(sentence);
    }

    /// New clips: shown on the Riff page, with the first good one of them chosen.
    fn add_clips(self, added: Vec<ClipView>) {
        if added.is_empty() {
            return;
        }
        let chosen = added
            .iter()
            .find(|clip| clip.report.verdict != Verdict::Refused);
        if let Some(clip) = chosen {
            let clip_id = clip.clip_id.clone();
            self.plan
                .update(|plan| plan.source = Some(Source::Clip { clip_id }));
        }
        for clip in added {
            put(self.clips, clip, |a, b| a.clip_id == b.clip_id, At::End);
        }
        self.page.set(Page::Riff);
    }
}

/// Where a thing that was not in a list yet goes.
enum At {
    Beginning,
    End,
}

/// Puts a thing in the place of the one with its id, or adds it. Lists that hold the same already
/// are left alone, so that nothing is drawn anew.
fn put<T: PartialEq + Send + Sync + 'static>(
    list: RwSignal<Vec<T>>,
    item: T,
    same: impl Fn(&T, &T) -> bool,
    at: At,
) {
    if list.with_untracked(|all| all.contains(&item)) {
        return;
    }
    list.update(
        |all| match (all.iter_mut().find(|other| same(other, &item)), at) {
            (Some(other), _) => *other = item,
            (None, At::Beginning) => all.insert(0, item),
            (None, At::End) => all.push(item),
        },
    );
}

fn is_clip(plan: &Plan, clip_id: &contract::ClipId) -> bool {
    matches!(&plan.source, Some(Source::Clip { clip_id: chosen }) if chosen == clip_id)
}
