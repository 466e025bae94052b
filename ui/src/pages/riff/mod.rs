//! The Riff page: one source, a few settings that all have a default, one sentence that says the
//! whole plan, and the one yes.

mod characters;
mod checks;
mod choice;
mod clips;
mod confirm;
mod confirm_sheet;
mod direction;
mod drop_zone;
mod link;
mod link_form;
mod plan_bar;
mod product;
mod restated;
mod sentence;
mod settings_panel;
mod source_panel;
mod template_card;

use contract::{ClipView, Source};
use leptos::prelude::*;

pub use self::characters::choice::{Offered, names as character_names, offered, toggle};
pub use self::characters::{Describe, count_sentence};
pub use self::template_card::Freshness;

use self::confirm::Confirm;
use self::confirm_sheet::ConfirmSheet;
pub use self::direction::Drafting;
use self::drop_zone::{DropOverlay, DropZone};
use self::link_form::LinkEntry;
use self::plan_bar::PlanBar;
use self::product::StagingSheet;
use self::settings_panel::SettingsPanel;
use self::source_panel::SourcePanel;
use crate::app::{PageFrame, Store, store, t};
use crate::backend;

/// The page.
#[component]
pub fn Riff() -> impl IntoView {
    let store = store();
    let clips = shown_clips(store);
    let link = LinkEntry::new(store);
    let confirm = Confirm::new(store);
    keep_a_source(store, clips);
    listen(store, link, confirm);

    let is_empty = Memo::new(move |_| {
        clips.with(Vec::is_empty) && store.plan.with(|plan| !is_remote(plan.source.as_ref()))
    });
    view! {
        <PageFrame
            name="riff"
            title=move || t("page-riff")
            subtitle=move || t("riff-subtitle")
            bar=move || view! { <PlanBar confirm clips/> }
        >
            <Show
                when=move || is_empty.get()
                fallback=move || view! {
                    <div class="riff-columns">
                        <SourcePanel clips link/>
                        <SettingsPanel/>
                    </div>
                    <DropOverlay/>
                }
            >
                <DropZone link/>
            </Show>
            // After the picker of the panel: that closes first, so that the focus comes back to it.
            <StagingSheet is_empty/>
            <ConfirmSheet confirm/>
        </PageFrame>
    }
}

fn shown_clips(store: Store) -> Memo<Vec<ClipView>> {
    Memo::new(move |_| {
        store.clips.with(|clips| {
            store
                .orders
                .with(|orders| store.plan.with(|plan| choice::shown(clips, orders, plan)))
        })
    })
}

/// Whether the source is none of this machine's files.
fn is_remote(source: Option<&Source>) -> bool {
    matches!(source, Some(Source::Link { .. } | Source::Template { .. }))
}

/// A good clip on the page is the source unless the person chose otherwise.
fn keep_a_source(store: Store, clips: Memo<Vec<ClipView>>) {
    Effect::new(move |_| {
        let next = clips.with(|clips| choice::next_source(clips));
        if let Some(clip_id) = next
            && store.plan.with(|plan| plan.source.is_none())
        {
            store
                .plan
                .update(|plan| plan.source = Some(Source::Clip { clip_id }));
        }
    });
}

/// Ctrl or Command with Enter reviews; a TikTok link may be pasted anywhere.
fn listen(store: Store, entry: LinkEntry, confirm: Confirm) {
    backend::on_key(move |event| {
        let is_review = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if !is_review || event.repeat() || backend::has_open_dialog() {
            return;
        }
        event.prevent_default();
        confirm.review(store);
    });
    backend::on_paste(move |text| {
        if let Some(found) = link::pasted_link(&text)
            && !backend::has_open_dialog()
        {
            entry.take(store, found.to_owned());
        }
    });
}
