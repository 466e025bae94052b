//! Voice and music.

use std::sync::Arc;

use axum::{body::Bytes, extract::State, http::HeaderMap};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    super::{
        auth::MayGenerate,
        credits::ChargeId,
        document::{
            Broken, Conflict, Forbidden, Insufficient, Invalid, NotFound, Unannounced,
            Unauthorized, Unfit, Unreadable,
        },
        envelope::Envelope,
        fields::Fields,
        id::Name,
        problem::Problem,
        service::{Course, HubService},
        work::Share,
    },
    answering::{Price, order},
    ordering::{self, MUSIC_COST, VOICE_COST},
    record::{Editor, Status, Track},
    view::EditorOut,
    writing,
};

/// The longest voice id, in characters (contract).
const LONGEST_VOICE_ID: usize = 64;
/// A longer direction for music is cut off without a word (contract).
const LONGEST_DIRECTION: usize = 1_200;

/// `^[A-Za-z0-9_-]+$`, at most 64 characters (contract).
pub(super) fn is_voice_id(text: &str) -> bool {
    (1..=LONGEST_VOICE_ID).contains(&text.len())
        && text
            .bytes()
            .all(|sign| sign.is_ascii_alphanumeric() || sign == b'_' || sign == b'-')
}

/// Who speaks.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the field is read by itself"
)]
pub(crate) struct VoiceIn {
    #[schema(required = true, value_type = String, max_length = 64, pattern = "^[A-Za-z0-9_-]+$")]
    voice_id: Option<String>,
}

/// Has the narration spoken: 3 credits.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/generate-voice",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = VoiceIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Insufficient,
        Forbidden,
        NotFound,
        Conflict,
        Unfit,
        Broken
    )
)]
pub(crate) async fn voice(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    fields.require("voice_id");
    let voice_id = fields.text("voice_id", 0..=LONGEST_VOICE_ID);
    let voice_id = voice_id.unwrap_or_default();
    if fields.has("voice_id") && !is_voice_id(&voice_id) {
        fields.wrong("voice_id", "has invalid format");
    }
    fields.finish()?;
    let price = |editor: &Editor| {
        editor.is_manual()?;
        at_rest(editor.voice.as_ref(), "voice_generation_in_progress")?;
        if writing::is_blank(editor.brief.narration_script.as_ref()) {
            return Err(Problem::unprocessable(
                "narration_script_required",
                "There is no narration to speak",
            ));
        }
        Ok(Price {
            credits: VOICE_COST,
            prompts: Vec::new(),
        })
    };
    order(&service, &slug, price, |editor, charge, course| {
        editor.brief.voice_id = Some(voice_id.clone());
        editor.voice = Some(begun(voice_id, (charge, VOICE_COST), course));
    })
    .await
}

/// What the music is to be like.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the field is read by itself"
)]
pub(crate) struct MusicIn {
    /// Cut off after 1200 characters.
    prompt: Option<String>,
}

/// Has music made: 5 credits.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/generate-music",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = MusicIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Insufficient,
        Forbidden,
        NotFound,
        Conflict,
        Invalid,
        Broken
    )
)]
pub(crate) async fn music(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    let direction = match fields.value("prompt") {
        None => None,
        Some(Value::String(text)) => Some(text.chars().take(LONGEST_DIRECTION).collect()),
        Some(_) => {
            fields.wrong("prompt", "is invalid");
            None
        }
    };
    fields.finish()?;
    let price = |editor: &Editor| {
        editor.is_manual()?;
        at_rest(editor.music.as_ref(), "music_generation_in_progress")?;
        Ok(Price {
            credits: MUSIC_COST,
            prompts: Vec::new(),
        })
    };
    order(&service, &slug, price, |editor, charge, course| {
        let direction = direction.filter(|text: &String| !text.trim().is_empty());
        let direction = direction.unwrap_or_else(|| writing::music_prompt(editor));
        editor.music = Some(begun(direction, (charge, MUSIC_COST), course));
    })
    .await
}

fn at_rest(track: Option<&Track>, error: &str) -> Result<(), Problem> {
    if track.is_some_and(|track| track.status == Status::Processing) {
        return Err(Problem::conflict(error, "This sound is being generated"));
    }
    Ok(())
}

fn begun(wish: String, (charge, credits): (Option<ChargeId>, i64), course: &Course<'_>) -> Track {
    let share = charge.map(|charge| Share { charge, credits });
    ordering::track(wish, course.now, share, course)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_id_is_plain() {
        assert!(is_voice_id("EXAVITQu4vr4_xn-SDxMaL"));
        assert!(!is_voice_id(""));
        assert!(!is_voice_id("né"));
        assert!(!is_voice_id("a b"));
        assert!(!is_voice_id(&"x".repeat(65)));
    }
}
