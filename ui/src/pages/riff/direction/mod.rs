//! The creative direction: its text with what is marked in it, the drafting aid, and the names of
//! the product's images.

mod aid;
mod counted;
mod drafting;
pub mod marks;
mod review;

use contract::{DirectionMode, Visibility};
use leptos::html;
use leptos::prelude::*;

use self::aid::Aid;
pub use self::counted::CountedText;
pub use self::drafting::Drafting;
use self::review::{Behind, Chips, Reviewed, Words};
use super::product::image_names;
use crate::app::{store, t};

/// The direction.
#[component]
pub fn Direction() -> impl IntoView {
    let store = store();
    let names = image_names(store);
    let mode = Memo::new(move |_| {
        store
            .plan
            .with(|plan| DirectionMode::of(plan.product.is_some(), plan.visibility))
    });
    // Only what is in the picture can be named.
    let nameable = Memo::new(move |_| {
        let is_seen = store
            .plan
            .with(|plan| plan.visibility == Visibility::OnCamera);
        if is_seen { names.get() } else { Vec::new() }
    });
    let text = Memo::new(move |_| store.plan.with(|plan| plan.direction.clone()));
    let element = NodeRef::<html::Textarea>::new();
    let reviewed = Reviewed::follow(text, mode, nameable);
    view! {
        <CountedText
            id="direction"
            label=move || t("riff-direction")
            example=move || t("riff-direction-example")
            rows="4"
            text=Signal::derive(move || text.get())
            on_text=Callback::new(move |text: String| {
                store.plan.update(|plan| plan.direction = text);
            })
            element
            behind=move || view! { <Behind reviewed text/> }
        >
            <Aid mode text/>
        </CountedText>
        <div class="direction-after">
            <Chips names=nameable reviewed element/>
            <Words reviewed text/>
        </div>
    }
}
