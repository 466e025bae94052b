//! `reel editor`: an ad of several scenes, step by step or by autopilot.

mod footage;
mod scenes;
mod sounds;

use contract::{
    Assist, EditorBrief, EditorChange, EditorView, FieldFault, ImageRole, LogoChange, ProjectKey,
    ProjectKind, ProjectView, Refusal, Step, choices,
};
use serde_json::{Value, json};

use super::finishing::{self, Place};
use super::watching::{self, Goal};
use super::{free, images, paying, text, wordings};
use crate::args::Consent;
use crate::args::hub::{
    EditAd, Editor, EditorCommand, EditorImage, LogoLook, NewAd, Order, Scenario,
};
use crate::exit::Exit;
use crate::front::Front;
use crate::run::Run;
use crate::shapes::hub as shapes;
use crate::stop::Stop;

/// Does one step of an ad.
pub async fn run(run: &Run, asked: Editor) -> Result<Exit, Stop> {
    match asked.command {
        EditorCommand::Create(new) => create(run, new).await,
        EditorCommand::List => {
            free::with_token(run, async |front| {
                let mut views = front.studio.known_projects().await?;
                views.retain(|view| view.key().kind == ProjectKind::Editor);
                Ok(free::list(run, &views, "cli-hub-editors-none"))
            })
            .await
        }
        EditorCommand::Show(it) => free::show_fresh(run, key(&it.slug)).await,
        EditorCommand::Edit(edit) => self::edit(run, edit).await,
        EditorCommand::Autopilot(step) => {
            let slug = step.slug.clone();
            film(run, &step.order, Step::Autopilot { slug }, Goal::Autopilot).await
        }
        EditorCommand::Render(step) => {
            let slug = step.slug.clone();
            film(run, &step.order, Step::Render { slug }, Goal::Render).await
        }
        EditorCommand::Scenario(asked) => scenario(run, asked).await,
        EditorCommand::ApplyScenario(asked) => {
            if !choices::APPLIED_SCENES.contains(&asked.scenes) {
                free::checked(vec![FieldFault::NoSuchValue {
                    field: "segments_count".to_owned(),
                    value: asked.scenes.to_string(),
                }])?;
            }
            changed(run, async |front| {
                front.studio.apply_scenario(&asked.slug, asked.scenes).await
            })
            .await
        }
        EditorCommand::Scene(asked) => scenes::run(run, asked).await,
        EditorCommand::GenerateScenes(step) => scenes::generate_all(run, step).await,
        EditorCommand::SuggestScene(it) => assisted(run, Assist::NextScene { slug: it.slug }).await,
        EditorCommand::Narration(it) => assisted(run, Assist::Narration { slug: it.slug }).await,
        EditorCommand::Voice(voice) => sounds::voice(run, voice).await,
        EditorCommand::Music(music) => sounds::music(run, music).await,
        EditorCommand::Upload(clip) => footage::upload(run, clip).await,
        EditorCommand::Uploads(asked) => footage::list(run, asked).await,
        EditorCommand::Place(asked) => footage::place(run, asked).await,
        EditorCommand::Image(asked) => image(run, asked).await,
        EditorCommand::Placement(asked) => {
            if !choices::PLACEMENTS.contains(&asked.placement.as_str()) {
                free::checked(vec![FieldFault::NoSuchValue {
                    field: "placement".to_owned(),
                    value: asked.placement.clone(),
                }])?;
            }
            changed(run, async |front| {
                front
                    .studio
                    .place_product(&asked.slug, &asked.placement)
                    .await
            })
            .await
        }
        EditorCommand::Logo(look) => logo(run, look).await,
        EditorCommand::Save(save) => finishing::save(run, ProjectKind::Editor, save).await,
        EditorCommand::Remove(it) => free::remove(run, key(&it.slug), "cli-hub-removed").await,
    }
}

async fn create(run: &Run, new: NewAd) -> Result<Exit, Stop> {
    let word = |said: Option<String>| said.and_then(wordings::or_none);
    let brief = EditorBrief {
        language: new.language,
        product_prompt: new.prompt,
        creative_format: word(new.format),
        visual_language: word(new.look),
        theme: word(new.theme),
        export_aspect_ratio: word(new.ratio),
        voice_id: word(new.voice),
        project_intent: word(new.intent),
    };
    free::checked(brief.faults())?;
    changed(run, async |front| front.studio.create_editor(brief).await).await
}

async fn edit(run: &Run, edit: EditAd) -> Result<Exit, Stop> {
    let narration_script = edit.narration.as_deref().map(wordings::said).transpose()?;
    let change = EditorChange {
        narration_script,
        target_duration_seconds: edit.seconds,
        creative_format: edit.format,
        visual_language: edit.look,
        theme: edit.theme,
    };
    free::checked(change.faults())?;
    changed(run, async |front| {
        front.studio.edit_editor(&edit.slug, change).await
    })
    .await
}

/// Writes the scenario as it is given, or has the assist write it.
async fn scenario(run: &Run, asked: Scenario) -> Result<Exit, Stop> {
    if let Some(file) = &asked.from {
        let words = wordings::written(file)?;
        return changed(run, async |front| {
            front.studio.edit_scenario(&asked.slug, words.trim()).await
        })
        .await;
    }
    if let Some(count) = asked.scenes
        && !choices::SCENARIO_SCENES.contains(&count)
    {
        free::checked(vec![FieldFault::OutOfRange {
            field: "segments_count".to_owned(),
            least: *choices::SCENARIO_SCENES.start(),
            most: *choices::SCENARIO_SCENES.end(),
        }])?;
    }
    let look = EditorChange {
        creative_format: asked.format.clone(),
        visual_language: asked.look.clone(),
        ..EditorChange::default()
    };
    free::checked(look.faults())?;
    let assist = Assist::Scenario {
        slug: asked.slug,
        segments_count: asked.scenes,
        creative_format: asked.format,
        visual_language: asked.look,
        theme: asked.theme,
    };
    assisted(run, assist).await
}

async fn image(run: &Run, asked: EditorImage) -> Result<Exit, Stop> {
    free::winding_down(run, async |front| {
        let role = ImageRole::from(asked.role);
        let picture = images::picture(front, role, Some(&asked.file), &asked.description).await?;
        let Some(picture) = picture else {
            return Err(free::missing("image"));
        };
        let view = images::set(front, run, &key(&asked.slug), &picture).await?;
        Ok(free::show(run, &view))
    })
    .await
}

async fn logo(run: &Run, look: LogoLook) -> Result<Exit, Stop> {
    let change = LogoChange {
        logo_treatment: look.treatment,
        logo_position: look.position,
        logo_duration_seconds: look.seconds,
    };
    if change == LogoChange::default() {
        return Err(free::missing(
            "logo_treatment, logo_position, logo_duration_seconds",
        ));
    }
    changed(run, async |front| {
        front.studio.place_logo(&look.slug, change).await
    })
    .await
}

/// A step whose end is a film: after the one yes, waits, and saves.
async fn film(run: &Run, order: &Order, step: Step, goal: Goal) -> Result<Exit, Stop> {
    paying::expect_yes(order.consent)?;
    free::winding_down(run, async |front| {
        let (view, credits) = taken(front, run, step, order.consent, &goal).await?;
        let place = Place::of(order.save.as_deref());
        finishing::delivered(front, run, &view, place, Some(credits)).await
    })
    .await
}

/// A step whose end is a change of the ad: after the one yes, waits, and prints the ad.
async fn step(run: &Run, consent: Consent, step: Step, goal: Goal) -> Result<Exit, Stop> {
    paying::expect_yes(consent)?;
    free::winding_down(run, async |front| {
        let (view, _) = taken(front, run, step, consent, &goal).await?;
        Ok(free::show(run, &view))
    })
    .await
}

/// Takes a step after the one yes, and waits for what it makes.
async fn taken(
    front: &Front,
    run: &Run,
    step: Step,
    consent: Consent,
    goal: &Goal,
) -> Result<(ProjectView, u32), Stop> {
    let key = step.project().ok_or_else(free::another_kind)?;
    let paid = paying::paid(front, run, step, consent).await?;
    let pick_up = match goal {
        Goal::Autopilot | Goal::Render | Goal::Whole => finishing::save_command(&key),
        _ => format!("reel editor show {}", key.slug),
    };
    let view = watching::made(front, run, &key, goal, &pick_up).await?;
    Ok((view, paid.credits))
}

/// A free change of an ad; prints it.
async fn changed(
    run: &Run,
    change: impl AsyncFnOnce(&Front) -> Result<EditorView, Refusal>,
) -> Result<Exit, Stop> {
    free::with_token(run, async |front| {
        let editor = change(front).await?;
        Ok(free::show(run, &ProjectView::Editor(Box::new(editor))))
    })
    .await
}

/// A step that costs one assist; prints the ad, with what was suggested beside it.
async fn assisted(run: &Run, assist: Assist) -> Result<Exit, Stop> {
    free::with_token(run, async |front| {
        let answer = front.studio.run_assist(assist).await?;
        let mut document = shapes::project(&answer.project);
        if let Value::Object(fields) = &mut document {
            fields.insert("suggestion".to_owned(), json!(answer.suggestion));
            let assists = answer.assists.as_ref().map(shapes::assists);
            fields.insert("assists".to_owned(), json!(assists));
        }
        if let Some(assists) = &answer.assists {
            let left = super::assists::text(&run.output.words, assists);
            run.output.tell(&left);
        }
        run.output
            .result(&document, |words| match &answer.suggestion {
                Some(suggestion) => suggestion.clone(),
                None => text::project(words, &answer.project),
            });
        Ok(Exit::Done)
    })
    .await
}

fn key(slug: &str) -> ProjectKey {
    ProjectKey::new(ProjectKind::Editor, slug)
}
