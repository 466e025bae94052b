//! The page that the person is on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Page, store};
use crate::backend;
use crate::pages::{Riff, lazy};

/// Shows the page that was gone to; one whose code is not there yet is fetched first.
#[component]
pub fn CurrentPage() -> impl IntoView {
    let store = store();
    // Going where one is already draws nothing anew.
    let page = Memo::new(move |_| store.page.get());
    // Whoever left by a button of the page itself would be nowhere: the keys go on from the new one.
    Effect::new(move |before: Option<()>| {
        page.with(|_| ());
        if before.is_some() {
            request_animation_frame(backend::rescue_focus);
        }
    });
    move || match page.get() {
        Page::Riff => view! { <Riff/> }.into_any(),
        Page::Queue => once_there(lazy::queue()),
        Page::Task(task_id) => once_there(lazy::task(task_id)),
        Page::Library => once_there(lazy::library()),
        Page::Reel(asset_id) => once_there(lazy::reel(asset_id)),
        Page::Templates => once_there(lazy::templates()),
        Page::Template(template_id) => once_there(lazy::template(template_id)),
        Page::Characters => once_there(lazy::characters()),
        Page::Products => once_there(lazy::products()),
        Page::Product(product_id) => once_there(lazy::product(product_id)),
        Page::Usage => once_there(lazy::usage()),
        Page::Activity => once_there(lazy::activity()),
        Page::Settings => once_there(lazy::settings()),
        Page::Shorts => once_there(lazy::shorts()),
        Page::NewShort => once_there(lazy::new_short()),
        Page::Short(slug) => once_there(lazy::short(slug)),
        Page::Carousels => once_there(lazy::carousels()),
        Page::NewCarousel => once_there(lazy::new_carousel()),
        Page::Carousel(slug) => once_there(lazy::carousel(slug)),
        Page::Editors => once_there(lazy::editors()),
        Page::NewEditor => once_there(lazy::new_editor()),
        Page::Editor(slug) => once_there(lazy::editor(slug)),
        Page::Tokens => once_there(lazy::tokens()),
    }
}

/// Draws a page when its code has come: at once from the second time on, and the first time in less than a blink, for
/// it is in the program. Whoever has gone on meanwhile is not led back.
fn once_there(coming: impl Future<Output = ViewFn> + 'static) -> AnyView {
    let come = RwSignal::new(None::<ViewFn>);
    spawn_local(async move {
        let page = coming.await;
        if come.try_set(Some(page)).is_none() {
            request_animation_frame(backend::rescue_focus);
        }
    });
    (move || come.get().map(|page| page.run())).into_any()
}
