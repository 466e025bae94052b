//! Carousels: created, changed while they are open to it, and recomposed for free once they are made.

use contract::{
    CarouselBrief, CarouselChange, CarouselView, Code, ProjectKey, ProjectKind, Refusal, Restyle,
    SlideWords,
};
use hubfluencer::{Slider, SliderBrief, SliderChange, SliderStatus};

use super::checks::{check, check_all};
use super::document::Document;
use super::keeping::carousel_of;
use super::view::carousel_brief;
use crate::Studio;
use crate::hubfluencer::Bucket;

/// What shapes a carousel: only open before it was made, or after it failed (contract, "Sliders").
const LOCKED: [&str; 8] = [
    "prompt",
    "language",
    "mode",
    "template",
    "slide_count",
    "aspect_ratio",
    "accent_color",
    "text_position",
];

impl Studio {
    /// Creates a carousel. It costs nothing until it is generated.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] by the contract's limits, without asking the service; those of the call.
    pub async fn create_carousel(&self, brief: CarouselBrief) -> Result<CarouselView, Refusal> {
        check_all(brief.faults())?;
        let brief = SliderBrief {
            prompt: Some(brief.prompt).filter(|prompt| !prompt.is_empty()),
            ..slider_brief(CarouselChange {
                prompt: None,
                language: brief.language,
                mode: brief.mode,
                template: brief.template,
                slide_count: brief.slide_count,
                aspect_ratio: brief.aspect_ratio,
                accent_color: brief.accent_color,
                text_position: brief.text_position,
                caption: None,
                hashtags: None,
            })
        };
        let slider = self
            .hub_authorised(|api, session| {
                let brief = &brief;
                async move { api.create_slider(&session, brief).await }
            })
            .await?;
        self.keep_slider(slider).await
    }

    /// Changes a carousel: only what differs from what the service said last is sent. While it is
    /// being made, and after it, only caption and hashtags can be changed: the service would ignore
    /// the rest in silence, so that it is refused here.
    ///
    /// # Errors
    /// [`Code::CarouselLocked`]; [`Code::FieldInvalid`] by the contract's limits, without asking the
    /// service; those of the call.
    pub async fn edit_carousel(
        &self,
        slug: &str,
        change: CarouselChange,
    ) -> Result<CarouselView, Refusal> {
        let key = ProjectKey::new(ProjectKind::Carousel, slug);
        let mut known = self.slider(&key).await?;
        let (mut change, mut changed) = differing(&known, change.clone());
        if locked_of(&changed).is_some() && !is_open(&known) {
            // It may have failed since, which opens it again.
            self.project(&key).await?;
            known = self.slider(&key).await?;
            (change, changed) = differing(&known, change);
        }
        check(change.faults(mode_of(&known)), |field| {
            changed.contains(&field)
        })?;
        let locked = locked_of(&changed);
        if let Some(field) = locked.filter(|_| !is_open(&known)) {
            return Err(is_locked(field));
        }
        if changed.is_empty() {
            return carousel_of(self.known_or_read(&key).await?);
        }
        let change = SliderChange {
            caption: change.caption.take(),
            hashtags: change.hashtags.take(),
            brief: slider_brief(change),
        };
        let answer = self
            .hub_authorised(|api, session| {
                let change = &change;
                async move { api.update_slider(&session, slug, change).await }
            })
            .await;
        let slider = match answer {
            Ok(slider) => slider,
            Err(refusal) => return Err(self.refused(&key, refusal).await),
        };
        // Its making began in between: what was sent was ignored.
        let ignored = locked.filter(|_| !is_open(&slider));
        let view = self.keep_slider(slider).await?;
        match ignored {
            Some(field) => Err(is_locked(field)),
            None => Ok(view),
        }
    }

    /// Changes the words of a finished carousel's slide, which is rendered anew for free.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] by the contract's limits, without asking the service;
    /// [`Code::NotFinishedYet`]; those of the call.
    pub async fn edit_slide(
        &self,
        slug: &str,
        position: u32,
        words: SlideWords,
    ) -> Result<CarouselView, Refusal> {
        check_all(words.faults())?;
        let words = hubfluencer::SlideWords {
            headline: words.headline,
            body: words.body,
            kicker: words.kicker,
        };
        let answer = self
            .paced(Bucket::SlideEdit, |api, session| {
                let words = &words;
                async move { api.edit_slide(&session, slug, position, words).await }
            })
            .await;
        self.recomposed(slug, answer).await
    }

    /// Gives a finished carousel another look: every slide is rendered anew for free.
    ///
    /// # Errors
    /// As [`Studio::edit_slide`].
    pub async fn restyle_carousel(
        &self,
        slug: &str,
        restyle: Restyle,
    ) -> Result<CarouselView, Refusal> {
        check_all(restyle.faults())?;
        let restyle = hubfluencer::Restyle {
            template: restyle.template.as_deref().map(Into::into),
            accent_color: restyle.accent_color,
            text_position: restyle.text_position.as_deref().map(Into::into),
            logo_s3_key: restyle.logo_s3_key,
        };
        let answer = self
            .paced(Bucket::Restyle, |api, session| {
                let restyle = &restyle;
                async move { api.restyle_slider(&session, slug, restyle).await }
            })
            .await;
        self.recomposed(slug, answer).await
    }

    /// A carousel whose slides are being rendered anew: it is watched until they are there.
    async fn recomposed(
        &self,
        slug: &str,
        answer: Result<Slider, Refusal>,
    ) -> Result<CarouselView, Refusal> {
        let key = ProjectKey::new(ProjectKind::Carousel, slug);
        match answer {
            Ok(slider) => self.keep_slider(slider).await,
            Err(refusal) => Err(self.refused(&key, refusal).await),
        }
    }

    async fn slider(&self, key: &ProjectKey) -> Result<Slider, Refusal> {
        match self.document(key).await? {
            Document::Slider(slider) => Ok(*slider),
            _ => Err(Refusal::new(Code::Unknown).of_hubfluencer()),
        }
    }
}

fn is_open(slider: &Slider) -> bool {
    !matches!(
        slider.status,
        SliderStatus::Processing | SliderStatus::Completed
    )
}

fn is_locked(field: &str) -> Refusal {
    Refusal::new(Code::CarouselLocked)
        .with("field", field)
        .of_hubfluencer()
}

fn locked_of(changed: &[&'static str]) -> Option<&'static str> {
    changed.iter().copied().find(|field| LOCKED.contains(field))
}

fn mode_of(slider: &Slider) -> &str {
    match slider.mode.as_str() {
        "" => "creative",
        mode => mode,
    }
}

/// A change without what is so already, and the contract's names of what is left.
fn differing(slider: &Slider, change: CarouselChange) -> (CarouselChange, Vec<&'static str>) {
    let is = carousel_brief(slider);
    let new_words = |wanted: Option<String>, is: &Option<String>| {
        wanted.filter(|wanted| Some(wanted) != is.as_ref())
    };
    let tags = |tags: &[String]| -> Vec<String> {
        tags.iter()
            .map(|tag| tag.trim().trim_start_matches('#').to_owned())
            .filter(|tag| !tag.is_empty())
            .collect()
    };
    let known_tags = tags(&slider.hashtags);
    let change = CarouselChange {
        prompt: change.prompt.filter(|prompt| *prompt != is.prompt),
        language: new_words(change.language, &is.language),
        mode: new_words(change.mode, &is.mode),
        template: new_words(change.template, &is.template),
        slide_count: change
            .slide_count
            .filter(|count| Some(*count) != is.slide_count),
        aspect_ratio: new_words(change.aspect_ratio, &is.aspect_ratio),
        accent_color: new_words(change.accent_color, &is.accent_color),
        text_position: new_words(change.text_position, &is.text_position),
        caption: change
            .caption
            .filter(|caption| *caption != slider.caption.clone().unwrap_or_default()),
        hashtags: change.hashtags.filter(|wanted| tags(wanted) != known_tags),
    };
    let fields = [
        ("prompt", change.prompt.is_some()),
        ("language", change.language.is_some()),
        ("mode", change.mode.is_some()),
        ("template", change.template.is_some()),
        ("slide_count", change.slide_count.is_some()),
        ("aspect_ratio", change.aspect_ratio.is_some()),
        ("accent_color", change.accent_color.is_some()),
        ("text_position", change.text_position.is_some()),
        ("caption", change.caption.is_some()),
        ("hashtags", change.hashtags.is_some()),
    ];
    let changed = fields
        .into_iter()
        .filter_map(|(name, differs)| differs.then_some(name))
        .collect();
    (change, changed)
}

/// What shapes it, for the wire.
fn slider_brief(change: CarouselChange) -> SliderBrief {
    SliderBrief {
        prompt: change.prompt,
        language: change.language.as_deref().map(Into::into),
        mode: change.mode.as_deref().map(Into::into),
        template: change.template.as_deref().map(Into::into),
        slide_count: change
            .slide_count
            .and_then(|count| u8::try_from(count).ok()),
        aspect_ratio: change.aspect_ratio.as_deref().map(Into::into),
        accent_color: change.accent_color,
        text_position: change.text_position.as_deref().map(Into::into),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_so_already_is_no_change() {
        let slider = json!({"slug": "s", "status": "completed", "template": "collage",
            "prompt": "Three ways to pour", "hashtags": ["pour", "#slow"], "caption": "Slow."});
        let slider: Slider = serde_json::from_value(slider).expect("a slider");
        let same = CarouselChange {
            prompt: Some("Three ways to pour".to_owned()),
            template: Some("collage".to_owned()),
            hashtags: Some(vec!["#pour".to_owned(), "slow".to_owned()]),
            caption: Some("Slow.".to_owned()),
            ..CarouselChange::default()
        };
        let (left, changed) = differing(&slider, same.clone());
        assert_eq!((left, changed), (CarouselChange::default(), Vec::new()));
        let (_, changed) = differing(
            &slider,
            CarouselChange {
                caption: Some("Slower.".to_owned()),
                slide_count: Some(4),
                ..same
            },
        );
        assert_eq!(changed, ["slide_count", "caption"]);
        assert_eq!(locked_of(&changed), Some("slide_count"));
    }
}
