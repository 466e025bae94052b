//! A finished short: the player, the copy to post with it, and saving.

use contract::{Media, ProjectKey, ProjectKind, ProjectMedia, ShortView};
use leptos::prelude::*;

use crate::app::{say, t};
use crate::components::hub::SaveProject;
use crate::components::{Copy, Player};
use crate::pages::post_text;

/// The result.
#[component]
pub fn Finished(
    /// The short. There is nothing to see without it.
    short: Memo<Option<ShortView>>,
) -> impl IntoView {
    let slug = Memo::new(move |_| {
        short
            .with(|s| s.as_ref().map(|s| s.slug.clone()))
            .unwrap_or_default()
    });
    let key = move || ProjectKey::new(ProjectKind::Short, slug.get());
    let asset_id = Memo::new(move |_| {
        short.with(|s| s.as_ref().and_then(|s| s.render.as_ref()?.asset_id.clone()))
    });
    let seconds = Memo::new(move |_| {
        short.with(|s| {
            s.as_ref().map(|s| {
                let said = s.render.as_ref().and_then(|render| render.duration_seconds);
                said.unwrap_or_else(|| f64::from(s.seconds()))
            })
        })
    });
    let caption = Memo::new(move |_| {
        short
            .with(|s| s.as_ref().map(|s| s.caption.clone()))
            .unwrap_or_default()
    });
    let tags = Memo::new(move |_| {
        short
            .with(|s| s.as_ref().map(|s| s.hashtags.clone()))
            .unwrap_or_default()
    });
    let has_copy = Memo::new(move |_| {
        caption.with(|text| !text.trim().is_empty()) || tags.with(|tags| !tags.is_empty())
    });
    view! {
        <section class="hub-result" data-test="short-result" aria-label=move || t("short-result")>
            <div class="hub-result-player">
                <Player
                    media=Signal::derive(move || Media::Project(key(), ProjectMedia::Video))
                    label=move || t("short-result")
                />
            </div>
            <div class="hub-result-words">
                <h2>{move || t("short-ready")}</h2>
                <p class="muted">
                    {move || seconds.get().map(|seconds| say().seconds(seconds))}
                </p>
                <SaveProject key=untrack(key) asset_id/>
                <Show when=move || has_copy.get()>
                    <div class="post-copy" data-test="short-copy">
                        <p class="reel-caption">{move || caption.get()}</p>
                        <ul class="reel-tags" aria-label=move || t("reel-hashtags")>
                            {move || tags.get().into_iter().map(|tag| view! {
                                <li class="chip">{tag}</li>
                            }).collect_view()}
                        </ul>
                        <Copy
                            text=Signal::derive(move || post_text(&caption.get(), &tags.get()))
                            label=move || t("reel-copy-both")
                            test="short-copy-both"
                        />
                    </div>
                </Show>
            </div>
        </section>
    }
}
