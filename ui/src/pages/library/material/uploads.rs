//! What is on its way to the service, and what did not arrive.

use contract::{UploadId, UploadState, UploadView, ask};
use leptos::prelude::*;

use super::state::dismiss;
use crate::app::{store, t, t_with};
use crate::components::{Button, ButtonKind, RefusalPanel};
use crate::pages::queue::progress::{megabytes, share};
use crate::pages::wording::args;

/// A row each. What is done is in the list, and has no row any more.
#[component]
pub fn Uploads() -> impl IntoView {
    let store = store();
    let rows = Memo::new(move |_| {
        store.uploads.with(|uploads| {
            uploads
                .iter()
                .filter(|upload| is_shown(&upload.state))
                .map(|upload| upload.upload_id.clone())
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <ul class="panel uploads" data-test="uploads" aria-label=move || t("material-uploads")>
                <For each=move || rows.get() key=UploadId::clone let:upload_id>
                    <Row upload_id/>
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn Row(
    /// Which.
    upload_id: UploadId,
) -> impl IntoView {
    let store = store();
    let key = StoredValue::new(upload_id);
    let upload = Memo::new(move |_| {
        store.uploads.with(|uploads| {
            uploads
                .iter()
                .find(|upload| key.with_value(|id| upload.upload_id == *id))
                .cloned()
        })
    });
    let name = Memo::new(move |_| {
        upload
            .with(|upload| upload.as_ref().map(|upload| upload.name.clone()))
            .unwrap_or_default()
    });
    let refusal = Memo::new(
        move |_| match upload.get().map(|upload: UploadView| upload.state) {
            Some(UploadState::Failed { refusal }) => Some(refusal),
            _ => None,
        },
    );
    let bytes = Memo::new(move |_| match upload.get().map(|upload| upload.state) {
        Some(UploadState::Sending { sent, total }) => Some((sent, total)),
        _ => None,
    });
    let state =
        move || upload.with(|upload| upload.as_ref().map(|upload| state_name(&upload.state)));
    let is_sending = Memo::new(move |_| bytes.with(Option::is_some));
    let values = move || args([("name", name.get().into())]);
    view! {
        <li class="upload" data-test="upload" data-state=state>
            <span class="transfer-title" title=move || name.get()>{move || name.get()}</span>
            {move || bytes.get().map(|(sent, total)| {
                let words = crate::app::say();
                let line = words.say_with("material-sending", &args([
                    ("sent", megabytes(&words, sent).into()),
                    ("total", megabytes(&words, total).into()),
                ]));
                view! {
                    <span class="muted figures">{line}</span>
                    <progress
                        class="saving-bar"
                        max="1"
                        aria-label=name.get()
                        value=format!("{:.3}", share(sent, total))
                    ></progress>
                }
            })}
            <Show when=move || is_sending.get()>
                <Button
                    kind=ButtonKind::Quiet
                    test="upload-cancel"
                    on_press=Callback::new(move |()| {
                        store.tell(ask::CancelUpload { upload_id: key.get_value() });
                    })
                >
                    <span aria-hidden="true">{move || t("transfers-cancel")}</span>
                    <span class="visually-hidden">{move || t_with("material-cancel-of", &values())}</span>
                </Button>
            </Show>
            {move || refusal.get().map(|refusal| view! {
                <div class="upload-failed">
                    <RefusalPanel refusal/>
                    <div class="dialog-actions">
                        <Button
                            kind=ButtonKind::Quiet
                            test="upload-dismiss"
                            on_press=Callback::new(move |()| dismiss(store, &key.get_value()))
                        >
                            {t("material-dismiss")}
                        </Button>
                        <Button
                            test="upload-again"
                            on_press=Callback::new(move |()| {
                                store.material.try_again(store, key.get_value());
                            })
                        >
                            {t("material-again")}
                        </Button>
                    </div>
                </div>
            })}
        </li>
    }
}

const fn is_shown(state: &UploadState) -> bool {
    matches!(
        state,
        UploadState::Sending { .. } | UploadState::Failed { .. }
    )
}

/// The state's stable text, for tests and styles.
const fn state_name(state: &UploadState) -> &'static str {
    match state {
        UploadState::Sending { .. } => "sending",
        UploadState::Done { .. } => "done",
        UploadState::Failed { .. } => "failed",
        UploadState::Cancelled => "cancelled",
    }
}
