//! What an answer should not have had is told beside it, and changes nothing of it.

use std::sync::{Arc, Mutex};

use riffkit::{Anomaly, AnomalyKind, Api, FormulaQuery, Session, TaskQuery, Watcher};

use crate::recorded::{Recorded, deployment};

#[derive(Default)]
struct Noted(Mutex<Vec<Anomaly>>);

impl Watcher for Noted {
    fn noticed(&self, anomaly: Anomaly) {
        self.0.lock().unwrap().push(anomaly);
    }
}

impl Noted {
    fn take(&self) -> Vec<String> {
        let noted = std::mem::take(&mut *self.0.lock().unwrap());
        let lines = noted.into_iter().map(|anomaly| match anomaly.kind {
            AnomalyKind::UndocumentedError { status, error } => {
                format!(
                    "{}: {status} {}",
                    anomaly.endpoint,
                    error.unwrap_or_default()
                )
            }
            AnomalyKind::InternalField { field } => format!("{}: {field}", anomaly.endpoint),
        });
        lines.collect()
    }
}

async fn watched(status: u16, body: &str) -> (Api, Session, Recorded, Arc<Noted>) {
    let (api, session, recorded) = deployment(status, body).await;
    let noted = Arc::new(Noted::default());
    (api.watched(noted.clone()), session, recorded, noted)
}

#[tokio::test]
async fn internal_fields_of_a_template_are_told_without_their_values() {
    let (api, session, recorded, noted) = watched(
        200,
        r#"{"items":[{"id":"f-1","hook_type":"fear"},{"id":"f-2","hook_type":"joy","cta_type":"buy"},{"id":"f-3","cta_type":null}]}"#,
    )
    .await;
    let page = api.formulas(&session, &FormulaQuery::default()).await;
    assert_eq!(page.unwrap().items.len(), 3);
    assert_eq!(
        noted.take(),
        [
            "GET /api/formulas: items.cta_type",
            "GET /api/formulas: items.hook_type"
        ]
    );
    recorded.say(r#"{"id":"f-1","analysis_card":{"dsl":"secret"}}"#);
    assert!(api.formula(&session, "f-1").await.unwrap().has_internal);
    assert_eq!(
        noted.take(),
        ["GET /api/formulas/{formula_id}: analysis_card"]
    );
    for ordinary in [
        r#"{"id":"f-1","analysis_card":null,"hook_type":"","cta_type":null,"brand_new":1}"#,
        r#"{"id":"f-1"}"#,
    ] {
        recorded.say(ordinary);
        assert!(!api.formula(&session, "f-1").await.unwrap().has_internal);
        assert!(noted.take().is_empty(), "{ordinary}");
    }
    recorded.say(r#"{"total_credits":1,"groups":[{"user":"b@c.d"}]}"#);
    let summary = api.usage_summary(&session, None).await.unwrap();
    assert!(summary.has_internal);
    assert_eq!(noted.take(), ["GET /api/usage/summary: groups"]);
    recorded.say(r#"{"total_credits":1,"groups":[]}"#);
    api.usage_summary(&session, None).await.unwrap();
    assert!(noted.take().is_empty());
}

#[tokio::test]
async fn an_error_that_the_contract_does_not_have_there_is_told() {
    for (status, body, told) in [
        (400, r#"{"detail":"bad"}"#, ""),
        (401, r#"{"detail":{"error":"unauthenticated"}}"#, ""),
        (422, r#"{"detail":[{"msg":"bad"}]}"#, ""),
        (429, "", ""),
        (500, "", ""),
        (504, "", ""),
        (403, r#"{"detail":{"error":"subscription_required"}}"#, ""),
        (403, r#"{"detail":"no"}"#, "GET /api/tasks: 403 "),
        (404, "", "GET /api/tasks: 404 "),
        (409, "", "GET /api/tasks: 409 "),
        (418, "", "GET /api/tasks: 418 "),
        (
            400,
            r#"{"detail":{"error":"quota_frozen"}}"#,
            "GET /api/tasks: 400 quota_frozen",
        ),
    ] {
        let (api, session, _, noted) = watched(status, body).await;
        api.tasks(&session, &TaskQuery::default())
            .await
            .unwrap_err();
        assert_eq!(noted.take().join(","), told, "{status} {body}");
    }
}

#[tokio::test]
async fn what_is_ordinary_differs_by_endpoint() {
    let (api, session, _, noted) = watched(404, r#"{"detail":"Task not found"}"#).await;
    api.task(&session, "t-1").await.unwrap_err();
    api.settings(&session).await.unwrap_err();
    api.asset_link(&session, "a-1").await.unwrap_err();
    api.published_version().await.unwrap_err();
    assert!(
        noted.take().is_empty(),
        "older deployments, and what is gone"
    );
    let (api, session, _, noted) = watched(409, "").await;
    api.cancel(&session, "t-1").await.unwrap_err();
    api.retry(&session, "t-1", riffkit::Hooks::none())
        .await
        .unwrap_err();
    assert!(noted.take().is_empty());
    let (api, session, _, noted) = watched(410, "").await;
    api.retry(&session, "t-1", riffkit::Hooks::none())
        .await
        .unwrap_err();
    assert!(noted.take().is_empty());
    api.cancel(&session, "t-1").await.unwrap_err();
    assert_eq!(noted.take(), ["POST /api/tasks/{task_id}/cancel: 410 "]);
    let (api, session, _, noted) = watched(403, r#"{"detail":"Not a member"}"#).await;
    api.members(&session, "s-1").await.unwrap_err();
    assert!(noted.take().is_empty());
}
