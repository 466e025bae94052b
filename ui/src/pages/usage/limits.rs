//! The person's own limits, where some are set, and what was used of them from this computer.

use contract::{Service, SpendPeriod, Spending};
use leptos::prelude::*;
use words::Words;

use crate::app::{Page, say, store, t};
use crate::components::{Button, ButtonKind};
use crate::pages::wording::{args, spent};

/// A line for each limit. Nothing where none is set.
#[component]
pub fn OwnLimits(
    /// Whose.
    service: Service,
) -> impl IntoView {
    let store = store();
    let lines = Memo::new(move |_| {
        store
            .spending
            .with(|all| lines(&say(), all.of(service), service))
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <div class="usage-limits" data-test=match service {
                Service::Riffkit => "usage-limits",
                Service::Hubfluencer => "usage-hub-limits",
            }>
                {move || lines.get().into_iter().map(|line| view! {
                    <p data-over=line.is_over.to_string()>{line.words}</p>
                }).collect_view()}
                <Button
                    kind=ButtonKind::Quiet
                    test="usage-limit-change"
                    on_press=Callback::new(move |()| store.page.set(Page::Settings))
                >
                    {move || t("usage-limit-change")}
                </Button>
            </div>
        </Show>
    }
}

/// What is said of one limit.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    words: String,
    is_over: bool,
}

fn lines(words: &Words, spending: &Spending, service: Service) -> Vec<Line> {
    let mut lines = Vec::new();
    for &period in SpendPeriod::ALL {
        let Some(limit) = spending.limits.of(period).map(f64::from) else {
            continue;
        };
        let (key, used) = match (period, service) {
            (SpendPeriod::Order, Service::Riffkit) => ("usage-limit-order", 0.0),
            (SpendPeriod::Order, Service::Hubfluencer) => ("usage-limit-step", 0.0),
            (SpendPeriod::Day, _) => ("usage-limit-day", spending.day),
            (SpendPeriod::Month, _) => ("usage-limit-month", spending.month),
        };
        let values = args([
            ("limit", spent(words, limit, service).into()),
            ("used", spent(words, used, service).into()),
        ]);
        lines.push(Line {
            words: words.say_with(key, &values),
            is_over: used > limit,
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use contract::{Language, SpendLimits};

    use super::*;

    #[test]
    fn only_limits_that_are_set_have_a_line() {
        let words = Words::of(Language::English);
        let mut spending = Spending {
            limits: SpendLimits::default(),
            day: 74.5,
            month: 210.0,
        };
        assert_eq!(lines(&words, &spending, Service::Riffkit), []);
        spending.limits.day = Some(60);
        spending.limits.month = Some(900);
        let said = lines(&words, &spending, Service::Riffkit);
        assert_eq!(
            said[0].words,
            "Your limit for a day: 74.5 s of 60 s used from this computer"
        );
        assert!(said[0].is_over && !said[1].is_over);
    }
}
