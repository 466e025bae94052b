//! Sliders: one prompt, 3 to 10 still slides with their words, a caption and hashtags.

use lenient::Lossy;
use wire::upload::Hooks;
use wire::{Failure, IdempotencyKey};

use crate::call::Fields;
use crate::image::PresignedImage;
use crate::slide::{
    Slider, SliderAspectRatio, SliderLanguage, SliderMode, SliderTemplate, SliderTextPosition,
};
use crate::{Api, Cost, Session};

/// What a slider is made from. Everything may be missing; what is `None` is not sent, and so stays as
/// it is in a change. An empty word (`Other("")`) is sent as `null`: back to the default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SliderBrief {
    /// What it is about: at most 2,000 characters, at least 10 before it is generated.
    pub prompt: Option<String>,
    /// Language of its copy.
    pub language: Option<SliderLanguage>,
    /// Story or facts.
    pub mode: Option<SliderMode>,
    /// Composition.
    pub template: Option<SliderTemplate>,
    /// 3 to 10.
    pub slide_count: Option<u8>,
    /// Shape.
    pub aspect_ratio: Option<SliderAspectRatio>,
    /// `#rrggbb`.
    pub accent_color: Option<String>,
    /// Where the words stand.
    pub text_position: Option<SliderTextPosition>,
}

impl SliderBrief {
    fn fields(&self) -> Fields {
        Fields::default()
            .maybe("prompt", &self.prompt)
            .maybe("language", &self.language)
            .maybe("mode", &self.mode)
            .maybe("template", &self.template)
            .maybe("slide_count", &self.slide_count)
            .maybe("aspect_ratio", &self.aspect_ratio)
            .maybe("accent_color", &self.accent_color)
            .maybe("text_position", &self.text_position)
    }
}

/// A change of a slider. The brief is only heard while it is a draft or has failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SliderChange {
    /// What it is made from.
    pub brief: SliderBrief,
    /// Caption, at most 3,000 characters.
    pub caption: Option<String>,
    /// Hashtags.
    pub hashtags: Option<Vec<String>>,
}

/// New words on one slide; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlideWords {
    /// Headline, at most 120 characters.
    pub headline: Option<String>,
    /// Words below it, at most 600 characters.
    pub body: Option<String>,
    /// Small line above it, at most 40 characters.
    pub kicker: Option<String>,
}

/// A new composition of every slide; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restyle {
    /// Composition.
    pub template: Option<SliderTemplate>,
    /// `#rrggbb`.
    pub accent_color: Option<String>,
    /// Where the words stand.
    pub text_position: Option<SliderTextPosition>,
    /// Key of a logo in storage.
    pub logo_s3_key: Option<String>,
}

impl Api {
    /// `POST /api/sliders`. It costs nothing.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn create_slider(
        &self,
        session: &Session,
        brief: &SliderBrief,
    ) -> Result<Slider, Failure> {
        self.post("/api/sliders")
            .by(session)
            .body(brief.fields())
            .answer()
            .await
    }

    /// `GET /api/sliders`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn sliders(&self, session: &Session) -> Result<Vec<Slider>, Failure> {
        let list: Lossy<Slider> = self.get("/api/sliders").by(session).answer().await?;
        Ok(list.entries)
    }

    /// `GET /api/sliders/:slug`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn slider(&self, session: &Session, slug: &str) -> Result<Slider, Failure> {
        self.get("/api/sliders/{slug}")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `GET /api/sliders/:slug/cost`: 1 credit a slide.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn slider_cost(&self, session: &Session, slug: &str) -> Result<Cost, Failure> {
        self.get("/api/sliders/{slug}/cost")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `PATCH /api/sliders/:slug`. What the slider's status doesn't allow is ignored in silence: the
    /// answer says what holds.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn update_slider(
        &self,
        session: &Session,
        slug: &str,
        change: &SliderChange,
    ) -> Result<Slider, Failure> {
        let fields = change
            .brief
            .fields()
            .maybe("caption", &change.caption)
            .maybe("hashtags", &change.hashtags);
        self.patch("/api/sliders/{slug}")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/sliders/:slug/generate`: **a paying call**, 1 credit a slide. The key is a fresh one
    /// for each deliberate attempt: one used again would give the first answer for 24 hours.
    ///
    /// `hooks` is asked before anything leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::PromptRejected`] costs nothing.
    pub async fn generate_slider(
        &self,
        session: &Session,
        slug: &str,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<Slider, Failure> {
        self.post("/api/sliders/{slug}/generate")
            .by(session)
            .id("slug", slug)
            .named(key)
            .order(hooks)
            .await
    }

    /// `PATCH /api/sliders/:slug/slides/:position`: free; the slide is rendered anew.
    ///
    /// # Errors
    /// See [`Failure`]; 409 where the slider isn't completed.
    pub async fn edit_slide(
        &self,
        session: &Session,
        slug: &str,
        position: u32,
        words: &SlideWords,
    ) -> Result<Slider, Failure> {
        let fields = Fields::default()
            .maybe("headline", &words.headline)
            .maybe("body", &words.body)
            .maybe("kicker", &words.kicker);
        self.patch("/api/sliders/{slug}/slides/{position}")
            .by(session)
            .id("slug", slug)
            .id("position", position)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/sliders/:slug/restyle`: free; every slide is rendered anew.
    ///
    /// # Errors
    /// See [`Failure`]; 409 where the slider isn't completed.
    pub async fn restyle_slider(
        &self,
        session: &Session,
        slug: &str,
        restyle: &Restyle,
    ) -> Result<Slider, Failure> {
        let fields = Fields::default()
            .maybe("template", &restyle.template)
            .maybe("accent_color", &restyle.accent_color)
            .maybe("text_position", &restyle.text_position)
            .maybe("logo_s3_key", &restyle.logo_s3_key);
        self.post("/api/sliders/{slug}/restyle")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/sliders/:slug/logo/presign`: jpeg or png, at most 20 MB.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn presign_slider_logo(
        &self,
        session: &Session,
        slug: &str,
        mime_type: &str,
        size_bytes: u64,
    ) -> Result<PresignedImage, Failure> {
        let fields = Fields::of("mime_type", mime_type).with("size_bytes", size_bytes);
        self.post("/api/sliders/{slug}/logo/presign")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/sliders/:slug/logo/confirm`. On a completed slider every slide is rendered anew, for
    /// free.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirm_slider_logo(
        &self,
        session: &Session,
        slug: &str,
        s3_key: &str,
    ) -> Result<Slider, Failure> {
        self.post("/api/sliders/{slug}/logo/confirm")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("s3_key", s3_key))
            .answer()
            .await
    }

    /// `DELETE /api/sliders/:slug`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn delete_slider(&self, session: &Session, slug: &str) -> Result<(), Failure> {
        self.delete("/api/sliders/{slug}")
            .by(session)
            .id("slug", slug)
            .done()
            .await
    }
}
