//! A small picture of the short to come: its look, its words, where they stand and how they come in.

use contract::{ShortBrief, choices};
use leptos::prelude::*;

use super::scenes::scene;
use crate::app::t;

/// The picture. It promises nothing of the footage; the words stand as they will.
#[component]
pub fn Miniature(
    /// The brief.
    #[prop(into)]
    brief: Signal<ShortBrief>,
) -> impl IntoView {
    let look = Memo::new(move |_| {
        brief
            .with(|b| b.visual_language.clone())
            .unwrap_or_default()
    });
    let position = Memo::new(move |_| {
        brief
            .with(|b| b.short_text_position.clone())
            .unwrap_or_else(|| "bottom".to_owned())
    });
    let animation = Memo::new(move |_| {
        brief
            .with(|b| b.short_text_animation.clone())
            .unwrap_or_else(|| choices::DEFAULT_TEXT_ANIMATION.to_owned())
    });
    let headline = Memo::new(move |_| brief.with(|b| b.headline.trim().to_owned()));
    let subheadline = Memo::new(move |_| brief.with(|b| b.subheadline.trim().to_owned()));
    view! {
        <figure class="miniature" data-test="short-miniature" data-position=move || position.get()>
            {move || look.with(|look| scene(look))}
            // Another animation begins anew: the element is another one.
            {move || {
                let class = format!("miniature-words anim-{}", animation.get());
                view! {
                    <figcaption class=class data-position=position.get()>
                        <strong>{move || if headline.with(String::is_empty) {
                            t("short-miniature-headline")
                        } else {
                            headline.get()
                        }}</strong>
                        <span>{move || subheadline.get()}</span>
                    </figcaption>
                }
            }}
        </figure>
    }
}

/// Where the words stand, as a drawing of lines in an upright frame.
pub fn position_picture(position: &str) -> AnyView {
    let y = match position {
        "top" => "10",
        "center" | "middle" => "38",
        _ => "66",
    };
    view! {
        <svg class="place-picture" viewBox="0 0 54 96" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="52" height="94" rx="5" class="place-frame"></rect>
            <g transform=format!("translate(0 {y})")>
                <rect x="9" y="0" width="36" height="7" rx="2" class="place-line"></rect>
                <rect x="14" y="11" width="26" height="5" rx="2" class="place-line-2"></rect>
            </g>
        </svg>
    }
    .into_any()
}

/// How words come in: a sample that moves while it is pointed at or chosen.
pub fn animation_sample(animation: &str) -> AnyView {
    let class = format!("anim-sample anim-{animation}");
    view! { <span class=class><span>"Aa"</span></span> }.into_any()
}
