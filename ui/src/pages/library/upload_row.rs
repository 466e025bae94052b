//! One clip on its way to Hubfluencer, in the drawer.

use contract::{FootageId, ProjectView, hub_ask};
use leptos::prelude::*;

use crate::app::{Page, store, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::FollowedClip;
use crate::pages::wording::args;

/// The row.
#[component]
pub fn UploadRow(
    /// Which.
    footage_id: FootageId,
) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(footage_id);
    let clip = Memo::new(move |_| {
        store.hub.projects.with(|all| {
            let ads = all.iter().filter_map(|project| match project {
                ProjectView::Editor(ad) => Some(ad),
                _ => None,
            });
            id.with_value(|id| {
                ads.flat_map(|ad| &ad.footage)
                    .find(|clip| clip.footage_id.as_ref() == Some(id))
                    .cloned()
            })
        })
    });
    let FollowedClip {
        name,
        mark,
        part,
        line,
        address,
    } = FollowedClip::of(clip, store.ticking());
    let is_paused = Memo::new(move |_| mark.get() == Some("paused"));
    let waits_for_a_try =
        Memo::new(move |_| matches!(mark.get(), Some("awaiting_network" | "awaiting_server")));
    let try_now = Callback::new(move |()| {
        store.tell(hub_ask::ResumeFootage {
            footage_id: id.get_value(),
        });
    });
    let turn = Callback::new(move |()| {
        let footage_id = id.get_value();
        if is_paused.get_untracked() {
            store.tell(hub_ask::ResumeFootage { footage_id });
        } else {
            store.tell(hub_ask::PauseFootage { footage_id });
        }
    });
    let cancel = Callback::new(move |()| {
        store.tell(hub_ask::CancelFootage {
            footage_id: id.get_value(),
        });
    });
    let open = move |_| {
        if let Some(slug) = clip.with_untracked(|clip| clip.as_ref().map(|c| c.slug.clone())) {
            store.page.set(Page::Editor(slug));
        }
    };
    let named = move |key: &'static str| {
        view! {
            <span class="visually-hidden">
                {move || t_with(key, &args([("title", name.get().into())]))}
            </span>
        }
    };
    view! {
        <li
            class="transfer"
            data-test="transfer-upload"
            data-state=move || mark.get()
        >
            <button type="button" class="transfer-title link" title=move || name.get() on:click=open>
                {move || name.get()}
            </button>
            <span class="transfer-line muted figures">
                {move || line.get()}
                {move || address.get().map(|words| view! { <br/>{words} })}
            </span>
            <div class="transfer-actions">
                <Show when=move || waits_for_a_try.get()>
                    <Button kind=ButtonKind::Quiet test="upload-try-now" on_press=try_now>
                        <span aria-hidden="true">{move || t("transfers-try-now")}</span>
                        {named("transfers-try-now-of")}
                    </Button>
                </Show>
                <Button kind=ButtonKind::Quiet test="upload-pause" on_press=turn>
                    {move || if is_paused.get() {
                        view! {
                            <span aria-hidden="true">{t("transfers-resume")}</span>
                            {named("transfers-resume-of")}
                        }.into_any()
                    } else {
                        view! {
                            <span aria-hidden="true">{t("transfers-pause")}</span>
                            {named("transfers-pause-of")}
                        }.into_any()
                    }}
                </Button>
                <Button kind=ButtonKind::Quiet test="upload-cancel" on_press=cancel>
                    <span aria-hidden="true">{move || t("transfers-cancel")}</span>
                    {named("transfers-up-cancel-of")}
                </Button>
            </div>
            <progress
                class="saving-bar"
                max="1"
                aria-label=move || name.get()
                value=move || part.get().map(|part| format!("{part:.3}"))
            ></progress>
        </li>
    }
}
