//! A place for one image of a project: chosen or dropped, sent, replaced.

use contract::{
    FileId, FileKind, FileView, ImageRole, ImageUploadState, Media, ProjectKey, ProjectMedia,
    Refusal, ask, hub_ask,
};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use super::{HubPicture, HubRefusal};
use crate::app::{Store, say, store, t, t_with};
use crate::backend;
use crate::components::{Button, Glyph, Picture};
use crate::pages::wording::args;
use crate::pages::{megabytes, share};

/// Longest description of a product image, in characters.
const DESCRIPTION_CAP: &str = "500";

/// What a slot knows. Copy.
#[derive(Clone, Copy)]
struct Slot {
    key: StoredValue<ProjectKey>,
    role: ImageRole,
    description: RwSignal<String>,
    file: RwSignal<Option<FileView>>,
    refusal: RwSignal<Option<Refusal>>,
    revision: RwSignal<u32>,
}

/// The slot. A dropped image goes to the slot that it was dropped on.
#[component]
pub fn ImageSlot(
    /// The project.
    key: ProjectKey,
    /// What the image is for.
    role: ImageRole,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// One line about what it does.
    #[prop(into)]
    words: TextProp,
    /// Whether the project has one.
    #[prop(into)]
    present: Signal<bool>,
    /// What a present one is said to show. With it, the person is asked what the image shows.
    #[prop(optional, into)]
    described: Option<Signal<String>>,
    /// Why none can be set now.
    #[prop(optional, into)]
    locked: Signal<Option<String>>,
) -> impl IntoView {
    let store = store();
    let element = NodeRef::<html::Section>::new();
    let slot = Slot {
        key: StoredValue::new(key.clone()),
        role,
        description: RwSignal::new(described.map(|d| d.get_untracked()).unwrap_or_default()),
        file: RwSignal::new(None),
        refusal: RwSignal::new(None),
        revision: RwSignal::new(0),
    };
    let upload = store.hub.image(key.clone(), role);
    let is_over = follow_drag(store, element);
    follow_files(store, slot, is_over, locked);
    let name = role_name(role);
    let sending = Memo::new(move |_| match upload.get().map(|u| u.state) {
        Some(ImageUploadState::Sending { sent, total }) => Some((sent, total)),
        _ => None,
    });
    let refusal = Memo::new(move |_| match upload.get().map(|u| u.state) {
        Some(ImageUploadState::Failed { refusal }) => Some(refusal),
        _ => slot.refusal.get(),
    });
    let is_locked = move || locked.with(Option::is_some);
    let choose = Callback::new(move |()| {
        store.files_news.set(Vec::new());
        store
            .hub
            .image_wanted
            .set(Some((slot.key.get_value(), role)));
        store.tell(ask::BrowseFiles {});
    });
    let again = Callback::new(move |()| match slot.file.get_untracked() {
        Some(file) if refusal.with_untracked(|r| r.as_ref().is_some_and(|r| r.retryable)) => {
            send(slot, file.file_id);
        }
        _ => choose.run(()),
    });
    view! {
        <section
            node_ref=element
            class="image-slot"
            class:over=move || is_over.get() && !is_locked()
            data-test=format!("image-slot-{name}")
            data-present=move || present.get().to_string()
            aria-label=move || label.get().to_string()
        >
            <span class="image-slot-picture">
                <Shown here=slot key present sending/>
            </span>
            <div class="image-slot-words">
                <h3>{
                    let label = label.clone();
                    move || label.get()
                }</h3>
                <p class="muted small">{move || words.get()}</p>
                {described.is_some().then(|| view! { <Description here=slot disabled=Signal::derive(is_locked)/> })}
                {move || sending.get().map(|(sent, total)| view! {
                    <div class="image-slot-progress" data-test=format!("image-sending-{name}")>
                        <progress
                            aria-label=t("hub-image-sending")
                            max="1"
                            value=format!("{:.3}", share(sent, total))
                        ></progress>
                        <span class="muted small figures">
                            {t_with("transfers-bytes-of", &args([
                                ("received", megabytes(&say(), sent).into()),
                                ("total", megabytes(&say(), total).into()),
                            ]))}
                        </span>
                    </div>
                })}
                {move || refusal.get().map(|refusal| view! { <HubRefusal refusal on_go=again/> })}
                <div class="image-slot-actions">
                    <Button
                        test=format!("image-choose-{name}")
                        glyph=Glyph::Image
                        disabled=Signal::derive(move || is_locked() || sending.with(Option::is_some))
                        on_press=choose
                    >
                        {move || if present.get() { t("hub-image-replace") } else { t("hub-image-choose") }}
                    </Button>
                    <span class="muted small">
                        {move || locked.get().unwrap_or_else(|| t("hub-image-kinds"))}
                    </span>
                </div>
            </div>
        </section>
    }
}

/// For tests: `image-slot-product`.
const fn role_name(role: ImageRole) -> &'static str {
    match role {
        ImageRole::Product => "product",
        ImageRole::Poster => "poster",
        ImageRole::ClosingImage => "closing",
        ImageRole::Logo => "logo",
    }
}

/// The image itself: the chosen file while it is on its way, the project's then.
#[component]
fn Shown(
    /// The here.
    here: Slot,
    /// The project.
    key: ProjectKey,
    /// Whether the project has one.
    present: Signal<bool>,
    /// Bytes that left, and of all, while it is on its way.
    sending: Memo<Option<(u64, u64)>>,
) -> impl IntoView {
    let file = Memo::new(move |_| {
        sending
            .with(Option::is_some)
            .then(|| {
                here.file
                    .with(|file| file.as_ref().map(|file| file.file_id.clone()))
            })
            .flatten()
    });
    let role = here.role;
    move || match file.get() {
        Some(file_id) => {
            view! { <Picture media=Signal::derive(move || Some(Media::File(file_id.clone())))/> }
                .into_any()
        }
        None => {
            let key = key.clone();
            view! {
                <HubPicture
                    key=Signal::derive(move || key.clone())
                    media=Signal::derive(move || present.get().then_some(ProjectMedia::Image(role)))
                    revision=here.revision
                />
            }
            .into_any()
        }
    }
}

/// What the image shows, told before it is sent.
#[component]
fn Description(
    /// The here.
    here: Slot,
    /// Whether it can't be changed now.
    disabled: Signal<bool>,
) -> impl IntoView {
    let id = format!("image-description-{}", role_name(here.role));
    view! {
        <label class="small muted" for=id.clone()>{move || t("hub-image-description")}</label>
        <input
            id=id.clone()
            class="control"
            data-test=id
            type="text"
            autocomplete="off"
            maxlength=DESCRIPTION_CAP
            placeholder=move || t("hub-image-description-example")
            disabled=move || disabled.get()
            prop:value=move || here.description.get()
            on:input:target=move |event| here.description.set(event.target().value())
        />
    }
}

/// Whether files hang over the slot; where they last hung, once they are gone.
fn follow_drag(store: Store, element: NodeRef<html::Section>) -> RwSignal<bool> {
    let is_over = RwSignal::new(false);
    Effect::new(move |_| {
        if let (Some(place), Some(element)) = (store.drag_over.get(), element.get()) {
            is_over.set(backend::lies_under(&element, place));
        }
    });
    is_over
}

/// Takes up the file that was chosen for this slot, or dropped on it.
fn follow_files(store: Store, slot: Slot, is_over: RwSignal<bool>, locked: Signal<Option<String>>) {
    Effect::new(move |_| {
        let files = store.files_news.get();
        let Some(file) = files.first().cloned() else {
            return;
        };
        let wanted = store.hub.image_wanted.get_untracked();
        let is_mine = match &wanted {
            Some((key, role)) => *role == slot.role && slot.key.with_value(|mine| mine == key),
            None => is_over.get_untracked() && !backend::has_open_dialog(),
        };
        is_over.set(false);
        if !is_mine || locked.with_untracked(Option::is_some) {
            return;
        }
        store.hub.image_wanted.set(None);
        store.files_news.set(Vec::new());
        slot.refusal.set(refused(&file));
        if slot.refusal.with_untracked(Option::is_none) {
            let file_id = file.file_id.clone();
            slot.file.set(Some(file));
            send(slot, file_id);
        }
    });
}

/// What can be told of a file before it is sent: it is no image at all.
fn refused(file: &FileView) -> Option<Refusal> {
    (file.kind != FileKind::Image).then(|| {
        Refusal::from(contract::Code::HubImageKindUnknown).with("file", file.name.as_str())
    })
}

fn send(slot: Slot, file_id: FileId) {
    let ask = hub_ask::SetImage {
        project: slot.key.get_value(),
        role: slot.role,
        file_id,
        description: slot
            .description
            .with_untracked(|text| text.trim().to_owned()),
    };
    slot.refusal.set(None);
    spawn_local(async move {
        match backend::ask(ask).await {
            Ok(_) => {
                slot.revision.try_update(|revision| *revision += 1);
            }
            Err(refusal) => {
                slot.refusal.try_set(Some(refusal));
            }
        }
    });
}
