//! A refusal on one of Hubfluencer's pages: what happened, and the way on.

use contract::{Arg, Code, NextStep, Refusal, Step, hub_ask};
use leptos::prelude::*;
use words::Words;

use crate::app::{Store, next_word, say, store};
use crate::components::{Button, Glyph, Icon};

/// The panel. Giving a token, opening the service and buying assists are the same everywhere; every
/// other step is the owner's, by `on_go`. Without it only those three have a button.
#[component]
pub fn HubRefusal(
    /// What happened.
    #[prop(into)]
    refusal: Signal<Refusal>,
    /// Goes on by the refusal's own next step: tries again, leads to the words, looks.
    #[prop(optional, into)]
    on_go: Option<Callback<()>>,
    /// Takes it away.
    #[prop(optional, into)]
    on_hide: Option<Callback<()>>,
) -> impl IntoView {
    let store = store();
    let next = Memo::new(move |_| {
        let next = refusal.with(|refusal| refusal.next);
        (is_common(next) || (on_go.is_some() && next != NextStep::None)).then_some(next)
    });
    let press = Callback::new(move |()| {
        let Some(next) = next.get_untracked() else {
            return;
        };
        if is_common(next) {
            go(store, next);
        } else if let Some(on_go) = on_go {
            on_go.run(());
        }
    });
    view! {
        <div
            class="notice bad refusal"
            role="alert"
            data-test="refusal"
            data-code=move || refusal.with(|refusal| refusal.code.as_str())
        >
            <Icon glyph=Glyph::Alert/>
            <p>{move || sentence(&say(), refusal.get())}</p>
            {move || next.get().map(|next| view! {
                <Button test=format!("next-{}", next.as_str()) on_press=press>
                    {move || next_word(next)}
                </Button>
            })}
            {on_hide.map(|on_hide| view! {
                <button
                    type="button"
                    class="toast-close"
                    data-test="refusal-hide"
                    aria-label=move || crate::app::t("toast-dismiss")
                    on:click=move |_| on_hide.run(())
                >
                    <Icon glyph=Glyph::Close/>
                </button>
            })}
        </div>
    }
}

/// What happened. Why words were rejected is told in the page's own where they have one for it.
fn sentence(words: &Words, mut refusal: Refusal) -> String {
    if refusal.code == Code::PromptRejected
        && let Some(Arg::Text(category)) = refusal.args.get_mut("category")
    {
        let key = format!(
            "hub-category-{}",
            category.trim().replace([' ', '_'], "-").to_lowercase()
        );
        *category = if words.has(&key) {
            words.say(&key)
        } else {
            category.replace('_', " ")
        };
    }
    words.refusal(&refusal)
}

/// Steps that lead to the same place wherever they are offered.
const fn is_common(next: NextStep) -> bool {
    matches!(
        next,
        NextStep::GiveToken
            | NextStep::OpenHubfluencer
            | NextStep::UnlockAssists
            | NextStep::ChooseFolder
            | NextStep::ChooseVault
    )
}

fn go(store: Store, next: NextStep) {
    match next {
        NextStep::GiveToken => store.hub.token_asked.set(true),
        NextStep::OpenHubfluencer => store.tell(hub_ask::OpenHubfluencer {}),
        NextStep::UnlockAssists => store.hub.steps.open(Step::UnlockAssists),
        NextStep::ChooseFolder => store.choose_reels_folder(),
        NextStep::ChooseVault => store.vault_asked.set(true),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn rejected(category: &str) -> String {
        let refusal = Refusal::from(Code::PromptRejected).with("category", category);
        sentence(&Words::of(Language::English), refusal)
    }

    #[test]
    fn why_words_were_rejected_is_told_plainly_and_what_nobody_knows_as_it_is() {
        assert!(rejected("self_harm").contains("(self-harm)"));
        assert!(rejected("sexual").contains("(sexual content)"));
        assert!(rejected("lunar_claims").contains("(lunar claims)"));
    }
}
