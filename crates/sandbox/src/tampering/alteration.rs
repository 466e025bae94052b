//! Answers that say something else than the service means.

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt as _, stream};
use serde_json::{Map, Value, json};

use crate::faults::Distortion;

/// No answer of the services is longer than this, in bytes.
const LONGEST_ANSWER: usize = 64 * 1024 * 1024;
/// A piece of a huge answer, in bytes.
const PIECE: usize = 64 * 1024;
/// How many of them come before the answer itself.
const PIECES: usize = 4096;

/// Members whose values the contract has closed lists for.
const WORDS: [&str; 9] = [
    "status",
    "stage",
    "type",
    "kind",
    "mode",
    "phase",
    "visibility",
    "product_visibility",
    "autopilot_status",
];

/// Whether an answer is one that can be altered: a success in JSON.
pub(super) fn is_alterable(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_json = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    response.status().is_success() && is_json
}

/// The same answer, distorted.
pub(super) async fn distorted(response: Response, distortion: Distortion) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LONGEST_ANSWER).await else {
        return Response::from_parts(parts, Body::empty());
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let of = |change: fn(&mut Value)| -> Bytes {
        let mut answer: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        change(&mut answer);
        answer.to_string().into()
    };
    let body = match distortion {
        Distortion::Malformed => bytes.slice(..bytes.len() / 2).into(),
        Distortion::Empty => Body::empty(),
        Distortion::WrongTypes => of(other_types).into(),
        Distortion::UnknownWords => of(unknown_words).into(),
        Distortion::MissingFields => of(emptied).into(),
        Distortion::Huge => {
            let space = Bytes::from(vec![b' '; PIECE]);
            let pieces = stream::repeat(space).take(PIECES);
            let whole = pieces.chain(stream::iter([bytes]));
            Body::from_stream(whole.map(Ok::<_, std::convert::Infallible>))
        }
    };
    Response::from_parts(parts, body)
}

/// The same answer with its JSON changed; nothing where `change` says that nothing is to change.
pub(super) async fn changed(
    response: Response,
    change: impl FnOnce(&mut Value) -> bool,
) -> (Response, bool) {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LONGEST_ANSWER).await else {
        return (Response::from_parts(parts, Body::empty()), false);
    };
    let Ok(mut answer) = serde_json::from_slice::<Value>(&bytes) else {
        return (Response::from_parts(parts, bytes.into()), false);
    };
    if !change(&mut answer) {
        return (Response::from_parts(parts, bytes.into()), false);
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    let kind = HeaderValue::from_static("application/json");
    parts.headers.insert(header::CONTENT_TYPE, kind);
    ((parts, answer.to_string()).into_response(), true)
}

fn other_types(value: &mut Value) {
    *value = match std::mem::take(value) {
        Value::Null => Value::Null,
        Value::Bool(yes) => json!(if yes { "yes" } else { "no" }),
        Value::Number(_) => json!("many"),
        Value::String(_) => json!(7),
        Value::Array(values) => {
            let named = values.into_iter().enumerate();
            let mut members: Map<_, _> = named
                .map(|(place, value)| (place.to_string(), value))
                .collect();
            members.values_mut().for_each(other_types);
            Value::Object(members)
        }
        Value::Object(mut members) => {
            members.values_mut().for_each(other_types);
            Value::Object(members)
        }
    };
}

fn unknown_words(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(unknown_words),
        Value::Object(members) => {
            for (name, value) in members.iter_mut() {
                if value.is_string() && WORDS.contains(&name.as_str()) {
                    *value = json!("brand_new");
                } else {
                    unknown_words(value);
                }
            }
            members.insert("brand_new".to_owned(), json!({ "since": "today" }));
        }
        _ => {}
    }
}

fn emptied(value: &mut Value) {
    match value {
        Value::Array(values) => {
            values.retain(|value| value.is_array() || value.is_object());
            values.iter_mut().for_each(emptied);
        }
        Value::Object(members) => {
            members.retain(|_, value| value.is_array() || value.is_object());
            members.values_mut().for_each(emptied);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_distortion_does_what_it_is_called() {
        let answer = json!({ "id": "a", "status": "done", "parts": [{ "n": 1 }, 2], "on": true });
        let of = |change: fn(&mut Value)| {
            let mut answer = answer.clone();
            change(&mut answer);
            answer
        };
        assert_eq!(
            of(other_types),
            json!({ "id": 7, "status": 7, "parts": { "0": { "n": "many" }, "1": "many" }, "on": "yes" })
        );
        assert_eq!(of(emptied), json!({ "parts": [{}] }));
        let unknown = of(unknown_words);
        assert_eq!(
            (&unknown["status"], &unknown["id"]),
            (&json!("brand_new"), &json!("a"))
        );
        assert!(unknown["parts"][0]["brand_new"].is_object());
    }
}
