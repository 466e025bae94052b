//! Small parts that the panels of an ad share: what something costs, why it was not done, a text
//! with a counter.

use contract::{NextStep, text_length};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use words::Words;

use super::desk::{Desk, Work};
use crate::app::{say, t_with};
use crate::backend;
use crate::components::hub::{HubRefusal, credit_words};
use crate::components::{Button, ButtonKind, Glyph};
use crate::pages::wording::{args, figure};

/// What a step costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Neither credits nor assists.
    Free,
    /// So many credits.
    Credits(u32),
}

impl Cost {
    /// The cost in words.
    pub fn said(self, words: &Words) -> String {
        match self {
            Self::Free => words.say("hub-free"),
            Self::Credits(credits) => credit_words(words, credits),
        }
    }
}

/// A button that says what its step costs.
#[component]
pub fn Costing(
    /// How loud.
    #[prop(optional)]
    kind: ButtonKind,
    /// For tests.
    #[prop(into)]
    test: String,
    /// What it costs.
    #[prop(into)]
    cost: Signal<Cost>,
    /// When it can't be pressed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// A picture before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its words.
    #[prop(into)]
    word: TextProp,
) -> impl IntoView {
    let inside = move || {
        let word = word.clone();
        view! {
            <span>{move || word.get()}</span>
            <span class="cost">{move || cost.get().said(&say())}</span>
        }
    };
    match glyph {
        Some(glyph) => {
            view! { <Button kind test glyph disabled on_press>{inside()}</Button> }.into_any()
        }
        None => view! { <Button kind test disabled on_press>{inside()}</Button> }.into_any(),
    }
}

/// Why something was not done, at its own place.
#[component]
pub fn WorkRefusal(
    /// The desk.
    desk: Desk,
    /// What was asked for.
    work: Work,
    /// Asks once more.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let work = StoredValue::new(work);
    let refusal = Memo::new(move |_| work.with_value(|work| desk.refusal(work)));
    let hide = Callback::new(move |()| work.with_value(|work| desk.forgive(work)));
    move || {
        refusal.get().map(|refusal| match on_retry {
            Some(on_go) if is_retried(refusal.next) => {
                view! { <HubRefusal refusal on_go on_hide=hide/> }.into_any()
            }
            _ => view! { <HubRefusal refusal on_hide=hide/> }.into_any(),
        })
    }
}

/// Whether a refusal's next step is to ask for the same once more.
const fn is_retried(next: NextStep) -> bool {
    matches!(
        next,
        NextStep::TryAgain | NextStep::Resume | NextStep::LookNow
    )
}

/// A text with its name and a counter of the characters that it may have.
#[component]
pub fn CountedArea(
    /// Its id, also for tests.
    #[prop(into)]
    id: String,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What could stand there.
    #[prop(optional, into)]
    example: TextProp,
    /// Characters, at most.
    cap: usize,
    /// Lines to show at least.
    rows: &'static str,
    /// The text.
    text: RwSignal<String>,
    /// When it can't be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether it has the focus as it appears.
    #[prop(optional)]
    focused: bool,
    /// Hears its keys.
    #[prop(optional, into)]
    on_keys: Option<Callback<KeyboardEvent>>,
    /// Says what is over the cap. Without it: that it is too long.
    #[prop(default = "editor-text-over")]
    over_key: &'static str,
) -> impl IntoView {
    let length = Memo::new(move |_| text.with(|text| text_length(text)));
    let over = Memo::new(move |_| length.get().saturating_sub(cap));
    let element = NodeRef::<html::Textarea>::new();
    if focused {
        Effect::new(move |_| {
            if let Some(element) = element.get() {
                let _ = element.focus();
            }
        });
    }
    let figures = move |n: usize| say().decimal(figure(n), 0);
    view! {
        <div class="counted">
            <div class="counted-head">
                <label for=id.clone()>{move || label.get()}</label>
                <span
                    class="counted-figure"
                    data-test=format!("{id}-count")
                    data-over=move || (over.get() > 0).to_string()
                >
                    {move || t_with(
                        "riff-text-count",
                        &args([
                            ("length", figures(length.get()).into()),
                            ("cap", figures(cap).into()),
                        ]),
                    )}
                </span>
            </div>
            <textarea
                node_ref=element
                id=id.clone()
                class="control"
                data-test=id.clone()
                rows=rows
                placeholder=move || example.get().to_string()
                disabled=move || disabled.get()
                aria-describedby=format!("{id}-over")
                aria-invalid=move || (over.get() > 0).then_some("true")
                prop:value=move || text.get()
                on:input:target=move |event| text.set(event.target().value())
                on:keydown=move |event| {
                    if let Some(on_keys) = on_keys {
                        on_keys.run(event);
                    }
                }
            ></textarea>
            <p class="field-refusal" id=format!("{id}-over") data-test=format!("{id}-over") role="status">
                {move || (over.get() > 0).then(|| {
                    t_with(over_key, &args([("over", figure(over.get()).into())]))
                })}
            </p>
        </div>
    }
}

/// A draft of a text that the service has: it follows what is heard until the person types. What is
/// typed and not saved outlives the page and the window.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What stands in the field.
    pub text: RwSignal<String>,
    heard: RwSignal<String>,
}

impl Draft {
    /// A draft of what `heard` gives, kept under `name` while it is not saved.
    pub fn of(name: String, heard: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        let draft = Self {
            text: RwSignal::new(String::new()),
            heard: RwSignal::new(String::new()),
        };
        let heard = Memo::new(move |_| heard());
        let begun = RwSignal::new(false);
        let kept = StoredValue::new(backend::kept(&name));
        Effect::new(move |_| {
            let Some(now) = heard.get() else { return };
            let typed = draft.text.get_untracked();
            let text = next_text(
                &draft.heard.get_untracked(),
                &typed,
                kept.try_update_value(Option::take).flatten().as_deref(),
                &now,
            );
            draft.heard.set(now);
            draft.text.set(text);
            begun.set(true);
        });
        Effect::new(move |_| {
            if !begun.get() {
                return;
            }
            if draft.is_dirty() {
                draft.text.with(|text| backend::keep(&name, text));
            } else {
                backend::forget(&name);
            }
        });
        draft
    }

    /// Whether something was typed that the service does not have. Reactive.
    pub fn is_dirty(self) -> bool {
        self.heard
            .with(|heard| self.text.with(|text| text != heard))
    }

    /// Takes up new words of the service, whatever was typed.
    pub fn take(self, text: String) {
        self.heard.try_set(text.clone());
        self.text.try_set(text);
    }
}

/// What stands in a field once the service was heard: `now` unless the person typed something else,
/// or typed it in a run before.
fn next_text(before: &str, typed: &str, kept: Option<&str>, now: &str) -> String {
    match kept {
        Some(kept) if typed.is_empty() => kept.to_owned(),
        _ if typed == before => now.to_owned(),
        _ => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    #[test]
    fn every_cost_is_said_in_every_language() {
        for language in Language::ALL {
            let words = Words::of(*language);
            let said = Cost::Credits(4).said(&words);
            assert!(said.contains('4'), "{said}");
            assert_eq!(Cost::Free.said(&words), Cost::Credits(0).said(&words));
        }
    }

    #[test]
    fn words_that_were_typed_are_not_written_over() {
        assert_eq!(next_text("", "", None, "new"), "new");
        assert_eq!(next_text("old", "old", None, "new"), "new");
        assert_eq!(next_text("old", "mine", None, "new"), "mine");
        // What an earlier run left unsaved stands before what the service has.
        assert_eq!(next_text("", "", Some("left"), "new"), "left");
        assert_eq!(next_text("old", "mine", Some("left"), "new"), "mine");
    }
}
