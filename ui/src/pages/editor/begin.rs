//! An ad with nothing in it yet: the two ways, side by side.

use contract::Step;
use leptos::prelude::*;

use super::desk::Desk;
use super::panels::Shown;
use super::standing;
use crate::app::{Page, store, t};
use crate::components::{Button, ButtonKind, Glyph, Icon};

/// The two ways.
#[component]
pub fn Begin(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let has_brief = Memo::new(move |_| desk.of(false, standing::has_brief));
    view! {
        <div class="ad-ways" data-test="ways">
            <section class="panel ad-way" aria-labelledby="way-autopilot">
                <Icon glyph=Glyph::Assist/>
                <h2 id="way-autopilot">{move || t("editor-autopilot-title")}</h2>
                <p class="muted">{move || t("editor-autopilot-means")}</p>
                <Show
                    when=move || has_brief.get()
                    fallback=move || view! {
                        <p class="small" data-test="autopilot-needs-brief">{t("editor-autopilot-needs-brief")}</p>
                        <Button
                            test="begin-anew"
                            on_press=Callback::new(move |()| store.page.set(Page::NewEditor))
                        >
                            {move || t("editor-begin-anew")}
                        </Button>
                    }
                >
                    <Button
                        kind=ButtonKind::Primary
                        test="autopilot"
                        on_press=Callback::new(move |()| {
                            desk.pay(Step::Autopilot { slug: desk.slug() });
                        })
                    >
                        {move || t("editor-autopilot-cost")}
                    </Button>
                </Show>
            </section>
            <section class="panel ad-way" aria-labelledby="way-hand">
                <Icon glyph=Glyph::Scenes/>
                <h2 id="way-hand">{move || t("editor-by-hand-title")}</h2>
                <p class="muted">{move || t("editor-by-hand-means")}</p>
                <Button
                    test="by-hand"
                    on_press=Callback::new(move |()| {
                        desk.by_hand.set(true);
                        desk.shown.set(Shown::Story);
                        crate::backend::focus_after_drawing("[data-test='scenario-write']".to_owned());
                    })
                >
                    {move || t("editor-by-hand")}
                </Button>
            </section>
        </div>
    }
}
