//! What projects came to, listed.

use contract::{
    AssetId, Code, Event, LibraryQuery, OrderState, ProjectMedia, REELS_PAGE, ReelSort, Restyle,
    Service,
};

use super::{ids, is_done, of, same};
use crate::harness::hub::{carousel, carousel_key};
use crate::harness::{Options, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_restyled_carousel_is_another_result_and_shows_other_pictures() {
    let world = World::with_token().await;
    let made = world.finished_carousel().await;
    let key = carousel_key(&made.slug);
    let first = world.asset(&key).await;
    let slide = ProjectMedia::Slide(made.slides[0].position);
    let before = world.studio.project_picture(&key, &slide).await.unwrap();
    let restyle = async |template: &str| {
        let look = Restyle {
            template: Some(template.to_owned()),
            ..Restyle::default()
        };
        let restyled = world.studio.restyle_carousel(&made.slug, look).await;
        restyled.unwrap();
        carousel(world.ended(&key).await)
    };
    restyle("scrapbook").await;
    let second = world.asset(&key).await;
    assert_ne!(second, first);
    assert_eq!(
        ids(&world.page(of(Service::Hubfluencer)).await),
        std::slice::from_ref(&second),
        "what nobody saved gave way"
    );
    assert_eq!(
        world.told(|event| *event == Event::ReelGone(first.clone())),
        1
    );
    let after = world.studio.project_picture(&key, &slide).await.unwrap();
    assert!(!same(&before, &after));

    assert!(is_done(&world.save_to_end(&key).await));
    restyle("editorialStory").await;
    let third = world.asset(&key).await;
    assert_eq!(
        ids(&world.page(of(Service::Hubfluencer)).await),
        [third.clone(), second.clone()],
        "what was saved stays"
    );
    assert_eq!(world.studio.saved_files(&second).await.len(), 3);
    let refused = world.studio.open_reel(&second, None).await.err().unwrap();
    assert_eq!(
        refused.code,
        Code::NotFound,
        "only the newest can be fetched"
    );

    // The other front of this machine has the very same entries.
    let beside = world.beside().await;
    let token = contract::SecretText::new(world.sandbox.hubfluencer_token());
    beside.hub_sign_in(token).await.unwrap();
    beside.project(&key).await.unwrap();
    let there = beside.list_reels(of(Service::Hubfluencer)).await.unwrap();
    assert_eq!(ids(&there), [third, second]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_library_has_both_services_page_by_page() {
    let world = World::signed_in_with(Options {
        reels: 130,
        hub_credits: 200,
        ..Options::default()
    })
    .await;
    world.give_token().await;
    let mut made = Vec::new();
    let carousel = async |made: &mut Vec<AssetId>| {
        let slug = world.finished_carousel().await.slug;
        made.insert(0, world.asset(&carousel_key(&slug)).await);
    };
    carousel(&mut made).await;
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    carousel(&mut made).await;
    carousel(&mut made).await;
    let between = &order.reels[0];
    let all = async |query: LibraryQuery| {
        let mut reels = Vec::new();
        for page in 1.. {
            let query = LibraryQuery {
                page,
                ..query.clone()
            };
            let page = world.page(query).await;
            assert!(page.kept_because.is_none(), "{:?}", page.kept_because);
            let has_more = page.has_more;
            assert!(!has_more || page.reels.len() == REELS_PAGE as usize);
            reels.push(page);
            if !has_more {
                break;
            }
        }
        reels
    };
    let newest = all(LibraryQuery::default()).await;
    assert_eq!(newest.len(), 3);
    let listed: Vec<AssetId> = newest.iter().flat_map(ids).collect();
    let ahead = [&made[0], &made[1], between, &made[2]];
    assert!(listed.iter().take(4).eq(ahead), "by time, whoever made it");
    let riffkit: Vec<AssetId> = all(of(Service::Riffkit))
        .await
        .iter()
        .flat_map(ids)
        .collect();
    let of_riffkit = listed.iter().filter(|asset| !made.contains(asset));
    assert!(of_riffkit.eq(&riffkit), "in the service's order, each once");
    assert_eq!(listed.len(), riffkit.len() + 3);
    assert_eq!(ids(&world.page(of(Service::Hubfluencer)).await), made);

    let oldest = LibraryQuery {
        sort: ReelSort::Oldest,
        ..LibraryQuery::default()
    };
    let backwards: Vec<AssetId> = all(oldest).await.iter().flat_map(ids).collect();
    assert_eq!(backwards.len(), listed.len());
    assert!(backwards.iter().rev().take(4).eq(ahead));
    let by_character = LibraryQuery {
        sort: ReelSort::Character,
        ..LibraryQuery::default()
    };
    let last = all(by_character.clone()).await.pop().unwrap();
    assert_eq!(ids(&last)[last.reels.len() - 3..], made[..]);

    // Somebody who comes to a page without having seen those before it.
    let beside = world.beside().await;
    let third = LibraryQuery {
        page: 3,
        ..LibraryQuery::default()
    };
    let there = beside.list_reels(third).await.unwrap();
    assert_eq!(ids(&there), ids(&newest[2]));
    let search = LibraryQuery {
        search: "COFFEE slowly".to_owned(),
        ..LibraryQuery::default()
    };
    assert_eq!(ids(&world.page(search).await), made);

    let picture = world.studio.picture(&made[0]).await.unwrap();
    let World {
        sandbox,
        studio,
        clock,
        folder: _folder,
        ..
    } = world;
    sandbox.stop().await;
    let kept = studio.list_reels(of(Service::Hubfluencer)).await.unwrap();
    assert_eq!(ids(&kept), made);
    assert!(kept.kept_because.is_none(), "nobody had to be asked");
    let kept = clock.drive(studio.list_reels(LibraryQuery::default()));
    let kept = kept.await.unwrap();
    let because = kept.kept_because.as_ref().map(|refusal| refusal.code);
    assert_eq!(because, Some(Code::Offline));
    assert_eq!(ids(&kept)[..4], listed[..4]);
    let kept = clock.drive(studio.list_reels(by_character)).await.unwrap();
    assert_eq!(kept.total, Some(listed.len() as u64));
    assert_eq!(studio.picture(&made[0]).await.unwrap(), picture);
}
