//! A still of a project: a slide, its background, a scene, an image of the person's.

use contract::{Media, ProjectKey, ProjectMedia};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use crate::app::store;
use crate::components::{Glyph, Icon};

/// The picture fills its place. Where there is nothing to show, a quiet drawing stands in.
#[component]
pub fn HubPicture(
    /// The project.
    #[prop(into)]
    key: Signal<ProjectKey>,
    /// What of it. None: the drawing.
    #[prop(into)]
    media: Signal<Option<ProjectMedia>>,
    /// Changes with each new image of the same thing, so that an old one is not shown for it.
    #[prop(optional, into)]
    revision: Signal<u32>,
    /// The drawing that stands in.
    #[prop(default = Glyph::Image)]
    glyph: Glyph,
    /// What it is, for whoever does not see it. Empty where words beside it say it.
    #[prop(optional, into)]
    alt: TextProp,
) -> impl IntoView {
    let store = store();
    let wanted = Memo::new(move |_| media.get().map(|media| (key.get(), media, revision.get())));
    let source = RwSignal::new(None::<String>);
    // The last picture stays until the next one is there: nothing flickers while a slide is redone.
    Effect::new(
        move |before: Option<Option<(ProjectKey, ProjectMedia, u32)>>| {
            let now = wanted.get();
            let same_thing = before.flatten().is_some_and(|(key, media, _)| {
                now.as_ref()
                    .is_some_and(|(k, m, _)| *k == key && *m == media)
            });
            if !same_thing {
                source.set(None);
            }
            let asked = now.clone();
            if let Some((key, media, revision)) = now.clone() {
                spawn_local(async move {
                    let url = store.media_url(Media::Project(key, media)).await.ok();
                    if wanted.try_get_untracked() == Some(asked) {
                        // The listener looks at the path alone; the engine keeps pictures by the whole.
                        source.try_set(url.map(|url| format!("{url}?r={revision}")));
                    }
                });
            }
            now
        },
    );
    view! {
        <span class="hub-picture">
            {move || match source.get() {
                None => view! { <span class="picture-none"><Icon glyph/></span> }.into_any(),
                Some(url) => {
                    let alt = alt.clone();
                    view! {
                        <img
                            src=url
                            alt=move || alt.get().to_string()
                            loading="lazy"
                            draggable="false"
                            on:error=move |_| {
                                source.try_set(None);
                            }
                        />
                    }
                    .into_any()
                }
            }}
        </span>
    }
}
