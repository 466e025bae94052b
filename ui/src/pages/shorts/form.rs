//! The brief of a short: what it is about, its words, its look and its sound.

use contract::{FieldFault, ShortBrief, choices};
use leptos::prelude::*;

use super::fonts::{font_name, font_sample};
use super::miniature::{animation_sample, position_picture};
use super::scenes::scene;
use super::wording::{format_name, kebab, look_name, or_value};
use crate::app::{say, t};
use crate::components::hub::{Choice, ChoiceCards, ChoiceLook, Counted, KeptSigns, TagField};

/// A brief that is being written. Copy: parts of a page share it.
#[derive(Clone, Copy)]
pub struct Writing {
    /// As it is now.
    pub brief: Signal<ShortBrief>,
    /// It was changed.
    pub on_change: Callback<ShortBrief>,
    /// Whether it can't be changed now.
    pub locked: Signal<bool>,
}

impl Writing {
    /// Changes it.
    pub fn change(self, change: impl FnOnce(&mut ShortBrief)) {
        let mut brief = self.brief.get_untracked();
        change(&mut brief);
        self.on_change.run(brief);
    }

    fn text(self, of: fn(&ShortBrief) -> &String) -> Signal<String> {
        Signal::derive(move || self.brief.with(|brief| of(brief).clone()))
    }

    fn chosen(self, of: fn(&ShortBrief) -> &Option<String>) -> Signal<String> {
        Signal::derive(move || {
            self.brief
                .with(|brief| of(brief).clone())
                .unwrap_or_default()
        })
    }

    fn choose(self, of: fn(&mut ShortBrief) -> &mut Option<String>) -> Callback<String> {
        Callback::new(move |value: String| {
            self.change(|brief| *of(brief) = Some(value).filter(|value| !value.is_empty()));
        })
    }
}

/// What is wrong with it. A prompt that nobody has begun is not wrong yet.
fn faults(brief: &ShortBrief) -> Vec<FieldFault> {
    let mut faults = brief.faults();
    if brief.product_prompt.trim().is_empty() {
        faults.retain(|fault| fault.field() != "product_prompt");
    }
    faults
}

/// Whether the service would take it.
pub fn is_sound(brief: &ShortBrief) -> bool {
    brief.faults().is_empty()
}

/// What it is about, and its words.
#[component]
pub fn Words(
    /// The brief.
    writing: Writing,
    /// What stands beside the words: the text assist.
    #[prop(optional, into)]
    aid: Option<ViewFn>,
) -> impl IntoView {
    let all = Signal::derive(move || writing.brief.with(faults));
    let locked = writing.locked;
    view! {
        <section class="panel hub-panel" aria-label=move || t("short-brief")>
            <Counted
                id="short-prompt"
                field="product_prompt"
                label=move || t("short-prompt")
                example=move || t("short-prompt-example")
                rows="4"
                text=writing.text(|b| &b.product_prompt)
                on_text=Callback::new(move |text| writing.change(|b| b.product_prompt = text))
                faults=all
                disabled=locked
            />
            <p class="muted small">{move || t("short-prompt-means")}</p>
        </section>
        <section class="panel hub-panel" aria-labelledby="short-words-title">
            <div class="hub-panel-head">
                <h2 id="short-words-title">{move || t("short-words")}</h2>
                {aid.map(|aid| aid.run())}
            </div>
            <Counted
                id="short-headline"
                field="headline"
                label=move || t("short-headline")
                example=move || t("short-headline-example")
                most=160_u32
                text=writing.text(|b| &b.headline)
                on_text=Callback::new(move |text| writing.change(|b| b.headline = text))
                faults=all
                disabled=locked
            />
            <Counted
                id="short-subheadline"
                field="subheadline"
                label=move || t("short-subheadline")
                example=move || t("short-subheadline-example")
                most=200_u32
                text=writing.text(|b| &b.subheadline)
                on_text=Callback::new(move |text| writing.change(|b| b.subheadline = text))
                faults=all
                disabled=locked
            />
            <div class="hub-row words-row">
                <ChoiceCards
                    label=move || t("short-position")
                    name="short-position"
                    options=Signal::derive(|| values(choices::SHORT_TEXT_POSITIONS, |value| {
                        let key = format!("short-position-{}", kebab(value));
                        or_value(&say(), &key, value)
                    }))
                    chosen=Signal::derive(move || {
                        let chosen = writing.brief.with(|b| b.short_text_position.clone());
                        chosen.unwrap_or_else(|| "bottom".to_owned())
                    })
                    on_choose=writing.choose(|b| &mut b.short_text_position)
                    look=ChoiceLook::Pictures
                    picture=Callback::new(|value: String| position_picture(&value))
                    disabled=locked
                />
                <ChoiceCards
                    label=move || t("short-animation")
                    name="short-animation"
                    options=Signal::derive(|| values(choices::SHORT_TEXT_ANIMATIONS, |value| {
                        let key = format!("short-animation-{}", kebab(value));
                        or_value(&say(), &key, value)
                    }))
                    chosen=Signal::derive(move || {
                        let chosen = writing.brief.with(|b| b.short_text_animation.clone());
                        chosen.unwrap_or_else(|| choices::DEFAULT_TEXT_ANIMATION.to_owned())
                    })
                    on_choose=writing.choose(|b| &mut b.short_text_animation)
                    look=ChoiceLook::Pictures
                    picture=Callback::new(|value: String| animation_sample(&value))
                    disabled=locked
                />
            </div>
            <ChoiceCards
                label=move || t("short-font")
                name="short-font"
                options=Signal::derive(|| values(choices::SHORT_FONT_FAMILIES, font_name))
                chosen=Signal::derive(move || {
                    let chosen = writing.brief.with(|b| b.short_font_family.clone());
                    chosen.unwrap_or_else(|| choices::SHORT_FONT_FAMILIES[0].to_owned())
                })
                on_choose=writing.choose(|b| &mut b.short_font_family)
                look=ChoiceLook::Pictures
                picture=Callback::new(|value: String| font_sample(&value))
                disabled=locked
            />
        </section>
    }
}

/// Its structure and its look.
#[component]
pub fn Look(
    /// The brief.
    writing: Writing,
) -> impl IntoView {
    let locked = writing.locked;
    view! {
        <section class="panel hub-panel" aria-label=move || t("short-look")>
            <ChoiceCards
                label=move || t("short-look")
                name="short-look"
                options=Signal::derive(|| {
                    let words = say();
                    let mut all = vec![Choice::named("", words.say("short-look-open"))];
                    all.extend(values(choices::VISUAL_LANGUAGES, |value| look_name(&words, value)));
                    all
                })
                chosen=writing.chosen(|b| &b.visual_language)
                on_choose=writing.choose(|b| &mut b.visual_language)
                look=ChoiceLook::Pictures
                picture=Callback::new(|value: String| scene(&value))
                disabled=locked
            />
            <ChoiceCards
                label=move || t("short-format")
                name="short-format"
                options=Signal::derive(formats)
                chosen=writing.chosen(|b| &b.creative_format)
                on_choose=writing.choose(|b| &mut b.creative_format)
                disabled=locked
            />
        </section>
    }
}

/// Its music, and what few need.
#[component]
pub fn Sound(
    /// The brief.
    writing: Writing,
) -> impl IntoView {
    let all = Signal::derive(move || writing.brief.with(faults));
    let locked = writing.locked;
    view! {
        <section class="panel hub-panel" aria-label=move || t("short-sound")>
            <ChoiceCards
                label=move || t("short-vibe")
                name="short-vibe"
                options=Signal::derive(|| values(choices::MUSIC_VIBES, |value| {
                    let key = format!("short-vibe-{}", kebab(value));
                    or_value(&say(), &key, value)
                }))
                chosen=Signal::derive(move || {
                    let vibe = writing.brief.with(|b| b.music_vibe.clone());
                    if vibe.trim().is_empty() { choices::MUSIC_VIBES[0].to_owned() } else { vibe }
                })
                on_choose=Callback::new(move |vibe| writing.change(|b| b.music_vibe = vibe))
                look=ChoiceLook::Chips
                disabled=locked
            />
            <Counted
                id="short-vibe-own"
                field="music_vibe"
                label=move || t("short-vibe-own")
                example=move || t("short-vibe-example")
                most=80_u32
                text=writing.text(|b| &b.music_vibe)
                on_text=Callback::new(move |text| writing.change(|b| b.music_vibe = text))
                faults=all
                disabled=locked
            />
            <TagField
                id="short-instruments"
                label=move || t("short-instruments")
                example=move || t("short-instruments-example")
                tags=Signal::derive(move || writing.brief.with(|b| b.music_instruments.clone()))
                on_tags=Callback::new(move |tags| writing.change(|b| b.music_instruments = tags))
                signs=KeptSigns::None
                disabled=locked
            />
            <details class="aid">
                <summary data-test="short-more">{move || t("short-more")}</summary>
                <Counted
                    id="short-theme"
                    field="theme"
                    label=move || t("short-theme")
                    text=writing.chosen(|b| &b.theme)
                    on_text=writing.choose(|b| &mut b.theme)
                    faults=all
                    disabled=Signal::derive(move || {
                        locked.get() || writing.brief.with(|b| b.visual_language.is_some())
                    })
                />
                <p class="muted small">{move || t("short-theme-means")}</p>
            </details>
        </section>
    }
}

/// Values of one of the contract's lists with their names.
fn values(list: &[&str], name: impl Fn(&str) -> String) -> Vec<Choice> {
    list.iter()
        .map(|value| Choice::named(*value, name(value)))
        .collect()
}

fn formats() -> Vec<Choice> {
    let words = say();
    let auto = Choice::named("", words.say("short-format-auto"))
        .saying(words.say("short-format-auto-line"));
    let known = choices::CREATIVE_FORMATS.iter().map(|value| {
        let line = format!("short-format-{}-line", kebab(value));
        Choice::named(*value, format_name(&words, value)).saying(words.say(&line))
    });
    std::iter::once(auto).chain(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_that_nobody_has_begun_is_not_wrong_yet_and_not_enough_either() {
        let mut brief = ShortBrief::default();
        assert!(faults(&brief).is_empty());
        assert!(!is_sound(&brief));
        brief.product_prompt = "Oat".to_owned();
        assert_eq!(faults(&brief).len(), 1);
        brief.product_prompt = "Oat milk that froths".to_owned();
        assert!(is_sound(&brief));
    }
}
