//! Reference material: what the service has, and uploading more (contract, `POST /api/assets/upload`).

mod upload;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use contract::{
    AssetId, CharacterId, ProductId, REELS_PAGE, ReferenceView, Refusal, UploadId, UploadState,
    UploadView,
};
use riffkit::{Asset, AssetQuery, AssetSort, AssetType};
use tokio::sync::{Notify, watch};

use crate::Studio;
use crate::library::is_own;
use crate::lock::held;

/// Ended uploads that are remembered.
const MOST_ENDED: usize = 100;
/// Addresses of pictures that are remembered.
const MOST_PICTURES: usize = 2_000;

/// The uploads of this run, and where the pictures of what was listed are.
pub(crate) struct References {
    uploads: Mutex<HashMap<UploadId, Upload>>,
    changed: watch::Sender<()>,
    pictures: Mutex<HashMap<AssetId, String>>,
}

struct Upload {
    view: UploadView,
    stop: Arc<Notify>,
}

impl Default for References {
    fn default() -> Self {
        Self {
            uploads: Mutex::default(),
            changed: watch::Sender::new(()),
            pictures: Mutex::default(),
        }
    }
}

impl References {
    /// Where the picture of reference material is, if it was listed in this run.
    pub(crate) fn picture(&self, asset_id: &AssetId) -> Option<String> {
        held(&self.pictures).get(asset_id).cloned()
    }

    fn put(&self, upload: Upload) {
        let mut uploads = held(&self.uploads);
        let mut ended: Vec<UploadId> = uploads
            .iter()
            .filter(|(_, upload)| has_ended(&upload.view.state))
            .map(|(id, _)| id.clone())
            .collect();
        // Ids are time-ordered.
        ended.sort();
        for oldest in ended.iter().rev().skip(MOST_ENDED) {
            uploads.remove(oldest);
        }
        uploads.insert(upload.view.upload_id.clone(), upload);
    }

    fn upload(&self, upload_id: &UploadId) -> Option<UploadView> {
        held(&self.uploads)
            .get(upload_id)
            .map(|upload| upload.view.clone())
    }

    /// Changes how an upload goes, unless it has ended. The new view, if it changed.
    fn change(&self, upload_id: &UploadId, state: UploadState) -> Option<UploadView> {
        let mut uploads = held(&self.uploads);
        let upload = uploads.get_mut(upload_id)?;
        if has_ended(&upload.view.state) {
            return None;
        }
        upload.view.state = state;
        Some(upload.view.clone())
    }

    /// An asset as it is listed, its picture's address remembered.
    fn view(&self, asset: &Asset) -> ReferenceView {
        let asset_id = AssetId(asset.id.clone());
        let picture = asset.thumb_url.clone().filter(|url| is_own(url));
        let has_picture = picture.is_some();
        if let Some(picture) = picture {
            let mut pictures = held(&self.pictures);
            if pictures.len() >= MOST_PICTURES {
                // They are listed again before they are shown again.
                pictures.clear();
            }
            pictures.insert(asset_id.clone(), picture);
        }
        ReferenceView {
            name: asset.name.clone().unwrap_or_else(|| asset.id.clone()),
            asset_id,
            has_picture,
            product_id: asset.product_id.clone().map(ProductId),
            character_id: asset.character_id.clone().map(CharacterId),
            created_at: asset.created_at.map(|at| at.as_millisecond()),
        }
    }
}

impl Studio {
    /// A page of the reference material that the service has, newest first: [`REELS_PAGE`] entries,
    /// the first page is 1 (0 is the first too).
    ///
    /// # Errors
    /// Those of the read.
    pub async fn references(&self, page: u32) -> Result<Vec<ReferenceView>, Refusal> {
        let listed = self.ask_references(page).await?;
        let view = |asset| self.core.references.view(asset);
        Ok(listed.iter().map(view).collect())
    }

    /// The same as the service gives it.
    pub(crate) async fn ask_references(&self, page: u32) -> Result<Vec<Asset>, Refusal> {
        let filter = AssetQuery {
            r#type: Some(AssetType::Upload),
            sort: Some(AssetSort::NewestFirst),
            page: Some(page.max(1)),
            limit: Some(REELS_PAGE),
            ..AssetQuery::default()
        };
        Ok(self.assets(filter).await?.assets)
    }
}

fn has_ended(state: &UploadState) -> bool {
    !matches!(state, UploadState::Sending { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(number: usize, state: UploadState) -> Upload {
        Upload {
            view: UploadView {
                upload_id: UploadId(format!("{number:05}")),
                name: String::new(),
                state,
            },
            stop: Arc::default(),
        }
    }

    #[test]
    fn what_has_ended_stays_so_and_the_oldest_are_forgotten() {
        let references = References::default();
        references.put(upload(0, UploadState::Sending { sent: 0, total: 1 }));
        let cancelled = references.change(&"00000".into(), UploadState::Cancelled);
        assert!(cancelled.is_some());
        let late = UploadState::Sending { sent: 1, total: 1 };
        assert_eq!(references.change(&"00000".into(), late), None);
        for number in 1..=MOST_ENDED + 2 {
            references.put(upload(number, UploadState::Cancelled));
        }
        assert_eq!(references.upload(&"00000".into()), None);
        assert!(references.upload(&"00002".into()).is_some());
    }
}
