//! A row with a number that may be left empty: checked and kept when it is left, or by Enter.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The row.
#[component]
pub fn Amount(
    /// For tests, and its id.
    test: &'static str,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What it is counted in.
    #[prop(into)]
    unit: TextProp,
    /// What an empty one means.
    #[prop(into)]
    none: TextProp,
    /// What is wrong when it can't be read.
    #[prop(into)]
    fault: TextProp,
    /// What stands beside it.
    #[prop(optional, into)]
    beside: Option<TextProp>,
    /// What is kept, as it is written. Empty: none.
    #[prop(into)]
    kept: Signal<String>,
    /// Takes what was written; whether it could be read.
    #[prop(into)]
    keep: Callback<String, bool>,
) -> impl IntoView {
    // By its value: news of others that leaves this one as it is takes nothing from who is typing.
    let kept = Memo::new(move |_| kept.get());
    let draft = RwSignal::new(kept.get_untracked());
    let is_faulty = RwSignal::new(false);
    Effect::new(move |_| {
        draft.set(kept.get());
        is_faulty.set(false);
    });
    let leave = move || {
        // A field that goes with its page may still tell of its change.
        let Some(written) = draft.try_get_untracked() else {
            return;
        };
        let is_read = keep.run(written);
        is_faulty.set(!is_read);
        if is_read {
            // Also where nothing changed in the end, `007` being 7.
            draft.set(kept.get_untracked());
        }
    };
    let fault_id = format!("{test}-fault");
    let described_by = fault_id.clone();
    view! {
        <div class="field">
            <label class="field-name" for=test>{move || label.get()}</label>
            <div class="field-value">
                <div class="amount">
                    <input
                        type="text"
                        inputmode="decimal"
                        class="control"
                        id=test
                        data-test=test
                        maxlength="9"
                        autocomplete="off"
                        placeholder=move || none.get().to_string()
                        aria-describedby=described_by
                        aria-invalid=move || is_faulty.get().then_some("true")
                        prop:value=move || draft.get()
                        on:input=move |event| draft.set(event_target_value(&event))
                        on:change=move |_| leave()
                        on:keydown=move |event| if event.key() == "Enter" { leave() }
                    />
                    <span class="muted">{move || unit.get()}</span>
                </div>
                <p class="field-note bad-words" id=fault_id.clone() data-test=fault_id role="status">
                    {move || if is_faulty.get() { fault.get().to_string() } else { String::new() }}
                </p>
            </div>
            {beside.map(|beside| view! {
                <div class="field-end muted figures small" data-test=format!("{test}-used")>
                    {move || beside.get()}
                </div>
            })}
        </div>
    }
}
