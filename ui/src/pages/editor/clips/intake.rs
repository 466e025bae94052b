//! Clips that were chosen and are not on their way yet: what is said of them, and their sending.

use contract::{
    Code, FOOTAGE_CAP_BYTES, FileId, FileKind, FileView, FitMode, FootageId, NewFootage, Refusal,
    UploadMethod, ask, hub_ask, text_length,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::Store;
use crate::backend;
use crate::pages::editor::standing::DESCRIPTION_CAP;

/// The clips, and what is said of all of them. Copy: the sheet's parts share it.
#[derive(Clone, Copy)]
pub struct Intake {
    /// Whether the sheet is open.
    pub open: RwSignal<bool>,
    /// The clips.
    pub files: RwSignal<Vec<FileView>>,
    /// How they are fitted.
    pub fit_mode: RwSignal<FitMode>,
    /// What product is seen in them.
    pub description: RwSignal<String>,
    /// How they are sent.
    pub method: RwSignal<UploadMethod>,
    /// Whether their sums go with them.
    pub with_checksum: RwSignal<bool>,
    /// Whether they are being handed over.
    pub busy: RwSignal<bool>,
    /// Which of them were not taken, and why.
    pub refusals: RwSignal<Vec<(FileId, Refusal)>>,
}

impl Intake {
    /// Nothing chosen.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            files: RwSignal::new(Vec::new()),
            fit_mode: RwSignal::new(FitMode::default()),
            description: RwSignal::new(String::new()),
            method: RwSignal::new(UploadMethod::default()),
            with_checksum: RwSignal::new(false),
            busy: RwSignal::new(false),
            refusals: RwSignal::new(Vec::new()),
        }
    }

    /// Takes up clips that are chosen or dropped, for as long as the calling view is there. Images
    /// are left to the slots that wait for some.
    pub fn follow_files(self, store: Store) {
        Effect::new(move |_| {
            let files = store.files_news.get();
            let has_slot = store.hub.image_wanted.with_untracked(Option::is_some);
            if has_slot || (backend::has_open_dialog() && !self.open.get_untracked()) {
                return;
            }
            let (images, clips): (Vec<_>, Vec<_>) = files
                .into_iter()
                .partition(|file| file.kind == FileKind::Image);
            if clips.is_empty() {
                return;
            }
            self.take(clips);
            store.files_news.set(images);
        });
    }

    fn take(self, clips: Vec<FileView>) {
        self.files.update(|files| {
            for clip in clips {
                match files.iter_mut().find(|file| file.file_id == clip.file_id) {
                    Some(known) => *known = clip,
                    None => files.push(clip),
                }
            }
        });
        self.open.set(true);
    }

    /// Takes one off again.
    pub fn remove(self, store: Store, file_id: FileId) {
        self.files
            .update(|files| files.retain(|file| file.file_id != file_id));
        self.refusals
            .update(|all| all.retain(|(of, _)| *of != file_id));
        store.tell(ask::RemoveFile { file_id });
        if self.files.with_untracked(Vec::is_empty) {
            self.open.set(false);
        }
    }

    /// Closes the sheet; the clips are let go.
    pub fn leave(self, store: Store) {
        if self.busy.get_untracked() {
            return;
        }
        self.open.set(false);
        self.refusals.set(Vec::new());
        for file in self.files.get_untracked() {
            store.tell(ask::RemoveFile {
                file_id: file.file_id,
            });
        }
        self.files.set(Vec::new());
    }

    /// Whether they can be sent. Reactive.
    pub fn can_send(self) -> bool {
        !self.busy.get()
            && self
                .files
                .with(|files| files.iter().any(|file| fault(file).is_none()))
            && self
                .description
                .with(|text| text_length(text) <= DESCRIPTION_CAP)
    }

    /// Hands the good ones to the core, one after another. Those that it takes leave the sheet, and
    /// the sheet closes with the last of them.
    pub fn send(self, slug: String, done: Callback<()>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refusals.set(Vec::new());
        let files: Vec<FileView> = self.files.with_untracked(|files| {
            files
                .iter()
                .filter(|file| fault(file).is_none())
                .cloned()
                .collect()
        });
        spawn_local(async move {
            for file in files {
                let Some(footage) = self.footage(&slug, &file) else {
                    return;
                };
                let answer = backend::ask(hub_ask::UploadFootage { footage }).await;
                self.taken(file.file_id, answer);
            }
            self.busy.try_set(false);
            if self.files.try_with_untracked(Vec::is_empty) == Some(true) {
                self.open.try_set(false);
            }
            done.try_run(());
        });
    }

    fn taken(self, file_id: FileId, answer: Result<FootageId, Refusal>) {
        match answer {
            Ok(_) => {
                self.files
                    .try_update(|files| files.retain(|file| file.file_id != file_id));
            }
            Err(refusal) => {
                self.refusals.try_update(|all| all.push((file_id, refusal)));
            }
        }
    }

    /// One clip with what is said of all. None once the page is gone.
    fn footage(self, slug: &str, file: &FileView) -> Option<NewFootage> {
        let method = self.method.try_get_untracked()?;
        Some(NewFootage {
            slug: slug.to_owned(),
            file_id: file.file_id.clone(),
            fit_mode: self.fit_mode.try_get_untracked()?,
            product_description: self.description.try_get_untracked()?.trim().to_owned(),
            method,
            // Only what goes in one piece has a sum that the service compares.
            with_checksum: method != UploadMethod::Multipart
                && self.with_checksum.try_get_untracked()?,
        })
    }
}

/// What can be told of a file before it is sent. What Riffkit would not take is none of it: the caps
/// here are Hubfluencer's, and the core looks at the rest.
pub fn fault(file: &FileView) -> Option<Refusal> {
    if file.kind != FileKind::Video {
        return Some(Refusal::from(Code::FootageKindUnknown).with("file", file.name.as_str()));
    }
    #[expect(clippy::cast_precision_loss, reason = "whole megabytes are shown")]
    (file.size_bytes > FOOTAGE_CAP_BYTES).then(|| {
        Refusal::from(Code::FootageTooLarge)
            .with("file", file.name.as_str())
            .with("megabytes", (file.size_bytes as f64 / 1e6).ceil())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: FileKind, size_bytes: u64) -> FileView {
        FileView {
            file_id: FileId::from("f"),
            name: "pour.mov".to_owned(),
            size_bytes,
            kind,
            width: None,
            height: None,
            refusal: Some(Refusal::from(Code::FileRefused)),
        }
    }

    #[test]
    fn caps_are_hubfluencers_own() {
        // Riffkit's cap of 100 MB says nothing here.
        assert_eq!(fault(&file(FileKind::Video, 480_000_000)), None);
        let large = fault(&file(FileKind::Video, FOOTAGE_CAP_BYTES + 1));
        assert_eq!(
            large.map(|refusal| refusal.code),
            Some(Code::FootageTooLarge)
        );
        let image = fault(&file(FileKind::Image, 1));
        assert_eq!(
            image.map(|refusal| refusal.code),
            Some(Code::FootageKindUnknown)
        );
    }

    #[test]
    fn a_sum_goes_only_with_what_goes_in_one_piece() {
        let owner = Owner::new();
        owner.with(|| {
            let intake = Intake::new();
            intake.with_checksum.set(true);
            let clip = file(FileKind::Video, 1);
            let auto = intake.footage("froth", &clip);
            assert!(auto.is_some_and(|footage| footage.with_checksum));
            intake.method.set(UploadMethod::Multipart);
            let parts = intake.footage("froth", &clip);
            assert!(parts.is_some_and(|footage| !footage.with_checksum));
        });
    }
}
