//! What costs: the name it goes by, the gate before it, and where the token goes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::future::BoxFuture;
use hubfluencer::{Aborted, Api, Failure, Hooks, Id, IdempotencyKey, Origin, Secret, Session};

use crate::recorded::{client, deployment, key, server, session};

type Order = for<'a> fn(
    &'a Api,
    &'a Session,
    &'a IdempotencyKey,
    Hooks,
) -> BoxFuture<'a, Result<(), Failure>>;

/// Every paying call that has a name, its path, and the body that it has.
const NAMED: [(Order, &str, &str); 9] = [
    (
        |api, session, key, hooks| {
            Box::pin(async { api.generate_short(session, "x", key, hooks).await.map(drop) })
        },
        "/api/shorts/x/generate",
        "",
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async {
                api.generate_slider(session, "x", key, hooks)
                    .await
                    .map(drop)
            })
        },
        "/api/sliders/x/generate",
        "",
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async {
                api.start_autopilot(session, "x", key, hooks)
                    .await
                    .map(drop)
            })
        },
        "/api/editor/x/autopilot",
        "",
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async move {
                let id = Id::from(4);
                let answer = api.generate_segment(session, "x", &id, key, hooks).await;
                answer.map(drop)
            })
        },
        "/api/editor/x/segments/4/generate",
        "",
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async move {
                let id = Id::from("4b");
                let answer = api.regenerate_segment(session, "x", &id, key, hooks).await;
                answer.map(drop)
            })
        },
        "/api/editor/x/segments/4b/regenerate",
        "",
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async { api.batch_generate(session, "x", key, hooks).await.map(drop) })
        },
        "/api/editor/x/batch-generate",
        "",
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async {
                let answer = api.generate_voice(session, "x", "anna", key, hooks).await;
                answer.map(drop)
            })
        },
        "/api/editor/x/generate-voice",
        r#"{"voice_id":"anna"}"#,
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async {
                let answer = api.generate_music(session, "x", "soft", key, hooks).await;
                answer.map(drop)
            })
        },
        "/api/editor/x/generate-music",
        r#"{"prompt":"soft"}"#,
    ),
    (
        |api, session, key, hooks| {
            Box::pin(async { api.render_editor(session, "x", key, hooks).await.map(drop) })
        },
        "/api/editor/x/render",
        "",
    ),
];

fn noting(asked: &Arc<AtomicBool>) -> Hooks {
    let asked = Arc::clone(asked);
    Hooks::none().before_last(move || {
        asked.store(true, Ordering::SeqCst);
        Box::pin(async { Ok(()) })
    })
}

#[tokio::test]
async fn every_order_goes_by_its_name_and_through_its_gate() {
    let (api, session, recorded) = deployment(202, r#"{"data":{"slug":"x"}}"#).await;
    for (order, path, body) in NAMED {
        let asked = Arc::new(AtomicBool::new(false));
        let name = key(&format!("order:{path}"));
        order(&api, &session, &name, noting(&asked)).await.unwrap();
        assert!(asked.load(Ordering::SeqCst), "{path}");
        let seen = recorded.asked();
        assert_eq!(seen.line(), format!("POST {path}"));
        assert_eq!(seen.header("idempotency-key"), Some(name.as_str()));
        assert_eq!(String::from_utf8(seen.body).unwrap(), body);

        let before = recorded.count();
        let no = Hooks::none().before_last(|| Box::pin(async { Err(Aborted) }));
        let failure = order(&api, &session, &name, no).await.unwrap_err();
        assert!(matches!(failure, Failure::Withheld), "{failure:?}");
        assert_eq!(recorded.count(), before, "{path}");
    }
}

#[tokio::test]
async fn more_assists_are_bought_without_a_name_and_behind_the_gate() {
    let (api, session, recorded) = deployment(200, r#"{"data":{"remaining":30}}"#).await;
    let asked = Arc::new(AtomicBool::new(false));
    let assists = api.unlock_assists(&session, noting(&asked)).await.unwrap();
    assert_eq!(assists.remaining, 30);
    assert!(asked.load(Ordering::SeqCst));
    let seen = recorded.asked();
    assert_eq!(seen.line(), "POST /api/ai-assists/unlock");
    assert_eq!(seen.header("idempotency-key"), None);
    assert_eq!(seen.json(), None);
}

#[tokio::test]
async fn a_taken_order_whose_answer_cannot_be_read_is_a_doubt() {
    let (api, session, _) = deployment(200, r#"{"data":{"stage":"rendering"}}"#).await;
    let failure = api
        .generate_short(&session, "x", &key("k"), Hooks::none())
        .await
        .unwrap_err();
    assert!(failure.may_have_been_taken(), "{failure:?}");
    let (api, session, _) = deployment(402, r#"{"error":"credits_insufficient"}"#).await;
    let failure = api
        .generate_short(&session, "x", &key("k"), Hooks::none())
        .await
        .unwrap_err();
    assert!(!failure.may_have_been_taken(), "{failure:?}");
}

#[tokio::test]
async fn the_token_goes_to_its_own_origin_only_and_is_never_seen() {
    let (elsewhere, recorded) = server(200, &[], r#"{"data":{"credits":1}}"#).await;
    let home: Origin = "https://hubfluencer.com".parse().unwrap();
    let abroad = Api::new(client(), elsewhere.clone());
    // A session of another origin: the request goes, the token doesn't.
    abroad.studio_credits(&session(&home)).await.unwrap();
    assert_eq!(recorded.asked().header("authorization"), None);
    abroad.studio_credits(&session(&elsewhere)).await.unwrap();
    assert_eq!(
        recorded.asked().header("authorization"),
        Some("Bearer hf_pat_s3cret")
    );

    let session = session(&home);
    let printed = format!("{session:?} {abroad:?} {:?}", session.token());
    assert!(!printed.contains("s3cret"), "{printed}");
    for bad in ["", "a b", "a\r\nX: y"] {
        assert!(Session::new(home.clone(), Secret::new(bad.to_owned())).is_err());
    }
}
