//! The time ruler: every scene as a piece of one line, as long as it lasts.

use leptos::prelude::*;

use super::time::{self, Span};
use super::wording::scene_name;
use crate::app::{say, t, t_with};
use crate::backend;
use crate::pages::editor::desk::Desk;
use crate::pages::wording::args;

/// The ruler. A press on a piece leads to its scene.
#[component]
pub fn Ruler(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let spans = Memo::new(move |_| {
        let order = desk.order();
        desk.of(Vec::new(), |ad| time::spans(&ad.scenes, &order))
    });
    let total = Memo::new(move |_| spans.with(|spans| time::total(spans)));
    let marks = Memo::new(move |_| time::marks(total.get()));
    view! {
        <nav class="ruler" aria-label=move || t("editor-ruler") data-test="ruler">
            <ol class="ruler-pieces">
                {move || spans.get().into_iter().enumerate().map(|(place, span)| {
                    view! { <Piece desk span place total/> }
                }).collect_view()}
            </ol>
            <div class="ruler-marks" aria-hidden="true">
                {move || marks.get().into_iter().map(|mark| view! {
                    <span class="figures" style:left=time::per_cent(mark, total.get_untracked())>
                        {say().clock(mark)}
                    </span>
                }).collect_view()}
                <span class="figures ruler-end" data-test="ruler-total">
                    {move || say().clock(total.get().round())}
                </span>
            </div>
        </nav>
    }
}

#[component]
fn Piece(
    /// The desk.
    desk: Desk,
    /// The scene in time.
    span: Span,
    /// Its place, from 0.
    place: usize,
    /// The whole length.
    total: Memo<f64>,
) -> impl IntoView {
    let lasts = span.lasts;
    let starts = span.starts;
    let scene_id = span.scene_id;
    let mark = Memo::new(move |_| {
        desk.of("other", |ad| {
            ad.scenes
                .iter()
                .find(|scene| scene.scene_id == scene_id)
                .map_or("other", |scene| super::wording::status_mark(&scene.status))
        })
    });
    let label = move || {
        t_with(
            "editor-ruler-scene",
            &args([
                ("name", scene_name(&say(), place).into()),
                ("at", say().clock(starts).into()),
                ("length", say().seconds(lasts).into()),
            ]),
        )
    };
    view! {
        <li style:width=move || time::per_cent(lasts, total.get())>
            <button
                type="button"
                class="ruler-piece figures"
                data-test="ruler-piece"
                data-state=move || mark.get()
                aria-label=label
                title=label
                on:click=move |_| backend::focus_after_drawing(format!("[data-grip='{place}']"))
            >
                {place + 1}
            </button>
        </li>
    }
}
