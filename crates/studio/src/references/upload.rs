//! Uploading reference material: looked at by its content, streamed, and stopped when the person says
//! so.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use contract::{
    Code, Event, FileKind, HARD_SIZE_CAP_BYTES, IMAGE_CAP_BYTES, Limits, Millis, NewReference,
    Refusal, UploadId, UploadState, UploadView, Verdict,
};
use riffkit::{Asset, NewAsset};
use tokio::sync::Notify;
use transfer::Priority;
use wire::upload::{FilePart, Hooks};

use super::{Upload, has_ended};
use crate::Studio;
use crate::failure::refusal_of;
use crate::files::{ChosenFile, gone, open_chosen, too_large, upload_of};
use crate::lock::held;

/// At most ten progress events a second.
const PROGRESS_EVERY: Millis = 100;

impl Studio {
    /// Uploads reference material. Returns as soon as the file was found to be one that the service
    /// takes; how it goes on is told as [`Event::Upload`]. It costs nothing.
    ///
    /// # Errors
    /// [`Code::FileGone`], [`Code::FileRefused`], [`Code::ImageTooLarge`] and the like: nothing was
    /// sent. [`Code::NotSignedIn`].
    pub async fn upload_reference(&self, reference: NewReference) -> Result<UploadId, Refusal> {
        let core = &self.core;
        if !core.sessions.is_signed_in() {
            return Err(Code::NotSignedIn.into());
        }
        let chosen = core.files.get(&reference.file_id);
        let chosen = chosen.ok_or_else(|| gone(&reference.name))?;
        let limits = self
            .service_facts()
            .await
            .map_or(core.facts().limits, |(_, limits)| limits);
        let file = checked(&chosen, &limits).await?;
        let upload_id = UploadId(uuid::Uuid::now_v7().to_string());
        let view = UploadView {
            upload_id: upload_id.clone(),
            name: chosen.view.name.clone(),
            state: UploadState::Sending {
                sent: 0,
                total: file.length,
            },
        };
        let stop = Arc::new(Notify::new());
        core.references.put(Upload {
            view: view.clone(),
            stop: Arc::clone(&stop),
        });
        core.tell(Event::Upload(view));
        let asset = new_asset(reference, &chosen, file);
        let (studio, id) = (self.clone(), upload_id.clone());
        core.spawn(async move {
            let state = tokio::select! {
                state = studio.upload(&id, asset) => state,
                () = stop.notified() => UploadState::Cancelled,
            };
            studio.tell_upload(&id, state);
        });
        Ok(upload_id)
    }

    /// Whether reference material is being uploaded.
    pub fn is_uploading(&self) -> bool {
        held(&self.core.references.uploads)
            .values()
            .any(|upload| !has_ended(&upload.view.state))
    }

    /// Stops an upload. One whose end has left may be there all the same.
    pub fn cancel_upload(&self, upload_id: &UploadId) {
        let stop = held(&self.core.references.uploads)
            .get(upload_id)
            .map(|upload| Arc::clone(&upload.stop));
        if let Some(stop) = stop {
            stop.notify_one();
        }
    }

    /// Waits until an upload has ended.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here.
    pub async fn upload_ended(&self, upload_id: &UploadId) -> Result<UploadView, Refusal> {
        let references = &self.core.references;
        let mut changes = references.changed.subscribe();
        loop {
            changes.mark_unchanged();
            let view = references
                .upload(upload_id)
                .ok_or_else(|| Refusal::new(Code::Unknown))?;
            if has_ended(&view.state) || changes.changed().await.is_err() {
                return Ok(view);
            }
        }
    }

    async fn upload(&self, upload_id: &UploadId, asset: NewAsset) -> UploadState {
        let core = &self.core;
        let _lane = core
            .traffic
            .upload_lane(&core.server_name, Priority::Normal)
            .await;
        let Some(session) = core.sessions.current() else {
            let refusal = Code::NotSignedIn.into();
            return UploadState::Failed { refusal };
        };
        let (studio, id, told) = (self.clone(), upload_id.clone(), AtomicI64::new(0));
        let hooks = Hooks::none().progress(move |sent, total| {
            let now = studio.core.now();
            if sent < total && now - told.load(Ordering::Relaxed) < PROGRESS_EVERY {
                return;
            }
            told.store(now, Ordering::Relaxed);
            studio.tell_upload(&id, UploadState::Sending { sent, total });
        });
        let hooks = hooks.paced(core.traffic.up.throttle.pace());
        match core.api.upload_asset(&session, asset, hooks).await {
            Ok(asset) => self.uploaded(&asset),
            Err(failure) => {
                if failure.status() == Some(401) {
                    self.lose_session(&session).await;
                }
                let refusal = refusal_of(&failure);
                tracing::warn!(%upload_id, %failure, "an upload failed");
                UploadState::Failed { refusal }
            }
        }
    }

    fn uploaded(&self, asset: &Asset) -> UploadState {
        UploadState::Done {
            reference: self.core.references.view(asset),
        }
    }

    fn tell_upload(&self, upload_id: &UploadId, state: UploadState) {
        if let Some(view) = self.core.references.change(upload_id, state) {
            self.core.tell(Event::Upload(view));
            // Who waits for its end finds it told.
            self.core.references.changed.send_replace(());
        }
    }
}

fn new_asset(reference: NewReference, chosen: &ChosenFile, file: FilePart) -> NewAsset {
    let name = match reference.name.trim() {
        "" => chosen.view.name.clone(),
        name => name.to_owned(),
    };
    NewAsset {
        product_id: reference.product_id.map(|id| id.0).unwrap_or_default(),
        character_id: reference.character_id.map(|id| id.0).unwrap_or_default(),
        name,
        notes: reference.notes.trim().to_owned(),
        ..NewAsset::reference(file)
    }
}

/// The file of an upload, opened, if the service takes such a one: by its content and by the caps
/// that hold for this deployment now.
async fn checked(chosen: &ChosenFile, limits: &Limits) -> Result<FilePart, Refusal> {
    let name = &chosen.view.name;
    if let Some(refusal) = &chosen.view.refusal {
        return Err(refusal.clone());
    }
    let (Some(mark), Some(format)) = (chosen.mark.clone(), chosen.format) else {
        return Err(gone(name));
    };
    let (file, size) = open_chosen(chosen.path.clone(), mark, name).await?;
    let refused = || Refusal::new(Code::FileRefused).with("file", name.as_str());
    match chosen.view.kind {
        FileKind::Image if size > IMAGE_CAP_BYTES => return Err(too_large(name, size)),
        FileKind::Image => {}
        FileKind::Video if size > HARD_SIZE_CAP_BYTES => return Err(refused()),
        FileKind::Video => {
            let (path, limits) = (chosen.path.clone(), *limits);
            let report = tokio::task::spawn_blocking(move || clip::check(&path, &limits)).await;
            let verdict = report.map(|report| report.verdict);
            if !verdict.is_ok_and(|verdict| verdict != Verdict::Refused) {
                return Err(refused());
            }
        }
        FileKind::Other => return Err(refused()),
    }
    Ok(upload_of((file, size), name, format))
}
