//! The clips of an ad: the service's list, and what is on its way there from here.

use contract::{FitMode, FootageState, FootageView};
use hubfluencer::{Upload, UploadStatus};

use super::looking::is_of;
use super::pieces::{Heard, Piece};
use super::sending::End;
use crate::Studio;
use crate::hubfluencer::projects::json_form;
use crate::journal::FootagePhase;

impl Studio {
    /// What the service lists of an ad's uploads, and before it what is still on its way from here.
    /// What was cancelled here is gone.
    pub(crate) fn footage_of(&self, slug: &str, uploads: &[Upload]) -> Vec<FootageView> {
        let footage = &self.core.hub.footage;
        let unlisted = |piece: &Piece| {
            let is_listed = uploads.iter().any(|upload| is_of(piece, slug, upload));
            let is_shown = match piece.record.phase {
                FootagePhase::Sending
                | FootagePhase::Paused
                | FootagePhase::Processing
                | FootagePhase::Failed => true,
                FootagePhase::Aborting => piece.record.refusal.is_some(),
                // Deleted at the service.
                FootagePhase::Ready | FootagePhase::Cancelled => false,
            };
            (piece.record.slug == slug && !is_listed && is_shown).then(|| piece.view())
        };
        let mut views = footage.each(unlisted);
        for upload in uploads {
            let own = footage.each(|piece| {
                is_of(piece, slug, upload).then(|| (piece.record.phase, piece.view()))
            });
            match own.into_iter().next_back() {
                Some((phase, view)) => views.extend(own_view(phase, view, upload)),
                None => views.push(view_of(slug, upload)),
            }
        }
        views
    }
}

/// A clip that was sent from here, as the service lists it.
fn own_view(phase: FootagePhase, view: FootageView, upload: &Upload) -> Option<FootageView> {
    match phase {
        // The service knows of it only that it is awaited.
        FootagePhase::Sending | FootagePhase::Paused => Some(view),
        FootagePhase::Aborting | FootagePhase::Cancelled => {
            Some(view).filter(|view| view.state != FootageState::Cancelled)
        }
        FootagePhase::Processing | FootagePhase::Ready | FootagePhase::Failed => {
            let listed = view_of(&view.slug, upload);
            Some(FootageView {
                footage_id: view.footage_id,
                name: view.name,
                size_bytes: view.size_bytes,
                fit_mode: view.fit_mode,
                in_parts: view.in_parts,
                duration_seconds: listed.duration_seconds.or(view.duration_seconds),
                ..listed
            })
        }
    }
}

/// An upload of the service's list.
fn view_of(slug: &str, upload: &Upload) -> FootageView {
    let heard = Heard::of(upload);
    let upload_id = json_form(&upload.id);
    FootageView {
        footage_id: None,
        name: upload
            .filename
            .clone()
            .unwrap_or_else(|| upload.id.to_string()),
        upload_id: Some(upload_id),
        slug: slug.to_owned(),
        size_bytes: upload.size_bytes,
        fit_mode: match upload.fit_mode {
            hubfluencer::FitMode::Blur => Some(FitMode::Blur),
            hubfluencer::FitMode::Cover => Some(FitMode::Cover),
            hubfluencer::FitMode::Other(_) => None,
        },
        in_parts: false,
        state: state_of(upload),
        address_until: None,
        duration_seconds: heard.duration_seconds,
        has_first_frame: heard.has_first_frame,
        attached_scene_ids: heard.attached_scene_ids,
    }
}

fn state_of(upload: &Upload) -> FootageState {
    match (&upload.status, End::of(upload)) {
        (UploadStatus::Ready, _) => FootageState::Ready,
        (UploadStatus::Processing, _) => FootageState::Processing,
        (_, End::AtService(_, Some(refusal))) => FootageState::Failed { refusal },
        // Awaited from elsewhere, or a word of a newer version.
        (status, _) => FootageState::Other {
            status: status.to_string(),
        },
    }
}
