//! The Library: every finished reel and each one's own page; and what the person uploaded to be
//! referred to.

mod again;
mod mark;
mod material;
mod reel_facts;
mod reel_page;
mod reel_task;
mod removal;
mod save_bar;
mod saving;
mod shelf;
mod slides;
mod states;
mod summary;
mod tiles;

mod toolbar;
mod transfer_row;
mod transfers;
mod upload_row;

use leptos::prelude::*;

pub use self::material::Material;
pub use self::reel_page::Reel;
pub use self::saving::{
    fraction as transfer_fraction, is_open as is_open_transfer, line as transfer_line,
};
pub use self::shelf::{LibraryTab, Shelf};

use self::material::{MaterialContents, UploadButton};
use self::states::Contents;
use self::toolbar::{ByService, Filters, Search};
use self::transfers::TransfersBar;
use crate::app::{PageFrame, Store, store, t, t_with};
use crate::components::Tabs;
use crate::pages::wording::{args, figure};

/// The page.
#[component]
pub fn Library() -> impl IntoView {
    let store = store();
    let tab = store.shelf.tab;
    let shows_reels = Memo::new(move |_| tab.get() == LibraryTab::Reels);
    view! {
        <PageFrame
            name="library"
            title=move || t("page-library")
            subtitle=move || if shows_reels.get() { subtitle(store) } else { t("material-means") }
            actions=move || view! {
                <Show when=move || shows_reels.get() fallback=|| view! { <UploadButton/> }>
                    <Search/>
                </Show>
            }
            bar=move || view! { <TransfersBar/> }
        >
            <div class="library">
                <div class="library-head">
                    <Tabs
                        label=move || t("library-tabs")
                        name="library-tab"
                        tabs=[
                            (LibraryTab::Reels, "library-tab-reels", "library-tab-reels"),
                            (LibraryTab::Material, "library-tab-material", "library-tab-material"),
                        ]
                        chosen=tab
                    />
                    <Show when=move || shows_reels.get()>
                        <ByService/>
                        <Filters/>
                    </Show>
                </div>
                <Show when=move || shows_reels.get() fallback=|| view! { <MaterialContents/> }>
                    <Contents/>
                </Show>
            </div>
        </PageFrame>
    }
}

/// How many there are; and how many of them are on disk, where all of them are known here.
fn subtitle(store: Store) -> String {
    let reels = store.shelf.reels;
    let (heard, saved) = reels.items.with(|reels| {
        let is_saved =
            |reel: &&contract::ReelView| reel.saved.as_ref().is_some_and(|saved| saved.present);
        (reels.len(), reels.iter().filter(is_saved).count())
    });
    let total = reels.total.get().and_then(|n| usize::try_from(n).ok());
    let all = total.unwrap_or(heard).max(heard);
    if all == 0 {
        String::new()
    } else if total.is_none() && reels.has_more.get() {
        t_with("library-count-more", &args([("count", figure(all).into())]))
    } else if saved == 0 || heard < all {
        t_with("library-count", &args([("count", figure(all).into())]))
    } else {
        t_with(
            "library-count-saved",
            &args([
                ("count", figure(all).into()),
                ("saved", figure(saved).into()),
            ]),
        )
    }
}
