//! Every field of every answer, by recorded shapes (`tests/recorded`, from the contract's tables):
//! each is read, each that is optional may be absent or null, a new word is kept, and a value of
//! another form breaks nothing.

use std::path::PathBuf;

use riffkit::{
    Api, AssetQuery, BatchOrder, Failure, FormulaQuery, Hooks, ImageSource, NewAsset, NewImage,
    NewProduct, RiffRequest, RiffSource, Session, StatsQuery, TaskQuery,
};
use serde_json::{Value, json};

use crate::recorded::{Recorded, deployment, file_part};

/// What is special about a recorded shape. Fields are named by their keys, outermost first.
#[derive(Default)]
struct Shape {
    name: &'static str,
    /// Fields without which there is no answer.
    required: &'static [&'static str],
    /// Fields with words of which the service may have new ones.
    words: &'static [&'static str],
    /// Fields that are known and not kept, or not shown to a log.
    unread: &'static [&'static str],
}

const fn shape(name: &'static str) -> Shape {
    Shape {
        name,
        required: &[],
        words: &[],
        unread: &[],
    }
}

#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    Shape { required: &["items"], words: &["items.status", "items.visibility"], ..shape("formulas") },
    Shape {
        required: &["id"],
        words: &["status", "visibility", "extraction_summary.transcript.mode", "extraction_summary.on_screen.kind"],
        unread: &["analysis_card"],
        ..shape("formula")
    },
    Shape { required: &["task_id"], words: &["status"], ..shape("refresh_analysis") },
    Shape { words: &["gender", "age_range", "seedance_asset.status"], ..shape("characters") },
    Shape { words: &["images.content_policy", "images.caption_status"], ..shape("products") },
    Shape { required: &["id"], words: &["images.content_policy"], ..shape("create_product") },
    Shape { required: &["id"], words: &["images.caption_status"], ..shape("add_product_image") },
    Shape { required: &["batch_id"], ..shape("pipeline_batch") },
    Shape { required: &["batch_id"], words: &["mode"], ..shape("riff") },
    Shape { words: &["type", "status"], unread: &["result.insufficient_credits.error", "result.insufficient_credits.topup_url"], ..shape("tasks") },
    Shape { required: &["id"], words: &["type", "status"], unread: &["result.insufficient_credits.error", "result.insufficient_credits.topup_url"], ..shape("task") },
    Shape { required: &["tasks"], words: &["tasks.type", "tasks.status"], unread: &["tasks.result.insufficient_credits.error", "tasks.result.insufficient_credits.topup_url"], ..shape("batch") },
    Shape { required: &["by_type", "by_status"], ..shape("task_stats") },
    Shape { words: &["extraction.transcript.mode", "extraction.on_screen.kind"], ..shape("task_content") },
    Shape { words: &["status"], ..shape("cancel") },
    Shape { words: &["status"], ..shape("retry") },
    Shape { words: &["type"], ..shape("assets") },
    Shape { required: &["id"], words: &["type"], ..shape("upload_asset") },
    Shape { required: &["available"], ..shape("credits") },
    Shape { required: &["limit_credits"], ..shape("daily_budget") },
    Shape { required: &["total_credits"], unread: &["groups"], ..shape("usage_summary") },
    shape("usage_history"),
    shape("plans"),
    shape("subscription"),
    Shape { words: &["role"], ..shape("members") },
    Shape { required: &["id"], words: &["role"], ..shape("me") },
    shape("languages"),
    shape("settings"),
    Shape { required: &["device_code", "user_code", "verification_uri"], unread: &["device_code"], ..shape("authorize") },
    Shape { required: &["version"], ..shape("published_version") },
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recorded")
}

impl Shape {
    fn whole(&self) -> Value {
        let path = folder().join(format!("{}.json", self.name));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }
}

/// What the client keeps of an answer: as it prints itself, and as it writes it again.
struct Understood {
    shown: String,
    written: Value,
}

/// Asks for an answer.
async fn understood(name: &str, api: &Api, session: &Session) -> Result<Understood, Failure> {
    fn shown(value: impl std::fmt::Debug + serde::Serialize) -> Understood {
        Understood {
            shown: format!("{value:?}"),
            written: serde_json::to_value(value).unwrap(),
        }
    }
    let riff = || {
        let formula_id = "f-1".to_owned();
        RiffRequest::new(RiffSource::Formula { formula_id })
    };
    let image = || {
        let image_url = "https://example.com/a.png".to_owned();
        NewImage::new(ImageSource::Url { image_url }, "screen")
    };
    Ok(match name {
        "formulas" => shown(api.formulas(session, &FormulaQuery::default()).await?),
        "formula" => shown(api.formula(session, "f-1").await?),
        "refresh_analysis" => shown(api.refresh_analysis(session, "f-1").await?),
        "characters" => shown(api.characters(session).await?),
        "products" => shown(api.products(session).await?),
        "create_product" => shown(api.create_product(session, &NewProduct::default()).await?),
        "add_product_image" => shown(
            api.add_product_image(session, "p-1", image(), Hooks::none())
                .await?,
        ),
        "pipeline_batch" => shown(
            api.pipeline_batch(session, &BatchOrder::default(), Hooks::none())
                .await?,
        ),
        "riff" => shown(api.riff(session, riff(), Hooks::none()).await?),
        "tasks" => shown(api.tasks(session, &TaskQuery::default()).await?),
        "task" => shown(api.task(session, "t-1").await?),
        "batch" => shown(api.batch(session, "b-1").await?),
        "task_stats" => shown(api.task_stats(session, &StatsQuery::default()).await?),
        "task_content" => shown(api.task_content(session, "t-1").await?),
        "cancel" => shown(api.cancel(session, "t-1").await?),
        "retry" => shown(api.retry(session, "t-1", Hooks::none()).await?),
        "assets" => shown(api.assets(session, &AssetQuery::default()).await?),
        "upload_asset" => {
            let (_kept, file) = file_part("a.png", "bytes").await;
            shown(
                api.upload_asset(session, NewAsset::reference(file), Hooks::none())
                    .await?,
            )
        }
        "credits" => shown(api.credits(session).await?),
        "daily_budget" => shown(api.daily_budget(session).await?),
        "usage_summary" => shown(api.usage_summary(session, Some("today")).await?),
        "usage_history" => shown(api.usage_history(session).await?),
        "plans" => shown(api.plans(session).await?),
        "subscription" => shown(api.subscription(session).await?),
        "members" => shown(api.members(session, "s-1").await?),
        "me" => shown(api.me(session).await?),
        "languages" => shown(api.languages(session).await?),
        "settings" => shown(api.settings(session).await?),
        "authorize" => {
            let flow = api.authorize(None).await?;
            Understood {
                shown: format!("{flow:?}"),
                // It has a secret, and is never written.
                written: Value::Null,
            }
        }
        "published_version" => shown(api.published_version().await?),
        other => panic!("nobody asks for {other}"),
    })
}

/// Every field: where it stands, and its name by keys. What stands under `metadata` is the service's
/// own and not looked into.
fn fields(value: &Value, pointer: &str, name: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                let here = format!("{pointer}/{key}");
                let name = if name.is_empty() {
                    key.clone()
                } else {
                    format!("{name}.{key}")
                };
                found.push((here.clone(), name.clone()));
                if !key.ends_with("metadata") {
                    fields(inner, &here, &name, found);
                }
            }
        }
        Value::Array(entries) => {
            for (n, entry) in entries.iter().enumerate() {
                fields(entry, &format!("{pointer}/{n}"), name, found);
            }
        }
        _ => {}
    }
}

fn without(whole: &Value, pointer: &str) -> Value {
    let mut changed = whole.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = changed.pointer_mut(parent).unwrap();
    parent.as_object_mut().unwrap().remove(key);
    changed
}

fn with(whole: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = whole.clone();
    *changed.pointer_mut(pointer).unwrap() = value;
    changed
}

struct Asking<'a> {
    shape: &'a Shape,
    api: Api,
    session: Session,
    recorded: Recorded,
}

impl<'a> Asking<'a> {
    async fn of(shape: &'a Shape) -> Self {
        let (api, session, recorded) = deployment(200, "").await;
        Self {
            shape,
            api,
            session,
            recorded,
        }
    }

    async fn understood(&self, answer: &Value) -> Result<Understood, Failure> {
        self.recorded.say(answer.to_string());
        understood(self.shape.name, &self.api, &self.session).await
    }

    async fn answered(&self, answer: &Value) -> Result<String, Failure> {
        Ok(self.understood(answer).await?.shown)
    }
}

#[tokio::test]
async fn every_field_is_read_and_every_optional_one_may_be_absent_or_null() {
    let mut wrong = Vec::new();
    for shape in SHAPES {
        let (asking, whole) = (Asking::of(shape).await, shape.whole());
        let full = asking.answered(&whole).await.unwrap();
        let mut all = Vec::new();
        fields(&whole, "", "", &mut all);
        for special in [shape.required, shape.words, shape.unread].concat() {
            assert!(all.iter().any(|(_, name)| name == special), "{special}");
        }
        for (pointer, name) in all {
            let is_required = shape.required.contains(&name.as_str());
            let is_read = !shape.unread.contains(&name.as_str());
            let absent = asking.answered(&without(&whole, &pointer)).await;
            let null = asking.answered(&with(&whole, &pointer, Value::Null)).await;
            let fault = match (absent, null) {
                (Err(Failure::NotTheService { .. }), _) if is_required => continue,
                (absent, _) if is_required => format!("is required: {absent:?}"),
                (Err(failure), _) | (_, Err(failure)) => format!("is optional: {failure}"),
                (Ok(absent), Ok(null)) if absent != null => format!("null is absent: {null}"),
                (Ok(absent), Ok(_)) if is_read && absent == full => "is not read".to_owned(),
                _ => continue,
            };
            wrong.push(format!("{name} of {} {fault}", shape.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn new_words_are_kept_as_they_came() {
    for shape in SHAPES {
        let (asking, whole) = (Asking::of(shape).await, shape.whole());
        let mut all = Vec::new();
        fields(&whole, "", "", &mut all);
        for word in shape.words {
            let (pointer, _) = all.iter().find(|(_, name)| name == word).unwrap();
            let answer = asking
                .answered(&with(&whole, pointer, json!("brand_new")))
                .await
                .unwrap();
            assert!(
                answer.contains(r#"Other("brand_new")"#),
                "{word} of {}: {answer}",
                shape.name
            );
        }
    }
}

#[tokio::test]
async fn a_value_of_another_form_and_a_new_field_break_nothing() {
    let mut wrong = Vec::new();
    for shape in SHAPES {
        let (asking, whole) = (Asking::of(shape).await, shape.whole());
        let full = asking.answered(&whole).await.unwrap();
        let mut all = Vec::new();
        fields(&whole, "", "", &mut all);
        for (pointer, name) in &all {
            for odd in [json!({"odd": [1]}), json!([[1]]), json!(-1)] {
                let answer = asking.answered(&with(&whole, pointer, odd.clone())).await;
                if answer.is_err() && !shape.required.contains(&name.as_str()) {
                    wrong.push(format!("{name} of {} as {odd}", shape.name));
                }
            }
        }
        let mut newer = whole.clone();
        let first = newer.pointer_mut("/0").is_some();
        let place = if first {
            newer.pointer_mut("/0")
        } else {
            Some(&mut newer)
        };
        place
            .unwrap()
            .as_object_mut()
            .unwrap()
            .insert("brand_new".to_owned(), json!({"a": 1}));
        assert_eq!(
            asking.answered(&newer).await.unwrap(),
            full,
            "{}",
            shape.name
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Numbers as numbers, whether whole or broken.
fn leveled(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(entries) => entries.iter().map(leveled).collect(),
        Value::Object(object) => object
            .iter()
            .map(|(key, inner)| (key.clone(), leveled(inner)))
            .collect(),
        other => other.clone(),
    }
}

#[tokio::test]
async fn an_answer_is_written_again_as_the_service_wrote_it() {
    for shape in SHAPES {
        let (asking, whole) = (Asking::of(shape).await, shape.whole());
        let first = asking.understood(&whole).await.unwrap();
        let written = match shape.name {
            "authorize" => continue,
            // Only the word itself is kept of it.
            "published_version" => json!({ "version": first.written }),
            _ => first.written,
        };
        assert_eq!(leveled(&written), leveled(&whole), "{}", shape.name);
        let again = asking.understood(&written).await.unwrap();
        assert_eq!(again.shown, first.shown, "{}", shape.name);
        let mut all = Vec::new();
        fields(&whole, "", "", &mut all);
        for word in shape.words {
            let (pointer, _) = all.iter().find(|(_, name)| name == word).unwrap();
            let newer = with(&whole, pointer, json!("brand_new"));
            let newer = asking.understood(&newer).await.unwrap().written;
            assert_eq!(newer.pointer(pointer), Some(&json!("brand_new")), "{word}");
            let absent = asking.understood(&without(&whole, pointer)).await.unwrap();
            assert_eq!(
                absent.written.pointer(pointer),
                Some(&Value::Null),
                "{word}"
            );
        }
    }
}

#[test]
fn every_recorded_shape_is_asked_for() {
    let mut files: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    files.sort();
    let mut named: Vec<&str> = SHAPES.iter().map(|shape| shape.name).collect();
    named.sort_unstable();
    assert_eq!(files, named);
}
