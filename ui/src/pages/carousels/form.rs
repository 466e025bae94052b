//! The brief of a carousel.

use contract::{CarouselBrief, FieldFault, choices};
use leptos::prelude::*;

use super::drawings::ratio_picture;
use super::look::{Accent, Position, Template};
use super::wording::{language_name, mode, mode_name, slide_count};
use crate::app::{say, t, t_with};
use crate::components::Choose;
use crate::components::hub::{Choice, ChoiceCards, ChoiceLook, Counted};
use crate::pages::shorts::kebab;
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
                    disabled=move || { count.get() <= least }
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
                    disabled=move || { count.get() >= most }
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
}
