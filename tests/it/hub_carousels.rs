//! Carousels: what may change when, and slides made again for free.

use contract::{
    CarouselChange, CarouselStatus, CarouselView, Code, HubEvent, NextStep, ProjectNote, Restyle,
    SlideStatus, SlideWords, Step,
};
use sandbox::Fault;

use crate::harness::World;
use crate::harness::hub::{carousel, carousel_key};

fn revisions(carousel: &CarouselView) -> Vec<u32> {
    carousel.slides.iter().map(|slide| slide.revision).collect()
}

fn template(name: &str) -> CarouselChange {
    CarouselChange {
        template: Some(name.to_owned()),
        ..CarouselChange::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn slides_are_made_once_and_made_again_for_free() {
    let world = World::with_token().await;
    let made = world.finished_carousel().await;
    let (slug, key) = (made.slug.clone(), carousel_key(&made.slug));
    assert_eq!(made.status, CarouselStatus::Completed);
    assert_eq!(revisions(&made), [1, 1, 1]);
    assert!(
        made.slides
            .iter()
            .all(|slide| slide.has_image && slide.has_background)
    );
    assert!(!made.caption.is_empty());
    assert!(made.hashtags.iter().all(|tag| tag.starts_with('#')));

    let words = SlideWords {
        headline: Some("Slower".to_owned()),
        ..SlideWords::default()
    };
    let position = made.slides[1].position;
    let edited = world
        .studio
        .edit_slide(&slug, position, words)
        .await
        .unwrap();
    assert_eq!(edited.slides[1].status, SlideStatus::Processing);
    assert!(edited.is_under_way());
    let edited = carousel(world.ended(&key).await);
    assert_eq!(edited.slides[1].headline, "Slower");
    assert_eq!(
        revisions(&edited),
        [1, 2, 1],
        "only this slide is another one"
    );

    let look = Restyle {
        template: Some("scrapbook".to_owned()),
        accent_color: Some("#09EFBE".to_owned()),
        ..Restyle::default()
    };
    world.studio.restyle_carousel(&slug, look).await.unwrap();
    let restyled = carousel(world.ended(&key).await);
    assert_eq!(restyled.brief.template.as_deref(), Some("scrapbook"));
    assert_eq!(revisions(&restyled), [2, 3, 2]);
    assert_eq!(restyled.note, None::<ProjectNote>);
    assert_eq!(
        world.sandbox.hub_books().charged(),
        3,
        "a credit a slide, once"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_shapes_a_carousel_is_locked_once_it_is_made_and_open_again_after_a_failure() {
    let world = World::with_token().await;
    let made = world.finished_carousel().await;
    let path = format!("/api/sliders/{}", made.slug);
    let refusal = world
        .studio
        .edit_carousel(&made.slug, template("scrapbook"))
        .await
        .unwrap_err();
    assert_eq!(refusal.code, Code::CarouselLocked);
    assert_eq!(refusal.args["field"], "template".into());
    assert_eq!(
        world.hub_asked("PATCH", &path),
        0,
        "it would be ignored in silence"
    );
    let copy = CarouselChange {
        prompt: Some(made.brief.prompt.clone()),
        caption: Some("Pour slowly.".to_owned()),
        hashtags: Some(vec!["coffee".to_owned(), "#slow".to_owned()]),
        ..CarouselChange::default()
    };
    let changed = world.studio.edit_carousel(&made.slug, copy).await.unwrap();
    assert_eq!(changed.caption, "Pour slowly.");
    assert_eq!(changed.hashtags, ["#coffee", "#slow"]);

    let slug = world.carousel().await.slug;
    world.arm(Fault::FailSlider);
    world
        .take(Step::GenerateCarousel { slug: slug.clone() })
        .await;
    let failed = carousel(world.ended(&carousel_key(&slug)).await);
    assert_eq!(failed.status, CarouselStatus::Failed);
    let mended = world
        .studio
        .edit_carousel(&slug, template("editorialStory"))
        .await;
    assert_eq!(
        mended.unwrap().brief.template.as_deref(),
        Some("editorialStory")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_can_be_reshaped_within_the_contracts_table_and_not_recomposed() {
    let world = World::with_token().await;
    let draft = world.carousel().await;
    let change = CarouselChange {
        mode: Some("ad_driven".to_owned()),
        template: Some("offerCard".to_owned()),
        slide_count: Some(7),
        text_position: Some("middle".to_owned()),
        ..CarouselChange::default()
    };
    let changed = world
        .studio
        .edit_carousel(&draft.slug, change)
        .await
        .unwrap();
    assert_eq!(changed.brief.mode.as_deref(), Some("ad_driven"));
    assert_eq!(changed.brief.slide_count, Some(7));
    assert_eq!(changed.brief.prompt, draft.brief.prompt);
    let wrong = world
        .studio
        .edit_carousel(&draft.slug, template("scrapbook"))
        .await;
    let refusal = wrong.unwrap_err();
    assert_eq!(
        (refusal.code, &refusal.args["field"]),
        (Code::FieldInvalid, &"template".into())
    );
    let restyled = world
        .studio
        .restyle_carousel(&draft.slug, Restyle::default())
        .await;
    let refusal = restyled.unwrap_err();
    assert_eq!(
        (refusal.code, refusal.next),
        (Code::NotFinishedYet, NextStep::LookNow)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn carousels_of_elsewhere_are_listed_and_one_that_was_deleted_there_is_taken_off() {
    let world = World::with_token().await;
    let own = world.carousel().await;
    let (_folder, elsewhere) = world.elsewhere().await;
    let listed = elsewhere.list_projects().await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].key(), carousel_key(&own.slug));

    let key = carousel_key(&own.slug);
    elsewhere.remove_project(&key).await.unwrap();
    assert_eq!(elsewhere.known_projects().await.unwrap(), Vec::new());
    assert_eq!(
        world.studio.known_projects().await.unwrap().len(),
        1,
        "not heard yet"
    );
    let edited = world
        .studio
        .edit_carousel(&own.slug, template("scrapbook"))
        .await;
    assert_eq!(edited.unwrap_err().code, Code::NotFound);
    assert_eq!(
        world.hub_told(|e| *e == HubEvent::ProjectGone(key.clone())),
        1
    );
    assert_eq!(world.studio.known_projects().await.unwrap(), Vec::new());
}
