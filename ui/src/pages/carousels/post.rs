//! The copy to post with a carousel: its caption and hashtags, changed and copied.

use contract::{CarouselChange, FieldFault, ProjectKind, ProjectView, hub_ask};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::app::{store, t};
use crate::backend;
use crate::components::Copy;
use crate::components::hub::{Autosave, Counted, KeptSigns, SaveLine, TagField};
use crate::pages::post_text;
use crate::pages::projects::known;

/// What is posted with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Post {
    caption: String,
    hashtags: Vec<String>,
}

/// The panel. It saves itself, at any time but while the slides are first made.
#[component]
pub fn PostPanel(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let form = form(desk);
    let caption = Signal::derive(move || form.mine.with(|post| post.caption.clone()));
    let tags = Signal::derive(move || form.mine.with(|post| post.hashtags.clone()));
    let faults = Signal::derive(move || form.mine.with(faults));
    view! {
        <section class="panel hub-panel" data-test="carousel-post" aria-labelledby="post-title">
            <div class="hub-panel-head">
                <h2 id="post-title">{move || t("carousel-post")}</h2>
                <span class="cost">{move || t("hub-free")}</span>
            </div>
            <Counted
                id="carousel-caption"
                field="caption"
                label=move || t("carousel-caption")
                rows="5"
                most=3000_u32
                text=caption
                on_text=Callback::new(move |text| form.edit(|post| post.caption = text))
                faults
            />
            <TagField
                id="carousel-hashtags"
                label=move || t("reel-hashtags")
                example=move || t("carousel-hashtags-example")
                tags
                on_tags=Callback::new(move |tags| form.edit(|post| post.hashtags = tags))
                signs=KeptSigns::Hash
            />
            <div class="post-actions">
                <Copy
                    text=caption
                    label=move || t("reel-copy-caption")
                    test="carousel-copy-caption"
                />
                <Copy
                    text=Signal::derive(move || tags.get().join(" "))
                    label=move || t("reel-copy-hashtags")
                    test="carousel-copy-hashtags"
                />
                <Copy
                    text=Signal::derive(move || post_text(&caption.get(), &tags.get()))
                    label=move || t("reel-copy-both")
                    test="carousel-copy-both"
                />
            </div>
            <SaveLine
                state=form.state
                heard_at=Signal::derive(move || desk.of(|c| c.heard_at))
                on_retry=Callback::new(move |()| form.save_now())
            />
        </section>
    }
}

fn form(desk: Desk) -> Autosave<Post> {
    let store = store();
    let slug = desk.slug.get_value();
    let post = move || {
        desk.of(|c| Post {
            caption: c.caption.clone(),
            hashtags: c.hashtags.clone(),
        })
    };
    let name = format!("post-{slug}");
    let form = Autosave::new(name, untrack(post), move |before: Post, after: Post| {
        let slug = slug.clone();
        async move {
            known(store, ProjectKind::Carousel, &slug)?;
            let change = change(&before, &after);
            let view = backend::ask(hub_ask::EditCarousel { slug, change }).await?;
            let post = Post {
                caption: view.caption.clone(),
                hashtags: view.hashtags.clone(),
            };
            store
                .hub
                .take_project(ProjectView::Carousel(Box::new(view)));
            Ok(post)
        }
    });
    Effect::new(move |_| form.heard(post()));
    form
}

fn change(before: &Post, after: &Post) -> CarouselChange {
    CarouselChange {
        caption: (before.caption != after.caption).then(|| after.caption.clone()),
        hashtags: (before.hashtags != after.hashtags).then(|| after.hashtags.clone()),
        ..CarouselChange::default()
    }
}

fn faults(post: &Post) -> Vec<FieldFault> {
    CarouselChange {
        caption: Some(post.caption.clone()),
        ..CarouselChange::default()
    }
    .faults("creative")
}
