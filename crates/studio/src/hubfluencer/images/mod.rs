//! Images of a project: presign, put with exactly the announced media type, confirm (contract,
//! "Uploads & local assets").

mod place;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use contract::{
    Code, FileId, HUB_IMAGE_CAP_BYTES, HubEvent, ImageRole, ImageUploadState, ImageUploadView,
    Millis, ProjectKey, ProjectView, Refusal,
};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use hubfluencer::{FileRange, Hooks};
use tokio::sync::Mutex;
use transfer::{Address, Control, PartFault, Parts, Pause, Priority, Setback, Upload};

use super::footage::{Halt, Questions, described, is_passing, storage_setback};
use crate::Studio;
use crate::files::{ChosenFile, gone, open_chosen};
use crate::traffic::seed_of;
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
        let set = self.upload_image(&place, image, &telling).await;
        telling.tell(match &set {
            Ok(_) => ImageUploadState::Done,
            Err(refusal) => ImageUploadState::Failed {
                refusal: refusal.clone(),
            },
        });
        let view = set?;
        if view.is_under_way() {
            self.begin_watching(project).await;
        }
        Ok(view)
    }

    async fn upload_image(
        &self,
        place: &Place,
        image: Image,
        telling: &Telling,
    ) -> Result<ProjectView, Refusal> {
        let description = image.description.clone();
        let s3_key = self.store_image(place, image, telling).await?;
        let clock = &*self.core.ports.clock;
        let mut questions = Questions::about(&s3_key);
        loop {
            // Confirming the same image twice sets the same image.
            match self.confirm_image(place, &s3_key, &description).await {
                Err(refusal) if is_passing(&refusal) => match questions.pause(&refusal) {
                    Some(pause) => clock.sleep(pause).await,
                    None => return Err(refusal),
                },
                done => return done,
            }
        }
    }

    /// Puts the image until storage has acknowledged it. Its key.
    async fn store_image(
        &self,
        place: &Place,
        image: Image,
        telling: &Telling,
    ) -> Result<String, Refusal> {
        let traffic = &self.core.traffic;
        let host = self.core.hub.server_name();
        let _lane = traffic.upload_lane(host, Priority::Normal).await;
        let seed = seed_of(&image.mark);
        let parcel = Arc::new(Parcel {
            studio: self.clone(),
            place: place.clone(),
            image,
            telling: telling.clone(),
            address: Mutex::default(),
        });
        let upload = Upload {
            parts: Arc::clone(&parcel),
            missing: vec![ONLY],
            seed,
        };
        match traffic.up.upload(upload, &Control::new()).await {
            Ok(()) => {}
            Err(PartFault::Part { error, .. }) => {
                return Err(match error {
                    Halt::Refused(refusal) => refusal,
                    Halt::Forgotten => Code::StorageRefused.into(),
                });
            }
            Err(PartFault::Stopped(_)) => return Err(Code::Cancelled.into()),
        }
        let address = parcel.address.lock().await.take();
        address
            .map(|address| address.s3_key)
            .ok_or_else(|| Code::StorageRefused.into())
    }
}

/// One piece counts as the only part.
const ONLY: u32 = 1;

/// An image on its way to its place.
struct Parcel {
    studio: Studio,
    place: Place,
    image: Image,
    telling: Telling,
    /// Where it goes, once that was signed.
    address: Mutex<Option<Presigned>>,
}

impl Parts for Parcel {
    type Ack = ();
    type Error = Halt;

    fn deliver(&self, _: u32, address: Address) -> BoxFuture<'_, Result<(), Setback<Halt>>> {
        self.put(address).boxed()
    }

    fn taken(&self, _: u32, (): ()) -> BoxFuture<'_, Result<(), Halt>> {
        futures_util::future::ready(Ok(())).boxed()
    }

    fn lost(&self, _: u32, pause: Option<Pause>) {
        tracing::debug!(?pause, "an image did not arrive");
    }
}

impl Parcel {
    async fn put(&self, address: Address) -> Result<(), Setback<Halt>> {
        let last = |refusal: Refusal| Setback::Final(refusal.into());
        let (core, image) = (&self.studio.core, &self.image);
        let mut known = self.address.lock().await;
        if address == Address::Anew || known.is_none() {
            let signed = self.studio.presign_image(&self.place, image).await;
            *known = Some(signed.map_err(last)?);
        }
        let Some(to) = &*known else {
            return Err(Setback::Final(Halt::Forgotten));
        };
        let name = &image.chosen.view.name;
        let (file, size) = open_chosen(image.chosen.path.clone(), image.mark.clone(), name)
            .await
            .map_err(last)?;
        let mime_type = to.content_type.as_deref().unwrap_or(image.mime_type);
        let hooks = self.telling.hooks().paced(core.traffic.up.throttle.pace());
        let api = core.hub.api().map_err(last)?;
        let whole = FileRange::whole(file, size);
        api.put_object(&to.address, whole, mime_type, hooks)
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
