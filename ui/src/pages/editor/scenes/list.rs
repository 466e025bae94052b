//! The rows, keyed by scene: one that moves keeps what is typed in it.

use leptos::prelude::*;

use super::carry::Carry;
use super::row::SceneRow;
use crate::app::t;
use crate::pages::editor::desk::Desk;

/// The list.
#[component]
pub fn SceneList(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let carry = Carry::new(desk);
    let order = Memo::new(move |_| desk.order());
    view! {
        <ol
            node_ref=carry.list
            class="scene-list"
            class:carrying=move || carry.carried.with(Option::is_some)
            aria-label=move || t("editor-scenes")
            data-test="scene-list"
        >
            <For each=move || order.get() key=String::clone let:scene_id>
                <SceneRow desk carry order scene_id/>
            </For>
        </ol>
    }
}
