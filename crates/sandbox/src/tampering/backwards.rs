//! A look at which work has gone back.

use serde_json::{Map, Value, json};

/// Addresses and results that only something finished has.
const FRUITS: [&str; 6] = [
    "video_url",
    "thumbnail_url",
    "image_url",
    "result",
    "finished_at",
    "completed_at",
];

/// Whether a path leads to a batch or a project, at which a client looks again and again.
pub(super) fn is_looked_at(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let (api, what) = (parts.next(), parts.next());
    let rest: Vec<&str> = parts.collect();
    let is_known = matches!(
        (what, &rest[..]),
        (Some("tasks"), ["batch", _]) | (Some("shorts" | "sliders" | "editor"), [_])
    );
    api == Some("api") && is_known
}

/// Shows what has ended as being under way, and what is under way as just begun. False where
/// nothing had come so far.
pub(super) fn set_back(value: &mut Value) -> bool {
    match value {
        Value::Array(values) => {
            // All of them, whatever the first says.
            let did: Vec<bool> = values.iter_mut().map(set_back).collect();
            did.contains(&true)
        }
        Value::Object(members) => {
            let mut did = false;
            for value in members.values_mut() {
                did |= set_back(value);
            }
            did | of_batch(members) | of_work(members)
        }
        _ => false,
    }
}

/// The counts of a batch.
fn of_batch(members: &mut Map<String, Value>) -> bool {
    let number = |members: &Map<_, Value>, name: &str| members.get(name).and_then(Value::as_i64);
    let (Some(completed), Some(running)) =
        (number(members, "completed"), number(members, "running"))
    else {
        return false;
    };
    members.insert("completed".to_owned(), json!(0));
    members.insert("running".to_owned(), json!(running + completed));
    completed > 0
}

/// A task, a render, a slide, a carousel, a short, an autopilot.
fn of_work(members: &mut Map<String, Value>) -> bool {
    let mut did = false;
    // Only tasks tell their progress.
    let under_way = if members.contains_key("progress") {
        "running"
    } else {
        "processing"
    };
    for (name, ended, before) in [
        ("status", "completed", under_way),
        ("stage", "video_ready", "rendering"),
        ("autopilot_status", "completed", "running"),
    ] {
        if members.get(name).is_some_and(|word| word == ended) {
            members.insert(name.to_owned(), json!(before));
            for fruit in FRUITS {
                if let Some(fruit) = members.get_mut(fruit) {
                    *fruit = Value::Null;
                }
            }
            did = true;
        }
    }
    if let Some(progress) = members.get_mut("progress")
        && progress.as_i64().is_some_and(|progress| progress > 1)
    {
        *progress = json!(1);
        did = true;
    }
    did
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_ended_is_under_way_again() {
        let mut batch = json!({
            "completed": 1, "running": 0,
            "tasks": [{ "status": "completed", "progress": 100, "result": { "asset_id": "a" } }],
        });
        assert!(set_back(&mut batch));
        assert_eq!(
            batch,
            json!({
                "completed": 0, "running": 1,
                "tasks": [{ "status": "running", "progress": 1, "result": null }],
            })
        );
        assert!(!set_back(&mut json!({ "status": "queued", "progress": 0 })));
        let mut short = json!({ "data": { "stage": "video_ready", "latest_render":
            { "status": "completed", "video_url": "x" } } });
        assert!(set_back(&mut short));
        assert_eq!(short["data"]["stage"], "rendering");
        assert_eq!(
            short["data"]["latest_render"],
            json!({ "status": "processing", "video_url": null })
        );
    }

    #[test]
    fn batches_and_projects_are_looked_at() {
        assert!(is_looked_at("/api/tasks/batch/1") && is_looked_at("/api/editor/a-b"));
        assert!(!is_looked_at("/api/tasks/1") && !is_looked_at("/api/editor/a/uploads"));
    }
}
