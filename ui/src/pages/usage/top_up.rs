//! The sheet about seconds that are missing: what is needed, what is left, how many are short, the
//! plans that can be had, and the service's own link to more.

use contract::{Arg, Code, PlanOffer, Refusal, ask};
use leptos::prelude::*;

use super::asked::Asked;
use super::offers::{Offers, how_to_buy};
use crate::app::{leads_to, say, say_refusal, store, t};
use crate::components::{Button, ButtonKind, Dialog, Glyph};

/// The sheet, while there is a refusal to speak of. It asks for the plans as it opens, and for
/// nothing else.
#[component]
pub fn TopUpSheet(
    /// What was refused; nothing keeps it closed.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
    /// Opens the link that the service gave with the refusal, unaltered. Without it the service's
    /// own site is opened.
    #[prop(optional, into)]
    on_top_up: Option<Callback<()>>,
    /// It is to be closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog
            open=Signal::derive(move || refusal.with(Option::is_some))
            title=move || t("top-up-title")
            test="top-up-sheet"
            on_close=on_close
        >
            {move || refusal.get().map(|refusal| view! {
                <Shortage refusal/>
                <Ways on_top_up on_close/>
            })}
        </Dialog>
    }
}

/// The figures, or the sentence where the service gave none.
#[component]
fn Shortage(
    /// What was refused.
    refusal: Refusal,
) -> impl IntoView {
    let figures = figures(&refusal);
    let with_link = refusal.clone();
    let offers = Asked::<Vec<PlanOffer>>::new();
    offers.ask(ask::ListPlans {});
    view! {
        {match figures {
            Some(figures) => view! {
                <dl class="usage-figures" data-test="top-up-figures">
                    {figures.map(|(word, test, seconds)| view! {
                        <div class="usage-figure">
                            <dt class="muted">{move || t(word)}</dt>
                            <dd class="figures" data-test=test>{move || say().seconds(seconds)}</dd>
                        </div>
                    }).collect_view()}
                </dl>
            }
            .into_any(),
            None => view! {
                <p data-test="top-up-words">{move || say_refusal(&refusal)}</p>
            }
            .into_any(),
        }}
        <p class="muted">{how_to_buy}</p>
        <Offers offers/>
        {move || leads_to(&with_link).map(|host| view! {
            <p class="muted" data-test="top-up-leads-to">{host}</p>
        })}
    }
}

/// The link, or the site; and back.
#[component]
fn Ways(
    /// Opens the link.
    on_top_up: Option<Callback<()>>,
    /// Closes the sheet.
    on_close: Callback<()>,
) -> impl IntoView {
    let store = store();
    let press = move |()| {
        match on_top_up {
            Some(open) => open.run(()),
            None => store.tell(ask::OpenService {}),
        }
        on_close.run(());
    };
    view! {
        <div class="dialog-actions">
            <Button test="top-up-close" on_press=on_close>{move || t("top-up-close")}</Button>
            <Button
                kind=ButtonKind::Primary
                test="top-up-open"
                glyph=Glyph::Link
                autofocus=true
                on_press=Callback::new(press)
            >
                {move || if on_top_up.is_some() { t("top-up-open") } else { t("usage-open-service") }}
            </Button>
        </div>
    }
}

/// Whether this refusal is about seconds that are missing.
pub fn is_shortage(refusal: &Refusal) -> bool {
    matches!(
        refusal.code,
        Code::NotEnoughSeconds | Code::NotEnoughSecondsUnknown | Code::AutoGenerateNoBalance
    )
}

/// What is needed, left and short: each with its word and its name in tests. None where the service
/// gave no numbers.
fn figures(refusal: &Refusal) -> Option<[(&'static str, &'static str, f64); 3]> {
    let number = |name: &str| match refusal.args.get(name) {
        Some(Arg::Number(seconds)) if seconds.is_finite() => Some(*seconds),
        _ => None,
    };
    Some([
        ("top-up-needed", "top-up-needed", number("needed")?),
        ("top-up-left", "top-up-left", number("available")?),
        ("top-up-short", "top-up-short", number("short")?),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_the_refusals_own() {
        let refusal = Refusal::new(Code::NotEnoughSeconds)
            .with("needed", 15.0)
            .with("available", 8.0)
            .with("short", 7.0);
        let read = figures(&refusal).map(|figures| figures.map(|(_, _, seconds)| seconds));
        assert_eq!(read, Some([15.0, 8.0, 7.0]));
        assert!(is_shortage(&refusal));
        let unknown = Refusal::new(Code::NotEnoughSecondsUnknown);
        assert_eq!(figures(&unknown), None);
        assert!(is_shortage(&unknown));
        assert!(!is_shortage(&Refusal::new(Code::DailyLimit)));
    }
}
