//! The finished film: its player, its words, and the way to the disk.

use contract::{JobStatus, Media, ProjectMedia, RenderView};
use leptos::prelude::*;

use super::job_mark;
use crate::app::{say, t, t_with};
use crate::components::hub::SaveProject;
use crate::components::{Copy, Notice, Player, Tone};
use crate::pages::editor::desk::Desk;
use crate::pages::wording::args;

/// The panel.
#[component]
pub fn Film(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let render = Memo::new(move |_| desk.of(None, |ad| ad.render.clone()));
    let mark = move || {
        render.with(|render| {
            render
                .as_ref()
                .map_or("none", |render| job_mark(&render.status))
        })
    };
    view! {
        <section class="panel-part film" data-test="film" data-state=mark aria-label=move || t("editor-film")>
            {move || match render.get() {
                None => view! { <p class="muted" data-test="film-none">{t("editor-film-none")}</p> }.into_any(),
                Some(render) => match render.status {
                    JobStatus::Completed => view! { <Finished desk render/> }.into_any(),
                    JobStatus::Failed => view! { <Failed detail=render.error/> }.into_any(),
                    JobStatus::Other(word) => view! { <p role="status">{word}</p> }.into_any(),
                    JobStatus::None | JobStatus::Processing => view! {
                        <p role="status" data-test="film-rendering">{t("editor-film-rendering")}</p>
                        <progress aria-label=t("editor-film-rendering")></progress>
                    }
                    .into_any(),
                },
            }}
        </section>
    }
}

/// It did not come to an end.
#[component]
fn Failed(
    /// The service's own words.
    detail: Option<String>,
) -> impl IntoView {
    let detail = StoredValue::new(detail.filter(|detail| !detail.trim().is_empty()));
    view! {
        <Notice tone=Tone::Bad test="film-failed">
            <p>{move || match detail.get_value() {
                Some(detail) => t_with("editor-film-failed-because", &args([("detail", detail.into())])),
                None => t("editor-film-failed"),
            }}</p>
        </Notice>
    }
}

/// It is there.
#[component]
fn Finished(
    /// The desk.
    desk: Desk,
    /// It.
    render: RenderView,
) -> impl IntoView {
    let asset_id = render.asset_id.clone();
    let caption = Memo::new(move |_| desk.of(String::new(), |ad| ad.caption.clone()));
    let hashtags = Memo::new(move |_| desk.of(String::new(), |ad| ad.hashtags.join(" ")));
    view! {
        <div class="play-frame" style=("--ratio", move || desk.ratio())>
            <Player
                media=Signal::derive(move || Media::Project(desk.key(), ProjectMedia::Video))
                label=move || t("editor-film")
                test="film-player"
            />
        </div>
        <p class="muted small figures">
            {move || render.duration_seconds.map(|seconds| say().seconds(seconds))}
        </p>
        <SaveProject key=desk.key() asset_id=Signal::stored(asset_id)/>
        <Show when=move || caption.with(|caption| !caption.trim().is_empty())>
            <div class="film-words">
                <p data-test="film-caption">{move || caption.get()}</p>
                <Copy
                    text=Signal::derive(move || caption.get())
                    label=move || t("reel-copy-caption")
                    test="copy-caption"
                />
            </div>
        </Show>
        <Show when=move || hashtags.with(|hashtags| !hashtags.is_empty())>
            <div class="film-words">
                <p data-test="film-hashtags">{move || hashtags.get()}</p>
                <Copy
                    text=Signal::derive(move || hashtags.get())
                    label=move || t("reel-copy-hashtags")
                    test="copy-hashtags"
                />
            </div>
        </Show>
    }
}
