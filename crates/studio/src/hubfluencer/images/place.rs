//! Where an image of each role goes, by the kind of project.

use contract::{Code, ImageRole, ProjectKey, ProjectKind, ProjectView, Refusal};

use super::Image;
use crate::Studio;
use crate::hubfluencer::Bucket;

/// Which of a project's images it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    ShortProduct,
    ShortPoster,
    CarouselLogo,
    EditorProduct,
    EditorClosingImage,
    EditorLogo,
}

/// An image's place in a project.
#[derive(Clone, Debug)]
pub(super) struct Place {
    project: ProjectKey,
    which: Which,
}

/// Where to put an image.
pub(super) struct Presigned {
    pub(super) address: hubfluencer::Presigned,
    pub(super) s3_key: String,
    /// The media type that the put must carry, where the service says another than was announced.
    pub(super) content_type: Option<String>,
}

impl From<hubfluencer::PresignedImage> for Presigned {
    fn from(image: hubfluencer::PresignedImage) -> Self {
        Self {
            address: image.presigned_url,
            s3_key: image.s3_key,
            content_type: None,
        }
    }
}

impl From<hubfluencer::PresignedPoster> for Presigned {
    fn from(poster: hubfluencer::PresignedPoster) -> Self {
        Self {
            address: poster.upload_url,
            s3_key: poster.s3_key,
            content_type: poster.content_type,
        }
    }
}

impl Place {
    /// The place for such an image.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] where such a project has none.
    pub(super) fn of(project: &ProjectKey, role: ImageRole) -> Result<Self, Refusal> {
        let which = match (project.kind, role) {
            (ProjectKind::Short, ImageRole::Product) => Which::ShortProduct,
            (ProjectKind::Short, ImageRole::Poster) => Which::ShortPoster,
            (ProjectKind::Carousel, ImageRole::Logo) => Which::CarouselLogo,
            (ProjectKind::Editor, ImageRole::Product) => Which::EditorProduct,
            (ProjectKind::Editor, ImageRole::ClosingImage) => Which::EditorClosingImage,
            (ProjectKind::Editor, ImageRole::Logo) => Which::EditorLogo,
            (ProjectKind::Short, ImageRole::ClosingImage | ImageRole::Logo)
            | (
                ProjectKind::Carousel,
                ImageRole::Product | ImageRole::Poster | ImageRole::ClosingImage,
            )
            | (ProjectKind::Editor, ImageRole::Poster) => {
                return Err(Refusal::new(Code::FieldInvalid)
                    .with("field", "image")
                    .with("fault", "no-such-value")
                    .of_hubfluencer());
            }
        };
        Ok(Self {
            project: project.clone(),
            which,
        })
    }
}

impl Studio {
    /// Asks where to put an image.
    pub(super) async fn presign_image(
        &self,
        place: &Place,
        image: &Image,
    ) -> Result<Presigned, Refusal> {
        let core = &self.core;
        core.hub.pace.turn(&*core.ports.clock, Bucket::Upload).await;
        let (slug, mime, size) = (place.project.slug.as_str(), image.mime_type, image.size);
        self.hub_authorised(|api, session| async move {
            let session = &*session;
            Ok(match place.which {
                Which::ShortProduct => api
                    .presign_short_product(session, slug, mime, size)
                    .await?
                    .into(),
                Which::ShortPoster => api
                    .presign_short_poster(session, slug, Some(mime))
                    .await?
                    .into(),
                Which::CarouselLogo => api
                    .presign_slider_logo(session, slug, mime, size)
                    .await?
                    .into(),
                Which::EditorProduct => api
                    .presign_editor_product(session, slug, mime, size)
                    .await?
                    .into(),
                Which::EditorClosingImage => api
                    .presign_closing_image(session, slug, mime, size)
                    .await?
                    .into(),
                Which::EditorLogo => api
                    .presign_editor_logo(session, slug, mime, size)
                    .await?
                    .into(),
            })
        })
        .await
    }

    /// Says that an image is there. The project with it.
    pub(super) async fn confirm_image(
        &self,
        place: &Place,
        s3_key: &str,
        description: &str,
    ) -> Result<ProjectView, Refusal> {
        let core = &self.core;
        core.hub.pace.turn(&*core.ports.clock, Bucket::Upload).await;
        let slug = place.project.slug.as_str();
        let described = Some(description).filter(|description| !description.is_empty());
        match place.which {
            Which::ShortProduct => {
                let short = self.hub_authorised(|api, session| async move {
                    api.confirm_short_product(&session, slug, s3_key, described)
                        .await
                });
                let view = self.keep_short(short.await?).await?;
                Ok(ProjectView::Short(Box::new(view)))
            }
            Which::ShortPoster => {
                let short = self.hub_authorised(|api, session| async move {
                    api.confirm_short_poster(&session, slug, s3_key).await
                });
                let view = self.keep_short(short.await?).await?;
                Ok(ProjectView::Short(Box::new(view)))
            }
            Which::CarouselLogo => {
                let slider = self.hub_authorised(|api, session| async move {
                    api.confirm_slider_logo(&session, slug, s3_key).await
                });
                let view = self.keep_slider(slider.await?).await?;
                Ok(ProjectView::Carousel(Box::new(view)))
            }
            Which::EditorProduct => {
                let editor = self.hub_authorised(|api, session| async move {
                    api.confirm_editor_product(&session, slug, s3_key, described)
                        .await
                });
                let view = self.keep_editor(editor.await?).await?;
                Ok(ProjectView::Editor(Box::new(view)))
            }
            // The contract does not say what these answer: the project is read anew.
            Which::EditorClosingImage => {
                let confirmed = self.hub_authorised(|api, session| async move {
                    api.confirm_closing_image(&session, slug, s3_key).await
                });
                confirmed.await?;
                self.project(&place.project).await
            }
            Which::EditorLogo => {
                let confirmed = self.hub_authorised(|api, session| async move {
                    api.confirm_editor_logo(&session, slug, s3_key).await
                });
                confirmed.await?;
                self.project(&place.project).await
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_project_takes_its_own_images_and_no_others() {
        let roles = [
            ImageRole::Product,
            ImageRole::Poster,
            ImageRole::ClosingImage,
            ImageRole::Logo,
        ];
        let taken = |kind| {
            let key = ProjectKey::new(kind, "p");
            roles.map(|role| Place::of(&key, role).map(|place| place.which).ok())
        };
        assert_eq!(
            taken(ProjectKind::Short),
            [
                Some(Which::ShortProduct),
                Some(Which::ShortPoster),
                None,
                None
            ]
        );
        assert_eq!(
            taken(ProjectKind::Carousel),
            [None, None, None, Some(Which::CarouselLogo)]
        );
        assert_eq!(
            taken(ProjectKind::Editor),
            [
                Some(Which::EditorProduct),
                None,
                Some(Which::EditorClosingImage),
                Some(Which::EditorLogo)
            ]
        );
    }
}
