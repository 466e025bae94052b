//! Orders that another computer of the same account makes at the same time, which nobody here knows
//! of; and a clock that was set meanwhile.

use std::collections::HashMap;

use contract::{CharacterId, ChosenCharacter, ChosenProduct, OrderId, ProductId, TemplateId};
use serde_json::json;

use super::super::window::Allowance;
use super::*;
use crate::journal::Brief;
use crate::orders::Phase;

const MINUTE: Millis = 60_000;
/// When ours began to be sent, and when its last byte left.
const SENT: Millis = 1_750_000_000_000;
const LEFT: Millis = SENT + 30 * MINUTE;

fn ours() -> OrderRecord {
    OrderRecord {
        order_id: OrderId("ours".to_owned()),
        phase: Phase::InDoubt,
        sender: "one".to_owned(),
        sealed: true,
        source: SourceRecord {
            template_id: Some(TemplateId("template".to_owned())),
            ..SourceRecord::default()
        },
        language: "en".to_owned(),
        direction: String::new(),
        hint: String::new(),
        brief: Brief::default(),
        created_at: SENT,
        sent_at: Some(SENT),
        sealed_at: Some(LEFT),
        service_ahead: Some(0),
        account: None,
        batch_id: None,
        formula_id: None,
        tasks: Vec::new(),
        refusal: None,
        top_up_link: None,
        heard_at: None,
        ended_at: None,
    }
}

/// A riff of the same template with nothing chosen, as a service may tell of it.
fn plain_batch(began: Millis) -> Batch {
    let at = jiff::Timestamp::from_millisecond(began).expect("in range");
    let task = json!({
        "id": "task", "type": "pipeline", "status": "queued", "batch_id": "theirs",
        "formula_id": "template", "language": "en", "created_at": at.to_string(),
    });
    Batch {
        batch_id: "theirs".to_owned(),
        tasks: vec![serde_json::from_value(task).expect("a task")],
        is_whole: true,
    }
}

fn judged(order: &OrderRecord, batch: Batch, ahead: Millis) -> Verdict {
    let wanted = Wanted {
        order,
        window: Window::of(order, Some(ahead), Allowance::SERVICE),
    };
    let facts = Facts {
        templates: HashMap::new(),
        user_id: None,
    };
    judge(&wanted, &[], &[batch], &facts)
}

fn ask() -> Verdict {
    Verdict::Ask(vec!["theirs".to_owned()])
}

#[test]
fn what_was_chosen_and_is_not_told_is_asked_about() {
    let found = judged(&ours(), plain_batch(LEFT + MINUTE), 0);
    assert_eq!(
        found,
        Verdict::Is("theirs".to_owned()),
        "nothing was chosen"
    );
    let directed = OrderRecord {
        direction: "The scan, not the taste".to_owned(),
        ..ours()
    };
    let cast = OrderRecord {
        brief: Brief {
            characters: vec![ChosenCharacter {
                character_id: CharacterId("caden".to_owned()),
                name: "Caden".to_owned(),
            }],
            ..Brief::default()
        },
        ..ours()
    };
    let placed = OrderRecord {
        brief: Brief {
            product: Some(ChosenProduct {
                product_id: Some(ProductId("soap".to_owned())),
                name: "Soap".to_owned(),
                new_images: 0,
                visibility: Visibility::OnCamera,
            }),
            ..Brief::default()
        },
        ..ours()
    };
    for order in [directed, cast, placed] {
        assert_eq!(
            judged(&order, plain_batch(LEFT + MINUTE), 0),
            ask(),
            "{order:?}"
        );
    }
}

#[test]
fn what_was_made_before_our_last_byte_left_is_asked_about() {
    assert_eq!(judged(&ours(), plain_batch(SENT + 5 * MINUTE), 0), ask());
    // By an older version, which noted no moment.
    let older = OrderRecord {
        sealed_at: None,
        ..ours()
    };
    assert_eq!(judged(&older, plain_batch(LEFT + MINUTE), 0), ask());
}

#[test]
fn a_clock_that_was_set_before_the_order_left_hides_nothing() {
    // What was known of the service's clock was heard before our own one was set, by two hours.
    for hours in [-2, 2] {
        let set_by = hours * 60 * MINUTE;
        let stale = OrderRecord {
            service_ahead: Some(set_by),
            ..ours()
        };
        assert_eq!(
            judged(&stale, plain_batch(LEFT + MINUTE), 0),
            ask(),
            "{hours}"
        );
        // Or it was set after it: then what was known was right.
        let found = judged(&stale, plain_batch(LEFT + MINUTE + set_by), 0);
        assert_eq!(found, Verdict::Is("theirs".to_owned()), "{hours}");
    }
}
