//! What was used in a period: its sum, a chart by day, and the same as a table.

use contract::{DayOfUse, UsagePart};
use leptos::prelude::*;

use super::chart::{self, Day};
use super::{Look, Missing, Section, wording};
use crate::app::{say, t, t_with};
use crate::pages::wording::{args, figure};

/// The section.
#[component]
pub fn Period(
    /// The page's question.
    look: Look,
) -> impl IntoView {
    let sum = Memo::new(move |_| {
        look.usage
            .value
            .with(|view| view.as_ref().and_then(|view| view.period_seconds))
    });
    let rows = Memo::new(move |_| {
        look.usage
            .value
            .with(|view| view.as_ref().map(|view| view.days.clone()))
            .unwrap_or_default()
    });
    let days = Memo::new(move |_| rows.with(|rows| chart::by_day(rows)));
    view! {
        <Section title="usage-used" test="usage-period">
            <div class="panel usage-period">
                <div class="usage-period-head">
                    <Chooser look/>
                    <p class="usage-sum">
                        <span class="figures" data-test="usage-period-sum">
                            {move || match sum.get() {
                                Some(seconds) => wording::used(&say(), seconds),
                                None => t("usage-unknown"),
                            }}
                        </span>
                        <span class="muted">{move || t("usage-sum-means")}</span>
                    </p>
                </div>
                <Missing look part=UsagePart::Summary/>
                <Missing look part=UsagePart::History/>
                <Show when=move || days.with(|days| days.len() > 1)>
                    <Chart days/>
                    <Show when=move || days.with(|days| chart::lacks_days(sum.get(), days))>
                        <p class="muted small" data-test="usage-lacks-days">
                            {move || t("usage-lacks-days")}
                        </p>
                    </Show>
                    <details class="usage-as-table">
                        <summary data-test="usage-as-table">{move || t("usage-as-table")}</summary>
                        <Table rows/>
                    </details>
                </Show>
            </div>
        </Section>
    }
}

/// Which period.
#[component]
fn Chooser(
    /// The page's question.
    look: Look,
) -> impl IntoView {
    let choices = wording::PERIODS.map(|period| {
        let (word, name) = wording::period(period);
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="usage-period"
                    data-test=format!("usage-period-{name}")
                    prop:checked=move || look.period.get() == period
                    on:change=move |_| look.period.set(period)
                />
                <span>{move || t(word)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="segments">
            <legend class="visually-hidden">{move || t("usage-period")}</legend>
            {choices.into_iter().collect_view()}
        </fieldset>
    }
}

/// Bars by day. Whoever listens hears what they come to; the table has each.
#[component]
fn Chart(
    /// The days.
    days: Memo<Vec<Day>>,
) -> impl IntoView {
    let label = move || {
        days.with(
            |days| match (chart::most(days), days.first(), days.last()) {
                (Some(most), Some(first), Some(last)) => {
                    let values = [
                        ("from", first.date.as_str().into()),
                        ("to", last.date.as_str().into()),
                        ("total", chart::total(days).into()),
                        ("most", most.seconds.into()),
                        ("day", most.date.as_str().into()),
                    ];
                    t_with("usage-chart", &args(values))
                }
                _ => t("usage-chart-none"),
            },
        )
    };
    let top = Memo::new(move |_| days.with(|days| chart::top(days)));
    let width = move || days.with(|days| figure(days.len()) * chart::STEP);
    let bars = move || {
        days.get()
            .into_iter()
            .enumerate()
            .map(|(place, day)| {
                let bar = chart::bar(place, day.seconds, top.get());
                let date = day.date.clone();
                view! {
                    <g data-test="usage-day" data-date=day.date>
                        // Empty days can be pointed at too.
                        <rect
                            class="usage-day-place"
                            x=figure(place) * chart::STEP
                            y="0"
                            width=chart::STEP
                            height=chart::HEIGHT
                        ></rect>
                        <rect class="usage-bar" x=bar.x y=bar.y width=bar.width height=bar.height></rect>
                        <title>
                            {move || {
                                let values = [("day", date.as_str().into()), ("seconds", day.seconds.into())];
                                t_with("usage-day", &args(values))
                            }}
                        </title>
                    </g>
                }
            })
            .collect_view()
    };
    let ends = move || {
        days.with(|days| {
            let date = |day: Option<&Day>| day.map(|day| day.date.clone()).unwrap_or_default();
            [date(days.first()), date(days.last())]
        })
    };
    view! {
        <figure class="usage-chart" data-test="usage-chart">
            <p class="usage-top muted small figures" aria-hidden="true">
                {move || wording::used(&say(), top.get())}
            </p>
            <svg
                role="img"
                aria-label=label
                viewBox=move || format!("0 0 {} {}", width(), chart::HEIGHT)
                preserveAspectRatio="none"
            >
                {bars}
            </svg>
            <p class="usage-ends muted small figures" aria-hidden="true">
                {move || ends().map(|date| view! { <span>{date}</span> }).collect_view()}
            </p>
        </figure>
    }
}

/// The days in rows, with whose use it was where there are several people.
#[component]
fn Table(
    /// The days as the core gave them.
    rows: Memo<Vec<DayOfUse>>,
) -> impl IntoView {
    let has_people = Memo::new(move |_| {
        rows.with(|rows| {
            let mut emails = rows.iter().filter_map(|day| day.email.as_deref());
            let first = emails.next();
            emails.any(|email| Some(email) != first)
        })
    });
    view! {
        <table class="usage-table" data-test="usage-table">
            <caption class="visually-hidden">{move || t("usage-by-day")}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || t("usage-column-day")}</th>
                    <Show when=move || has_people.get()>
                        <th scope="col">{move || t("team-member")}</th>
                    </Show>
                    <th scope="col" class="usage-number">{move || t("usage-used")}</th>
                </tr>
            </thead>
            <tbody>
                {move || rows.get().into_iter().map(|day| {
                    let email = day.email.unwrap_or_default();
                    view! {
                        <tr>
                            <th scope="row" class="figures">{day.date}</th>
                            {has_people.get().then(|| view! { <td>{email}</td> })}
                            <td class="usage-number figures">
                                {move || wording::used(&say(), day.seconds)}
                            </td>
                        </tr>
                    }
                }).collect_view()}
            </tbody>
        </table>
    }
}
