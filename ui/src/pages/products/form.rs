//! What is being written down about a new product, or about more images of one. It stays while
//! its sheet is closed: Esc loses nothing.

use contract::{ContentPolicy, FileId, FileView, ImageSource, NewImage, NewProduct, Refusal, ask};
use leptos::prelude::*;

use super::rows::{self, ImageRow};
use crate::app::Store;
use crate::backend;

/// The form. Copy: parts of a page share it.
#[derive(Clone, Copy)]
pub struct ProductForm {
    /// Whether its sheet is open.
    pub open: RwSignal<bool>,
    /// The product's name.
    pub name: RwSignal<String>,
    /// What it is.
    pub description: RwSignal<String>,
    /// Who it is for.
    pub audience: RwSignal<String>,
    /// Its images, in the order in which they are sent.
    pub rows: RwSignal<Vec<ImageRow>>,
    /// Names of the images that the product has already.
    pub existing: RwSignal<Vec<String>>,
    /// Why it could not be taken.
    pub refusal: RwSignal<Option<Refusal>>,
    /// Files that were left out because no more fit.
    pub left_out: RwSignal<usize>,
    /// Whether the core is being asked about it.
    pub busy: RwSignal<bool>,
    last_number: RwSignal<u32>,
}

impl ProductForm {
    /// Nothing written.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            name: RwSignal::new(String::new()),
            description: RwSignal::new(String::new()),
            audience: RwSignal::new(String::new()),
            rows: RwSignal::new(Vec::new()),
            existing: RwSignal::new(Vec::new()),
            refusal: RwSignal::new(None),
            left_out: RwSignal::new(0),
            busy: RwSignal::new(false),
            last_number: RwSignal::new(0),
        }
    }

    /// Opens the sheet with what was written before.
    pub fn show(self, store: Store) {
        // What was chosen earlier was chosen for something else.
        store.files_news.set(Vec::new());
        self.open_sheet();
    }

    fn open_sheet(self) {
        self.refusal.set(None);
        self.left_out.set(0);
        self.open.set(true);
    }

    /// Takes up files that are chosen or dropped, for as long as the calling view is there. Images
    /// that are dropped on the page open the sheet: they can be meant for nothing else there.
    pub fn follow_files(self, store: Store) {
        Effect::new(move |_| {
            let files = store.files_news.get();
            if files.is_empty() {
                return;
            }
            if !self.open.get_untracked() {
                if backend::has_open_dialog() {
                    return;
                }
                self.open_sheet();
            }
            self.take_files(&files);
            store.files_news.set(Vec::new());
        });
    }

    /// Closes the sheet. What was written stays.
    pub fn hide(self) {
        if !self.busy.get_untracked() {
            self.open.set(false);
        }
    }

    /// Whether nothing was written.
    pub fn is_blank(self) -> bool {
        self.rows.with(Vec::is_empty)
            && [self.name, self.description, self.audience]
                .iter()
                .all(|text| text.with(|text| text.trim().is_empty()))
    }

    /// Empties it.
    pub fn clear(self) {
        for text in [self.name, self.description, self.audience] {
            text.set(String::new());
        }
        self.rows.set(Vec::new());
        self.refusal.set(None);
        self.left_out.set(0);
    }

    /// Takes up a staged product, to change it.
    pub fn load(self, product: &NewProduct, files: &[FileView]) {
        self.clear();
        self.name.set(product.name.clone());
        self.description.set(product.description.clone());
        self.audience.set(product.target_audience.clone());
        let rows = product
            .images
            .iter()
            .map(|image| ImageRow::of_image(self.number(), image.clone(), files))
            .collect();
        self.rows.set(rows);
    }

    fn take_files(self, files: &[FileView]) {
        for file in files {
            if self.has_file(&file.file_id) {
                continue;
            }
            if self.room_untracked() == 0 {
                self.left_out.update(|count| *count += 1);
                continue;
            }
            let row = ImageRow::of_file(self.number(), file, &self.names_untracked());
            self.rows.update(|rows| rows.push(row));
        }
        self.refusal.set(None);
    }

    fn has_file(self, file_id: &FileId) -> bool {
        self.rows.with_untracked(|rows| {
            rows.iter().any(|row| {
                matches!(&row.image.source, ImageSource::File { file_id: other } if other == file_id)
            })
        })
    }

    /// Takes up an address.
    pub fn take_url(self, url: &str) {
        if url.trim().is_empty() || self.room_untracked() == 0 {
            return;
        }
        let row = ImageRow::of_url(self.number(), url, &self.names_untracked());
        self.rows.update(|rows| rows.push(row));
        self.refusal.set(None);
    }

    /// Takes an image away. Its file is let go unless the plan still counts on it.
    pub fn remove(self, store: Store, number: u32) {
        let source = self.rows.with_untracked(|rows| {
            rows.iter()
                .find(|row| row.number == number)
                .map(|row| row.image.source.clone())
        });
        self.rows
            .update(|rows| rows.retain(|row| row.number != number));
        self.refusal.set(None);
        self.left_out.set(0);
        if let Some(ImageSource::File { file_id }) = source
            && !super::is_staged(store, &file_id)
        {
            store.tell(ask::RemoveFile { file_id });
        }
    }

    /// Changes what was typed about an image.
    pub fn change(self, number: u32, change: impl FnOnce(&mut NewImage)) {
        self.refusal.set(None);
        self.rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.number == number) {
                change(&mut row.image);
            }
        });
    }

    /// Whether the service may change an image.
    pub fn set_mutable(self, number: u32, mutable: bool) {
        self.change(number, |image| {
            image.content_policy = if mutable {
                ContentPolicy::Mutable
            } else {
                ContentPolicy::Locked
            };
        });
    }

    /// The product as it is written down, without blanks around its words.
    pub fn product(self) -> NewProduct {
        let trimmed = |text: RwSignal<String>| text.with_untracked(|text| text.trim().to_owned());
        NewProduct {
            name: trimmed(self.name),
            description: trimmed(self.description),
            target_audience: trimmed(self.audience),
            images: self.images(),
        }
    }

    /// The images as they are written down.
    pub fn images(self) -> Vec<NewImage> {
        self.rows.with_untracked(|rows| {
            rows.iter()
                .map(|row| NewImage {
                    name: row.image.name.trim().to_owned(),
                    image_id: row.image.image_id.trim().to_owned(),
                    description: row.image.description.trim().to_owned(),
                    usage_context: row.image.usage_context.trim().to_owned(),
                    ..row.image.clone()
                })
                .collect()
        })
    }

    /// What is wrong with it that can be told here.
    pub fn first_fault(self) -> Option<Refusal> {
        self.rows.with_untracked(|rows| {
            self.existing
                .with_untracked(|existing| rows::first_fault(rows, existing))
        })
    }

    fn number(self) -> u32 {
        let number = self.last_number.get_untracked().wrapping_add(1);
        self.last_number.set(number);
        number
    }

    fn room_untracked(self) -> usize {
        let existing = self.existing.with_untracked(Vec::len);
        self.rows.with_untracked(|rows| rows::room(rows, existing))
    }

    fn names_untracked(self) -> Vec<String> {
        let existing = self.existing.get_untracked();
        self.rows.with_untracked(|rows| {
            rows.iter()
                .map(|row| row.image.name.clone())
                .chain(existing)
                .collect()
        })
    }
}
