//! Toasts: short words at the bottom right.

use std::time::Duration;

use leptos::prelude::*;

use super::{Page, Toast, ToastKind, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph, Icon, RefusalPanel};

/// How long a toast stays that needs no answer.
const STAY: Duration = Duration::from_secs(6);

/// All toasts of the moment.
#[component]
pub fn Toasts() -> impl IntoView {
    let store = store();
    view! {
        <div class="toasts" role="log" aria-live="polite" aria-label=move || t("toasts-label")>
            <For each=move || store.toasts.get() key=|toast| toast.number let:toast>
                <OneToast toast/>
            </For>
        </div>
    }
}

#[component]
fn OneToast(
    /// Which.
    toast: Toast,
) -> impl IntoView {
    let store = store();
    let number = toast.number;
    let dismiss = Callback::new(move |()| store.dismiss(number));
    if !matches!(toast.kind, ToastKind::Trouble(_)) {
        backend::after(STAY, move || store.dismiss(number));
    }
    let body = match toast.kind {
        ToastKind::Done => view! {
            <Icon glyph=Glyph::Check/>
            <p class="toast-words">{toast.text}</p>
        }
        .into_any(),
        ToastKind::ReelReady(asset_id) => view! {
            <p class="toast-words">
                <strong>{move || t("toast-reel-ready")}</strong>
                <span class="muted">{toast.text}</span>
            </p>
            <Button
                kind=ButtonKind::Secondary
                test="toast-show-reel"
                on_press=Callback::new(move |()| {
                    store.page.set(Page::Reel(asset_id.clone()));
                    store.dismiss(number);
                })
            >
                {move || t("toast-show-reel")}
            </Button>
        }
        .into_any(),
        ToastKind::ProjectReady(key) => {
            let word = format!("hub-ready-{}", key.kind.as_str());
            view! {
                <p class="toast-words"><strong>{move || t(&word)}</strong></p>
                <Button
                    kind=ButtonKind::Secondary
                    test="toast-show-project"
                    on_press=Callback::new(move |()| {
                        store.page.set(Page::of_project(&key));
                        store.dismiss(number);
                    })
                >
                    {move || t("toast-show-reel")}
                </Button>
            }
            .into_any()
        }
        ToastKind::Noticed => view! {
            <p class="toast-words">{move || t("activity-noticed")}</p>
            <Button
                kind=ButtonKind::Quiet
                test="toast-see-activity"
                on_press=Callback::new(move |()| {
                    store.page.set(Page::Activity);
                    store.dismiss(number);
                })
            >
                {move || t("activity-see")}
            </Button>
        }
        .into_any(),
        ToastKind::Trouble(refusal) => view! { <RefusalPanel refusal on_done=dismiss/> }.into_any(),
    };
    view! {
        <div class="toast" data-test="toast">
            {body}
            <button
                type="button"
                class="toast-close"
                data-test="toast-dismiss"
                aria-label=move || t("toast-dismiss")
                on:click=move |_| store.dismiss(number)
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </div>
    }
}
