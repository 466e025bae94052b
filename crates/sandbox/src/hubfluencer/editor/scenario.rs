//! The scenario: written by an assist or by hand, and turned into scenes.

use std::sync::Arc;

use axum::{body::Bytes, extract::State, http::HeaderMap};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    super::{
        auth::MayGenerate,
        creative::SHORTEST_BRIEF,
        document::{
            AssistsUsedUp, Broken, Conflict, Forbidden, Invalid, NotFound, Unannounced,
            Unauthorized, Unfit, Unreadable,
        },
        envelope::Envelope,
        fields::Fields,
        id::Name,
        problem::Problem,
        service::HubService,
    },
    answering::{assist, edit, look, shown},
    ordering::MOST_SCENES,
    projects::style,
    record::Editor,
    view::EditorOut,
    writing,
};

/// The longest scenario, in characters (contract).
const LONGEST_SCENARIO: usize = 50_000;
/// Scenes of a scenario where nothing says how many.
const USUAL_SCENES: usize = 5;
/// `segments_count` of apply-scenario (contract); none of them leaves it to the scenario.
const COUNTS: [u64; 5] = [0, 3, 5, 7, 10];
/// What belongs to the project and isn't taken with a scenario (contract).
const STYLE: [&str; 3] = ["creative_format", "visual_language", "theme"];

impl Editor {
    /// There is a brief to write from.
    ///
    /// # Errors
    /// 422 `scenario_prompt_required`.
    pub(super) fn has_brief(&self) -> Result<(), Problem> {
        let brief = self.brief.product_prompt.as_deref().unwrap_or_default();
        if brief.trim().chars().count() < SHORTEST_BRIEF {
            return Err(Problem::unprocessable(
                "scenario_prompt_required",
                format!("The brief needs at least {SHORTEST_BRIEF} characters"),
            ));
        }
        Ok(())
    }
}

/// What a scenario is to be like.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the fields are read one by one"
)]
pub(crate) struct GenerateScenarioIn {
    #[schema(minimum = 3, maximum = 10)]
    segments_count: Option<i64>,
    creative_format: Option<String>,
    visual_language: Option<String>,
    theme: Option<String>,
}

/// Writes a scenario: one AI assist.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/generate-scenario",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = GenerateScenarioIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Unfit,
        AssistsUsedUp,
        Broken
    )
)]
pub(crate) async fn generate(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    let mut brief = look(&service, &slug, |editor| Ok(editor.brief.clone())).await?;
    let count = fields.whole("segments_count", 3..=10);
    style(&mut fields, &mut brief);
    fields.finish()?;
    let count = count.and_then(|count| usize::try_from(count).ok());
    let allow = |editor: &Editor| {
        editor.is_manual()?;
        editor.has_brief()
    };
    assist(&service, &slug, allow, |editor| {
        editor.brief.creative_format = brief.creative_format;
        editor.brief.visual_language = brief.visual_language;
        editor.brief.theme = brief.theme;
        writing::write_scenario(editor, count.unwrap_or(USUAL_SCENES));
    })
    .await?;
    shown(&service, &slug)
}

/// A scenario by hand. Style fields are not accepted here.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the fields are read one by one"
)]
pub(crate) struct ScenarioIn {
    #[schema(required = true, value_type = String, min_length = 1, max_length = 50000)]
    scenario_prompt: Option<String>,
}

/// Keeps a scenario.
#[utoipa::path(
    patch,
    path = "/api/editor/{slug}/scenario",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ScenarioIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Invalid,
        Broken
    )
)]
pub(crate) async fn write(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    fields.require("scenario_prompt");
    let scenario = fields.text("scenario_prompt", 1..=LONGEST_SCENARIO);
    for name in STYLE {
        if fields.has(name) {
            fields.wrong(name, "is not accepted here");
        }
    }
    edit(&service, &slug, |editor, _| {
        fields.finish()?;
        editor.is_manual()?;
        editor.brief.scenario_prompt = scenario;
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}

/// How many scenes are to be made of a scenario.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the field is read by itself"
)]
pub(crate) struct ApplyIn {
    /// 0, 3, 5, 7 or 10; 0 leaves it to the scenario.
    #[schema(required = true, value_type = i64)]
    segments_count: Option<i64>,
}

/// Makes scenes of the scenario, in the place of those that weren't generated yet.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/apply-scenario",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ApplyIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Unfit,
        Broken
    )
)]
pub(crate) async fn apply(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let fields = Fields::read(&headers, &body)?;
    let count = fields.value("segments_count").and_then(Value::as_u64);
    let count = count.filter(|count| COUNTS.contains(count));
    edit(&service, &slug, |editor, _| {
        let Some(count) = count else {
            return Err(Problem::unprocessable(
                "invalid_segments_count",
                "segments_count is one of 0, 3, 5, 7, 10",
            ));
        };
        editor.is_manual()?;
        let scenario = editor.brief.scenario_prompt.as_ref();
        if writing::is_blank(scenario) {
            return Err(Problem::unprocessable(
                "scenario_prompt_required",
                "There is no scenario to make scenes of",
            ));
        }
        let told = scenario.map_or(0, |text| writing::scenes_in(text).len());
        let count = match usize::try_from(count) {
            Ok(0) | Err(_) => told.clamp(1, 10),
            Ok(count) => count,
        };
        let kept = editor.segments.iter();
        let kept = kept.filter(|scene| !scene.is_pending_scene()).count();
        if kept + count > MOST_SCENES {
            return Err(Problem::unprocessable(
                "segments_limit_reached",
                format!("A project has at most {MOST_SCENES} scenes"),
            ));
        }
        writing::apply_scenario(editor, count);
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}
