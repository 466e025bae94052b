//! Where the reel is on disk, on its way there, or how to get it there.

use contract::{Media, ReelView, ask};
use leptos::prelude::*;

use super::reel_facts::is_on_disk;
use super::removal::TrashReel;
use super::saving::{self, Offers};
use super::slides::is_carousel;
use super::transfer_row::{SavingBar, failure as failure_of};
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind, Glyph, RefusalPanel};
use crate::pages::wording::args;

/// The bar.
#[component]
pub fn SaveBar(
    /// The reel. There is nothing to save without it.
    reel: Memo<Option<ReelView>>,
) -> impl IntoView {
    let store = store();
    let id = Memo::new(move |_| reel.with(|r| r.as_ref().map(|r| r.asset_id.clone())));
    let transfer = Memo::new(move |_| {
        let asset_id = id.get()?;
        store
            .transfers
            .with(|all| all.iter().find(|t| t.asset_id == asset_id).cloned())
    });
    let under_way = Memo::new(move |_| transfer.get().filter(|t| saving::is_open(&t.state)));
    let failure = Memo::new(move |_| failure_of(transfer.get().as_ref()));
    let on_disk = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(is_on_disk)));
    let save = Callback::new(move |()| {
        if let Some(asset_id) = id.get_untracked() {
            store.tell(ask::SaveReel { asset_id });
        }
    });
    // A set has a folder of its own: there is no other place to ask for.
    let is_set = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(is_carousel)));
    let save_word = move || {
        t(if is_set.get() {
            "reel-save-all"
        } else {
            "reel-save"
        })
    };
    view! {
        <Show when=move || id.with(Option::is_some)>
            {move || failure.get().filter(|_| !on_disk.get()).map(|refusal| view! {
                <div class="save-refusal"><RefusalPanel refusal on_retry=save/></div>
            })}
            {move || if under_way.with(Option::is_some) {
                view! { <UnderWay transfer=under_way/> }.into_any()
            } else {
                view! { <Place reel on_disk/> }.into_any()
            }}
            <div class="save-actions">
                {move || if under_way.with(Option::is_some) {
                    view! {
                        <HoldSaving transfer=under_way/>
                        <CancelSaving transfer=under_way/>
                    }
                    .into_any()
                } else if on_disk.get() {
                    view! { <SavedActions reel is_set/> }.into_any()
                } else {
                    view! {
                        <Show when=move || !is_set.get()>
                            <SaveAs reel label="reel-save-as"/>
                        </Show>
                        <Button
                            kind=ButtonKind::Primary
                            test="reel-save"
                            glyph=Glyph::Save
                            on_press=save
                        >
                            {save_word}
                        </Button>
                    }
                    .into_any()
                }}
            </div>
        </Show>
    }
}

/// Where the reel is on disk.
#[component]
fn Place(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// Whether it is there.
    on_disk: Memo<bool>,
) -> impl IntoView {
    let saved = Memo::new(move |_| reel.with(|r| r.as_ref().and_then(|r| r.saved.clone())));
    move || match saved.get() {
        None => view! { <p data-test="reel-not-saved">{t("reel-not-saved")}</p> }.into_any(),
        Some(saved) if on_disk.get() && saved.files > 1 => {
            let values = args([
                ("count", f64::from(saved.files).into()),
                ("folder", saved.folder.into()),
            ]);
            view! {
                <p class="saved-path" data-test="reel-saved">{t_with("reel-saved-set", &values)}</p>
            }
            .into_any()
        }
        Some(saved) if on_disk.get() => {
            let path = format!("{}/{}", saved.folder.trim_end_matches('/'), saved.name);
            view! { <p class="saved-path" data-test="reel-saved" title=path.clone()>{path.clone()}</p> }
                .into_any()
        }
        Some(saved) => {
            let values = args([("name", saved.name.into()), ("folder", saved.folder.into())]);
            view! { <p data-test="reel-file-gone">{t_with("reel-file-gone", &values)}</p> }
                .into_any()
        }
    }
}

#[component]
fn UnderWay(
    /// The transfer.
    transfer: Memo<Option<contract::TransferView>>,
) -> impl IntoView {
    let now = store().ticking();
    view! {
        <div class="under-way" data-test="reel-saving">
            <p class="figures">
                {move || transfer.with(|t| t.as_ref().and_then(|t| saving::reel_line(&say(), t, now.get())))}
            </p>
            <SavingBar state=Signal::derive(move || transfer.get())/>
        </div>
    }
}

/// Pause, or go on.
#[component]
fn HoldSaving(
    /// The transfer.
    transfer: Memo<Option<contract::TransferView>>,
) -> impl IntoView {
    let store = store();
    let offers =
        Memo::new(move |_| transfer.with(|t| t.as_ref().map(Offers::of).unwrap_or_default()));
    let id = move || transfer.with_untracked(|t| t.as_ref().map(|t| t.transfer_id.clone()));
    let resume = Callback::new(move |()| {
        if let Some(transfer_id) = id() {
            store.tell(ask::ResumeTransfer { transfer_id });
        }
    });
    view! {
        <Show when=move || offers.get().pause>
            <Button
                kind=ButtonKind::Quiet
                test="reel-save-pause"
                on_press=Callback::new(move |()| {
                    if let Some(transfer_id) = id() {
                        store.tell(ask::PauseTransfer { transfer_id });
                    }
                })
            >
                {move || t("transfers-pause")}
            </Button>
        </Show>
        <Show when=move || offers.get().try_now>
            <Button test="reel-save-try-now" on_press=resume>{move || t("transfers-try-now")}</Button>
        </Show>
        <Show when=move || offers.get().resume>
            <Button test="reel-save-resume" on_press=resume>{move || t("transfers-resume")}</Button>
        </Show>
    }
}

#[component]
fn CancelSaving(
    /// The transfer.
    transfer: Memo<Option<contract::TransferView>>,
) -> impl IntoView {
    let store = store();
    view! {
        <Button
            test="reel-save-cancel"
            on_press=Callback::new(move |()| {
                if let Some(transfer) = transfer.get_untracked() {
                    store.tell(ask::CancelTransfer { transfer_id: transfer.transfer_id });
                }
            })
        >
            {move || t("reel-save-cancel")}
        </Button>
    }
}

#[component]
fn SavedActions(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// Whether it is a set of slides.
    is_set: Memo<bool>,
) -> impl IntoView {
    let store = store();
    let id = move || reel.with_untracked(|r| r.as_ref().map(|r| r.asset_id.clone()));
    view! {
        <Show when=move || !is_set.get()>
            <SaveAs reel label="reel-save-copy"/>
            <Button
                test="reel-open-player"
                on_press=Callback::new(move |()| {
                    if let Some(asset_id) = id() {
                        store.tell(ask::OpenInPlayer { media: Media::Reel(asset_id) });
                    }
                })
            >
                {move || t("reel-open-player")}
            </Button>
        </Show>
        <Button
            test="reel-show-folder"
            glyph=Glyph::Folder
            on_press=Callback::new(move |()| {
                if let Some(asset_id) = id() {
                    store.tell(ask::ShowInFolder { asset_id });
                }
            })
        >
            {move || t("reel-show-folder")}
        </Button>
        <TrashReel reel/>
    }
}

/// Another place, by the system's dialog.
#[component]
fn SaveAs(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// The key of the button's word.
    label: &'static str,
) -> impl IntoView {
    let store = store();
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="reel-save-as"
            on_press=Callback::new(move |()| {
                if let Some(asset_id) = reel.with_untracked(|r| r.as_ref().map(|r| r.asset_id.clone())) {
                    store.tell(ask::SaveReelAs { asset_id });
                }
            })
        >
            {move || t(label)}
        </Button>
    }
}
