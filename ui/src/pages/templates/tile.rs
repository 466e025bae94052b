//! One template in the list.

use contract::Media;
use leptos::prelude::*;

use super::wording::{open_word, tile_facts};
use crate::app::{Page, say, store, t};
use crate::components::tiles::Seat;
use crate::components::{Glyph, Icon, Picture};

/// The tile. Until its page of the list was heard, the shape of it.
#[component]
pub fn Tile(
    /// Where it is.
    seat: Seat,
) -> impl IntoView {
    let store = store();
    let template = Memo::new(move |_| {
        store
            .templates
            .shelves
            .with(|shelves| shelves.get(seat.index).cloned())
    });
    let is_heard = Memo::new(move |_| template.with(Option::is_some));
    let of = move |tell: fn(&contract::TemplateView) -> String| {
        template.with(|t| t.as_ref().map(tell).unwrap_or_default())
    };
    let media = Memo::new(move |_| {
        template.with(|t| {
            let t = t.as_ref().filter(|t| t.has_picture)?;
            Some(Media::TemplatePicture(t.template_id.clone()))
        })
    });
    let is_stale = Memo::new(move |_| template.with(|t| t.as_ref().is_some_and(|t| t.is_stale)));
    let is_public = Memo::new(move |_| template.with(|t| t.as_ref().is_some_and(|t| t.is_public)));
    let open = move |_| {
        let id = template.with_untracked(|t| t.as_ref().map(|t| t.template_id.clone()));
        if let Some(template_id) = id {
            seat.opened();
            store.page.set(Page::Template(template_id));
        }
    };
    view! {
        <button
            type="button"
            class="tile"
            class:unheard=move || !is_heard.get()
            data-test="template-tile"
            data-index=seat.index.to_string()
            data-id=move || of(|t| t.template_id.to_string())
            data-heard=move || is_heard.get().to_string()
            tabindex=move || seat.tabindex()
            aria-busy=move || (!is_heard.get()).then_some("true")
            aria-label=move || template.with(|known| match known {
                Some(known) => open_word(&say(), known),
                None => t("templates-loading"),
            })
            on:focus=move |_| seat.focused()
            on:click=open
        >
            <span class="tile-picture">
                <Show when=move || is_heard.get() fallback=|| view! { <span class="bone tile-bone"></span> }>
                    <Picture media/>
                </Show>
                <Show when=move || is_public.get()>
                    <span class="tile-mark" data-test="template-public">{move || t("template-public")}</span>
                </Show>
                <Show when=move || is_stale.get()>
                    <span class="tile-stale" data-test="template-stale-mark">
                        <Icon glyph=Glyph::Clock/>
                        <span>{move || t("template-stale")}</span>
                    </span>
                </Show>
            </span>
            <span class="tile-title">{move || of(|t| t.name.clone())}</span>
            <span class="tile-time">{move || of(|t| t.emotion_arc.clone().unwrap_or_default())}</span>
            <span class="tile-time muted">{move || template.with(|t| {
                t.as_ref().map(|t| tile_facts(&say(), t)).unwrap_or_default()
            })}</span>
            <span class="tile-tags muted">{move || of(|t| {
                t.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
            })}</span>
        </button>
    }
}
