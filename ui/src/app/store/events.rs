//! How the core's events change what the page knows.

use contract::{ClipId, ClipView, Event, Plan, SessionState, Source, Verdict};
use leptos::prelude::*;

use super::Store;
use crate::app::{Page, ToastKind};

impl Store {
    /// Takes what the core tells.
    pub fn apply(self, event: Event) {
        match event {
            Event::Session(state) => {
                // The next to sign in may be somebody else.
                if matches!(state, SessionState::SignedOut { .. }) {
                    self.templates.forget();
                    self.characters.forget();
                    self.products.forget();
                    self.tasks.forget();
                    self.material.forget();
                }
                self.session.set(state);
            }
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
                self.shelf.take(&reel);
                put(
                    self.reels,
                    reel,
                    |a, b| a.asset_id == b.asset_id,
                    At::Beginning,
                );
                self.reels
                    .update(|reels| reels.sort_by_key(|r| std::cmp::Reverse(r.created_at)));
            }
            Event::ReelGone(asset_id) => {
                self.shelf.leave(&asset_id);
                self.reels
                    .update(|reels| reels.retain(|reel| reel.asset_id != asset_id));
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
            Event::FilesAdded(files) => {
                self.files_news.set(files.clone());
                for file in files {
                    put(self.files, file, |a, b| a.file_id == b.file_id, At::End);
                }
            }
            Event::Template(template) => self.template_news.set(Some(template)),
            Event::Product(product) => self
                .products
                .put(product, |a, b| a.product_id == b.product_id),
            Event::ProductWork(work) => {
                put(
                    self.product_works,
                    work,
                    |a, b| a.work_id == b.work_id,
                    At::Beginning,
                );
            }
            Event::Upload(upload) => {
                self.material.take(&upload);
                put(
                    self.uploads,
                    upload,
                    |a, b| a.upload_id == b.upload_id,
                    At::Beginning,
                );
            }
            Event::Activity(entry) => {
                // Counted up, it was told of before.
                if entry.times < 2 {
                    self.toast(ToastKind::Noticed, String::new());
                }
                put(
                    self.activity,
                    entry,
                    |a, b| a.number == b.number,
                    At::Beginning,
                );
            }
            Event::Hub(event) => self.apply_hub(*event),
            Event::Spending(spending) => self.spending.set(spending),
            Event::Preferences(preferences) => self.preferences.set(preferences),
            Event::Trouble(refusal) => self.report(refusal),
        }
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
pub(super) enum At {
    Beginning,
    End,
}

/// Puts a thing in the place of the one with its id, or adds it. Lists that hold the same already
/// are left alone, so that nothing is drawn anew.
pub(super) fn put<T: PartialEq + Send + Sync + 'static>(
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

fn is_clip(plan: &Plan, clip_id: &ClipId) -> bool {
    matches!(&plan.source, Some(Source::Clip { clip_id: chosen }) if chosen == clip_id)
}
