//! The person's own limits, where some are set, and what was used of them from this computer.

use contract::{Service, SpendPeriod, Spending};
use leptos::prelude::*;
use words::Words;

use crate::app::{Page, say, store, t};
use crate::components::{Button, ButtonKind};
use crate::pages::wording::{args, spent};

/// A figure for each limit. Nothing where none is set.
#[component]
pub fn OwnLimits(
    /// Whose.
    service: Service,
) -> impl IntoView {
    let store = store();
    let figures = Memo::new(move |_| {
        store
            .spending
            .with(|all| figures(&say(), all.of(service), service))
    });
    view! {
        <Show when=move || figures.with(|figures| !figures.is_empty())>
            <div class="usage-limits" data-test=match service {
                Service::Riffkit => "usage-limits",
                Service::Hubfluencer => "usage-hub-limits",
            }>
                <h3>{move || t("usage-limits")}</h3>
                <dl class="usage-figures">
                    {move || figures.get().into_iter().map(|figure| view! {
                        <div class="usage-figure" data-over=figure.is_over.to_string()>
                            <dt class="muted">{t(figure.name)}</dt>
                            <dd class="figures">{figure.words}</dd>
                        </div>
                    }).collect_view()}
                </dl>
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
struct Figure {
    /// Key of its name.
    name: &'static str,
    words: String,
    is_over: bool,
}

fn figures(words: &Words, spending: &Spending, service: Service) -> Vec<Figure> {
    let mut figures = Vec::new();
    for &period in SpendPeriod::ALL {
        let Some(limit) = spending.limits.of(period).map(f64::from) else {
            continue;
        };
        let (name, used) = match (period, service) {
            (SpendPeriod::Order, Service::Riffkit) => ("usage-limit-order", None),
            (SpendPeriod::Order, Service::Hubfluencer) => ("usage-limit-step", None),
            (SpendPeriod::Day, _) => ("usage-limit-day", Some(spending.day)),
            (SpendPeriod::Month, _) => ("usage-limit-month", Some(spending.month)),
        };
        let most = spent(words, limit, service);
        let words = match used {
            None => words.say_with("usage-limit-most", &args([("limit", most.into())])),
            Some(used) => {
                let used = spent(words, used, service);
                let values = args([("limit", most.into()), ("used", used.into())]);
                words.say_with("usage-limit-used", &values)
            }
        };
        figures.push(Figure {
            name,
            words,
            is_over: used.is_some_and(|used| used > limit),
        });
    }
    figures
}

#[cfg(test)]
mod tests {
    use contract::{Language, SpendLimits};

    use super::*;

    #[test]
    fn only_limits_that_are_set_have_a_figure() {
        let words = Words::of(Language::English);
        let mut spending = Spending {
            limits: SpendLimits::default(),
            day: 74.5,
            month: 210.0,
        };
        assert_eq!(figures(&words, &spending, Service::Riffkit), []);
        spending.limits.day = Some(60);
        spending.limits.month = Some(900);
        let said = figures(&words, &spending, Service::Riffkit);
        assert_eq!(said[0].words, "74.5 s of 60 s");
        assert!(said[0].is_over && !said[1].is_over);
    }
}
