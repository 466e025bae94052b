//! What each endpoint is asked, to the byte: method, path, query and body.

use jiff::Timestamp;
use jiff::civil::date;
use riffkit::{
    AssetQuery, AssetSort, AssetType, BatchOrder, ContentPolicy, CreatedWindow, Failure,
    FormulaQuery, FormulaSort, FormulaStatus, Hooks, ImageSource, NewAsset, NewImage, NewProduct,
    ProductVisibility, StatsQuery, TaskKind, TaskQuery, TaskStatus,
};
use serde_json::json;

use crate::recorded::{Asked, Recorded, deployment, deployment_with, file_part};

fn line(asked: &Asked) -> String {
    format!("{} {}", asked.method, asked.uri)
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn fields(recorded: &Recorded) -> Vec<(String, String)> {
    recorded.asked().fields()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[tokio::test]
async fn templates_by_every_filter() {
    let (api, session, recorded) = deployment(200, r#"{"items":[]}"#).await;
    api.formulas(&session, &FormulaQuery::default())
        .await
        .unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/formulas");
    let query = FormulaQuery {
        tags: owned(&["food", "más rápido"]),
        search: Some("名 & a=b".to_owned()),
        sort: Some(FormulaSort::MostUsedFirst),
        limit: Some(60),
        offset: Some(120),
        ..FormulaQuery::analyzed()
    };
    api.formulas(&session, &query).await.unwrap();
    assert_eq!(
        line(&recorded.asked()),
        "GET /api/formulas?status=analyzed&template_type=pipeline&tags=food%2Cm%C3%A1s+r%C3%A1pido\
         &search=%E5%90%8D+%26+a%3Db&sort=used_desc&limit=60&offset=120"
    );
    for (sort, word) in [
        (FormulaSort::NewestFirst, "created_desc"),
        (FormulaSort::OldestFirst, "created_asc"),
    ] {
        let query = FormulaQuery {
            status: Some(FormulaStatus::Other("draft".to_owned())),
            sort: Some(sort),
            ..FormulaQuery::default()
        };
        api.formulas(&session, &query).await.unwrap();
        let expected = format!("GET /api/formulas?status=draft&sort={word}");
        assert_eq!(line(&recorded.asked()), expected);
    }
}

#[tokio::test]
async fn a_total_stands_in_the_body_or_else_in_a_header() {
    let headers = [
        ("content-type", "application/json"),
        ("x-total-count", "412"),
    ];
    let (api, session, recorded) =
        deployment_with(200, &headers, r#"{"items":[],"total":9}"#).await;
    let all = FormulaQuery::default();
    let page = api.formulas(&session, &all).await.unwrap();
    assert_eq!(page.total, Some(9));
    recorded.say(r#"{"items":[]}"#);
    let page = api.formulas(&session, &all).await.unwrap();
    assert_eq!(page.total, Some(412));
    recorded.say("[]");
    let all = AssetQuery::default();
    let page = api.assets(&session, &all).await.unwrap();
    assert_eq!(page.total, Some(412));
}

#[tokio::test]
async fn assets_by_every_filter() {
    let (api, session, recorded) = deployment(200, "[]").await;
    let query = AssetQuery {
        asset_id: owned(&["a-1", "a-2"]),
        r#type: Some(AssetType::Upload),
        asset_role: Some("reference".to_owned()),
        character: owned(&["caden", "chloé"]),
        product_id: owned(&["p-1", "p-2"]),
        formula_id: owned(&["f-1"]),
        created_window: Some(CreatedWindow::Month),
        sort: Some(AssetSort::Product),
        page: Some(0),
        limit: Some(1_000),
    };
    api.assets(&session, &query).await.unwrap();
    assert_eq!(
        line(&recorded.asked()),
        "GET /api/assets?asset_id=a-1&asset_id=a-2&type=upload&asset_role=reference\
         &character=caden&character=chlo%C3%A9&product_id=p-1&product_id=p-2&formula_id=f-1\
         &created_window=30d&sort=product_az&page=1&limit=200"
    );
    let words = [
        (
            CreatedWindow::Today,
            "today",
            AssetSort::NewestFirst,
            "created_desc",
        ),
        (
            CreatedWindow::Week,
            "7d",
            AssetSort::OldestFirst,
            "created_asc",
        ),
        (
            CreatedWindow::Quarter,
            "90d",
            AssetSort::Character,
            "character_az",
        ),
    ];
    for (window, days, sort, order) in words {
        let query = AssetQuery {
            created_window: Some(window),
            sort: Some(sort),
            ..AssetQuery::default()
        };
        api.assets(&session, &query).await.unwrap();
        let expected = format!("GET /api/assets?created_window={days}&sort={order}");
        assert_eq!(line(&recorded.asked()), expected);
    }
}

#[tokio::test]
async fn tasks_and_their_counts_by_every_filter() {
    let (api, session, recorded) = deployment(200, "[]").await;
    let moment: Timestamp = "2026-06-20T22:30:00.5+02:00".parse().unwrap();
    let query = TaskQuery {
        status: vec![TaskStatus::Failed, TaskStatus::Dead],
        r#type: Some(TaskKind::Pipeline),
        date_from: Some(date(2026, 6, 20).into()),
        date_to: Some(moment.into()),
        submitted_by_user_id: Some("u 7".to_owned()),
        limit: Some(0),
        offset: Some(100),
    };
    api.tasks(&session, &query).await.unwrap();
    assert_eq!(
        line(&recorded.asked()),
        "GET /api/tasks?status=failed%2Cdead&type=pipeline&date_from=2026-06-20\
         &date_to=2026-06-20T20%3A30%3A00.5&submitted_by_user_id=u+7&limit=1&offset=100"
    );
    recorded.say(r#"{"total":0,"by_type":{},"by_status":{}}"#);
    let query = StatsQuery {
        date_from: Some(date(2026, 6, 20).into()),
        date_to: Some(date(2026, 6, 21).into()),
        submitted_by_user_id: Some("u-7".to_owned()),
    };
    api.task_stats(&session, &query).await.unwrap();
    assert_eq!(
        line(&recorded.asked()),
        "GET /api/tasks/stats?date_from=2026-06-20&date_to=2026-06-21&submitted_by_user_id=u-7"
    );
}

#[tokio::test]
async fn an_id_is_one_segment_of_its_path_whatever_it_holds() {
    let (api, session, recorded) = deployment(200, r#"{"id":"x","task_id":"x"}"#).await;
    for (id, encoded) in [
        ("f-1", "f-1"),
        ("a/../b", "a%2F..%2Fb"),
        ("a b?c#d", "a%20b%3Fc%23d"),
        ("名", "%E5%90%8D"),
        ("100%", "100%25"),
    ] {
        api.formula(&session, id).await.unwrap();
        assert_eq!(
            line(&recorded.asked()),
            format!("GET /api/formulas/{encoded}")
        );
        api.refresh_analysis(&session, id).await.unwrap();
        let expected = format!("POST /api/formulas/{encoded}/refresh-analysis");
        assert_eq!(line(&recorded.asked()), expected);
        assert_eq!(recorded.asked().body, "");
        api.task_content(&session, id).await.unwrap();
        assert_eq!(
            line(&recorded.asked()),
            format!("GET /api/tasks/{encoded}/content")
        );
        api.cancel(&session, id).await.unwrap();
        assert_eq!(
            line(&recorded.asked()),
            format!("POST /api/tasks/{encoded}/cancel")
        );
        api.retry(&session, id, Hooks::none()).await.unwrap();
        assert_eq!(
            line(&recorded.asked()),
            format!("POST /api/tasks/{encoded}/retry")
        );
        assert_eq!(recorded.asked().headers["content-length"], "0");
    }
    let before = recorded.count();
    for id in ["", ".", ".."] {
        let refused = api.cancel(&session, id).await;
        assert!(matches!(refused, Err(Failure::Address(_))), "{id:?}");
    }
    assert_eq!(recorded.count(), before, "nothing left");
}

#[tokio::test]
async fn a_product_and_its_images() {
    let (api, session, recorded) = deployment(200, r#"{"id":"p-1"}"#).await;
    let mut product = NewProduct {
        name: "Scanner".to_owned(),
        description: "Lo que hay dentro: ñ".to_owned(),
        target_audience: String::new(),
    };
    api.create_product(&session, &product).await.unwrap();
    let asked = recorded.asked();
    assert_eq!(line(&asked), "POST /api/products");
    assert_eq!(
        asked.headers["content-type"],
        "application/json; charset=utf-8"
    );
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&asked.body).unwrap(),
        json!({"name": "Scanner", "description": "Lo que hay dentro: ñ"})
    );
    product.target_audience = "parents".to_owned();
    api.create_product(&session, &product).await.unwrap();
    assert!(
        recorded
            .asked()
            .body
            .contains(r#""target_audience":"parents""#)
    );

    let (_kept, file) = file_part("名 \u{FFFD}.PNG", "png bytes").await;
    let mut image = NewImage::new(ImageSource::File { file }, "ingredient-scan screen");
    image.image_id = "screen_1".to_owned();
    image.description = "más".to_owned();
    image.usage_context = "the reveal".to_owned();
    image.content_policy = Some(ContentPolicy::Mutable);
    api.add_product_image(&session, "p/1", image, Hooks::none())
        .await
        .unwrap();
    assert_eq!(line(&recorded.asked()), "POST /api/products/p%2F1/images");
    let expected = pairs(&[
        ("name", "ingredient-scan screen"),
        ("image_id", "screen_1"),
        ("description", "más"),
        ("usage_context", "the reveal"),
        ("content_policy", "mutable"),
        ("file", "png bytes"),
    ]);
    assert_eq!(fields(&recorded), expected);
    let body = recorded.asked().body;
    assert!(
        body.contains("filename=\"名 _.PNG\"\r\nContent-Type: image/png"),
        "{body}"
    );

    let image_url = "https://example.com/a.png?b=c&d".to_owned();
    let image = NewImage::new(ImageSource::Url { image_url }, "front");
    api.add_product_image(&session, "p-1", image, Hooks::none())
        .await
        .unwrap();
    let expected = pairs(&[
        ("image_url", "https://example.com/a.png?b=c&d"),
        ("name", "front"),
    ]);
    assert_eq!(fields(&recorded), expected);
}

#[tokio::test]
async fn a_batch_says_what_was_chosen_and_never_no_product() {
    let (api, session, recorded) = deployment(200, r#"{"batch_id":"b-1"}"#).await;
    let mut order = BatchOrder {
        formula_id: "f-1".to_owned(),
        product_visibility: ProductVisibility::OffCamera,
        language: "en".to_owned(),
        ..BatchOrder::default()
    };
    let sent = async |order: &BatchOrder| {
        api.pipeline_batch(&session, order, Hooks::none())
            .await
            .unwrap();
        let asked = recorded.asked();
        assert_eq!(line(&asked), "POST /api/pipeline/batch");
        assert_eq!(
            asked.headers["content-length"],
            asked.body.len().to_string()
        );
        serde_json::from_str::<serde_json::Value>(&asked.body).unwrap()
    };
    assert_eq!(
        sent(&order).await,
        json!({"formula_id": "f-1", "character_ids": [], "language": "en"})
    );
    order.character_ids = owned(&["caden", "chloe"]);
    order.product_id = Some("p-1".to_owned());
    order.content_anchor = "the scan × the reveal".to_owned();
    assert_eq!(
        sent(&order).await,
        json!({
            "formula_id": "f-1", "character_ids": ["caden", "chloe"], "product_id": "p-1",
            "product_visibility": "off_camera", "content_anchor": "the scan × the reveal", "language": "en",
        })
    );
}

#[tokio::test]
async fn reference_material_is_uploaded_with_what_is_known_of_it() {
    let (api, session, recorded) = deployment(200, r#"{"id":"a-1"}"#).await;
    let (_kept, file) = file_part("a.mp4", "clip bytes").await;
    let asset = NewAsset {
        product_id: "p-1".to_owned(),
        character_id: "caden".to_owned(),
        name: "Clip".to_owned(),
        notes: "for later".to_owned(),
        ..NewAsset::reference(file)
    };
    api.upload_asset(&session, asset, Hooks::none())
        .await
        .unwrap();
    assert_eq!(line(&recorded.asked()), "POST /api/assets/upload");
    let expected = pairs(&[
        ("asset_role", "reference"),
        ("product_id", "p-1"),
        ("character_id", "caden"),
        ("name", "Clip"),
        ("notes", "for later"),
        ("file", "clip bytes"),
    ]);
    assert_eq!(fields(&recorded), expected);
}

#[tokio::test]
async fn the_plain_reads_and_the_version_that_needs_nobody() {
    let (api, session, recorded) = deployment(200, "[]").await;
    api.characters(&session).await.unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/characters");
    api.products(&session).await.unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/products");
    api.plans(&session).await.unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/billing/plans");
    api.usage_history(&session).await.unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/usage/history");
    api.members(&session, "s-1").await.unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/scopes/s-1/members");
    assert_eq!(recorded.asked().headers["cookie"], "vee_session=t0ken");

    recorded.say(r#"{"total_credits":1,"limit_credits":0,"version":"1.2.0"}"#);
    api.daily_budget(&session).await.unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/usage/daily-budget");
    api.usage_summary(&session, None).await.unwrap();
    assert_eq!(line(&recorded.asked()), "GET /api/usage/summary");
    api.usage_summary(&session, Some("today")).await.unwrap();
    assert_eq!(
        line(&recorded.asked()),
        "GET /api/usage/summary?period=today"
    );

    assert_eq!(api.published_version().await.unwrap(), "1.2.0");
    let asked = recorded.asked();
    assert_eq!(line(&asked), "GET /SKILL.json");
    assert!(!asked.headers.contains_key("cookie"));
}
