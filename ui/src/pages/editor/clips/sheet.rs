//! The sheet between choosing clips and sending them.

use contract::{FileView, FitMode, UploadMethod};
use leptos::prelude::*;

use super::intake::{self, Intake};
use crate::app::{say, say_refusal, store, t, t_with};
use crate::components::{Button, ButtonKind, Dialog, Glyph, Icon, Tabs};
use crate::pages::editor::desk::Desk;
use crate::pages::editor::panels::Shown;
use crate::pages::editor::parts::CountedArea;
use crate::pages::editor::standing::DESCRIPTION_CAP;
use crate::pages::wording::{args, figure};

/// The sheet.
#[component]
pub fn ClipSheet(
    /// The desk.
    desk: Desk,
    /// The clips.
    intake: Intake,
) -> impl IntoView {
    let store = store();
    intake.follow_files(store);
    let leave = Callback::new(move |()| intake.leave(store));
    let done = Callback::new(move |()| desk.shown.set(Shown::Clips));
    let count = Memo::new(move |_| {
        intake.files.with(|files| {
            files
                .iter()
                .filter(|file| intake::fault(file).is_none())
                .count()
        })
    });
    view! {
        <Dialog
            open=intake.open
            title=move || t("editor-clip-sheet")
            test="clip-sheet"
            on_close=leave
        >
            <p class="muted small">{move || t("editor-clips-caps")}</p>
            <ul class="intake" data-test="clip-files">
                <For
                    each=move || intake.files.get()
                    key=|file| (file.file_id.clone(), file.size_bytes)
                    let:file
                >
                    <Chosen intake file/>
                </For>
            </ul>
            <Options intake/>
            <div class="dialog-actions">
                <Button test="clip-leave" disabled=intake.busy on_press=leave>
                    {move || t("editor-clip-leave")}
                </Button>
                <Button
                    kind=ButtonKind::Primary
                    test="clip-send"
                    autofocus=true
                    disabled=Signal::derive(move || !intake.can_send())
                    on_press=Callback::new(move |()| intake.send(desk.slug(), done))
                >
                    {move || t_with("editor-clip-send", &args([("count", figure(count.get()).into())]))}
                </Button>
            </div>
        </Dialog>
    }
}

/// One file.
#[component]
fn Chosen(
    /// The clips.
    intake: Intake,
    /// It.
    file: FileView,
) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(file.file_id.clone());
    let fault = StoredValue::new(intake::fault(&file));
    let size = file.size_bytes;
    let name = StoredValue::new(file.name.clone());
    let refusal = Memo::new(move |_| {
        fault.get_value().or_else(|| {
            intake.refusals.with(|all| {
                all.iter()
                    .find(|(of, _)| id.with_value(|id| of == id))
                    .map(|(_, why)| why.clone())
            })
        })
    });
    view! {
        <li class="intake-file" class:refused=move || refusal.with(Option::is_some) data-test="clip-file">
            <span class="intake-mark">
                {move || if refusal.with(Option::is_some) {
                    view! { <Icon glyph=Glyph::Alert/> }
                } else {
                    view! { <Icon glyph=Glyph::Check/> }
                }}
            </span>
            <span class="clip-row-name" title=name.get_value()>{name.get_value()}</span>
            <span class="muted small figures">{move || say().megabytes(size)}</span>
            <button
                type="button"
                class="toast-close"
                data-test="clip-file-remove"
                aria-label=move || t_with("editor-clip-file-remove", &args([("name", name.get_value().into())]))
                on:click=move |_| intake.remove(store, id.get_value())
            >
                <Icon glyph=Glyph::Close/>
            </button>
            {move || refusal.get().map(|refusal| view! {
                <p class="field-refusal" data-test="clip-file-refusal">{say_refusal(&refusal)}</p>
            })}
        </li>
    }
}

/// What is said of all of them.
#[component]
fn Options(
    /// The clips.
    intake: Intake,
) -> impl IntoView {
    let is_whole = move || intake.method.get() != UploadMethod::Multipart;
    view! {
        <div class="labelled">
            <span class="muted small">{move || t("editor-fit")}</span>
            <Tabs
                label=move || t("editor-fit")
                name="clip-fit"
                tabs=[
                    (FitMode::Blur, "editor-fit-blur-choice", "fit-blur"),
                    (FitMode::Cover, "editor-fit-cover-choice", "fit-cover"),
                ]
                chosen=intake.fit_mode
            />
            <p class="muted small">{move || match intake.fit_mode.get() {
                FitMode::Blur => t("editor-fit-blur-means"),
                FitMode::Cover => t("editor-fit-cover-means"),
            }}</p>
        </div>
        <CountedArea
            id="clip-description"
            label=move || t("editor-clip-description")
            example=move || t("editor-clip-description-example")
            cap=DESCRIPTION_CAP
            rows="2"
            text=intake.description
        />
        <details class="aid">
            <summary data-test="clip-method-open">{move || t("editor-method")}</summary>
            <Tabs
                label=move || t("editor-method")
                name="clip-method"
                tabs=[
                    (UploadMethod::Auto, "editor-method-auto", "method-auto"),
                    (UploadMethod::Single, "editor-method-single", "method-single"),
                    (UploadMethod::Multipart, "editor-method-parts", "method-parts"),
                ]
                chosen=intake.method
            />
            <p class="muted small">{move || t(match intake.method.get() {
                UploadMethod::Auto => "editor-method-auto-means",
                UploadMethod::Single => "editor-method-single-means",
                UploadMethod::Multipart => "editor-method-parts-means",
            })}</p>
            <label class="image-policy">
                <input
                    type="checkbox"
                    data-test="clip-checksum"
                    disabled=move || !is_whole()
                    prop:checked=move || intake.with_checksum.get() && is_whole()
                    on:change:target=move |event| intake.with_checksum.set(event.target().checked())
                />
                <span>{move || t("editor-checksum")}</span>
            </label>
        </details>
    }
}
