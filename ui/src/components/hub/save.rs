//! Saving what was made into the reels' folder.

use contract::{AssetId, ProjectKey, ask, hub_ask};
use leptos::prelude::*;

use super::HubRefusal;
use crate::app::{Page, say, store, t, t_with};
use crate::components::{Button, ButtonKind, Glyph};
use crate::pages::wording::args;
use crate::pages::{is_open_transfer, transfer_fraction, transfer_line};
use contract::TransferState;

/// The button, how the saving goes, and where it is then.
#[component]
pub fn SaveProject(
    /// What.
    key: ProjectKey,
    /// Its entry of the library, once it has one.
    #[prop(into)]
    asset_id: Signal<Option<AssetId>>,
    /// Key of the button's words.
    #[prop(default = "hub-save")]
    word: &'static str,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
    let key = StoredValue::new(key);
    let transfer = Memo::new(move |_| {
        let asset_id = asset_id.get()?;
        store
            .transfers
            .with(|all| all.iter().find(|t| t.asset_id == asset_id).cloned())
    });
    let reel = Memo::new(move |_| {
        let asset_id = asset_id.get()?;
        let of = |all: &Vec<contract::ReelView>| {
            all.iter().find(|reel| reel.asset_id == asset_id).cloned()
        };
        store
            .reels
            .with(of)
            .or_else(|| store.shelf.reels.items.with(of))
    });
    let saved = Memo::new(move |_| {
        reel.with(|reel| reel.as_ref().and_then(|reel| reel.saved.clone()))
            .filter(|saved| saved.present)
    });
    let under_way = Memo::new(move |_| transfer.get().filter(|t| is_open_transfer(&t.state)));
    // Coming and going alone draws anew: drawn with each byte, Cancel would lose the focus.
    let is_under_way = Memo::new(move |_| under_way.with(Option::is_some));
    let line = Memo::new(move |_| {
        under_way.with(|t| {
            let t = t.as_ref()?;
            let now = match t.state {
                TransferState::AwaitingNetwork { .. } | TransferState::AwaitingServer { .. } => {
                    now.get()
                }
                _ => 0,
            };
            Some(transfer_line(&say(), t, now))
        })
    });
    let part = Memo::new(move |_| {
        under_way.with(|t| t.as_ref().and_then(|t| transfer_fraction(&t.state)))
    });
    let failure = Memo::new(move |_| match transfer.get().map(|t| t.state) {
        Some(TransferState::Failed { refusal }) => Some(refusal),
        _ => None,
    });
    let save = Callback::new(move |()| {
        store.tell(hub_ask::SaveProject {
            project: key.get_value(),
        });
    });
    view! {
        <div class="save-project" data-test="save-project">
            {move || failure.get().filter(|_| saved.with(Option::is_none)).map(|refusal| view! {
                <HubRefusal refusal on_go=save/>
            })}
            {move || match (is_under_way.get(), saved.get()) {
                (true, _) => view! {
                    <div class="save-under-way">
                        <p class="muted small figures" data-test="project-saving">
                            {move || line.get()}
                        </p>
                        <progress
                            aria-label=move || t("hub-save-label")
                            max="1"
                            value=move || part.get().map(|part| format!("{part:.3}"))
                        ></progress>
                    </div>
                    <Button
                        kind=ButtonKind::Quiet
                        test="project-save-cancel"
                        on_press=Callback::new(move |()| {
                            if let Some(transfer) = under_way.get_untracked() {
                                let transfer_id = transfer.transfer_id;
                                store.tell(ask::CancelTransfer { transfer_id });
                            }
                        })
                    >
                        {move || t("reel-save-cancel")}
                    </Button>
                }
                .into_any(),
                (false, Some(saved)) => {
                    let path = format!("{}/{}", saved.folder.trim_end_matches('/'), saved.name);
                    view! {
                        <p class="saved-path small" data-test="project-saved" title=path>
                            {t_with("hub-saved-as", &args([("name", saved.name.into())]))}
                        </p>
                        <Button
                            test="project-show-folder"
                            glyph=Glyph::Folder
                            on_press=Callback::new(move |()| {
                                if let Some(asset_id) = asset_id.get_untracked() {
                                    store.tell(ask::ShowInFolder { asset_id });
                                }
                            })
                        >
                            {move || t("reel-show-folder")}
                        </Button>
                    }
                    .into_any()
                }
                (false, None) => view! {
                    <Button
                        kind=ButtonKind::Primary
                        test="project-save"
                        glyph=Glyph::Save
                        on_press=save
                    >
                        {move || t(word)}
                    </Button>
                }
                .into_any(),
            }}
            <Show when=move || asset_id.with(Option::is_some)>
                <Button
                    kind=ButtonKind::Quiet
                    test="project-in-library"
                    on_press=Callback::new(move |()| {
                        if let Some(asset_id) = asset_id.get_untracked() {
                            store.page.set(Page::Reel(asset_id));
                        }
                    })
                >
                    {move || t("hub-in-library")}
                </Button>
            </Show>
        </div>
    }
}
