//! One ad: the two ways while nothing was begun, then the work surface.

use contract::{EditorView, Step};
use leptos::prelude::*;

use super::begin::Begin;
use super::clips::{ClipSheet, Intake};
use super::desk::{Desk, Work};
use super::looks;
use super::panels::{Panels, Shown};
use super::parts::{Cost, Costing};
use super::play::PlayDialog;
use super::scenes::{DeleteQuestion, Scenes, VideoPicker};
use super::standing::{self, NoRender};
use super::watch::Watch;
use crate::app::{Page, PageFrame, say, store, t, t_with};
use crate::components::hub::{CreditLine, RemoveProject, TokenNeeded};
use crate::components::{Button, ButtonKind, Glyph};
use crate::pages::shorts::{format_name, look_name};
use crate::pages::wording::{args, facts, figure};

/// The page.
#[component]
pub fn Editor(
    /// Which.
    slug: String,
) -> impl IntoView {
    let store = store();
    let desk = Desk::new(store, slug);
    let intake = Intake::new();
    let signed_in = Memo::new(move |_| store.hub.is_signed_in());
    Effect::new(move |_| {
        if signed_in.get() {
            desk.look();
        }
    });
    let is_known = Memo::new(move |_| desk.ad.with(Option::is_some));
    let needs_token = Memo::new(move |_| store.hub.is_signed_out() && !is_known.get());
    let offers_ways =
        Memo::new(move |_| !desk.by_hand.get() && desk.of(false, standing::is_untouched));
    view! {
        <PageFrame
            name="editor"
            title=move || match desk.ad.with(|ad| ad.as_ref().map(|ad| looks::title(&say(), ad))) {
                Some(title) => title,
                None => t("page-editors"),
            }
            subtitle=move || desk.of(String::new(), subtitle)
            actions=move || view! { <Actions desk/> }
            bar=move || view! { <RenderBar desk/> }
        >
            {move || match (needs_token.get(), is_known.get(), offers_ways.get()) {
                (true, ..) => view! {
                    <TokenNeeded glyph=Glyph::Scenes title="editors-token" words="editors-token-how"/>
                }
                .into_any(),
                (_, false, _) => view! { <Watch desk/><Bones desk/> }.into_any(),
                (_, true, true) => view! { <Watch desk/><Begin desk/> }.into_any(),
                (_, true, false) => view! {
                    <Watch desk/>
                    <div class="editor-columns">
                        <Scenes desk/>
                        <Panels desk/>
                    </div>
                }
                .into_any(),
            }}
            <VideoPicker desk/>
            <DeleteQuestion desk/>
            <PlayDialog desk/>
            <ClipSheet desk intake/>
            <DropOver desk/>
        </PageFrame>
    }
}

/// Language, shape and style in one line.
fn subtitle(ad: &EditorView) -> String {
    let words = say();
    let brief = &ad.brief;
    facts([
        looks::language_word(&brief.language),
        brief.export_aspect_ratio.clone().unwrap_or_default(),
        brief
            .creative_format
            .as_deref()
            .map(|value| format_name(&words, value))
            .unwrap_or_default(),
        brief
            .visual_language
            .as_deref()
            .map(|value| look_name(&words, value))
            .unwrap_or_default(),
    ])
}

/// Back, and what concerns the whole ad.
#[component]
fn Actions(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let can_fly = Memo::new(move |_| {
        desk.of(false, |ad| {
            standing::has_brief(ad)
                && standing::lock(ad).is_none()
                && (desk.by_hand.get() || !standing::is_untouched(ad))
        })
    });
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="editor-back"
            glyph=Glyph::Back
            on_press=Callback::new(move |()| store.page.set(Page::Editors))
        >
            {move || t("page-editors")}
        </Button>
        <Show when=move || desk.ad.with(Option::is_some)>
            <RemoveProject
                key=desk.key()
                title="editor-forget-title"
                words="editor-forget-means"
                back=Page::Editors
            />
        </Show>
        <Show when=move || can_fly.get()>
            <Button
                test="autopilot"
                glyph=Glyph::Assist
                on_press=Callback::new(move |()| desk.pay(Step::Autopilot { slug: desk.slug() }))
            >
                {move || t("editor-autopilot")}
            </Button>
        </Show>
    }
}

/// The shape of what will come.
#[component]
fn Bones(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    view! {
        <Show when=move || desk.is_busy(&Work::Look)>
            <div class="editor-columns" aria-busy="true" data-test="editor-loading">
                <span class="bone editor-bone"></span>
                <span class="bone editor-bone"></span>
            </div>
        </Show>
    }
}

/// The bar: what a render would do and charge, and the one action of the page.
#[component]
fn RenderBar(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let unmade = Memo::new(move |_| desk.of(0, EditorView::unmade_scenes));
    let credits = Memo::new(move |_| desk.of(0, EditorView::render_credits));
    let stop = Memo::new(move |_| desk.of(Some(NoRender::NoScenes), standing::render_stop));
    let is_rendered = Memo::new(move |_| desk.of(false, standing::is_rendered));
    let sentence = move || match stop.get() {
        Some(NoRender::NoScenes) => t("editor-render-nothing"),
        Some(NoRender::UnderWay) => t("editor-render-busy"),
        None if unmade.get() == 0 => t("editor-render-free"),
        None => t_with(
            "editor-render-charges",
            &args([
                ("scenes", figure(unmade.get()).into()),
                ("credits", f64::from(credits.get()).into()),
            ]),
        ),
    };
    let cost = Signal::derive(move || match credits.get() {
        0 => Cost::Free,
        credits => Cost::Credits(credits),
    });
    view! {
        <Show when=move || desk.ad.with(Option::is_some)>
            <p class="render-words" data-test="render-words">{sentence}</p>
            <CreditLine/>
            <Costing
                kind=ButtonKind::Primary
                test="render"
                cost
                disabled=Signal::derive(move || stop.get().is_some())
                on_press=Callback::new(move |()| desk.pay(Step::Render { slug: desk.slug() }))
                word=move || if is_rendered.get() { t("editor-render-again") } else { t("editor-render") }
            />
        </Show>
    }
}

/// Over the page while files hang over the window. Where images are set, they go to their slots.
#[component]
fn DropOver(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let is_over = Memo::new(move |_| store.drag_over.with(Option::is_some));
    let takes = Memo::new(move |_| {
        desk.ad.with(Option::is_some) && !matches!(desk.shown.get(), Shown::Images | Shown::Clips)
    });
    view! {
        <Show when=move || is_over.get() && takes.get()>
            <div class="drop-overlay" data-test="editor-drop">
                <p>{move || t("editor-clips-drop-now")}</p>
            </div>
        </Show>
    }
}
