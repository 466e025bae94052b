//! The list of carousels.

use contract::{CarouselView, ProjectKey, ProjectKind, ProjectView};
use leptos::prelude::*;

use super::face;
use super::wording::{carousel_title, status_name, status_words};
use crate::app::{Page, PageFrame, say, store, t};
use crate::components::Glyph;
use crate::components::tiles::Shape;
use crate::pages::projects::{Face, ListActions, ListWords, ProjectList};

const WORDS: ListWords = ListWords {
    kind: ProjectKind::Carousel,
    glyph: Glyph::Carousel,
    empty: "carousels-empty",
    empty_how: "carousels-empty-how",
    new: "carousel-new",
    signed_out: "carousels-signed-out",
    signed_out_how: "carousels-signed-out-how",
    list: "carousels-list",
};

/// A 4:5 picture with words under it; other shapes stand within.
const SHAPE: Shape = Shape {
    narrowest: 168.0,
    picture: 1.25,
    words: 52.0,
};

/// The page.
#[component]
pub fn Carousels() -> impl IntoView {
    let store = store();
    view! {
        <PageFrame
            name="carousels"
            title=move || t("page-carousels")
            subtitle=move || t("carousels-subtitle")
            actions=move || view! { <ListActions words=WORDS new=Page::NewCarousel/> }
        >
            <ProjectList
                words=WORDS
                new=Page::NewCarousel
                shape=SHAPE
                place=store.hub.carousels_place
                face=Callback::new(face)
            />
        </PageFrame>
    }
}

/// A carousel as a tile: its first slide.
fn face(project: ProjectView) -> Option<Face> {
    let ProjectView::Carousel(carousel) = project else {
        return None;
    };
    Some(Face {
        title: carousel_title(&say(), &carousel),
        words: status_words(&say(), &carousel.status),
        state: status_name(&carousel.status),
        changed_at: carousel.changed_at,
        picture: picture(*carousel),
    })
}

fn picture(carousel: CarouselView) -> AnyView {
    let key = ProjectKey::new(ProjectKind::Carousel, carousel.slug);
    let first = carousel.slides.into_iter().next();
    view! {
        <span class="carousel-tile-picture">
            <face::Face
                key=Signal::stored(key)
                brief=Signal::stored(carousel.brief)
                slide=Signal::stored(first)
            />
        </span>
    }
    .into_any()
}
