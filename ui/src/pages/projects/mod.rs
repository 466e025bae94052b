//! What the lists and pages of shorts, carousels and ads have in common.

mod adopt;
mod list;
mod missing;

use contract::ProjectView;
use contract::{Code, ProjectKey, ProjectKind, Refusal};
use leptos::prelude::*;
use words::Words;

use crate::app::{Page, Store};
use crate::backend;
use crate::pages::{carousels, editor, shorts};

pub use self::list::{Face, ListActions, ListWords, ProjectList};
pub use self::missing::{Missing, look_for};

/// What a project is called.
pub fn project_title(words: &Words, project: &ProjectView) -> String {
    match project {
        ProjectView::Short(short) => shorts::short_title(words, &short.brief),
        ProjectView::Carousel(carousel) => carousels::carousel_title(words, carousel),
        ProjectView::Editor(ad) => editor::ad_title(words, ad),
    }
}

/// Caption and hashtags as they are pasted into a post.
pub fn post_text(caption: &str, hashtags: &[String]) -> String {
    let parts = [caption.trim().to_owned(), hashtags.join(" ")];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Whether a project is known here. A form of one that is not has only its defaults: sent, they would
/// take the place of what the service has.
pub fn known(store: Store, kind: ProjectKind, slug: &str) -> Result<(), Refusal> {
    if store.hub.knows(&ProjectKey::new(kind, slug)) {
        Ok(())
    } else {
        Err(Refusal::from(Code::NotFound).of_hubfluencer())
    }
}

/// Goes back to the list by Esc, unless the key meant something else.
pub fn leave_by_escape(store: Store, list: Page) {
    backend::on_key(move |event| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.key() == "Escape"
            && !has_modifier
            && !event.default_prevented()
            && !backend::has_open_dialog()
        {
            store.page.set(list.clone());
        }
    });
}
