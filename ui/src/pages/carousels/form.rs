//! The brief of a carousel.

use contract::{CarouselBrief, FieldFault, choices};
use leptos::prelude::*;

use super::drawings::{SWATCHES, USUAL_ACCENT, ratio_picture, swatch, template_picture};
use super::wording::{language_name, mode, mode_name, slide_count, template, template_name};
use crate::app::{say, t, t_with};
use crate::components::Choose;
use crate::components::hub::{Choice, ChoiceCards, ChoiceLook, Counted, Fault};
use crate::pages::shorts::{kebab, or_value, position_picture};
use crate::pages::wording::args;

/// A brief that is being written. Copy: parts of a page share it.
#[derive(Clone, Copy)]
pub struct Writing {
    /// As it is now.
    pub brief: Signal<CarouselBrief>,
    /// It was changed.
    pub on_change: Callback<CarouselBrief>,
    /// Whether the service can't be told to choose the words' place itself any more.
    pub placed: Signal<bool>,
}

impl Writing {
    /// Changes it.
    pub fn change(self, change: impl FnOnce(&mut CarouselBrief)) {
        let mut brief = self.brief.get_untracked();
        change(&mut brief);
        self.on_change.run(brief);
    }

    /// Another mode has other templates.
    fn choose_mode(self, value: String) {
        self.change(|brief| {
            let keeps = brief
                .template
                .as_deref()
                .is_some_and(|template| choices::templates_of(&value).contains(&template));
            if !keeps {
                // Said, not left out: what was chosen before would stay.
                brief.template = Some(choices::templates_of(&value)[0].to_owned());
            }
            brief.mode = Some(value);
        });
    }
}

/// All of it.
#[component]
pub fn Brief(
    /// The brief.
    writing: Writing,
    /// What stands at the end: the logo.
    #[prop(optional, into)]
    end: Option<ViewFn>,
) -> impl IntoView {
    let faults = Signal::derive(move || writing.brief.with(prompt_faults));
    view! {
        <section class="panel hub-panel" aria-label=move || t("carousel-brief")>
            <Counted
                id="carousel-prompt"
                field="prompt"
                label=move || t("carousel-prompt")
                example=move || t("carousel-prompt-example")
                rows="4"
                most=2000_u32
                text=Signal::derive(move || writing.brief.with(|b| b.prompt.clone()))
                on_text=Callback::new(move |text| writing.change(|b| b.prompt = text))
                faults
            />
            <p class="muted small">{move || t("carousel-prompt-means")}</p>
            <div class="hub-row">
                <SlideCount writing/>
                <Language writing/>
            </div>
        </section>
        <section class="panel hub-panel" aria-label=move || t("carousel-look")>
            <ChoiceCards
                label=move || t("carousel-mode")
                name="carousel-mode"
                options=Signal::derive(modes)
                chosen=Signal::derive(move || writing.brief.with(|b| mode(b).to_owned()))
                on_choose=Callback::new(move |value| writing.choose_mode(value))
            />
            <Template
                name="carousel-template"
                brief=writing.brief
                on_choose=Callback::new(move |value| writing.change(|b| b.template = Some(value)))
            />
            <ChoiceCards
                label=move || t("carousel-ratio")
                name="carousel-ratio"
                options=Signal::derive(|| {
                    choices::CAROUSEL_RATIOS.iter().map(|r| Choice::named(*r, *r)).collect()
                })
                chosen=Signal::derive(move || writing.brief.with(|b| {
                    b.aspect_ratio.clone().unwrap_or_else(|| choices::CAROUSEL_RATIOS[0].to_owned())
                }))
                on_choose=Callback::new(move |value| writing.change(|b| b.aspect_ratio = Some(value)))
                look=ChoiceLook::Pictures
                picture=Callback::new(|value: String| ratio_picture(&value))
            />
            <Accent
                name="carousel-accent"
                color=Signal::derive(move || writing.brief.with(|b| b.accent_color.clone()))
                on_color=Callback::new(move |color| writing.change(|b| b.accent_color = Some(color)))
            />
            <Position
                name="carousel-position"
                position=Signal::derive(move || writing.brief.with(|b| b.text_position.clone()))
                placed=writing.placed
                on_choose=Callback::new(move |value| writing.change(|b| b.text_position = value))
            />
            {end.map(|end| end.run())}
        </section>
    }
}

/// A prompt is asked for before it is made; one that was begun says what it lacks.
fn prompt_faults(brief: &CarouselBrief) -> Vec<FieldFault> {
    let mut faults = brief.faults();
    let length = contract::text_length(brief.prompt.trim());
    if (1..10).contains(&length) {
        faults.push(FieldFault::TooShort {
            field: "prompt".to_owned(),
            least: 10,
        });
    }
    faults
}

fn modes() -> Vec<Choice> {
    let words = say();
    choices::CAROUSEL_MODES
        .iter()
        .map(|value| {
            let line = format!("carousel-mode-{}-line", kebab(value));
            Choice::named(*value, mode_name(&words, value)).saying(words.say(&line))
        })
        .collect()
}

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

/// How many slides, with what they cost.
#[component]
fn SlideCount(
    /// The brief.
    writing: Writing,
) -> impl IntoView {
    let count = Memo::new(move |_| writing.brief.with(slide_count));
    let (least, most) = (*choices::SLIDES.start(), *choices::SLIDES.end());
    let set = move |count: u32| writing.change(|b| b.slide_count = Some(count.clamp(least, most)));
    view! {
        <div class="labelled stepper-field">
            <label for="carousel-slides">{move || t("carousel-slides")}</label>
            <div class="stepper">
                <button
                    type="button"
                    class="button"
                    data-test="carousel-slides-less"
                    aria-label=move || t("carousel-slides-less")
                    disabled=move || count.get() <= least
                    on:click=move |_| set(count.get_untracked().saturating_sub(1))
                >
                    "−"
                </button>
                <input
                    id="carousel-slides"
                    class="control figures"
                    data-test="carousel-slides"
                    type="number"
                    min=least.to_string()
                    max=most.to_string()
                    step="1"
                    prop:value=move || count.get().to_string()
                    on:change:target=move |event| {
                        let typed = event.target().value().trim().parse::<u32>();
                        set(typed.unwrap_or_else(|_| count.get_untracked()));
                        event.target().set_value(&count.get_untracked().to_string());
                    }
                />
                <button
                    type="button"
                    class="button"
                    data-test="carousel-slides-more"
                    aria-label=move || t("carousel-slides-more")
                    disabled=move || count.get() >= most
                    on:click=move |_| set(count.get_untracked() + 1)
                >
                    "+"
                </button>
            </div>
            <p class="muted small" data-test="carousel-slides-cost">
                {move || t_with(
                    "carousel-slides-cost",
                    &args([("count", f64::from(count.get()).into())]),
                )}
            </p>
        </div>
    }
}

/// The language of the copy.
#[component]
fn Language(
    /// The brief.
    writing: Writing,
) -> impl IntoView {
    view! {
        <div class="labelled">
            <label for="carousel-language">{move || t("carousel-language")}</label>
            <Choose
                id="carousel-language".to_owned()
                label=move || t("carousel-language")
                none=|| language_name(choices::CAROUSEL_LANGUAGES[0])
                test="carousel-language"
                options=Signal::derive(|| {
                    choices::CAROUSEL_LANGUAGES
                        .iter()
                        .skip(1)
                        .map(|code| ((*code).to_owned(), language_name(code)))
                        .collect::<Vec<_>>()
                })
                chosen=Signal::derive(move || {
                    let code = writing.brief.with(|b| b.language.clone()).unwrap_or_default();
                    if code == choices::CAROUSEL_LANGUAGES[0] { String::new() } else { code }
                })
                on_choose=Callback::new(move |code: String| writing.change(|b| {
                    // The usual one is said too: another may have been before.
                    let code = if code.is_empty() {
                        choices::CAROUSEL_LANGUAGES[0].to_owned()
                    } else {
                        code
                    };
                    b.language = Some(code);
                }))
            />
            <p class="muted small">{move || t("carousel-language-means")}</p>
        </div>
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
    fn a_prompt_that_was_begun_says_what_it_lacks_and_an_empty_one_is_a_draft() {
        let mut brief = CarouselBrief::default();
        assert!(prompt_faults(&brief).is_empty());
        brief.prompt = "  Oat  ".to_owned();
        assert_eq!(prompt_faults(&brief).len(), 1);
    }

    #[test]
    fn a_colour_is_known_however_its_letters_are_written() {
        assert_eq!(same_swatch("#09efbe".to_owned()), "#09EFBE");
        assert_eq!(same_swatch("#010203".to_owned()), "#010203");
        assert!(is_color("#aBcDe0") && !is_color("#abcde") && !is_color("teal"));
    }
}
