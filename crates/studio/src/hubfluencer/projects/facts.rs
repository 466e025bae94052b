//! What follows from one document after another: what can be shown, and how often a slide was made.

use std::collections::BTreeMap;

use contract::ProjectMedia;
use hubfluencer::{Slide, Slider, SliderStatus};

use super::document::{Document, mark_of, sum_of};
use crate::journal::{ProjectFacts, SlideFacts};

/// The facts once this document was heard.
pub(super) fn after(before: &ProjectFacts, document: &Document) -> ProjectFacts {
    let media: Vec<(ProjectMedia, String)> = document
        .links()
        .into_iter()
        .map(|(media, link)| (media, mark_of(link.expose())))
        .collect();
    let slides = match document {
        Document::Slider(slider) => slides(&before.slides, slider, &media),
        _ => BTreeMap::new(),
    };
    ProjectFacts { media, slides }
}

/// Whether there is something of this kind to show.
pub(super) fn has(facts: &ProjectFacts, media: &ProjectMedia) -> bool {
    facts.media.iter().any(|(known, _)| known == media)
}

fn slides(
    before: &BTreeMap<u32, SlideFacts>,
    slider: &Slider,
    media: &[(ProjectMedia, String)],
) -> BTreeMap<u32, SlideFacts> {
    slider
        .slides
        .iter()
        .map(|slide| {
            let was = before.get(&slide.position).cloned().unwrap_or_default();
            let image = media
                .iter()
                .find(|(media, _)| *media == ProjectMedia::Slide(slide.position));
            let now = match image {
                Some((_, image)) if slide.status == SliderStatus::Completed => {
                    finished(&was, look(slider, slide, image))
                }
                _ => SlideFacts {
                    is_finished: false,
                    ..was
                },
            };
            (slide.position, now)
        })
        .collect()
}

/// A new image is one that leads elsewhere, shows other words, or came after the slide was made
/// again: the service may write it over the old one, at the same address.
fn finished(was: &SlideFacts, mark: String) -> SlideFacts {
    let is_new = !was.is_finished || was.mark != mark;
    SlideFacts {
        revision: was.revision + u32::from(is_new),
        is_finished: true,
        mark,
    }
}

fn look(slider: &Slider, slide: &Slide, image: &str) -> String {
    let words = (&slide.headline, &slide.body, &slide.kicker);
    let place = (slider.template.as_str(), slider.text_position.as_str());
    let colors = (&slider.accent_color, &slider.logo_s3_key);
    sum_of(&serde_json::json!([image, words, place, colors]).to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn heard(before: &ProjectFacts, status: &str, headline: &str, image: Value) -> ProjectFacts {
        let slider = json!({"slug": "s", "status": status, "slides": [
            {"position": 1, "status": status, "headline": headline, "image_url": image}]});
        let slider = serde_json::from_value(slider).expect("a slider");
        after(before, &Document::Slider(slider))
    }

    #[test]
    fn a_slides_revision_grows_with_each_new_image_of_it() {
        let link = |sign: &str| json!(format!("https://o.example/s/1.png?sig={sign}"));
        let facts = heard(&ProjectFacts::default(), "processing", "A", Value::Null);
        assert_eq!(facts.slides[&1].revision, 0);
        let facts = heard(&facts, "completed", "A", link("a"));
        assert_eq!(facts.slides[&1].revision, 1);
        let facts = heard(&facts, "completed", "A", link("b"));
        assert_eq!(
            facts.slides[&1].revision, 1,
            "another signature, the same image"
        );
        let facts = heard(&facts, "processing", "B", link("c"));
        assert_eq!(facts.slides[&1].revision, 1, "not made yet");
        let facts = heard(&facts, "completed", "B", link("d"));
        assert_eq!(
            facts.slides[&1].revision, 2,
            "made again, at the same address"
        );
        let facts = heard(&facts, "completed", "C", link("e"));
        assert_eq!(facts.slides[&1].revision, 3, "made again between two looks");
        let facts = heard(&facts, "completed", "C", json!("https://o.example/s/9.png"));
        assert_eq!(facts.slides[&1].revision, 4, "another object");
    }
}
