//! One clip on its way, from its first byte to its rest.

use contract::{Code, FootageId, Refusal};
use hubfluencer::{NewUpload, Upload, UploadStatus};
use transfer::{Control, Priority};

use super::file::still_the_same;
use super::pieces::Piece;
use crate::Studio;
use crate::journal::{FootagePhase, FootageRecord};

/// How a sending ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum End {
    /// The service has it, and says this of it.
    AtService(FootagePhase, Option<Refusal>),
    /// It can go on. With a reason where the person did not ask for the pause.
    Paused(Option<Refusal>),
    /// Nothing more comes of it: it failed, or, without a reason, the person gave it up.
    Over(Option<Refusal>),
}

/// How far one attempt came.
pub(super) enum Sent {
    /// The service has all of it.
    Whole(End),
    /// The person wants a pause, and nothing is under way any more.
    Paused,
    /// The service or its storage knows nothing of this upload any more: what was sent is lost.
    Forgotten,
}

impl End {
    /// What the service says of an upload that it has.
    pub(super) fn of(upload: &Upload) -> Self {
        match &upload.status {
            UploadStatus::Ready => Self::AtService(FootagePhase::Ready, None),
            UploadStatus::Failed => {
                let refusal = Refusal::new(Code::FootageFailed).of_hubfluencer();
                let refusal = match &upload.error_message {
                    Some(words) => refusal.with("detail", words.as_str()),
                    None => refusal,
                };
                Self::AtService(FootagePhase::Failed, Some(refusal))
            }
            _ => Self::AtService(FootagePhase::Processing, None),
        }
    }

    /// What may go on later is paused, and with it all that storage has; the rest is over.
    fn refused(refusal: Refusal) -> Self {
        // A token can be replaced by one that may.
        let can_go_on = refusal.retryable || refusal.code == Code::ScopeMissing;
        if can_go_on {
            Self::Paused(Some(refusal))
        } else {
            Self::Over(Some(refusal))
        }
    }
}

impl Studio {
    /// Lets a clip that this process has claimed go on.
    pub(super) fn set_footage_going(&self, record: FootageRecord) {
        let footage_id = record.footage_id.clone();
        let control = Control::new();
        let mut piece = Piece::new(record);
        piece.control = Some(control.clone());
        let view = self.core.hub.footage.put(piece);
        self.tell_footage(Some(view));
        let studio = self.clone();
        self.core
            .spawn(async move { studio.run_footage(&footage_id, control).await });
    }

    async fn run_footage(&self, footage_id: &FootageId, control: Control) {
        loop {
            let end = tokio::select! {
                biased;
                () = control.cancelled() => End::Over(None),
                end = self.send_footage(footage_id, &control) => end,
            };
            if self.rest_footage(footage_id, end, &control).await {
                return;
            }
        }
    }

    async fn send_footage(&self, footage_id: &FootageId, control: &Control) -> End {
        let (traffic, host) = (&self.core.traffic, self.core.hub.server_name());
        let _lane = tokio::select! {
            lane = traffic.upload_lane(host, Priority::Normal) => lane,
            _ = control.stopped() => return End::Paused(None),
        };
        match self.carry_footage(footage_id, control).await {
            Ok(end) => end,
            Err(refusal) => {
                tracing::warn!(%footage_id, %refusal, "a clip stopped");
                End::refused(refusal)
            }
        }
    }

    async fn carry_footage(
        &self,
        footage_id: &FootageId,
        control: &Control,
    ) -> Result<End, Refusal> {
        let mut record = self.own_footage(footage_id).await?;
        still_the_same(&record.file).await?;
        if record.is_end_asked
            && let Some(end) = self.end_that_came(&record).await?
        {
            return Ok(end);
        }
        // What the service has forgotten begins anew, once.
        for _ in 0..2 {
            let sent = if record.brief.in_parts {
                self.send_in_parts(&record, control).await?
            } else {
                self.send_in_one(&record, control).await?
            };
            match sent {
                Sent::Whole(end) => return Ok(end),
                Sent::Paused => return Ok(End::Paused(None)),
                Sent::Forgotten => {
                    if let Some(end) = self.end_of_another_account(&record).await? {
                        return Ok(end);
                    }
                    tracing::info!(%footage_id, "the service has forgotten an upload");
                    // It may have been but one answer that did not find it: nothing dangles then.
                    if let Err(refusal) = self.abort_footage(&record).await {
                        tracing::warn!(%footage_id, %refusal, "a forgotten upload may dangle");
                    }
                    self.core
                        .journal
                        .footage_slot(footage_id, self.core.sender.id(), None)
                        .await?;
                    record = self.own_footage(footage_id).await?;
                }
            }
        }
        Err(Refusal::new(Code::NotFound).of_hubfluencer())
    }

    /// The pause of a clip whose very ad is not found: the token is another account's by now, and what
    /// storage has is not lost. None: the ad is there.
    async fn end_of_another_account(&self, record: &FootageRecord) -> Result<Option<End>, Refusal> {
        match self.ask_uploads(&record.slug).await {
            Ok(_) => Ok(None),
            Err(refusal) if refusal.code == Code::NotFound => Ok(Some(End::Paused(Some(refusal)))),
            Err(refusal) => Err(refusal),
        }
    }

    /// Whether the end that was asked for came, although its answer was lost.
    pub(super) async fn end_that_came(
        &self,
        record: &FootageRecord,
    ) -> Result<Option<End>, Refusal> {
        let Some(slot) = &record.slot else {
            return Ok(None);
        };
        let uploads = self.ask_uploads(&record.slug).await?;
        let upload = uploads.iter().find(|upload| {
            slot.upload_id == upload.id || slot.upload_id.is_written(&upload.id.to_string())
        });
        Ok(upload
            .filter(|upload| {
                matches!(
                    upload.status,
                    UploadStatus::Processing | UploadStatus::Ready | UploadStatus::Failed
                )
            })
            .map(End::of))
    }

    /// What the journal says of an upload of this process, which the page then shows.
    async fn own_footage(&self, footage_id: &FootageId) -> Result<FootageRecord, Refusal> {
        let record = self.core.journal.footage(footage_id).await?;
        let record = record.ok_or_else(|| Refusal::new(Code::Unknown))?;
        self.core
            .hub
            .footage
            .change(footage_id, |piece| piece.record = record.clone());
        Ok(record)
    }
}

/// What the service is told of a clip before its first byte.
pub(super) fn announced(record: &FootageRecord) -> NewUpload {
    let description = &record.brief.product_description;
    NewUpload {
        filename: record.file.name.clone(),
        mime_type: record.file.mime_type.clone(),
        size_bytes: record.file.mark.size,
        fit_mode: Some(record.brief.fit_mode.as_str().into()),
        product_description: (!description.is_empty()).then(|| description.clone()),
    }
}
