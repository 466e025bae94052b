//! A small button over a picture, which plays what it shows in a dialog.

use contract::Media;
use leptos::prelude::*;

use super::desk::Desk;
use crate::app::t;
use crate::components::{Button, Dialog, Glyph, Icon, Player};

/// The button.
#[component]
pub fn Play(
    /// The desk, which knows what plays.
    desk: Desk,
    /// What it plays.
    media: Signal<Option<Media>>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="picture-play"
            data-test="play-clip"
            aria-label=move || t("player-play")
            on:click=move |_| desk.playing.set(media.get_untracked())
        >
            <Icon glyph=Glyph::Play/>
        </button>
    }
}

/// The dialog.
#[component]
pub fn PlayDialog(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let close = Callback::new(move |()| desk.playing.set(None));
    view! {
        <Dialog
            open=Signal::derive(move || desk.playing.with(Option::is_some))
            title=move || t("editor-play-title")
            test="play-dialog"
            on_close=close
        >
            {move || desk.playing.get().map(|media| view! {
                <div class="play-frame" style=("--ratio", desk.ratio())>
                    <Player
                        media=Signal::derive(move || media.clone())
                        label=move || t("editor-play-title")
                        test="clip-player"
                    />
                </div>
            })}
            <div class="dialog-actions">
                <Button test="play-close" on_press=close>{move || t("editor-close")}</Button>
            </div>
        </Dialog>
    }
}
