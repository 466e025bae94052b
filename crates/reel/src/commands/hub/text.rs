//! Projects as people read them.

use contract::{AutopilotStatus, CarouselView, EditorView, JobStatus, ProjectView, ShortView};
use words::Words;

use crate::layout::{self, columns, facts, paragraph};
use crate::shapes::hub::{spoken_id, word};

/// One project.
pub fn project(words: &Words, view: &ProjectView) -> String {
    match view {
        ProjectView::Short(view) => short(view),
        ProjectView::Carousel(view) => carousel(view),
        ProjectView::Editor(view) => editor(words, view),
    }
}

/// A list of projects: slug, state, first words.
pub fn projects(words: &Words, views: &[ProjectView]) -> String {
    let rows: Vec<_> = views
        .iter()
        .map(|view| {
            let (state, said) = match view {
                ProjectView::Short(view) => (word(&view.stage), &view.brief.product_prompt),
                ProjectView::Carousel(view) => (word(&view.status), &view.brief.prompt),
                ProjectView::Editor(view) => (state(words, view), &view.brief.product_prompt),
            };
            vec![view.key().slug, state, said.clone()]
        })
        .collect();
    columns(&rows)
}

/// The service's own names and words, so that they can be found in its contract.
fn named(rows: &[(&str, String)]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(name, value)| vec![(*name).to_owned(), value.clone()])
        .collect();
    facts(&rows)
}

fn or_empty(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn short(view: &ShortView) -> String {
    let brief = &view.brief;
    let facts = named(&[
        ("product_prompt", brief.product_prompt.clone()),
        ("headline", brief.headline.clone()),
        ("subheadline", brief.subheadline.clone()),
        ("text_beats", view.text_beats.join(" / ")),
        ("creative_format", or_empty(&brief.creative_format)),
        ("visual_language", or_empty(&brief.visual_language)),
        ("theme", or_empty(&brief.theme)),
        ("music_vibe", brief.music_vibe.clone()),
        ("music_instruments", brief.music_instruments.join(", ")),
        ("short_text_position", or_empty(&brief.short_text_position)),
        (
            "short_text_animation",
            or_empty(&brief.short_text_animation),
        ),
        ("short_font_family", or_empty(&brief.short_font_family)),
        ("failed_stage", or_empty(&view.failed_stage)),
        ("error_message", or_empty(&view.error)),
    ]);
    format!("{}\n{facts}", head(&view.slug, word(&view.stage)))
}

fn carousel(view: &CarouselView) -> String {
    let brief = &view.brief;
    let count = brief.slide_count.map(|count| count.to_string());
    let facts = named(&[
        ("prompt", brief.prompt.clone()),
        ("language", or_empty(&brief.language)),
        ("mode", or_empty(&brief.mode)),
        ("template", or_empty(&brief.template)),
        ("slide_count", count.unwrap_or_default()),
        ("aspect_ratio", or_empty(&brief.aspect_ratio)),
        ("accent_color", or_empty(&brief.accent_color)),
        ("text_position", or_empty(&brief.text_position)),
        ("caption", view.caption.clone()),
        ("hashtags", view.hashtags.join(" ")),
        ("error_message", or_empty(&view.error)),
    ]);
    let slides: Vec<_> = view
        .slides
        .iter()
        .map(|slide| {
            let said = [&slide.kicker, &slide.headline, &slide.body];
            let said: Vec<_> = said.into_iter().filter(|it| !it.is_empty()).collect();
            let said: Vec<_> = said.into_iter().map(String::as_str).collect();
            vec![
                slide.position.to_string(),
                word(&slide.status),
                said.join(" · "),
            ]
        })
        .collect();
    joined(&[
        head(&view.slug, word(&view.status)),
        facts,
        columns(&slides),
    ])
}

fn editor(words: &Words, view: &EditorView) -> String {
    let brief = &view.brief;
    let facts = named(&[
        ("product_prompt", brief.product_prompt.clone()),
        ("language", brief.language.clone()),
        ("creative_format", or_empty(&brief.creative_format)),
        ("visual_language", or_empty(&brief.visual_language)),
        ("theme", or_empty(&brief.theme)),
        ("export_aspect_ratio", or_empty(&brief.export_aspect_ratio)),
        ("narration_script", view.narration_script.clone()),
        ("voice", job(&view.voice)),
        ("music", job(&view.music)),
        ("autopilot_status", autopilot(&view.autopilot.status)),
        ("autopilot_error_message", or_empty(&view.autopilot.error)),
    ]);
    let scenes: Vec<_> = view
        .scenes
        .iter()
        .map(|scene| {
            vec![
                scene.position.to_string(),
                spoken_id(&scene.scene_id),
                word(&scene.status),
                words.seconds(scene.duration_seconds),
                scene.prompt.clone(),
            ]
        })
        .collect();
    let clips: Vec<_> = view
        .footage
        .iter()
        .map(|clip| {
            let id = clip.upload_id.as_deref().map(spoken_id);
            vec![
                id.unwrap_or_default(),
                crate::shapes::hub::footage_state(&clip.state).to_owned(),
                clip.name.clone(),
            ]
        })
        .collect();
    joined(&[
        head(&view.slug, state(words, view)),
        facts,
        paragraph(2, &view.scenario_prompt),
        columns(&scenes),
        columns(&clips),
    ])
}

/// Where an ad stands: the state of its film, or how long it is going to be.
fn state(words: &Words, view: &EditorView) -> String {
    if view.autopilot.status == AutopilotStatus::Running {
        return autopilot(&view.autopilot.status);
    }
    match &view.render {
        Some(render) if render.status != JobStatus::None => word(&render.status),
        _ => words.seconds(view.total_seconds()),
    }
}

fn autopilot(status: &AutopilotStatus) -> String {
    match status {
        AutopilotStatus::Off => String::new(),
        other => word(other),
    }
}

fn job(status: &JobStatus) -> String {
    match status {
        JobStatus::None => String::new(),
        other => word(other),
    }
}

fn head(slug: &str, state: String) -> String {
    layout::row(&[slug.to_owned(), state])
}

fn joined(blocks: &[String]) -> String {
    let there: Vec<_> = blocks
        .iter()
        .map(String::as_str)
        .filter(|block| !block.trim().is_empty())
        .collect();
    there.join("\n")
}
