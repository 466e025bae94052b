//! Taking a saved reel off the disk: into the system's trash, after a question that names the files.

use contract::{ReelView, SavedFile, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;
use words::Words;

use crate::app::{say, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, DialogAnswers, Glyph};
use crate::pages::wording::args;

/// The button, and its question.
#[component]
pub fn TrashReel(
    /// The reel.
    reel: Memo<Option<ReelView>>,
) -> impl IntoView {
    let store = store();
    let asking = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let saved = Memo::new(move |_| reel.with(|r| r.as_ref().and_then(|r| r.saved.clone())));
    let close = Callback::new(move |()| {
        if !busy.get_untracked() {
            asking.set(false);
        }
    });
    let trash = Callback::new(move |()| {
        let Some(asset_id) = reel.with_untracked(|r| r.as_ref().map(|r| r.asset_id.clone())) else {
            return;
        };
        busy.set(true);
        let done = store.words().say("reel-trash-done");
        spawn_local(async move {
            let answer = backend::ask(ask::TrashReel { asset_id }).await;
            // The reel is told of anew by its own event, which takes this button away.
            busy.try_set(false);
            asking.try_set(false);
            match answer {
                Ok(()) => store.announce(done),
                Err(refusal) => store.report(refusal),
            }
        });
    });
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="reel-trash"
            glyph=Glyph::Bin
            on_press=Callback::new(move |()| asking.set(true))
        >
            {move || t("reel-trash")}
        </Button>
        <Dialog
            open=Signal::derive(move || asking.get())
            title=move || t("reel-trash-title")
            test="trash-sheet"
            on_close=close
        >
            <p data-test="trash-files">
                {move || saved.with(|saved| saved.as_ref().map(|saved| files(&say(), saved)))}
            </p>
            <p class="muted">{move || t("reel-trash-means")}</p>
            <DialogAnswers
                test="trash"
                no=move || t("reel-trash-no")
                yes=move || t(if busy.get() { "reel-trash-busy" } else { "reel-trash-yes" })
                busy
                on_no=close
                on_yes=trash
            />
        </Dialog>
    }
}

/// Which files go, and from where.
fn files(words: &Words, saved: &SavedFile) -> String {
    let folder = ("folder", saved.folder.as_str().into());
    if saved.files > 1 {
        let values = args([("count", f64::from(saved.files).into()), folder]);
        words.say_with("reel-trash-set", &values)
    } else {
        let values = args([("name", saved.name.as_str().into()), folder]);
        words.say_with("reel-trash-one", &values)
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    #[test]
    fn the_question_names_the_files_and_their_folder() {
        let words = Words::of(Language::English);
        let mut saved = SavedFile {
            name: "Froth.mp4".to_owned(),
            folder: "~/Reels".to_owned(),
            present: true,
            files: 1,
        };
        assert_eq!(
            files(&words, &saved),
            "Froth.mp4 leaves the folder ~/Reels."
        );
        saved.files = 6;
        assert_eq!(files(&words, &saved), "6 images leave the folder ~/Reels.");
    }
}
