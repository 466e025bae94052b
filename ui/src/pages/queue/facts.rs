//! The facts of an order in one line: who, what, in which language, and since when. Pure.

use contract::{LanguageView, Millis, OrderState, OrderView, Visibility};
use words::Words;

use crate::pages::wording::{args, facts, figure, language_name, list};

/// Characters that the line names; of more it says how many.
const NAMED: usize = 3;

/// The line of facts under a card's title.
pub fn meta(words: &Words, order: &OrderView, languages: &[LanguageView], now: Millis) -> String {
    let ago = |key: &str, then: Millis| {
        words.say_with(key, &args([("ago", words.ago(now, then).into())]))
    };
    let times = match (&order.state, order.ended_at) {
        (OrderState::Ready, Some(ended)) => vec![ago("queue-meta-ready", ended)],
        (state, Some(ended)) if !state.is_open() => vec![ago("queue-meta-ended", ended)],
        _ => {
            let heard = order.heard_at.map(|heard| ago("queue-meta-heard", heard));
            [Some(ago("queue-meta-started", order.created_at)), heard]
                .into_iter()
                .flatten()
                .collect()
        }
    };
    let fixed = [
        who(words, order),
        what(words, order),
        language_name(languages, &order.language),
    ];
    facts(fixed.into_iter().chain(times))
}

fn who(words: &Words, order: &OrderView) -> String {
    if order.characters.is_empty() {
        return words.say("queue-meta-character");
    }
    let mut names: Vec<String> = order
        .characters
        .iter()
        .take(NAMED)
        .map(|chosen| chosen.name.clone())
        .collect();
    let more = order.characters.len().saturating_sub(NAMED);
    if more > 0 {
        names.push(words.say_with("riff-plan-more", &args([("count", figure(more).into())])));
    }
    list(words, &names)
}

fn what(words: &Words, order: &OrderView) -> String {
    match &order.product {
        None => words.say("queue-meta-product"),
        Some(product) => words.say_with(
            match product.visibility {
                Visibility::OnCamera => "queue-meta-on-camera",
                Visibility::OffCamera => "queue-meta-off-camera",
            },
            &args([("product", product.name.as_str().into())]),
        ),
    }
}

#[cfg(test)]
mod tests {
    use contract::{CharacterId, ChosenCharacter, ChosenProduct, Language, Stage};

    use super::*;
    use crate::pages::queue::samples::order;

    fn english() -> Words {
        Words::of(Language::English)
    }

    #[test]
    fn an_open_order_says_when_it_began_and_when_the_service_was_heard() {
        let mut open = order(OrderState::Working {
            stage: Stage::Queued,
        });
        open.created_at = 0;
        open.heard_at = Some(146_000);
        assert_eq!(
            meta(&english(), &open, &[], 150_000),
            "Auto · no product · en · started 2 min 30 s ago · heard 4 s ago"
        );
    }

    #[test]
    fn an_ended_order_says_when_it_ended() {
        let mut ready = order(OrderState::Ready);
        ready.ended_at = Some(0);
        assert!(meta(&english(), &ready, &[], 26 * 60_000).ends_with("ready 26 min ago"));
        ready.state = OrderState::Failed;
        assert!(meta(&english(), &ready, &[], 26 * 60_000).ends_with("ended 26 min ago"));
    }

    #[test]
    fn who_and_what_are_called_by_name() {
        let mut open = order(OrderState::Working {
            stage: Stage::Queued,
        });
        open.characters = ["Mia", "Caden"]
            .map(|name| ChosenCharacter {
                character_id: CharacterId::from(name),
                name: name.to_owned(),
            })
            .into();
        open.product = Some(ChosenProduct {
            product_id: None,
            name: "Oat Shot".to_owned(),
            new_images: 2,
            visibility: Visibility::OffCamera,
        });
        let said = meta(&english(), &open, &[], 0);
        assert!(
            said.starts_with("Mia and Caden · Oat Shot off camera · en"),
            "{said}"
        );
    }
}
