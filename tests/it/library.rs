//! The library: asked of the service, kept, searched, and there without a network.

use std::time::Instant;

use contract::{
    AssetId, Code, CreatedWindow, LibraryQuery, OrderState, PlanProduct, REELS_PAGE, ReelPage,
    ReelSort, Source, Visibility,
};
use futures_util::StreamExt as _;
use serde_json::json;

use crate::harness::{Guest, NoBrowser, Options, StandIn, World};

/// Reels of the large library.
const MANY: usize = 10_000;

async fn with_reels(reels: usize) -> World {
    World::signed_in_with(Options {
        reels,
        ..Options::default()
    })
    .await
}

impl World {
    async fn listed(&self, query: LibraryQuery) -> ReelPage {
        let page = self.clock.drive(self.studio.list_reels(query)).await;
        page.unwrap()
    }
}

fn ids(page: &ReelPage) -> Vec<AssetId> {
    page.reels
        .iter()
        .map(|reel| reel.asset_id.clone())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_filters_and_sorts_are_the_same_with_and_without_the_service() {
    let world = with_reels(150).await;
    let first = world.listed(LibraryQuery::default()).await;
    assert_eq!(first.reels.len(), REELS_PAGE as usize);
    assert!(first.has_more && first.kept_because.is_none());
    let reel = first.reels.iter().find(|reel| reel.character_id.is_some());
    let reel = reel.expect("a reel with a character");
    assert!(reel.template_id.is_some() && reel.task_id.is_some());
    let queries = [
        LibraryQuery::default(),
        LibraryQuery {
            page: 3,
            ..LibraryQuery::default()
        },
        LibraryQuery {
            sort: ReelSort::Oldest,
            ..LibraryQuery::default()
        },
        LibraryQuery {
            characters: reel.character_id.iter().cloned().collect(),
            ..LibraryQuery::default()
        },
        LibraryQuery {
            templates: reel.template_id.iter().cloned().collect(),
            sort: ReelSort::Oldest,
            ..LibraryQuery::default()
        },
        LibraryQuery {
            window: CreatedWindow::Today,
            ..LibraryQuery::default()
        },
        LibraryQuery {
            products: vec!["none".into()],
            ..LibraryQuery::default()
        },
    ];
    let refreshed = world.clock.drive(world.studio.refresh_library()).await;
    refreshed.unwrap();
    let mut asked = Vec::new();
    for query in &queries {
        asked.push(world.listed(query.clone()).await);
    }
    assert_eq!(asked[1].reels.len(), 30);
    assert!(!asked[1].has_more && asked[6].reels.is_empty());
    assert!(asked[3].reels.len() < 150 && !asked[5].reels.is_empty());
    let (studio, clock) = (world.studio.clone(), world.clock.clone());
    world.sandbox.stop().await;
    for (query, asked) in queries.into_iter().zip(asked) {
        let kept = clock.drive(studio.list_reels(query.clone())).await.unwrap();
        assert_eq!(ids(&kept), ids(&asked), "{query:?}");
        assert_eq!(kept.has_more, asked.has_more, "{query:?}");
        let why = kept.kept_because.map(|refusal| refusal.code);
        assert_eq!(why, Some(Code::Offline));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_comes_to_cover_everything_and_asks_no_service() {
    let world = with_reels(450).await;
    let oldest = LibraryQuery {
        sort: ReelSort::Oldest,
        ..LibraryQuery::default()
    };
    world.listed(LibraryQuery::default()).await;
    // The rest is read in the background, and found by then.
    let search = || {
        let (studio, query) = (
            world.studio.clone(),
            LibraryQuery {
                search: "#".to_owned(),
                ..LibraryQuery::default()
            },
        );
        async move { studio.list_reels(query).await.unwrap() }
    };
    let found = loop {
        let found = search().await;
        if found.total == Some(450) {
            break found;
        }
        world.clock.settle().await;
    };
    assert!(found.has_more && found.kept_because.is_none());
    let last = world.listed(oldest).await.reels.remove(0);
    let words: String = last.caption.chars().take(20).collect();
    let asked = world.sandbox.books().count("GET", "/api/assets");
    let found = world
        .listed(LibraryQuery {
            search: words.to_uppercase(),
            sort: ReelSort::Oldest,
            ..LibraryQuery::default()
        })
        .await;
    assert!(found.reels.iter().any(|reel| reel.title == last.title));
    assert_eq!(world.sandbox.books().count("GET", "/api/assets"), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn signed_out_the_library_is_what_is_kept() {
    let world = with_reels(5).await;
    world.listed(LibraryQuery::default()).await;
    world.studio.sign_out().await;
    let kept = world.listed(LibraryQuery::default()).await;
    assert_eq!((kept.reels.len(), kept.total), (5, Some(5)));
    let why = kept.kept_because.map(|refusal| refusal.code);
    assert_eq!(why, Some(Code::NotSignedIn));
    assert_eq!(world.studio.snapshot().await.reels.len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_of_a_reel_is_what_it_was_made_with() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let plan = world.studio.plan_of_reel(&order.reels[0]);
    let plan = world.clock.drive(plan).await.unwrap();
    assert!(matches!(plan.source, Some(Source::Template { .. })));
    assert_eq!(plan.direction, order.direction);
    assert_eq!((plan.language.as_str(), plan.hint.as_str()), ("en", ""));
    assert_eq!((plan.product, plan.characters.len()), (None, 0));
    assert_eq!(world.riffs_taken(), 1, "nothing is ordered by it");
    let none = AssetId::from("none");
    let unknown = world.clock.drive(world.studio.plan_of_reel(&none)).await;
    assert_eq!(unknown.unwrap_err().code, Code::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_product_of_a_reel_is_in_its_plan() {
    let service = StandIn::start(|line| {
        let answer = match line.as_str() {
            "GET /api/tasks/t" => Some(json!({
                "id": "t", "type": "pipeline", "status": "completed", "formula_id": "f",
                "product_id": "p", "product_visibility": "off_camera", "language": "es",
            })),
            "GET /api/products" => Some(json!([
                {"id": "p", "name": "Scanner", "description": "Scans.", "images": []},
            ])),
            line if line.starts_with("GET /api/assets") => Some(json!([
                {"id": "r", "asset_role": "final_reel", "task_id": "t"},
            ])),
            _ => None,
        };
        Box::pin(async move { answer.map(|body| (200, body)) })
    })
    .await;
    let guest = Guest::of(&service, NoBrowser).await;
    let reel = AssetId::from("r");
    let plan = guest.clock.drive(guest.studio.plan_of_reel(&reel)).await;
    let plan = plan.unwrap();
    let scanner = PlanProduct::Known {
        product_id: "p".into(),
        name: "Scanner".to_owned(),
    };
    assert_eq!(plan.product, Some(scanner));
    assert_eq!(plan.visibility, Visibility::OffCamera);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_reel_of_a_task_is_delivered() {
    let service = StandIn::start(|line| {
        let reel = |id: &str| json!({"id": id, "asset_role": "final_reel", "batch_id": "b"});
        let answer = match line.as_str() {
            "POST /api/riffs" => Some(json!({"batch_id": "b"})),
            "GET /api/tasks/batch/b" => Some(json!({"batch_id": "b", "tasks": [{
                "id": "t", "type": "pipeline", "status": "completed",
                "result": {"asset_ids": ["one", "two"]},
            }]})),
            line if line.starts_with("GET /api/assets") => Some(json!([reel("one"), reel("two")])),
            _ => None,
        };
        Box::pin(async move { answer.map(|body| (200, body)) })
    })
    .await;
    let guest = Guest::of(&service, NoBrowser).await;
    let order_id = guest.order().await;
    let order = guest
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(order.reels, ["one".into(), "two".into()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_raw_version_of_a_reel_is_streamed_where_there_is_one() {
    let world = with_reels(40).await;
    let page = world.listed(LibraryQuery::default()).await;
    let (raw, plain): (Vec<_>, Vec<_>) = page.reels.iter().partition(|reel| reel.has_raw);
    let opened = world.studio.open_raw_reel(&raw[0].asset_id, None);
    let mut stream = world.clock.drive(opened).await.unwrap();
    assert_eq!(stream.status, 200);
    let first = world.clock.drive(stream.body.next()).await;
    assert!(!first.expect("bytes").unwrap().is_empty());
    let range = Some("bytes=0-99".to_owned());
    let opened = world.studio.open_raw_reel(&raw[0].asset_id, range);
    let part = world.clock.drive(opened).await.unwrap();
    assert_eq!((part.status, part.content_length), (206, Some(100)));
    let none = world.studio.open_raw_reel(&plain[0].asset_id, None);
    let refusal = world.clock.drive(none).await.map(drop).unwrap_err();
    assert_eq!(refusal.code, Code::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_reels_open_at_once() {
    let world = with_reels(MANY).await;
    let began = Instant::now();
    let page = world.listed(LibraryQuery::default()).await;
    let asked_ms = began.elapsed().as_millis();
    assert_eq!(page.reels.len(), REELS_PAGE as usize);
    let refreshed = world.clock.drive(world.studio.refresh_library()).await;
    refreshed.unwrap();
    let (studio, clock) = (world.studio.clone(), world.clock.clone());
    studio.sign_out().await;
    let timed = |query: LibraryQuery| {
        let (studio, clock) = (studio.clone(), clock.clone());
        async move {
            let began = Instant::now();
            let page = clock.drive(studio.list_reels(query)).await.unwrap();
            (page, began.elapsed().as_millis())
        }
    };
    let (kept, kept_ms) = timed(LibraryQuery::default()).await;
    assert_eq!(kept.total, Some(MANY as u64));
    let search = LibraryQuery {
        search: "the".to_owned(),
        sort: ReelSort::Character,
        ..LibraryQuery::default()
    };
    let (found, found_ms) = timed(search).await;
    assert!(found.total.is_some_and(|total| total > 0));
    let last = LibraryQuery {
        page: (MANY as u32) / REELS_PAGE,
        ..LibraryQuery::default()
    };
    let (_, last_ms) = timed(last).await;
    eprintln!(
        "10,000 reels: asked {asked_ms} ms, kept {kept_ms} ms, searched {found_ms} ms, last page {last_ms} ms"
    );
    // Generous: debug builds on a shared machine. What is measured is printed.
    for (what, ms) in [("kept", kept_ms), ("searched", found_ms), ("last", last_ms)] {
        assert!(ms < 1_000, "{what}: {ms} ms");
    }
}
