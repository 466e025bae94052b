//! The list of ads.

use contract::{EditorView, JobStatus, ProjectKey, ProjectKind, ProjectMedia, ProjectView};
use leptos::prelude::*;
use words::Words;

use super::looks;
use super::standing::{self, Lock};
use crate::app::{Page, PageFrame, say, store, t};
use crate::components::Glyph;
use crate::components::hub::HubPicture;
use crate::components::tiles::Shape;
use crate::pages::projects::{Face, ListActions, ListWords, ProjectList};
use crate::pages::wording::{args, facts, figure};

const WORDS: ListWords = ListWords {
    kind: ProjectKind::Editor,
    glyph: Glyph::Scenes,
    empty: "editors-empty",
    empty_how: "editors-empty-how",
    new: "editors-new",
    signed_out: "editors-token",
    signed_out_how: "editors-token-how",
    list: "editors-list",
};

/// The page.
#[component]
pub fn Editors() -> impl IntoView {
    let store = store();
    view! {
        <PageFrame
            name="editors"
            title=move || t("page-editors")
            subtitle=move || t("editors-subtitle")
            actions=move || view! { <ListActions words=WORDS new=Page::NewEditor/> }
        >
            <ProjectList
                words=WORDS
                new=Page::NewEditor
                shape=Shape::upright(148.0, 72.0)
                place=store.hub.editors_place
                face=Callback::new(face)
            />
        </PageFrame>
    }
}

/// An ad as a tile: the first still that it has.
fn face(project: ProjectView) -> Option<Face> {
    let ProjectView::Editor(ad) = project else {
        return None;
    };
    let key = ProjectKey::new(ProjectKind::Editor, &ad.slug);
    let media = picture_of(&ad);
    Some(Face {
        title: looks::title(&say(), &ad),
        words: line_of(&say(), &ad),
        state: mark_of(&ad),
        changed_at: ad.changed_at,
        picture: view! {
            <span class="picture">
                <HubPicture
                    key=Signal::stored(key)
                    media=Signal::stored(media)
                    glyph=Glyph::Scenes
                />
            </span>
        }
        .into_any(),
    })
}

/// The first scene that has a still.
fn picture_of(ad: &EditorView) -> Option<ProjectMedia> {
    ad.scenes
        .iter()
        .find(|scene| scene.has_still)
        .map(|scene| ProjectMedia::SceneStill(scene.scene_id.clone()))
}

/// For tests and styles.
fn mark_of(ad: &EditorView) -> &'static str {
    if ad.is_under_way() {
        "working"
    } else if standing::is_rendered(ad) {
        "finished"
    } else if ad.scenes.is_empty() {
        "begun"
    } else {
        "scenes"
    }
}

/// Where an ad stands, in one line.
fn line_of(words: &Words, ad: &EditorView) -> String {
    let size = if ad.scenes.is_empty() {
        words.say("editors-begun")
    } else {
        facts([
            words.say_with(
                "editor-scenes-of",
                &args([("count", figure(ad.scenes.len()).into())]),
            ),
            words.clock(ad.total_seconds().round()),
        ])
    };
    let render = ad.render.as_ref().map(|render| &render.status);
    let state = match (standing::lock(ad), render) {
        (Some(Lock::Autopilot), _) => words.say("editors-autopilot"),
        (Some(Lock::Batch), _) => words.say("editors-batch"),
        (None, Some(JobStatus::Processing)) => words.say("editors-rendering"),
        (None, _) if ad.is_under_way() => words.say("editors-working"),
        (None, Some(JobStatus::Completed)) => words.say("editors-finished"),
        (None, Some(JobStatus::Failed)) => words.say("editors-render-failed"),
        (None, _) => String::new(),
    };
    facts([size, state])
}

#[cfg(test)]
mod tests {
    use contract::{AutopilotStatus, Language, RenderView};

    use super::*;
    use crate::pages::editor::samples::{ad, made_scene};

    #[test]
    fn a_tile_says_size_and_what_goes_on() {
        let words = Words::of(Language::English);
        let mut ad = ad(Vec::new());
        assert_eq!(line_of(&words, &ad), "Just begun");
        ad.scenes = vec![made_scene("a"), made_scene("b")];
        ad.render = Some(RenderView {
            status: JobStatus::Completed,
            asset_id: None,
            duration_seconds: None,
            error: None,
        });
        assert_eq!(line_of(&words, &ad), "2 scenes · 0:16 · finished");
        assert_eq!(mark_of(&ad), "finished");
        ad.autopilot.status = AutopilotStatus::Running;
        assert_eq!(
            line_of(&words, &ad),
            "2 scenes · 0:16 · autopilot is at work"
        );
        assert_eq!(mark_of(&ad), "working");
    }
}
