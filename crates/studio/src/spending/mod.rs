//! The spend guard: what the person set as the most, what was spent, and the extra yes to go over.
//!
//! [`limits`] and [`cost`] are the arithmetic, [`calendar`] the person's days and months; the ledger
//! itself is the journal's (`journal/spending`), written with each intent. A limit stops nothing that
//! is under way: it is looked at where a yes becomes an intent, and nowhere else.

mod calendar;
mod cost;
mod limits;

use std::collections::BTreeMap;
use std::sync::Mutex;

use contract::{
    Event, OverLimit, Refusal, Service, SpendLimits, SpendReview, Spending, SpendingView,
};
use jiff::tz::TimeZone;
use tokio::sync::watch;

pub(crate) use calendar::Calendar;
pub(crate) use cost::{Again, Batch, Cost, Made, Payer};
pub(crate) use limits::{Bond, Overrun, Sums, over, permits, refusal, rounded};

use crate::Studio;
use crate::lock::held;

/// What was told of the spending.
pub(crate) struct Guard {
    told: Mutex<SpendingView>,
    moved: watch::Sender<()>,
}

impl Default for Guard {
    fn default() -> Self {
        Self {
            told: Mutex::default(),
            moved: watch::Sender::new(()),
        }
    }
}

impl Guard {
    /// Something was spent, or it is known by now what something has cost.
    pub(crate) fn moved(&self) {
        self.moved.send_replace(());
    }
}

impl Studio {
    /// What was spent on this machine, by every front, at the servers of this run; and the limits.
    /// What was known last where the journal can't be read.
    pub async fn spending(&self) -> SpendingView {
        match self.count_spending().await {
            Ok(view) => view,
            Err(refusal) => {
                tracing::warn!(%refusal, "what was spent could not be counted");
                *held(&self.core.spending.told)
            }
        }
    }

    /// Changes the limits of a service, for every front of this machine. What is under way goes on.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`]: the old limits stay.
    pub async fn set_spend_limits(
        &self,
        service: Service,
        limits: SpendLimits,
    ) -> Result<SpendingView, Refusal> {
        self.core.journal.set_spend_limits(service, limits).await?;
        let view = self.count_spending().await?;
        self.tell_spending(view);
        Ok(view)
    }

    /// The extra yes: what was shown may go over these limits, by no more than what was shown. To be
    /// followed by the usual yes.
    ///
    /// # Errors
    /// [`contract::Code::ReviewVoid`], [`contract::Code::RetryVoid`] or
    /// [`contract::Code::StepVoid`] unless that review is the pending one and showed exactly this.
    pub fn allow_over_limit(
        &self,
        review: &SpendReview,
        over: &[OverLimit],
    ) -> Result<(), Refusal> {
        match review {
            SpendReview::Order(id) => self.allow_order(id, over),
            SpendReview::Retry(id) => self.allow_retry(id, over),
            SpendReview::Step(id) => self.allow_step(id, over),
        }
    }

    /// The limits that something goes over that costs so much: seconds of video, or credits.
    pub(crate) async fn over_limits(
        &self,
        service: Service,
        at_most: f64,
    ) -> Result<Vec<OverLimit>, Refusal> {
        if self.core.journal.spend_limits(service).await? == SpendLimits::default() {
            return Ok(Vec::new());
        }
        let spent = self.spent_at(service).await?;
        let sums = Sums {
            day: spent.day,
            month: spent.month,
        };
        Ok(over(&spent.limits, sums, at_most))
    }

    /// The person's day and month now.
    pub(crate) fn calendar(&self) -> Calendar {
        Calendar::at(self.core.ports.clock.now(), &TimeZone::system())
    }

    async fn count_spending(&self) -> Result<SpendingView, Refusal> {
        Ok(SpendingView {
            riffkit: self.spent_at(Service::Riffkit).await?,
            hubfluencer: self.spent_at(Service::Hubfluencer).await?,
        })
    }

    async fn spent_at(&self, service: Service) -> Result<Spending, Refusal> {
        let core = &self.core;
        let server = match service {
            Service::Riffkit => core.server_name.as_str(),
            Service::Hubfluencer => core.hub.server_name(),
        };
        let calendar = self.calendar();
        let spent = core.journal.spent(service, server, &calendar).await?;
        let (limits, Sums { day, month }) = spent;
        Ok(Spending { limits, day, month })
    }

    fn tell_spending(&self, view: SpendingView) {
        let told = std::mem::replace(&mut *held(&self.core.spending.told), view);
        if told != view {
            self.core.tell(Event::Spending(view));
        }
    }

    /// Tells what was spent whenever that moves: with each step of an order, a retry or a paid step.
    /// Ends when the studio is closed.
    pub(crate) async fn keep_counting(self) {
        let core = &self.core;
        let mut orders = core.desk.changes();
        let mut steps = core.hub.steps.changes();
        let mut moved = core.spending.moved.subscribe();
        *held(&core.spending.told) = self.spending().await;
        let mut seen = Some(self.standing());
        loop {
            let by_itself = tokio::select! {
                changed = orders.changed() => changed.is_ok(),
                changed = steps.changed() => changed.is_ok(),
                // The senders live in the core.
                _ = moved.changed() => {
                    seen = None;
                    true
                }
            };
            if !by_itself {
                return;
            }
            // Orders change ten times a second while one is on its way: only its steps matter.
            let now = Some(self.standing());
            if now != seen {
                seen = now;
                let view = self.spending().await;
                self.tell_spending(view);
            }
        }
    }

    /// How many orders and steps stand where.
    fn standing(&self) -> [BTreeMap<&'static str, usize>; 2] {
        [self.core.desk.counts(), self.core.hub.steps.counts()]
    }
}
