//! Whatever a service writes in a field, it is read or absent: never a panic, never an error, never a number that is none.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde::Deserialize;
use serde_json::{Map, Value, json};

lenient::open_words! {
    /// A service's words.
    Mood {
        /// Known.
        Glad => "glad",
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Answer {
    #[serde(deserialize_with = "lenient::optional_id")]
    optional_id: Option<String>,
    #[serde(deserialize_with = "lenient::ids")]
    ids: Vec<String>,
    #[serde(deserialize_with = "lenient::text")]
    text: Option<String>,
    #[serde(deserialize_with = "lenient::words")]
    words: String,
    #[serde(deserialize_with = "lenient::texts")]
    texts: Vec<String>,
    #[serde(deserialize_with = "lenient::number")]
    number: Option<f64>,
    #[serde(deserialize_with = "lenient::number_or_zero")]
    number_or_zero: f64,
    #[serde(deserialize_with = "lenient::count")]
    count: u32,
    #[serde(deserialize_with = "lenient::whole")]
    whole: Option<u64>,
    #[serde(deserialize_with = "lenient::counts")]
    counts: BTreeMap<String, u64>,
    #[serde(deserialize_with = "lenient::percent")]
    percent: u8,
    #[serde(deserialize_with = "lenient::yes")]
    yes: bool,
    #[serde(deserialize_with = "lenient::answer")]
    answer: Option<bool>,
    #[serde(deserialize_with = "lenient::present")]
    present: bool,
    #[serde(deserialize_with = "lenient::shape")]
    shape: Option<(u8, String)>,
    #[serde(deserialize_with = "lenient::time")]
    time: Option<Timestamp>,
    #[serde(deserialize_with = "lenient::list")]
    list: Vec<u8>,
    mood: Mood,
}

const FIELDS: &[&str] = &[
    "optional_id",
    "ids",
    "text",
    "words",
    "texts",
    "number",
    "number_or_zero",
    "count",
    "whole",
    "counts",
    "percent",
    "yes",
    "answer",
    "present",
    "shape",
    "time",
    "list",
    "mood",
];

/// Any JSON, with a liking for what lies at an edge.
fn value() -> impl Strategy<Value = Value> {
    let edges = select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(-0.0),
        json!(""),
        json!("NaN"),
        json!("inf"),
        json!("1e999"),
        json!("  7 "),
        json!("-9999-12-31T23:59:59Z"),
        json!("9999-12-31T23:59:60.999999999999Z"),
        json!("2026-02-30"),
        json!("2026-06-20T10:11:12+25:99"),
        json!("0000-00-00T00:00:00"),
        json!("\u{0}"),
        json!("glad"),
        json!("GLAD"),
    ]);
    let leaf = prop_oneof![4 => edges, 1 => any::<String>().prop_map(Value::from), 1 => any::<f64>().prop_map(Value::from)];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec(("[a-z]{0,3}", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        // The same cases on each run, so that a red test is red for everybody.
        rng_seed: RngSeed::Fixed(0x5EED),
        ..ProptestConfig::with_cases(1500)
    })]

    #[test]
    fn every_form_takes_any_value(fields in vec((select(FIELDS), value()), 0..18)) {
        let object: Map<String, Value> = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let whole = Value::Object(object);
        let read: Result<Answer, _> = serde_json::from_value(whole.clone());
        prop_assert!(read.is_ok(), "{}: {:?}", whole, read);
        let read = read.unwrap_or_default();
        prop_assert!(read.percent <= 100);
        prop_assert!(read.number.is_none_or(f64::is_finite) && read.number_or_zero.is_finite());
        prop_assert!(read.text.is_none_or(|text| !text.is_empty()));
        prop_assert!(read.optional_id.is_none_or(|id| !id.is_empty()));
        prop_assert!(read.ids.iter().chain(&read.texts).all(|text| !text.is_empty()));
    }

    #[test]
    fn any_text_is_a_moment_or_none(text in "[-+0-9TtZz:., ]{0,40}|\\PC{0,20}") {
        if let Some(moment) = lenient::time_of(&json!(text)) {
            // What is kept of it can be read again.
            prop_assert_eq!(moment.to_string().parse::<Timestamp>().ok(), Some(moment));
        }
    }
}
