//! Single cases by hand, and the two promises by the thousand: no batch of another order is ever
//! adopted, and none where two fit.

use std::collections::HashMap;

use contract::{CharacterId, ChosenCharacter, ChosenProduct, OrderId, ProductId, TemplateId};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::json;

use super::super::window::Allowance;
use super::*;
use crate::journal::Brief;
use crate::orders::Phase;

const ME: &str = "user-me";

/// What an order is made of, of few kinds, so that many are alike.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    source: u8,
    direction: u8,
    hint: u8,
    language: u8,
    cast: u8,
    product: u8,
}

/// An order of this machine, and what the service made of it.
#[derive(Clone, Debug)]
struct Placed {
    made: Made,
    sent_at: Millis,
    upload: Millis,
    /// How long after its last byte the service made its tasks; none where it never did.
    taken_after: Option<Millis>,
    phase: Phase,
    /// Which fields the service leaves out.
    silent: u8,
    analysed_only: bool,
}

impl Placed {
    fn template(&self) -> bool {
        self.made.source < 2
    }

    fn record(&self, number: usize, ahead: Millis) -> OrderRecord {
        let made = &self.made;
        let word = |number: u8, word: &str| match number {
            0 => String::new(),
            number => format!("{word} {number}"),
        };
        OrderRecord {
            order_id: OrderId(number.to_string()),
            phase: self.phase,
            sender: "one".to_owned(),
            sealed: true,
            source: match made.source {
                source @ (0 | 1) => SourceRecord {
                    template_id: Some(TemplateId(format!("template-{source}"))),
                    ..SourceRecord::default()
                },
                2 => SourceRecord {
                    link: Some(LINK.to_owned()),
                    ..SourceRecord::default()
                },
                _ => SourceRecord {
                    path: Some("/clips/a.mp4".into()),
                    ..SourceRecord::default()
                },
            },
            language: if made.language == 0 { "en" } else { "es" }.to_owned(),
            direction: word(made.direction, "direction"),
            hint: if self.template() {
                String::new()
            } else {
                word(made.hint, "hint")
            },
            brief: Brief {
                characters: cast_of(made.cast)
                    .into_iter()
                    .map(|id| ChosenCharacter {
                        character_id: CharacterId(id.clone()),
                        name: id,
                    })
                    .collect(),
                product: (made.product > 0).then(|| ChosenProduct {
                    product_id: Some(ProductId(format!("product-{}", made.product))),
                    name: "Soap".to_owned(),
                    new_images: 0,
                    visibility: Visibility::OnCamera,
                }),
                ..Brief::default()
            },
            created_at: self.sent_at,
            sent_at: Some(self.sent_at),
            sealed_at: Some(self.sent_at + self.upload),
            service_ahead: Some(ahead),
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

    /// The batch that the service made of it, told with what it leaves out, and its new template.
    fn batch(&self, number: usize, ahead: Millis) -> Option<(Batch, Option<Formula>)> {
        let began = self.sent_at + self.upload + self.taken_after? + ahead;
        let order = self.record(number, ahead);
        let formula_id = match &order.source.template_id {
            Some(id) => id.0.clone(),
            None => format!("made-{number}"),
        };
        let mut tasks = Vec::new();
        let task = |kind: &str, character: Option<&String>| {
            let says = |bit: u8, value: serde_json::Value| {
                if self.silent & (1 << bit) == 0 {
                    value
                } else {
                    json!(null)
                }
            };
            let product = order.brief.product.as_ref();
            let visible = if product.is_some() {
                "on_camera"
            } else {
                "no_product"
            };
            let id = product
                .and_then(|product| product.product_id.as_ref())
                .map(|id| &id.0);
            json!({
                "id": format!("{number}-{kind}-{character:?}"),
                "type": kind,
                "status": "queued",
                "batch_id": format!("batch-{number}"),
                "formula_id": says(0, json!(formula_id)),
                "content_anchor": says(1, json!(order.direction)),
                "user_hint": if kind == "analyze" { says(2, json!(order.hint)) } else { json!(null) },
                "language": says(3, json!(order.language)),
                "character_id": says(4, json!(character)),
                "product_id": says(5, json!(id)),
                "product_visibility": says(6, json!(visible)),
                "submitted_by_user_id": says(7, json!(ME)),
                "created_at": at(began).to_string(),
            })
        };
        let cast = cast_of(self.made.cast);
        if !self.template() {
            tasks.push(task("analyze", None));
        }
        if self.template() || !self.analysed_only {
            match cast.is_empty() {
                true => tasks.push(task("pipeline", None)),
                false => tasks.extend(cast.iter().map(|one| task("pipeline", Some(one)))),
            }
        }
        let template = (!self.template()).then(|| {
            serde_json::from_value(json!({
                "id": formula_id,
                "created_at": at(began).to_string(),
                "source_url": order.source.link,
            }))
            .expect("a template")
        });
        let tasks = tasks.into_iter();
        let batch = Batch {
            batch_id: format!("batch-{number}"),
            tasks: tasks
                .map(|task| serde_json::from_value(task).expect("a task"))
                .collect(),
            is_whole: true,
        };
        Some((batch, template))
    }
}

const LINK: &str = "https://www.tiktok.com/@a/video/7301234567890123456";

fn cast_of(number: u8) -> Vec<String> {
    (0..number).map(|one| format!("character-{one}")).collect()
}

fn at(millis: Millis) -> Timestamp {
    Timestamp::from_millisecond(millis).expect("in range")
}

fn made() -> impl Strategy<Value = Made> {
    (0..4_u8, 0..2_u8, 0..2_u8, 0..2_u8, 0..3_u8, 0..2_u8).prop_map(
        |(source, direction, hint, language, cast, product)| Made {
            source,
            direction,
            hint,
            language,
            cast,
            product,
        },
    )
}

fn placed() -> impl Strategy<Value = Placed> {
    let taken = prop_oneof![
        1 => Just(None),
        3 => (0..Allowance::SERVICE.delay).prop_map(Some),
    ];
    let phase = prop_oneof![
        Just(Phase::InDoubt),
        Just(Phase::Sending),
        Just(Phase::Acknowledged)
    ];
    let times = (0..2_400_000_i64, 0..600_000_i64);
    (made(), times, taken, phase, any::<u8>(), any::<bool>()).prop_map(
        |(made, (begins, upload), taken_after, phase, silent, analysed_only)| Placed {
            made,
            sent_at: 1_750_000_000_000 + begins,
            upload,
            taken_after,
            phase,
            silent,
            analysed_only,
        },
    )
}

/// One that the service took.
fn taken() -> impl Strategy<Value = Placed> {
    (placed(), 0..Allowance::SERVICE.delay).prop_map(|(order, after)| Placed {
        taken_after: Some(after),
        ..order
    })
}

/// Judges the first of some orders of one machine, after the service took what it took.
fn judged(orders: &[Placed], ahead: Millis) -> (Verdict, Vec<String>) {
    let records: Vec<OrderRecord> = orders
        .iter()
        .enumerate()
        .map(|(number, order)| order.record(number, ahead))
        .collect();
    let mut facts = Facts {
        templates: HashMap::new(),
        user_id: Some(ME.to_owned()),
    };
    let mut batches = Vec::new();
    for (number, order) in orders.iter().enumerate() {
        let Some((batch, template)) = order.batch(number, ahead) else {
            continue;
        };
        facts
            .templates
            .extend(template.map(|template| (template.id.clone(), template)));
        // What was answered is known to be that order's.
        if number == 0 || order.phase != Phase::Acknowledged {
            batches.push(batch);
        }
    }
    let wanted = |record| Wanted {
        order: record,
        window: Window::of(record, Some(ahead), Allowance::SERVICE),
    };
    let rivals: Vec<Rival<'_>> = records[1..]
        .iter()
        .filter(|record| record.phase != Phase::Acknowledged)
        .map(|record| Rival {
            wanted: wanted(record),
            is_awaited: record.phase == Phase::Sending,
        })
        .collect();
    let first = wanted(&records[0]);
    let fitting = batches
        .iter()
        .filter(|batch| fit(&first, batch, &facts) != Fit::No)
        .map(|batch| batch.batch_id.clone())
        .collect();
    (judge(&first, &rivals, &batches, &facts), fitting)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_batch_of_another_order_is_never_adopted(
        orders in prop::collection::vec(placed(), 1..5),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        if let (Verdict::Is(batch_id), _) = judged(&orders, ahead) {
            prop_assert_eq!(batch_id, "batch-0");
        }
    }

    #[test]
    fn nothing_is_adopted_where_two_fit(
        orders in prop::collection::vec(placed(), 1..5),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        let (verdict, fitting) = judged(&orders, ahead);
        match verdict {
            Verdict::Nowhere => prop_assert!(fitting.is_empty()),
            Verdict::Is(batch_id) => prop_assert_eq!(fitting, [batch_id]),
            Verdict::Open => prop_assert!(!fitting.is_empty()),
            Verdict::Ask(mut shown) => {
                shown.sort();
                let mut fitting = fitting;
                fitting.sort();
                prop_assert_eq!(shown, fitting);
            }
        }
    }

    /// What the service took is never said to be nowhere, whatever it leaves out, so that nobody is
    /// offered to pay for it again.
    #[test]
    fn what_was_taken_is_always_found_or_shown(
        order in taken(),
        others in prop::collection::vec(placed(), 0..3),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        let orders: Vec<Placed> = std::iter::once(order).chain(others).collect();
        let (verdict, fitting) = judged(&orders, ahead);
        prop_assert!(fitting.contains(&"batch-0".to_owned()), "{:?}", verdict);
        prop_assert_ne!(verdict, Verdict::Nowhere);
    }

    /// An order that the service tells whole, alone in its time, needs nobody's help.
    #[test]
    fn an_order_that_is_told_whole_and_stands_alone_is_found(
        order in taken(),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        let order = Placed { silent: 0, ..order };
        let (verdict, _) = judged(std::slice::from_ref(&order), ahead);
        prop_assert_eq!(verdict, Verdict::Is("batch-0".to_owned()));
    }
}

fn plain() -> Placed {
    Placed {
        made: Made {
            source: 0,
            direction: 1,
            hint: 0,
            language: 0,
            cast: 0,
            product: 0,
        },
        sent_at: 1_750_000_000_000,
        upload: 1_000,
        taken_after: Some(2_000),
        phase: Phase::InDoubt,
        silent: 0,
        analysed_only: false,
    }
}

#[test]
fn the_same_plan_twice_is_not_confused() {
    let later = Placed {
        sent_at: plain().sent_at + 30_000,
        ..plain()
    };
    // The other one is answered: its batch is known.
    let answered = Placed {
        phase: Phase::Acknowledged,
        ..later.clone()
    };
    let (verdict, _) = judged(&[plain(), answered.clone()], 0);
    assert_eq!(verdict, Verdict::Is("batch-0".to_owned()));
    // Ours was not taken, and its batch is no candidate.
    let lost = Placed {
        taken_after: None,
        ..plain()
    };
    assert_eq!(judged(&[lost.clone(), answered], 0).0, Verdict::Nowhere);
    // Its answer is awaited: the one batch that there is may be either's.
    let awaited = Placed {
        phase: Phase::Sending,
        ..later.clone()
    };
    assert_eq!(judged(&[lost.clone(), awaited], 0).0, Verdict::Open);
    // Both are in doubt: only the person can say.
    let ask = Verdict::Ask(vec!["batch-1".to_owned()]);
    assert_eq!(judged(&[lost, later.clone()], 0).0, ask);
    let (verdict, _) = judged(&[plain(), later], 0);
    assert_eq!(
        verdict,
        Verdict::Ask(vec!["batch-0".to_owned(), "batch-1".to_owned()])
    );
}

#[test]
fn another_members_order_and_one_from_before_are_none() {
    let order = plain().record(0, 0);
    let (mut batch, _) = plain().batch(0, 0).expect("taken");
    let facts = Facts {
        user_id: Some(ME.to_owned()),
        ..Facts::default()
    };
    let wanted = |ahead| Wanted {
        order: &order,
        window: Window::of(
            &OrderRecord {
                service_ahead: ahead,
                ..order.clone()
            },
            None,
            Allowance::SERVICE,
        ),
    };
    assert_eq!(fit(&wanted(Some(0)), &batch, &facts), Fit::Surely);
    // A clock that is three hours off, and nobody knows: neither proof nor disproof.
    assert_eq!(fit(&wanted(None), &batch, &facts), Fit::Perhaps);
    assert_eq!(fit(&wanted(Some(3 * 3_600_000)), &batch, &facts), Fit::No);
    batch.tasks[0].submitted_by_user_id = Some("user-other".to_owned());
    assert_eq!(fit(&wanted(Some(0)), &batch, &facts), Fit::No);
}

#[test]
fn a_link_is_known_by_its_video_and_an_old_template_is_no_new_source() {
    let placed = Placed {
        made: Made {
            source: 2,
            ..plain().made
        },
        ..plain()
    };
    let order = placed.record(0, 0);
    let (batch, template) = placed.batch(0, 0).expect("taken");
    let template = template.expect("a new one");
    let wanted = Wanted {
        order: &order,
        window: Window::of(&order, None, Allowance::SERVICE),
    };
    let judged = |template: Formula| {
        let facts = Facts {
            templates: HashMap::from([(template.id.clone(), template)]),
            user_id: None,
        };
        fit(&wanted, &batch, &facts)
    };
    assert_eq!(judged(template.clone()), Fit::Surely);
    let with_link = |link: &str| Formula {
        source_url: Some(link.to_owned()),
        ..template.clone()
    };
    assert_eq!(
        judged(with_link(
            "https://www.tiktok.com/@b/video/7309999999999999999"
        )),
        Fit::No
    );
    assert_eq!(
        judged(with_link("https://vm.tiktok.com/ZMabc123/")),
        Fit::Surely,
        "hides it"
    );
    let old = Formula {
        created_at: Some(at(placed.sent_at - 86_400_000)),
        ..template
    };
    assert_eq!(judged(old), Fit::No);
    let nothing = fit(&wanted, &batch, &Facts::default());
    assert_eq!(nothing, Fit::Perhaps, "no template says whose it is");
}
