//! What a carousel is called, where it and its slides stand, and what changed of it.

use contract::{CarouselBrief, CarouselChange, CarouselStatus, CarouselView, SlideStatus, choices};
use words::Words;

use crate::components::{StageState, StageView};
use crate::pages::shorts::{beginning, kebab, or_value};
use crate::pages::wording::{args, facts};

/// What to call a carousel: its first headline, else how its prompt begins.
pub fn carousel_title(words: &Words, carousel: &CarouselView) -> String {
    let headline = carousel
        .slides
        .first()
        .map(|slide| slide.headline.trim())
        .unwrap_or_default();
    if headline.is_empty() {
        beginning(words, &carousel.brief.prompt)
    } else {
        headline.to_owned()
    }
}

/// Where a carousel stands; a word of the service's own as it is.
pub fn status_words(words: &Words, status: &CarouselStatus) -> String {
    match status {
        CarouselStatus::Draft => words.say("carousel-status-draft"),
        CarouselStatus::Processing => words.say("carousel-status-processing"),
        CarouselStatus::Completed => words.say("carousel-status-completed"),
        CarouselStatus::Failed => words.say("carousel-status-failed"),
        CarouselStatus::Other(word) => word.clone(),
    }
}

/// For tests and styles.
pub const fn status_name(status: &CarouselStatus) -> &'static str {
    match status {
        CarouselStatus::Draft => "draft",
        CarouselStatus::Processing => "processing",
        CarouselStatus::Completed => "completed",
        CarouselStatus::Failed => "failed",
        CarouselStatus::Other(_) => "other",
    }
}

/// Where a slide stands; a word of the service's own as it is.
pub fn slide_words(words: &Words, status: &SlideStatus) -> String {
    match status {
        SlideStatus::Pending => words.say("slide-status-pending"),
        SlideStatus::Processing => words.say("slide-status-processing"),
        SlideStatus::Completed => words.say("slide-status-completed"),
        SlideStatus::Failed => words.say("slide-status-failed"),
        SlideStatus::Other(word) => word.clone(),
    }
}

/// For tests and styles.
pub const fn slide_name(status: &SlideStatus) -> &'static str {
    match status {
        SlideStatus::Pending => "pending",
        SlideStatus::Processing => "processing",
        SlideStatus::Completed => "completed",
        SlideStatus::Failed => "failed",
        SlideStatus::Other(_) => "other",
    }
}

/// Slides that are done, and all.
pub fn slides_done(carousel: &CarouselView) -> (usize, usize) {
    let done = carousel
        .slides
        .iter()
        .filter(|slide| slide.status == SlideStatus::Completed)
        .count();
    (done, carousel.slides.len())
}

/// The stages of a carousel. Of the middle one the part is known: the slides that are done.
pub fn stages(words: &Words, carousel: &CarouselView) -> Vec<StageView> {
    let (done, all) = slides_done(carousel);
    #[expect(clippy::cast_precision_loss, reason = "at most ten slides")]
    let (done, all) = (done as f64, all as f64);
    let part = (all > 0.0).then(|| done / all).filter(|part| *part > 0.0);
    let made = match carousel.status {
        CarouselStatus::Draft => [
            StageState::Now(Some(0.0)),
            StageState::Ahead,
            StageState::Ahead,
        ],
        CarouselStatus::Processing | CarouselStatus::Other(_) => {
            [StageState::Done, StageState::Now(part), StageState::Ahead]
        }
        CarouselStatus::Completed => [StageState::Done, StageState::Done, StageState::Done],
        CarouselStatus::Failed => [StageState::Done, StageState::Stopped, StageState::Ahead],
    };
    let middle = match &carousel.status {
        CarouselStatus::Failed => words.say("carousel-status-failed"),
        CarouselStatus::Processing if all > 0.0 => words.say_with(
            "carousel-slides-done",
            &args([("done", done.into()), ("all", all.into())]),
        ),
        CarouselStatus::Other(word) => word.clone(),
        _ => words.say("carousel-status-processing"),
    };
    [
        words.say("carousel-status-draft"),
        middle,
        words.say("carousel-status-completed"),
    ]
    .into_iter()
    .zip(made)
    .map(|(label, state)| StageView { label, state })
    .collect()
}

/// A template's name.
pub fn template_name(words: &Words, template: &str) -> String {
    let key = format!("carousel-template-{}", kebab(template));
    or_value(words, &key, template)
}

/// A mode's name.
pub fn mode_name(words: &Words, mode: &str) -> String {
    let key = format!("carousel-mode-{}", kebab(mode));
    or_value(words, &key, mode)
}

/// A language's own name.
pub fn language_name(code: &str) -> String {
    match code {
        "en" => "English",
        "fr" => "Français",
        "es" => "Español",
        "de" => "Deutsch",
        "it" => "Italiano",
        "pt" => "Português",
        "nl" => "Nederlands",
        "pl" => "Polski",
        other => other,
    }
    .to_owned()
}

/// Slides that a brief makes, and credits that it costs: one each.
pub fn slide_count(brief: &CarouselBrief) -> u32 {
    brief.slide_count.unwrap_or(choices::DEFAULT_SLIDES)
}

/// The mode that counts.
pub fn mode(brief: &CarouselBrief) -> &str {
    brief.mode.as_deref().unwrap_or(choices::CAROUSEL_MODES[0])
}

/// The template that counts: the mode's first unless one was chosen.
pub fn template(brief: &CarouselBrief) -> &str {
    brief
        .template
        .as_deref()
        .unwrap_or_else(|| choices::templates_of(mode(brief))[0])
}

/// Whether it can be made: its fields are sound, and its prompt is long enough.
pub fn can_generate(brief: &CarouselBrief) -> bool {
    brief.faults().is_empty() && contract::text_length(brief.prompt.trim()) >= 10
}

/// The whole carousel in one quiet line, for the bar.
pub fn summary(words: &Words, brief: &CarouselBrief) -> String {
    facts([
        words.say_with(
            "hub-step-slides",
            &args([("count", f64::from(slide_count(brief)).into())]),
        ),
        brief
            .aspect_ratio
            .clone()
            .unwrap_or_else(|| choices::CAROUSEL_RATIOS[0].to_owned()),
        template_name(words, template(brief)),
        language_name(
            brief
                .language
                .as_deref()
                .unwrap_or(choices::CAROUSEL_LANGUAGES[0]),
        ),
    ])
}

/// What of a brief changed, so that nothing else is sent.
pub fn change(before: &CarouselBrief, after: &CarouselBrief) -> CarouselChange {
    fn changed<T: Clone + PartialEq>(before: &Option<T>, after: &Option<T>) -> Option<T> {
        after.clone().filter(|_| before != after)
    }
    CarouselChange {
        prompt: (before.prompt != after.prompt).then(|| after.prompt.clone()),
        language: changed(&before.language, &after.language),
        mode: changed(&before.mode, &after.mode),
        template: changed(&before.template, &after.template),
        slide_count: changed(&before.slide_count, &after.slide_count),
        aspect_ratio: changed(&before.aspect_ratio, &after.aspect_ratio),
        accent_color: changed(&before.accent_color, &after.accent_color),
        text_position: changed(&before.text_position, &after.text_position),
        caption: None,
        hashtags: None,
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::super::samples::carousel;
    use super::*;

    #[test]
    fn only_what_changed_is_sent() {
        let before = CarouselBrief {
            prompt: "Oat milk that froths".to_owned(),
            slide_count: Some(5),
            ..CarouselBrief::default()
        };
        let after = CarouselBrief {
            slide_count: Some(7),
            accent_color: Some("#09EFBE".to_owned()),
            ..before.clone()
        };
        let expected = CarouselChange {
            slide_count: Some(7),
            accent_color: Some("#09EFBE".to_owned()),
            ..CarouselChange::default()
        };
        assert_eq!(change(&before, &after), expected);
        assert_eq!(change(&after, &after), CarouselChange::default());
    }

    #[test]
    fn a_draft_needs_a_prompt_only_before_it_is_made() {
        let mut brief = CarouselBrief::default();
        assert!(brief.faults().is_empty());
        assert!(!can_generate(&brief));
        brief.prompt = "Oat milk that froths".to_owned();
        assert!(can_generate(&brief));
        brief.slide_count = Some(11);
        assert!(!can_generate(&brief));
    }

    #[test]
    fn the_template_follows_the_mode_unless_one_is_chosen() {
        let mut brief = CarouselBrief::default();
        assert_eq!(template(&brief), "boldStatement");
        brief.mode = Some("ad_driven".to_owned());
        assert_eq!(template(&brief), "featureGrid");
        brief.template = Some("comparison".to_owned());
        assert_eq!(template(&brief), "comparison");
    }

    #[test]
    fn the_bar_claims_only_slides_that_are_done() {
        let words = Words::of(Language::English);
        let mut made = carousel("c", CarouselStatus::Processing, 4);
        assert_eq!(stages(&words, &made)[1].state, StageState::Now(None));
        made.slides[0].status = SlideStatus::Completed;
        let stage = &stages(&words, &made)[1];
        assert_eq!(stage.state, StageState::Now(Some(0.25)));
        assert_eq!(stage.label, "1 of 4 slides done");
    }

    #[test]
    fn a_carousel_is_called_by_its_first_headline() {
        let words = Words::of(Language::English);
        let mut made = carousel("c", CarouselStatus::Draft, 2);
        made.brief.prompt = "Oat milk that froths".to_owned();
        assert_eq!(carousel_title(&words, &made), "Oat milk that froths");
        made.slides[0].headline = "One shake".to_owned();
        assert_eq!(carousel_title(&words, &made), "One shake");
        assert_eq!(
            summary(&words, &made.brief),
            "5 slides · 4:5 · Bold statement · English"
        );
    }
}
