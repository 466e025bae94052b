//! The bytes of what projects have, from storage: by a link that is good, without the token.

use contract::{AssetId, Code, ProjectKey, ProjectMedia, Refusal};
use hubfluencer::{Portion, Presigned, StorageProblem, Streamed};

use super::entry;
use crate::Studio;
use crate::hubfluencer::refusal_of;
use crate::journal::ProjectResult;
use crate::library::MediaStream;

impl Studio {
    /// Whether a project is known here.
    ///
    /// # Errors
    /// [`Code::Unknown`] where it is not; [`Code::JournalFailed`].
    pub async fn knows_project(&self, key: &ProjectKey) -> Result<(), Refusal> {
        match self.project_record(key).await? {
            Some(_) => Ok(()),
            None => Err(Refusal::new(Code::Unknown).of_hubfluencer()),
        }
    }

    /// Opens something of a project at storage. `range` is a `Range` header's value, such as
    /// `bytes=0-`. A link that has expired is replaced on the way.
    ///
    /// # Errors
    /// [`Code::Unknown`] where the project has nothing of the kind; those of the read.
    pub async fn open_project_media(
        &self,
        key: &ProjectKey,
        media: &ProjectMedia,
        range: Option<String>,
    ) -> Result<MediaStream, Refusal> {
        let portion = Portion {
            range,
            if_range: None,
        };
        let streamed = self.fetch_media(key, media, &portion).await?;
        Ok(streamed.into())
    }

    /// Opens the finished work of a project. What came before it can't be fetched any more.
    pub(crate) async fn open_result(
        &self,
        asset_id: &AssetId,
        result: &ProjectResult,
        range: Option<String>,
    ) -> Result<MediaStream, Refusal> {
        self.expect_current(asset_id, result).await?;
        let media = match result.slides.first() {
            Some(position) => ProjectMedia::Slide(*position),
            None => ProjectMedia::Video,
        };
        self.open_project_media(&result.project, &media, range)
            .await
    }

    /// Whether an entry of the library is what its project has come to now.
    ///
    /// # Errors
    /// [`Code::NotFound`] where a newer result took its place or its project is gone,
    /// [`Code::NotFinishedYet`] where a newer one is on its way; [`Code::JournalFailed`].
    pub(crate) async fn expect_current(
        &self,
        asset_id: &AssetId,
        result: &ProjectResult,
    ) -> Result<(), Refusal> {
        let project = self.known_project(&result.project).await?;
        let refused = match project.as_ref().map(entry::asset_of) {
            Some(Some(current)) if current == *asset_id => return Ok(()),
            Some(None) => Code::NotFinishedYet,
            Some(Some(_)) | None => Code::NotFound,
        };
        Err(Refusal::new(refused).of_hubfluencer())
    }

    /// A part of something of a project. A link that storage no longer takes is replaced once.
    pub(crate) async fn fetch_media(
        &self,
        key: &ProjectKey,
        media: &ProjectMedia,
        portion: &Portion,
    ) -> Result<Streamed, Refusal> {
        let api = self.core.hub.api()?;
        let mut is_renewed = false;
        loop {
            let link = self.fresh_link(key, media).await?;
            self.expect_elsewhere(&link)?;
            match api.fetch_object(&link, portion).await {
                Ok(streamed) => return Ok(streamed),
                Err(failure) if !is_renewed && is_spent(&StorageProblem::of(&failure)) => {
                    self.core.hub.projects.links.forget_link(key, media);
                    is_renewed = true;
                }
                Err(failure) => return Err(of_storage(&failure)),
            }
        }
    }

    /// A service elsewhere has nothing to ask of this machine.
    ///
    /// # Errors
    /// [`Code::BadAnswer`] where a link of such a one leads here.
    pub(crate) fn expect_elsewhere(&self, link: &Presigned) -> Result<(), Refusal> {
        let bad = || Refusal::new(Code::BadAnswer).of_hubfluencer();
        let origin = wire::Origin::of(link.expose()).map_err(|_| bad())?;
        if origin.is_loopback() && !self.core.hub.api()?.origin().is_loopback() {
            return Err(bad());
        }
        Ok(())
    }
}

/// Whether a new link may do where this one does not: it has expired, or what it led to has moved.
fn is_spent(problem: &StorageProblem) -> bool {
    matches!(
        problem,
        StorageProblem::Refused
            | StorageProblem::Gone
            | StorageProblem::Other {
                status: Some(401),
                ..
            }
    )
}

/// What storage refuses says nothing about the token.
pub(crate) fn of_storage(failure: &wire::Failure) -> Refusal {
    let refusal = match StorageProblem::of(failure) {
        StorageProblem::Gone => Code::NotFound.into(),
        problem if is_spent(&problem) => {
            Refusal::new(Code::StorageRefused).with("detail", failure.to_string())
        }
        _ => refusal_of(failure),
    };
    refusal.of_hubfluencer()
}
