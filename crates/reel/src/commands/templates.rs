//! `reel templates` and `reel template`: what a riff can be made from without a source of one's own.

use contract::{
    Code, Event, Refusal, SpeechMode, TaskStatus, TemplateDetail, TemplateId, TemplateQuery,
    TemplateView,
};
use words::Words;

use super::asking;
use crate::args::{TemplateArgs, Templates};
use crate::exit::Exit;
use crate::front::Front;
use crate::layout::{self, columns, paragraph};
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// Lists templates, public ones first.
pub async fn list(run: &Run, asked: Templates) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let query = TemplateQuery {
            status: asked.status.into(),
            search: asked.search,
            tags: asked.tag,
            sort: asked.sort.into(),
            limit: asked.limit,
            offset: asked.offset,
        };
        let document = front.studio.templates_document(query.clone());
        asking::printed(run, document, async || {
            let page = front.studio.templates(query.clone()).await?;
            if page.templates.is_empty() {
                run.output.say("cli-templates-empty");
            }
            asking::tell_shown(run, page.templates.len(), page.total);
            let rows: Vec<_> = page
                .templates
                .iter()
                .map(|template| row(&run.output.words, template))
                .collect();
            Ok(columns(&rows))
        })
        .await
    })
    .await
}

/// Prints one template; with `--refresh` it is analysed again first.
pub async fn one(run: &Run, asked: TemplateArgs) -> Result<Exit, Stop> {
    let template_id = TemplateId::from(asked.template.as_str());
    if !asked.refresh {
        return asking::signed_in(run, async |front| shown(front, run, &template_id).await).await;
    }
    asking::winding_down(run, async |front| {
        refreshed(front, run, &template_id).await?;
        run.interrupt.or(shown(front, run, &template_id)).await
    })
    .await
}

async fn shown(front: &Front, run: &Run, template_id: &TemplateId) -> Result<Exit, Stop> {
    let document = front.studio.template_document(template_id);
    asking::printed(run, document, async || {
        let template = front.studio.template(template_id).await?;
        Ok(text(&run.output.words, &template))
    })
    .await
}

/// Begins a new analysis and waits for its end. Ctrl+C only stops the waiting.
async fn refreshed(front: &Front, run: &Run, template_id: &TemplateId) -> Result<(), Stop> {
    let mut events = front.listen();
    front.studio.refresh_template(template_id).await?;
    run.output.say("cli-template-refreshing");
    loop {
        let event = tokio::select! {
            event = events.next() => event,
            () = run.interrupt.pressed() => {
                let key = "cli-stopped-refreshing";
                return Err(Stop::own(Exit::NoAnswer, OwnCode::Interrupted, key));
            }
        };
        let refresh = match event {
            Event::Template(template) if template.template_id == *template_id => template.refresh,
            _ => None,
        };
        let Some(refresh) = refresh.filter(|refresh| refresh.status.has_ended()) else {
            continue;
        };
        return match (refresh.refusal, refresh.status) {
            (Some(refusal), _) => Err(refusal.into()),
            (None, TaskStatus::Completed) => Ok(()),
            (None, _) => Err(Refusal::new(Code::AnalysisFailed).into()),
        };
    }
}

fn row(words: &Words, template: &TemplateView) -> Vec<String> {
    let mut marks = Vec::new();
    if template.is_public {
        marks.push(words.say("cli-template-public"));
    }
    if template.is_stale {
        marks.push(words.say("cli-template-stale"));
    }
    let used = template.used_count.map(|used| {
        // A count that people look at: exact in a float.
        let args = contract::Args::from([("count".to_owned(), (used as f64).into())]);
        words.say_with("cli-template-used", &args)
    });
    vec![
        template.template_id.0.clone(),
        template.name.clone(),
        used.unwrap_or_default(),
        marks.join(", "),
        template.tags.join(" "),
    ]
}

fn text(words: &Words, detail: &TemplateDetail) -> String {
    let mut lines = vec![layout::row(&row(words, &detail.template))];
    if let Some(arc) = &detail.template.emotion_arc {
        lines.push(layout::plain(arc));
    }
    let Some(extraction) = &detail.extraction else {
        lines.push(words.say("cli-template-no-extraction"));
        return lines.join("\n");
    };
    lines.push(String::new());
    lines.push(paragraph(0, &extraction.narrative));
    let mut moments: Vec<(f64, String)> = extraction
        .transcript
        .iter()
        .map(|line| {
            (
                line.at,
                format!("{} {}", mode(words, &line.mode), line.text),
            )
        })
        .chain(
            extraction
                .on_screen
                .iter()
                .map(|seen| (seen.at, format!("[{}] {}", seen.kind, seen.label))),
        )
        .collect();
    moments.sort_by(|one, other| one.0.total_cmp(&other.0));
    lines.push(String::new());
    let rows: Vec<_> = moments
        .into_iter()
        .map(|(at, what)| vec![words.clock(at), what.trim().to_owned()])
        .collect();
    lines.push(columns(&rows));
    lines.join("\n")
}

fn mode(words: &Words, mode: &SpeechMode) -> String {
    match mode {
        SpeechMode::OnCameraDialogue => words.say("cli-speech-on-camera"),
        SpeechMode::Voiceover => words.say("cli-speech-voiceover"),
        SpeechMode::NoDialogue => String::new(),
        SpeechMode::Other(word) => format!("[{word}]"),
    }
}
