//! From an asset to its bytes: the redirect, the signed link, ranges, and accidents.

use std::time::Duration;

use reqwest::{Method, Response, StatusCode, Url};
use sandbox::Fault;
use serde_json::Value;

use crate::bench::{Bench, CLIP, detail};

/// The signed link that a file's path leads to.
async fn leads_to(bench: &Bench, path: &Value) -> Url {
    let answer = bench
        .call(Method::GET, path.as_str().unwrap())
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::FOUND);
    Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap()
}

async fn fetch(bench: &Bench, link: &Url, headers: &[(&str, &str)]) -> Response {
    let mut request = bench.client.get(link.clone());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.unwrap()
}

#[tokio::test]
async fn a_file_is_behind_a_redirect_to_another_origin() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let path = &reel["file_url"];
    let bare = bench.bare(Method::GET, path.as_str().unwrap()).send().await;
    detail(bare.unwrap(), 401).await;
    let link = leads_to(&bench, path).await;
    assert_ne!(link.origin(), bench.sandbox.riffkit_url().origin());
    let answer = fetch(&bench, &link, &[]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["content-type"], "video/mp4");
    assert_eq!(answer.content_length(), Some(CLIP.len() as u64));
    assert_eq!(answer.bytes().await.unwrap(), CLIP);

    let picture = leads_to(&bench, &reel["thumb_url"]).await;
    let picture = fetch(&bench, &picture, &[]).await;
    assert_eq!(picture.headers()["content-type"], "image/jpeg");
    assert!(picture.bytes().await.unwrap().starts_with(&[0xFF, 0xD8]));
}

#[tokio::test]
async fn the_session_must_not_reach_the_storage() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let link = leads_to(&bench, &reel["file_url"]).await;
    let cookie = format!("a=b; vee_session={}", bench.session);
    let answer = fetch(&bench, &link, &[("cookie", &cookie)]).await;
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    assert_eq!(bench.sandbox.books().cookies_leaked, 1);
    let answer = fetch(&bench, &link, &[("cookie", "a=b")]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(bench.sandbox.books().cookies_leaked, 1);
}

#[tokio::test]
async fn links_expire_and_cannot_be_altered() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let link = leads_to(&bench, &reel["file_url"]).await;
    let mut altered = link.clone();
    altered.set_path(
        reel["thumb_url"]
            .as_str()
            .unwrap()
            .rsplit('/')
            .next()
            .unwrap(),
    );
    assert_eq!(
        fetch(&bench, &altered, &[]).await.status(),
        StatusCode::FORBIDDEN
    );
    let mut unsigned = link.clone();
    unsigned.set_query(None);
    assert_eq!(
        fetch(&bench, &unsigned, &[]).await.status(),
        StatusCode::FORBIDDEN
    );
    bench.clock.pass(Duration::from_secs(600));
    assert_eq!(
        fetch(&bench, &link, &[]).await.status(),
        StatusCode::FORBIDDEN
    );

    let id = reel["id"].as_str().unwrap();
    let asked = bench.get(&format!("/api/assets/{id}/link")).await;
    assert_eq!(asked["seconds_valid"], 21_600);
    assert_eq!(asked["watermarked"], false);
    let link = Url::parse(asked["url"].as_str().unwrap()).unwrap();
    bench.clock.pass(Duration::from_secs(21_599));
    assert_eq!(fetch(&bench, &link, &[]).await.status(), StatusCode::OK);
    bench.sandbox.faults().arm(Fault::ExpiredLink);
    let link = leads_to(&bench, &reel["file_url"]).await;
    assert_eq!(
        fetch(&bench, &link, &[]).await.status(),
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn ranges_are_honoured() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let link = leads_to(&bench, &reel["file_url"]).await;
    let head = bench.client.head(link.clone()).send().await.unwrap();
    assert_eq!(head.status(), StatusCode::OK);
    assert_eq!(head.headers()["content-length"], CLIP.len().to_string());
    assert_eq!(head.headers()["accept-ranges"], "bytes");
    let etag = head.headers()["etag"].to_str().unwrap().to_owned();

    let range = ("range", "bytes=1000-1999");
    let part = fetch(&bench, &link, &[range, ("if-range", &etag)]).await;
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    let stated = format!("bytes 1000-1999/{}", CLIP.len());
    assert_eq!(part.headers()["content-range"], stated);
    assert_eq!(part.bytes().await.unwrap(), &CLIP[1000..2000]);

    let whole = fetch(&bench, &link, &[range, ("if-range", "\"older\"")]).await;
    assert_eq!(whole.status(), StatusCode::OK);
    let outside = fetch(&bench, &link, &[("range", "bytes=99999999-")]).await;
    assert_eq!(outside.status(), StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(
        outside.headers()["content-range"],
        format!("bytes */{}", CLIP.len())
    );
    bench.sandbox.faults().arm(Fault::IgnoreRange);
    assert_eq!(
        fetch(&bench, &link, &[range]).await.status(),
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_cut_download_stops_where_it_was_told_to() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let link = leads_to(&bench, &reel["file_url"]).await;
    bench.sandbox.faults().arm(Fault::CutDownload(70_000));
    let mut answer = fetch(&bench, &link, &[]).await;
    assert_eq!(answer.content_length(), Some(CLIP.len() as u64));
    let mut got = 0;
    let broken = loop {
        match answer.chunk().await {
            Ok(Some(chunk)) => got += chunk.len(),
            Ok(None) => break false,
            Err(_) => break true,
        }
    };
    assert!(broken);
    assert_eq!(got, 70_000);
    assert_eq!(fetch(&bench, &link, &[]).await.bytes().await.unwrap(), CLIP);
}

#[tokio::test]
async fn lengths_can_lie_or_be_missing() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let link = leads_to(&bench, &reel["file_url"]).await;
    bench.sandbox.faults().arm(Fault::LyingLength);
    let lying = fetch(&bench, &link, &[]).await;
    assert_eq!(lying.content_length(), Some(CLIP.len() as u64 + 1_000));
    assert!(lying.bytes().await.is_err());
    bench.sandbox.faults().arm(Fault::NoLength);
    let open = fetch(&bench, &link, &[]).await;
    assert_eq!(open.content_length(), None);
    assert_eq!(open.bytes().await.unwrap(), CLIP);
}

#[tokio::test]
async fn a_slow_download_takes_its_time_on_the_clock() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let link = leads_to(&bench, &reel["file_url"]).await;
    bench
        .sandbox
        .faults()
        .arm(Fault::SlowDownload(CLIP.len() as u64 / 20));
    let before = sandbox::Clock::now(&bench.clock);
    assert_eq!(fetch(&bench, &link, &[]).await.bytes().await.unwrap(), CLIP);
    let took = sandbox::Clock::now(&bench.clock).as_second() - before.as_second();
    assert!((18..=21).contains(&took), "{took} s");
}

#[tokio::test]
async fn a_huge_asset_is_the_reel_and_a_box_that_fills_it_up() {
    const HUGE: u64 = 5_000_000_000;
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    bench.sandbox.faults().arm(Fault::HugeAsset(HUGE));
    let link = leads_to(&bench, &reel["file_url"]).await;
    let head = bench.client.head(link.clone()).send().await.unwrap();
    assert_eq!(head.headers()["content-length"], HUGE.to_string());
    let seam = format!("bytes={}-{}", CLIP.len() - 8, CLIP.len() + 23);
    let part = fetch(&bench, &link, &[("range", &seam)])
        .await
        .bytes()
        .await
        .unwrap();
    assert_eq!(part[..8], CLIP[CLIP.len() - 8..]);
    assert_eq!(part[8..16], *b"\0\0\0\x01free");
    let size = u64::from_be_bytes(part[16..24].try_into().unwrap());
    assert_eq!(size + CLIP.len() as u64, HUGE);
    let tail = fetch(&bench, &link, &[("range", "bytes=-3")]).await;
    assert_eq!(
        tail.headers()["content-range"],
        format!("bytes {}-{}/{HUGE}", HUGE - 3, HUGE - 1)
    );
    assert_eq!(tail.bytes().await.unwrap(), [0, 0, 0].as_slice());

    bench.sandbox.faults().clear();
    bench.sandbox.faults().arm(Fault::HugeAsset(3_000_000));
    let link = leads_to(&bench, &reel["file_url"]).await;
    let whole = fetch(&bench, &link, &[]).await.bytes().await.unwrap();
    assert_eq!(whole.len(), 3_000_000);
    assert!(whole.starts_with(CLIP));
}

#[tokio::test]
async fn assets_are_narrowed_sorted_and_paged() {
    let bench = Bench::new().await;
    let first = bench.finished_reel().await;
    bench.clock.pass(Duration::from_secs(3 * 24 * 60 * 60));
    let second = bench.finished_reel().await;
    let ids = async |query: &str| {
        let assets = bench.get(&format!("/api/assets?{query}")).await;
        let assets = assets.as_array().unwrap().clone();
        assets
            .into_iter()
            .map(|asset| asset["id"].clone())
            .collect::<Vec<_>>()
    };
    let (a, b) = (first["id"].clone(), second["id"].clone());
    assert_eq!(ids("").await, [b.clone(), a.clone()]);
    assert_eq!(
        ids("sort=created_asc&limit=1&page=2").await,
        [b.clone()].as_slice()
    );
    assert_eq!(ids("created_window=today").await, [b.clone()].as_slice());
    assert_eq!(ids("created_window=7d").await.len(), 2);
    assert!(ids("type=upload").await.is_empty());
    assert!(ids("character=sandbox-avery").await.is_empty());
    let query = format!("asset_id={}&asset_id=nothing", a.as_str().unwrap());
    assert_eq!(ids(&query).await, [a].as_slice());
    let formula = second["formula_id"].as_str().unwrap();
    assert_eq!(ids(&format!("formula_id={formula}")).await, [b].as_slice());
    for query in ["limit=201", "page=0", "sort=best", "created_window=1y"] {
        let call = bench.call(Method::GET, &format!("/api/assets?{query}"));
        detail(call.send().await.unwrap(), 422).await;
    }
}
