//! A button that puts words on the clipboard and says so.

use std::time::Duration;

use contract::ask;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use super::{Button, ButtonKind, Glyph};
use crate::app::{store, t};
use crate::backend;

/// How long the button says that it was done.
const SAID_FOR: Duration = Duration::from_secs(2);

/// Copies what `text` gives at the moment of the press.
#[component]
pub fn Copy(
    /// What to copy.
    #[prop(into)]
    text: Signal<String>,
    /// The button's word.
    #[prop(into)]
    label: TextProp,
    /// How loud.
    #[prop(default = ButtonKind::Quiet)]
    kind: ButtonKind,
    /// For tests.
    #[prop(into)]
    test: String,
    /// It is on the clipboard.
    #[prop(optional, into)]
    on_copied: Option<Callback<()>>,
) -> impl IntoView {
    let store = store();
    let copied = RwSignal::new(false);
    let count = RwSignal::new(0_u32);
    Effect::new(move |_| {
        if count.get() > 0 {
            copied.set(true);
            backend::after(SAID_FOR, move || copied.set(false));
        }
    });
    let press = Callback::new(move |()| {
        let text = text.get_untracked();
        let said = store.words().say("copied");
        spawn_local(async move {
            match backend::ask(ask::CopyText { text }).await {
                Ok(()) => {
                    count.try_update(|count| *count += 1);
                    store.announce(said);
                    // The one who asked may have left meanwhile.
                    on_copied.and_then(|done| done.try_run(()));
                }
                Err(refusal) => store.report(refusal),
            }
        });
    });
    view! {
        <Button kind test glyph=Glyph::Copy on_press=press>
            {move || if copied.get() { t("copied") } else { label.get().to_string() }}
        </Button>
    }
}
