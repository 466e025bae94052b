//! What the service extracted from a source: drawn against time, and listed by time.

mod axis;
mod chart;
mod list;
mod wording;

use contract::Extraction;
use leptos::prelude::*;

pub use self::wording::readable;

use self::axis::Timeline;
use self::chart::Chart;
use self::list::Moments;
use crate::app::t;

/// Which moment is looked at, in both drawings at once.
#[derive(Clone, Copy)]
struct Look {
    /// Its place among the moments.
    at: RwSignal<Option<usize>>,
}

/// The time axis and the list. Without a single moment, a word that there is none.
#[component]
pub fn ExtractionView(
    /// What was extracted.
    extraction: Extraction,
) -> impl IntoView {
    let timeline = Timeline::of(&extraction);
    if timeline.moments.is_empty() {
        return view! {
            <p class="muted" data-test="timeline-none">{move || t("extraction-none")}</p>
        }
        .into_any();
    }
    let timeline = StoredValue::new(timeline);
    let look = Look {
        at: RwSignal::new(None),
    };
    view! {
        <Chart timeline look/>
        <Moments timeline look/>
    }
    .into_any()
}
