//! The spend guard: the most that may be spent without an extra yes, for each service.

use contract::{Service, SpendLimits, SpendPeriod, ask};
use leptos::prelude::*;

use super::Section;
use super::amount::Amount;
use crate::app::{Store, say, store, t, t_with};
use crate::backend;
use crate::pages::wording::{args, spent};

/// The section.
#[component]
pub fn Limits() -> impl IntoView {
    let store = store();
    let has_hub = Memo::new(move |_| store.hub.server.with(Option::is_some));
    view! {
        <Section title=move || t("settings-limits")>
            <p class="settings-means muted">{move || t("settings-limits-means")}</p>
            <OfService service=Service::Riffkit/>
            <Show when=move || has_hub.get()>
                <OfService service=Service::Hubfluencer/>
            </Show>
        </Section>
    }
}

/// What one service's rows are called.
struct Rows {
    test: &'static str,
    title: &'static str,
    unit: &'static str,
    periods: [(SpendPeriod, &'static str, &'static str); 3],
}

const fn rows(service: Service) -> Rows {
    match service {
        Service::Riffkit => Rows {
            test: "limits-riffkit",
            title: "limits-of-riffkit",
            unit: "limits-seconds",
            periods: [
                (SpendPeriod::Order, "limits-order", "limit-riffkit-order"),
                (SpendPeriod::Day, "limits-day", "limit-riffkit-day"),
                (SpendPeriod::Month, "limits-month", "limit-riffkit-month"),
            ],
        },
        Service::Hubfluencer => Rows {
            test: "limits-hubfluencer",
            title: "limits-of-hubfluencer",
            unit: "limits-credits",
            periods: [
                (SpendPeriod::Order, "limits-step", "limit-hubfluencer-step"),
                (SpendPeriod::Day, "limits-day", "limit-hubfluencer-day"),
                (
                    SpendPeriod::Month,
                    "limits-month",
                    "limit-hubfluencer-month",
                ),
            ],
        },
    }
}

#[component]
fn OfService(
    /// Whose.
    service: Service,
) -> impl IntoView {
    let rows = rows(service);
    let unit = rows.unit;
    view! {
        <fieldset class="limits-group" data-test=rows.test>
            <legend>{move || t(rows.title)}</legend>
            {rows.periods.map(|(period, label, test)| view! {
                <Limit service period unit label test/>
            })}
        </fieldset>
    }
}

#[component]
fn Limit(
    /// Whose.
    service: Service,
    /// For what.
    period: SpendPeriod,
    /// Key of its unit.
    unit: &'static str,
    /// Key of its name.
    label: &'static str,
    /// For tests.
    test: &'static str,
) -> impl IntoView {
    let store = store();
    let kept = Signal::derive(move || {
        let limit = store.spending.with(|all| all.of(service).limits.of(period));
        limit.map(|limit| limit.to_string()).unwrap_or_default()
    });
    let beside = move || {
        let (used, key) = store.spending.with(|all| {
            let spending = all.of(service);
            match period {
                SpendPeriod::Order => (0.0, ""),
                SpendPeriod::Day => (spending.day, "limits-today"),
                SpendPeriod::Month => (spending.month, "limits-this-month"),
            }
        });
        if key.is_empty() {
            return String::new();
        }
        let used = spent(&say(), used, service);
        t_with(key, &args([("used", used.into())]))
    };
    let keep = Callback::new(move |written: String| match read(&written) {
        Ok(limit) => {
            set(store, service, period, limit);
            true
        }
        Err(NotANumber) => false,
    });
    view! {
        <Amount
            test
            label=move || t(label)
            unit=move || t(unit)
            none=move || t("limits-none")
            fault=move || t("limits-fault")
            beside=beside
            kept
            keep
        />
    }
}

/// What was written can't be a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NotANumber;

/// A whole number; none where nothing was written. Zero is one: everything needs an extra yes.
fn read(written: &str) -> Result<Option<u32>, NotANumber> {
    match written.trim() {
        "" => Ok(None),
        number => number.parse().map(Some).map_err(|_| NotANumber),
    }
}

/// With one limit changed, the others as they are.
const fn with(limits: SpendLimits, period: SpendPeriod, limit: Option<u32>) -> SpendLimits {
    match period {
        SpendPeriod::Order => SpendLimits {
            order: limit,
            ..limits
        },
        SpendPeriod::Day => SpendLimits {
            day: limit,
            ..limits
        },
        SpendPeriod::Month => SpendLimits {
            month: limit,
            ..limits
        },
    }
}

/// Has a limit kept: shown at once, and as the core has it after.
fn set(store: Store, service: Service, period: SpendPeriod, limit: Option<u32>) {
    let before = store.spending.get_untracked();
    let limits = with(before.of(service).limits, period, limit);
    if limits == before.of(service).limits {
        return;
    }
    store.spending.update(|all| match service {
        Service::Riffkit => all.riffkit.limits = limits,
        Service::Hubfluencer => all.hubfluencer.limits = limits,
    });
    leptos::task::spawn_local(async move {
        let answer = backend::ask(ask::SetSpendLimits { service, limits }).await;
        // An answer to what was changed again since is old: the next one is on its way.
        let is_latest = store
            .spending
            .with_untracked(|now| now.of(service).limits == limits);
        match answer {
            Ok(kept) if is_latest => store.spending.set(kept),
            Ok(_) => {}
            Err(refusal) => {
                if is_latest {
                    store.spending.set(before);
                }
                store.report(refusal);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_whole_number_or_none() {
        assert_eq!(read(" 60 "), Ok(Some(60)));
        assert_eq!(read("0"), Ok(Some(0)), "everything needs an extra yes");
        assert_eq!(read("  "), Ok(None));
        for written in ["1.5", "-3", "sixty", "99999999999"] {
            assert_eq!(read(written), Err(NotANumber), "{written}");
        }
    }

    #[test]
    fn one_limit_changes_and_the_others_stay() {
        let limits = SpendLimits {
            order: Some(30),
            day: Some(60),
            month: None,
        };
        let changed = with(limits, SpendPeriod::Day, None);
        assert_eq!(
            (changed.order, changed.day, changed.month),
            (Some(30), None, None)
        );
    }
}
