//! The empty page: where a clip is dropped, and the other ways to begin.

use contract::ask;
use leptos::prelude::*;

use super::link_form::{LinkEntry, LinkForm};
use crate::app::{Page, store, t, t_with};
use crate::components::{Button, ButtonKind, Glyph, Icon};
use crate::pages::wording::args;

/// The whole page while it is empty.
#[component]
pub fn DropZone(
    /// Where a link is put.
    link: LinkEntry,
) -> impl IntoView {
    let store = store();
    let is_over = move || store.drag_over.with(Option::is_some);
    view! {
        <section class="drop-zone" class:over=is_over data-test="drop-zone" aria-labelledby="drop-title">
            <span class="drop-reels" aria-hidden="true">
                <span class="drop-reel"><Icon glyph=Glyph::Reel/></span>
                <span class="drop-reel"><Icon glyph=Glyph::Play/></span>
                <span class="drop-reel"><Icon glyph=Glyph::Reel/></span>
            </span>
            <h2 id="drop-title">
                {move || if is_over() { t("riff-drop-now") } else { t("riff-drop") }}
            </h2>
            <p class="muted" data-test="limits">
                {move || t_with(
                    "riff-limits",
                    &args([("seconds", store.limits.with(|limits| limits.max_seconds).into())]),
                )}
            </p>
            <div class="drop-actions">
                <Button
                    kind=ButtonKind::Primary
                    test="browse"
                    on_press=Callback::new(move |()| store.tell(ask::BrowseClips {}))
                >
                    {move || t("riff-browse")}
                </Button>
                <Show when=move || !link.is_open()>
                    <Button test="paste-link" on_press=Callback::new(move |()| link.open(""))>
                        {move || t("riff-paste-link")}
                    </Button>
                    <Button
                        test="choose-template"
                        on_press=Callback::new(move |()| store.page.set(Page::Templates))
                    >
                        {move || t("riff-choose-template")}
                    </Button>
                </Show>
            </div>
            <LinkForm link/>
        </section>
    }
}

/// Over a page with clips, while files hang over the window.
#[component]
pub fn DropOverlay() -> impl IntoView {
    let store = store();
    view! {
        <Show when=move || store.drag_over.with(Option::is_some)>
            <div class="drop-overlay" data-test="drop-overlay">
                <p>{move || t("riff-drop-now")}</p>
            </div>
        </Show>
    }
}
