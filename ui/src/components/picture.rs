//! A 9:16 picture of a clip or a reel.

use contract::{Media, ProjectMedia};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use super::{Glyph, Icon};
use crate::app::{say, store};

/// The picture, with the length at its corner. A clip shows its own first frame; where there is
/// nothing to show, a quiet drawing stands in.
#[component]
pub fn Picture(
    /// What to show. `None`: the drawing.
    #[prop(into)]
    media: Signal<Option<Media>>,
    /// Length in seconds.
    #[prop(optional, into)]
    seconds: Signal<Option<f64>>,
    /// The drawing that stands in.
    #[prop(default = Glyph::Reel)]
    glyph: Glyph,
    /// What it is, for whoever does not see it. Empty where words beside it say it.
    #[prop(optional, into)]
    alt: TextProp,
) -> impl IntoView {
    let store = store();
    let source = RwSignal::new(None::<(Media, String)>);
    Effect::new(move |_| {
        source.set(None);
        let Some(media) = media.get() else { return };
        spawn_local(async move {
            // Without a link there is simply no picture: the drawing says as much.
            if let Ok(url) = store.media_url(media.clone()).await {
                source.try_set(Some((media, url)));
            }
        });
    });
    let shown = {
        let alt = alt.clone();
        move || match source.get() {
            None => view! { <span class="picture-none"><Icon glyph/></span> }.into_any(),
            Some((
                Media::Picture(_)
                | Media::TemplatePicture(_)
                | Media::CharacterPicture(_)
                | Media::ProductImage(..)
                | Media::File(_),
                url,
            )) => {
                let alt = alt.clone();
                view! {
                    <img
                        src=url
                        alt=move || alt.get().to_string()
                        loading="lazy"
                        draggable="false"
                        on:error=move |_| source.set(None)
                    />
                }
                .into_any()
            }
            Some((Media::Project(_, part), url)) if !is_video(&part) => {
                let alt = alt.clone();
                view! {
                    <img
                        src=url
                        alt=move || alt.get().to_string()
                        loading="lazy"
                        draggable="false"
                        on:error=move |_| source.set(None)
                    />
                }
                .into_any()
            }
            Some((
                Media::Clip(_) | Media::Reel(_) | Media::RawReel(_) | Media::Project(..),
                url,
            )) => {
                let alt = alt.clone();
                view! { <Frame url alt failed=Callback::new(move |()| source.set(None))/> }
                    .into_any()
            }
        }
    };
    view! {
        <span class="picture">
            {shown}
            {move || seconds.get().map(|seconds| view! {
                <span class="picture-length">{move || say().clock(seconds)}</span>
            })}
        </span>
    }
}

/// Whether something of a project moves.
fn is_video(part: &ProjectMedia) -> bool {
    matches!(part, ProjectMedia::Video | ProjectMedia::Scene(_))
}

/// An early frame of a video, drawn by the video element itself: it asks for no more than that.
#[component]
fn Frame(
    /// Where it is.
    url: String,
    /// What it is.
    alt: TextProp,
    /// It can't be decoded here.
    failed: Callback<()>,
) -> impl IntoView {
    view! {
        <video
            src=url
            preload="metadata"
            muted=true
            playsinline=true
            tabindex="-1"
            aria-label=move || alt.get().to_string()
            on:loadedmetadata:target=move |event| {
                let video = event.target();
                // Past a first frame that is often black. A stream has no length to begin with.
                if video.duration().is_finite() {
                    video.set_current_time((video.duration() / 10.0).clamp(0.0, 0.5));
                }
            }
            // A video that is loading may outlive its place on the page.
            on:error=move |_| {
                failed.try_run(());
            }
        ></video>
    }
}
