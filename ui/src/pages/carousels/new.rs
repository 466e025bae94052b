//! A carousel that is not at the service yet. Its words outlive the window.

use contract::{CarouselBrief, ProjectView, Refusal, Step, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{Brief, Writing};
use super::wording::{can_generate, slide_count, summary};
use crate::app::{Page, PageFrame, Store, say, store, t};
use crate::backend;
use crate::components::hub::{CostButton, CreditLine, HubRefusal, TokenNeeded};
use crate::components::{Button, ButtonKind, Glyph};
use crate::pages::projects::leave_by_escape;

/// Where this computer keeps what is being written.
const KEPT: &str = "new-carousel";

/// What is asked for after the carousel is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// Its page, where the logo is.
    Page,
    /// Its page, with the confirm sheet over it.
    Generate,
}

/// The page.
#[component]
pub fn NewCarousel() -> impl IntoView {
    let store = store();
    let brief = RwSignal::new(kept());
    Effect::new(move |_| keep(&brief.get()));
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let writing = Writing {
        brief: brief.into(),
        on_change: Callback::new(move |next| {
            refusal.set(None);
            brief.set(next);
        }),
        placed: Signal::stored(false),
    };
    let is_sound = Memo::new(move |_| brief.with(|brief| brief.faults().is_empty()));
    let is_ready = Memo::new(move |_| brief.with(can_generate));
    let create = move |then: Then| create(store, brief, busy, refusal, then);
    leave_by_escape(store, Page::Carousels);
    view! {
        <PageFrame
            name="new-carousel"
            title=move || t("carousel-new")
            subtitle=move || t("carousel-new-means")
            actions=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="carousel-back"
                    glyph=Glyph::Back
                    on_press=Callback::new(move |()| store.page.set(Page::Carousels))
                >
                    {move || t("page-carousels")}
                </Button>
            }
            bar=move || view! {
                <div class="bar-words">
                    {move || refusal.get().map(|refusal| view! {
                        <HubRefusal refusal on_go=Callback::new(move |()| create(Then::Page))/>
                    })}
                    <p data-test="carousel-summary">
                        {move || brief.with(|brief| summary(&say(), brief))}
                    </p>
                    <CreditLine/>
                </div>
                <div class="bar-actions">
                    <Button
                        test="carousel-create"
                        disabled=Signal::derive(move || busy.get() || !is_sound.get())
                        on_press=Callback::new(move |()| create(Then::Page))
                    >
                        {move || t("short-save-draft")}
                    </Button>
                    <CostButton
                        test="carousel-generate"
                        cost=Signal::derive(move || Some(brief.with(slide_count)))
                        disabled=Signal::derive(move || busy.get() || !is_ready.get())
                        on_press=Callback::new(move |()| create(Then::Generate))
                    >
                        {move || t("carousel-generate")}
                    </CostButton>
                </div>
            }
        >
            <Show
                when=move || !store.hub.is_signed_out()
                fallback=move || view! {
                    <TokenNeeded
                        glyph=Glyph::Carousel
                        title="carousels-signed-out"
                        words="carousels-signed-out-how"
                    />
                }
            >
                <div class="hub-main">
                    <Brief
                        writing
                        end=move || view! { <p class="muted small">{move || t("carousel-logo-after")}</p> }
                    />
                </div>
            </Show>
        </PageFrame>
    }
}

/// Has the service take it up, and goes to its page.
fn create(
    store: Store,
    brief: RwSignal<CarouselBrief>,
    busy: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
    then: Then,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    refusal.set(None);
    let asked = brief.get_untracked();
    spawn_local(async move {
        match backend::ask(hub_ask::CreateCarousel { brief: asked }).await {
            Ok(carousel) => {
                backend::forget(KEPT);
                let slug = carousel.slug.clone();
                store
                    .hub
                    .take_project(ProjectView::Carousel(Box::new(carousel)));
                if store.page.get_untracked() == Page::NewCarousel {
                    store.page.set(Page::Carousel(slug.clone()));
                    if then == Then::Generate {
                        store.hub.steps.open(Step::GenerateCarousel { slug });
                    }
                }
            }
            Err(why) => {
                busy.try_set(false);
                refusal.try_set(Some(why));
            }
        }
    });
}

fn kept() -> CarouselBrief {
    backend::kept(KEPT)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

fn keep(brief: &CarouselBrief) {
    if *brief == CarouselBrief::default() {
        backend::forget(KEPT);
    } else if let Ok(text) = serde_json::to_string(brief) {
        backend::keep(KEPT, &text);
    }
}
