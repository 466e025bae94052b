//! The time axis: one horizontal axis over the source's length, a lane for each way of speaking
//! and each kind of thing that is seen. One stop for the Tab key; the arrows go from moment to
//! moment. What is looked at is written out below, so that nothing covers the drawing.

use leptos::html;
use leptos::prelude::*;

use super::Look;
use super::axis::{Lane, Mark, Timeline, Track};
use super::wording::{lane_word, moment_sentence, moment_words};
use crate::app::{say, t};
use crate::backend;

/// Height of a row, in CSS pixels.
const ROW: usize = 26;

/// The drawing.
#[component]
pub fn Chart(
    /// What to draw.
    timeline: StoredValue<Timeline>,
    /// What is looked at.
    look: Look,
) -> impl IntoView {
    // The moment that the Tab key reaches.
    let seat = RwSignal::new(0_usize);
    let chart = NodeRef::<html::Div>::new();
    let last = timeline.with_value(|timeline| timeline.moments.len().saturating_sub(1));
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let from = seat.get_untracked();
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowUp" => from.saturating_sub(1),
            "ArrowRight" | "ArrowDown" => (from + 1).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(chart) = chart.get_untracked() {
            backend::focus_first(&chart, &format!("[data-moment=\"{to}\"]"));
        }
    };
    let (tracks, figures) =
        timeline.with_value(|timeline| (timeline.tracks.clone(), timeline.figures.clone()));
    let length = timeline.with_value(|timeline| timeline.length);
    view! {
        <div
            node_ref=chart
            class="timeline"
            role="group"
            aria-label=move || t("extraction-timeline")
            data-test="timeline"
            on:keydown=keys
            on:mouseleave=move |_| look.at.set(None)
        >
            <div class="timeline-lanes">
                {tracks.into_iter().map(|track| view! {
                    <Lanes track timeline look seat/>
                }).collect_view()}
                <span class="timeline-corner"></span>
                <div class="timeline-axis" aria-hidden="true">
                    {figures.into_iter().map(|at| view! {
                        <span class="figures" style:left=percent(at / length)>{move || say().clock(at)}</span>
                    }).collect_view()}
                </div>
                <div class="timeline-heads" aria-hidden="true">
                    {move || look.at.get().map(|at| view! {
                        <span class="timeline-head" style:left=percent(timeline.with_value(|t| t.share(at)))></span>
                    })}
                </div>
            </div>
            <p class="timeline-words" aria-hidden="true" data-test="timeline-words">
                {move || look.at.get().and_then(|at| timeline.with_value(|timeline| {
                    timeline.moments.get(at).map(|moment| moment_sentence(&say(), moment))
                })).unwrap_or_else(|| t("extraction-point"))}
            </p>
        </div>
    }
}

/// A lane: its name, and its moments.
#[component]
fn Lanes(
    /// The lane.
    track: Track,
    /// All of it.
    timeline: StoredValue<Timeline>,
    /// What is looked at.
    look: Look,
    /// The moment that the Tab key reaches.
    seat: RwSignal<usize>,
) -> impl IntoView {
    let Track { lane, rows, marks } = track;
    let kind = lane_kind(&lane);
    view! {
        <span class="timeline-lane" aria-hidden="true">{move || lane_word(&say(), &lane)}</span>
        <div
            class="timeline-track"
            data-test="timeline-track"
            data-lane=kind
            style:height=format!("{}px", rows.max(1) * ROW)
        >
            {marks.into_iter().map(|mark| view! {
                <Moment mark kind timeline look seat/>
            }).collect_view()}
        </div>
    }
}

#[component]
fn Moment(
    /// Where it is.
    mark: Mark,
    /// The look of its lane.
    kind: &'static str,
    /// All of it.
    timeline: StoredValue<Timeline>,
    /// What is looked at.
    look: Look,
    /// The moment that the Tab key reaches.
    seat: RwSignal<usize>,
) -> impl IntoView {
    let at = mark.moment;
    let said = move |say_it: fn(&words::Words, &super::axis::Moment) -> String| {
        timeline.with_value(|timeline| {
            timeline
                .moments
                .get(at)
                .map(|moment| say_it(&say(), moment))
                .unwrap_or_default()
        })
    };
    view! {
        <button
            type="button"
            class="timeline-mark"
            data-test="timeline-mark"
            data-kind=kind
            data-moment=at.to_string()
            tabindex=move || if seat.get() == at { "0" } else { "-1" }
            aria-label=move || said(moment_sentence)
            class:looked-at=move || look.at.get() == Some(at)
            style:left=percent(mark.start)
            style:width=percent(mark.width)
            style:top=format!("{}px", mark.row * ROW)
            on:mouseenter=move |_| look.at.set(Some(at))
            on:focus=move |_| {
                seat.set(at);
                look.at.set(Some(at));
            }
            on:blur=move |_| look.at.set(None)
        >
            <span>{move || said(moment_words)}</span>
        </button>
    }
}

/// The look of a lane.
fn lane_kind(lane: &Lane) -> &'static str {
    match lane {
        Lane::OnCamera => "on-camera",
        Lane::Voiceover | Lane::Spoken(_) => "voiceover",
        Lane::Silent => "silent",
        Lane::Seen(_) => "seen",
    }
}

fn percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}
