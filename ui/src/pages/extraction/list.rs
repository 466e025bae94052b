//! The same by time, as a list: for whoever reads or listens.

use leptos::prelude::*;

use super::Look;
use super::axis::{Moment, Timeline};
use super::wording::{lane_word, moment_words};
use crate::app::{say, t};

/// The list.
#[component]
pub fn Moments(
    /// What happens.
    timeline: StoredValue<Timeline>,
    /// What is looked at.
    look: Look,
) -> impl IntoView {
    let moments = timeline.with_value(|timeline| timeline.moments.clone());
    view! {
        <ol class="moments" aria-label=move || t("extraction-list") data-test="moments">
            {moments.into_iter().enumerate().map(|(index, moment)| view! {
                <Row index moment look/>
            }).collect_view()}
        </ol>
    }
}

#[component]
fn Row(
    /// Its place.
    index: usize,
    /// What happens.
    moment: Moment,
    /// What is looked at.
    look: Look,
) -> impl IntoView {
    let at = moment.at;
    let is_heard = moment.lane.is_heard();
    let moment = StoredValue::new(moment);
    view! {
        <li
            class="moment"
            data-test="moment"
            class:heard=is_heard
            class:looked-at=move || look.at.get() == Some(index)
            on:mouseenter=move |_| look.at.set(Some(index))
            on:mouseleave=move |_| look.at.set(None)
        >
            <span class="figures muted">{move || say().clock(at)}</span>
            <span class="muted">{move || moment.with_value(|m| lane_word(&say(), &m.lane))}</span>
            <p>{move || moment.with_value(|m| moment_words(&say(), m))}</p>
        </li>
    }
}
