//! The person's own clips: chosen, sent, paused and gone on with, and placed once they are ready.

mod followed;
mod intake;
mod progress;
mod row;
mod sheet;

use contract::{ask, hub_ask};
use leptos::prelude::*;

pub use self::followed::FollowedClip;
pub use self::intake::Intake;
use self::row::ClipRow;
pub use self::sheet::ClipSheet;
use super::desk::{Desk, Work};
use super::parts::WorkRefusal;
use crate::app::{store, t};
use crate::components::{Button, ButtonKind, Glyph};

/// The panel.
#[component]
pub fn Clips(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let keys = Memo::new(move |_| {
        desk.of(Vec::new(), |ad| {
            ad.footage
                .iter()
                .filter(|clip| progress::is_shown(&clip.state))
                .map(progress::key)
                .collect::<Vec<_>>()
        })
    });
    let choose = Callback::new(move |()| {
        store.hub.image_wanted.set(None);
        store.tell(ask::BrowseFiles {});
    });
    let look = Callback::new(move |()| {
        let slug = desk.slug();
        desk.ask(Work::Look, hub_ask::ListFootage { slug }, |_| {});
    });
    view! {
        <section class="panel-part" data-test="clips" aria-label=move || t("editor-clips")>
            <div
                class="clip-drop"
                class:over=move || store.drag_over.with(Option::is_some)
                data-test="clip-drop"
            >
                <p>{move || if store.drag_over.with(Option::is_some) {
                    t("editor-clips-drop-now")
                } else {
                    t("editor-clips-drop")
                }}</p>
                <Button test="clip-browse" glyph=Glyph::Add on_press=choose>
                    {move || t("editor-clips-choose")}
                </Button>
                <p class="muted small" data-test="clip-caps">{move || t("editor-clips-caps")}</p>
            </div>
            <Show
                when=move || keys.with(|keys| !keys.is_empty())
                fallback=move || view! { <p class="muted" data-test="clips-none">{t("editor-clips-none")}</p> }
            >
                <ul class="clip-rows" aria-label=move || t("editor-clips")>
                    <For each=move || keys.get() key=String::clone let:key>
                        <ClipRow desk key/>
                    </For>
                </ul>
                <Button kind=ButtonKind::Quiet test="clips-look" on_press=look>
                    {move || t("editor-clips-look")}
                </Button>
            </Show>
            <WorkRefusal desk work=Work::Look on_retry=look/>
        </section>
    }
}
