//! Pictures of reels, templates, characters and products, kept on disk: they are drawn each time,
//! and offline too.

mod cache;

use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::path::PathBuf;
use std::sync::Arc;

use contract::{AssetId, CharacterId, Code, ProductId, ProductImageId, Refusal, TemplateId};
use futures_util::StreamExt as _;
use riffkit::{Portion, Streamed};
use tokio::sync::{Semaphore, SemaphorePermit};

use self::cache::Cache;
use crate::Studio;
use crate::catalogue::Pictured;
use crate::failure::refusal_of;
use crate::home::Home;

/// A picture larger than this is not kept or shown: an image of a product may have 50 MB.
pub(crate) const LARGEST: usize = 64 * 1024 * 1024;
/// Pictures asked for at once.
const AT_ONCE: usize = 4;

/// The kept pictures.
pub(crate) struct Pictures {
    cache: Arc<Cache>,
    places: Semaphore,
}

impl Pictures {
    pub(crate) fn new(home: &Home, server_name: &str) -> Self {
        Self {
            cache: Arc::new(Cache::new(home, server_name, cache::LIMIT)),
            places: Semaphore::new(AT_ONCE),
        }
    }

    /// The picture of that name, if it is kept.
    pub(crate) fn find(&self, name: &str) -> Option<PathBuf> {
        self.cache.find(name)
    }

    /// One of the places of those that ask; it is free again once that is dropped.
    pub(crate) async fn place(&self) -> Option<SemaphorePermit<'_>> {
        self.places.acquire().await.ok()
    }

    /// Keeps a picture under a name.
    ///
    /// # Errors
    /// [`Code::FolderUnwritable`].
    pub(crate) async fn keep(&self, name: String, bytes: Vec<u8>) -> Result<PathBuf, Refusal> {
        let cache = Arc::clone(&self.cache);
        let kept = tokio::task::spawn_blocking(move || cache.keep(&name, &bytes)).await;
        let kept = kept.unwrap_or_else(|broken_off| Err(std::io::Error::other(broken_off)));
        kept.map_err(|error| {
            Refusal::new(Code::FolderUnwritable)
                .with("folder", crate::home::readable(&self.cache.folder))
                .with("detail", error.to_string())
        })
    }
}

impl Studio {
    /// The picture of a reel or of reference material on disk, asked of the service the first time.
    ///
    /// # Errors
    /// [`Code::Unknown`] where there is none, [`Code::BadAnswer`] where it is no picture, those of
    /// the read.
    pub async fn picture(&self, asset_id: &AssetId) -> Result<PathBuf, Refusal> {
        let name = file_name(&asset_id.0);
        if let Some(path) = self.core.pictures.cache.find(&name) {
            return Ok(path);
        }
        let address = match self.core.references.picture(asset_id) {
            Some(address) => Some(address),
            None => {
                let reel = self.reel_record(asset_id).await?;
                if let Some(result) = &reel.result {
                    let saved = reel.saved_files.first().filter(|file| file.is_file());
                    return match saved {
                        // Of an earlier making there is no other.
                        Some(slide) if !result.slides.is_empty() => Ok(slide.clone()),
                        _ => self.result_picture(asset_id, result).await,
                    };
                }
                reel.thumb_url
            }
        };
        let address = address.ok_or_else(|| Refusal::new(Code::Unknown))?;
        self.kept(name, &address).await
    }

    /// Whether something with this id is known that may have a picture.
    ///
    /// # Errors
    /// [`Code::Unknown`].
    pub async fn knows_picture(&self, asset_id: &AssetId) -> Result<(), Refusal> {
        if self.core.references.picture(asset_id).is_some() {
            return Ok(());
        }
        self.reel_record(asset_id).await.map(drop)
    }

    /// A template's picture on disk, asked of the service the first time.
    ///
    /// # Errors
    /// As [`Studio::picture`].
    pub async fn template_picture(&self, template_id: &TemplateId) -> Result<PathBuf, Refusal> {
        self.catalogue_picture(Pictured::Template(template_id.clone()))
            .await
    }

    /// A character's picture on disk, asked of the service the first time.
    ///
    /// # Errors
    /// As [`Studio::picture`].
    pub async fn character_picture(&self, character_id: &CharacterId) -> Result<PathBuf, Refusal> {
        self.catalogue_picture(Pictured::Character(character_id.clone()))
            .await
    }

    /// An image of a product on disk, asked of the service the first time.
    ///
    /// # Errors
    /// As [`Studio::picture`].
    pub async fn product_image(
        &self,
        product_id: &ProductId,
        image_id: &ProductImageId,
    ) -> Result<PathBuf, Refusal> {
        let image = Pictured::ProductImage(product_id.clone(), image_id.clone());
        self.catalogue_picture(image).await
    }

    async fn catalogue_picture(&self, pictured: Pictured) -> Result<PathBuf, Refusal> {
        let address = self.picture_address(&pictured).await?;
        self.kept(name_of(&pictured, &address), &address).await
    }

    /// The picture at an address, kept under a name.
    async fn kept(&self, name: String, address: &str) -> Result<PathBuf, Refusal> {
        let pictures = &self.core.pictures;
        if let Some(path) = pictures.find(&name) {
            return Ok(path);
        }
        let _place = pictures.place().await;
        if let Some(path) = pictures.find(&name) {
            return Ok(path);
        }
        let bytes = self.fetch_picture(address).await?;
        pictures.keep(name, bytes).await
    }

    async fn fetch_picture(&self, address: &str) -> Result<Vec<u8>, Refusal> {
        let mut body = self.open_picture(address).await?.body;
        let mut bytes = Vec::new();
        while let Some(piece) = body.next().await {
            let piece = piece.map_err(|failure| refusal_of(&failure))?;
            if bytes.len() + piece.len() > LARGEST {
                return Err(Code::BadAnswer.into());
            }
            bytes.extend_from_slice(&piece);
        }
        match clip::sniff(&bytes) {
            clip::Sniffed::Image(_) => Ok(bytes),
            _ => Err(Code::BadAnswer.into()),
        }
    }

    /// From the service itself with the session; from anywhere else without, and what is said there
    /// says nothing about the session.
    async fn open_picture(&self, address: &str) -> Result<Streamed, Refusal> {
        let api = &self.core.api;
        let bad = |_| Refusal::new(Code::BadAnswer);
        let own = api.origin().resolve(address).map_err(bad)?;
        let (whole, origin) = (Portion::default(), wire::Origin::of(&own).map_err(bad)?);
        if api.origin().covers(&own) {
            return self
                .authorised(|session| async move { api.file(&session, address, &whole).await })
                .await;
        }
        if origin.is_loopback() && !api.origin().is_loopback() {
            // A service elsewhere has nothing to ask of this machine.
            return Err(Code::BadAnswer.into());
        }
        let opened = api.foreign_file(address, &whole).await;
        opened.map_err(|failure| match refusal_of(&failure) {
            refusal if refusal.code == Code::NotSignedIn => Code::BadAnswer.into(),
            refusal => refusal,
        })
    }
}

/// The name under which a picture is kept: another address of the same one is another picture. A
/// query is no part of it, since it may be a signature that is made anew each time.
fn name_of(pictured: &Pictured, address: &str) -> String {
    let mark = mark(&address.split(['?', '#']).next());
    let (kind, id) = match pictured {
        Pictured::Template(id) => ("template", file_name(&id.0)),
        Pictured::Character(id) => ("character", file_name(&id.0)),
        Pictured::ProductImage(product, image) => {
            let id = format!("{}.{}", file_name(&product.0), file_name(&image.0));
            ("product", id)
        }
    };
    // An id of a service is short; one that is not is told apart by the address alone.
    let id: String = id.chars().take(120).collect();
    format!("{kind}.{id}.{mark:016x}")
}

/// A number that tells one picture from another.
pub(crate) fn mark(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// A name that can be nothing but a file's name, and differs where ids differ.
pub(crate) fn file_name(id: &str) -> String {
    id.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
            other => format!("_{other:02x}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Pictured, file_name, name_of};

    #[test]
    fn an_id_can_be_nothing_but_a_files_name() {
        assert_eq!(file_name("a1-b2"), "a1-b2");
        assert_eq!(file_name("../x"), "_2e_2e_2fx");
        assert_ne!(
            file_name("A"),
            file_name("a"),
            "some file systems ignore case"
        );
    }

    #[test]
    fn a_new_picture_has_a_new_name_and_a_new_signature_does_not() {
        let template = Pictured::Template("t".into());
        let name = |address: &str| name_of(&template, address);
        assert_eq!(name("/p/1.png?sig=a"), name("/p/1.png?sig=b"));
        assert_ne!(name("/p/1.png"), name("/p/2.png"));
        let character = Pictured::Character("t".into());
        assert_ne!(name("/p/1.png"), name_of(&character, "/p/1.png"));
    }
}
