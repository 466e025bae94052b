//! Another look for a finished carousel. Free: the pictures behind the words stay.

use contract::{CarouselBrief, ImageRole, Restyle, hub_ask};
use leptos::prelude::*;

use super::desk::Desk;
use super::look::{Accent, Position, Template};
use crate::app::{store, t};
use crate::components::hub::{HubRefusal, ImageSlot};
use crate::components::{Button, ButtonKind};

/// The panel.
#[component]
pub fn RestylePanel(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let chosen = RwSignal::new(Restyle::default());
    let has_key = Memo::new(move |_| desk.of(|c| c.logo_s3_key.is_some()));
    // The look as it would be.
    let brief = Signal::derive(move || {
        let heard = desk.of(|c| c.brief.clone());
        chosen.with(|chosen| with_look(heard, chosen))
    });
    let changes = Memo::new(move |_| {
        let heard = desk.of(|c| c.brief.clone());
        chosen.with(|chosen| what_changes(chosen, &heard))
    });
    let can_apply = Memo::new(move |_| {
        desk.can_edit() && changes.with(|c| *c != Restyle::default() && c.faults().is_empty())
    });
    let apply = Callback::new(move |()| {
        let restyle = changes.get_untracked();
        let slug = desk.slug.get_value();
        desk.send(
            store,
            hub_ask::RestyleCarousel { slug, restyle },
            move || {
                chosen.try_set(Restyle::default());
            },
        );
    });
    let locked = Signal::derive(move || (!desk.can_edit()).then(|| t("slide-locked")));
    view! {
        <section class="panel hub-panel" data-test="restyle" aria-labelledby="restyle-title">
            <div class="hub-panel-head">
                <h2 id="restyle-title">{move || t("restyle")}</h2>
                <span class="cost">{move || t("hub-free")}</span>
            </div>
            <p class="muted small">{move || t("restyle-means")}</p>
            <fieldset class="restyle-fields" disabled=move || !desk.can_edit()>
                <Template
                    name="restyle-template"
                    brief
                    on_choose=Callback::new(move |value| chosen.update(|c| c.template = Some(value)))
                />
                <Accent
                    name="restyle-accent"
                    color=Signal::derive(move || brief.with(|b| b.accent_color.clone()))
                    on_color=Callback::new(move |color| chosen.update(|c| c.accent_color = Some(color)))
                />
                <Position
                    name="restyle-position"
                    position=Signal::derive(move || brief.with(|b| b.text_position.clone()))
                    placed=Signal::derive(move || desk.of(|c| c.brief.text_position.is_some()))
                    on_choose=Callback::new(move |value| chosen.update(|c| c.text_position = value))
                />
                <Show when=move || has_key.get()>
                    <label class="restyle-logo">
                        <input
                            type="checkbox"
                            data-test="restyle-logo"
                            prop:checked=move || chosen.with(|c| c.logo_s3_key.is_some())
                            on:change:target=move |event| {
                                let key = event.target().checked()
                                    .then(|| untrack(|| desk.of(|c| c.logo_s3_key.clone())))
                                    .flatten();
                                chosen.update(|c| c.logo_s3_key = key);
                            }
                        />
                        <span>{move || t("restyle-logo")}</span>
                    </label>
                </Show>
            </fieldset>
            {move || desk.refusal.get().filter(|_| !desk.editing.get()).map(|refusal| view! {
                <HubRefusal refusal on_go=apply/>
            })}
            <div class="slide-actions">
                <Button
                    kind=ButtonKind::Secondary
                    test="restyle-apply"
                    disabled=Signal::derive(move || !can_apply.get())
                    on_press=apply
                >
                    {move || t("restyle-apply")}
                </Button>
            </div>
            <ImageSlot
                key=desk.key()
                role=ImageRole::Logo
                label=move || t("carousel-logo")
                words=move || t("restyle-logo-means")
                present=Signal::derive(move || has_key.get())
                locked
            />
        </section>
    }
}

/// The brief in the look that was chosen.
fn with_look(brief: CarouselBrief, look: &Restyle) -> CarouselBrief {
    CarouselBrief {
        template: look.template.clone().or(brief.template),
        accent_color: look.accent_color.clone().or(brief.accent_color),
        text_position: look.text_position.clone().or(brief.text_position),
        ..brief
    }
}

/// What of a look the carousel does not have already.
fn what_changes(look: &Restyle, brief: &CarouselBrief) -> Restyle {
    let other =
        |wanted: &Option<String>, has: &Option<String>| wanted.clone().filter(|_| wanted != has);
    Restyle {
        template: other(&look.template, &brief.template),
        accent_color: other(&look.accent_color, &brief.accent_color),
        text_position: other(&look.text_position, &brief.text_position),
        logo_s3_key: look.logo_s3_key.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_look_otherwise_is_sent() {
        let brief = CarouselBrief {
            template: Some("scrapbook".to_owned()),
            ..CarouselBrief::default()
        };
        let mut look = Restyle {
            template: Some("scrapbook".to_owned()),
            ..Restyle::default()
        };
        assert_eq!(what_changes(&look, &brief), Restyle::default());
        look.accent_color = Some("#09EFBE".to_owned());
        assert_eq!(
            what_changes(&look, &brief),
            Restyle {
                accent_color: Some("#09EFBE".to_owned()),
                ..Restyle::default()
            }
        );
        let shown = with_look(brief, &look);
        assert_eq!(shown.template.as_deref(), Some("scrapbook"));
        assert_eq!(shown.accent_color.as_deref(), Some("#09EFBE"));
    }
}
