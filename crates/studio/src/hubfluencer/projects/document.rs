//! A project as the service wrote it: with its links as it comes, without them as it is kept.

use contract::{ImageRole, ProjectKey, ProjectKind, ProjectMedia};
use hubfluencer::{AutopilotStatus, Editor, Extra, Id, Presigned, Short, Slider};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use url::Url;

use super::spelling;

/// The service's document of a project.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Document {
    Short(Box<Short>),
    Slider(Box<Slider>),
    Editor(Box<Editor>),
}

impl Document {
    /// Which project it is of.
    pub(crate) fn key(&self) -> ProjectKey {
        match self {
            Self::Short(short) => ProjectKey::new(ProjectKind::Short, &short.slug),
            Self::Slider(slider) => ProjectKey::new(ProjectKind::Carousel, &slider.slug),
            Self::Editor(editor) => ProjectKey::new(ProjectKind::Editor, &editor.slug),
        }
    }

    /// The document as it is kept: no link in it, only the mark of what each one leads to.
    pub(crate) fn kept(&self) -> String {
        let whole = match self {
            Self::Short(short) => serde_json::to_value(short),
            Self::Slider(slider) => serde_json::to_value(slider),
            Self::Editor(editor) => serde_json::to_value(editor),
        };
        let mut whole = whole.expect("a document of the service has only string keys");
        strike_links(&mut whole);
        whole.to_string()
    }

    /// A kept document. None where it can't be read (a damaged journal).
    pub(crate) fn read(kind: ProjectKind, kept: &str) -> Option<Self> {
        let document = match kind {
            ProjectKind::Short => serde_json::from_str(kept).map(Self::Short),
            ProjectKind::Carousel => serde_json::from_str(kept).map(Self::Slider),
            ProjectKind::Editor => serde_json::from_str(kept).map(Self::Editor),
        };
        document
            .inspect_err(|error| tracing::warn!(%error, "a kept project could not be read"))
            .ok()
    }

    /// Whether autopilot has it now.
    pub(crate) fn is_on_autopilot(&self) -> bool {
        matches!(self, Self::Editor(editor) if editor.autopilot_status == AutopilotStatus::Running)
    }

    /// Every link in it, with what it leads to.
    pub(crate) fn links(&self) -> Vec<(ProjectMedia, Presigned)> {
        let mut links = Vec::new();
        let mut add = |media: ProjectMedia, link: Option<Presigned>| {
            links.extend(link.map(|link| (media, link)));
        };
        match self {
            Self::Short(short) => {
                let render = short.latest_render.as_ref();
                add(
                    ProjectMedia::Video,
                    render.and_then(|render| render.video_url.clone()),
                );
                let still = render.and_then(|render| link(&render.extra, &spelling::STILLS));
                add(ProjectMedia::VideoStill, still);
                for role in [ImageRole::Product, ImageRole::Poster] {
                    add(ProjectMedia::Image(role), image(&short.extra, role));
                }
            }
            Self::Slider(slider) => {
                for slide in &slider.slides {
                    add(ProjectMedia::Slide(slide.position), slide.image_url.clone());
                    add(
                        ProjectMedia::Background(slide.position),
                        slide.background_url.clone(),
                    );
                }
                add(
                    ProjectMedia::Image(ImageRole::Logo),
                    image(&slider.extra, ImageRole::Logo),
                );
            }
            Self::Editor(editor) => {
                let render = editor.latest_render.as_ref();
                add(
                    ProjectMedia::Video,
                    render.and_then(|render| render.video_url.clone()),
                );
                let still = render.and_then(|render| link(&render.extra, &spelling::STILLS));
                add(ProjectMedia::VideoStill, still);
                for segment in &editor.segments {
                    let id = json_form(&segment.id);
                    add(ProjectMedia::Scene(id.clone()), segment.video_url.clone());
                    let still = link(&segment.extra, &spelling::STILLS);
                    add(ProjectMedia::SceneStill(id), still);
                }
                for upload in &editor.uploads {
                    let id = json_form(&upload.id);
                    add(ProjectMedia::FirstFrame(id), upload.first_frame_url.clone());
                }
                for role in [ImageRole::Product, ImageRole::ClosingImage, ImageRole::Logo] {
                    add(ProjectMedia::Image(role), image(&editor.extra, role));
                }
            }
        }
        links
    }
}

/// An id in its JSON form: `7` is not `"7"`.
pub(crate) fn json_form(id: &Id) -> String {
    Value::from(id).to_string()
}

/// What stands for a text on disk: the same for every version of this program, as another would be
/// another result.
pub(super) fn sum_of(text: &str) -> String {
    let sum = Sha256::digest(text.as_bytes());
    sum.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The mark of the object that an address leads to: without the query, which is signed anew each time.
pub(crate) fn mark_of(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default();
    sum_of(&format!("{}\n{host}\n{}", address.scheme(), address.path()))
}

fn image(extra: &Extra, role: ImageRole) -> Option<Presigned> {
    link(extra, spelling::images(role))
}

fn link(extra: &Extra, names: &[&str]) -> Option<Presigned> {
    let address = names.iter().find_map(|name| extra.get(name)?.as_str())?;
    Url::parse(address).ok().map(Presigned::new)
}

/// Puts the mark of its object in the place of every link.
fn strike_links(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(_) if spelling::names_words(name) => {}
                    Value::String(text) => {
                        if let Some(mark) = link_mark(text, spelling::names_a_link(name)) {
                            *text = mark;
                        }
                    }
                    other => strike_links(other),
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(strike_links),
        Value::String(text) => {
            if let Some(mark) = link_mark(text, false) {
                *text = mark;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The mark in the place of a text that is a link: by its field's name, or because it is signed.
fn link_mark(text: &str, named: bool) -> Option<String> {
    let address = Url::parse(text).ok().filter(Url::has_host);
    match address {
        Some(address) if named || is_signed(&address) => Some(mark_of(&address)),
        Some(_) => None,
        // A field for a link with something else in it: whatever it is, it is not kept.
        None if named && !text.is_empty() => Some(String::new()),
        None => None,
    }
}

fn is_signed(address: &Url) -> bool {
    let signs = [
        "signature",
        "sig",
        "token",
        "x-amz-signature",
        "x-amz-credential",
        "x-amz-security-token",
        "x-goog-signature",
        "x-goog-credential",
    ];
    address
        .query_pairs()
        .any(|(name, _)| signs.contains(&name.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn slider() -> Document {
        let slider = json!({
            "slug": "s", "status": "somewhere new", "prompt": "https://my.shop/?token=mine",
            "accent_color": null, "template": "collage",
            "slides": [{"position": 1, "status": "completed",
                "image_url": "https://o.example/b/1.png?X-Amz-Signature=abcd",
                "background_url": "https://o.example/b/1-back.png?X-Amz-Signature=abcd"}],
            "share_url": "https://o.example/share/ffff?X-Amz-Signature=abcd",
            "pages": ["https://o.example/p?signature=abcd", {"preview": "https://o.example/q?sig=abcd"}],
            "website": "https://my.shop/",
        });
        Document::Slider(serde_json::from_value(slider).expect("a slider"))
    }

    #[test]
    fn nothing_kept_of_a_document_opens_anything() {
        let kept = slider().kept();
        assert!(
            !kept.contains("abcd") && !kept.contains("o.example"),
            "{kept}"
        );
        assert!(kept.contains("?token=mine"), "a person's own words stay");
    }

    #[test]
    fn a_kept_document_says_what_the_service_said() {
        let document = slider();
        let kept = document.kept();
        let read = Document::read(ProjectKind::Carousel, &kept).expect("readable");
        assert_eq!(read.key(), document.key());
        let Document::Slider(slider) = &read else {
            panic!("{read:?}")
        };
        assert_eq!(slider.status.as_str(), "somewhere new");
        assert_eq!(slider.template.as_str(), "collage");
    }

    #[test]
    fn a_mark_is_the_same_in_every_version() {
        let mark = |address: &str| mark_of(&address.parse().expect("a url"));
        let signed = mark("https://o.example/b/1.png?sig=1");
        assert_eq!(signed, mark("https://o.example/b/1.png?sig=2"));
        assert_ne!(signed, mark("https://o.example/b/2.png?sig=1"));
        assert_eq!(signed, "3c96be0abe91b75a");
    }

    #[test]
    fn links_are_known_by_what_they_lead_to() {
        let media: Vec<_> = slider()
            .links()
            .into_iter()
            .map(|(media, _)| media)
            .collect();
        assert_eq!(media, [ProjectMedia::Slide(1), ProjectMedia::Background(1)]);
        let editor = json!({
            "slug": "e", "product_image_url": "https://o.example/p.png?sig=1",
            "segments": [{"id": 7, "video_url": "https://o.example/7.mp4?sig=1"},
                         {"id": "7", "thumbnail_url": "https://o.example/8.jpg?sig=1"}],
            "latest_render": {"video_url": "https://o.example/r.mp4?sig=1"},
        });
        let editor = Document::Editor(serde_json::from_value(editor).expect("an editor"));
        let media: Vec<_> = editor.links().into_iter().map(|(media, _)| media).collect();
        let expected = [
            ProjectMedia::Video,
            ProjectMedia::Scene("7".to_owned()),
            ProjectMedia::SceneStill("\"7\"".to_owned()),
            ProjectMedia::Image(ImageRole::Product),
        ];
        assert_eq!(media, expected);
    }
}
