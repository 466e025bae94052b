//! Templates and characters: lists that stay small and whole, and an analysis that is followed.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use contract::{
    CharacterStanding, Code, Event, Millis, SessionState, SpeechMode, TaskStatus, TemplateId,
    TemplateQuery, TemplateSort, TemplateStatus, TemplateView,
};
use sandbox::Fault;
use serde_json::json;
use studio::ports::BrowserFailed;

use crate::harness::{Answer, Guest, Options, StandIn, World};

impl World {
    async fn templates(&self, query: TemplateQuery) -> Vec<TemplateView> {
        self.studio.templates(query).await.unwrap().templates
    }

    async fn stale(&self) -> TemplateView {
        let templates = self.templates(TemplateQuery::default()).await;
        templates
            .into_iter()
            .find(|template| template.is_stale)
            .expect("the sandbox has a stale one")
    }

    /// What was told of a template's new analysis, in its order.
    fn analyses(&self, template_id: &TemplateId) -> Vec<TemplateView> {
        let events = self.events.lock().unwrap();
        let told = events.iter().filter_map(|event| match event {
            Event::Template(template) if template.template_id == *template_id => Some(template),
            _ => None,
        });
        told.cloned().collect()
    }

    async fn until_analysed(&self, template_id: &TemplateId) -> TemplateView {
        let has_ended = |template: &TemplateView| {
            let refresh = template.refresh.as_ref();
            refresh.is_some_and(|refresh| refresh.status.has_ended())
        };
        let look = || self.analyses(template_id).pop().filter(has_ended);
        self.clock.until(look).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn public_ones_come_first_and_only_what_can_be_riffed_from_is_there() {
    let world = World::signed_in().await;
    let templates = world.templates(TemplateQuery::default()).await;
    let public = templates
        .iter()
        .take_while(|template| template.is_public)
        .count();
    assert!(public > 0 && public < templates.len());
    assert!(
        !templates[public..]
            .iter()
            .any(|template| template.is_public)
    );
    assert!(templates.iter().all(TemplateView::can_be_riffed));
    let used: Vec<u64> = templates[..public]
        .iter()
        .map(|template| template.used_count.unwrap_or_default())
        .collect();
    assert!(used.is_sorted_by(|one, other| one >= other), "{used:?}");
    for (status, word) in [
        (TemplateStatus::Collected, "collected"),
        (TemplateStatus::Archived, "archived"),
    ] {
        let query = TemplateQuery {
            status,
            ..TemplateQuery::default()
        };
        let found = world.templates(query).await;
        assert!(!found.is_empty());
        assert!(found.iter().all(|template| template.status == word));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_templates_come_in_pages_and_each_once() {
    let world = World::signed_in_with(Options {
        templates: 10_000,
        ..Options::default()
    })
    .await;
    let mut seen = HashSet::new();
    let mut total = 0;
    let mut last: Option<Millis> = None;
    for offset in (0..300).step_by(60) {
        let query = TemplateQuery {
            sort: TemplateSort::Newest,
            limit: 60,
            offset,
            ..TemplateQuery::default()
        };
        let page = world.studio.templates(query).await.unwrap();
        assert!(page.templates.len() <= 60, "no more is asked for");
        assert_eq!(page.offset, offset);
        total = page.total;
        let newest = page.templates.iter().filter_map(|t| t.created_at).max();
        assert!(last.is_none() || newest <= last, "page after page");
        last = page.templates.iter().filter_map(|t| t.created_at).min();
        for template in page.templates {
            assert!(seen.insert(template.template_id), "each once");
        }
    }
    assert!(total >= 9_000, "{total}");
    let end = TemplateQuery {
        offset: u32::try_from(total).unwrap() - 10,
        ..TemplateQuery::default()
    };
    assert_eq!(world.templates(end).await.len(), 10);
    let beyond = TemplateQuery {
        offset: u32::MAX,
        ..TemplateQuery::default()
    };
    assert_eq!(world.templates(beyond).await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_and_tags_narrow_the_list() {
    let world = World::signed_in().await;
    let one = world.templates(TemplateQuery::default()).await.remove(0);
    let query = TemplateQuery {
        search: format!("  {} ", one.name),
        ..TemplateQuery::default()
    };
    assert_eq!(world.templates(query).await, std::slice::from_ref(&one));
    let query = TemplateQuery {
        tags: vec![one.tags[0].clone()],
        ..TemplateQuery::default()
    };
    let tagged = world.templates(query).await;
    assert!(tagged.contains(&one));
    assert!(tagged.iter().all(|found| found.tags.contains(&one.tags[0])));
    let query = TemplateQuery {
        search: "caf\u{FFFD}".to_owned(),
        ..TemplateQuery::default()
    };
    let damaged = world.studio.templates(query).await.unwrap_err();
    assert_eq!(damaged.code, Code::TextDamaged);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_tells_what_was_extracted_by_time() {
    let world = World::signed_in().await;
    let mut spoken = HashSet::new();
    for template in world.templates(TemplateQuery::default()).await {
        let detail = world.studio.template(&template.template_id).await.unwrap();
        assert_eq!(detail.template, template);
        let extraction = detail.extraction.unwrap();
        assert!(extraction.transcript.is_sorted_by_key(|line| line.at));
        assert!(extraction.on_screen.is_sorted_by_key(|seen| seen.at));
        for line in extraction.transcript {
            spoken.insert(format!("{:?}", line.mode));
        }
    }
    assert!(spoken.contains(&format!("{:?}", SpeechMode::Voiceover)));
    let missing = world.studio.template(&"nowhere".into()).await;
    assert_eq!(missing.unwrap_err().code, Code::NotFound);
    let odd = world.studio.template(&"../products".into()).await;
    assert_eq!(odd.unwrap_err().code, Code::NotFound);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_template_is_analysed_anew_once_and_followed() {
    let world = World::signed_in().await;
    let stale = world.stale().await;
    let id = &stale.template_id;
    let task = world.studio.refresh_template(id).await.unwrap();
    let again = world.studio.refresh_template(id).await.unwrap();
    assert_eq!(task, again, "a second press finds the first");
    let path = format!("/api/formulas/{id}/refresh-analysis");
    assert_eq!(world.sandbox.books().count("POST", &path), 1);
    let listed = world.templates(TemplateQuery::default()).await;
    let listed = listed.iter().find(|listed| listed.template_id == *id);
    assert!(listed.unwrap().refresh.is_some(), "the list knows of it");

    let analysed = world.until_analysed(id).await;
    assert!(!analysed.is_stale);
    let refresh = analysed.refresh.unwrap();
    assert_eq!(
        (refresh.status, refresh.refusal),
        (TaskStatus::Completed, None)
    );
    assert!(world.analyses(id).len() > 2, "told on its way");
    let looks = world.sandbox.books();
    let looks: Vec<_> = looks
        .requests
        .iter()
        .filter(|request| request.path == format!("/api/tasks/{task}"))
        .map(|request| request.at.as_millisecond())
        .collect();
    assert!(
        looks.windows(2).all(|pair| pair[1] - pair[0] >= 1_000),
        "at the pace: {looks:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_analysis_that_fails_is_told_and_can_be_asked_for_again() {
    let world = World::signed_in().await;
    let stale = world.stale().await;
    let id = &stale.template_id;
    world.arm(Fault::FailAnalysis);
    world.studio.refresh_template(id).await.unwrap();
    let failed = world.until_analysed(id).await;
    assert!(failed.is_stale);
    let refusal = failed.refresh.unwrap().refusal.unwrap();
    assert_eq!(refusal.code, Code::AnalysisFailed);
    assert!(refusal.args.contains_key("detail"));

    let second = world.studio.refresh_template(id).await.unwrap();
    let look = || {
        let told = world.analyses(id).pop()?;
        let refresh = told.refresh?;
        (refresh.task_id == second && refresh.status.has_ended()).then_some(refresh.status)
    };
    assert_eq!(world.clock.until(look).await, TaskStatus::Completed);
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_that_fail_are_said_and_the_following_goes_on() {
    let world = World::signed_in().await;
    let stale = world.stale().await;
    let id = &stale.template_id;
    let endpoint = "GET:/api/tasks/{task_id}";
    for status in [503, 429] {
        world.arm(Fault::Answer(status, endpoint.parse().unwrap()));
    }
    world.arm(Fault::Cut(endpoint.parse().unwrap()));
    world.studio.refresh_template(id).await.unwrap();
    let analysed = world.until_analysed(id).await;
    assert_eq!(analysed.refresh.unwrap().refusal, None);
    let told: Vec<Code> = world
        .analyses(id)
        .into_iter()
        .filter_map(|told| Some(told.refresh?.refusal?.code))
        .collect();
    for code in [Code::ServiceFailed, Code::RateLimited, Code::Offline] {
        assert!(told.contains(&code), "{code:?} of {told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_can_act_is_listed_first_and_the_others_say_why_not() {
    let world = World::signed_in().await;
    let characters = world.studio.characters().await.unwrap();
    let standings: Vec<_> = characters.iter().map(|one| one.standing).collect();
    let ready = standings
        .iter()
        .take_while(|standing| **standing == CharacterStanding::Ready)
        .count();
    assert!(ready > 0);
    for other in [
        CharacterStanding::InReview,
        CharacterStanding::Failed,
        CharacterStanding::NoAvatar,
    ] {
        assert!(standings[ready..].contains(&other), "{other:?}");
    }
    let found = world
        .studio
        .suggest_characters("retired woman, 药剂师")
        .await;
    let found = found.unwrap();
    assert_eq!(found[0].character_id.0, "sandbox-ingrid");
    assert!(found[0].because.contains(&"woman".to_owned()));
    for suggestion in found {
        let of = |one: &&contract::CharacterView| one.character_id == suggestion.character_id;
        let character = characters.iter().find(of).unwrap();
        assert_eq!(character.standing, CharacterStanding::Ready);
    }
    let asked = world.sandbox.books().count("GET", "/api/characters");
    world.studio.suggest_characters("young man").await.unwrap();
    world.studio.suggest_characters(" ").await.unwrap();
    let after = world.sandbox.books().count("GET", "/api/characters");
    assert_eq!(after, asked, "not asked at each letter");
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_are_fetched_once_and_the_session_stays_where_it_belongs() {
    let mut world = World::signed_in().await;
    let templates = world.templates(TemplateQuery::default()).await;
    let pictured = templates.iter().find(|template| template.has_picture);
    let template = pictured.unwrap().template_id.clone();
    let characters = world.studio.characters().await.unwrap();
    let pictured = characters.iter().find(|character| character.has_picture);
    let character = pictured.unwrap().character_id.clone();

    let kept = world.studio.template_picture(&template).await.unwrap();
    assert!(std::fs::metadata(&kept).unwrap().len() > 100);
    let face = world.studio.character_picture(&character).await.unwrap();
    assert_ne!(kept, face);
    assert_eq!(world.sandbox.books().cookies_leaked, 0);
    let asked = world.sandbox.books().requests.len();
    assert_eq!(
        world.studio.template_picture(&template).await,
        Ok(kept.clone())
    );
    assert_eq!(world.sandbox.books().requests.len(), asked);

    world.restart(studio::AutoSave::Never).await;
    let again = world.studio.template_picture(&template).await;
    assert_eq!(again, Ok(kept), "a later run asks where it is, and has it");
    let missing = world.studio.template_picture(&"nowhere".into()).await;
    assert_eq!(missing.unwrap_err().code, Code::NotFound);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_service_or_a_session_it_is_said_which() {
    let world = World::signed_in().await;
    let cut = Fault::Cut("/api/formulas".parse().unwrap());
    world.sandbox.faults().arm_always(cut);
    let asked = world.studio.templates(TemplateQuery::default());
    let offline = world.clock.drive(asked).await.unwrap_err();
    assert_eq!(offline.code, Code::Offline);
    world.studio.sign_out().await;
    let asked = world.studio.templates(TemplateQuery::default()).await;
    assert_eq!(asked.unwrap_err().code, Code::NotSignedIn);
}

/// Another host with one picture, which says what cookies it was given.
async fn other_host() -> (String, Arc<Mutex<Vec<bool>>>) {
    let seen: Arc<Mutex<Vec<bool>>> = Arc::default();
    let noted = Arc::clone(&seen);
    let router = axum::Router::new().fallback(move |request: axum::extract::Request| {
        let has_cookie = request.headers().contains_key("cookie");
        noted.lock().unwrap().push(has_cookie);
        let answer = match request.uri().path() {
            "/good.png" => (StatusCode::OK, b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec()),
            "/page.png" => (StatusCode::OK, b"<html>sign in</html>".to_vec()),
            _ => (StatusCode::UNAUTHORIZED, Vec::new()),
        };
        async move { answer }
    });
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
        .await
        .unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (host, seen)
}

struct NoBrowser;

impl studio::ports::Browser for NoBrowser {
    fn open(&self, _: &str) -> Result<(), BrowserFailed> {
        Err(BrowserFailed)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_of_another_host_is_asked_for_without_the_session() {
    let (host, seen) = other_host().await;
    let items: Vec<_> = ["good", "page", "closed"]
        .iter()
        .map(|name| json!({"id": name, "thumbnail_url": format!("{host}/{name}.png")}))
        .collect();
    let service = StandIn::start(move |line| {
        let items = items.clone();
        Box::pin(async move {
            let is_list = line.starts_with("GET /api/formulas?");
            is_list.then(|| -> Answer { (200, json!({ "items": items })) })
        })
    })
    .await;
    let guest = Guest::of(&service, NoBrowser).await;
    let page = guest
        .studio
        .templates(TemplateQuery::default())
        .await
        .unwrap();
    assert_eq!((page.templates.len(), page.total), (3, 3));
    let kept = guest.studio.template_picture(&"good".into()).await.unwrap();
    assert!(std::fs::read(kept).unwrap().starts_with(b"\x89PNG"));
    for name in ["page", "closed"] {
        let refused = guest.studio.template_picture(&name.into()).await;
        assert_eq!(refused.unwrap_err().code, Code::BadAnswer, "{name}");
    }
    assert_eq!(*seen.lock().unwrap(), [false; 3]);
    let session = guest.studio.session();
    assert!(
        matches!(session, SessionState::SignedIn { .. }),
        "{session:?}"
    );
}
