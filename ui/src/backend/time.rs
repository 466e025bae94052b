//! The clock and timers.

use std::time::Duration;

use contract::Millis;
use leptos::prelude::*;

use crate::pages::wording::{Day, Moment};

/// Now, UTC.
#[expect(
    clippy::cast_possible_truncation,
    reason = "whole milliseconds, far inside 53 bits"
)]
pub fn now_ms() -> Millis {
    js_sys::Date::now() as Millis
}

/// Calls `f` at this interval until the owner that asked for it is cleaned up.
pub fn every(interval: Duration, f: impl Fn() + 'static) {
    if let Ok(timer) = set_interval_with_handle(f, interval) {
        on_cleanup(move || timer.clear());
    }
}

/// Calls `f` once after this time, unless the owner that asked for it is cleaned up first.
pub fn after(delay: Duration, f: impl FnOnce() + 'static) {
    if let Ok(timer) = set_timeout_with_handle(f, delay) {
        on_cleanup(move || timer.clear());
    }
}

/// The local calendar day of a time, as `2026-11-21`: sorts, and is the same in every language.
pub fn format_day(at: Millis) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of this era fit 53 bits"
    )]
    let date = js_sys::Date::new(&(at as f64).into());
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// The local day and time of a time, as `2026-11-21 16:05`.
pub fn format_moment(at: Millis) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of this era fit 53 bits"
    )]
    let date = js_sys::Date::new(&(at as f64).into());
    format!(
        "{} {:02}:{:02}",
        format_day(at),
        date.get_hours(),
        date.get_minutes()
    )
}

/// A time as the person's own clock and calendar show it, seen from now.
pub fn moment(at: Millis) -> Moment {
    const DAY: Millis = 24 * 60 * 60 * 1000;
    let date = format_day(at);
    let now = now_ms();
    let day = if date == format_day(now) {
        Day::Today
    } else if date == format_day(now + DAY) {
        Day::Tomorrow
    } else {
        Day::Later
    };
    let time = format_moment(at)
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .to_owned();
    Moment { day, date, time }
}
