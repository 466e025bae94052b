//! A text with U+FFFD is found before anything leaves, wherever it stands.

use riffkit::{
    Api, AssetQuery, BatchOrder, Failure, FormulaQuery, Hooks, ImageSource, NewAsset, NewImage,
    NewProduct, RiffRequest, RiffSource, Session, StatsQuery, TaskQuery,
};

use crate::recorded::{deployment, file_part};

const BAD: &str = "caf\u{FFFD}";

fn bad() -> String {
    BAD.to_owned()
}

fn field<T: std::fmt::Debug>(answer: Result<T, Failure>) -> String {
    match answer {
        Err(Failure::Mangled { field }) => field,
        other => panic!("{other:?}"),
    }
}

fn template() -> RiffRequest {
    let formula_id = "f-1".to_owned();
    RiffRequest::new(RiffSource::Formula { formula_id })
}

async fn riffs(api: &Api, session: &Session) {
    let mut source = RiffRequest::new(RiffSource::TikTok { tiktok_url: bad() });
    source.language = "en".to_owned();
    let (mut anchor, mut characters, mut product) = (template(), template(), template());
    anchor.content_anchor = bad();
    characters.character_ids = vec!["caden".to_owned(), bad()];
    product.product_id = Some(bad());
    let mut hint = RiffRequest::new(RiffSource::TikTok {
        tiktok_url: "https://www.tiktok.com/@a/video/1".to_owned(),
    });
    hint.user_hint = bad();
    for (request, name) in [
        (source, "tiktok_url"),
        (anchor, "content_anchor"),
        (characters, "character_ids"),
        (product, "product_id"),
        (hint, "user_hint"),
    ] {
        assert_eq!(field(api.riff(session, request, Hooks::none()).await), name);
    }
}

async fn bodies(api: &Api, session: &Session) {
    let order = BatchOrder {
        content_anchor: bad(),
        ..BatchOrder::default()
    };
    let answer = api.pipeline_batch(session, &order, Hooks::none()).await;
    assert_eq!(field(answer), "content_anchor");
    let order = BatchOrder {
        character_ids: vec![bad()],
        ..BatchOrder::default()
    };
    let answer = api.pipeline_batch(session, &order, Hooks::none()).await;
    assert_eq!(field(answer), "character_ids");
    let product = NewProduct {
        description: bad(),
        ..NewProduct::default()
    };
    assert_eq!(
        field(api.create_product(session, &product).await),
        "description"
    );
}

async fn forms(api: &Api, session: &Session) {
    let image_url = "https://example.com/a.png".to_owned();
    let mut image = NewImage::new(ImageSource::Url { image_url }, "front");
    image.usage_context = bad();
    let answer = api.add_product_image(session, "p-1", image, Hooks::none());
    assert_eq!(field(answer.await), "usage_context");
    let (_kept, file) = file_part("a.png", "bytes").await;
    let asset = NewAsset {
        notes: bad(),
        ..NewAsset::reference(file)
    };
    let answer = api.upload_asset(session, asset, Hooks::none()).await;
    assert_eq!(field(answer), "notes");
}

async fn queries(api: &Api, session: &Session) {
    let formulas = FormulaQuery {
        search: Some(bad()),
        ..FormulaQuery::default()
    };
    assert_eq!(field(api.formulas(session, &formulas).await), "search");
    let assets = AssetQuery {
        character: vec![bad()],
        ..AssetQuery::default()
    };
    assert_eq!(field(api.assets(session, &assets).await), "character");
    let tasks = TaskQuery {
        submitted_by_user_id: Some(bad()),
        ..TaskQuery::default()
    };
    let name = "submitted_by_user_id";
    assert_eq!(field(api.tasks(session, &tasks).await), name);
    let stats = StatsQuery {
        submitted_by_user_id: Some(bad()),
        ..StatsQuery::default()
    };
    assert_eq!(field(api.task_stats(session, &stats).await), name);
    assert_eq!(field(api.usage_summary(session, Some(BAD)).await), "period");
    assert_eq!(field(api.formula(session, BAD).await), "formula_id");
    assert_eq!(field(api.authorize(Some(BAD)).await), "client");
}

#[tokio::test]
async fn nothing_with_a_lost_character_leaves() {
    let (api, session, recorded) = deployment(200, "{}").await;
    riffs(&api, &session).await;
    bodies(&api, &session).await;
    forms(&api, &session).await;
    queries(&api, &session).await;
    assert_eq!(recorded.count(), 0);
    let failure = api.formula(&session, BAD).await.unwrap_err();
    assert!(!failure.may_have_been_taken() && !failure.to_string().contains("caf"));
}
