//! The typed API against the sandbox, two readings of one contract: shorts, sliders, tokens, assists.

use hubfluencer::{
    Hooks, Problem, Restyle, Scope, Session, ShortLook, ShortRequest, SlideWords, SliderBrief,
    SliderStatus, Stage, TokenRequest,
};

use crate::deployed::{deployment, fresh, picture, until};
use crate::recorded::key;

#[tokio::test]
async fn a_short_with_its_images() {
    let place = deployment(40).await;
    let (api, session) = (&place.api, &place.session);
    let request = ShortRequest {
        product_prompt: "A kettle that sings".to_owned(),
        look: ShortLook {
            headline: Some("Más rápido".to_owned()),
            ..ShortLook::default()
        },
    };
    let short = api.create_short(session, &request, &fresh()).await.unwrap();
    let slug = short.slug.as_str();
    assert_eq!(
        (short.stage, short.headline.as_deref()),
        (Stage::Draft, Some("Más rápido"))
    );
    let image = api.presign_short_product(session, slug, "image/png", picture().len() as u64);
    let image = image.await.unwrap();
    place.put_image(&image.presigned_url).await;
    let confirm = api.confirm_short_product(session, slug, &image.s3_key, Some("A kettle"));
    confirm.await.unwrap();
    let poster = api.presign_short_poster(session, slug, Some("image/png"));
    let poster = poster.await.unwrap();
    place.put_image(&poster.upload_url).await;
    let confirm = api.confirm_short_poster(session, slug, &poster.s3_key);
    confirm.await.unwrap();
    let worded = api.generate_short_text(session, slug).await.unwrap();
    let look = ShortLook {
        headline: Some("Sings".to_owned()),
        text_beats: Some(worded.text_beats.clone()),
        ..ShortLook::default()
    };
    let changed = api.update_short(session, slug, &look).await.unwrap();
    assert_eq!(changed.headline.as_deref(), Some("Sings"));
    assert_eq!(changed.text_beats, worded.text_beats);
    assert_eq!(api.short_cost(session, slug).await.unwrap().total, 15);

    // The same name is the same order: it is paid once.
    let name = key("gen-short:a");
    for _ in 0..2 {
        let taken = api.generate_short(session, slug, &name, Hooks::none());
        assert_eq!(taken.await.unwrap().slug, slug);
    }
    assert_eq!(api.studio_credits(session).await.unwrap().credits, 25);
    let short = until(
        || api.short(session, slug),
        |short| short.stage == Stage::VideoReady,
    )
    .await;
    place.video_of(short.latest_render).await;
}

#[tokio::test]
async fn a_slider_edited_and_restyled() {
    let place = deployment(6).await;
    let (api, session) = (&place.api, &place.session);
    let brief = SliderBrief {
        prompt: Some("Three reasons to sing".to_owned()),
        slide_count: Some(3),
        ..SliderBrief::default()
    };
    let slug = api.create_slider(session, &brief).await.unwrap().slug;
    assert_eq!(api.slider_cost(session, &slug).await.unwrap().total, 3);
    api.generate_slider(session, &slug, &fresh(), Hooks::none())
        .await
        .unwrap();
    let done = || {
        until(
            || api.slider(session, &slug),
            |slider| slider.status == SliderStatus::Completed,
        )
    };
    let slider = done().await;
    assert_eq!(slider.slides.len(), 3);
    let words = SlideWords {
        headline: Some("Otra".to_owned()),
        ..SlideWords::default()
    };
    let position = slider.slides[1].position;
    api.edit_slide(session, &slug, position, &words)
        .await
        .unwrap();
    assert_eq!(done().await.slides[1].headline.as_deref(), Some("Otra"));
    let image = api.presign_slider_logo(session, &slug, "image/png", picture().len() as u64);
    let image = image.await.unwrap();
    place.put_image(&image.presigned_url).await;
    api.confirm_slider_logo(session, &slug, &image.s3_key)
        .await
        .unwrap();
    done().await;
    let restyle = Restyle {
        accent_color: Some("#09EFBE".to_owned()),
        ..Restyle::default()
    };
    api.restyle_slider(session, &slug, &restyle).await.unwrap();
    let slider = done().await;
    assert_eq!(slider.accent_color.as_deref(), Some("#09EFBE"));
    for slide in &slider.slides {
        let still = place.bytes_at(slide.image_url.as_ref().unwrap()).await;
        assert_eq!(&still[1..4], b"PNG");
    }
    assert_eq!(api.studio_credits(session).await.unwrap().credits, 3);
    assert_eq!(api.sliders(session).await.unwrap().len(), 1);
    api.delete_slider(session, &slug).await.unwrap();
    let gone = api.slider(session, &slug).await.unwrap_err();
    assert_eq!(Problem::of(&gone), Problem::NotFound);
}

#[tokio::test]
async fn tokens_assists_and_what_is_missing() {
    let place = deployment(3).await;
    let (api, session) = (&place.api, &place.session);
    let request = TokenRequest {
        name: Some("reader".to_owned()),
        scopes: Some(vec![Scope::VideoRead]),
    };
    let created = api.create_token(session, &request).await.unwrap();
    let reader = Session::new(api.origin().clone(), created.token.clone()).unwrap();
    let assists = api.assists(&reader).await.unwrap();
    assert_eq!((assists.limit, assists.remaining), (20, 20));
    for refused in [
        api.unlock_assists(&reader, Hooks::none()).await.map(drop),
        api.tokens(&reader).await.map(drop),
    ] {
        let problem = Problem::of(&refused.unwrap_err());
        assert!(
            matches!(problem, Problem::InsufficientScope { .. }),
            "{problem:?}"
        );
    }
    for remaining in [30, 40] {
        let bought = api.unlock_assists(session, Hooks::none()).await.unwrap();
        assert_eq!(bought.remaining, remaining);
    }
    assert_eq!(api.studio_credits(session).await.unwrap().credits, 1);
    let request = ShortRequest {
        product_prompt: "A kettle that sings".to_owned(),
        look: ShortLook::default(),
    };
    let short = api.create_short(session, &request, &fresh()).await.unwrap();
    let poor = api
        .generate_short(session, &short.slug, &fresh(), Hooks::none())
        .await;
    assert_eq!(
        Problem::of(&poor.unwrap_err()),
        Problem::CreditsInsufficient {
            required: Some(15),
            credits: Some(1)
        }
    );
    let short = ShortRequest {
        product_prompt: "Short".to_owned(),
        look: ShortLook::default(),
    };
    let invalid = api
        .create_short(session, &short, &fresh())
        .await
        .unwrap_err();
    let problem = Problem::of(&invalid);
    assert!(
        matches!(&problem, Problem::Validation { fields } if fields.contains_key("product_prompt")),
        "{problem:?}"
    );
    let tokens = api.tokens(session).await.unwrap();
    let listed = tokens.iter().find(|token| token.id == created.listed.id);
    assert_eq!(listed.unwrap().name.as_deref(), Some("reader"));
    api.revoke_token(session, &created.listed.id).await.unwrap();
    let ended = api.assists(&reader).await.unwrap_err();
    assert_eq!(Problem::of(&ended), Problem::Unauthorized);
}
