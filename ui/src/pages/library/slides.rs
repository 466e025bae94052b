//! The slides of a finished carousel: one large, all of them small.

use contract::{ProjectKey, ProjectMedia, ReelForm, ReelView, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{store, t, t_with};
use crate::backend;
use crate::components::hub::HubPicture;
use crate::pages::carousels::ratio_class;
use crate::pages::wording::{args, figure};

/// The slides, in the player's place.
#[component]
pub fn CarouselSlides(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// Its project.
    key: ProjectKey,
) -> impl IntoView {
    let store = store();
    let project = store.hub.carousel(key.slug.clone());
    let key = StoredValue::new(key);
    // What it looks like is its project's to say: asked once where that is not known yet.
    if project.with_untracked(Option::is_none) {
        spawn_local(async move {
            let project = key.get_value();
            if let Ok(view) = backend::ask(hub_ask::GetProject { project }).await {
                store.hub.take_project(view);
            }
        });
    }
    let slides = Memo::new(move |_| {
        let said = project.with(|carousel| {
            let shown = carousel.iter().flat_map(|c| &c.slides);
            shown
                .filter(|slide| slide.has_image)
                .map(|slide| (slide.position, slide.revision))
                .collect::<Vec<_>>()
        });
        if said.is_empty() {
            let count = reel.with(|reel| reel.as_ref().map_or(0, slide_count));
            (1..=count).map(|position| (position, 0)).collect()
        } else {
            said
        }
    });
    let headline = move |position: u32| {
        project.with(|carousel| {
            let slide = carousel
                .iter()
                .flat_map(|c| &c.slides)
                .find(|slide| slide.position == position);
            slide
                .map(|slide| slide.headline.clone())
                .unwrap_or_default()
        })
    };
    let ratio = Memo::new(move |_| {
        project.with(|carousel| {
            let ratio = carousel.as_ref().and_then(|c| c.brief.aspect_ratio.clone());
            ratio_class(ratio.as_deref())
        })
    });
    let chosen = RwSignal::new(0_usize);
    let large = Memo::new(move |_| {
        slides.with(|slides| slides.get(chosen.get()).or_else(|| slides.first()).copied())
    });
    let picture = move |slide: Signal<Option<(u32, u32)>>, alt: bool| {
        view! {
            <HubPicture
                key=Signal::derive(move || key.get_value())
                media=Signal::derive(move || slide.get().map(|(at, _)| ProjectMedia::Slide(at)))
                revision=Signal::derive(move || slide.get().map_or(0, |(_, revision)| revision))
                alt=move || match slide.get().filter(|_| alt) {
                    Some((at, _)) => t_with("slide-alt", &args([("headline", headline(at).into())])),
                    None => String::new(),
                }
            />
        }
    };
    view! {
        <div class="reel-slides" data-test="reel-slides">
            <span
                class=move || format!("slide-face reel-slide {}", ratio.get())
                data-test="reel-slide"
                data-position=move || large.get().map(|(position, _)| position.to_string())
            >
                {picture(Signal::derive(move || large.get()), true)}
            </span>
            <ul class="reel-strip" aria-label=move || t("reel-slides-label")>
                <For
                    each=move || slides.get().into_iter().enumerate()
                    key=|slide| *slide
                    let((index, slide))
                >
                    <li>
                        <button
                            type="button"
                            class="reel-thumb"
                            data-test=format!("reel-slide-{}", index + 1)
                            aria-pressed=move || (chosen.get() == index).to_string()
                            aria-label=move || t_with("reel-slide-choose", &args([
                                ("number", figure(index + 1).into()),
                                ("count", figure(slides.with(Vec::len)).into()),
                            ]))
                            on:click=move |_| chosen.set(index)
                        >
                            <span class=move || format!("slide-face {}", ratio.get())>
                                {picture(Signal::stored(Some(slide)), false)}
                            </span>
                        </button>
                    </li>
                </For>
            </ul>
        </div>
    }
}

/// How many slides it is. None of a video.
pub fn slide_count(reel: &ReelView) -> u32 {
    match reel.form {
        ReelForm::Carousel { slides } => slides,
        ReelForm::Video => 0,
    }
}

/// Whether it is a set of slides.
pub fn is_carousel(reel: &ReelView) -> bool {
    matches!(reel.form, ReelForm::Carousel { .. })
}
