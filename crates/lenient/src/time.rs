//! Moments.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, fmt::temporal};
use serde::Deserialize as _;
use serde::de::Deserializer;
use serde_json::Value;

/// A moment: with an offset, or naive, which is UTC (contract, "TaskOut").
pub fn time<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Timestamp>, D::Error> {
    Ok(time_of(&Value::deserialize(input)?))
}

/// A moment, when the value is one. Naive ones are UTC.
pub fn time_of(value: &Value) -> Option<Timestamp> {
    static PARSER: temporal::DateTimeParser = temporal::DateTimeParser::new();
    let text = value.as_str()?.trim();
    if let Ok(moment) = PARSER.parse_timestamp(text) {
        return Some(moment);
    }
    let naive: DateTime = PARSER.parse_datetime(text).ok()?;
    naive
        .to_zoned(TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::time_of;

    #[test]
    fn times_are_utc_unless_they_say_otherwise() {
        let utc = "2026-06-20T10:11:12.5Z".parse().unwrap();
        for text in [
            "2026-06-20T10:11:12.5Z",
            "2026-06-20T10:11:12.500000",
            "2026-06-20 10:11:12.5",
            "2026-06-20T12:11:12.5+02:00",
        ] {
            assert_eq!(time_of(&json!(text)), Some(utc), "{text}");
        }
        assert_eq!(
            time_of(&json!("2026-06-20")),
            Some("2026-06-20T00:00:00Z".parse().unwrap())
        );
        for rubbish in [json!("soon"), json!(""), json!(null), json!(1_750_000_000)] {
            assert_eq!(time_of(&rubbish), None, "{rubbish}");
        }
    }
}
