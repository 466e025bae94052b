//! The service's catalogue: templates and characters, and where its pictures are.

mod addresses;
mod characters;
mod refresh;
mod suggestion;
mod templates;

use std::sync::Mutex;

use contract::{CharacterId, CharacterView, Code, Millis, ProductId, ProductImageId};
use contract::{Refusal, TemplateId};

use self::addresses::Addresses;
use self::refresh::Refreshes;
use crate::Studio;
use crate::lock::held;

/// What is known of the catalogue in this run.
#[derive(Default)]
pub(crate) struct Catalogue {
    addresses: Mutex<Addresses>,
    refreshes: Refreshes,
    /// The characters as they were last read, and when.
    characters: Mutex<Option<(Millis, Vec<CharacterView>)>>,
}

/// Something of the catalogue that has a picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Pictured {
    Template(TemplateId),
    Character(CharacterId),
    ProductImage(ProductId, ProductImageId),
}

impl Catalogue {
    /// Notes where a picture is, as the service wrote it.
    pub(crate) fn note_picture(&self, pictured: Pictured, address: Option<&str>) {
        if let Some(address) = address.filter(|address| !address.trim().is_empty()) {
            held(&self.addresses).note(pictured, address);
        }
    }

    fn address(&self, pictured: &Pictured) -> Option<String> {
        held(&self.addresses).get(pictured)
    }
}

impl Studio {
    /// Where a picture is. Asks the service where this run has not heard of it yet.
    ///
    /// # Errors
    /// [`Code::Unknown`] where there is none; those of the read.
    pub(crate) async fn picture_address(&self, pictured: &Pictured) -> Result<String, Refusal> {
        if let Some(address) = self.core.catalogue.address(pictured) {
            return Ok(address);
        }
        match pictured {
            Pictured::Template(template_id) => self.template(template_id).await.map(drop)?,
            Pictured::Character(_) => self.characters().await.map(drop)?,
            Pictured::ProductImage(..) => self.products().await.map(drop)?,
        }
        let address = self.core.catalogue.address(pictured);
        address.ok_or_else(|| Code::Unknown.into())
    }
}
