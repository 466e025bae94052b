//! The one place that makes a paying call, and what its answer means.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use contract::{Code, Event, Millis, NextStep, OrderId, Refusal, ReviewId, Service};
use transfer::Priority;
use wire::Failure;
use wire::upload::{Aborted, Hooks};

use super::Entry;
use super::call::{PayingCall, Taken};
use super::desk::Stop;
use super::review::Reviewed;
use crate::Studio;
use crate::failure::order_refusal;
use crate::journal::{NewOrder, NotIntended, OrderPhase, OrderRecord, Payer, Seal, SubmitsFull};
use crate::session::{Owner, Paying};
use crate::spending;

/// At most ten progress events a second.
const PROGRESS_EVERY: Millis = 100;

/// Pause before what could not be written down is tried again.
const WRITE_AGAIN: Duration = Duration::from_secs(10);

/// How one attempt to send ended.
enum Outcome {
    /// The service took it.
    Taken(Taken),
    /// Nobody is signed in, or the service said 401: nothing was taken, and it goes on after a sign-in.
    SignInFirst,
    /// The service refused it: nothing was taken.
    Refused {
        refusal: Refusal,
        top_up_link: Option<String>,
    },
    /// It never left whole: nothing was taken.
    NotSent(Refusal),
    /// It left whole, and nobody knows.
    InDoubt,
}

impl Studio {
    /// The one yes: sends exactly the reviewed plan, once. Returns as soon as the intent is on disk;
    /// how it goes on is told as [`Event::Order`].
    ///
    /// # Errors
    /// [`Code::ReviewVoid`], [`Code::LinkHostUnusual`], [`Code::OverLimit`],
    /// [`Code::TooManySubmits`], [`Code::JournalFailed`]: nothing was sent.
    pub async fn submit(&self, review_id: &ReviewId) -> Result<OrderId, Refusal> {
        let reviewed = self.take_review(review_id)?;
        let order = self.intent(&reviewed);
        let mut entry = entry_of(&order, &reviewed);
        if let Some(session) = self.core.sessions.current() {
            entry.payer = self.payer_by(&session);
        }
        let (order_id, phase) = (order.order_id.clone(), order.phase);
        match self.core.journal.intend(order).await {
            Ok(Ok(())) => {}
            Ok(Err(why)) => {
                self.put_review_back(reviewed);
                return Err(match why {
                    NotIntended::Full(full) => self.too_many(full),
                    NotIntended::Over(over) => spending::refusal(Service::Riffkit, &over),
                });
            }
            Err(refusal) => {
                self.put_review_back(reviewed);
                return Err(refusal);
            }
        }
        if let (Some(clip_id), Some(path)) = (reviewed.clip_id(), &reviewed.record().path) {
            self.core.intake.remember(clip_id, path.clone());
        }
        let view = self.core.desk.put(entry);
        self.core.tell(Event::Order(view));
        match &reviewed.choices.new_product {
            Some(product) if phase == OrderPhase::Preparing => {
                if let Err(refusal) = self.begin_product(&order_id, product.clone()).await {
                    self.note_withdrawal(&order_id, OrderPhase::Preparing, refusal)
                        .await;
                }
            }
            _ => self.begin(order_id.clone(), reviewed),
        }
        Ok(order_id)
    }

    /// Goes on with the orders of this run that waited for a sign-in. They were confirmed, and the
    /// service has said that it did not take them.
    pub(crate) async fn resume_awaiting_orders(&self) {
        for order_id in self.core.desk.in_phase(OrderPhase::AwaitingSignIn) {
            let reviewed = self
                .core
                .desk
                .read(&order_id, |entry| entry.reviewed.clone())
                .flatten();
            let Some(reviewed) = reviewed else { continue };
            match self
                .core
                .journal
                .intend_again(&order_id, self.core.now())
                .await
            {
                Ok(Ok(())) => {
                    let stop = Arc::new(Stop::default());
                    self.change_order(&order_id, |entry| {
                        entry.record.phase = OrderPhase::Sending;
                        entry.record.refusal = None;
                        entry.stop = Some(stop);
                    });
                    self.begin(order_id, reviewed);
                }
                Ok(Err(full)) => {
                    let refusal = self.too_many(full).then(NextStep::ReviewAgain);
                    self.note_withdrawal(&order_id, OrderPhase::AwaitingSignIn, refusal)
                        .await;
                }
                Err(refusal) => self.core.tell(Event::Trouble(refusal)),
            }
        }
    }

    fn intent(&self, reviewed: &Reviewed) -> NewOrder {
        NewOrder {
            order_id: OrderId(uuid::Uuid::now_v7().to_string()),
            phase: match reviewed.choices.new_product {
                Some(_) => OrderPhase::Preparing,
                None => OrderPhase::Sending,
            },
            server: self.core.server_name.clone(),
            sender: self.core.sender.id().to_owned(),
            source: reviewed.record().clone(),
            language: reviewed.language().to_owned(),
            direction: reviewed.direction().to_owned(),
            hint: reviewed.hint().to_owned(),
            brief: reviewed.choices.brief.clone(),
            bond: reviewed.bond(self.calendar()),
            created_at: self.core.now(),
        }
    }

    pub(super) fn too_many(&self, full: SubmitsFull) -> Refusal {
        let wait = (full.until - self.core.now()).max(0);
        // Below a minute: exact in a float.
        Refusal::new(Code::TooManySubmits).with("seconds", (wait as f64 / 1000.0).ceil())
    }

    pub(super) fn begin(&self, order_id: OrderId, reviewed: Arc<Reviewed>) {
        let studio = self.clone();
        self.core.spawn(async move {
            let outcome = studio.attempt(&order_id, &reviewed).await;
            studio.conclude(&order_id, outcome).await;
        });
    }

    async fn attempt(&self, order_id: &OrderId, reviewed: &Reviewed) -> Outcome {
        let Some(stop) = self.core.desk.stop_of(order_id) else {
            return Outcome::NotSent(Code::Cancelled.into());
        };
        // Where no answer comes, only its own account's lists can say that it was not taken.
        let paying = tokio::select! {
            biased;
            paying = self.paying() => paying,
            () = stop.cancelled() => return Outcome::NotSent(Code::Cancelled.into()),
        };
        let Some(Paying { session, payer }) = paying else {
            return Outcome::SignInFirst;
        };
        if !self.is_agreed_by(order_id, &payer) {
            let refusal = Refusal::new(Code::NotSent);
            return Outcome::NotSent(refusal.then(NextStep::ReviewAgain));
        }
        // Before every other upload. It is not stopped for one that is under way.
        let traffic = &self.core.traffic;
        let _lane = tokio::select! {
            biased;
            lane = traffic.upload_lane(&self.core.server_name, Priority::First) => lane,
            () = stop.cancelled() => return Outcome::NotSent(Code::Cancelled.into()),
        };
        let brief = self
            .core
            .desk
            .read(order_id, |entry| entry.record.brief.clone())
            .unwrap_or_default();
        let call = match PayingCall::of(reviewed, brief).await {
            Ok(call) => call,
            Err(refusal) => return Outcome::NotSent(refusal),
        };
        let hooks = self.hooks(order_id, &stop, payer);
        let answer = tokio::select! {
            biased;
            answer = call.make(&self.core.api, &session, hooks) => answer,
            () = stop.cancelled() => return Outcome::NotSent(Code::Cancelled.into()),
        };
        match answer {
            Ok(taken) => Outcome::Taken(taken),
            Err(failure) => {
                tracing::warn!(%order_id, %failure, "an order was not answered with a batch");
                if failure.status() == Some(401) {
                    self.lose_session(&session).await;
                    return Outcome::SignInFirst;
                }
                if let Some(insufficient) = riffkit::insufficient(&failure) {
                    return Outcome::Refused {
                        refusal: self.shortfall(&insufficient).await,
                        top_up_link: insufficient.topup_url,
                    };
                }
                outcome_of(&failure)
            }
        }
    }

    /// Whether who pays now is who gave the yes, which was to what that one's balance pays. Where nobody
    /// was signed in it is for the first who is.
    fn is_agreed_by(&self, order_id: &OrderId, now: &Payer) -> bool {
        let mut is_agreed = false;
        self.core.desk.change(order_id, |entry| {
            is_agreed = entry.payer.sign_in.is_none() || Owner::of(&entry.payer, now) == Owner::Own;
            if is_agreed {
                // By its name it is known again after another sign-in.
                entry.payer = now.clone();
            }
        });
        is_agreed
    }

    /// Progress out, and the gate: the journal says "sealed" before the last byte may leave.
    fn hooks(&self, order_id: &OrderId, stop: &Arc<Stop>, payer: Payer) -> Hooks {
        let (studio, id) = (self.clone(), order_id.clone());
        let told = AtomicI64::new(0);
        let progress = move |sent, total| {
            let now = studio.core.now();
            if sent < total && now - told.load(Ordering::Relaxed) < PROGRESS_EVERY {
                return;
            }
            told.store(now, Ordering::Relaxed);
            studio.change_order(&id, |entry| entry.sending = Some((sent, Some(total))));
        };
        let (studio, id, stop) = (self.clone(), order_id.clone(), Arc::clone(stop));
        let gate = move || -> futures_util::future::BoxFuture<'static, Result<(), Aborted>> {
            let seal = studio.seal_of_now(payer);
            Box::pin(async move {
                if !stop.seal() {
                    return Err(Aborted);
                }
                let sealed = studio.core.journal.seal(&id, seal).await;
                sealed.map_err(|_| Aborted)
            })
        };
        // Slowed down as every upload, but neither paused nor made again.
        let pace = self.core.traffic.up.throttle.pace();
        Hooks::none()
            .progress(progress)
            .paced(pace)
            .before_last(gate)
    }

    /// What is to be known of this moment where no answer comes.
    fn seal_of_now(&self, payer: Payer) -> Seal {
        Seal {
            at: self.core.now(),
            service_ahead: self.core.service_clock.ahead(),
            payer,
        }
    }

    async fn conclude(&self, order_id: &OrderId, outcome: Outcome) {
        let (phase, refusal, top_up_link) = match outcome {
            Outcome::Taken(taken) => return self.acknowledge(order_id, &taken).await,
            Outcome::SignInFirst => (OrderPhase::AwaitingSignIn, Code::NotSignedIn.into(), None),
            Outcome::Refused {
                refusal,
                top_up_link,
            } => (OrderPhase::Refused, refusal, top_up_link),
            Outcome::NotSent(refusal) => (OrderPhase::NotSent, refusal, None),
            Outcome::InDoubt => (OrderPhase::InDoubt, Code::InDoubt.into(), None),
        };
        let write = || self.rest(order_id, phase, Some(refusal.clone()), top_up_link.clone());
        if let Err(refusal) = write().await {
            self.write_later(refusal, write).await;
        }
        if phase == OrderPhase::AwaitingSignIn && self.core.sessions.is_signed_in() {
            // Refused with a session that was replaced while it was on its way: nobody will sign in
            // again to wake it.
            self.resume_awaiting_orders().await;
        }
    }

    async fn acknowledge(&self, order_id: &OrderId, taken: &Taken) {
        let now = self.core.now();
        let (batch, formula) = (taken.batch_id.as_str(), taken.formula_id.as_deref());
        let write = || self.core.journal.acknowledge(order_id, batch, formula, now);
        let written = write().await;
        self.change_order(order_id, |entry| {
            entry.record.phase = OrderPhase::Acknowledged;
            entry.record.batch_id = Some(taken.batch_id.clone());
            entry.record.formula_id.clone_from(&taken.formula_id);
            entry.record.heard_at = Some(now);
            entry.sending = None;
            entry.reviewed = None;
        });
        self.core.watch.wake();
        if let Err(refusal) = written {
            // This run knows the batch and goes on; a later one would find the order in doubt.
            self.write_later(refusal, write).await;
        }
    }

    /// Tells that what came of an order could not be written down, and writes it again and again: a
    /// full disk may have room later, and until then the order can't go on to its end.
    async fn write_later<F>(&self, refusal: Refusal, write: impl Fn() -> F)
    where
        F: Future<Output = Result<(), Refusal>>,
    {
        self.core.tell(Event::Trouble(refusal));
        loop {
            self.core.ports.clock.sleep(WRITE_AGAIN).await;
            if write().await.is_ok() {
                return;
            }
        }
    }
}

fn entry_of(order: &NewOrder, reviewed: &Arc<Reviewed>) -> Entry {
    let mut entry = Entry::new(OrderRecord {
        order_id: order.order_id.clone(),
        phase: order.phase,
        sender: order.sender.clone(),
        sealed: false,
        source: order.source.clone(),
        language: order.language.clone(),
        direction: order.direction.clone(),
        hint: order.hint.clone(),
        brief: order.brief.clone(),
        created_at: order.created_at,
        sent_at: None,
        sealed_at: None,
        service_ahead: None,
        payer: Payer::default(),
        batch_id: None,
        formula_id: None,
        tasks: Vec::new(),
        refusal: None,
        top_up_link: None,
        heard_at: None,
        ended_at: None,
    });
    entry.clip_id = reviewed.clip_id();
    entry.reviewed = Some(Arc::clone(reviewed));
    entry.stop = Some(Arc::new(Stop::default()));
    entry
}

/// What a failure of the paying call means for the order.
fn outcome_of(failure: &Failure) -> Outcome {
    if failure.may_have_been_taken() {
        return Outcome::InDoubt;
    }
    let refusal = order_refusal(failure);
    match failure {
        Failure::Status { .. } | Failure::NotTheService { .. } => Outcome::Refused {
            refusal,
            top_up_link: None,
        },
        _ => Outcome::NotSent(refusal),
    }
}
