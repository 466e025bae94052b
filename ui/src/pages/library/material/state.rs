//! Reference material as the page knows it, and the form in which more is written down. Lives in
//! the store, so that nothing that was typed is lost by going elsewhere.

use std::collections::HashMap;

use contract::{
    CharacterId, FileView, NewReference, ProductId, REELS_PAGE, ReferenceView, Refusal, UploadId,
    UploadState, UploadView, ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Paged, Piece, Store};
use crate::backend;
use crate::components::tiles::Slice;

/// The material. Copy: parts of the page share it.
#[derive(Clone, Copy)]
pub struct Material {
    /// What was heard of the service's list.
    pub list: Paged<ReferenceView>,
    /// Whether the form is open.
    pub open: RwSignal<bool>,
    /// The file that was chosen.
    pub file: RwSignal<Option<FileView>>,
    /// What to call it.
    pub name: RwSignal<String>,
    /// Notes.
    pub notes: RwSignal<String>,
    /// Its product's id; empty for none.
    pub product: RwSignal<String>,
    /// Its character's id; empty for none.
    pub character: RwSignal<String>,
    /// Why it was not taken.
    pub refusal: RwSignal<Option<Refusal>>,
    /// Whether the core is being asked.
    pub busy: RwSignal<bool>,
    /// What each uploading of this run was of, for whoever tries it again.
    sent: StoredValue<HashMap<UploadId, NewReference>>,
}

impl Material {
    /// Nothing heard, nothing typed.
    pub fn new() -> Self {
        Self {
            list: Paged::new(|a, b| a.asset_id == b.asset_id),
            open: RwSignal::new(false),
            file: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            notes: RwSignal::new(String::new()),
            product: RwSignal::new(String::new()),
            character: RwSignal::new(String::new()),
            refusal: RwSignal::new(None),
            busy: RwSignal::new(false),
            sent: StoredValue::new(HashMap::new()),
        }
    }

    /// Somebody came to the list.
    pub fn visited(self) {
        if self.list.heard.get_untracked() {
            self.list.again(ask::ListReferences { page: 1 }, piece);
        } else {
            self.look();
        }
    }

    /// Reads the list from its beginning.
    pub fn look(self) {
        self.list.begin(ask::ListReferences { page: 1 }, piece);
    }

    /// The window shows another part of the list.
    pub fn showing(self, drawn: Slice) {
        if self.list.is_near_end(drawn) {
            self.more();
        }
    }

    /// Asks for what follows.
    pub fn more(self) {
        self.list
            .more(|pages, _| ask::ListReferences { page: pages + 1 }, piece);
    }

    /// Opens the form.
    pub fn show(self) {
        self.refusal.set(None);
        self.open.set(true);
    }

    /// Closes the form. What was typed stays.
    pub fn hide(self) {
        if !self.busy.get_untracked() {
            self.open.set(false);
        }
    }

    /// While the tab is shown, a file that is chosen is taken into the form.
    pub fn follow_files(self, store: Store) {
        Effect::new(move |_| {
            let files = store.files_news.get();
            let Some(file) = files.into_iter().next_back() else {
                return;
            };
            if !self.open.get_untracked() {
                if backend::has_open_dialog() {
                    return;
                }
                self.show();
            }
            self.refusal.set(None);
            self.file.set(Some(file));
            store.files_news.set(Vec::new());
        });
    }

    /// Sends what the form holds, and empties it once the core has taken it.
    pub fn send(self, store: Store) {
        let Some(file) = self.file.get_untracked() else {
            return;
        };
        if self.busy.get_untracked() {
            return;
        }
        let id = |text: RwSignal<String>| Some(text.get_untracked()).filter(|id| !id.is_empty());
        let reference = NewReference {
            file_id: file.file_id,
            name: self.name.get_untracked().trim().to_owned(),
            notes: self.notes.get_untracked().trim().to_owned(),
            product_id: id(self.product).map(ProductId),
            character_id: id(self.character).map(CharacterId),
        };
        self.busy.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            let answer = self.upload(reference).await;
            self.busy.set(false);
            match answer {
                Ok(()) => {
                    self.clear();
                    self.open.set(false);
                    store.announce(store.words().say("material-begun"));
                }
                Err(refusal) => self.refusal.set(Some(refusal)),
            }
        });
    }

    /// Uploads again what failed. Its row goes: the new one tells how it goes on.
    pub fn try_again(self, store: Store, upload_id: UploadId) {
        let Some(reference) = self.sent.with_value(|sent| sent.get(&upload_id).cloned()) else {
            return self.show();
        };
        spawn_local(async move {
            match self.upload(reference).await {
                Ok(()) => dismiss(store, &upload_id),
                Err(refusal) => store.report(refusal),
            }
        });
    }

    /// Takes up how an uploading goes.
    pub fn take(self, upload: &UploadView) {
        if let UploadState::Done { reference } = &upload.state
            && self.list.heard.get_untracked()
            && !self.list.change(reference)
        {
            self.list.insert(0, reference.clone());
        }
    }

    /// Forgets all of it: the next to sign in may be somebody else.
    pub fn forget(self) {
        self.list.forget();
        self.open.set(false);
        self.clear();
        self.sent.set_value(HashMap::new());
    }

    async fn upload(self, reference: NewReference) -> Result<(), Refusal> {
        let upload_id = backend::ask(ask::UploadReference {
            reference: reference.clone(),
        })
        .await?;
        self.sent.update_value(|sent| {
            sent.insert(upload_id, reference);
        });
        Ok(())
    }

    fn clear(self) {
        self.file.set(None);
        self.refusal.set(None);
        for text in [self.name, self.notes, self.product, self.character] {
            text.set(String::new());
        }
    }
}

/// Takes an ended uploading off the page.
pub fn dismiss(store: Store, upload_id: &UploadId) {
    store
        .uploads
        .update(|uploads| uploads.retain(|upload| upload.upload_id != *upload_id));
}

/// An answer as a piece of the list. The service says no number: a full answer may be followed by
/// another.
fn piece(items: Vec<ReferenceView>) -> Piece<ReferenceView> {
    Piece {
        has_more: items.len() >= REELS_PAGE as usize,
        items,
        total: None,
    }
}

#[cfg(test)]
mod tests {
    use contract::AssetId;

    use super::*;

    fn done(id: &str) -> UploadView {
        UploadView {
            upload_id: UploadId::from("u"),
            name: "board.png".to_owned(),
            state: UploadState::Done {
                reference: ReferenceView {
                    asset_id: AssetId::from(id),
                    name: "board".to_owned(),
                    has_picture: true,
                    product_id: None,
                    character_id: None,
                    created_at: None,
                },
            },
        }
    }

    #[test]
    fn what_was_uploaded_stands_first_and_once() {
        let owner = Owner::new();
        owner.with(|| {
            let material = Material::new();
            material.take(&done("a"));
            assert!(
                material.list.items.with_untracked(Vec::is_empty),
                "not read yet"
            );
            material.list.heard.set(true);
            material.take(&done("a"));
            material.take(&done("b"));
            material.take(&done("b"));
            let ids = material.list.items.with_untracked(|items| {
                items
                    .iter()
                    .map(|r| r.asset_id.to_string())
                    .collect::<Vec<_>>()
            });
            assert_eq!(ids, ["b", "a"]);
        });
    }
}
