//! What a carousel looks like, chosen before it is made and free afterwards: template, accent, and
//! where the words stand.

use contract::{CarouselBrief, FieldFault, choices};
use leptos::prelude::*;

use super::drawings::{SWATCHES, USUAL_ACCENT, swatch, template_picture};
use super::wording::{mode, template, template_name};
use crate::app::{say, t};
use crate::components::hub::{Choice, ChoiceCards, ChoiceLook, Fault};
use crate::pages::shorts::{kebab, or_value, position_picture};

/// The templates of the brief's mode, in its accent.
#[component]
pub fn Template(
    /// Names the group.
    name: &'static str,
    /// The brief.
    brief: Signal<CarouselBrief>,
    /// One was chosen.
    on_choose: Callback<String>,
) -> impl IntoView {
    let mode = Memo::new(move |_| brief.with(|b| mode(b).to_owned()));
    let accent = Memo::new(move |_| {
        brief
            .with(|b| b.accent_color.clone())
            .filter(|color| is_color(color))
            .unwrap_or_else(|| USUAL_ACCENT.to_owned())
    });
    view! {
        <ChoiceCards
            label=move || t("carousel-template")
            name
            options=Signal::derive(move || {
                let words = say();
                mode.with(|mode| choices::templates_of(mode))
                    .iter()
                    .map(|value| Choice::named(*value, template_name(&words, value)))
                    .collect()
            })
            chosen=Signal::derive(move || brief.with(|b| template(b).to_owned()))
            on_choose
            look=ChoiceLook::Pictures
            picture=Callback::new(move |value: String| {
                view! { {move || accent.with(|accent| template_picture(&value, accent))} }.into_any()
            })
        />
    }
}

/// Whether a text is a colour as the contract writes it.
fn is_color(text: &str) -> bool {
    CarouselBrief {
        accent_color: Some(text.to_owned()),
        ..CarouselBrief::default()
    }
    .faults()
    .is_empty()
}

/// The accent: a few to begin with, and any other by its number.
#[component]
pub fn Accent(
    /// Names the group.
    name: &'static str,
    /// The accent. None: the template's own.
    color: Signal<Option<String>>,
    /// Another was chosen.
    on_color: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let shown = Memo::new(move |_| {
        typed
            .get()
            .unwrap_or_else(|| color.get().unwrap_or_default())
    });
    let faults = Signal::derive(move || {
        typed
            .get()
            .filter(|text| !text.is_empty() && !is_color(text))
            .map(|value| FieldFault::NoSuchValue {
                field: "accent_color".to_owned(),
                value,
            })
            .into_iter()
            .collect::<Vec<_>>()
    });
    let id = format!("{name}-hex");
    let test = id.clone();
    view! {
        <div class="accent-field">
            <ChoiceCards
                label=move || t("carousel-accent")
                name
                options=Signal::derive(|| SWATCHES.iter().map(|c| Choice::named(*c, *c)).collect())
                chosen=Signal::derive(move || color.get().map(same_swatch).unwrap_or_default())
                on_choose=Callback::new(move |value| {
                    typed.set(None);
                    on_color.run(value);
                })
                look=ChoiceLook::Chips
                picture=Callback::new(|value: String| swatch(&value))
            />
            <div class="accent-hex">
                <label class="small muted" for=id.clone()>{move || t("carousel-accent-hex")}</label>
                <input
                    id=id
                    class="control figures"
                    data-test=test
                    type="text"
                    maxlength="7"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="#09EFBE"
                    prop:value=move || shown.get()
                    on:input:target=move |event| {
                        let text = event.target().value();
                        if is_color(&text) {
                            on_color.run(text.clone());
                        }
                        typed.set(Some(text));
                    }
                />
                <Fault faults field="accent_color"/>
            </div>
        </div>
    }
}

/// The swatch of a colour, however its letters are written.
fn same_swatch(color: String) -> String {
    SWATCHES
        .iter()
        .find(|swatch| swatch.eq_ignore_ascii_case(&color))
        .map_or(color, |swatch| (*swatch).to_owned())
}

/// Where the words stand.
#[component]
pub fn Position(
    /// Names the group.
    name: &'static str,
    /// Where. None: where the template has them.
    position: Signal<Option<String>>,
    /// Whether the template's own place can't be chosen any more.
    placed: Signal<bool>,
    /// Another was chosen.
    on_choose: Callback<Option<String>>,
) -> impl IntoView {
    view! {
        <ChoiceCards
            label=move || t("carousel-position")
            name
            options=Signal::derive(|| {
                let words = say();
                let own = Choice::named("", words.say("carousel-position-own"));
                let known = choices::CAROUSEL_TEXT_POSITIONS.iter().map(|value| {
                    let key = format!("carousel-position-{}", kebab(value));
                    Choice::named(*value, or_value(&words, &key, value))
                });
                std::iter::once(own).chain(known).collect()
            })
            chosen=Signal::derive(move || position.get().unwrap_or_default())
            on_choose=Callback::new(move |value: String| {
                on_choose.run(Some(value).filter(|value| !value.is_empty()));
            })
            look=ChoiceLook::Pictures
            picture=Callback::new(|value: String| match value.as_str() {
                "" => ().into_any(),
                place => position_picture(place),
            })
            barred=Signal::derive(move || if placed.get() { vec![String::new()] } else { Vec::new() })
        />
        <Show when=move || placed.get()>
            <p class="muted small">{move || t("carousel-position-placed")}</p>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_known_however_its_letters_are_written() {
        assert_eq!(same_swatch("#09efbe".to_owned()), "#09EFBE");
        assert_eq!(same_swatch("#010203".to_owned()), "#010203");
        assert!(is_color("#aBcDe0") && !is_color("#abcde") && !is_color("teal"));
    }
}
