//! One of a few, as cards, pictures or chips. Each is a radio button of the platform, so that the
//! arrow keys, Tab and whoever listens know them.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::components::{Glyph, Icon};

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choice {
    /// What is chosen; empty for "none of them".
    pub value: String,
    /// Its name.
    pub title: String,
    /// One line about it. Empty: none.
    pub words: String,
}

impl Choice {
    /// A choice without a line about it.
    pub fn named(value: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            title: title.into(),
            words: String::new(),
        }
    }

    /// Adds the line.
    #[must_use]
    pub fn saying(mut self, words: impl Into<String>) -> Self {
        self.words = words.into();
        self
    }
}

/// How they look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoiceLook {
    /// A name and a line each.
    #[default]
    Cards,
    /// A picture with its name below.
    Pictures,
    /// A word each.
    Chips,
}

impl ChoiceLook {
    const fn class(self) -> &'static str {
        match self {
            Self::Cards => "options options-cards",
            Self::Pictures => "options options-pictures",
            Self::Chips => "options options-chips",
        }
    }
}

/// The group. A value that stands in no choice is kept and shown by its own name.
#[component]
pub fn ChoiceCards(
    /// What is chosen; also its heading.
    #[prop(into)]
    label: TextProp,
    /// Names the group to the platform, and for tests: `{name}-{value}`, `{name}-none` for the
    /// empty value. One of a kind on a page.
    name: &'static str,
    /// The choices, in their order.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Another one was chosen.
    on_choose: Callback<String>,
    /// How they look.
    #[prop(optional)]
    look: ChoiceLook,
    /// Draws the picture of a value.
    #[prop(optional, into)]
    picture: Option<Callback<String, AnyView>>,
    /// Whether none can be chosen now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Values that can't be chosen, for a reason that the page tells.
    #[prop(optional, into)]
    barred: Signal<Vec<String>>,
) -> impl IntoView {
    let all = Memo::new(move |_| {
        let chosen = chosen.get();
        options.with(|options| with_unknown(options, &chosen))
    });
    view! {
        <fieldset class="option-group" data-test=name disabled=move || disabled.get()>
            <legend class="option-legend">{move || label.get()}</legend>
            <div class=look.class()>
                <For each=move || all.get() key=Clone::clone let:choice>
                    <One choice name chosen on_choose picture barred/>
                </For>
            </div>
        </fieldset>
    }
}

/// The choices, and the chosen one after them where they don't have it.
fn with_unknown(options: &[Choice], chosen: &str) -> Vec<Choice> {
    let mut all = options.to_vec();
    if !chosen.is_empty() && !all.iter().any(|choice| choice.value == chosen) {
        all.push(Choice::named(chosen, chosen));
    }
    all
}

#[component]
fn One(
    /// Which.
    choice: Choice,
    /// The group.
    name: &'static str,
    /// The value that is chosen.
    chosen: Signal<String>,
    /// This one was chosen.
    on_choose: Callback<String>,
    /// Draws its picture.
    picture: Option<Callback<String, AnyView>>,
    /// Values that can't be chosen.
    barred: Signal<Vec<String>>,
) -> impl IntoView {
    let stem = if choice.value.is_empty() {
        "none"
    } else {
        choice.value.as_str()
    };
    let test = format!("{name}-{stem}");
    let has_words = !choice.words.is_empty();
    let value = StoredValue::new(choice.value.clone());
    let is_chosen = move || chosen.with(|chosen| value.with_value(|value| chosen == value));
    let is_barred = move || barred.with(|all| value.with_value(|value| all.contains(value)));
    view! {
        <label class="option" class:barred=is_barred>
            <input
                type="radio"
                name=name
                data-test=test
                prop:checked=is_chosen
                disabled=is_barred
                on:change=move |_| on_choose.run(value.get_value())
            />
            {picture.map(|picture| view! {
                <span class="option-picture" aria-hidden="true">{picture.run(choice.value)}</span>
            })}
            <span class="option-words">
                <span class="option-title">{choice.title}</span>
                {has_words.then(|| view! { <span class="option-line muted">{choice.words}</span> })}
            </span>
            <span class="option-tick" aria-hidden="true"><Icon glyph=Glyph::Check/></span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_nobody_knows_is_kept_and_shown() {
        let known = [Choice::named("", "Auto"), Choice::named("a", "A")];
        assert_eq!(with_unknown(&known, "a"), known);
        assert_eq!(with_unknown(&known, ""), known);
        let all = with_unknown(&known, "neon_noir");
        assert_eq!(all[2], Choice::named("neon_noir", "neon_noir"));
    }
}
