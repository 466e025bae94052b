//! Shorts: created, and changed field by field.

use contract::{Code, ProjectKey, ProjectKind, Refusal, ShortBrief, ShortView};
use hubfluencer::{
    CreativeFormat, IdempotencyKey, ShortFont, ShortLook, ShortRequest, ShortTextAnimation,
    ShortTextPosition, VisualLanguage,
};

use super::checks::{check, check_all};
use super::document::Document;
use super::keeping::short_of;
use super::view::short_brief;
use crate::Studio;

impl Studio {
    /// Creates a short. It costs nothing until it is generated.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] by the contract's limits, without asking the service; those of the call.
    pub async fn create_short(&self, brief: ShortBrief) -> Result<ShortView, Refusal> {
        check_all(brief.faults())?;
        let request = ShortRequest {
            product_prompt: brief.product_prompt.clone(),
            look: look(&ShortBrief::default(), &brief),
        };
        // The key makes it safe to ask again where the answer was lost: it is one short.
        let key = IdempotencyKey::fresh();
        let short = self
            .hub_keyed(|api, session| {
                let (request, key) = (&request, &key);
                async move { api.create_short(&session, request, key).await }
            })
            .await?;
        self.keep_short(short).await
    }

    /// Changes a short: only what differs from what the service said last is sent. The prompt is the
    /// contract's one field that stays as it was created.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] by the contract's limits, without asking the service; those of the call.
    pub async fn edit_short(&self, slug: &str, brief: ShortBrief) -> Result<ShortView, Refusal> {
        let key = ProjectKey::new(ProjectKind::Short, slug);
        let Document::Short(known) = self.document(&key).await? else {
            return short_of(self.project(&key).await?);
        };
        let before = short_brief(&known);
        let changed = changed_fields(&before, &brief);
        check(brief.faults(), |field| changed.contains(&field))?;
        if changed.contains(&"product_prompt") {
            return Err(Refusal::new(Code::FieldInvalid)
                .with("field", "product_prompt")
                .with("fault", "fixed")
                .of_hubfluencer());
        }
        if changed.is_empty() {
            return short_of(self.known_or_read(&key).await?);
        }
        let look = look(&before, &brief);
        let changed = self
            .hub_authorised(|api, session| {
                let look = &look;
                async move { api.update_short(&session, slug, look).await }
            })
            .await;
        match changed {
            Ok(short) => self.keep_short(short).await,
            Err(refusal) => Err(self.refused(&key, refusal).await),
        }
    }
}

/// The contract's names of what differs.
fn changed_fields(before: &ShortBrief, after: &ShortBrief) -> Vec<&'static str> {
    let fields = [
        (
            "product_prompt",
            before.product_prompt != after.product_prompt,
        ),
        ("headline", before.headline != after.headline),
        ("subheadline", before.subheadline != after.subheadline),
        (
            "creative_format",
            before.creative_format != after.creative_format,
        ),
        (
            "visual_language",
            before.visual_language != after.visual_language,
        ),
        ("theme", before.theme != after.theme),
        ("music_vibe", before.music_vibe != after.music_vibe),
        (
            "music_instruments",
            before.music_instruments != after.music_instruments,
        ),
        (
            "short_text_position",
            before.short_text_position != after.short_text_position,
        ),
        (
            "short_text_animation",
            before.short_text_animation != after.short_text_animation,
        ),
        (
            "short_font_family",
            before.short_font_family != after.short_font_family,
        ),
    ];
    fields
        .into_iter()
        .filter_map(|(name, differs)| differs.then_some(name))
        .collect()
}

/// What differs, for the wire. What was taken away is sent as nothing: back to the service's choice.
fn look(before: &ShortBrief, after: &ShortBrief) -> ShortLook {
    ShortLook {
        headline: text(&before.headline, &after.headline),
        subheadline: text(&before.subheadline, &after.subheadline),
        text_beats: None,
        creative_format: word::<CreativeFormat>(&before.creative_format, &after.creative_format),
        visual_language: word::<VisualLanguage>(&before.visual_language, &after.visual_language),
        theme: word::<String>(&before.theme, &after.theme),
        music_vibe: text(&before.music_vibe, &after.music_vibe),
        music_instruments: (before.music_instruments != after.music_instruments)
            .then(|| after.music_instruments.clone()),
        short_text_position: word::<ShortTextPosition>(
            &before.short_text_position,
            &after.short_text_position,
        ),
        short_text_animation: word::<ShortTextAnimation>(
            &before.short_text_animation,
            &after.short_text_animation,
        ),
        short_font_family: word::<ShortFont>(&before.short_font_family, &after.short_font_family),
    }
}

fn text(before: &str, after: &str) -> Option<String> {
    (before != after).then(|| after.to_owned())
}

/// A word that differs; nothing is the empty word.
fn word<T: for<'a> From<&'a str>>(before: &Option<String>, after: &Option<String>) -> Option<T> {
    (before != after).then(|| T::from(after.as_deref().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_sent_and_what_was_taken_away_is_sent_as_nothing() {
        let before = ShortBrief {
            product_prompt: "A lamp for the desk".to_owned(),
            headline: "Light".to_owned(),
            creative_format: Some("a_new_format".to_owned()),
            visual_language: Some("ugc_realism".to_owned()),
            ..ShortBrief::default()
        };
        let after = ShortBrief {
            headline: "More light".to_owned(),
            visual_language: None,
            ..before.clone()
        };
        let sent = look(&before, &after);
        let expected = ShortLook {
            headline: Some("More light".to_owned()),
            visual_language: Some(VisualLanguage::from("")),
            ..ShortLook::default()
        };
        assert_eq!(
            sent, expected,
            "an unknown format that nobody touched stays"
        );
        assert_eq!(
            changed_fields(&before, &after),
            ["headline", "visual_language"]
        );
    }
}
