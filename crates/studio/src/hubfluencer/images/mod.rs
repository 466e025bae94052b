//! Images of a project: presign, put with exactly the announced media type, confirm (contract,
//! "Uploads & local assets").

mod place;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use contract::{
    Code, FileId, HUB_IMAGE_CAP_BYTES, HubEvent, ImageRole, ImageUploadState, ImageUploadView,
    Millis, ProjectKey, ProjectView, Refusal,
};
use hubfluencer::{FileRange, Hooks};

use super::footage::{MOST_TRIES, Setback, described, is_passing, pause_after, storage_setback};
use crate::Studio;
use crate::files::{ChosenFile, gone, open_chosen};
use place::{Place, Presigned};

/// At most ten progress events a second.
const PROGRESS_EVERY: Millis = 100;

/// An image on its way.
struct Image {
    chosen: ChosenFile,
    /// What the file was when it was chosen.
    mark: String,
    mime_type: &'static str,
    size: u64,
    description: String,
}

impl Studio {
    /// Uploads an image to a project; answers when the project has it. How it goes is told as
    /// [`HubEvent::Image`]. It costs nothing. A finished carousel that gets a logo is rendered anew, and
    /// is watched from then on.
    ///
    /// # Errors
    /// [`Code::FileGone`], [`Code::HubImageKindUnknown`], [`Code::HubImageTooLarge`],
    /// [`Code::TextTooLong`], [`Code::FieldInvalid`] for a role that such a project does not take:
    /// nothing was sent. [`Code::TokenNeeded`], [`Code::StorageRefused`], and those of the calls.
    pub async fn set_image(
        &self,
        project: &ProjectKey,
        role: ImageRole,
        file_id: &FileId,
        description: &str,
    ) -> Result<ProjectView, Refusal> {
        self.expect_hub_token()?;
        let place = Place::of(project, role)?;
        let description = described(description)?;
        let chosen = self.core.files.get(file_id);
        let chosen = chosen.ok_or_else(|| Refusal::new(Code::FileGone))?;
        let image = checked(chosen, description).await?;
        let telling = Telling {
            studio: self.clone(),
            view: ImageUploadView {
                project: project.clone(),
                role,
                name: image.chosen.view.name.clone(),
                began_at: self.core.now(),
                state: ImageUploadState::Sending {
                    sent: 0,
                    total: image.size,
                },
            },
        };
        telling.tell(telling.view.state.clone());
        let set = self.upload_image(&place, &image, &telling).await;
        telling.tell(match &set {
            Ok(_) => ImageUploadState::Done,
            Err(refusal) => ImageUploadState::Failed {
                refusal: refusal.clone(),
            },
        });
        let view = set?;
        if view.is_under_way() {
            self.begin_watching(project);
        }
        Ok(view)
    }

    async fn upload_image(
        &self,
        place: &Place,
        image: &Image,
        telling: &Telling,
    ) -> Result<ProjectView, Refusal> {
        let s3_key = self.store_image(place, image, telling).await?;
        let clock = &*self.core.ports.clock;
        let mut failures = 0;
        loop {
            // Confirming the same image twice sets the same image.
            match self.confirm_image(place, &s3_key, &image.description).await {
                Err(refusal) if is_passing(&refusal) => {
                    failures += 1;
                    if failures >= MOST_TRIES {
                        return Err(refusal);
                    }
                    clock.sleep(pause_after(failures, &refusal)).await;
                }
                done => return done,
            }
        }
    }

    /// Puts the image until storage has acknowledged it. Its key.
    async fn store_image(
        &self,
        place: &Place,
        image: &Image,
        telling: &Telling,
    ) -> Result<String, Refusal> {
        let clock = &*self.core.ports.clock;
        let mut to = self.presign_image(place, image).await?;
        let mut is_signed_anew = false;
        let mut failures = 0;
        loop {
            let setback = match self.put_image(&to, image, telling).await {
                Ok(()) => return Ok(to.s3_key),
                Err(setback) => setback,
            };
            match setback {
                Setback::Unsigned(_) if !is_signed_anew => {
                    is_signed_anew = true;
                    to = self.presign_image(place, image).await?;
                }
                Setback::Passing(refusal) => {
                    failures += 1;
                    if failures >= MOST_TRIES {
                        return Err(refusal);
                    }
                    clock.sleep(pause_after(failures, &refusal)).await;
                }
                Setback::Forgotten => return Err(Code::StorageRefused.into()),
                Setback::Unsigned(refusal) | Setback::Final(refusal) => return Err(refusal),
            }
        }
    }

    async fn put_image(
        &self,
        to: &Presigned,
        image: &Image,
        telling: &Telling,
    ) -> Result<(), Setback> {
        let name = &image.chosen.view.name;
        let (file, size) = open_chosen(image.chosen.path.clone(), image.mark.clone(), name)
            .await
            .map_err(Setback::Final)?;
        let api = self.core.hub.api().map_err(Setback::Final)?;
        let mime_type = to.content_type.as_deref().unwrap_or(image.mime_type);
        api.put_object(
            &to.address,
            FileRange::whole(file, size),
            mime_type,
            telling.hooks(),
        )
        .await
        .map_err(|failure| storage_setback(&failure, name))
    }
}

/// Tells how an image goes.
#[derive(Clone)]
struct Telling {
    studio: Studio,
    view: ImageUploadView,
}

impl Telling {
    fn tell(&self, state: ImageUploadState) {
        let view = ImageUploadView {
            state,
            ..self.view.clone()
        };
        self.studio.core.tell_hub(HubEvent::Image(view));
    }

    fn hooks(&self) -> Hooks {
        let (telling, told) = (self.clone(), Arc::new(AtomicI64::new(Millis::MIN)));
        Hooks::none().progress(move |sent, total| {
            let now = telling.studio.core.now();
            if now.saturating_sub(told.load(Ordering::Relaxed)) < PROGRESS_EVERY {
                return;
            }
            told.store(now, Ordering::Relaxed);
            telling.tell(ImageUploadState::Sending { sent, total });
        })
    }
}

/// Whether the service takes such an image: by its content, whatever its name says.
async fn checked(chosen: ChosenFile, description: String) -> Result<Image, Refusal> {
    let name = chosen.view.name.clone();
    let refused = |code: Code| Refusal::new(code).with("file", name.as_str());
    let Some(mark) = chosen.mark.clone() else {
        return Err(gone(&name));
    };
    let mime_type = match chosen.format {
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        _ => return Err(refused(Code::HubImageKindUnknown)),
    };
    let (_, size) = open_chosen(chosen.path.clone(), mark.clone(), &name).await?;
    if size > HUB_IMAGE_CAP_BYTES {
        // Rounded up: 20.2 MB is over 20.
        let megabytes = size.div_ceil(1_000_000) as f64;
        return Err(refused(Code::HubImageTooLarge).with("megabytes", megabytes));
    }
    Ok(Image {
        chosen,
        mark,
        mime_type,
        size,
        description,
    })
}
