//! The slides of a carousel: the row of all of them, and the one that is looked at, whose words are
//! changed on it.

use contract::{CarouselView, SlideStatus, SlideView};
use leptos::html;
use leptos::prelude::*;

use super::desk::Desk;
use super::face::Face;
use super::wording::{slide_name, slide_words};
use crate::app::{say, store, t, t_with};
use crate::components::hub::{Counted, HubRefusal};
use crate::components::{Button, ButtonKind, Glyph, Icon};
use crate::pages::wording::{args, figure};

/// Both.
#[component]
pub fn Slides(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    view! {
        <section class="slides" aria-label=move || t("carousel-slides-label")>
            <Row desk/>
            <Stage desk/>
        </section>
    }
}

/// All slides, one of them chosen: the arrow keys go among them.
#[component]
fn Row(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let count = Memo::new(move |_| desk.of(|c: &CarouselView| c.slides.len()));
    view! {
        <fieldset class="slide-row" data-test="slides">
            <legend class="visually-hidden">{move || t("carousel-slides-label")}</legend>
            <For each=move || 0..count.get() key=|index| *index let:index>
                <Thumb desk index/>
            </For>
        </fieldset>
    }
}

#[component]
fn Thumb(
    /// The page.
    desk: Desk,
    /// Its place in the row.
    index: usize,
) -> impl IntoView {
    let key = StoredValue::new(desk.key());
    let slide = Memo::new(move |_| desk.of(|c| c.slides.get(index).cloned()));
    let status = Memo::new(move |_| {
        slide
            .with(|s| s.as_ref().map(|s| s.status.clone()))
            .unwrap_or_default()
    });
    let is_typed = Memo::new(move |_| {
        slide.with(|s| {
            s.as_ref()
                .is_some_and(|s| desk.typed.with(|t| t.contains_key(&s.position)))
        })
    });
    let words = move || {
        let words = slide_words(&say(), &status.get());
        if is_typed.get() {
            t("slide-not-saved")
        } else {
            words
        }
    };
    view! {
        <label class="slide-thumb" data-state=move || slide_name(&status.get())>
            <input
                type="radio"
                name="carousel-slide"
                data-test=format!("slide-{}", index + 1)
                aria-label=move || t_with("slide-choose", &args([
                    ("number", figure(index + 1).into()),
                    ("state", words().into()),
                ]))
                prop:checked=move || desk.place.get() == index
                on:change=move |_| {
                    desk.editing.set(false);
                    desk.refusal.set(None);
                    desk.place.set(index);
                }
            />
            <Face
                key=Signal::derive(move || key.get_value())
                brief=desk.brief()
                slide=Signal::derive(move || slide.get())
            />
            <span class="slide-state small" data-test=format!("slide-state-{}", index + 1)>
                <span class="figures">{index + 1}</span>
                <span class="muted">{words}</span>
            </span>
        </label>
    }
}

/// The slide that is looked at.
#[component]
fn Stage(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let slide = Memo::new(move |_| desk.slide());
    let has_slide = Memo::new(move |_| slide.with(Option::is_some));
    let key = StoredValue::new(desk.key());
    let can_edit = Memo::new(move |_| desk.can_edit());
    // A slide of words that are typed and not sent opens as it was left.
    Effect::new(move |_| {
        let typed = slide.with(|s| {
            s.as_ref()
                .is_some_and(|s| desk.typed.with(|t| t.contains_key(&s.position)))
        });
        if typed && can_edit.get() && !desk.editing.get_untracked() {
            desk.editing.set(true);
        }
    });
    let open = move || {
        if can_edit.get_untracked() {
            desk.editing.set(true);
        }
    };
    view! {
        <Show when=move || has_slide.get()>
            <div class="slide-stage" data-test="slide-stage">
                <div class="slide-large" class:editing=move || desk.editing.get()>
                    <Face
                        key=Signal::derive(move || key.get_value())
                        brief=desk.brief()
                        slide=Signal::derive(move || slide.get())
                        bare=desk.editing
                    />
                    <Show
                        when=move || desk.editing.get()
                        fallback=move || view! {
                            <button
                                type="button"
                                class="slide-open"
                                data-test="slide-edit"
                                disabled=move || !can_edit.get()
                                aria-label=move || t("slide-edit")
                                on:click=move |_| open()
                            >
                                <Show when=move || can_edit.get()>
                                    <span class="slide-open-word">{move || t("slide-edit")}</span>
                                </Show>
                            </button>
                        }
                    >
                        <OnSlide desk slide/>
                    </Show>
                </div>
                <div class="slide-beside">
                    <Beside desk slide can_edit/>
                </div>
            </div>
        </Show>
    }
}

/// The fields on the slide, where its words stand.
#[component]
fn OnSlide(
    /// The page.
    desk: Desk,
    /// The slide.
    slide: Memo<Option<SlideView>>,
) -> impl IntoView {
    let fields = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(fields) = fields.get() {
            crate::backend::focus_first(&fields, "#slide-headline");
        }
    });
    let shown = Memo::new(move |_| slide.with(|s| s.as_ref().map(|s| desk.words_of(s))));
    let text = move |of: fn(&SlideView) -> &String| {
        Signal::derive(move || {
            shown
                .with(|s| s.as_ref().map(of).cloned())
                .unwrap_or_default()
        })
    };
    let faults = Signal::derive(move || {
        slide
            .with(|s| {
                s.as_ref()
                    .and_then(|s| desk.typed.with(|t| t.get(&s.position).cloned()))
            })
            .map(|words| words.faults())
            .unwrap_or_default()
    });
    let place = Memo::new(move |_| {
        desk.of(|c| c.brief.text_position.clone())
            .unwrap_or_else(|| "middle".to_owned())
    });
    let disabled = Signal::derive(move || !desk.can_edit());
    view! {
        <div
            node_ref=fields
            class="slide-fields"
            data-test="slide-fields"
            data-position=move || place.get()
            on:keydown=move |event| if event.key() == "Escape" {
                event.prevent_default();
                desk.editing.set(false);
            }
        >
            <Counted
                id="slide-kicker"
                field="kicker"
                label=move || t("slide-kicker")
                most=40_u32
                text=text(|s| &s.kicker)
                on_text=Callback::new(move |text| desk.type_words(|w| w.kicker = Some(text)))
                faults
                disabled
            />
            <Counted
                id="slide-headline"
                field="headline"
                label=move || t("slide-headline")
                rows="2"
                most=120_u32
                text=text(|s| &s.headline)
                on_text=Callback::new(move |text| desk.type_words(|w| w.headline = Some(text)))
                faults
                disabled
            />
            <Counted
                id="slide-body"
                field="body"
                label=move || t("slide-body")
                rows="4"
                most=600_u32
                text=text(|s| &s.body)
                on_text=Callback::new(move |text| desk.type_words(|w| w.body = Some(text)))
                faults
                disabled
            />
        </div>
    }
}

/// What can be done with the slide, and why not.
#[component]
fn Beside(
    /// The page.
    desk: Desk,
    /// The slide.
    slide: Memo<Option<SlideView>>,
    /// Whether its words can be changed now.
    can_edit: Memo<bool>,
) -> impl IntoView {
    let store = store();
    let position = Memo::new(move |_| slide.with(|s| s.as_ref().map(|s| s.position)));
    let status = Memo::new(move |_| {
        slide
            .with(|s| s.as_ref().map(|s| s.status.clone()))
            .unwrap_or_default()
    });
    let typed = Memo::new(move |_| {
        position
            .get()
            .and_then(|position| desk.typed.with(|t| t.get(&position).cloned()))
    });
    let can_save = Memo::new(move |_| {
        can_edit.get() && typed.with(|words| words.as_ref().is_some_and(|w| w.faults().is_empty()))
    });
    let save = Callback::new(move |()| {
        if let Some(position) = position.get_untracked() {
            desk.save_words(store, position);
        }
    });
    view! {
        <h3>
            {move || t_with("slide-title", &args([
                ("number", figure(desk.place.get() + 1).into()),
                ("of", figure(desk.of(|c| c.slides.len())).into()),
            ]))}
        </h3>
        <p class="muted" role="status" data-test="slide-status">
            {move || slide_words(&say(), &status.get())}
        </p>
        <Show when=move || status.get() == SlideStatus::Failed>
            <p class="field-refusal">{move || t("slide-failed")}</p>
        </Show>
        <Show
            when=move || desk.editing.get()
            fallback=move || view! {
                <Words slide/>
                <Show
                    when=move || can_edit.get()
                    fallback=move || view! {
                        <p class="locked-line muted small" data-test="slide-locked">
                            <Icon glyph=Glyph::Lock/>
                            {move || t("slide-locked")}
                        </p>
                    }
                >
                    <Button test="slide-edit-words" on_press=Callback::new(move |()| desk.editing.set(true))>
                        {move || t("slide-edit")}
                    </Button>
                </Show>
            }
        >
            <p class="muted small">{move || t("slide-edit-means")}</p>
            {move || desk.refusal.get().map(|refusal| view! { <HubRefusal refusal on_go=save/> })}
            <div class="slide-actions">
                <Button
                    kind=ButtonKind::Primary
                    test="slide-save"
                    disabled=Signal::derive(move || !can_save.get())
                    on_press=save
                >
                    {move || if desk.busy.get() { t("hub-saving") } else { t("slide-save") }}
                </Button>
                <Button
                    test="slide-drop"
                    disabled=Signal::derive(move || desk.busy.get())
                    on_press=Callback::new(move |()| {
                        if let Some(position) = position.get_untracked() {
                            desk.drop_words(position);
                        }
                    })
                >
                    {move || if typed.with(Option::is_some) { t("slide-drop") } else { t("slide-done") }}
                </Button>
            </div>
        </Show>
    }
}

/// The words as the service has them.
#[component]
fn Words(
    /// The slide.
    slide: Memo<Option<SlideView>>,
) -> impl IntoView {
    move || {
        slide.get().map(|slide| {
            view! {
                <div class="slide-said" data-test="slide-said">
                    <p class="muted small">{slide.kicker}</p>
                    <p><strong>{slide.headline}</strong></p>
                    <p>{slide.body}</p>
                </div>
            }
        })
    }
}
