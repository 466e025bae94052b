//! The two answers of a dialog that asks one thing.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Button, ButtonKind};

/// A no, which has the focus and changes nothing, and a yes. In tests they are `{test}-no` and
/// `{test}-yes`.
#[component]
pub fn DialogAnswers(
    /// The stem of their names in tests.
    test: &'static str,
    /// The no's words: what stays as it is.
    #[prop(into)]
    no: TextProp,
    /// The yes's words: what is done.
    #[prop(into)]
    yes: TextProp,
    /// Whether the yes is under way: neither can be pressed then.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether something is missing for the yes.
    #[prop(optional, into)]
    incomplete: Signal<bool>,
    /// The no.
    #[prop(into)]
    on_no: Callback<()>,
    /// The yes.
    #[prop(into)]
    on_yes: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="dialog-actions">
            <Button test=format!("{test}-no") autofocus=true disabled=busy on_press=on_no>
                {move || no.get()}
            </Button>
            <Button
                kind=ButtonKind::Primary
                test=format!("{test}-yes")
                disabled=Signal::derive(move || busy.get() || incomplete.get())
                on_press=on_yes
            >
                {move || yes.get()}
            </Button>
        </div>
    }
}
