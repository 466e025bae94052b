//! Who is in the video: nobody in particular, or one of the service's characters each.

pub mod choice;
mod picker;

use contract::SessionState;
use leptos::prelude::*;

pub use self::picker::{Describe, count_sentence};

use self::picker::CharacterPicker;
use crate::app::{Store, say, store, t, t_with};
use crate::components::{Button, ButtonKind, Field};
use crate::pages::wording::{args, figure, list};

/// The row of the settings panel, and its picker.
#[component]
pub fn CharacterRow() -> impl IntoView {
    let store = store();
    let open = RwSignal::new(false);
    name_what_is_chosen(store);
    let chosen = Memo::new(move |_| {
        store.plan.with(|plan| {
            store
                .characters
                .items
                .with(|known| choice::names(&plan.characters, known.as_deref()))
        })
    });
    let videos = move || {
        let count = chosen.with(Vec::len);
        (count > 1).then(|| {
            t_with(
                "riff-characters-each",
                &args([("count", figure(count).into())]),
            )
        })
    };
    view! {
        <Field
            label=move || t("riff-character")
            end=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="characters-open"
                    on_press=Callback::new(move |()| open.set(true))
                >
                    {move || t("riff-change")}
                    <span class="visually-hidden">{move || t("riff-character")}</span>
                </Button>
            }
        >
            <span class="field-text" data-test="character">
                {move || chosen.with(|names| match names.is_empty() {
                    true => t("riff-character-auto"),
                    false => list(&say(), names),
                })}
            </span>
            {move || videos().map(|sentence| view! {
                <p class="field-note" data-test="character-videos">{sentence}</p>
            })}
        </Field>
        <CharacterPicker open/>
    }
}

/// Names of what a draft or another page chose have to be asked for once.
fn name_what_is_chosen(store: Store) {
    let needed = Memo::new(move |_| {
        store.plan.with(|plan| !plan.characters.is_empty())
            && store.characters.items.with(Option::is_none)
            && store.session.with(SessionState::is_signed_in)
    });
    Effect::new(move |_| {
        if needed.get() {
            store.read_characters();
        }
    });
}
