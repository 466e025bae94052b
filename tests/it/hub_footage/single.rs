//! In one piece.

use contract::{Code, FootageState, UploadMethod};

use super::{clip_of, is_ready, sum_of};
use crate::harness::{Options, World, sample};

#[tokio::test(flavor = "multi_thread")]
async fn a_small_clip_goes_in_one_piece_with_its_type_and_sum_and_is_listed_when_ready() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let id = world
        .sends(&slug, &sample(), UploadMethod::Auto)
        .await
        .unwrap();
    let view = world.rests(&id).await;
    is_ready(&view);
    assert!(!view.in_parts);
    world.stored_whole(&sample(), "video/mp4");
    assert_eq!(world.asks(&slug, "/presign"), 1);
    let listed = world.footage_listed(&slug).await;
    let [one] = &listed[..] else {
        panic!("{listed:?}")
    };
    assert_eq!(one.footage_id, Some(id));
    assert_eq!(one.name, "sample.mp4");
    assert_eq!(one.state, FootageState::Ready);
    assert!(one.has_first_frame && one.duration_seconds.is_some_and(|seconds| seconds > 1.0));
    assert_eq!(one.upload_id, view.upload_id);
    let told: Vec<_> = world
        .told_of_footage()
        .into_iter()
        .map(|view| view.state)
        .collect();
    assert_eq!(told.first(), Some(&FootageState::Waiting));
    assert!(told.contains(&FootageState::Processing));
    assert_eq!(told.last(), Some(&FootageState::Ready));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_address_costs_one_new_one_and_a_cut_is_sent_again() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    world.fault("part-expired");
    let id = world
        .sends(&slug, &sample(), UploadMethod::Single)
        .await
        .unwrap();
    is_ready(&world.rests(&id).await);
    assert_eq!(world.asks(&slug, "/presign"), 2);
    let clip = clip_of(&world, "b.mp4", 600_000);
    let books = world.sandbox.hub_books();
    let confirms = |books: &sandbox::HubBooks| {
        let asked = books.requests.iter();
        asked
            .filter(|asked| asked.path.ends_with("/confirm"))
            .count()
    };
    assert_eq!(confirms(&books), 1);
    world.fault("cut-part=100000");
    let id = world
        .sends(&slug, &clip, UploadMethod::Single)
        .await
        .unwrap();
    is_ready(&world.rests(&id).await);
    let stored = world.sandbox.storage_books();
    let sums: Vec<_> = stored
        .objects
        .iter()
        .map(|one| one.sha256().unwrap())
        .collect();
    assert!(sums.contains(&sum_of(&clip)) && sums.contains(&sum_of(&sample())));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_its_address_is_told_while_it_is_on_its_way_and_no_longer() {
    const HOUR: contract::Millis = 60 * 60 * 1000;
    let world = World::with_token().await;
    let slug = world.ad().await;
    let began_at = world.clock.now().as_millisecond();
    let sent = world.sends(&slug, &sample(), UploadMethod::Single).await;
    let view = world.rests(&sent.unwrap()).await;
    let ended_at = world.clock.now().as_millisecond();
    let told = world.told_of_footage();
    let ends: Vec<_> = told.iter().filter_map(|view| view.address_until).collect();
    assert!(!ends.is_empty());
    let possible = began_at + HOUR..=ended_at + HOUR;
    assert!(ends.iter().all(|end| possible.contains(end)), "{ends:?}");
    assert_eq!(view.address_until, None, "it takes nothing any more");
    assert_eq!(world.footage_listed(&slug).await[0].address_until, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_account_says_its_numbers_and_nothing_is_sent() {
    let world = World::with_token_and(Options {
        upload_quota: 100_000,
        ..Options::default()
    })
    .await;
    let slug = world.ad().await;
    for method in [UploadMethod::Single, UploadMethod::Multipart] {
        let id = world.sends(&slug, &sample(), method).await.unwrap();
        let view = world.rests(&id).await;
        let FootageState::Paused { refusal, sent, .. } = view.state else {
            panic!("{view:?}")
        };
        let refusal = refusal.unwrap();
        assert_eq!((refusal.code, sent), (Code::UploadQuota, 0));
        let numbers = ["limit", "used", "reserved", "remaining"];
        assert!(numbers.iter().all(|name| refusal.args.contains_key(*name)));
        world.studio.cancel_footage(&id).await.unwrap();
        assert_eq!(world.rests(&id).await.state, FootageState::Cancelled);
    }
    let books = world.sandbox.storage_books();
    assert!(books.puts.is_empty() && books.open_uploads.is_empty());
    assert_eq!(world.footage_listed(&slug).await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_can_not_use_says_why() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    world.fault("fail-upload");
    let id = world
        .sends(&slug, &sample(), UploadMethod::Auto)
        .await
        .unwrap();
    let view = world.rests(&id).await;
    let FootageState::Failed { refusal } = view.state else {
        panic!("{view:?}")
    };
    assert_eq!(refusal.code, Code::FootageFailed);
    assert!(refusal.args.contains_key("detail"), "{refusal:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn storage_that_fails_is_waited_for_said_to_be_and_shows_no_standing_speed() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    for _ in 0..4 {
        world.fault("part-500");
    }
    let id = world
        .sends(&slug, &sample(), UploadMethod::Single)
        .await
        .unwrap();
    is_ready(&world.rests(&id).await);
    let told: Vec<_> = world
        .told_of_footage()
        .into_iter()
        .map(|view| view.state)
        .collect();
    let waited = told.iter().position(|state| {
        matches!(state, FootageState::AwaitingServer { sent: 0, retry_at, .. } if *retry_at > 0)
    });
    let blames_the_network =
        |state: &FootageState| matches!(state, FootageState::AwaitingNetwork { .. });
    assert!(
        !told.iter().any(blames_the_network),
        "it answered: {told:?}"
    );
    let rest = &told[waited.expect("it was told")..];
    let goes_on = |state: &FootageState| matches!(state, FootageState::Sending { .. });
    assert!(rest.iter().any(goes_on), "and that it goes on: {told:?}");
}
