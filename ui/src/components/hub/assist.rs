//! The daily assists: what is left, more of them, and the button of what draws on them.

use contract::{AssistsView, Millis, Step};
use leptos::prelude::*;
use words::Words;

use super::PurchaseNotice;
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind, Glyph, Icon};
use crate::pages::wording::{args, facts};

/// Assists left, when they begin anew, and the way to more. Asks the service as it appears.
#[component]
pub fn AssistMeter() -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let signed_in = Memo::new(move |_| hub.is_signed_in());
    Effect::new(move |_| {
        if signed_in.get() {
            hub.read_assists();
        }
    });
    let now = store.ticking();
    let minute = Memo::new(move |_| now.get() / 60_000 * 60_000);
    let is_low = Memo::new(move |_| {
        hub.assists
            .with(|assists| assists.is_some_and(|assists| assists.remaining < 3))
    });
    view! {
        <Show when=move || signed_in.get()>
            <div class="assist-meter" data-test="assist-meter">
                <p
                    class="muted small"
                    data-test="assists-left"
                    data-left=move || hub.assists.with(|a| a.map(|a| a.remaining.to_string()))
                >
                    {move || match hub.assists.get() {
                        Some(assists) => assist_words(&say(), &assists, minute.get()),
                        None => t("hub-assists-unknown"),
                    }}
                </p>
                <Show when=move || is_low.get()>
                    <Button
                        kind=ButtonKind::Quiet
                        test="assists-unlock"
                        on_press=Callback::new(move |()| hub.steps.open(Step::UnlockAssists))
                    >
                        {move || unlock_words(hub.assists.get())}
                    </Button>
                </Show>
            </div>
            <PurchaseNotice/>
        </Show>
    }
}

/// "17 assists left · anew in 5 h".
fn assist_words(words: &Words, assists: &AssistsView, now: Millis) -> String {
    let left = words.say_with(
        "hub-assists-left",
        &args([
            ("count", f64::from(assists.remaining).into()),
            (
                "of",
                f64::from(assists.limit.saturating_add(assists.bonus)).into(),
            ),
        ]),
    );
    let resets = assists
        .resets_at
        .and_then(|at| u64::try_from((at - now) / 1000).ok())
        .map(|seconds| {
            // To the minute: nobody waits for the second.
            let span = words.span(((seconds + 30) / 60).max(1) * 60);
            words.say_with("hub-assists-reset", &args([("span", span.into())]))
        });
    facts([Some(left), resets].into_iter().flatten())
}

fn unlock_words(assists: Option<AssistsView>) -> String {
    match assists {
        Some(assists) => t_with(
            "hub-assists-more",
            &args([
                ("batch", f64::from(assists.unlock_batch_size).into()),
                ("cost", f64::from(assists.unlock_cost).into()),
            ]),
        ),
        None => t("hub-assists-more-plain"),
    }
}

/// A button of something that draws one assist and costs no credits.
#[component]
pub fn AssistButton(
    /// For tests.
    #[prop(into)]
    test: String,
    /// Whether it is being done.
    #[prop(into)]
    busy: Signal<bool>,
    /// When it can't be pressed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-test=test
            aria-busy=move || busy.get().to_string()
            disabled=move || disabled.get() || busy.get()
            on:click=move |_| on_press.run(())
        >
            <Icon glyph=Glyph::Assist/>
            {children()}
            <span class="cost">
                {move || if busy.get() { t("hub-assist-busy") } else { t("hub-assist-one") }}
            </span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    #[test]
    fn the_meter_says_what_is_left_of_all_and_when_it_begins_anew() {
        let assists = AssistsView {
            used: 23,
            limit: 20,
            bonus: 10,
            remaining: 7,
            resets_at: Some(5 * 3_600_000 - 1),
            unlock_cost: 1,
            unlock_batch_size: 10,
            heard_at: 0,
        };
        let words = Words::of(Language::English);
        assert_eq!(
            assist_words(&words, &assists, 0),
            "7 of 30 assists left · anew in 5 h"
        );
        // A time that has passed promises nothing.
        assert_eq!(
            assist_words(&words, &assists, 6 * 3_600_000),
            "7 of 30 assists left"
        );
    }
}
