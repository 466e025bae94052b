//! Orders of few kinds, so that many are alike, and what a service that leaves things out makes of them.

use contract::{
    CharacterId, ChosenCharacter, ChosenProduct, Millis, OrderId, ProductId, TemplateId, Visibility,
};
use jiff::Timestamp;
use proptest::prelude::*;
use riffkit::Formula;
use serde_json::json;

use super::super::super::window::Allowance;
use super::super::Batch;
use crate::journal::OrderPhase;
use crate::journal::{Brief, OrderRecord, Payer, SourceRecord};

pub(super) const ME: &str = "user-me";

/// What an order is made of, of few kinds, so that many are alike.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Made {
    pub(super) source: u8,
    pub(super) direction: u8,
    pub(super) hint: u8,
    pub(super) language: u8,
    pub(super) cast: u8,
    pub(super) product: u8,
}

/// An order of this machine, and what the service made of it.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) made: Made,
    pub(super) sent_at: Millis,
    pub(super) upload: Millis,
    /// How long after its last byte the service made its tasks; none where it never did.
    pub(super) taken_after: Option<Millis>,
    pub(super) phase: OrderPhase,
    /// Which fields the service leaves out.
    pub(super) silent: u8,
    pub(super) analysed_only: bool,
}

impl Placed {
    pub(super) fn template(&self) -> bool {
        self.made.source < 2
    }

    /// The length of its source, as a service tells it once it has analysed it.
    pub(super) fn told_length(&self) -> Option<Option<f64>> {
        let is_told = self.silent & 1 == 0;
        (!self.analysed_only).then_some(is_told.then_some(7.0))
    }

    pub(super) fn record(&self, number: usize, ahead: Millis) -> OrderRecord {
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
                    duration_seconds: Some(7.0),
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
            payer: Payer::default(),
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
    pub(super) fn batch(&self, number: usize, ahead: Millis) -> Option<(Batch, Option<Formula>)> {
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
                "status": if kind == "analyze" && !self.analysed_only { "completed" } else { "queued" },
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

pub(super) const LINK: &str = "https://www.tiktok.com/@a/video/7301234567890123456";

pub(super) fn cast_of(number: u8) -> Vec<String> {
    (0..number).map(|one| format!("character-{one}")).collect()
}

pub(super) fn at(millis: Millis) -> Timestamp {
    Timestamp::from_millisecond(millis).expect("in range")
}

pub(super) fn made() -> impl Strategy<Value = Made> {
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

pub(super) fn placed() -> impl Strategy<Value = Placed> {
    let taken = prop_oneof![
        1 => Just(None),
        3 => (0..Allowance::SERVICE.delay).prop_map(Some),
    ];
    let phase = prop_oneof![
        Just(OrderPhase::InDoubt),
        Just(OrderPhase::Sending),
        Just(OrderPhase::Acknowledged)
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
pub(super) fn taken() -> impl Strategy<Value = Placed> {
    (placed(), 0..Allowance::SERVICE.delay).prop_map(|(order, after)| Placed {
        taken_after: Some(after),
        ..order
    })
}
