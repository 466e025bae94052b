//! Reference material: what the person uploaded to the service, and uploading more.

mod sheet;
mod state;
mod tiles;
mod uploads;

pub use self::state::Material;

use contract::SessionState;
use leptos::prelude::*;

use self::sheet::MaterialSheet;
use self::tiles::MaterialTiles;
use self::uploads::Uploads;
use super::states::Bones;
use crate::app::{store, t};
use crate::components::{Button, ButtonKind, Empty, Glyph, Notice, RefusalPanel, SignedOut, Tone};

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    SignedOut,
    Loading,
    Unreachable,
    Empty,
    Tiles,
}

/// The way to more of it.
#[component]
pub fn UploadButton() -> impl IntoView {
    let store = store();
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    view! {
        <Button
            kind=ButtonKind::Primary
            test="reference-upload"
            glyph=Glyph::Add
            disabled=Signal::derive(move || !signed_in.get())
            on_press=Callback::new(move |()| store.material.show())
        >
            {move || t("material-upload")}
        </Button>
    }
}

/// The tab. The list is read whenever somebody comes here or signs in.
#[component]
pub fn MaterialContents() -> impl IntoView {
    let store = store();
    let material = store.material;
    let list = material.list;
    material.follow_files(store);
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    Effect::new(move |_| {
        if signed_in.get() {
            material.visited();
            store.read_characters();
            store.read_products();
        }
    });
    let sight = Memo::new(move |_| {
        if store.session.with(SessionState::is_signed_out) {
            Sight::SignedOut
        } else if !list.items.with(Vec::is_empty) {
            Sight::Tiles
        } else if list.refusal.with(Option::is_some) {
            Sight::Unreachable
        } else if !list.heard.get() {
            Sight::Loading
        } else {
            Sight::Empty
        }
    });
    view! {
        <Uploads/>
        {move || match sight.get() {
            Sight::Tiles => view! {
                <Show when=move || list.refusal.with(Option::is_some)>
                    <Notice tone=Tone::Info test="material-kept"><p>{move || t("material-kept")}</p></Notice>
                </Show>
                <MaterialTiles/>
            }
            .into_any(),
            Sight::Loading => view! { <Bones test="material-loading" word="material-loading"/> }.into_any(),
            Sight::Unreachable => view! {
                <div class="library-refusal">
                    {move || list.refusal.get().map(|refusal| view! {
                        <RefusalPanel refusal on_retry=Callback::new(move |()| material.look())/>
                    })}
                </div>
            }
            .into_any(),
            Sight::SignedOut => view! {
                <SignedOut
                    glyph=Glyph::Folder
                    title="material-signed-out"
                    words="material-signed-out-how"
                    test="material-sign-in"
                />
            }
            .into_any(),
            Sight::Empty => view! {
                <Empty
                    glyph=Glyph::Folder
                    title=move || t("material-empty")
                    words=move || t("material-empty-how")
                    test="material-empty"
                >
                    <Button
                        test="reference-upload-first"
                        glyph=Glyph::Add
                        on_press=Callback::new(move |()| material.show())
                    >
                        {move || t("material-upload")}
                    </Button>
                </Empty>
            }
            .into_any(),
        }}
        <MaterialSheet/>
    }
}
