//! Pictures of projects: slides, their backgrounds, stills and the person's own images, kept on disk
//! under what tells one image from the next.

use std::path::PathBuf;

use contract::{AssetId, Code, ProjectKey, ProjectMedia, Refusal};
use futures_util::StreamExt as _;
use hubfluencer::Portion;

use super::entry;
use crate::Studio;
use crate::hubfluencer::refusal_of;
use crate::journal::{ProjectRecord, ProjectResult};
use crate::pictures::{LARGEST, file_name};

impl Studio {
    /// A picture of a project on disk, asked of storage the first time. One that was made anew is
    /// another picture.
    ///
    /// # Errors
    /// [`Code::Unknown`] where there is none, [`Code::BadAnswer`] where it is no picture, those of the
    /// read.
    pub async fn project_picture(
        &self,
        key: &ProjectKey,
        media: &ProjectMedia,
    ) -> Result<PathBuf, Refusal> {
        let pictures = &self.core.pictures;
        if let Some(path) = self.kept_picture(key, media).await? {
            return Ok(path);
        }
        let _place = pictures.place().await;
        if let Some(path) = self.kept_picture(key, media).await? {
            return Ok(path);
        }
        let bytes = self.fetch_still(key, media).await?;
        // The project may have been read on the way here.
        let record = self.project_record(key).await?;
        let record = record.ok_or_else(|| Refusal::new(Code::Unknown).of_hubfluencer())?;
        let server = self.core.hub.server_name();
        pictures.keep(name_of(server, &record, media), bytes).await
    }

    /// The picture of a finished work in the library. What came before it can't be shown any more.
    pub(crate) async fn result_picture(
        &self,
        asset_id: &AssetId,
        result: &ProjectResult,
    ) -> Result<PathBuf, Refusal> {
        self.expect_current(asset_id, result).await?;
        let media = entry::picture_of(result);
        self.project_picture(&result.project, &media).await
    }

    async fn kept_picture(
        &self,
        key: &ProjectKey,
        media: &ProjectMedia,
    ) -> Result<Option<PathBuf>, Refusal> {
        let record = self.project_record(key).await?;
        let server = self.core.hub.server_name();
        Ok(record.and_then(|record| {
            let name = name_of(server, &record, media);
            self.core.pictures.find(&name)
        }))
    }

    async fn fetch_still(
        &self,
        key: &ProjectKey,
        media: &ProjectMedia,
    ) -> Result<Vec<u8>, Refusal> {
        let bad = || Refusal::new(Code::BadAnswer).of_hubfluencer();
        let mut body = self
            .fetch_media(key, media, &Portion::default())
            .await?
            .body;
        let mut bytes = Vec::new();
        while let Some(piece) = body.next().await {
            let piece = piece.map_err(|failure| refusal_of(&failure))?;
            if bytes.len() + piece.len() > LARGEST {
                return Err(bad());
            }
            bytes.extend_from_slice(&piece);
        }
        match clip::sniff(&bytes) {
            clip::Sniffed::Image(_) => Ok(bytes),
            _ => Err(bad()),
        }
    }
}

/// The name under which a picture is kept: with the mark of the object that it is, and with how often
/// a slide was made, since a new image may be written over the old one.
fn name_of(server: &str, record: &ProjectRecord, media: &ProjectMedia) -> String {
    let facts = &record.facts;
    let mark = facts.media.iter().find(|(known, _)| known == media);
    let mark = mark.map_or("", |(_, mark)| mark);
    let made = match media {
        ProjectMedia::Slide(position) | ProjectMedia::Background(position) => facts
            .slides
            .get(position)
            .map(|slide| (slide.revision, slide.is_finished)),
        _ => None,
    };
    let (revision, is_finished) = made.unwrap_or_default();
    let of = (server, &record.key.slug, media, revision, is_finished);
    let (kind, slug) = (record.key.kind.as_str(), file_name(&record.key.slug));
    // Of a slug only so much as tells a person what it is: the rest is told by the mark of all of it.
    let slug: String = slug.chars().take(60).collect();
    format!("{kind}.{slug}.{mark}.{:016x}", crate::pictures::mark(&of))
}

#[cfg(test)]
mod tests {
    use contract::ProjectKind;

    use super::*;
    use crate::journal::{ProjectFacts, SlideFacts};

    #[test]
    fn a_slide_that_was_made_again_is_another_picture_and_one_that_was_heard_again_is_not() {
        let slide = ProjectMedia::Slide(1);
        let record = |revision, mark: &str| ProjectRecord {
            facts: ProjectFacts {
                media: vec![(slide.clone(), mark.to_owned())],
                slides: [(
                    1,
                    SlideFacts {
                        revision,
                        is_finished: true,
                        mark: String::new(),
                    },
                )]
                .into(),
            },
            ..ProjectRecord::blank(ProjectKey::new(ProjectKind::Carousel, "s"), 0)
        };
        let name = |revision, mark| name_of("here", &record(revision, mark), &slide);
        assert_eq!(name(1, "a"), name(1, "a"));
        assert_ne!(name(1, "a"), name(2, "a"), "at the same address");
        assert_ne!(name(1, "a"), name(1, "b"), "elsewhere");
        let other = name_of("there", &record(1, "a"), &slide);
        assert_ne!(name(1, "a"), other, "of another service");
    }
}
