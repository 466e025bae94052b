//! The form in which a file is written down before it is uploaded.

use contract::{FileKind, FileView, Media, ask};
use leptos::prelude::*;

use super::state::Material;
use crate::app::{say, say_refusal, store, t};
use crate::components::{Button, ButtonKind, Choose, Dialog, Glyph, Notice, Picture, Tone};
use crate::pages::wording::facts;

/// The form, while it is open.
#[component]
pub fn MaterialSheet() -> impl IntoView {
    let store = store();
    let material = store.material;
    let is_ready = Memo::new(move |_| {
        material
            .file
            .with(|file| file.as_ref().is_some_and(|file| file.refusal.is_none()))
    });
    let close = Callback::new(move |()| material.hide());
    view! {
        <Dialog
            open=material.open
            title=move || t("material-sheet")
            test="reference-sheet"
            on_close=close
        >
            <p class="muted">{move || t("material-sheet-means")}</p>
            <ChosenFile material/>
            <Texts material/>
            <BelongsTo material/>
            {move || material.refusal.get().map(|refusal| view! {
                <Notice tone=Tone::Bad test="reference-refusal">{say_refusal(&refusal)}</Notice>
            })}
            <div class="dialog-actions">
                <Button test="reference-no" on_press=close>{move || t("material-no")}</Button>
                <Button
                    kind=ButtonKind::Primary
                    test="reference-send"
                    disabled=Signal::derive(move || !is_ready.get() || material.busy.get())
                    on_press=Callback::new(move |()| material.send(store))
                >
                    {move || t("material-send")}
                </Button>
            </div>
        </Dialog>
    }
}

/// The file, or the way to choose one.
#[component]
fn ChosenFile(
    /// The form.
    material: Material,
) -> impl IntoView {
    let store = store();
    let is_chosen = Memo::new(move |_| material.file.with(Option::is_some));
    let browse = Callback::new(move |()| store.tell(ask::BrowseFiles {}));
    view! {
        <div class="material-file" data-test="reference-file">
            {move || material.file.get().map(|file| view! { <File file/> })}
            <Button test="reference-browse" glyph=Glyph::Folder autofocus=true on_press=browse>
                {move || if is_chosen.get() { t("material-other") } else { t("material-choose") }}
            </Button>
            <Show when=move || !is_chosen.get()>
                <p class="muted small">{move || t("material-kinds")}</p>
            </Show>
        </div>
    }
}

#[component]
fn File(
    /// It.
    file: FileView,
) -> impl IntoView {
    let media = (file.kind == FileKind::Image).then(|| Media::File(file.file_id.clone()));
    let refusal = file.refusal.clone();
    let (size, kind) = (file.size_bytes, file.kind);
    view! {
        <span class="material-picture"><Picture media=Signal::derive(move || media.clone())/></span>
        <div class="material-file-words">
            <p class="transfer-title" title=file.name.clone()>{file.name.clone()}</p>
            <p class="muted small figures">
                {move || {
                    let kind = match kind {
                        FileKind::Image => t("material-image"),
                        FileKind::Video => t("material-video"),
                        FileKind::Other => String::new(),
                    };
                    facts([kind, say().megabytes(size)])
                }}
            </p>
            {move || refusal.clone().map(|refusal| view! {
                <p class="field-refusal" data-test="reference-file-refusal">{say_refusal(&refusal)}</p>
            })}
        </div>
    }
}

/// What to call it, and what to know of it.
#[component]
fn Texts(
    /// The form.
    material: Material,
) -> impl IntoView {
    let file_name = move || {
        material
            .file
            .with(|file| file.as_ref().map(|file| file.name.clone()))
            .unwrap_or_else(|| t("material-name-example"))
    };
    view! {
        <div class="labelled">
            <label for="reference-name">{move || t("material-name")}</label>
            <input
                id="reference-name"
                class="control"
                data-test="reference-name"
                type="text"
                autocomplete="off"
                placeholder=file_name
                prop:value=move || material.name.get()
                on:input:target=move |event| material.name.set(event.target().value())
            />
        </div>
        <div class="labelled">
            <label for="reference-notes">{move || t("material-notes")}</label>
            <textarea
                id="reference-notes"
                class="control"
                data-test="reference-notes"
                rows="2"
                placeholder=move || t("material-notes-example")
                prop:value=move || material.notes.get()
                on:input:target=move |event| material.notes.set(event.target().value())
            ></textarea>
        </div>
    }
}

/// The product and the character that it shows.
#[component]
fn BelongsTo(
    /// The form.
    material: Material,
) -> impl IntoView {
    let store = store();
    let products = Signal::derive(move || {
        store.products.items.with(|all| {
            let all = all.as_deref().unwrap_or_default();
            all.iter()
                .map(|p| (p.product_id.to_string(), p.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let characters = Signal::derive(move || {
        store.characters.items.with(|all| {
            let all = all.as_deref().unwrap_or_default();
            all.iter()
                .map(|c| (c.character_id.to_string(), c.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div class="material-belongs">
            <div class="labelled">
                <label for="reference-product">{move || t("library-product")}</label>
                <Choose
                    id="reference-product"
                    label=move || t("library-product")
                    none=move || t("material-none")
                    test="reference-product"
                    options=products
                    chosen=material.product
                    on_choose=Callback::new(move |id| material.product.set(id))
                />
            </div>
            <div class="labelled">
                <label for="reference-character">{move || t("library-character")}</label>
                <Choose
                    id="reference-character"
                    label=move || t("library-character")
                    none=move || t("material-none")
                    test="reference-character"
                    options=characters
                    chosen=material.character
                    on_choose=Callback::new(move |id| material.character.set(id))
                />
            </div>
        </div>
    }
}
