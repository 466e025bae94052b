//! One carousel: its brief while the service takes changes of it, how its making goes, its slides
//! and what can be changed of them then.

use contract::{
    CarouselBrief, CarouselStatus, CarouselView, ImageRole, ProjectKey, ProjectKind, Step,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::form::{Brief, Writing};
use super::post::PostPanel;
use super::restyle::RestylePanel;
use super::slides::Slides;
use super::wording::{
    can_generate, carousel_title, language_name, mode, mode_name, slide_count, stages, status_name,
    status_words, summary, template, template_name,
};
use crate::app::{Page, PageFrame, say, store, t};
use crate::components::hub::{
    CostButton, CreditLine, ImageSlot, Making, MakingNote, PurchaseNotice, RemoveProject, SaveLine,
    SaveProject,
};
use crate::components::{Button, ButtonKind, Glyph, Icon, Notice, Tone};
use crate::pages::projects::{Missing, leave_by_escape, look_for};
use crate::pages::wording::facts;

/// The page.
#[component]
pub fn Carousel(
    /// Which.
    slug: String,
) -> impl IntoView {
    let store = store();
    let desk = Desk::new(store, slug.clone());
    let carousel = desk.carousel;
    let key = ProjectKey::new(ProjectKind::Carousel, slug);
    let sought = look_for(store, key.clone(), move || carousel.with(Option::is_none));
    leave_by_escape(store, Page::Carousels);
    let status = Memo::new(move |_| carousel.with(|c| c.as_ref().map(|c| c.status.clone())));
    let is_open = Memo::new(move |_| desk.of(CarouselView::is_open_to_change));
    let key = StoredValue::new(key);
    view! {
        <PageFrame
            name="carousel"
            title=move || carousel
                .with(|c| c.as_ref().map(|c| carousel_title(&say(), c)))
                .unwrap_or_else(|| t("page-carousels"))
            subtitle=move || status.with(|s| s.as_ref().map(|s| status_words(&say(), s))).unwrap_or_default()
            actions=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="carousel-back"
                    glyph=Glyph::Back
                    on_press=Callback::new(move |()| store.page.set(Page::Carousels))
                >
                    {move || t("page-carousels")}
                </Button>
                <RemoveProject
                    key=key.get_value()
                    title="carousel-remove-title"
                    words="carousel-remove-means"
                    back=Page::Carousels
                />
            }
            bar=move || view! { <Bar desk/> }
        >
            <div
                class="hub-page"
                data-test="carousel-page"
                data-status=move || status.with(|s| s.as_ref().map(status_name))
            >
                <PurchaseNotice project=key.get_value()/>
                <Show
                    when=move || carousel.with(Option::is_some)
                    fallback=move || view! { <Missing sought/> }
                >
                    <Standing desk/>
                    {move || if is_open.get() {
                        view! { <Draft desk/> }.into_any()
                    } else {
                        view! { <Made desk/> }.into_any()
                    }}
                </Show>
            </div>
        </PageFrame>
    }
}

/// How its making goes, or why it failed.
#[component]
fn Standing(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let status = Memo::new(move |_| desk.of(|c| c.status.clone()));
    let is_told =
        move || status.with(|s| !matches!(s, CarouselStatus::Draft | CarouselStatus::Completed));
    let has_failed = move || status.with(|s| *s == CarouselStatus::Failed);
    view! {
        <Show when=is_told>
            <section class="panel hub-panel making-panel" aria-label=move || t("carousel-making")>
                <Making
                    stages=Signal::derive(move || desk.of(|c| stages(&say(), c)))
                    label=Signal::derive(|| t("carousel-making"))
                />
                <Show
                    when=has_failed
                    fallback=move || view! {
                        <MakingNote
                            key=desk.key()
                            note=Signal::derive(move || desk.of(|c| c.note.clone()))
                            began_at=Signal::derive(move || desk.of(|c| c.began_at))
                            heard_at=Signal::derive(move || desk.of(|c| c.heard_at))
                        />
                        <p class="muted small">{move || t("hub-close-any-time")}</p>
                    }
                >
                    <Notice tone=Tone::Bad test="carousel-failed">
                        <p>{move || facts([
                            t("carousel-failed"),
                            desk.of(|c| c.error.clone()).unwrap_or_default(),
                        ])}</p>
                    </Notice>
                </Show>
            </section>
        </Show>
    }
}

/// The brief while the service takes changes of it.
#[component]
fn Draft(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let writing = Writing {
        brief: desk.form.mine.into(),
        on_change: Callback::new(move |next: CarouselBrief| desk.form.edit(|brief| *brief = next)),
        placed: Signal::derive(move || desk.of(|c| c.brief.text_position.is_some())),
    };
    view! {
        <div class="hub-main">
            <Brief
                writing
                end=move || view! {
                    <ImageSlot
                        key=desk.key()
                        role=ImageRole::Logo
                        label=move || t("carousel-logo")
                        words=move || t("carousel-logo-means")
                        present=Signal::derive(move || desk.of(|c| c.logo_s3_key.is_some()))
                    />
                }
            />
        </div>
    }
}

/// Slides, the look, the copy, and the brief as it was.
#[component]
fn Made(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let is_finished = Memo::new(move |_| desk.of(|c| c.status == CarouselStatus::Completed));
    view! {
        <Slides desk/>
        <Show when=move || is_finished.get()>
            <div class="carousel-save">
                <SaveProject
                    key=desk.key()
                    asset_id=Signal::derive(move || desk.of(|c| c.asset_id.clone()))
                    word="carousel-save"
                />
                <p class="muted small">{move || t("carousel-save-means")}</p>
            </div>
        </Show>
        <div class="carousel-panels">
            <PostPanel desk/>
            <RestylePanel desk/>
        </div>
        <Locked desk/>
    }
}

/// The brief as it was, locked, and why.
#[component]
fn Locked(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let brief = desk.brief();
    let is_making = Memo::new(move |_| desk.of(CarouselView::is_under_way));
    view! {
        <section class="panel hub-panel" data-test="carousel-locked" aria-labelledby="locked-title">
            <h2 id="locked-title">{move || t("carousel-brief")}</h2>
            <p class="locked-line muted">
                <Icon glyph=Glyph::Lock/>
                {move || if is_making.get() { t("carousel-locked-making") } else { t("carousel-locked") }}
            </p>
            <dl class="restated">
                <dt>{move || t("carousel-prompt")}</dt>
                <dd class="restated-text">{move || brief.with(|b| b.prompt.clone())}</dd>
                <dt>{move || t("carousel-mode")}</dt>
                <dd>{move || brief.with(|b| mode_name(&say(), mode(b)))}</dd>
                <dt>{move || t("carousel-template")}</dt>
                <dd>{move || brief.with(|b| template_name(&say(), template(b)))}</dd>
                <dt>{move || t("carousel-slides")}</dt>
                <dd>{move || brief.with(slide_count)}</dd>
                <dt>{move || t("carousel-ratio")}</dt>
                <dd>{move || brief.with(|b| b.aspect_ratio.clone())}</dd>
                <dt>{move || t("carousel-language")}</dt>
                <dd>{move || brief.with(|b| b.language.as_deref().map(language_name))}</dd>
            </dl>
        </section>
    }
}

/// The whole carousel in one line, whether it is saved, and the way to the confirm.
#[component]
fn Bar(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let asking = RwSignal::new(false);
    let is_open = Memo::new(move |_| desk.of(CarouselView::is_open_to_change));
    let is_made = Memo::new(move |_| desk.of(|c| c.status == CarouselStatus::Completed));
    // What counts now: the form while it can be changed, what was made after it.
    let brief = Signal::derive(move || {
        if is_open.get() {
            desk.form.mine.get()
        } else {
            desk.of(|c| c.brief.clone())
        }
    });
    let can = Memo::new(move |_| {
        (is_open.get() || is_made.get()) && brief.with(can_generate) && !asking.get()
    });
    let generate = Callback::new(move |()| {
        asking.set(true);
        let is_open = is_open.get_untracked();
        spawn_local(async move {
            let saved = if is_open {
                desk.form.flush().await
            } else {
                Ok(())
            };
            asking.try_set(false);
            // What was not saved says so beside this button.
            if saved.is_ok() {
                store.hub.steps.open(Step::GenerateCarousel {
                    slug: desk.slug.get_value(),
                });
            }
        });
    });
    view! {
        <div class="bar-words">
            <p data-test="carousel-summary">{move || brief.with(|brief| summary(&say(), brief))}</p>
            <div class="bar-facts">
                <Show when=move || is_open.get()>
                    <SaveLine
                        state=desk.form.state
                        heard_at=Signal::derive(move || desk.of(|c| c.heard_at))
                        on_retry=Callback::new(move |()| desk.form.save_now())
                    />
                </Show>
                <CreditLine/>
            </div>
        </div>
        <CostButton
            kind=Signal::derive(move || if is_made.get() { ButtonKind::Secondary } else { ButtonKind::Primary })
            test="carousel-generate"
            cost=Signal::derive(move || Some(brief.with(slide_count)))
            disabled=Signal::derive(move || !can.get())
            on_press=generate
        >
            {move || if is_made.get() { t("carousel-generate-again") } else { t("carousel-generate") }}
        </CostButton>
    }
}
