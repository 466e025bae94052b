//! Taking an order: what `POST /api/riffs` and `POST /api/pipeline/batch` have in common.

use std::sync::Arc;

use axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};

use super::{allowance, auth, catalogue::LANGUAGES, characters, problem::Problem};
use crate::{
    connection::Line,
    faults::Fault,
    moment::Millis,
    service::Service,
    state::{
        Batch, Course, Formula, Mode, Placed, PlannedReel, Records, Source, Task, Visibility,
        available_credits, estimate, new_id, queue_generation,
    },
};

/// Orders in a window, for each user (contract: 10 in 60 s).
const RATE: usize = 10;
const WINDOW: Millis = 60_000;

/// What is to be made of a source.
pub(crate) struct Order {
    pub(crate) language: String,
    pub(crate) content_anchor: String,
    pub(crate) user_hint: String,
    pub(crate) character_ids: Vec<String>,
    pub(crate) placed: Option<Placed>,
    /// Bytes of the video that came with it.
    pub(crate) upload_bytes: u64,
}

/// An order that stands in the records.
pub(crate) struct Accepted {
    pub(crate) batch: Batch,
    pub(crate) analyze_task_id: Option<String>,
}

impl Accepted {
    /// The generations that are queued already.
    pub(crate) fn task_ids(&self) -> Vec<String> {
        let planned = self.batch.planned.iter();
        match self.batch.mode {
            Mode::Generate => planned.map(|planned| planned.task_id.clone()).collect(),
            Mode::AnalyzeThenGenerate => Vec::new(),
        }
    }
}

/// The source, once it has been checked.
pub(crate) enum Checked {
    /// An analyzed template, by its id.
    Template(String),
    /// A new source, and its length where that is known.
    New(Source, Option<Millis>),
}

/// What is refused before the body is looked at: no session, too many orders, armed faults.
///
/// # Errors
/// 401, 402, 403, 429 or 500.
pub(crate) fn admit(service: &Service, headers: &HeaderMap) -> Result<(), Problem> {
    auth::check(service, headers)?;
    if service.faults.strikes(&Fault::Riff429) {
        return Err(Problem::too_many(30));
    }
    if service.faults.strikes(&Fault::Riff500Before) {
        return Err(Problem::broken());
    }
    if service.faults.strikes(&Fault::Riff403) {
        return Err(Problem::subscription_required(service.topup_url()));
    }
    if service.faults.strikes(&Fault::Riff402) {
        return Err(Problem::insufficient(150_000, 80_000, &service.topup_url()));
    }
    let over = service.change(|records, course| {
        records.submits.retain(|at| course.now - at < WINDOW);
        if records.submits.len() >= RATE {
            let first = records.submits.first().copied().unwrap_or(course.now);
            return Some(first + WINDOW - course.now);
        }
        records.submits.push(course.now);
        None
    })?;
    match over {
        None => Ok(()),
        Some(wait) => Err(Problem::too_many(
            u64::try_from((wait + 999) / 1000).unwrap_or(1).max(1),
        )),
    }
}

/// The rules that need no look at the source.
///
/// # Errors
/// 400.
pub(crate) fn judge(service: &Service, order: &Order) -> Result<(), Problem> {
    if !LANGUAGES.iter().any(|(code, _)| *code == order.language) {
        return Err(Problem::bad(format!(
            "Unsupported language: {}",
            order.language.chars().take(40).collect::<String>()
        )));
    }
    characters::check(service, &order.character_ids)?;
    if let Some(placed) = &order.placed {
        let is_known = service
            .store
            .read(|records| records.product(&placed.product_id).is_some());
        if !is_known {
            return Err(Problem::bad("Product not found"));
        }
    }
    Ok(())
}

/// Where a product is shown: only these two words are accepted.
///
/// # Errors
/// 400 for anything else, `no_product` included.
pub(crate) fn visibility(text: &str) -> Result<Visibility, Problem> {
    match text {
        "on_camera" => Ok(Visibility::OnCamera),
        "off_camera" => Ok(Visibility::OffCamera),
        _ => Err(Problem::bad(
            "product_visibility must be on_camera or off_camera",
        )),
    }
}

/// A template as a source. A stale one is accepted: the contract only suggests to refresh it.
///
/// # Errors
/// 400 where there is no such template, or it is not analyzed.
pub(crate) fn template(service: &Service, id: &str) -> Result<Checked, Problem> {
    let analyzed = service
        .store
        .read(|records| records.formula(id).map(|formula| formula.analyzed));
    match analyzed {
        Some(true) => Ok(Checked::Template(id.to_owned())),
        Some(false) => Err(Problem::bad("The template is not analyzed yet")),
        None => Err(Problem::bad("Template not found")),
    }
}

/// Writes the order down, if the balance covers it, and sets it going.
///
/// # Errors
/// 402, 429 or 500.
pub(crate) fn take(
    service: &Arc<Service>,
    order: Order,
    source: Checked,
) -> Result<Accepted, Problem> {
    let characters: Vec<Option<String>> = if order.character_ids.is_empty() {
        vec![None]
    } else {
        order.character_ids.into_iter().map(Some).collect()
    };
    let planned = characters
        .into_iter()
        .map(|character_id| PlannedReel {
            task_id: new_id(),
            asset_id: new_id(),
            character_id,
        })
        .collect();
    let upload_bytes = service.traffic.upload_bytes();
    let accepted = service.change(|records, course| {
        let batch = Batch {
            id: new_id(),
            formula_id: String::new(),
            language: order.language,
            content_anchor: order.content_anchor,
            user_hint: order.user_hint,
            accepted: course.now,
            upload_bytes: order.upload_bytes,
            mode: Mode::Generate,
            submitted_by: None,
            placed: order.placed,
            planned,
        };
        records.totals.upload_bytes = upload_bytes;
        record(records, course, batch, source, service)
    })??;
    for planned in &accepted.batch.planned {
        service.render_soon(&planned.asset_id);
    }
    Ok(accepted)
}

fn record(
    records: &mut Records,
    course: &Course<'_>,
    mut batch: Batch,
    source: Checked,
    service: &Service,
) -> Result<Accepted, Problem> {
    let length = match &source {
        Checked::New(_, length) => *length,
        Checked::Template(id) => records.formula(id).and_then(|formula| formula.source_ms),
    };
    let reels = i64::try_from(batch.planned.len()).unwrap_or(1);
    let required = estimate(length) * reels;
    allowance::admit(service, records, required, course.now)?;
    let available = available_credits(records);
    if available < required {
        return Err(Problem::insufficient(
            required,
            available,
            &service.topup_url(),
        ));
    }
    let ready = course.now + course.schedule.queue_ms;
    let analyze_task_id = match source {
        Checked::Template(formula_id) => {
            batch.formula_id = formula_id;
            queue_generation(records, &batch, course.now, ready, course);
            None
        }
        Checked::New(source, source_ms) => {
            batch.mode = Mode::AnalyzeThenGenerate;
            batch.formula_id = new_id();
            records.formulas.push(Formula {
                id: batch.formula_id.clone(),
                name: service.captions.template_name(&batch),
                source,
                source_ms,
                analyzed: false,
                stale: false,
                used: 0,
                created: course.now,
            });
            let task = Task::analysis(new_id(), batch.id.clone(), course);
            let id = task.id.clone();
            records.tasks.push(task);
            Some(id)
        }
    };
    records.batches.push(batch.clone());
    Ok(Accepted {
        batch,
        analyze_task_id,
    })
}

/// Nobody hears this: the connection is cut.
pub(crate) fn nobody_hears() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// What the armed faults make of the answer to an accepted order.
///
/// # Errors
/// The other answer.
pub(crate) async fn answering(service: &Service, line: &Line) -> Result<(), Response> {
    if service.faults.strikes(&Fault::LoseRiffAnswer) {
        line.cut();
        return Err(nobody_hears());
    }
    if service.faults.strikes(&Fault::Riff500After) {
        return Err(Problem::broken().into_response());
    }
    tokio::select! {
        () = service.faults.hold(&Fault::HoldRiffAnswer) => Ok(()),
        () = service.closing.cancelled() => Err(nobody_hears()),
    }
}
