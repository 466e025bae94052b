//! What each endpoint is asked, to the byte: method, path, body and headers. Tokens, credits, assists,
//! shorts and sliders.

use hubfluencer::{
    CreativeFormat, Failure, Id, Restyle, Scope, ShortFont, ShortLook, ShortRequest,
    ShortTextAnimation, ShortTextPosition, SlideWords, SliderAspectRatio, SliderBrief,
    SliderChange, SliderLanguage, SliderMode, SliderTemplate, SliderTextPosition, TokenRequest,
    VisualLanguage,
};
use serde_json::{Value, json};

use crate::recorded::{Asked, Recorded, deployment, key};

const SHORT: &str = r#"{"data":{"slug":"s-1","stage":"draft"}}"#;
const SLIDER: &str = r#"{"data":{"slug":"c-1","status":"draft"}}"#;
const IMAGE: &str =
    r#"{"data":{"presigned_url":"https://s3.example/k?X-Amz-Signature=ff","s3_key":"k"}}"#;

/// What was sent, of a call that went well.
pub async fn sent<T>(
    recorded: &Recorded,
    call: impl Future<Output = Result<T, Failure>>,
) -> (String, Option<Value>) {
    call.await.unwrap();
    let asked = recorded.asked();
    assert_eq!(asked.header("authorization"), Some("Bearer hf_pat_s3cret"));
    let is_json = asked.header("content-type") == Some("application/json; charset=utf-8");
    assert_eq!(is_json, asked.json().is_some(), "{asked:?}");
    (asked.line(), asked.json())
}

/// A request of this line with this body.
pub fn is(line: &str, body: Value) -> (String, Option<Value>) {
    (line.to_owned(), Some(body).filter(|body| !body.is_null()))
}

fn look() -> ShortLook {
    ShortLook {
        headline: Some("Más rápido 名".to_owned()),
        subheadline: Some(String::new()),
        text_beats: None,
        creative_format: Some(CreativeFormat::MythVsReality),
        visual_language: Some(VisualLanguage::UgcRealism),
        theme: Some("none".to_owned()),
        music_vibe: Some("Jazz".to_owned()),
        music_instruments: Some(vec!["piano".to_owned(), "strings".to_owned()]),
        short_text_position: Some(ShortTextPosition::Center),
        short_text_animation: Some(ShortTextAnimation::FadeIn),
        short_font_family: Some(ShortFont::DmSerif),
    }
}

fn looked() -> Value {
    json!({
        "headline": "Más rápido 名",
        "subheadline": "",
        "creative_format": "myth_vs_reality",
        "visual_language": "ugc_realism",
        "theme": "none",
        "music_vibe": "Jazz",
        "music_instruments": ["piano", "strings"],
        "short_text_position": "center",
        "short_text_animation": "fade_in",
        "short_font_family": "ShortFontDMSerif",
    })
}

#[tokio::test]
async fn tokens_credits_and_assists() {
    let created = r#"{"data":{"id":7,"token":"hf_pat_new"}}"#;
    let (api, session, recorded) = deployment(200, created).await;
    let request = TokenRequest {
        name: Some("agent".to_owned()),
        scopes: Some(vec![Scope::VideoRead, Scope::AccountAdmin]),
    };
    let body = json!({"name": "agent", "scopes": ["video:read", "account:admin"]});
    let asked = sent(&recorded, api.create_token(&session, &request)).await;
    assert_eq!(asked, is("POST /api/tokens", body));
    let plain = TokenRequest::default();
    let asked = sent(&recorded, api.create_token(&session, &plain)).await;
    assert_eq!(asked, is("POST /api/tokens", json!({})));
    recorded.say(r#"{"data":[]}"#);
    let asked = sent(&recorded, api.tokens(&session)).await;
    assert_eq!(asked, is("GET /api/tokens", Value::Null));
    for (id, path) in [(Id::from(7), "7"), (Id::from("a/b c"), "a%2Fb%20c")] {
        let asked = sent(&recorded, api.revoke_token(&session, &id)).await;
        assert_eq!(
            asked,
            is(&format!("DELETE /api/tokens/{path}"), Value::Null)
        );
    }
    recorded.say(r#"{"data":{"credits":40,"remaining":20}}"#);
    let asked = sent(&recorded, api.studio_credits(&session)).await;
    assert_eq!(asked, is("GET /api/studio/credits", Value::Null));
    let asked = sent(&recorded, api.assists(&session)).await;
    assert_eq!(asked, is("GET /api/ai-assists", Value::Null));
}

#[tokio::test]
async fn shorts_by_every_field() {
    let (api, session, recorded) = deployment(200, SHORT).await;
    let request = ShortRequest {
        product_prompt: "A kettle that sings".to_owned(),
        look: look(),
    };
    let mut body = looked();
    body["product_prompt"] = json!("A kettle that sings");
    let name = key("new-short:1");
    let asked = sent(&recorded, api.create_short(&session, &request, &name)).await;
    assert_eq!(asked, is("POST /api/shorts", body));
    assert_eq!(
        recorded.asked().header("idempotency-key"),
        Some("new-short:1")
    );

    let bare = ShortRequest {
        product_prompt: "A kettle that sings".to_owned(),
        look: ShortLook::default(),
    };
    let asked = sent(&recorded, api.create_short(&session, &bare, &name)).await;
    let body = json!({"product_prompt": "A kettle that sings"});
    assert_eq!(asked, is("POST /api/shorts", body));

    let asked = sent(&recorded, api.update_short(&session, "s-1", &look())).await;
    assert_eq!(asked, is("PATCH /api/shorts/s-1", looked()));
    assert_eq!(recorded.asked().header("idempotency-key"), None);
    // Back to Auto is `null`; the beats go back in the form that they came in.
    let change = ShortLook {
        creative_format: Some(CreativeFormat::default()),
        text_beats: Some(json!([{"text": "Sings", "at": 1.5}])),
        ..ShortLook::default()
    };
    let body = json!({"creative_format": null, "text_beats": [{"text": "Sings", "at": 1.5}]});
    let asked = sent(&recorded, api.update_short(&session, "s-1", &change)).await;
    assert_eq!(asked, is("PATCH /api/shorts/s-1", body));

    let asked = sent(&recorded, api.short(&session, "s-1")).await;
    assert_eq!(asked, is("GET /api/shorts/s-1", Value::Null));
    let asked = sent(&recorded, api.generate_short_text(&session, "s-1")).await;
    assert_eq!(asked, is("POST /api/shorts/s-1/text/generate", Value::Null));
    recorded.say(r#"{"data":{"total":15,"available_credits":40}}"#);
    let asked = sent(&recorded, api.short_cost(&session, "s-1")).await;
    assert_eq!(asked, is("GET /api/shorts/s-1/cost", Value::Null));
}

#[tokio::test]
async fn images_of_a_short() {
    let (api, session, recorded) = deployment(200, IMAGE).await;
    let call = api.presign_short_product(&session, "s-1", "image/png", 9_000);
    let body = json!({"mime_type": "image/png", "size_bytes": 9_000});
    assert_eq!(
        sent(&recorded, call).await,
        is("POST /api/shorts/s-1/product/presign", body)
    );
    for (content_type, body) in [
        (Some("image/jpeg"), json!({"content_type": "image/jpeg"})),
        (None, json!({})),
    ] {
        let call = api.presign_short_poster(&session, "s-1", content_type);
        let asked = sent(&recorded, call).await;
        assert_eq!(asked, is("POST /api/shorts/s-1/poster/presign", body));
    }
    recorded.say(SHORT);
    for (description, body) in [
        (None, json!({"s3_key": "k"})),
        (
            Some("A kettle"),
            json!({"s3_key": "k", "product_description": "A kettle"}),
        ),
    ] {
        let call = api.confirm_short_product(&session, "s-1", "k", description);
        let asked = sent(&recorded, call).await;
        assert_eq!(asked, is("POST /api/shorts/s-1/product/confirm", body));
    }
    let call = api.confirm_short_poster(&session, "s-1", "k");
    assert_eq!(
        sent(&recorded, call).await,
        is(
            "POST /api/shorts/s-1/poster/confirm",
            json!({"s3_key": "k"})
        )
    );
}

fn brief() -> SliderBrief {
    SliderBrief {
        prompt: Some("Five reasons to sing".to_owned()),
        language: Some(SliderLanguage::Polish),
        mode: Some(SliderMode::AdDriven),
        template: Some(SliderTemplate::OfferCard),
        slide_count: Some(7),
        aspect_ratio: Some(SliderAspectRatio::Story),
        accent_color: Some("#09EFBE".to_owned()),
        text_position: Some(SliderTextPosition::Middle),
    }
}

fn briefed() -> Value {
    json!({
        "prompt": "Five reasons to sing",
        "language": "pl",
        "mode": "ad_driven",
        "template": "offerCard",
        "slide_count": 7,
        "aspect_ratio": "9:16",
        "accent_color": "#09EFBE",
        "text_position": "middle",
    })
}

#[tokio::test]
async fn sliders_by_every_field() {
    let (api, session, recorded) = deployment(200, SLIDER).await;
    let asked = sent(&recorded, api.create_slider(&session, &brief())).await;
    assert_eq!(asked, is("POST /api/sliders", briefed()));
    let draft = SliderBrief::default();
    let asked = sent(&recorded, api.create_slider(&session, &draft)).await;
    assert_eq!(asked, is("POST /api/sliders", json!({})));

    let change = SliderChange {
        brief: brief(),
        caption: Some("Sing".to_owned()),
        hashtags: Some(vec!["#kettle".to_owned()]),
    };
    let mut body = briefed();
    body["caption"] = json!("Sing");
    body["hashtags"] = json!(["#kettle"]);
    let asked = sent(&recorded, api.update_slider(&session, "c-1", &change)).await;
    assert_eq!(asked, is("PATCH /api/sliders/c-1", body));

    let words = SlideWords {
        headline: Some("One".to_owned()),
        body: Some("Two".to_owned()),
        kicker: Some("Three".to_owned()),
    };
    let asked = sent(&recorded, api.edit_slide(&session, "c-1", 3, &words)).await;
    let body = json!({"headline": "One", "body": "Two", "kicker": "Three"});
    assert_eq!(asked, is("PATCH /api/sliders/c-1/slides/3", body));

    let restyle = Restyle {
        template: Some(SliderTemplate::Scrapbook),
        accent_color: Some("#000000".to_owned()),
        text_position: Some(SliderTextPosition::default()),
        logo_s3_key: Some("k".to_owned()),
    };
    let asked = sent(&recorded, api.restyle_slider(&session, "c-1", &restyle)).await;
    let body = json!({"template": "scrapbook", "accent_color": "#000000", "text_position": null,
        "logo_s3_key": "k"});
    assert_eq!(asked, is("POST /api/sliders/c-1/restyle", body));

    let asked = sent(&recorded, api.confirm_slider_logo(&session, "c-1", "k")).await;
    let body = json!({"s3_key": "k"});
    assert_eq!(asked, is("POST /api/sliders/c-1/logo/confirm", body));
    let asked = sent(&recorded, api.slider(&session, "c-1")).await;
    assert_eq!(asked, is("GET /api/sliders/c-1", Value::Null));
    let asked = sent(&recorded, api.delete_slider(&session, "c-1")).await;
    assert_eq!(asked, is("DELETE /api/sliders/c-1", Value::Null));
    recorded.say("[]");
    let asked = sent(&recorded, api.sliders(&session)).await;
    assert_eq!(asked, is("GET /api/sliders", Value::Null));
    recorded.say(r#"{"total":5}"#);
    let asked = sent(&recorded, api.slider_cost(&session, "c-1")).await;
    assert_eq!(asked, is("GET /api/sliders/c-1/cost", Value::Null));
    recorded.say(IMAGE);
    let call = api.presign_slider_logo(&session, "c-1", "image/jpeg", 1);
    let body = json!({"mime_type": "image/jpeg", "size_bytes": 1});
    assert_eq!(
        sent(&recorded, call).await,
        is("POST /api/sliders/c-1/logo/presign", body)
    );
}

#[tokio::test]
async fn an_id_stays_one_segment_and_leads_nowhere_else() {
    let (api, session, recorded) = deployment(200, SHORT).await;
    api.short(&session, "a/../b?c#d").await.unwrap();
    assert_eq!(
        recorded.asked().line(),
        "GET /api/shorts/a%2F..%2Fb%3Fc%23d"
    );
    for slug in ["", ".", ".."] {
        let failure = api.short(&session, slug).await.unwrap_err();
        assert!(matches!(failure, Failure::Address(_)), "{failure:?}");
    }
    assert_eq!(recorded.count(), 1);
    let Asked { headers, .. } = recorded.asked();
    assert!(!headers.contains_key("cookie"));
}
