//! "Riff again": the plan of a finished reel, put on the Riff page.

use contract::{AssetId, ask};
use leptos::prelude::*;

use crate::app::{store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph};
use crate::pages::{PlanAgain, PlanAgainSheet};

/// The button, and the question whether a plan that is being made may go for it.
#[component]
pub fn RiffAgain(
    /// Of which reel.
    asset_id: AssetId,
    /// How loud.
    kind: ButtonKind,
) -> impl IntoView {
    let store = store();
    let asset_id = StoredValue::new(asset_id);
    let again = PlanAgain::new();
    let press = Callback::new(move |()| {
        let asset_id = asset_id.get_value();
        again.fetch(store, backend::ask(ask::GetPlanOfReel { asset_id }));
    });
    view! {
        <Button
            kind
            test="riff-again"
            glyph=Glyph::Riff
            disabled=Signal::derive(move || again.busy.get())
            on_press=press
        >
            {move || t("reel-riff-again")}
        </Button>
        <PlanAgainSheet again/>
    }
}
