//! A slide as it looks: the finished still; before that its background with the words over it.

use contract::{CarouselBrief, ProjectKey, ProjectMedia, SlideView};
use leptos::prelude::*;

use super::drawings::{USUAL_ACCENT, ratio_class, template_picture};
use super::wording::template;
use crate::app::t_with;
use crate::components::hub::HubPicture;
use crate::pages::wording::args;

/// The slide.
#[component]
pub fn Face(
    /// The carousel.
    key: Signal<ProjectKey>,
    /// What was said of it.
    brief: Signal<CarouselBrief>,
    /// The slide.
    #[prop(into)]
    slide: Signal<Option<SlideView>>,
    /// Whether its words are being changed: then the background is shown, and no words over it.
    #[prop(optional, into)]
    bare: Signal<bool>,
) -> impl IntoView {
    let media =
        Memo::new(move |_| slide.with(|slide| slide.as_ref().and_then(|s| shown(s, bare.get()))));
    let revision = Memo::new(move |_| slide.with(|slide| slide.as_ref().map_or(0, |s| s.revision)));
    let has_words_over =
        Memo::new(move |_| !bare.get() && !matches!(media.get(), Some(ProjectMedia::Slide(_))));
    let ratio = Memo::new(move |_| brief.with(|b| ratio_class(b.aspect_ratio.as_deref())));
    let place = Memo::new(move |_| {
        brief
            .with(|b| b.text_position.clone())
            .unwrap_or_else(|| "middle".to_owned())
    });
    let text = move |of: fn(&SlideView) -> &String| {
        Signal::derive(move || {
            slide
                .with(|s| s.as_ref().map(of).cloned())
                .unwrap_or_default()
        })
    };
    let (kicker, headline, body) = (
        text(|s| &s.kicker),
        text(|s| &s.headline),
        text(|s| &s.body),
    );
    view! {
        <span
            class=move || format!("slide-face {}", ratio.get())
            data-preview=move || has_words_over.get().to_string()
        >
            {move || match media.get() {
                Some(_) => view! {
                    <HubPicture
                        key
                        media=Signal::derive(move || media.get())
                        revision=Signal::derive(move || revision.get())
                        alt=move || t_with("slide-alt", &args([("headline", headline.get().into())]))
                    />
                }
                .into_any(),
                None => brief.with(|b| {
                    let accent = b.accent_color.clone().unwrap_or_else(|| USUAL_ACCENT.to_owned());
                    template_picture(template(b), &accent)
                }),
            }}
            <Show when=move || has_words_over.get() && media.with(Option::is_some)>
                <span class="slide-words" data-position=move || place.get()>
                    <span class="slide-kicker">{move || kicker.get()}</span>
                    <strong class="slide-headline">{move || headline.get()}</strong>
                    <span class="slide-body">{move || body.get()}</span>
                </span>
            </Show>
        </span>
    }
}

/// What there is to show of a slide.
fn shown(slide: &SlideView, bare: bool) -> Option<ProjectMedia> {
    let background = slide
        .has_background
        .then_some(ProjectMedia::Background(slide.position));
    let image = slide
        .has_image
        .then_some(ProjectMedia::Slide(slide.position));
    if bare {
        background.or(image)
    } else {
        image.or(background)
    }
}

#[cfg(test)]
mod tests {
    use contract::CarouselStatus;

    use super::super::samples::carousel;
    use super::*;

    #[test]
    fn the_background_stands_in_until_the_still_is_there_and_while_words_are_changed() {
        let mut slide = carousel("c", CarouselStatus::Processing, 1)
            .slides
            .remove(0);
        assert_eq!(shown(&slide, false), None);
        slide.has_background = true;
        assert_eq!(shown(&slide, false), Some(ProjectMedia::Background(1)));
        slide.has_image = true;
        assert_eq!(shown(&slide, false), Some(ProjectMedia::Slide(1)));
        assert_eq!(shown(&slide, true), Some(ProjectMedia::Background(1)));
        // A background that has run out: better the still than nothing.
        slide.has_background = false;
        assert_eq!(shown(&slide, true), Some(ProjectMedia::Slide(1)));
    }
}
