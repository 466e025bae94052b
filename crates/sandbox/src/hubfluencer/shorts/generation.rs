//! What a short costs, its words, and its video.

use std::sync::Arc;

use axum::extract::State;

use super::{
    super::{
        assists,
        auth::{MayGenerate, MayRead},
        credits::{self, CostOut},
        document::{
            AssistsUsedUp, Broken, Conflict, Forbidden, Insufficient, NotFound, Rejected,
            Unauthorized, Unavailable,
        },
        envelope::Envelope,
        id::Name,
        problem::Problem,
        service::HubService,
        work::{Share, Work},
    },
    copy,
    endpoints::shown,
    record::Stage,
    view::ShortOut,
};
use crate::faults::Fault;

/// Credits that a short costs (contract: 15).
const COST: i64 = 15;

/// What a generation costs, and what there is.
#[utoipa::path(
    get,
    path = "/api/shorts/{slug}/cost",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<CostOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Broken
    )
)]
pub(crate) async fn cost(
    _: MayRead,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<CostOut>, Problem> {
    service.settle().await?;
    let found = service.read(|records| records.shorts.find(&slug).is_some());
    if !found {
        return Err(Problem::not_found());
    }
    Ok(service.data(CostOut {
        total: COST,
        available_credits: service.balance(),
    }))
}

/// Makes the video: 15 credits.
#[utoipa::path(
    post,
    path = "/api/shorts/{slug}/generate",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses(
        (status = 200, body = Envelope<ShortOut>),
        Unauthorized,
        Insufficient,
        Forbidden,
        NotFound,
        Conflict,
        Rejected,
        Unavailable,
        Broken
    )
)]
pub(crate) async fn generate(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<ShortOut>, Problem> {
    service.settle().await?;
    let short = service.read(|records| records.shorts.find(&slug).cloned());
    let short = short.ok_or_else(Problem::not_found)?;
    if short.stage == Stage::Rendering {
        return Err(in_progress());
    }
    let creative = &short.creative;
    let spoken = [
        creative.product_prompt.as_deref(),
        creative.headline.as_deref(),
        creative.subheadline.as_deref(),
    ];
    let spoken: Vec<&str> = spoken.into_iter().flatten().collect();
    service.screen(&spoken.join("\n"))?;
    service.change(|records, course| {
        let short = records.shorts.find(&slug).ok_or_else(Problem::not_found)?;
        // Somebody else's order may have come while this one was screened.
        if short.stage == Stage::Rendering {
            return Err(in_progress());
        }
        let charge = credits::charge(records, course, COST, format!("short:{slug}"))?;
        let fails = course.faults.strikes(&Fault::FailShort);
        let share = Share {
            charge,
            credits: COST,
        };
        if let Some(short) = records.shorts.find_mut(&slug) {
            let work = Work::begun(course.now, 100, course);
            short.work = Some(work.paid(share).fated(fails));
            short.stage = Stage::Rendering;
            short.error = None;
            short.updated = course.now;
        }
        Ok(())
    })??;
    shown(&service, &slug)
}

fn in_progress() -> Problem {
    Problem::conflict(
        "generation_in_progress",
        "This short is being generated already",
    )
}

/// Writes headline, subheadline and text beats: one AI assist, no credits.
#[utoipa::path(
    post,
    path = "/api/shorts/{slug}/text/generate",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<ShortOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        AssistsUsedUp,
        Broken
    )
)]
pub(crate) async fn text(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<ShortOut>, Problem> {
    service.settle().await?;
    service.change(|records, course| {
        if records.shorts.find(&slug).is_none() {
            return Err(Problem::not_found());
        }
        assists::draw(records, course)?;
        if let Some(short) = records.shorts.find_mut(&slug) {
            copy::write(&mut short.creative);
            short.updated = course.now;
        }
        Ok(())
    })??;
    shown(&service, &slug)
}
