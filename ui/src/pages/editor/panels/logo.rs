//! How the logo stands in the film. The contract names no values, so the service's own words are
//! typed, and what it says now is shown.

use contract::{LogoChange, hub_ask};
use leptos::prelude::*;

use crate::app::t;
use crate::components::Field;
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::{Cost, Costing, WorkRefusal};

/// The fields.
#[component]
pub fn Logo(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let treatment = RwSignal::new(String::new());
    let position = RwSignal::new(String::new());
    let seconds = RwSignal::new(String::new());
    let heard = Memo::new(move |_| {
        desk.of(Default::default(), |ad| {
            (
                ad.logo_treatment.clone().unwrap_or_default(),
                ad.logo_position.clone().unwrap_or_default(),
                ad.logo_duration_seconds
                    .map_or_else(String::new, |seconds| seconds.to_string()),
            )
        })
    });
    Effect::new(move |_| {
        let (said_treatment, said_position, said_seconds) = heard.get();
        treatment.set(said_treatment);
        position.set(said_position);
        seconds.set(said_seconds);
    });
    let is_dirty =
        Memo::new(move |_| heard.get() != (treatment.get(), position.get(), seconds.get()));
    let duration = move || seconds.with(|text| text.trim().replace(',', ".").parse::<f64>().ok());
    let is_sound = Memo::new(move |_| {
        seconds.with(|text| text.trim().is_empty())
            || duration().is_some_and(|seconds| seconds.is_finite() && seconds > 0.0)
    });
    let save = Callback::new(move |()| {
        let said = |text: RwSignal<String>| {
            Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
        };
        let change = LogoChange {
            logo_treatment: said(treatment),
            logo_position: said(position),
            logo_duration_seconds: untrack(duration),
        };
        let slug = desk.slug();
        desk.edit(Work::Logo, hub_ask::PlaceLogo { slug, change });
    });
    view! {
        <div class="logo-fields" data-test="logo-fields">
            <div class="panel rows">
                <Line id="logo-treatment" label="editor-logo-treatment" text=treatment/>
                <Line id="logo-position" label="editor-logo-position" text=position/>
                <Line id="logo-seconds" label="editor-logo-seconds" text=seconds/>
            </div>
            <p class="muted small">{move || t("editor-logo-means")}</p>
            <div class="row-actions">
                <Costing
                    test="logo-save"
                    cost=Signal::stored(Cost::Free)
                    disabled=Signal::derive(move || {
                        !is_dirty.get() || !is_sound.get() || desk.is_busy(&Work::Logo)
                    })
                    on_press=save
                    word=move || t("editor-save")
                />
            </div>
            <WorkRefusal desk work=Work::Logo on_retry=save/>
        </div>
    }
}

#[component]
fn Line(
    /// Its id, also for tests.
    id: &'static str,
    /// Key of its name.
    label: &'static str,
    /// The text.
    text: RwSignal<String>,
) -> impl IntoView {
    view! {
        <Field label=move || t(label) control=id>
            <input
                id=id
                class="control"
                data-test=id
                type="text"
                autocomplete="off"
                prop:value=move || text.get()
                on:input:target=move |event| text.set(event.target().value())
            />
        </Field>
    }
}
