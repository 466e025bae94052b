//! Choosing a video for a scene: one of the person's clips, or another scene's.

use contract::{FootageView, Media, ProjectMedia, hub_ask};
use leptos::prelude::*;

use super::wording::scene_name;
use crate::app::{say, t, t_with};
use crate::components::{Button, Dialog, Glyph, Picture};
use crate::pages::editor::desk::{Desk, Picking, Work};
use crate::pages::editor::standing;
use crate::pages::wording::args;

/// A video that can be chosen.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    /// Its name.
    name: String,
    /// Its picture.
    picture: Option<Media>,
    /// Its length in seconds.
    seconds: Option<f64>,
    /// What it is.
    source: Source,
}

#[derive(Clone, Debug, PartialEq)]
enum Source {
    /// A clip, by the service's id of it.
    Clip(String),
    /// A scene.
    Scene(String),
}

/// The dialog.
#[component]
pub fn VideoPicker(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let close = Callback::new(move |()| desk.picking.set(None));
    let place = Memo::new(move |_| match desk.picking.get()? {
        Picking::NewScene => None,
        Picking::Scene(id) => desk.order().iter().position(|other| *other == id),
    });
    let title = move || match place.get() {
        None => t("editor-place-title"),
        Some(place) => t_with(
            "editor-use-title",
            &args([("name", scene_name(&say(), place).into())]),
        ),
    };
    let offers = Memo::new(move |_| desk.picking.get().map(|picking| offers(desk, &picking)));
    let is_empty = move || offers.with(|offers| offers.as_ref().is_none_or(Vec::is_empty));
    view! {
        <Dialog
            open=Signal::derive(move || desk.picking.with(Option::is_some))
            title=title
            test="video-picker"
            on_close=close
        >
            <p class="muted">{move || if place.get().is_some() {
                t("editor-use-means")
            } else {
                t("editor-place-means")
            }}</p>
            <Show
                when=move || !is_empty()
                fallback=move || view! { <p data-test="video-picker-empty">{t("editor-use-none")}</p> }
            >
                <ul class="video-offers">
                    {move || offers.get().unwrap_or_default().into_iter().map(|offer| view! {
                        <OneOffer desk offer/>
                    }).collect_view()}
                </ul>
            </Show>
            <div class="dialog-actions">
                <Button test="video-picker-close" on_press=close>{move || t("editor-close")}</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn OneOffer(
    /// The desk.
    desk: Desk,
    /// What is offered.
    offer: Offer,
) -> impl IntoView {
    let source = StoredValue::new(offer.source);
    let glyph = source.with_value(|source| match source {
        Source::Clip(_) => Glyph::Reel,
        Source::Scene(_) => Glyph::Scenes,
    });
    let picture = offer.picture;
    view! {
        <li>
            <button
                type="button"
                class="video-offer"
                data-test="video-offer"
                on:click=move |_| choose(desk, source.get_value())
            >
                <Picture
                    media=Signal::derive(move || picture.clone())
                    seconds=Signal::stored(offer.seconds)
                    glyph
                />
                <span class="video-offer-name">{offer.name}</span>
            </button>
        </li>
    }
}

/// Everything that could be shown there.
fn offers(desk: Desk, picking: &Picking) -> Vec<Offer> {
    desk.of(Vec::new(), |ad| {
        let clips = standing::ready_clips(ad)
            .into_iter()
            .filter_map(|clip| clip_offer(desk, clip));
        let scenes = match picking {
            Picking::NewScene => Vec::new(),
            Picking::Scene(id) => standing::reusable(ad, id),
        };
        let scenes = scenes.into_iter().map(|(place, scene)| {
            let id = scene.scene_id.clone();
            let part = if scene.has_still {
                ProjectMedia::SceneStill(id.clone())
            } else {
                ProjectMedia::Scene(id.clone())
            };
            Offer {
                name: scene_name(&say(), place),
                picture: Some(Media::Project(desk.key(), part)),
                seconds: Some(scene.duration_seconds),
                source: Source::Scene(id),
            }
        });
        clips.chain(scenes).collect()
    })
}

fn clip_offer(desk: Desk, clip: &FootageView) -> Option<Offer> {
    let upload_id = clip.upload_id.clone()?;
    let picture = clip
        .has_first_frame
        .then(|| Media::Project(desk.key(), ProjectMedia::FirstFrame(upload_id.clone())));
    Some(Offer {
        name: clip.name.clone(),
        picture,
        seconds: clip.duration_seconds,
        source: Source::Clip(upload_id),
    })
}

fn choose(desk: Desk, source: Source) {
    let Some(picking) = desk.picking.get_untracked() else {
        return;
    };
    desk.picking.set(None);
    let slug = desk.slug();
    match (picking, source) {
        (Picking::NewScene, Source::Clip(upload_id)) => {
            desk.edit(Work::Reuse, hub_ask::PlaceFootage { slug, upload_id });
        }
        (Picking::Scene(scene_id), Source::Clip(upload_id)) => {
            let request = hub_ask::UseFootage {
                slug,
                scene_id,
                upload_id,
            };
            desk.edit(Work::Reuse, request);
        }
        (Picking::Scene(scene_id), Source::Scene(source_segment_id)) => {
            let request = hub_ask::UseScene {
                slug,
                scene_id,
                source_segment_id,
            };
            desk.edit(Work::Reuse, request);
        }
        // A scene's video is not a scene of its own.
        (Picking::NewScene, Source::Scene(_)) => {}
    }
}
