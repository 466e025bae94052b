//! Savings on their way to the disk, and off it again.

mod resuming;
mod trash;
mod waiting;

use std::path::{Path, PathBuf};

use contract::{AssetId, OrderState, Preferences, TransferId, TransferState, TransferView};
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::{Options, World};

const MEGABYTE: u64 = 1_000_000;

/// A window in which nothing saves itself unasked.
fn window() -> Options {
    Options {
        auto_save: AutoSave::ByPreference,
        preferences: Preferences {
            save_automatically: false,
            ..Preferences::default()
        },
        ..Options::default()
    }
}

impl World {
    /// A reel that is ready, of so many megabytes, which come at one a second.
    async fn large_reel(&self, megabytes: u64) -> AssetId {
        let order_id = self.order().await;
        let order = self
            .until_order(&order_id, |order| order.state == OrderState::Ready)
            .await;
        let faults = self.sandbox.faults();
        faults.arm_always(Fault::HugeAsset(megabytes * MEGABYTE));
        faults.arm_always(Fault::SlowDownload(MEGABYTE));
        order.reels[0].clone()
    }

    fn quick(&self) {
        self.sandbox.faults().disarm(&Fault::SlowDownload(MEGABYTE));
    }

    fn transfer(&self, transfer: &TransferId) -> Option<TransferView> {
        let mut views = self.studio.transfers().into_iter();
        views.find(|view| view.transfer_id == *transfer)
    }

    async fn until_transfer(
        &self,
        transfer: &TransferId,
        wanted: impl Fn(&TransferState) -> bool,
    ) -> TransferState {
        let found = || Some(self.transfer(transfer)?.state).filter(|state| wanted(state));
        self.clock.until(found).await
    }

    async fn until_received(&self, transfer: &TransferId, megabytes: u64) {
        let enough = |state: &TransferState| {
            matches!(state, TransferState::Running { received, .. }
                if *received >= megabytes * MEGABYTE)
        };
        self.until_transfer(transfer, enough).await;
    }

    /// Lets time pass until some of it is on record, and more has come since.
    async fn until_vouched(&self, transfer: &TransferId) {
        for megabytes in [6, 9, 12] {
            self.until_received(transfer, megabytes).await;
            // The record is kept beside what comes: no time passes for it.
            for _ in 0..40 {
                self.clock.settle().await;
            }
        }
    }

    async fn is_done(&self, transfer: &TransferId) {
        let end = self
            .clock
            .drive(self.studio.transfer_ended(transfer))
            .await
            .unwrap();
        assert!(matches!(end.state, TransferState::Done { .. }), "{end:?}");
    }

    fn given(&self) -> u64 {
        self.sandbox.books().given_bytes
    }

    /// What is in the reels' folder, but for words.
    fn on_disk(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.reels()) else {
            return Vec::new();
        };
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_none_or(|extension| extension != "txt"));
        paths.sort();
        paths
    }

    /// The only file there is the reel, byte for byte as it comes when nothing goes wrong.
    async fn saved_as_it_is(&self, asset_id: &AssetId) {
        let files = self.on_disk();
        let [file] = &files[..] else {
            panic!("{files:?}")
        };
        self.quick();
        let whole = self.folder.path().join("whole.mp4");
        let transfer = self.studio.save_as(asset_id, &whole).await.unwrap();
        self.is_done(&transfer).await;
        assert!(std::fs::read(file).unwrap() == std::fs::read(&whole).unwrap());
    }
}

fn is_paused(state: &TransferState) -> bool {
    matches!(state, TransferState::Paused { .. })
}

fn is_part(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "part")
}
