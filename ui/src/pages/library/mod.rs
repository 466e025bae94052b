//! The Library: every finished reel, and each one's own page.

mod filter;
mod reel_facts;
mod reel_page;
mod saving;
mod states;
mod tiles;
mod toolbar;
mod transfers;

use leptos::prelude::*;

pub use self::filter::Shelf;
pub use self::reel_page::Reel;

use self::states::Contents;
use self::toolbar::Toolbar;
use self::transfers::TransfersBar;
use crate::app::{PageFrame, Store, store, t, t_with};
use crate::backend;
use crate::pages::wording::args;

/// The page.
#[component]
pub fn Library() -> impl IntoView {
    let store = store();
    // The window of time is measured from when the list was made, not anew each second.
    let shown = Memo::new(move |_| {
        store.reels.with(|reels| {
            store
                .shelf
                .with(|shelf| filter::select(reels, &shelf.query, backend::now_ms()))
        })
    });
    view! {
        <PageFrame
            name="library"
            title=move || t("page-library")
            subtitle=move || subtitle(store)
            actions=move || view! { <Toolbar/> }
            bar=move || view! { <TransfersBar/> }
        >
            <Contents shown/>
        </PageFrame>
    }
}

/// How many there are, and how many of them are on disk.
fn subtitle(store: Store) -> String {
    let (all, saved) = store.reels.with(|reels| {
        let is_saved =
            |reel: &&contract::ReelView| reel.saved.as_ref().is_some_and(|saved| saved.present);
        (reels.len(), reels.iter().filter(is_saved).count())
    });
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of reels, far inside 53 bits"
    )]
    let (all, saved) = (all as f64, saved as f64);
    if all == 0.0 {
        String::new()
    } else if saved == 0.0 {
        t_with("library-count", &args([("count", all.into())]))
    } else {
        t_with(
            "library-count-saved",
            &args([("count", all.into()), ("saved", saved.into())]),
        )
    }
}
