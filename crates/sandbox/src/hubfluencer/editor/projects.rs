//! Creating, reading and changing a project.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    super::{
        auth::{MayGenerate, MayRead},
        creative::{FORMATS, LANGUAGES, LONGEST_BRIEF, LONGEST_THEME, SHORTEST_BRIEF},
        credits,
        document::{
            Broken, Forbidden, Insufficient, Invalid, NotFound, Unannounced, Unauthorized,
            Unreadable,
        },
        envelope::Envelope,
        fields::Fields,
        id::Name,
        problem::Problem,
        service::HubService,
        settings,
        slug::new_slug,
    },
    answering::{edit, shown},
    record::{Brief, Editor},
    sounds::is_voice_id,
    view::EditorOut,
};

/// Projects that an account without credits may have (contract).
const FREE_PROJECTS: usize = 100;
/// `export_aspect_ratio`: the contract lists no values; these are the ones that are drawn here.
const RATIOS: [&str; 4] = ["9:16", "16:9", "1:1", "4:5"];
/// The longest `project_intent`, in characters: the contract gives no limit.
const LONGEST_INTENT: usize = 500;
/// The longest narration, in characters (contract).
const LONGEST_NARRATION: usize = 12_000;
/// The longest wished length in seconds: twenty scenes of eight.
const LONGEST_TARGET: i64 = 600;

/// A new project.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the fields are read one by one"
)]
pub(crate) struct CreateIn {
    /// A language's code, such as `en`.
    #[schema(
        required = true,
        value_type = String,
        max_length = 16,
        pattern = "^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$"
    )]
    language: Option<String>,
    /// Empty, or 10 to 5000 characters.
    #[schema(max_length = 5000)]
    product_prompt: Option<String>,
    creative_format: Option<String>,
    visual_language: Option<String>,
    theme: Option<String>,
    #[schema(max_length = 64, pattern = "^[A-Za-z0-9_-]+$")]
    voice_id: Option<String>,
    /// 9:16, 16:9, 1:1, 4:5.
    export_aspect_ratio: Option<String>,
    project_intent: Option<String>,
}

/// Creates a project; nothing is generated yet.
#[utoipa::path(
    post,
    path = "/api/editor",
    security(("bearer" = [])),
    request_body = CreateIn,
    responses(
        (status = 201, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Insufficient,
        Forbidden,
        Invalid,
        Broken
    )
)]
pub(crate) async fn create(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Envelope<EditorOut>), Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    let mut brief = Brief::default();
    fields.require("language");
    settings::text(&mut fields, "language", 0..=16, &mut brief.language);
    if brief
        .language
        .as_deref()
        .is_some_and(|code| !is_language(code))
        && fields.has("language")
    {
        fields.wrong("language", "is invalid");
    }
    let prompt = &mut brief.product_prompt;
    settings::text(&mut fields, "product_prompt", 0..=LONGEST_BRIEF, prompt);
    let length = prompt
        .as_deref()
        .map_or(0, |text| text.trim().chars().count());
    if (1..SHORTEST_BRIEF).contains(&length) {
        let words = format!("should be empty or at least {SHORTEST_BRIEF} character(s)");
        fields.wrong("product_prompt", words);
    }
    style(&mut fields, &mut brief);
    voice(&mut fields, &mut brief);
    let ratio = &mut brief.export_aspect_ratio;
    settings::word(&mut fields, "export_aspect_ratio", &RATIOS, ratio);
    let intent = &mut brief.project_intent;
    settings::text(&mut fields, "project_intent", 0..=LONGEST_INTENT, intent);
    fields.finish()?;
    let slug = new_slug();
    service.change(|records, course| {
        let balance = credits::available(records);
        if balance == 0 && records.editors.0.len() >= FREE_PROJECTS {
            return Err(Problem::told(
                StatusCode::PAYMENT_REQUIRED,
                "editor_factory_limit_reached",
                format!("An account without credits has at most {FREE_PROJECTS} projects"),
            ));
        }
        let editor = Editor::new(slug.clone(), brief, course.now);
        records.editors.0.push(editor);
        Ok(())
    })??;
    Ok((StatusCode::CREATED, shown(&service, &slug)?))
}

/// A project, whole, as it stands now.
#[utoipa::path(
    get,
    path = "/api/editor/{slug}",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Broken
    )
)]
pub(crate) async fn one(
    _: MayRead,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<EditorOut>, Problem> {
    service.settle().await?;
    shown(&service, &slug)
}

/// What of a project can be changed at any time; null takes a field away.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the fields are read one by one"
)]
pub(crate) struct ChangeIn {
    #[schema(max_length = 12000)]
    narration_script: Option<String>,
    #[schema(minimum = 1, maximum = 600)]
    target_duration_seconds: Option<i64>,
    creative_format: Option<String>,
    visual_language: Option<String>,
    theme: Option<String>,
}

/// Changes narration, wished length and style.
#[utoipa::path(
    patch,
    path = "/api/editor/{slug}",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ChangeIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Invalid,
        Broken
    )
)]
pub(crate) async fn change(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    edit(&service, &slug, |editor, _| {
        let mut brief = editor.brief.clone();
        let script = &mut brief.narration_script;
        settings::text(
            &mut fields,
            "narration_script",
            0..=LONGEST_NARRATION,
            script,
        );
        let target = &mut brief.target_duration_seconds;
        settings::whole(
            &mut fields,
            "target_duration_seconds",
            1..=LONGEST_TARGET,
            target,
        );
        style(&mut fields, &mut brief);
        fields.finish()?;
        editor.brief = brief;
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}

/// The creative controls.
pub(super) fn style(fields: &mut Fields, brief: &mut Brief) {
    let format = &mut brief.creative_format;
    settings::word(fields, "creative_format", &FORMATS, format);
    let look = &mut brief.visual_language;
    settings::word(fields, "visual_language", &LANGUAGES, look);
    settings::text(fields, "theme", 0..=LONGEST_THEME, &mut brief.theme);
}

fn voice(fields: &mut Fields, brief: &mut Brief) {
    settings::text(fields, "voice_id", 0..=64, &mut brief.voice_id);
    let given = brief.voice_id.as_deref();
    if given.is_some_and(|id| !is_voice_id(id)) {
        fields.wrong("voice_id", "has invalid format");
    }
}

/// A code such as `en`, `pt-BR` or `zh_Hans`.
fn is_language(code: &str) -> bool {
    let mut parts = code.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|letter| letter.is_ascii_alphabetic())
        && parts
            .all(|part| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_alphanumeric()))
}
