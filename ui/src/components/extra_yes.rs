//! The extra yes: what a yes would go over, and the control that lets it, this once.

use contract::{OverLimit, Refusal, Service, SpendPeriod, SpendReview, ask};
use leptos::prelude::*;
use words::Words;

use crate::app::{say, say_refusal};
use crate::backend;
use crate::pages::wording::{args, spent};

/// Whether the person lets a reviewed yes go over the limits that it would go over. Copy.
#[derive(Clone, Copy)]
pub struct ExtraYes {
    over: RwSignal<Vec<OverLimit>>,
    agreed: RwSignal<bool>,
}

impl ExtraYes {
    /// Nothing reviewed yet: nothing to agree to.
    pub fn new() -> Self {
        Self {
            over: RwSignal::new(Vec::new()),
            agreed: RwSignal::new(false),
        }
    }

    /// Another review: what it goes over is shown, and an earlier extra yes does not count for it.
    pub fn ask_for(self, over: Vec<OverLimit>) {
        self.agreed.set(false);
        self.over.set(over);
    }

    /// Whether nothing stands between the person and the yes. Reactive.
    pub fn is_given(self) -> bool {
        self.over.with(Vec::is_empty) || self.agreed.get()
    }

    /// Tells the core of it, before the yes itself. Nothing is told where nothing is gone over.
    ///
    /// # Errors
    /// The core's refusal: the review is not the latest any more.
    pub async fn tell(self, review: SpendReview) -> Result<(), Refusal> {
        let over = self.over.get_untracked();
        if over.is_empty() {
            return Ok(());
        }
        backend::ask(ask::AllowOverLimit { review, over }).await
    }
}

/// What is gone over, and the box to tick. Nothing where nothing is.
#[component]
pub fn OverLimits(
    /// The extra yes.
    yes: ExtraYes,
    /// Whose seconds or credits.
    service: Service,
) -> impl IntoView {
    let over = Memo::new(move |_| yes.over.get());
    let goes_over = move || over.with(|over| !over.is_empty());
    view! {
        <div class="over-limits" class:notice=goes_over class:warning=goes_over>
            // There before it says something, so that what it says is read out.
            <div role="status">
            {move || over.get().into_iter().map(|over| {
                let period = over.period.as_str();
                let refusal = over.refusal(service);
                view! {
                    <p data-test="over-limit" data-period=period>{move || say_refusal(&refusal)}</p>
                }
            }).collect_view()}
            </div>
        {move || goes_over().then(|| view! {
            <label class="agree">
                <input
                    type="checkbox"
                    data-test="over-limit-agree"
                    prop:checked=move || yes.agreed.get()
                    on:change:target=move |event| yes.agreed.set(event.target().checked())
                />
                <span>{move || over.with(|over| agree_words(&say(), over, service))}</span>
            </label>
        })}
        </div>
    }
}

/// What the box says: which limit, where it is one.
fn agree_words(words: &Words, over: &[OverLimit], service: Service) -> String {
    match over {
        [one] => {
            let limit = spent(words, f64::from(one.limit), service);
            let values = [
                ("period", SpendPeriod::as_str(one.period).into()),
                ("limit", limit.into()),
            ];
            words.say_with("limits-agree", &args(values))
        }
        _ => words.say("limits-agree-all"),
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn over(period: SpendPeriod, limit: u32) -> OverLimit {
        OverLimit {
            period,
            limit,
            would_be: f64::from(limit) + 15.0,
        }
    }

    #[test]
    fn the_box_names_the_limit_in_the_service_s_own_unit() {
        let words = Words::of(Language::English);
        let day = [over(SpendPeriod::Day, 60)];
        assert_eq!(
            agree_words(&words, &day, Service::Riffkit),
            "Go over my limit of 60 s a day this once"
        );
        let step = [over(SpendPeriod::Order, 15)];
        assert_eq!(
            agree_words(&words, &step, Service::Hubfluencer),
            "Go over my limit of 15 credits this once"
        );
        let two = [over(SpendPeriod::Day, 60), over(SpendPeriod::Month, 300)];
        assert_eq!(
            agree_words(&words, &two, Service::Riffkit),
            "Go over these limits of mine this once"
        );
    }

    #[test]
    fn an_extra_yes_counts_for_what_it_was_given_to_alone() {
        Owner::new().with(|| {
            let yes = ExtraYes::new();
            assert!(yes.is_given(), "nothing is gone over");
            yes.ask_for(vec![over(SpendPeriod::Day, 60)]);
            assert!(!yes.is_given());
            yes.agreed.set(true);
            assert!(yes.is_given());
            // The other front spent meanwhile: the figures are others.
            yes.ask_for(vec![over(SpendPeriod::Month, 300)]);
            assert!(!yes.is_given());
        });
    }
}
