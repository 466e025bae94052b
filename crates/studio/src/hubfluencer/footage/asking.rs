//! What fronts ask of the person's own clips.

use std::collections::BTreeMap;

use contract::{
    Code, FootageId, FootageState, FootageView, HubEvent, MULTIPART_FROM_BYTES, NewFootage,
    Refusal, UploadMethod,
};

use super::file::checked;
use super::pieces::Piece;
use crate::Studio;
use crate::journal::{ClipFile, FootageBrief, FootagePhase, FootageRecord};

/// Longest description of a product, in characters (contract, "Limits, statuses & rules").
pub(crate) const LONGEST_DESCRIPTION: usize = 500;

impl Studio {
    /// Uploads a clip to an ad. Returns as soon as the file was found to be one that the service
    /// takes; how it goes on is told as [`HubEvent::Footage`]. It costs nothing. The same file to the
    /// same ad goes on where it stopped.
    ///
    /// # Errors
    /// [`Code::FileGone`], [`Code::FootageKindUnknown`], [`Code::FootageTooLarge`],
    /// [`Code::FootageTooLong`], [`Code::FootageFailed`], [`Code::TextTooLong`]: nothing was sent.
    /// [`Code::TokenNeeded`]; [`Code::AlreadyRunning`] where another process of this machine sends it.
    pub async fn upload_footage(&self, footage: NewFootage) -> Result<FootageId, Refusal> {
        self.expect_hub_token()?;
        let description = described(&footage.product_description)?;
        let chosen = self.core.files.get(&footage.file_id);
        let chosen = chosen.ok_or_else(|| Refusal::new(Code::FileGone))?;
        let file = checked(chosen).await?;
        let in_parts = match footage.method {
            UploadMethod::Auto => file.mark.size >= MULTIPART_FROM_BYTES,
            UploadMethod::Single => false,
            UploadMethod::Multipart => true,
        };
        let brief = FootageBrief {
            fit_mode: footage.fit_mode,
            product_description: description,
            in_parts,
            with_checksum: footage.with_checksum && !in_parts,
        };
        self.recall_footage().await?;
        if let Some(begun) = self.same_footage(&footage.slug, &file, &brief) {
            self.resume_footage(&begun).await?;
            return Ok(begun);
        }
        self.begin_footage(footage.slug, file, brief).await
    }

    /// Pauses an upload after the parts under way; one that goes in one piece begins anew later.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that this process does not send.
    pub async fn pause_footage(&self, footage_id: &FootageId) -> Result<(), Refusal> {
        let footage = &self.core.hub.footage;
        if let Some(control) = footage.control(footage_id) {
            control.pause();
            return Ok(());
        }
        let phase = footage.read(footage_id, |piece| piece.record.phase);
        match phase {
            Some(FootagePhase::Paused) => Ok(()),
            _ => Err(Code::Unknown.into()),
        }
    }

    /// Goes on with an upload. What storage has acknowledged is not sent again.
    ///
    /// # Errors
    /// [`Code::TokenNeeded`]; [`Code::Unknown`]; [`Code::AlreadyRunning`] where another process of
    /// this machine sends it.
    pub async fn resume_footage(&self, footage_id: &FootageId) -> Result<(), Refusal> {
        self.expect_hub_token()?;
        let _passing = self.core.hub.footage.passing.lock().await;
        if let Some(control) = self.core.hub.footage.control(footage_id) {
            control.resume();
            self.core.traffic.hurry();
            return Ok(());
        }
        let record = self.known_footage(footage_id).await?;
        if !matches!(record.phase, FootagePhase::Paused | FootagePhase::Sending) {
            return Ok(());
        }
        let record = self.claimed_footage(record).await?;
        self.set_footage_going(record);
        Ok(())
    }

    /// Gives an upload up: storage keeps nothing of it. One that the service has already is left to it.
    ///
    /// # Errors
    /// [`Code::Unknown`]; [`Code::AlreadyRunning`] where another process of this machine sends it.
    pub async fn cancel_footage(&self, footage_id: &FootageId) -> Result<(), Refusal> {
        let passing = self.core.hub.footage.passing.lock().await;
        if let Some(control) = self.core.hub.footage.control(footage_id) {
            control.cancel();
            return Ok(());
        }
        let record = self.known_footage(footage_id).await?;
        if !matches!(record.phase, FootagePhase::Paused | FootagePhase::Sending) {
            return Ok(());
        }
        let record = self.claimed_footage(record).await?;
        self.core.hub.footage.put(Piece::new(record));
        drop(passing);
        self.end_footage_here(footage_id, None).await;
        Ok(())
    }

    /// The clips of an ad, fresh: those on their way from here, and those that the service has.
    ///
    /// # Errors
    /// Those of the read.
    pub async fn footage(&self, slug: &str) -> Result<Vec<FootageView>, Refusal> {
        self.recall_footage().await?;
        let uploads = self.ask_uploads(slug).await?;
        self.hear_uploads(slug, &uploads).await;
        Ok(self.footage_of(slug, &uploads))
    }

    /// A clip that was sent from here, as it stands.
    pub fn footage_view(&self, footage_id: &FootageId) -> Option<FootageView> {
        self.core.hub.footage.read(footage_id, Piece::view)
    }

    /// Whether a clip is being sent by this process.
    pub fn is_sending_footage(&self) -> bool {
        self.core.hub.footage.is_sending()
    }

    /// Waits until a clip has come to rest: it can be placed, has failed, was cancelled, or paused.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here.
    pub async fn footage_ended(&self, footage_id: &FootageId) -> Result<FootageView, Refusal> {
        let mut changes = self.core.hub.footage.changes();
        loop {
            changes.mark_unchanged();
            let view = self
                .footage_view(footage_id)
                .ok_or_else(|| Refusal::new(Code::Unknown))?;
            let rests = view.state.has_ended() || matches!(view.state, FootageState::Paused { .. });
            if rests || changes.changed().await.is_err() {
                return Ok(view);
            }
        }
    }

    /// # Errors
    /// [`Code::TokenNeeded`], [`Code::HubAbsent`].
    pub(in crate::hubfluencer) fn expect_hub_token(&self) -> Result<(), Refusal> {
        self.core.hub.api()?;
        match self.core.hub.sessions.current() {
            Some(_) => Ok(()),
            None => Err(Code::TokenNeeded.into()),
        }
    }

    pub(super) fn tell_footage(&self, view: Option<FootageView>) {
        if let Some(view) = view {
            self.core.tell_hub(HubEvent::Footage(view));
        }
    }

    /// An upload of this very file to this ad that has not come to its end.
    fn same_footage(&self, slug: &str, file: &ClipFile, brief: &FootageBrief) -> Option<FootageId> {
        let same = |piece: &Piece| {
            let record = &piece.record;
            let is_open = matches!(record.phase, FootagePhase::Paused | FootagePhase::Sending);
            let is_same = record.slug == slug
                && record.brief == *brief
                && record.file.path == file.path
                && record.file.mark == file.mark;
            (is_open && is_same).then(|| record.footage_id.clone())
        };
        // The newest has gone farthest.
        self.core.hub.footage.each(same).pop()
    }

    /// Begins an upload, unless the same one was begun a moment ago.
    async fn begin_footage(
        &self,
        slug: String,
        file: ClipFile,
        brief: FootageBrief,
    ) -> Result<FootageId, Refusal> {
        let core = &self.core;
        let _passing = core.hub.footage.passing.lock().await;
        if let Some(begun) = self.same_footage(&slug, &file, &brief) {
            return Ok(begun);
        }
        let footage_id = FootageId(uuid::Uuid::now_v7().to_string());
        let record = FootageRecord {
            footage_id: footage_id.clone(),
            sender: core.sender.id().to_owned(),
            slug,
            phase: FootagePhase::Sending,
            file,
            brief,
            slot: None,
            is_end_asked: false,
            parts: BTreeMap::new(),
            refusal: None,
            created_at: core.now(),
        };
        core.journal
            .begin_footage(core.hub.server_name(), &record)
            .await?;
        self.set_footage_going(record);
        Ok(footage_id)
    }

    /// What the journal says of an upload.
    async fn known_footage(&self, footage_id: &FootageId) -> Result<FootageRecord, Refusal> {
        let known = self.core.journal.footage(footage_id).await?;
        known.ok_or_else(|| Code::Unknown.into())
    }

    /// Makes this process the one that sends.
    async fn claimed_footage(&self, record: FootageRecord) -> Result<FootageRecord, Refusal> {
        let core = &self.core;
        let own = core.sender.id();
        let dead = Some(record.sender.as_str())
            .filter(|sender| *sender == own || core.sender.has_died(sender));
        let is_ours = core
            .journal
            .claim_footage(&record.footage_id, own, dead)
            .await?;
        if !is_ours {
            return Err(Code::AlreadyRunning.into());
        }
        // Read anew: its sender may have noted a part just before it died.
        self.known_footage(&record.footage_id).await
    }
}

/// A description without what surrounds it.
///
/// # Errors
/// [`Code::TextTooLong`].
pub(crate) fn described(description: &str) -> Result<String, Refusal> {
    let description = description.trim();
    match description.chars().count().checked_sub(LONGEST_DESCRIPTION) {
        Some(over) if over > 0 => Err(Refusal::new(Code::TextTooLong)
            .with("field", "product_description")
            .with("over", over as f64)),
        _ => Ok(description.to_owned()),
    }
}
