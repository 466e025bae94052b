//! One image on its way: its bytes, its progress, and the gate before its end.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use contract::{Code, Millis, ProductId, ProductWorkId, Refusal};
use futures_util::future::BoxFuture;
use riffkit::{ContentPolicy, ImageSource, NewImage, Product};
use transfer::Priority;
use wire::Failure;
use wire::upload::{Aborted, Hooks};

use crate::Studio;
use crate::failure::refusal_of;
use crate::files;
use crate::journal::{StagedImage, StagedSource};
use crate::lock::held;
use crate::orders::Stop;

/// At most ten progress events a second.
const PROGRESS_EVERY: Millis = 100;

/// What a write without an answer means for the next look.
pub(super) struct Unanswered {
    pub(super) refusal: Refusal,
    /// Whether the service may have it all the same.
    pub(super) may_be_there: bool,
}

impl Studio {
    /// Sends one image. `None`: it was stopped before its end had left.
    pub(super) async fn send_image(
        &self,
        work_id: &ProductWorkId,
        product_id: &ProductId,
        place: usize,
        image: &StagedImage,
        stop: &Arc<Stop>,
    ) -> Result<Option<Product>, Unanswered> {
        let core = &self.core;
        let not_sent = |refusal: Refusal| Unanswered {
            refusal,
            may_be_there: false,
        };
        let traffic = &core.traffic;
        let _lane = tokio::select! {
            biased;
            lane = traffic.upload_lane(&core.server_name, Priority::Normal) => lane,
            () = stop.cancelled() => return Ok(None),
        };
        let source = opened(&image.source).await.map_err(not_sent)?;
        let Some(session) = core.sessions.current() else {
            return Err(not_sent(Code::NotSignedIn.into()));
        };
        let total = match &image.source {
            StagedSource::File { size, .. } => *size,
            StagedSource::Url { .. } => 0,
        };
        self.change_work(work_id, |work| work.sending = Some((place, 0, total)));
        let request = NewImage {
            source,
            name: image.name.clone(),
            image_id: image.image_id.clone(),
            description: image.description.clone(),
            usage_context: image.usage_context.clone(),
            content_policy: Some(if image.is_mutable {
                ContentPolicy::Mutable
            } else {
                ContentPolicy::Locked
            }),
        };
        let unwritten = Arc::new(Mutex::new(None));
        let hooks = self.image_hooks(work_id, place, total > 0, stop, &unwritten);
        let sending = core
            .api
            .add_product_image(&session, &product_id.0, request, hooks);
        let answer = tokio::select! {
            biased;
            answer = sending => answer,
            () = stop.cancelled() => return Ok(None),
        };
        let failure = match answer {
            Ok(product) => return Ok(Some(product)),
            Err(failure) => failure,
        };
        tracing::warn!(%work_id, place, %failure, "an image was not answered");
        if failure.status() == Some(401) {
            self.lose_session(&session).await;
        }
        if matches!(failure, Failure::Withheld) {
            return match held(&unwritten).take() {
                Some(refusal) => Err(not_sent(refusal)),
                None => Ok(None),
            };
        }
        Err(Unanswered {
            may_be_there: failure.may_have_been_taken(),
            refusal: image_refusal(&failure, &image.source),
        })
    }

    /// Progress out, and the gate: the journal says "sealed" before the last byte may leave.
    fn image_hooks(
        &self,
        work_id: &ProductWorkId,
        place: usize,
        has_bytes: bool,
        stop: &Arc<Stop>,
        unwritten: &Arc<Mutex<Option<Refusal>>>,
    ) -> Hooks {
        let (studio, id) = (self.clone(), work_id.clone());
        let told = AtomicI64::new(0);
        let progress = move |sent, total| {
            let now = studio.core.now();
            let soon = sent < total && now - told.load(Ordering::Relaxed) < PROGRESS_EVERY;
            if soon || !has_bytes {
                return;
            }
            told.store(now, Ordering::Relaxed);
            studio.change_work(&id, |work| work.sending = Some((place, sent, total)));
        };
        let (studio, id) = (self.clone(), work_id.clone());
        let (stop, unwritten) = (Arc::clone(stop), Arc::clone(unwritten));
        let gate = move || -> BoxFuture<'static, Result<(), Aborted>> {
            Box::pin(async move {
                if !stop.seal() {
                    return Err(Aborted);
                }
                let core = &studio.core;
                let sealed = core.journal.seal_image(&id, core.sender.id(), place).await;
                sealed.map_err(|refusal| {
                    *held(&unwritten) = Some(refusal);
                    Aborted
                })
            })
        };
        let pace = self.core.traffic.up.throttle.pace();
        Hooks::none()
            .progress(progress)
            .paced(pace)
            .before_last(gate)
    }
}

/// Opens an image's source as it was chosen.
async fn opened(source: &StagedSource) -> Result<ImageSource, Refusal> {
    match source {
        StagedSource::Url { url } => Ok(ImageSource::Url {
            image_url: url.clone(),
        }),
        StagedSource::File {
            path,
            mark,
            name,
            format,
            ..
        } => {
            let opened = files::open_chosen(path.clone(), mark.clone(), name).await?;
            Ok(ImageSource::File {
                file: files::upload_of(opened, name, format),
            })
        }
    }
}

/// What a failure means for an image.
fn image_refusal(failure: &Failure, source: &StagedSource) -> Refusal {
    match (failure, source) {
        (Failure::Source(_), StagedSource::File { name, .. }) => files::gone(name),
        (Failure::Status { status: 413, .. }, StagedSource::File { name, size, .. }) => {
            files::too_large(name, *size)
        }
        _ => refusal_of(failure),
    }
}
