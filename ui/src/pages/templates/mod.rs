//! The Templates page: the service's whole list, however long, and what is looked for in it.

mod catalogue;
mod facts;
#[cfg(test)]
pub mod samples;
mod shelves;
mod states;
mod tags;
mod template_page;
mod tile;
mod toolbar;
mod wording;

use contract::SessionState;
use leptos::prelude::*;

pub use self::catalogue::Catalogue;
pub use self::template_page::Template;

use self::states::Contents;
use self::tags::Tags;
use self::toolbar::Toolbar;
use crate::app::{PageFrame, Store, store, t, t_with};
use crate::pages::wording::{args, figure};

/// The page.
#[component]
pub fn Templates() -> impl IntoView {
    let store = store();
    keep_heard(store);
    let subtitle = move || {
        let total = store.templates.shelves.with(shelves::Shelves::total);
        match total {
            None | Some(0) => t("templates-subtitle"),
            Some(total) => t_with("templates-count", &args([("count", figure(total).into())])),
        }
    };
    view! {
        <PageFrame
            name="templates"
            title=move || t("page-templates")
            subtitle=subtitle
            actions=move || view! { <Toolbar/> }
        >
            <div class="templates">
                <Tags/>
                <Contents/>
            </div>
        </PageFrame>
    }
}

/// Hears the list now, and whenever somebody signs in.
fn keep_heard(store: Store) {
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    Effect::new(move |_| {
        if signed_in.get() {
            store.templates.visited();
        }
    });
    Effect::new(move |_| {
        if let Some(news) = store.template_news.get() {
            store.templates.change(&news);
        }
    });
}
