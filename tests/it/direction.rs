//! The drafting aid of the creative direction, filled from the service; and the looking at a text,
//! which asks nobody.

use contract::{
    AidQuery, Code, DirectionMode, EmptyKind, ImageSource, NewImage, NewProduct, TemplateId,
    TemplateQuery, compose_direction,
};

use crate::harness::World;

fn staged() -> NewProduct {
    NewProduct {
        name: "Label Lens".to_owned(),
        description: "Scans any food label in 1.5 seconds. Amazing quality! Works offline."
            .to_owned(),
        images: ["ingredient-scan screen", "box"]
            .map(|name| NewImage {
                source: ImageSource::Url {
                    url: "https://example.com/a.png".to_owned(),
                },
                name: name.to_owned(),
                image_id: String::new(),
                description: String::new(),
                usage_context: String::new(),
                content_policy: contract::ContentPolicy::Locked,
            })
            .into(),
        ..NewProduct::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn beats_come_from_the_template_and_features_from_the_product() {
    let world = World::signed_in().await;
    let page = world.studio.templates(TemplateQuery::default());
    let page = world.clock.drive(page).await.unwrap();
    let ready = page
        .templates
        .iter()
        .find(|one| one.can_be_riffed())
        .unwrap();
    let aid = world.studio.direction_aid(AidQuery {
        template_id: Some(ready.template_id.clone()),
        product_id: None,
        new_product: Some(staged()),
    });
    let aid = world.clock.drive(aid).await.unwrap();
    assert!(aid.beats.iter().any(|beat| beat.is_spoken));
    assert!(aid.beats.iter().any(|beat| !beat.is_spoken));
    assert!(aid.beats.is_sorted_by(|one, next| one.at <= next.at));
    assert_eq!(
        aid.features,
        ["Scans any food label in 1.5 seconds", "Works offline"],
        "what says nothing is no feature"
    );
    assert_eq!(aid.image_names, ["ingredient-scan screen", "box"]);

    let text = compose_direction(
        &aid.beats[0].text,
        "use the ingredient-scan screen",
        "from trust to doubt",
    );
    let review = world
        .studio
        .review_direction(&text, DirectionMode::OnCamera, &aid.image_names);
    assert!(review.has_three_parts, "{text}");
    assert_eq!(review.matches.len(), 1);
    assert_eq!(review.matches[0].name, "ingredient-scan screen");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_choice_there_is_nothing_to_offer_and_nobody_is_asked() {
    let world = World::signed_in().await;
    let aid = world.studio.direction_aid(AidQuery::default());
    let aid = world.clock.drive(aid).await.unwrap();
    assert_eq!(aid, contract::DirectionAid::default());
    let review = world.studio.review_direction(
        "Show the product's strengths",
        DirectionMode::OffCamera,
        &[],
    );
    assert_eq!(review.empty[0].kind, EmptyKind::ProductGenerality);
    assert!(!review.has_three_parts);
    for path in ["/api/formulas", "/api/products"] {
        assert_eq!(world.sandbox.books().count("GET", path), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_that_is_gone_says_so() {
    let world = World::signed_in().await;
    let aid = world.studio.direction_aid(AidQuery {
        template_id: Some(TemplateId::from("gone")),
        ..AidQuery::default()
    });
    let refusal = world.clock.drive(aid).await.unwrap_err();
    assert_eq!(refusal.code, Code::NotFound);
}
