//! A project's finished work as the library keeps it.

use contract::{AssetId, CarouselStatus, Millis, ProjectMedia, ProjectView};

use super::Finished;
use crate::journal::{ProjectResult, ReelRecord};

/// Characters of a brief that stand for a title.
const TITLE_CHARS: usize = 48;

/// The entry of what a project came to, if it is finished.
pub(super) fn asset_of(view: &ProjectView) -> Option<AssetId> {
    match view {
        ProjectView::Short(view) => view.render.as_ref()?.asset_id.clone(),
        ProjectView::Carousel(view) => view.asset_id.clone(),
        ProjectView::Editor(view) => view.render.as_ref()?.asset_id.clone(),
    }
}

/// What is kept of it. Its id is the journal's to give.
pub(super) fn record(view: &ProjectView, finished: Finished, now: Millis) -> ReelRecord {
    let words = match view {
        ProjectView::Short(view) => Words {
            title: [&view.brief.headline, &view.brief.product_prompt],
            caption: &view.caption,
            hashtags: &view.hashtags,
        },
        ProjectView::Carousel(view) => Words {
            title: [&view.brief.prompt, &view.caption],
            caption: &view.caption,
            hashtags: &view.hashtags,
        },
        ProjectView::Editor(view) => Words {
            title: [&view.brief.product_prompt, &view.scenario_prompt],
            caption: &view.caption,
            hashtags: &view.hashtags,
        },
    };
    let key = view.key();
    let title = words.title.into_iter().map(|text| beginning(text));
    let name = title.into_iter().find(|title| !title.is_empty());
    ReelRecord {
        name: Some(name.unwrap_or_else(|| key.slug.clone())),
        caption: Some(words.caption.clone()).filter(|caption| !caption.is_empty()),
        hashtags: words.hashtags.clone(),
        duration_seconds: seconds(view),
        created_at: Some(now),
        result: Some(ProjectResult {
            mark: finished.mark,
            has_still: finished.has_still,
            slides: slides(view),
            project: key,
        }),
        ..ReelRecord::default()
    }
}

struct Words<'a> {
    /// The first that says something names it.
    title: [&'a String; 2],
    caption: &'a String,
    hashtags: &'a Vec<String>,
}

/// The first words of a text, on one line.
fn beginning(text: &str) -> String {
    let mut title = String::new();
    for word in text.split_whitespace() {
        let length = title.chars().count();
        if length + 1 + word.chars().count() > TITLE_CHARS {
            // A language without spaces is one long word.
            let room = TITLE_CHARS.saturating_sub(length);
            if title.is_empty() {
                title.extend(word.chars().take(room));
            }
            title.push('…');
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title
}

/// Its length, where it is a video whose length is known.
fn seconds(view: &ProjectView) -> Option<f64> {
    let (said, planned) = match view {
        ProjectView::Carousel(_) => return None,
        ProjectView::Short(view) => (view.render.as_ref(), f64::from(view.seconds())),
        ProjectView::Editor(view) => (view.render.as_ref(), view.total_seconds()),
    };
    said.and_then(|render| render.duration_seconds)
        .or((planned > 0.0).then_some(planned))
}

/// The finished slides, by position. None of a video.
fn slides(view: &ProjectView) -> Vec<u32> {
    match view {
        ProjectView::Carousel(view) if view.status == CarouselStatus::Completed => {
            let shown = view.slides.iter().filter(|slide| slide.has_image);
            shown.map(|slide| slide.position).collect()
        }
        _ => Vec::new(),
    }
}

/// What a picture of a result is of.
pub(super) fn picture_of(result: &ProjectResult) -> ProjectMedia {
    match result.slides.first() {
        Some(position) => ProjectMedia::Slide(*position),
        None => ProjectMedia::VideoStill,
    }
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_title_is_the_first_whole_words() {
        assert_eq!(beginning("  Froth in\none shake "), "Froth in one shake");
        let long = beginning("Three ways to pour coffee slowly and still be at work by nine");
        assert_eq!(long, "Three ways to pour coffee slowly and still be at…");
        assert_eq!(beginning(&"短".repeat(60)), format!("{}…", "短".repeat(48)));
        assert_eq!(beginning(" "), "");
    }
}
