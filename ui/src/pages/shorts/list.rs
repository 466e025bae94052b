//! The list of shorts.

use contract::{Media, ProjectKind, ProjectView, ShortView};
use leptos::prelude::*;

use super::scenes::scene;
use super::wording::{short_title, stage_name, stage_words};
use crate::app::{Page, PageFrame, say, store, t};
use crate::components::tiles::Shape;
use crate::components::{Glyph, Picture};
use crate::pages::projects::{Face, ListActions, ListWords, ProjectList};

const WORDS: ListWords = ListWords {
    kind: ProjectKind::Short,
    glyph: Glyph::Short,
    empty: "shorts-empty",
    empty_how: "shorts-empty-how",
    new: "short-new",
    signed_out: "shorts-signed-out",
    signed_out_how: "shorts-signed-out-how",
    list: "shorts-list",
};

/// The page.
#[component]
pub fn Shorts() -> impl IntoView {
    let store = store();
    view! {
        <PageFrame
            name="shorts"
            title=move || t("page-shorts")
            subtitle=move || t("shorts-subtitle")
            actions=move || view! { <ListActions words=WORDS new=Page::NewShort/> }
        >
            <ProjectList
                words=WORDS
                new=Page::NewShort
                shape=Shape::upright(148.0, 52.0)
                place=store.hub.shorts_place
                face=Callback::new(face)
            />
        </PageFrame>
    }
}

/// A short as a tile: its video's picture once there is one, its look before.
fn face(project: ProjectView) -> Option<Face> {
    let ProjectView::Short(short) = project else {
        return None;
    };
    Some(Face {
        title: short_title(&say(), &short.brief),
        words: stage_words(&say(), &short.stage),
        state: stage_name(&short.stage),
        changed_at: short.changed_at,
        picture: picture(*short),
    })
}

fn picture(short: ShortView) -> AnyView {
    let asset = short.render.and_then(|render| render.asset_id);
    match asset {
        Some(asset_id) => {
            let seconds = f64::from(if short.has_poster {
                contract::choices::SHORT_SECONDS_WITH_POSTER
            } else {
                contract::choices::SHORT_SECONDS
            });
            view! {
                <Picture
                    media=Signal::stored(Some(Media::Picture(asset_id)))
                    seconds=Signal::stored(Some(seconds))
                />
            }
            .into_any()
        }
        None => {
            let look = short.brief.visual_language.unwrap_or_default();
            view! { <span class="picture">{scene(&look)}</span> }.into_any()
        }
    }
}
