//! What becomes of videos that are dropped: on an ad's page they are clips of that ad, anywhere
//! else they are to be riffed.

use contract::{DropTarget, ask};
use leptos::prelude::*;

use crate::app::{Page, Store};

/// Tells the core whenever that changes. For the whole window: going from one ad to another changes
/// nothing.
pub fn follow_drops(store: Store) {
    let target = Memo::new(move |_| target_of(&store.page.get()));
    Effect::new(move |before: Option<DropTarget>| {
        let now = target.get();
        // The core begins with what it does without an answer.
        if before.unwrap_or_default() != now {
            store.tell(ask::SetDropTarget { target: now });
        }
        now
    });
}

fn target_of(page: &Page) -> DropTarget {
    match page {
        Page::Editor(_) => DropTarget::Files,
        _ => DropTarget::Clips,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_ads_own_page_takes_videos_as_files() {
        assert_eq!(
            target_of(&Page::Editor("froth".to_owned())),
            DropTarget::Files
        );
        for page in [Page::Riff, Page::Editors, Page::NewEditor, Page::Products] {
            assert_eq!(target_of(&page), DropTarget::Clips);
        }
    }
}
