//! The account's whole credits: what is left, what was charged, and what came back.

use std::sync::Arc;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    auth::MayRead,
    document::{Broken, Forbidden, Unauthorized},
    envelope::Envelope,
    problem::Problem,
    records::HubRecords,
    service::{Course, HubService},
};
use crate::{faults::Fault, moment::Millis};

/// What is left, and every charge.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Credits {
    balance: i64,
    charges: Vec<Charge>,
}

/// Credits that were taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Charge {
    pub(crate) at: Millis,
    pub(crate) credits: i64,
    /// For what: a kind and a name, such as `slider:4f0c6a2e91d7`.
    pub(crate) purpose: String,
    /// How many of them came back.
    #[serde(default)]
    pub(crate) refunded: i64,
}

/// A charge, for [`refund`].
pub(crate) type ChargeId = usize;

impl Credits {
    /// A new account with so many.
    pub(crate) fn of(credits: u32) -> Self {
        Self {
            balance: i64::from(credits),
            charges: Vec::new(),
        }
    }

    /// Every charge, oldest first.
    pub(crate) fn charges(&self) -> &[Charge] {
        &self.charges
    }
}

/// Credits that are left.
pub(crate) fn available(records: &HubRecords) -> i64 {
    records.credits.balance
}

/// Takes credits from the account.
///
/// # Errors
/// 402 where they don't cover it.
pub(crate) fn charge(
    records: &mut HubRecords,
    course: &Course<'_>,
    credits: i64,
    purpose: impl Into<String>,
) -> Result<ChargeId, Problem> {
    let Credits { balance, charges } = &mut records.credits;
    if credits > 0 && course.faults.strikes(&Fault::Hub402) {
        return Err(Problem::insufficient_credits(
            credits,
            (*balance).min(credits - 1),
        ));
    }
    if *balance < credits {
        return Err(Problem::insufficient_credits(credits, *balance));
    }
    *balance -= credits;
    charges.push(Charge {
        at: course.now,
        credits,
        purpose: purpose.into(),
        refunded: 0,
    });
    Ok(charges.len() - 1)
}

/// Gives so many credits of a charge back; never more than were taken.
pub(crate) fn refund(records: &mut HubRecords, charge: ChargeId, credits: i64) {
    let Credits { balance, charges } = &mut records.credits;
    if let Some(charge) = charges.get_mut(charge) {
        let back = credits.clamp(0, charge.credits - charge.refunded);
        charge.refunded += back;
        *balance += back;
    }
}

/// Gives a whole charge back.
pub(crate) fn refund_all(records: &mut HubRecords, charge: ChargeId) {
    refund(records, charge, i64::MAX);
}

/// The balance.
#[derive(Serialize, ToSchema)]
pub(crate) struct CreditsOut {
    /// Whole credits.
    credits: i64,
}

/// What something costs, and what there is.
#[derive(Serialize, ToSchema)]
pub(crate) struct CostOut {
    /// Whole credits.
    pub(crate) total: i64,
    pub(crate) available_credits: i64,
}

/// The balance.
#[utoipa::path(
    get,
    path = "/api/studio/credits",
    security(("bearer" = [])),
    responses((status = 200, body = Envelope<CreditsOut>), Unauthorized, Forbidden, Broken)
)]
pub(crate) async fn balance(
    _: MayRead,
    State(service): State<Arc<HubService>>,
) -> Result<Envelope<CreditsOut>, Problem> {
    service.settle().await?;
    Ok(service.data(CreditsOut {
        credits: service.balance(),
    }))
}

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new().routes(routes!(balance))
}
